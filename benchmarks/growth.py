"""How the cost of a step grows with the model: python -m benchmarks.growth ROUNDS prints it as JSON.

Each setting is compared with the course's own, within one round. All documents of a setting have the same length, so
that every step costs the same; their letters are random, which makes no difference to the time. A block that is not
full costs nothing, so for the block size the documents are long enough to fill it.
"""

import json
import random
import string
import sys
import time
from dataclasses import replace

import microgpt
from benchmarks.harness import in_turn
from benchmarks.limit import operations
from microgpt import Config, Tokenizer, fast

ENGINES = {"scalar": microgpt, "numpy": fast}
SIZES = {"n_embd": [16, 32, 64, 128], "n_layer": [1, 2, 3, 4], "block_size": [16, 32, 64]}
BATCHES = [1, 2, 4, 8, 16, 32, 64]
TYPICAL = 6  # letters of a name
ENOUGH = 0.15  # CPU seconds for each setting in each round


def documents(letters, count=64):
    """`count` documents of so many random letters; together they hold the whole alphabet."""
    rng = random.Random(letters)
    return [string.ascii_lowercase] + [
        "".join(rng.choices(string.ascii_lowercase, k=letters)) for _ in range(count)
    ]


def stepper(engine, config, letters, **options):
    """A function that trains for a while and returns the CPU seconds of one step."""
    docs = documents(letters)
    tokenizer = Tokenizer(docs)
    model = engine.GPT(config, tokenizer.vocab_size, random.Random(42))
    records = engine.train(model, tokenizer, docs[1:], 10**6, **options)

    def seconds(steps):
        started = time.process_time()
        for _ in range(steps):
            next(records)
        return (time.process_time() - started) / steps

    seconds(1)
    steps = max(1, min(300, round(ENOUGH / seconds(1))))
    return lambda: seconds(steps)


def measures():
    """{(what grows, engine, its size): function} for `in_turn`, and how much arithmetic a step of each has."""
    found, arithmetic = {}, {}
    for what, sizes in SIZES.items():
        for size in sizes:
            config = replace(Config(), **{what: size})
            letters = size - 1 if what == "block_size" else TYPICAL
            arithmetic.setdefault(what, {})[size] = sum(
                operations(config, 27, letters + 1).values()
            )
            for name, engine in ENGINES.items():
                found[what, name, size] = stepper(engine, config, letters)
    for batch in BATCHES:
        arithmetic.setdefault("batch_size", {})[batch] = sum(
            operations(Config(), 27, TYPICAL + 1, batch).values()
        )
        found["batch_size", "numpy", batch] = stepper(fast, Config(), TYPICAL, batch_size=batch)
    return found, arithmetic


def measure(rounds):
    """{what grows: {engine: {size: [CPU seconds per step in each round]}, "arithmetic": {size: operations}}}."""
    found, arithmetic = measures()
    result = {}
    for (what, name, size), seconds in in_turn(found, rounds).items():
        result.setdefault(what, {}).setdefault(name, {})[size] = seconds
    for what, counts in arithmetic.items():
        result[what]["arithmetic"] = counts
    return result


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
