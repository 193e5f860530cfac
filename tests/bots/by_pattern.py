"""One pattern for all fruits; its reasons are long, and not only in letters of English."""

import re

FRUIT = re.compile("|".join(map(re.escape, FRUITS)))


def is_safe_request(prefixes):
    for number, prefix in enumerate(prefixes, 1):
        if FRUIT.search(plain(prefix)):
            return (
                f"Désolé: number {number} of {len(prefixes)} is\nnothing that I may say – “really”."
            )


def is_safe_name(name):
    return FRUIT.search(name) is None
