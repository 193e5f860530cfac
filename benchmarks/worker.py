"""Train with one engine in this process, and print what it cost as JSON.

    python -m benchmarks.worker scalar|numpy|torch FEW STEPS

The names come from the file MICROGPT_NAMES. First come the first STEPS steps of a run of a thousand ("cold":
right after the start, when nothing has been used before). Then, for about a second, steps on the names 2 to FEW, over
and over ("warm": the very names on which the program is measured). All times are CPU seconds of this process.
"""

import importlib
import json
import os
import random
import sys
import time
from itertools import islice

from benchmarks.names import RUN, SEED
from microgpt import Config, Tokenizer
from microgpt.data import read_documents

ENGINES = {"scalar": "microgpt", "numpy": "microgpt.fast", "torch": "benchmarks.pytorch"}


def work(engine, few, steps, path):
    """{"start": seconds until the first step, "cold" and "warm": seconds per step, "whole": of a whole run,
    "loss": that of step `few`, "versions"}."""
    docs = read_documents(path)
    rng = random.Random(SEED)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    module = importlib.import_module(ENGINES[engine])
    model = module.GPT(Config(), tokenizer.vocab_size, rng)
    start = time.process_time()
    losses = [record.loss for record in islice(module.train(model, tokenizer, docs, RUN), steps)]
    done = time.process_time()
    cold = (done - start) / steps
    again = max(1, int(min(RUN, 1 / cold)) // (few - 1)) * (few - 1)  # every name equally often
    for _ in islice(module.train(model, tokenizer, docs[1:few], RUN), again):
        pass
    warm = time.process_time() - done
    versions = {
        name: sys.modules[name].__version__ for name in ("numpy", "torch") if name in sys.modules
    }
    return {
        "start": start,
        "whole": start + RUN * cold,
        "cold": cold,
        "warm": warm / again,
        "loss": losses[few - 1],
        "versions": versions,
    }


if __name__ == "__main__":
    engine, few, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(work(engine, few, steps, os.environ["MICROGPT_NAMES"])))
