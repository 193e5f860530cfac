"""The canonical run: the course's model, trained on the course's list, recorded to the last bit.

    python -m microgpt.canonical        computes the run again (in some seconds) and writes the record

The record, `datasets/canonical.json`, is one JSON object:

    seed, steps, temperature   whole number, whole number, number: with what the run was made
    config                     n_layer, n_embd, n_head, block_size
    vocabulary                 the characters in the order of their ids, as one text; BOS comes after them
    names_sha256               of the names it was trained on, each followed by a line feed, as UTF-8
    losses                     one number per step, in nats per token
    weights                    all parameters after the last step in the order of `Config.shapes`, row by row:
                               float64, lowest byte first, as base64
    samples                    the names drawn after training, going on with the run's random numbers
"""

import base64
import binascii
import hashlib
import json
import math
import random
import struct
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from microgpt.data import load_names
from microgpt.files import write_atomically
from microgpt.model import GPT, Config
from microgpt.nn import softmax
from microgpt.sampling import generate
from microgpt.tokenizer import Tokenizer
from microgpt.training import train

PATH = Path(__file__).parent / "datasets" / "canonical.json"


@dataclass(frozen=True)
class Canonical:
    """The record of a run, as `load_canonical` and `compute_canonical` return it.

    `losses` are in nats per token, one per step; `weights` is the flat list of parameters after the last step,
    `samples` a list of texts. `tokenizer` and `model` are made anew at each use, so that nobody's experiments reach
    anyone else.
    """

    seed: int
    steps: int
    temperature: float
    config: Config
    vocabulary: str
    names_sha256: str
    losses: list
    weights: list
    samples: list

    def __repr__(self):
        return f"Canonical(seed={self.seed}, steps={self.steps}, last loss {self.losses[-1]:.4f})"

    @property
    def tokenizer(self):
        """The Tokenizer of the run."""
        return Tokenizer(self.vocabulary)

    @property
    def model(self):
        """A new GPT with the weights after the last step."""
        model = GPT(self.config, len(self.vocabulary) + 1)
        for p, weight in zip(model.parameters(), self.weights, strict=True):
            p.data = weight
        return model

    def chances(self, prefix):
        """{letter, or end: the chance that the model gives it after `prefix`}; together the 27 chances are 1.

        A character that the model does not know raises ValueError, more than 15 letters IndexError.
        """
        model, tokens = self.model, self.tokenizer.encode(prefix)[:-1]
        keys, values = model.new_cache()
        for position, token in enumerate(tokens):
            logits = model(token, position, keys, values)
        return {letter: p.data for letter, p in zip([*self.vocabulary, "end"], softmax(logits))}


def names_sha256(names):
    """The SHA-256 of a list of names, each followed by a line feed, as hexadecimal text.

    >>> names_sha256(["ada"])[:8]
    '86916476'
    """
    return hashlib.sha256("".join(f"{name}\n" for name in names).encode()).hexdigest()


def compute_canonical(steps=1000):
    """Make the run again, or only its first steps with the learning rates of the whole: a `Canonical`.

    A run of fewer than 1000 steps has no samples.
    """
    seed, temperature, config, whole = 42, 0.5, Config(), 1000
    rng, docs = random.Random(seed), load_names()
    sha256 = names_sha256(docs)
    rng.shuffle(docs)
    tokenizer = Tokenizer(docs)
    model = GPT(config, tokenizer.vocab_size, rng)
    losses = [record.loss for record in islice(train(model, tokenizer, docs, whole), steps)]
    weights = [p.data for p in model.parameters()]
    samples = [
        generate(model, tokenizer, rng, temperature) for _ in range(20 if steps == whole else 0)
    ]
    vocabulary = "".join(tokenizer.chars)
    return Canonical(seed, steps, temperature, config, vocabulary, sha256, losses, weights, samples)


def save_canonical(run, path=PATH):
    """Write the record of a run; OSError if that cannot be done."""
    record = {name: getattr(run, name) for name in run.__dataclass_fields__}
    record["config"] = asdict(run.config)
    record["weights"] = base64.b64encode(
        struct.pack(f"<{len(run.weights)}d", *run.weights)
    ).decode()
    write_atomically(path, (json.dumps(record, indent=0) + "\n").encode())


def load_canonical(path=PATH):
    """The recorded run as a `Canonical`: the course's model, trained on the course's list.

    >>> run = load_canonical()
    >>> run
    Canonical(seed=42, steps=1000, last loss 2.1899)
    >>> len(run.losses), len(run.weights), run.samples[:3]
    (1000, 4192, ['dadin', 'janan', 'chana'])

    ValueError if the record is damaged: other fields than a `Canonical` has, a wrong number of losses or weights, a
    number that is not finite, or another list of names than the one in the package.
    """
    try:
        record = json.loads(Path(path).read_text(encoding="utf-8"))
        record["config"] = Config(**record["config"])
        data = base64.b64decode(record["weights"], validate=True)
        record["weights"] = list(struct.unpack(f"<{len(data) // 8}d", data))
        run = Canonical(**record)
        rows_and_columns = run.config.shapes(len(run.vocabulary) + 1).values()
        sound = (
            len(run.losses) == run.steps
            and len(run.weights) == sum(rows * columns for rows, columns in rows_and_columns)
            and all(math.isfinite(number) for number in run.losses + run.weights)
            and all(set(sample) <= set(run.vocabulary) for sample in run.samples)
        )
    except (ValueError, TypeError, KeyError, struct.error, binascii.Error) as error:
        raise ValueError(f"{path} is not the record of a run ({error})") from None
    if not sound:
        raise ValueError(
            f"{path} is damaged: its losses, weights and samples do not fit its config"
        )
    if run.names_sha256 != names_sha256(load_names()):
        raise ValueError(
            f"{path} belongs to another list of names: run python -m microgpt.canonical"
        )
    return run


if __name__ == "__main__":
    save_canonical(compute_canonical())
    print(load_canonical())
