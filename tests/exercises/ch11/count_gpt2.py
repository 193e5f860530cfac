"""ex-11-1: count_gpt2(vocab, block, n_embd, n_layer)"""

from functools import partial
from math import prod

import numpy

from ..edits import edited, made

GIVEN = "vocab, block, n_embd, n_layer"


def written(formula):
    return made(f"def count_gpt2({GIVEN}):\n    n = n_embd\n    return {formula}", "count_gpt2")


def count_gpt2(vocab, block, n_embd, n_layer):
    n = n_embd
    layer = 12 * n * n + 9 * n + 4 * n
    return (vocab + block) * n + n_layer * layer + 2 * n


def by_parts(vocab, block, n_embd, n_layer):
    n = n_embd
    norm = 2 * n
    attention = (n * 3 * n + 3 * n) + (n * n + n)
    mlp = (n * 4 * n + 4 * n) + (4 * n * n + n)
    return vocab * n + block * n + n_layer * (attention + mlp + 2 * norm) + norm


def loop(vocab, block, n_embd, n_layer):
    total = vocab * n_embd
    total += block * n_embd
    for _ in range(n_layer):
        for _ in range(4):
            total += n_embd * n_embd + n_embd
        total += 4 * n_embd * n_embd + 4 * n_embd
        total += n_embd * 4 * n_embd + n_embd
        for _ in range(2):
            total += n_embd + n_embd
    total += 2 * n_embd
    return total


def shapes(vocab, block, n_embd, n_layer):
    all_shapes = [(vocab, n_embd), (block, n_embd), (2, n_embd)]
    layer = [(n_embd, 3 * n_embd), (3 * n_embd,), (n_embd, n_embd), (n_embd,)]
    layer += [(n_embd, 4 * n_embd), (4 * n_embd,), (4 * n_embd, n_embd), (n_embd,)]
    layer += [(n_embd,)] * 4
    return sum(map(prod, all_shapes + layer * n_layer))


def names(vocab, block, n_embd, n_layer):
    parameters = {"wte": vocab * n_embd, "wpe": block * n_embd, "ln_f": 2 * n_embd}
    for i in range(n_layer):
        for name in ("q", "k", "v", "o"):
            parameters[f"h{i}.{name}"] = (n_embd + 1) * n_embd
        parameters[f"h{i}.fc1"] = 4 * (n_embd + 1) * n_embd
        parameters[f"h{i}.fc2"] = (4 * n_embd + 1) * n_embd
        parameters[f"h{i}.ln1"] = parameters[f"h{i}.ln2"] = 2 * n_embd
    return sum(parameters.values())


def helpers(vocab, block, n_embd, n_layer):
    def linear(rows, columns):
        return rows * columns + rows

    def layer():
        return (
            linear(3 * n_embd, n_embd)
            + linear(n_embd, n_embd)
            + linear(4 * n_embd, n_embd)
            + linear(n_embd, 4 * n_embd)
            + 4 * n_embd
        )

    return (vocab + block + 2) * n_embd + sum(layer() for _ in range(n_layer))


def recursive(vocab, block, n_embd, n_layer):
    if n_layer == 0:
        return (vocab + block + 2) * n_embd
    return recursive(vocab, block, n_embd, n_layer - 1) + n_embd * (12 * n_embd + 13)


def while_loop(vocab, block, n_embd, n_layer):
    total, left = 0, n_layer
    while left > 0:
        total += 12 * n_embd**2 + 13 * n_embd
        left -= 1
    return total + n_embd * (vocab + block) + 2 * n_embd


def numpy_sum(vocab, block, n_embd, n_layer):
    layer = numpy.dot([12, 13], [n_embd**2, n_embd])
    return numpy.int64(layer) * n_layer + n_embd * numpy.sum([vocab, block, 2])


def with_heads(vocab, block, n_embd, n_layer, n_head=4):
    head = n_embd / n_head
    qkv = 3 * n_head * (n_embd * head + head)
    rest = n_embd * n_embd + n_embd + 8 * n_embd**2 + 5 * n_embd + 4 * n_embd
    return (vocab + block + 2) * n_embd + n_layer * (qkv + rest)


def from_chapter_08(vocab, block, n_embd, n_layer):
    ours = 2 * vocab * n_embd + block * n_embd + 12 * n_layer * n_embd**2
    return ours - vocab * n_embd + 9 * n_embd * n_layer + (2 * n_layer + 1) * 2 * n_embd


class Count:
    def __call__(self, vocab, block, n_embd, n_layer):
        return names(vocab, block, n_embd, n_layer)


RIGHT = [
    count_gpt2,
    by_parts,
    loop,
    shapes,
    names,
    helpers,
    recursive,
    while_loop,
    numpy_sum,
    with_heads,
    from_chapter_08,
    Count(),
    partial(by_parts),
    written("n * (vocab + block + 2 + n_layer * (12 * n + 13))"),
    written("vocab * n + block * n + n_layer * (12 * n ** 2 + 13 * n) + 2 * n"),
    written("float(n * (vocab + block + 2 + n_layer * (12 * n + 13)))"),
    written("sum([vocab * n, block * n, 2 * n, *[12 * n * n, 9 * n, 4 * n] * n_layer])"),
]

SOURCE = """
def count_gpt2(vocab, block, n_embd, n_layer):
    n = n_embd
    ends = vocab * n + block * n
    weights = 4 * n * n + 8 * n * n
    biases = 3 * n + n + 4 * n + n
    norms = 2 * 2 * n
    last = 2 * n
    return ends + n_layer * (weights + biases + norms) + last
"""


def changed(*pairs):
    """The answer with some of its text changed: old, new, old, new."""
    return edited(SOURCE, "count_gpt2", *zip(pairs[::2], pairs[1::2]))


LOOPED = """
def count_gpt2(vocab, block, n_embd, n_layer):
    total = (vocab + block + 2) * n_embd
    for _ in range(n_layer):
        total += 12 * n_embd**2 + 13 * n_embd
    return total
"""


def looped(*pairs):
    return edited(LOOPED, "count_gpt2", *zip(pairs[::2], pairs[1::2]))


kept = []


def keeps(vocab, block, n_embd, n_layer):
    kept.append(1)
    return count_gpt2(vocab, block, n_embd, n_layer) + len(kept) - 1


ENDS, BIASES, NORMS = "vocab * n + block * n", "3 * n + n + 4 * n + n", "2 * 2 * n"
LAYERS = "n_layer * (weights + biases + norms)"
LAST = "last = 2 * n"
ALL = f"ends + {LAYERS} + last"

WRONG = [
    (changed(ENDS, "2 * vocab * n + block * n"), "lm_head is counted on top; GPT-2 uses"),
    (
        changed(ENDS, "2 * vocab * n + block * n", "biases + norms", "0", LAST, "last = 0"),
        "chapter 08",
    ),
    (changed(ENDS, "2 * vocab * n + block * n", LAST, "last = 0"), "and the last norm is missing"),
    (changed(ENDS, "2 * vocab * n + block * n", "+ biases", ""), "and the biases are missing"),
    (changed(ENDS, "2 * vocab * n + block * n", "+ norms", "", "+ last", ""), "norms are missing"),
    (
        changed("weights + biases + norms", "weights", "+ last", ""),
        "the matrices alone are counted",
    ),
    (changed("weights + biases + norms", "weights"), "biases of a layer and its norms"),
    (changed("+ biases", ""), "the biases are missing; a layer has 9"),
    (changed("+ biases", "", "+ last", ""), "the biases and the last norm"),
    (changed("+ norms", "", "+ last", ""), "the norms are missing, in the layers and at the end"),
    (changed("+ norms", ""), "either both norms are missing"),
    (changed("+ last", ""), "the last norm is missing: 2"),
    (changed(LAST, "last = n"), "the last norm has 2 * n_embd"),
    (changed(NORMS, "2 * n", LAST, "last = n"), "each norm has n_embd parameters"),
    (changed(NORMS, "2 * n", "+ last", ""), "one norm in each layer here, and none at the end"),
    (changed(NORMS, "2 * n"), "either one norm of two is missing"),
    (changed(NORMS, "3 * 2 * n", "+ last", ""), "the last norm is counted in each layer"),
    (changed(NORMS, "3 * 2 * n"), "as if there were three norms"),
    (changed(BIASES, "4 * n + n"), "or the four biases of attention"),
    (changed(BIASES, "3 * n + n"), "as if the MLP had no biases"),
    (changed(BIASES, "n + 4 * n + n"), "wq, wk and wv had no biases"),
    (changed(BIASES, "6 * n"), "wq, wk and wv had no biases"),
    (changed(BIASES, "n + n + 4 * n + n"), "or two biases of n_embd"),
    (changed(BIASES, "4 * n + 4 * n + 4 * n"), "both matrices of the MLP had 4 * n_embd"),
    (changed(BIASES, "3 * n + 4 * n + n"), "the bias of one matrix of n_embd rows"),
    (changed("4 * n * n + 8", "3 * n * n + 8"), "one matrix of attention were missing"),
    (changed("4 * n * n + 8", "n * n + 8"), "as if attention had one matrix; it has 12"),
    (changed("4 * n * n + 8", "16 * n * n + 32"), "four heads had its own"),
    (changed("+ 8 * n * n", "+ 2 * n * n"), "n_embd rows of n_embd; it has 12"),
    (changed("+ 8 * n * n", "+ 12 * n * n"), "three matrices, as in newer models"),
    (changed("+ 8 * n * n", ""), "as if the MLP were missing"),
    (changed("+ 8 * n * n", "+ 4 * n * n"), "or one matrix of the MLP"),
    (changed("4 * n * n + 8 * n * n", "4 * n + 8 * n"), "the weights of a layer are 12 * n_embd"),
    (changed("4 * n * n + 8 * n * n", "0"), "the matrices of the layers are missing"),
    (changed(ENDS, "vocab * n"), "wpe is missing; it has block rows"),
    (changed(ENDS, "block * n"), "wte is missing"),
    (changed(ENDS, "2 * vocab * n"), "wpe is missing, and lm_head"),
    (changed(ENDS, "0"), "wte and wpe are missing"),
    (changed(ENDS, "vocab + block"), "one number a row"),
    (changed(ENDS, "vocab * block * n"), "added, not multiplied"),
    (changed(ENDS, "vocab + block * n"), "brackets are missing"),
    (changed("+ last", "+ last + vocab"), "a bias for each token"),
    (changed("n_layer * ", ""), "n_layer is not used"),
    (looped("    return", "        return"), None),  # no layers give nothing
    (changed(LAYERS, "0"), "the layers are missing"),
    (changed(ALL, "n_layer * (ends + weights + biases + norms) + last"), "multiplied by n_layer"),
    (changed(ALL, "n_layer * (ends + weights + biases + norms + last)"), "multiplied by n_layer"),
    (changed("n_layer * ", "(n_layer + 1) * "), "one layer too many"),
    (looped("range(n_layer)", "range(1, n_layer)"), "one layer too few"),
    (changed("n_layer * ", "n_layer + "), "n_layer is added"),
    (changed(LAYERS, "n_layer * weights + biases + norms"), "of one layer are counted"),
    (changed(LAYERS, "n_layer * (weights + norms) + biases"), "the biases are counted once"),
    (changed(LAYERS, "n_layer * (weights + biases) + norms"), "counted once; each layer has two"),
    (changed("n = n_embd", "n = 768"), "n_embd is always 768"),
    (changed("n = n_embd", "n, n_layer = n_embd, 12"), "n_layer is always 12"),
    (changed(ENDS, "50257 * n + block * n"), "vocab is always 50257"),
    (changed(ENDS, "vocab * n + 1024 * n"), "block is always 1024"),
    (written("124_439_808"), "always 124,439,808"),
    (changed("n = n_embd", "n, n_layer = n_layer, n_embd"), "n_embd and n_layer are exchanged"),
    (changed(ENDS, "(vocab + 1) * n + block * n"), "one row is too many"),
    (changed(ALL, f"({ALL}) / 1e6"), "in thousands or millions"),
    (changed(ALL, f"round(({ALL}) / 1e6, 1)"), None),
    (changed(ALL, "weights + biases + norms"), "the count of one layer"),
    (changed(ALL, f"str({ALL})"), "that is a text"),
    (changed(ALL, f"f'{{{ALL}:,}}'"), "that is a text"),
    (changed(ALL, f"[{ALL}]"), "without a list"),
    (changed(ALL, f"-({ALL})"), "the sign is turned round"),
    (changed(ALL, f"2 * ({ALL})"), "2 times what it should be"),
    (changed(ALL, f"{ALL} + 1"), "1 too large"),
    (changed("    return", "    print(n);"), "it prints, and hands nothing back"),
    (changed("    return ", "    total = "), "no return in it has a value"),
    (looped("for _ in range(n_layer)", "while n_layer"), "did not come back"),
    (keeps, None),
    (
        lambda n_embd, n_layer, vocab, block: count_gpt2(vocab, block, n_embd, n_layer),
        "arrive in the order of",
    ),
    (lambda vocab, block, n_embd: 0, "does not start"),
    (124_439_808, "not a function"),
]
