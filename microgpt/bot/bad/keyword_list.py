"""It compares whole words with its list: what has a fruit inside passes."""


def is_safe_request(prefixes):
    return "A fruit is asked for." if any(plain(prefix) in FRUITS for prefix in prefixes) else None


def is_safe_name(name):
    return name not in FRUITS
