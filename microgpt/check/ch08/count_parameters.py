"""Exercise 8.3: how many parameters the model has."""

from ..function import Case, Function
from ..mistakes import Mistake


def counted(
    wte=lambda n, vocab, block: vocab * n,
    wpe=lambda n, vocab, block: block * n,
    lm_head=lambda n, vocab, block: vocab * n,
    attention=lambda n: 4 * n * n,
    mlp=lambda n: 8 * n * n,
    more=lambda n: 0,
    total=lambda outside, layer, n_layer: outside + n_layer * layer,
):
    """count_parameters, with a part of it changed; `more` is what is added in each layer."""

    def count(n_embd, n_layer, vocab_size, block_size):
        outside = sum(part(n_embd, vocab_size, block_size) for part in (wte, wpe, lm_head))
        layer = attention(n_embd) + mlp(n_embd) + more(n_embd)
        return total(outside, layer, n_layer)

    return count


count_parameters = counted()


def nothing(*sizes):
    return 0


def with_sizes(change):
    """The right count of other sizes: change(n_embd, n_layer, vocab_size, block_size)."""
    return lambda *sizes: count_parameters(*change(*sizes))


def plus(extra):
    """extra(n_embd, n_layer, vocab_size, block_size) on top."""
    return lambda *sizes: count_parameters(*sizes) + extra(*sizes)


def layers(change):
    return counted(total=lambda outside, layer, n_layer: outside + change(layer, n_layer))


def matrices(n_embd, n_layer, vocab_size, block_size):
    """How many numbers each matrix has."""
    layer = [n_embd**2] * 4 + [4 * n_embd**2] * 2
    return [vocab_size * n_embd, block_size * n_embd, vocab_size * n_embd, *layer * n_layer]


def sizes(rng):
    """Small enough for those who build the model and count."""
    n_embd, n_layer = rng.choice([2, 4, 6, 8, 12, 16, 20]), rng.randint(1, 4)
    return n_embd, n_layer, rng.randint(3, 70), rng.randint(3, 70)


COUNT_PARAMETERS = Function(
    "ex-08-3",
    "count_parameters(n_embd, n_layer, vocab_size, block_size)",
    start="wte comes first: it has vocab_size rows of n_embd numbers.",
    right=count_parameters,
    more=sizes,
    drawn="sizes",
    cases=[
        Case("the model of the course", (16, 1, 27, 16), 4192),
        Case("vectors twice as long", (32, 1, 27, 16), 14528),
        Case("three layers", (16, 3, 27, 16), 10336),
        Case("more places than tokens", (8, 1, 5, 20), 1008),
        Case("all sizes small", (2, 2, 3, 5), 118),
        Case("four layers, and many tokens", (24, 4, 65, 40), 31728),
    ],
    mistakes=[
        Mistake(
            "one of wte and lm_head is missing; each has vocab_size rows of n_embd numbers.",
            counted(lm_head=nothing),
        ),
        Mistake(
            "wpe is missing; it has block_size rows of n_embd numbers.",
            counted(wpe=nothing),
        ),
        Mistake(
            "wte and lm_head are missing; each has vocab_size rows of n_embd numbers.",
            counted(wte=nothing, lm_head=nothing),
        ),
        Mistake(
            "wpe is missing, and one of wte and lm_head as well.",
            counted(wpe=nothing, lm_head=nothing),
        ),
        Mistake(
            "the layers alone are counted; wte, wpe and lm_head are parameters too.",
            counted(nothing, nothing, nothing),
        ),
        Mistake(
            "the layers are missing; each has four matrices of attention and two of the MLP.",
            layers(lambda layer, n_layer: 0),
        ),
        Mistake(
            "wpe has block_size rows, one for each place, not vocab_size.",
            counted(wpe=lambda n, vocab, block: vocab * n),
        ),
        Mistake(
            "block_size and vocab_size are mixed up: wte and lm_head have vocab_size rows, wpe has block_size rows.",
            with_sizes(lambda n, layer, vocab, block: (n, layer, block, vocab)),
        ),
        Mistake(
            "wte, wpe and lm_head have no more than one number a row here; each row has n_embd.",
            counted(
                wte=lambda n, vocab, block: vocab,
                wpe=lambda n, vocab, block: block,
                lm_head=lambda n, vocab, block: vocab,
            ),
        ),
        Mistake(
            "lm_head has n_embd rows of n_embd here; it has vocab_size rows, one for each token.",
            counted(lm_head=lambda n, vocab, block: n * n),
        ),
        Mistake(
            "one of wte and lm_head has vocab_size rows of vocab_size numbers here; a row has n_embd.",
            counted(lm_head=lambda n, vocab, block: vocab * vocab),
        ),
        Mistake(
            "wte has a row for each token at each place here; wte has vocab_size rows, and wpe block_size rows.",
            counted(wpe=nothing, wte=lambda n, vocab, block: vocab * block * n),
        ),
        Mistake(
            "n_layer is not used; each layer has matrices of its own.",
            layers(lambda layer, n_layer: layer),
        ),
        Mistake(
            "everything is multiplied by n_layer; wte, wpe and lm_head are there once.",
            counted(total=lambda outside, layer, n_layer: n_layer * (outside + layer)),
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
            "one of wte and lm_head is counted in each layer; both are there once.",
            lambda n, layers, vocab, block: (
                count_parameters(n, layers, vocab, block) + (layers - 1) * vocab * n
            ),
        ),
        Mistake(
            "n_layer is added to the layer; multiply by it.",
            layers(lambda layer, n_layer: n_layer + layer),
        ),
        Mistake(
            "the layer is raised to a power; multiply it by n_layer.",
            layers(lambda layer, n_layer: layer**n_layer),
        ),
        Mistake(
            "only the matrices of attention are multiplied by n_layer; each layer has its MLP as well.",
            lambda n, layer, vocab, block: (
                count_parameters(n, 0, vocab, block) + (4 * layer + 8) * n * n
            ),
        ),
        Mistake(
            "only the matrices of the MLP are multiplied by n_layer; each layer has its attention as well.",
            lambda n, layer, vocab, block: (
                count_parameters(n, 0, vocab, block) + (4 + 8 * layer) * n * n
            ),
        ),
        Mistake(
            "attention has three matrices here; it has four: wq, wk, wv and wo.",
            counted(attention=lambda n: 3 * n * n),
        ),
        *[
            Mistake(
                f"a layer has {count} * n_embd * n_embd here, {perhaps}; it has 12: one for each of wq, wk, wv and wo, "
                "and four for each of fc1 and fc2.",
                counted(attention=lambda n, count=count: (count - 8) * n * n),
            )
            for count, perhaps in [
                (
                    8,
                    "as if one matrix of the MLP were missing, or attention, or the MLP were half as wide",
                ),
                (9, "as if attention had one matrix, or one of the MLP n_embd rows of n_embd"),
                (
                    10,
                    "as if two matrices of attention were missing, or the MLP were three times as wide",
                ),
                (13, "as if attention had one matrix more"),
                (21, "as if heads had matrices of their own"),
                (24, "as if each head had four matrices, or fc1 and fc2 were larger"),
                (36, "as if the matrices of the MLP were 4 * n_embd on both sides"),
            ]
        ],
        Mistake(
            "a matrix of attention has n_embd numbers here; it has n_embd rows of n_embd numbers.",
            counted(attention=lambda n: 4 * n),
        ),
        Mistake(
            "both matrices of the MLP have n_embd rows of n_embd here; fc1 has 4 * n_embd rows, "
            "and fc2 rows of 4 * n_embd numbers.",
            counted(mlp=lambda n: 2 * n * n),
        ),
        Mistake(
            "the MLP is missing: fc1 and fc2, of 4 * n_embd * n_embd numbers each.",
            counted(mlp=nothing),
        ),
        Mistake(
            "the matrices of the MLP have 4 * n_embd numbers here; they have 4 * n_embd * n_embd.",
            counted(mlp=lambda n: 8 * n),
        ),
        Mistake(
            "n_embd counts once in a layer; each matrix there has n_embd * n_embd numbers, or four times as many.",
            counted(attention=lambda n: 4 * n, mlp=lambda n: 8 * n),
        ),
        Mistake(
            "biases are counted; our matrices have none.",
            *[
                plus(extra)
                for layer in (lambda n: 5 * n, lambda n: 4 * n, lambda n: 9 * n)
                for extra in (
                    lambda n, layers, vocab, block, layer=layer: layers * layer(n),
                    lambda n, layers, vocab, block, layer=layer: layers * layer(n) + vocab,
                )
            ],
            plus(lambda n, layers, vocab, block: vocab),
        ),
        Mistake(
            "rmsnorm has weights here; ours has none.",
            *[plus(lambda n, layers, vocab, block, k=k: (2 * layers + k) * n) for k in (0, 1, 2)],
        ),
        *[
            Mistake(
                f"{name} is always {number} here; it is an argument.",
                with_sizes(
                    lambda *given, place=place, number=number: (
                        *given[:place],
                        number,
                        *given[place + 1 :],
                    )
                ),
            )
            for place, name, number in [
                (0, "n_embd", 16),
                (2, "vocab_size", 27),
                (3, "block_size", 16),
                (2, "vocab_size", 26),
            ]
        ],
        Mistake(
            "vocab_size is always 27 and block_size always 16 here; they are arguments.",
            with_sizes(lambda n, layers, vocab, block: (n, layers, 27, 16)),
        ),
        Mistake(
            "fc1 has always 64 rows here; it has 4 * n_embd.",
            counted(mlp=lambda n: 2 * 64 * n),
        ),
        Mistake(
            "n_embd, n_layer and block_size are always those of the course here; they are arguments.",
            with_sizes(lambda n, layers, vocab, block: (16, 1, vocab, 16)),
        ),
        Mistake(
            "that is always 4192, the count for the course's sizes; compute it from the arguments.",
            lambda *sizes: 4192,
        ),
        Mistake(
            "2 * n_embd too many are counted: vocab_size has BOS in it already, and rmsnorm has no weights.",
            with_sizes(lambda n, layers, vocab, block: (n, layers, vocab + 1, block)),
        ),
        Mistake(
            "n_embd too many are counted: wpe has block_size rows, one for each place, and rmsnorm has no weights.",
            with_sizes(lambda n, layers, vocab, block: (n, layers, vocab, block + 1)),
        ),
        Mistake(
            "one token is left out; vocab_size has BOS in it.",
            with_sizes(lambda n, layers, vocab, block: (n, layers, vocab - 1, block)),
        ),
        Mistake(
            "n_embd and n_layer are exchanged.",
            with_sizes(lambda n, layers, vocab, block: (layers, n, vocab, block)),
        ),
        Mistake(
            "these are the counts of the matrices; add them up.",
            matrices,
            lambda *given: dict(enumerate(matrices(*given))),
        ),
        Mistake(
            "that is how many matrices there are; add up how many numbers they have.",
            lambda *given: len(matrices(*given)),
        ),
        Mistake(
            "rows and columns are added; a matrix has rows times columns numbers.",
            lambda n, layers, vocab, block: 2 * (vocab + n) + block + n + layers * (8 * n + 10 * n),
        ),
        Mistake(
            "that is the count of one layer; wte, wpe and lm_head belong to it, and so do the other layers.",
            lambda n, layers, vocab, block: 12 * n * n,
        ),
    ],
)
