"""It takes the first beginning of a request that may have none."""


def is_safe_request(prefixes):
    words = [plain(prefixes[0]), *map(plain, prefixes[1:])]
    if any(fruit in word for word in words for fruit in FRUITS):
        return "A fruit is asked for."
    return None


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
