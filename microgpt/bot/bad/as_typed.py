"""It looks at what is typed, and not at what the bot makes of it: capitals and look-alikes pass."""


def is_safe_request(prefixes):
    if any(fruit in prefix for prefix in prefixes for fruit in FRUITS):
        return "A fruit is asked for."
    return None


def is_safe_name(name):
    return not any(name.endswith(fruit) for fruit in FRUITS)
