"""Exercise 8.4: the whole forward pass."""

from microgpt.toy import WEIGHTS

from ..scenario import Scenario, Story
from .forward import gpt
from .gpt_blocks import BLOCKS
from .gpt_caches import CACHES
from .gpt_ends import ENDS
from .gpt_heads import HEADS
from .weights import logits_of_model, random_weights


def document(tokens, n_layer, n_head, **sizes):
    """The code of a document on random weights."""
    sizes = ", ".join(f"{name}={size}" for name, size in sizes.items())
    empty = ", ".join(["[]"] * n_layer)
    return f"""
        from microgpt.check.ch08.weights import random_weights
        w = random_weights(n_layer={n_layer}, {sizes})
        keys, values = [{empty}], [{empty}]
        [gpt(token, place, keys, values, w, {n_head}) for place, token in enumerate({tokens})]
    """


def drawn_document(rng):
    n_head, head_dim = rng.choice([(1, 3), (2, 2), (2, 3), (4, 1), (4, 2)])
    vocab_size, length = rng.randint(4, 6), rng.randint(2, 4)
    return document(
        [rng.randrange(vocab_size) for _ in range(length)],
        n_layer=rng.randint(1, 2),
        n_head=n_head,
        n_embd=n_head * head_dim,
        vocab_size=vocab_size,
        block_size=6,
        seed=rng.randint(1, 1000),
    )


def story(proves, tokens, n_layer, n_head, **sizes):
    """A document whose right logits are those of the package's own model."""
    code = document(tokens, n_layer, n_head, **sizes)
    expected = logits_of_model(random_weights(n_layer=n_layer, **sizes), tokens, n_head)
    return Story(proves, code, expected)


SMALL = dict(vocab_size=5, n_embd=4, block_size=5)
TWO_LAYERS = random_weights(n_layer=2, seed=4, **SMALL)
ONE, OTHER = logits_of_model(TWO_LAYERS, [2, 3], 2), logits_of_model(TWO_LAYERS, [4, 3], 2)

GPT = Scenario(
    "ex-08-4",
    "gpt(token_id, pos_id, keys, values, w, n_head)",
    start='x comes first: the row of the token in w["wte"], plus the row of the position in w["wpe"], through rmsnorm.',
    right=gpt,
    tools={"WEIGHTS": WEIGHTS},
    more=drawn_document,
    hint="Count the norms: one at the start; in each layer one before attention, and one before the MLP.",
    draws=8,
    cases=[
        Story(
            "one token, with the WEIGHTS of microgpt.toy",
            "gpt(1, 2, [[]], [[]], WEIGHTS, 1)",
            logits_of_model(WEIGHTS, [1], 1, first=2)[0],
        ),
        Story(
            "w stays as it was",
            """
            logits = gpt(1, 2, [[]], [[]], WEIGHTS, 1)
            WEIGHTS
            """,
            WEIGHTS,
            aside="w is not what it was before the call; make new lists, and leave its rows alone.",
        ),
        story("a document of three tokens, one head", [3, 0, 1], 1, 1, seed=1, **SMALL),
        story("four tokens, two heads", [4, 0, 2, 2], 1, 2, seed=2, **SMALL),
        story("two layers, each with caches of its own", [1, 3, 0], 2, 2, seed=3, **SMALL),
        story(
            "two layers of four heads",
            [0, 2, 1],
            2,
            4,
            vocab_size=4,
            n_embd=8,
            block_size=3,
            seed=5,
        ),
        Story(
            "two documents in turns, each with caches of its own",
            """
            from microgpt.check.ch08.weights import random_weights
            w = random_weights(n_layer=2, vocab_size=5, n_embd=4, block_size=5, seed=4)
            keys, values, other_keys, other_values = [[], []], [[], []], [[], []], [[], []]
            gpt(2, 0, keys, values, w, 2)
            gpt(4, 0, other_keys, other_values, w, 2)
            [gpt(3, 1, keys, values, w, 2), gpt(3, 1, other_keys, other_values, w, 2)]
            """,
            [ONE[1], OTHER[1]],
        ),
        Story(
            "each call adds one key and one value in each layer",
            """
            from microgpt.check.ch08.weights import random_weights
            w = random_weights(n_layer=2, vocab_size=5, n_embd=4, block_size=5, seed=4)
            keys, values = [[], []], [[], []]
            logits = [gpt(token, place, keys, values, w, 2) for place, token in enumerate([3, 1, 0])]
            [len(cache) for cache in keys + values]
            """,
            [3, 3, 3, 3],
            aside="these are the lengths of keys[0], keys[1], values[0] and values[1] after three calls; "
            "each call adds one key and one value in each layer.",
        ),
    ],
    mistakes=[*BLOCKS, *CACHES, *HEADS, *ENDS],
)
