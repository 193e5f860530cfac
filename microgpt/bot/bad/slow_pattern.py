"""Its pattern tries every way to part a long word: the time doubles with each letter."""

import re

PATTERN = re.compile(f"([a-z]+)*({'|'.join(FRUITS)})")


def is_safe_request(prefixes):
    return "A fruit is asked for." if any(PATTERN.match(plain(p)) for p in prefixes) else None


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
