"""What the recorded run prints, and what it comes to on the way: the numbers to compare with.

The run is that of the course's program on the course's list, `microgpt/canonical.py` says how it was recorded.
"""

import random
from functools import cache
from types import SimpleNamespace

from ...canonical import load_canonical
from ...data import load_names
from ...model import GPT
from ...optim import Adam
from ...training import document_loss

LIST = "input.txt"  # the file of a program's folder that holds the names


def list_of_names():
    """The course's list as a program reads it: one name a line."""
    return "".join(f"{name}\n" for name in load_names())


@cache
def recorded():
    """The losses (of step 1 first), samples and number of parameters of the recorded run, and what it counts."""
    run = load_canonical()
    counts = {"names": len(load_names()), "tokens": len(run.vocabulary) + 1}
    return SimpleNamespace(
        losses=run.losses, samples=run.samples, params=len(run.weights), counts=counts
    )


@cache
def names():
    """The names in the order in which the run trains on them."""
    docs = load_names()
    random.Random(42).shuffle(docs)
    return docs


def first_step():
    """What the first step goes through: a list of (what it is, its value) to print and compare.

    Each value follows from those before it, so the first that differs says where to look.
    """
    run, rng = load_canonical(), random.Random(42)
    rng.shuffle(load_names())
    model = GPT(run.config, len(run.vocabulary) + 1, rng)
    weights = model.state_dict
    tokens = run.tokenizer.encode(names()[0])
    keys, values = model.new_cache()
    logits = model(tokens[0], 0, keys, values)
    loss = document_loss(model, tokens)
    found = [
        ("the first name after the shuffle", names()[0]),
        ("its tokens", tokens),
        ("the first weight, wte[0][0]", weights["wte"][0][0].data),
        ("lm_head[0][0]", weights["lm_head"][0][0].data),
        ("the last weight, mlp_fc2[15][63]", weights["layer0.mlp_fc2"][15][63].data),
        ("the first logit of the first token", logits[0].data),
        ("the loss of the whole name", loss.data),
    ]
    loss.backward()
    corner, last = weights["wte"][tokens[0]][0], weights["layer0.mlp_fc2"][15][63]
    found.append(("after backward, the gradient of lm_head[0][0]", weights["lm_head"][0][0].grad))
    found.append(("the gradient of mlp_fc2[15][63]", last.grad))
    found.append(("the gradient of wte[26][0]", corner.grad))
    before = corner.data
    Adam(model.parameters()).step()
    found.append(("how far the first step moves wte[26][0]", corner.data - before))
    return found
