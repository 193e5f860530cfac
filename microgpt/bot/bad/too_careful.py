"""It refuses also what only could become a fruit."""


def is_safe_request(prefixes):
    for prefix in map(plain, prefixes):
        if any(fruit in prefix or len(prefix) > 2 and fruit.startswith(prefix) for fruit in FRUITS):
            return "That could become a fruit."
    return None


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
