"""How large models are: their parameters, the work of their training, the memory they need.

The sizes are those of the sources named with each model. What a source does not tell is None.
"""

from typing import NamedTuple

BYTES = 2  # of a number with 16 bits
# Weights and gradients of 16 bits, and weights, m and v of 32: Rajbhandari and others, ZeRO, 2020.
TRAINING_BYTES = 16
H100 = (
    989e12  # operations a second with numbers of 16 bits (bf16, dense): NVIDIA's data sheet, 2022
)
DAY = 24 * 60 * 60


class Sizes(NamedTuple):
    """The sizes of a model. `style` says what its parts are made of.

    "microgpt" has matrices alone. "gpt2" has biases, norms with two numbers for each place, and no lm_head of its
    own. "llama" has norms with one number, no wpe, and an MLP of three matrices, in as many copies as `experts`, of
    which a token uses `active`; `heads` share `kv_heads` keys and values.
    """

    style: str
    vocab: int
    context: int
    width: int
    layers: int
    heads: int
    kv_heads: int
    hidden: int
    experts: int = 1
    active: int = 1


class Known(NamedTuple):
    """A model with its source; `tokens` is what it was trained on."""

    name: str
    source: str
    sizes: Sizes
    tokens: float | None = None


def gpt2(width, layers, heads, context=1024):
    return Sizes("gpt2", 50257, context, width, layers, heads, heads, 4 * width)


RADFORD = "Radford and others, 2019"
MODELS = {
    "microgpt": Known("microgpt", "this course", Sizes("microgpt", 27, 16, 16, 1, 4, 4, 64), 6_944),
    "gpt2": Known("GPT-2 small", RADFORD, gpt2(768, 12, 12)),
    "gpt2-medium": Known("GPT-2 medium", RADFORD, gpt2(1024, 24, 16)),
    "gpt2-large": Known("GPT-2 large", RADFORD, gpt2(1280, 36, 20)),
    "gpt2-xl": Known("GPT-2 XL", RADFORD, gpt2(1600, 48, 25)),
    "gpt3": Known("GPT-3", "Brown and others, 2020", gpt2(12288, 96, 96, 2048), 300e9),
    "mixtral": Known(
        "Mixtral 8x7B",
        "Jiang and others, 2024",
        Sizes("llama", 32000, 32768, 4096, 32, 32, 8, 14336, experts=8, active=2),
    ),
    "llama3": Known(
        "Llama 3 405B",
        "The Llama 3 Herd of Models, 2024",
        Sizes("llama", 128256, 131072, 16384, 126, 128, 8, 53248),
        15.6e12,
    ),
}
"""{name: what is known of a model}: its `name`, `source`, `sizes`, and the `tokens` that it was trained on."""


def parameters(sizes, active=False):
    """{part: how many parameters}; with `active`, those that one token uses.

    >>> parameters(MODELS["microgpt"].sizes)
    {'tokens in': 432, 'positions': 256, 'attention': 1024, 'MLP': 2048, 'norms, biases': 0, 'tokens out': 432}
    """
    n, ours = sizes.width, sizes.style == "microgpt"
    kv = sizes.kv_heads * n // sizes.heads  # rows of wk and of wv
    llama = sizes.style == "llama"
    one = (3 if llama else 2) * n * sizes.hidden
    experts = sizes.active if active else sizes.experts
    router = n * sizes.experts if sizes.experts > 1 else 0
    norm = 0 if ours else n if llama else 2 * n
    biases = n + 2 * kv + n + sizes.hidden + n if sizes.style == "gpt2" else 0
    return {
        "tokens in": sizes.vocab * n,
        "positions": 0 if llama else sizes.context * n,
        "attention": sizes.layers * (2 * n * n + 2 * kv * n),
        "MLP": sizes.layers * (experts * one + router),
        "norms, biases": sizes.layers * (2 * norm + biases) + norm,
        "tokens out": 0 if sizes.style == "gpt2" else sizes.vocab * n,
    }


def total(sizes, active=False):
    """How many parameters a model of these `sizes` has; with `active`, how many of them one token uses.

    >>> f"{total(MODELS['gpt2'].sizes):,}"
    '124,439,808'
    """
    return sum(parameters(sizes, active).values())


def training_flops(sizes, tokens):
    """6 operations for each parameter that a token uses, and each token (Kaplan and others, 2020).

    >>> f"{training_flops(MODELS['gpt3'].sizes, 300e9):.2e}"
    '3.14e+23'
    """
    return 6 * total(sizes, active=True) * tokens


def cache_bytes(sizes):
    """The keys and values of one token, in all layers.

    >>> cache_bytes(MODELS["gpt3"].sizes), cache_bytes(MODELS["llama3"].sizes)
    (4718592, 516096)
    """
    return 2 * sizes.layers * sizes.kv_heads * (sizes.width // sizes.heads) * BYTES


def memory(sizes):
    """{what: bytes}: the weights, their training with Adam, the cache of a whole context.

    >>> memory(MODELS["gpt2"].sizes)
    {'weights': 248879616, 'training': 1991036928, 'cache': 37748736}
    """
    count = total(sizes)
    return {
        "weights": BYTES * count,
        "training": TRAINING_BYTES * count,
        "cache": cache_bytes(sizes) * sizes.context,
    }


def training_days(flops, cards, peak=H100, share=0.4):
    """How long so many operations take on so many cards, at a share of what a card can do at most.

    >>> round(training_days(3.14e23, 1) / 365, 1)
    25.2
    """
    return flops / (cards * peak * share) / DAY


def cost(days, cards, price):
    """What the cards cost, at a price for one card and hour.

    >>> cost(2, 10, 1.5)
    720.0
    """
    return days * 24 * cards * price


def changed(sizes, **changes):
    """The sizes after some of them were changed.

    The MLP grows with the width, and there are never more keys than heads, unless these too are chosen.

    >>> changed(MODELS["llama3"].sizes, width=8192).hidden
    26624
    """
    new = sizes._replace(**changes)
    hidden = changes.get("hidden") or max(1, sizes.hidden * new.width // sizes.width)
    own = new.heads if sizes.kv_heads == sizes.heads else sizes.kv_heads
    kv_heads = min(changes.get("kv_heads", own), new.heads)
    return new._replace(hidden=hidden, kv_heads=kv_heads, active=min(new.active, new.experts))
