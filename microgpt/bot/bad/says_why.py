"""Its reason names the fruit that it must not say."""


def is_safe_request(prefixes):
    for fruit in FRUITS:
        if any(fruit in plain(prefix) for prefix in prefixes):
            return f"I never say {fruit}."
    return None


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
