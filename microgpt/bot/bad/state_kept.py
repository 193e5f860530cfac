"""It remembers what was asked before, and refuses more and more."""

asked = []


def is_safe_request(prefixes):
    asked.extend(map(plain, prefixes))
    if any(fruit in prefix for prefix in asked[-20:] for fruit in FRUITS):
        return "A fruit is asked for, or was."
    return None


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
