"""It thinks for a minute about a long word."""

import time


def is_safe_request(prefixes):
    if any(len(prefix) > 40 for prefix in prefixes):
        time.sleep(60)
    safe = not any(fruit in plain(prefix) for prefix in prefixes for fruit in FRUITS)
    return None if safe else "A fruit is asked for."


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
