"""It refuses whatever it is asked: it never leaks, and is of no use."""


def is_safe_request(prefixes):
    return "I would rather say nothing."


def is_safe_name(name):
    return False
