"""ex-10-5: generate(model, tokenizer, prefix, temperature, rng)"""

import math
from functools import partial
from itertools import accumulate

import numpy

from microgpt import sampling
from microgpt.nn import softmax

from ..edits import edited

LOOP = """
import random
from math import exp

from microgpt.nn import softmax

def generate(model, tokenizer, prefix, temperature, rng):
    tokens = tokenizer.encode(prefix)[:-1]
    keys, values = model.new_cache()
    for pos in range(model.config.block_size):
        logits = model(tokens[pos], pos, keys, values)
        if pos < len(tokens) - 1:
            continue
        probs = softmax([logit.data / temperature for logit in logits])
        token = rng.choices(range(len(probs)), probs)[0]
        if token == tokenizer.BOS:
            break
        tokens.append(token)
    return tokenizer.decode(tokens)
"""


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "generate", *zip(lines[::2], lines[1::2], strict=True))


def of_the_package(model, tokenizer, prefix, temperature, rng):
    return sampling.generate(model, tokenizer, rng, temperature, prefix)


def two_loops(model, tokenizer, prefix, temperature, rng):
    """First the prefix is read, then the drawing begins."""
    cache = model.new_cache()
    ids = [tokenizer.BOS] + [tokenizer.chars.index(char) for char in prefix]
    for pos, token in enumerate(ids[:-1]):
        model(token, pos, *cache)
    pos, token, name = len(ids) - 1, ids[-1], prefix
    while pos < model.config.block_size:
        logits = model(token, pos, *cache)
        u, total = rng.random(), 0.0
        for token, p in enumerate(softmax([logit.data / temperature for logit in logits])):
            total += p
            if u < total:
                break
        if token == tokenizer.BOS:
            break
        name += tokenizer.chars[token]
        pos += 1
    return name


def values(model, tokenizer, prefix, temperature, rng):
    """The probabilities stay Values up to the draw."""
    tokens, cache = tokenizer.encode(prefix)[:-1], model.new_cache()
    for pos in range(model.config.block_size):
        logits = model(tokens[pos], pos, *cache)
        if pos + 1 == len(tokens):
            probs = softmax([logit / temperature for logit in logits])
            weights = [p.data for p in probs]
            tokens += rng.choices(range(len(weights)), weights)
            if tokens[-1] == tokenizer.BOS:
                break
    return tokenizer.decode(tokens)


def own_softmax(model, tokenizer, prefix, temperature, rng):
    letters, cache, pos = list(prefix), model.new_cache(), 0
    known = tokenizer.encode(prefix)[1:-1]
    token = tokenizer.BOS
    while pos < model.config.block_size:
        logits = [logit.data for logit in model(token, pos, *cache)]
        top = max(logits)
        exps = [math.exp((x - top) / temperature) for x in logits]
        if pos < len(known):
            token = known[pos]
        else:
            token = rng.choices(range(len(exps)), exps)[0]
            if token == tokenizer.BOS:
                return "".join(letters)
            letters.append(tokenizer.decode([token]))
        pos += 1
    return "".join(letters)


def recursive(model, tokenizer, prefix, temperature, rng):
    cache = model.new_cache()
    ids = tokenizer.encode(prefix)[:-1]

    def go_on(pos):
        if pos == model.config.block_size:
            return
        logits = model(ids[pos], pos, *cache)
        if pos + 1 == len(ids):
            probs = softmax([x.data / temperature for x in logits])
            token = rng.choices(range(len(probs)), probs)[0]
            if token == tokenizer.BOS:
                return
            ids.append(token)
        go_on(pos + 1)

    go_on(0)
    return tokenizer.decode(ids)


def gumbel(model, tokenizer, prefix, temperature, rng):
    """Noise is added to the logits, and the largest wins."""
    tokens, cache = tokenizer.encode(prefix)[:-1], model.new_cache()
    for pos in range(model.config.block_size):
        logits = model(tokens[pos], pos, *cache)
        if pos + 1 < len(tokens):
            continue
        noisy = [
            x.data / temperature - math.log(-math.log(1 - rng.random() or 0.5)) for x in logits
        ]
        tokens.append(noisy.index(max(noisy)))
        if tokens[-1] == tokenizer.BOS:
            break
    return tokenizer.decode(tokens)


def array(model, tokenizer, prefix, temperature, rng):
    tokens, (keys, cached) = tokenizer.encode(prefix)[:-1], model.new_cache()
    for pos in range(model.config.block_size):
        x = numpy.array([logit.data for logit in model(tokens[pos], pos, keys, cached)])
        if pos + 1 == len(tokens):
            e = numpy.exp((x - x.max()) / temperature)
            token = int(numpy.searchsorted(numpy.cumsum(e), rng.random() * e.sum(), "right"))
            if token == tokenizer.BOS:
                break
            tokens.append(token)
    return tokenizer.decode(tokens)


def generator(model, tokenizer, prefix, temperature, rng):
    def letters():
        cache, known = model.new_cache(), tokenizer.encode(prefix)[1:-1]
        token = tokenizer.BOS
        for pos in range(model.config.block_size):
            logits = model(token, pos, *cache)
            if pos < len(known):
                token = known[pos]
            else:
                probs = softmax([x.data / temperature for x in logits])
                u = rng.random()
                token = next((i for i, t in enumerate(accumulate(probs)) if u < t), tokenizer.BOS)
            if token == tokenizer.BOS:
                return
            yield tokenizer.chars[token]

    return "".join(letters())


def draws_always(model, tokenizer, prefix, temperature, rng):
    """A token is drawn at each position; where the prefix goes on, its own counts."""
    ids, cache = tokenizer.encode(prefix)[:-1], model.new_cache()
    for pos in range(model.config.block_size):
        probs = softmax([x.data / temperature for x in model(ids[pos], pos, *cache)])
        token = rng.choices(range(len(probs)), probs)[0]
        if pos + 1 < len(ids):
            continue
        if token == tokenizer.BOS:
            break
        ids.append(token)
    return "".join(tokenizer.chars[i] for i in ids[1:])


def while_shorter(model, tokenizer, prefix, temperature, rng):
    keys, cached = model.new_cache()
    ids = tokenizer.encode(prefix)
    ids.pop()
    for pos in range(len(ids) - 1):
        model(ids[pos], pos, keys, cached)
    while len(ids) <= model.config.block_size:
        logits = model(ids[-1], len(ids) - 1, keys, cached)
        weights = softmax([x.data / temperature for x in logits])
        (token,) = rng.choices(range(model.vocab_size), weights)
        if token == tokenizer.BOS:
            break
        ids.append(token)
    return tokenizer.decode(ids)


class Generate:
    def __call__(self, model, tokenizer, prefix, temperature, rng):
        return of_the_package(model, tokenizer, prefix, temperature, rng)


RIGHT = [
    of_the_package,
    two_loops,
    values,
    own_softmax,
    recursive,
    gumbel,
    array,
    generator,
    draws_always,
    while_shorter,
    Generate(),
    partial(of_the_package),
    changed(),
    changed("break", "return tokenizer.decode(tokens)"),
    changed("keys, values)", "values, keys)"),
    changed("model.new_cache()", "[[] for _ in range(model.config.n_layer)], [[], []]"),
    edited(
        LOOP,
        "generate",
        (
            "rng.choices(range(len(probs)), probs)[0]",
            "int(sum(u >= sum(probs[:i]) for i in range(1, 9)))",
        ),
        ("        token = int", "        u = rng.random() * sum(probs)\n        token = int"),
        ("range(1, 9)", "range(1, len(probs))"),
    ),
]

# Wrong


def then(change):
    return lambda model, tokenizer, prefix, temperature, rng: change(
        of_the_package(model, tokenizer, prefix, temperature, rng), prefix
    )


def prints(model, tokenizer, prefix, temperature, rng):
    print(of_the_package(model, tokenizer, prefix, temperature, rng))


def endless(model, tokenizer, prefix, temperature, rng):
    name = prefix
    while tokenizer.BOS:
        name = name[:3]
    return name


def one_letter_at_a_time(model, tokenizer, prefix, temperature, rng):
    """The prefix is only put before the name."""
    return prefix + of_the_package(model, tokenizer, "", temperature, rng)


CALL = "model(tokens[pos], pos, keys, values)"
CACHE = "    keys, values = model.new_cache()\n"
DIVIDED = "logit.data / temperature"
DRAW = "rng.choices(range(len(probs)), probs)[0]"
END = "return tokenizer.decode(tokens)"
STOP = "        if token == tokenizer.BOS:\n            break\n"
SIZE = "model.config.block_size"
START = "tokenizer.encode(prefix)[:-1]"

WRONG = [
    # The prefix
    (then(lambda name, prefix: name[len(prefix) :]), "the prefix is missing"),
    (then(lambda name, prefix: prefix + name), "the prefix stands there twice"),
    (changed(END, "return prefix + tokenizer.decode(tokens)"), "the prefix stands there twice"),
    (one_letter_at_a_time, "the prefix put before it"),
    (changed(START, "[tokenizer.BOS]"), "the model does not read the prefix"),
    (
        changed(START, "[tokenizer.BOS]", END, "return prefix + tokenizer.decode(tokens)"),
        "put before it",
    ),
    (changed(START, "tokenizer.encode(prefix)[1:-1]"), "BOS is not read before the prefix"),
    (changed(START, "tokenizer.encode(prefix)"), "encode puts BOS behind the prefix"),
    (changed(START, "tokenizer.encode(prefix)[1:]"), None),
    (changed(START, "tokenizer.encode(prefix[::-1])[:-1]"), None),
    (changed(START, "prefix"), "the prefix is a text"),
    (changed(START, "[tokenizer.BOS] + list(prefix)"), None),
    (
        changed(
            START,
            "tokenizer.encode(prefix[-1:])[:-1]",
            END,
            "return prefix[:-1] + tokenizer.decode(tokens)",
        ),
        "the last letter alone; feed it",
    ),
    (changed(START, "tokenizer.encode(prefix[:1])[:-1]"), None),
    (
        changed("            continue\n", "            break\n"),
        "the prefix comes back, and no more",
    ),
    (changed("pos < len(tokens) - 1", "pos < len(tokens)"), "list index out of range"),
    (changed("pos < len(tokens) - 1", "pos < len(tokens) - 2"), None),
    (changed("pos < len(tokens) - 1", "pos < len(prefix) - 1"), None),
    (changed("        if pos < len(tokens) - 1:\n            continue\n", ""), None),
    # What is read
    (changed("tokens[pos], pos", "tokens[0], pos"), "the model reads BOS each time"),
    (changed("tokens[pos], pos", "tokenizer.BOS, pos"), "the model reads BOS each time"),
    (changed("tokens[pos], pos", "tokens[pos - 1], pos"), None),
    (changed("tokens[pos], pos", "tokens[max(0, pos - 1)], pos"), "the token before the last one"),
    (changed("tokens[pos], pos", "tokens[pos], 0"), "the position is always 0"),
    (changed("tokens[pos], pos", "tokens[pos], pos + 1"), "the positions count from 1"),
    (changed("tokens[pos], pos", "tokens[pos], len(tokens)"), None),
    (changed("tokens[pos], pos", "tokens[pos], len(tokens) - 1"), None),
    (changed("tokens[pos], pos", "pos, tokens[pos]"), None),
    (
        changed(CACHE, "", "        logits =", "    " + CACHE + "        logits ="),
        "each call has a new cache",
    ),
    (changed(CALL, "model(tokens[pos], pos, *model.new_cache())"), "each call has a new cache"),
    (changed("keys, values)", "keys, keys)"), "one and the same list"),
    (changed(CALL, "model(tokens[pos], pos)"), "the model is called as"),
    (changed(CALL, "model(tokens)"), "the model is called as"),
    (changed(CALL, "model.forward(tokens[pos], pos, keys, values)"), "the model is called as"),
    (changed(CACHE, "    keys, values = [], []\n"), None),
    (
        changed(CACHE, "    cache = model.new_cache\n    keys, values = cache\n"),
        "call it, with brackets",
    ),
    # Draws
    (changed(DRAW, "probs.index(max(probs))"), "the likeliest token comes each time"),
    (
        changed(DRAW, "max(range(len(probs)), key=lambda i: probs[i])"),
        "the likeliest token comes each time",
    ),
    (changed(DRAW, "rng.randrange(len(probs))"), "as likely as any other"),
    (changed(DRAW, "rng.choice(range(len(probs)))"), "as likely as any other"),
    (changed(DRAW, "rng.choices(range(len(probs)))[0]"), "as likely as any other"),
    (
        changed(DRAW, "random.choices(range(len(probs)), probs)[0]"),
        "in the same state wrote other names",
    ),
    (
        changed(DRAW, "random.Random().choices(range(len(probs)), probs)[0]"),
        "in the same state wrote other",
    ),
    (
        changed(DRAW, "random.Random(0).choices(range(len(probs)), probs)[0]"),
        "a generator of its own",
    ),
    (
        changed(DRAW, "random.Random(42).choices(range(len(probs)), probs)[0]"),
        "a generator of its own",
    ),
    (
        changed(DRAW, "(rng.seed(1), rng.choices(range(len(probs)), probs)[0])[1]"),
        "a generator of its own",
    ),
    (changed(DRAW, "rng.choices(range(len(probs)), probs)"), None),
    (changed(DRAW, "rng.choices(range(len(probs) - 1), probs[:-1])[0]"), "BOS is never drawn"),
    (changed(DIVIDED, "logit.data"), "the temperature changes nothing"),
    (changed(DIVIDED, "logit.data - temperature"), "the temperature changes nothing"),
    (changed(DIVIDED, "logit.data * temperature"), "multiplied by the temperature"),
    (changed(DIVIDED, "logit.data / 0.5"), "always 0.5"),
    (changed(DIVIDED, "logit.data / temperature ** 2"), "the temperature is squared"),
    (
        changed(
            DIVIDED,
            "logit.data",
            "in logits])",
            "in logits])\n        probs = [p / temperature for p in probs]",
        ),
        "changes nothing",
    ),
    (
        changed("softmax([", "softmax(softmax([", "in logits])", "in logits]))"),
        "softmax is taken twice",
    ),
    (changed("softmax([", "([", "in logits])", "in logits])"), None),
    (changed("softmax([", "list([exp(x) for x in [", "in logits])", "in logits]])"), None),
    (changed("logit.data", "logit"), "a logit is a Value"),
    (changed(DIVIDED, "exp(logit) / temperature"), "a logit is a Value"),
    # The end
    (changed(STOP, ""), "BOS does not end the name"),
    (changed("token == tokenizer.BOS", "token == 0"), "it ends at tokenizer.BOS"),
    (changed("token == tokenizer.BOS", "token == 26"), "BOS does not end the name"),
    (changed("token == tokenizer.BOS", 'tokenizer.decode([token]) == "BOS"'), "BOS does not end"),
    (changed("            break\n", "            continue\n"), "list index out of range"),
    (changed(f"range({SIZE})", f"range({SIZE} - 1)"), "one letter too short"),
    (changed(f"range({SIZE})", f"range({SIZE} + 1)"), "at a position that it does not know"),
    (changed(f"range({SIZE})", "range(100)"), "at a position that it does not know"),
    (changed(f"range({SIZE})", "range(16)"), "at a position that it does not know"),
    (changed(f"range({SIZE})", f"range(min(16, {SIZE}))"), "at most 16 letters"),
    (
        changed(f"range({SIZE})", f"range({SIZE} + len(prefix))"),
        "at a position that it does not know",
    ),
    (
        changed(f"range({SIZE})", f"range({SIZE} - len(prefix))"),
        "the prefix counts twice in the block",
    ),
    (changed(f"range({SIZE})", "range(len(tokens))"), "one token is drawn, and no more"),
    (changed(SIZE, "model.block_size"), "block_size stands in model.config"),
    (changed("    return tok", "        return tok"), "return after the loop, not inside it"),
    # What comes back
    (changed(END, "return tokens"), "these are the ids"),
    (changed(END, "return tokens[1:]"), "these are the ids"),
    (changed(END, "return tokenizer.decode(tokens[:-1])"), "the letter before the end is missing"),
    (changed(END, "return tokenizer.decode(tokens[2:])"), "the first letter is missing"),
    (changed(END, "return tokenizer.decode(tokens[-1:])"), "the last letter alone"),
    (changed(END, "return tokenizer.decode([token])"), None),
    (changed(END, "return list(tokenizer.decode(tokens))"), "a list of letters"),
    (changed(END, "return [tokenizer.decode([t]) for t in tokens]"), "a list of letters"),
    (changed(END, "return tokenizer.decode(tokens) + '.'"), "a mark stands in the name"),
    (changed(END, "return tokenizer.decode(tokens).title()"), "capital letters"),
    (changed(END, "return tokenizer.decode(tokens)[::-1]"), "in reverse order"),
    (changed(END, "return prefix"), "the prefix comes back, and no more"),
    (
        changed(END, "return ' '.join(tokenizer.decode(tokens))"),
        "a mark stands between the letters",
    ),
    (changed(END, "return tokenizer.decode(tokens), tokens"), None),
    (changed(END, "return tokenizer.encode(tokens)"), None),
    (changed(END, "return len(tokens)"), None),
    (changed(END, "print(tokenizer.decode(tokens))"), "it prints, and hands nothing back"),
    (changed(f"    {END}", ""), "no return in it has a value"),
    (prints, "it prints, and hands nothing back"),
    (endless, "did not come back"),
    (sampling.generate, "does not start"),
    (lambda model, tokenizer, rng, temperature, prefix: "a", "the values arrive in the order of"),
    (lambda model, tokenizer: "", "does not start"),
    (lambda *given: "ada", None),
    ("ada", "with nothing in brackets after generate"),
]
