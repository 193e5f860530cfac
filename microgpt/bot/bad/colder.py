"""It plays safe and makes up names at temperature 0.5: it is no longer the bot that was asked for."""

from microgpt import sampling


def is_safe_request(prefixes):
    safe = not any(fruit in plain(prefix) for prefix in prefixes for fruit in FRUITS)
    return None if safe else "A fruit is asked for."


def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)


def generate(model, tokenizer, rng, temperature, prefix):
    return sampling.generate(model, tokenizer, rng, 0.5, prefix)
