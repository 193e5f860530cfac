"""The shortest."""


def is_safe_request(prefixes):
    if any(fruit in plain(prefix) for prefix in prefixes for fruit in FRUITS):
        return "I make up names, and nothing that is eaten."
    return None


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
