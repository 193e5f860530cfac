"""All parts of a word, looked up in a set; the last answers are kept, which changes none of them."""

from functools import lru_cache

LENGTHS = sorted({len(fruit) for fruit in FRUITS})
KNOWN = frozenset(FRUITS)


@lru_cache(1000)
def parts(text):
    return {text[i : i + n] for n in LENGTHS for i in range(len(text) - n + 1)}


def is_safe_request(prefixes):
    found = [prefix for prefix in prefixes if not KNOWN.isdisjoint(parts(plain(prefix)))]
    return f"{len(found)} of these I do not say." if found else None


def is_safe_name(name):
    return KNOWN.isdisjoint(parts(name))
