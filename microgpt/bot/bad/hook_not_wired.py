"""It has the right check of a name, under a name that nobody calls."""


def is_safe_request(prefixes):
    safe = all(is_fruit_free(plain(prefix)) for prefix in prefixes)
    return None if safe else "A fruit is asked for."


def is_safe_name(name):
    return True


def is_fruit_free(name):
    return not any(fruit in name for fruit in FRUITS)
