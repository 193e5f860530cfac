"""Exercise 11.1: how many parameters GPT-2 has."""

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop


def counted(
    ends=lambda n, vocab, block: (vocab + block) * n,
    weights=12,
    small=13,
    last=2,
    total=lambda ends, layer, last, n_layer: ends + n_layer * layer + last,
):
    """count_gpt2 with a part of it changed: so many times n² and n in a layer, and n in the last norm."""

    def count(vocab, block, n_embd, n_layer):
        layer = weights * n_embd**2 + small * n_embd
        return total(ends(n_embd, vocab, block), layer, last * n_embd, n_layer)

    return count


count_gpt2 = counted()


def with_sizes(change):
    """The right count of other sizes: change(vocab, block, n_embd, n_layer)."""
    return lambda *sizes: count_gpt2(*change(*sizes))


def plus(extra):
    """extra(vocab, block, n_embd, n_layer) on top."""
    return lambda *sizes: count_gpt2(*sizes) + extra(*sizes)


def twice(n, vocab, block):
    """wte, wpe, and a matrix lm_head of its own."""
    return (2 * vocab + block) * n


def layers(change):
    return counted(
        total=lambda ends, layer, last, n_layer: ends + change(layer, n_layer) + last,
    )


def once(small):
    """So many times n count once, and not in each layer."""
    return plus(lambda vocab, block, n, n_layer: (1 - n_layer) * small * n)


def always(place, number):
    """One of the sizes has a fixed value."""
    return with_sizes(lambda *sizes: (*sizes[:place], number, *sizes[place + 1 :]))


def sizes(rng):
    n_layer = rng.randint(2, 6)
    return rng.randint(30, 90), rng.randint(9, 29), rng.choice([4, 8, 12, 16, 24]), n_layer


# What a layer has beside its 12 n² weights, in times n: 9 of biases, 4 of norms.
SMALL = [
    (
        12,
        "the bias of one matrix of n_embd rows is missing: wq, wk, wv, wo and fc2 have n_embd, and fc1 has four times "
        "as many",
    ),
    (
        11,
        "either one norm of two is missing, or half of each, or two biases of n_embd; a layer has two norms of "
        "2 * n_embd, and 9 * n_embd biases",
    ),
    (
        10,
        "as if wq, wk and wv had no biases, or fc1 n_embd of them; wq, wk, wv, wo and fc2 have n_embd, and fc1 has "
        "4 * n_embd",
    ),
    (
        9,
        "either both norms are missing, or the four biases of attention; a layer has two norms of 2 * n_embd, and "
        "9 * n_embd biases",
    ),
    (
        8,
        "as if the MLP had no biases; fc1 has 4 * n_embd, and fc2 has n_embd",
    ),
    (4, "the biases are missing; a layer has 9 * n_embd of them"),
    (2, "the biases and one of the two norms are missing"),
    (5, "the norms of the layers are missing, and the biases of attention; or half of that"),
    (15, "as if there were three norms; the last one comes once, after all layers"),
    (
        16,
        "as if both matrices of the MLP had 4 * n_embd biases; fc2 has n_embd rows, and so many biases",
    ),
]
WEIGHTS = [
    (8, "as if attention were missing, or one matrix of the MLP"),
    (9, "as if attention had one matrix"),
    (10, "as if two matrices of attention were missing"),
    (11, "as if one matrix of attention were missing"),
    (13, "as if attention had one matrix more"),
    (6, "as if both matrices of the MLP had n_embd rows of n_embd"),
    (4, "as if the MLP were missing"),
    (16, "as if the MLP had three matrices, as in newer models"),
    (20, "as if fc1 and fc2 were larger"),
    (48, "as if each of four heads had its own"),
]
FIXED = [(0, "vocab", 50257), (1, "block", 1024), (2, "n_embd", 768), (3, "n_layer", 12)]

COUNT_GPT2 = Function(
    "ex-11-1",
    "count_gpt2(vocab, block, n_embd, n_layer)",
    start="wte has vocab rows of n_embd numbers, and wpe has block rows.",
    right=count_gpt2,
    more=sizes,
    drawn="sizes",
    # Small sizes first: answers are tried with powers, too, and those of large numbers take long.
    cases=[
        Case("the sizes of the course", (27, 16, 16, 1), 4000),
        Case("three layers", (65, 32, 24, 3), 24_048),
        Case("no layer: wte, wpe and the last norm", (10, 5, 4, 0), 68),
        Case("all sizes small", (3, 2, 1, 1), 32),
        Case("the smallest GPT-2", (50257, 1024, 768, 12), 124_439_808),
    ],
    mistakes=[
        Mistake(
            "lm_head is counted on top; GPT-2 uses wte again, so that the vocabulary counts once.",
            counted(twice),
        ),
        Mistake(
            "that is how chapter 08 counts: no biases, no parameters of norms, and lm_head on top.",
            counted(twice, small=0, last=0),
        ),
        Mistake(
            "the matrices alone are counted; the biases and the norms are missing.",
            counted(small=0, last=0),
        ),
        Mistake(
            "the biases of a layer and its norms are missing.",
            counted(small=0),
        ),
        Mistake(
            "the biases and the last norm are missing.",
            counted(small=4, last=0),
        ),
        Mistake(
            "lm_head is counted on top, and the biases are missing.",
            counted(twice, small=4),
        ),
        Mistake(
            "lm_head is counted on top, and the norms are missing.",
            counted(twice, small=9, last=0),
        ),
        Mistake(
            "lm_head is counted on top, and the last norm is missing.",
            counted(twice, last=0),
        ),
        Mistake(
            "the norms are missing, in the layers and at the end; each has 2 * n_embd parameters.",
            counted(small=9, last=0),
        ),
        Mistake(
            "the last norm is missing: 2 * n_embd parameters after all layers.",
            counted(last=0),
        ),
        Mistake(
            "n_embd are missing: the last norm has 2 * n_embd, a factor and a number to add for each place, "
            "and wte has vocab rows, wpe block rows.",
            counted(last=1),
        ),
        Mistake(
            "each norm has n_embd parameters here; it has 2 * n_embd: a factor and a number to add for each place.",
            counted(small=11, last=1),
        ),
        Mistake(
            "there is one norm in each layer here, and none at the end; each has two, and one more comes last.",
            counted(small=11, last=0),
        ),
        Mistake(
            "the last norm is counted in each layer; it comes once, after all of them.",
            counted(small=15, last=0),
        ),
        *[
            Mistake(
                f"a layer has {small} * n_embd beside its matrices here, and 13 are right: {why}.",
                counted(small=small),
            )
            for small, why in SMALL
        ],
        *[
            Mistake(
                f"a layer has {weights} * n_embd * n_embd weights here, {why}; it has 12: four of attention, "
                "and four times two of the MLP.",
                counted(weights=weights),
            )
            for weights, why in WEIGHTS
        ],
        Mistake(
            "the weights of a layer are 12 * n_embd here; a matrix has n_embd * n_embd, or four times as many.",
            counted(weights=0, small=25),
        ),
        Mistake(
            "the matrices of the layers are missing; each layer has 12 * n_embd * n_embd weights.",
            counted(weights=0),
        ),
        Mistake(
            "wpe is missing; it has block rows of n_embd numbers.",
            counted(lambda n, vocab, block: vocab * n),
        ),
        Mistake(
            "wte is missing; it has vocab rows of n_embd numbers.",
            counted(lambda n, vocab, block: block * n),
        ),
        Mistake(
            "wpe is missing, and lm_head is counted on top of wte.",
            counted(lambda n, vocab, block: 2 * vocab * n),
        ),
        Mistake(
            "wte and wpe are missing; they have vocab and block rows of n_embd numbers.",
            counted(lambda n, vocab, block: 0),
        ),
        Mistake(
            "wte and wpe have one number a row here; each row has n_embd.",
            counted(lambda n, vocab, block: vocab + block),
        ),
        Mistake(
            "wte has a row for each token at each place here; vocab and block are added, not multiplied.",
            counted(lambda n, vocab, block: vocab * block * n),
        ),
        Mistake(
            "brackets are missing: n_embd stands with vocab and with block.",
            counted(lambda n, vocab, block: vocab + block * n),
            counted(lambda n, vocab, block: vocab * n + block),
        ),
        Mistake(
            "a bias for each token is counted; the output has none.",
            plus(lambda vocab, block, n, n_layer: vocab),
            lambda vocab, block, n, n_layer: counted(twice)(vocab, block, n, n_layer) + vocab,
        ),
        Mistake(
            "n_layer is not used; each layer has matrices of its own.",
            layers(lambda layer, n_layer: layer),
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "the layers are missing.",
            layers(lambda layer, n_layer: 0),
        ),
        Mistake(
            "wte and wpe are multiplied by n_layer; they are there once.",
            counted(total=lambda ends, layer, last, n_layer: n_layer * (ends + layer) + last),
            counted(total=lambda ends, layer, last, n_layer: n_layer * (ends + layer + last)),
        ),
        Mistake(
            "there is one layer too many; there are n_layer of them.",
            layers(lambda layer, n_layer: (n_layer + 1) * layer),
        ),
        Mistake(
            "there is one layer too few; there are n_layer of them.",
            layers(lambda layer, n_layer: (n_layer - 1) * layer),
            layers(lambda layer, n_layer: max(0, n_layer - 1) * layer),
        ),
        Mistake(
            "n_layer is added to the layer; multiply by it.",
            layers(lambda layer, n_layer: n_layer + layer),
        ),
        Mistake(
            "the biases and the norms of one layer are counted; each layer has its own.",
            once(13),
        ),
        Mistake(
            "the biases are counted once; each layer has its own.",
            once(9),
        ),
        Mistake(
            "the norms of the layers are counted once; each layer has two.",
            once(4),
        ),
        *[
            Mistake(f"{name} is always {number} here; it is an argument.", always(place, number))
            for place, name, number in FIXED
        ],
        Mistake(
            "that is always 124,439,808, the count of the smallest; compute it from the arguments.",
            lambda *sizes: 124_439_808,
        ),
        Mistake(
            "n_embd and n_layer are exchanged.",
            with_sizes(lambda vocab, block, n, layer: (vocab, block, layer, n)),
        ),
        Mistake(
            "one row is too many in wte or wpe; vocab and block are the counts of their rows.",
            with_sizes(lambda vocab, block, n, layer: (vocab + 1, block, n, layer)),
        ),
        Mistake(
            "that is in thousands or millions; return the exact number.",
            lambda *sizes: count_gpt2(*sizes) / 1e6,
            lambda *sizes: count_gpt2(*sizes) / 1e3,
        ),
        Mistake(
            "that is the count of one layer; multiply it by n_layer, and add wte, wpe and the last norm.",
            lambda vocab, block, n, n_layer: 12 * n * n + 13 * n,
        ),
    ],
)
