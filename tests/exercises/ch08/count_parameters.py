"""ex-08-3: count_parameters(n_embd, n_layer, vocab_size, block_size)"""

from functools import partial
from math import prod

import numpy

from microgpt import GPT, Config


def count_parameters(n_embd, n_layer, vocab_size, block_size):
    outside = vocab_size * n_embd + block_size * n_embd + vocab_size * n_embd
    layer = 4 * n_embd**2 + 2 * 4 * n_embd**2
    return outside + n_layer * layer


def short(n_embd, n_layer, vocab_size, block_size):
    return n_embd * (2 * vocab_size + block_size + 12 * n_layer * n_embd)


def by_names(n_embd, n_layer, vocab_size, block_size):
    wte = vocab_size * n_embd
    wpe = block_size * n_embd
    lm_head = n_embd * vocab_size
    wq = wk = wv = wo = n_embd * n_embd
    fc1 = 4 * n_embd * n_embd
    fc2 = n_embd * 4 * n_embd
    return wte + wpe + lm_head + (wq + wk + wv + wo + fc1 + fc2) * n_layer


def loop(n_embd, n_layer, vocab_size, block_size):
    total = 0
    total += vocab_size * n_embd
    total += block_size * n_embd
    for _ in range(n_layer):
        for _ in range(4):
            total += n_embd * n_embd
        total += (4 * n_embd) * n_embd
        total += n_embd * (4 * n_embd)
    total += vocab_size * n_embd
    return total


def by_shapes(n_embd, n_layer, vocab_size, block_size):
    config = Config(n_layer=n_layer, n_embd=n_embd, n_head=1, block_size=block_size)
    return sum(rows * columns for rows, columns in config.shapes(vocab_size).values())


def by_model(n_embd, n_layer, vocab_size, block_size):
    return len(GPT(Config(n_layer, n_embd, 1, block_size), vocab_size).parameters())


def a_dict(n_embd, n_layer, vocab_size, block_size):
    shapes = {"wte": (vocab_size, n_embd), "wpe": (block_size, n_embd)}
    shapes["lm_head"] = (vocab_size, n_embd)
    for i in range(n_layer):
        for name in ("wq", "wk", "wv", "wo"):
            shapes[f"layer{i}.{name}"] = (n_embd, n_embd)
        shapes[f"layer{i}.fc1"] = (4 * n_embd, n_embd)
        shapes[f"layer{i}.fc2"] = (n_embd, 4 * n_embd)
    return sum(map(prod, shapes.values()))


def a_float(n_embd, n_layer, vocab_size, block_size):
    return 12.0 * n_embd**2 * n_layer + (2 * vocab_size + block_size) * n_embd


def numpy_sum(n_embd, n_layer, vocab_size, block_size):
    layer = numpy.array([1, 1, 1, 1, 4, 4]) * n_embd * n_embd
    rows = numpy.array([vocab_size, block_size, vocab_size])
    return layer.sum() * n_layer + (rows * n_embd).sum()


def numpy_zeros(n_embd, n_layer, vocab_size, block_size):
    tables = [(vocab_size, n_embd), (block_size, n_embd), (vocab_size, n_embd)]
    layers = [(n_embd, 12 * n_embd)] * n_layer
    return sum(numpy.zeros(shape).size for shape in tables + layers)


def with_helpers(n_embd, n_layer, vocab_size, block_size):
    def matrix(rows, columns):
        return rows * columns

    def layer():
        return 4 * matrix(n_embd, n_embd) + matrix(4 * n_embd, n_embd) + matrix(n_embd, 4 * n_embd)

    ends = 2 * matrix(vocab_size, n_embd)
    return ends + matrix(block_size, n_embd) + sum(layer() for _ in range(n_layer))


def recursive(n_embd, n_layer, vocab_size, block_size):
    if n_layer == 0:
        return n_embd * (vocab_size + block_size + vocab_size)
    return 12 * n_embd**2 + recursive(n_embd, n_layer - 1, vocab_size, block_size)


def while_loop(n_embd, n_layer, vocab_size, block_size):
    total = (vocab_size + vocab_size + block_size) * n_embd
    while n_layer > 0:
        total += pow(n_embd, 2) * 12
        n_layer -= 1
    return total


def with_a_width(n_embd, n_layer, vocab_size, block_size, n_head=4):
    width, head_dim = 4 * n_embd, n_embd / n_head
    attention = 3 * n_head * head_dim * n_embd + n_embd * n_embd
    return (
        2 * vocab_size * n_embd + block_size * n_embd + n_layer * (attention + 2 * width * n_embd)
    )


def counts_rows(n_embd, n_layer, vocab_size, block_size):
    rows = [n_embd] * (2 * vocab_size + block_size)
    for _ in range(n_layer):
        rows += [n_embd] * n_embd * 4 + [n_embd] * 4 * n_embd + [4 * n_embd] * n_embd
    return sum(rows)


class Count:
    def __call__(self, n_embd, n_layer, vocab_size, block_size):
        return short(n_embd, n_layer, vocab_size, block_size)


# Wrong


def counted(tables, layer):
    """tables(n, v, b) and layer(n), as lists of counts."""
    return lambda n_embd, n_layer, vocab_size, block_size: (
        sum(tables(n_embd, vocab_size, block_size)) + n_layer * sum(layer(n_embd))
    )


def tables(n, v, b):
    return [v * n, b * n, v * n]


def layer(n):
    return [n * n] * 4 + [4 * n * n] * 2


def with_layer(layer):
    return counted(tables, layer)


def with_tables(tables):
    return counted(tables, layer)


def plus(extra):
    return lambda *sizes: count_parameters(*sizes) + extra(*sizes)


def one_layer(n_embd, n_layer, vocab_size, block_size):
    return 2 * vocab_size * n_embd + block_size * n_embd + 12 * n_embd**2


def times_everything(n_embd, n_layer, vocab_size, block_size):
    return n_layer * (2 * vocab_size * n_embd + block_size * n_embd + 12 * n_embd**2)


def returns_in_loop(n_embd, n_layer, vocab_size, block_size):
    total = (2 * vocab_size + block_size) * n_embd
    for _ in range(n_layer):
        total += 12 * n_embd**2
        return total


def wrong_brackets(n_embd, n_layer, vocab_size, block_size):
    """n_layer stands before the first matrix alone."""
    return (2 * vocab_size + block_size) * n_embd + n_layer * 4 * n_embd**2 + 8 * n_embd**2


def names_alone(n_embd, n_layer, vocab_size, block_size):
    return {"wte": vocab_size * n_embd, "wpe": block_size * n_embd}


def total_replaced(n_embd, n_layer, vocab_size, block_size):
    total = vocab_size * n_embd
    total += block_size * n_embd
    total = vocab_size * n_embd
    return total + n_layer * 12 * n_embd**2


def prints(n_embd, n_layer, vocab_size, block_size):
    print(n_embd * (2 * vocab_size + block_size + 12 * n_layer * n_embd))


def without_return(n_embd, n_layer, vocab_size, block_size):
    total = n_embd * (2 * vocab_size + block_size + 12 * n_layer * n_embd)
    total += 0


def endless(n_embd, n_layer, vocab_size, block_size):
    total = 0
    while n_layer > 0:
        total += 12 * n_embd**2
    return total


def keeps(n_embd, n_layer, vocab_size, block_size, total=[0]):
    total[0] += short(n_embd, n_layer, vocab_size, block_size)
    return total[0]


RIGHT = [
    count_parameters,
    short,
    by_names,
    loop,
    by_shapes,
    by_model,
    a_dict,
    a_float,
    numpy_sum,
    numpy_zeros,
    with_helpers,
    recursive,
    while_loop,
    with_a_width,
    counts_rows,
    Count(),
    partial(by_names),
    with_tables(lambda n, v, b: [v * n, v * n, b * n]),
]

WRONG = [
    (with_tables(lambda n, v, b: [v * n, b * n]), "one of wte and lm_head is missing"),
    (total_replaced, "wpe is missing, and one of wte and lm_head"),
    (with_tables(lambda n, v, b: [2 * v * n]), "wpe is missing; it has"),
    (with_tables(lambda n, v, b: [b * n]), "wte and lm_head are missing"),
    (with_tables(lambda n, v, b: []), "the layers alone are counted"),
    (lambda n, k, v, b: (2 * v + b) * n, "the layers are missing"),
    (with_tables(lambda n, v, b: [3 * v * n]), "wpe has block_size rows, one for each place"),
    (with_tables(lambda n, v, b: [2 * b * n + v * n]), "block_size and vocab_size are mixed up"),
    (with_tables(lambda n, v, b: [3 * b * n]), None),
    (with_tables(lambda n, v, b: [2 * v + b]), "each row has n_embd"),
    (with_tables(lambda n, v, b: [v * n, b * n, n * n]), "lm_head has n_embd rows of n_embd here"),
    (with_tables(lambda n, v, b: [v * n, b * n, v * v]), "rows of vocab_size numbers here"),
    (with_tables(lambda n, v, b: [v * b * n, v * n]), "a row for each token at each place"),
    (one_layer, "n_layer is not used"),
    (times_everything, "everything is multiplied by n_layer"),
    (lambda n, k, v, b: count_parameters(n, k + 1, v, b), "one layer too many"),
    (lambda n, k, v, b: count_parameters(n, k - 1, v, b), "one layer too few"),
    (lambda n, k, v, b: one_layer(n, k, v, b) + k, "n_layer is added to the layer"),
    (lambda n, k, v, b: (2 * v + b) * n + (12 * n * n) ** k, "raised to a power"),
    (wrong_brackets, "only the matrices of attention are multiplied"),
    (returns_in_loop, "n_layer is not used"),
    (with_layer(lambda n: [11 * n * n]), "attention has three matrices here"),
    (with_layer(lambda n: [3 * n * n, 8 * n * n]), "attention has three matrices here"),
    (with_layer(lambda n: [10 * n * n]), "as if two matrices of attention were missing"),
    (with_layer(lambda n: [n * n, 8 * n * n]), "as if attention had one matrix"),
    (with_layer(lambda n: [8 * n * n]), "or attention, or the MLP"),
    (with_layer(lambda n: [4 * n * n, 4 * n * n]), "as if one matrix of the MLP were missing"),
    (with_layer(lambda n: [4 * n * n, 2 * n * n]), "both matrices of the MLP have n_embd rows"),
    (with_layer(lambda n: [4 * n * n, 5 * n * n]), "one of the MLP n_embd rows"),
    (with_layer(lambda n: [4 * n * n]), "the MLP is missing"),
    (with_layer(lambda n: [4 * n * n, 32 * n * n]), "4 * n_embd on both sides"),
    (with_layer(lambda n: [16 * n * n, 8 * n * n]), "as if each head had four matrices"),
    (with_layer(lambda n: [13 * n * n, 8 * n * n]), "as if heads had matrices of their own"),
    (with_layer(lambda n: [4 * n * n, 8 * n]), "the matrices of the MLP have 4 * n_embd numbers"),
    (with_layer(lambda n: [4 * n, 8 * n * n]), "a matrix of attention has n_embd numbers"),
    (with_layer(lambda n: [12 * n]), "n_embd counts once in a layer"),
    (with_layer(lambda n: [*layer(n), 9 * n]), "biases are counted"),
    (with_layer(lambda n: [*layer(n), 5 * n]), "biases are counted"),
    (plus(lambda n, k, v, b: k * 9 * n + v), "biases are counted"),
    (plus(lambda n, k, v, b: v), "biases are counted"),
    (plus(lambda n, k, v, b: 2 * k * n + n), "rmsnorm has weights here"),
    (with_layer(lambda n: [*layer(n), 2 * n]), "rmsnorm has weights here"),
    (plus(lambda n, k, v, b: 1), "1 too large"),
    (lambda n, k, v, b: count_parameters(n, k, 27, 16), "vocab_size is always 27 and block_size"),
    (lambda n, k, v, b: count_parameters(n, k, 27, b), "vocab_size is always 27 here"),
    (lambda n, k, v, b: count_parameters(n, k, v, 16), "block_size is always 16 here"),
    (lambda n, k, v, b: count_parameters(16, k, v, b), "n_embd is always 16 here"),
    (lambda n, k, v, b: 4192, "always 4192"),
    (lambda n, k, v, b: count_parameters(n, k, v + 1, b), "2 * n_embd too many"),
    (lambda n, k, v, b: count_parameters(n, k, v, b + 1), "n_embd too many are counted: wpe"),
    (lambda n, k, v, b: count_parameters(n, k, b, v), "block_size and vocab_size are mixed up"),
    (lambda n, k, v, b: count_parameters(k, n, v, b), "n_embd and n_layer are exchanged"),
    (lambda n, k, v, b: [*tables(n, v, b), *layer(n) * k], "the counts of the matrices; add"),
    (lambda n, k, v, b: len([*tables(n, v, b), *layer(n) * k]), "how many matrices there are"),
    (lambda n, k, v, b: 2 * (v + n) + b + n + 18 * n * k, "rows and columns are added"),
    (lambda n, k, v, b: 12 * n * n, "the count of one layer"),
    (lambda n, k, v, b: 12 * n * n * k, "the layers alone are counted"),
    (lambda n, k, v, b: str(short(n, k, v, b)), "that is a text"),
    (lambda n, k, v, b: f"{short(n, k, v, b):,}", "that is a text"),
    (lambda n, k, v, b: -short(n, k, v, b), "the sign is turned round"),
    (lambda n, k, v, b: short(n, k, v, b) / 1000, "0.001 times what it should be"),
    (lambda n, k, v, b: round(short(n, k, v, b), -2), None),
    (lambda n, k, v, b: 2 * short(n, k, v, b), "2 times what it should be"),
    (lambda n, k, v, b: 4 * short(n, k, v, b), "4 times what it should be"),
    (lambda n, k, v, b: [short(n, k, v, b)], "one number, without a list"),
    (lambda n, k, v, b: n, "that is n_embd, as it came in"),
    (names_alone, "the answer is a number"),
    (lambda n_embd, n_layer, vocab_size, block_size: Config().shapes(27), "the answer is a number"),
    (prints, "it prints, and hands nothing back"),
    (without_return, "no return in it has a value"),
    (endless, "did not come back"),
    (keeps, "kept between calls"),
    (
        lambda vocab_size, block_size, n_embd, n_layer: short(
            n_embd, n_layer, vocab_size, block_size
        ),
        "the values arrive in the order of",
    ),
    (lambda n_embd, n_layer, vocab_size: 0, "does not start"),
    (lambda n_embd, n_layer, n_head, vocab_size, block_size: 0, "does not start"),
    (4192, "not a function"),
    ("count_parameters", "not a function"),
]
