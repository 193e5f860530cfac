"""What goes wrong around attention and MLP: the residuals, the norms, the MLP itself, the layers."""

from math import erf, exp, sqrt, tanh

from microgpt.nn import linear, rmsnorm

from ..mistakes import Mistake
from .forward import forward, of_result
from .parts import added, block, loose, mlp, network, relu, residual_block


def blocks(**changed):
    """The same change around attention, around the MLP, and around both."""
    wrong = block(**changed)
    return (
        forward(around_attention=wrong),
        forward(around_mlp=wrong),
        forward(around_attention=wrong, around_mlp=wrong),
    )


ALONE_ATTENTION, ALONE_MLP, ALONE_BOTH = blocks(add=lambda x, made: made)
AFTER_ATTENTION, AFTER_MLP, AFTER_BOTH = blocks(before=list, after=rmsnorm)
BARE_ATTENTION, BARE_MLP, BARE_BOTH = blocks(before=list)


NORMED_ADDED = [
    lambda x, f: residual_block(rmsnorm(x), f),
    lambda x, f: added(rmsnorm(x), f(rmsnorm(x))),
    lambda x, f: added(rmsnorm(x), f(x)),
]


def sigmoid(number):
    return 1 / (1 + exp(-number))


def gelu(number):
    return number * (1 + erf(number / sqrt(2))) / 2


BENT = [
    abs,
    tanh,
    sigmoid,
    gelu,
    lambda h: h / (1 + exp(-1.702 * h)),
    lambda h: min(0.0, h),
    lambda h: max(0.01 * h, h),
    lambda h: max(0.0, h) ** 2,
]


def beside(x, attention, mlp):
    """Attention and MLP both get what enters the layer."""
    return [a + b - c for a, b, c in zip(attention(x), mlp(x), x)]


def added_to_what_came_in(x, attention, mlp):
    """x as it enters the layer, plus what the MLP makes."""
    seen = attention(x)
    return [a - s + b for a, s, b in zip(mlp(seen), seen, x)]


BLOCKS = [
    # The residuals
    Mistake(
        "x is not added to what attention makes; the block of 8.2 adds it.",
        ALONE_ATTENTION,
    ),
    Mistake("x is not added to what the MLP makes; the block of 8.2 adds it.", ALONE_MLP),
    Mistake(
        "x is added neither after attention nor after the MLP; the block of 8.2 adds it, both times.",
        ALONE_BOTH,
    ),
    Mistake(
        "around attention, rmsnorm(x) is added; x itself is added.",
        *[forward(around_attention=wrong) for wrong in NORMED_ADDED],
    ),
    Mistake(
        "around the MLP, rmsnorm(x) is added; x itself is added.",
        *[forward(around_mlp=wrong) for wrong in NORMED_ADDED],
        forward(around_attention=block(after=rmsnorm)),
    ),
    Mistake(
        "around attention and MLP, rmsnorm(x) is added; x itself is added.",
        *[forward(around_attention=wrong, around_mlp=wrong) for wrong in NORMED_ADDED],
        forward(around_attention=block(after=rmsnorm), around_mlp=block(after=rmsnorm)),
    ),
    Mistake(
        "what attention makes is added twice; add it once.",
        forward(around_attention=block(add=lambda x, made: [a + 2 * b for a, b in zip(x, made)])),
    ),
    Mistake(
        "what the MLP makes is added twice; add it once.",
        forward(around_mlp=block(add=lambda x, made: [a + 2 * b for a, b in zip(x, made)])),
    ),
    # The norms
    Mistake("rmsnorm comes after attention here; it comes before.", AFTER_ATTENTION),
    Mistake("rmsnorm comes after the MLP here; it comes before.", AFTER_MLP),
    Mistake(
        "rmsnorm comes after attention and after the MLP here; it comes before each of them.",
        AFTER_BOTH,
    ),
    Mistake(
        "what attention makes goes through rmsnorm as well; add it as it is.",
        blocks(add=lambda x, made: added(x, rmsnorm(made)))[0],
        blocks(before=list, add=lambda x, made: added(x, rmsnorm(made)))[0],
    ),
    Mistake(
        "what the MLP makes goes through rmsnorm as well; add it as it is.",
        blocks(add=lambda x, made: added(x, rmsnorm(made)))[1],
        blocks(before=list, add=lambda x, made: added(x, rmsnorm(made)))[1],
    ),
    Mistake(
        "what attention and MLP make goes through rmsnorm as well; add it as it is.",
        blocks(add=lambda x, made: added(x, rmsnorm(made)))[2],
        blocks(before=list, add=lambda x, made: added(x, rmsnorm(made)))[2],
    ),
    Mistake(
        "rmsnorm is missing at the start: wte and wpe are added, and the sum goes through rmsnorm.",
        forward(start=list),
    ),
    Mistake(
        "rmsnorm is done twice at the start; once is enough.",
        forward(start=lambda x: rmsnorm(rmsnorm(x))),
    ),
    Mistake("rmsnorm is missing before attention.", BARE_ATTENTION),
    Mistake("rmsnorm is missing before the MLP.", BARE_MLP),
    Mistake(
        "rmsnorm is missing before attention and before the MLP.",
        BARE_BOTH,
    ),
    Mistake(
        "rmsnorm is missing: it comes at the start, before attention and before the MLP.",
        forward(start=list, around_attention=block(before=list), around_mlp=block(before=list)),
    ),
    Mistake(
        "rmsnorm is missing at the start and before attention.",
        forward(start=list, around_attention=block(before=list)),
    ),
    Mistake(
        "rmsnorm is missing at the start and before the MLP.",
        forward(start=list, around_mlp=block(before=list)),
    ),
    Mistake(
        "the rows of wte and wpe go through rmsnorm one by one; add them first.",
        forward(
            start=list,
            embed=lambda token_id, pos_id, w, keys: added(
                rmsnorm(w["wte"][token_id]), rmsnorm(w["wpe"][pos_id])
            ),
        ),
    ),
    Mistake(
        "x goes through rmsnorm before lm_head; larger models do this, ours does not.",
        forward(end=lambda x, w: linear(rmsnorm(x), w["lm_head"])),
    ),
    Mistake(
        "x goes through rmsnorm before lm_head, and not at the start: larger models do this, "
        "ours does it the other way round.",
        forward(start=list, end=lambda x, w: linear(rmsnorm(x), w["lm_head"])),
    ),
    Mistake(
        "the logits go through rmsnorm; return them as lm_head makes them.",
        of_result(rmsnorm),
    ),
    # The MLP
    Mistake(
        "there is no ReLU in the MLP; it comes between mlp_fc1 and mlp_fc2.",
        forward(mlp=network(list)),
    ),
    Mistake(
        "what the MLP makes goes through ReLU as well; it comes between mlp_fc1 and mlp_fc2 alone.",
        forward(mlp=lambda x, fc1, fc2: relu(mlp(x, fc1, fc2))),
    ),
    Mistake(
        "ReLU comes at the end of the MLP; it comes between mlp_fc1 and mlp_fc2.",
        forward(mlp=lambda x, fc1, fc2: relu(network(list)(x, fc1, fc2))),
    ),
    Mistake(
        "the MLP does not bend with ReLU: a hidden number below 0 becomes 0, one above it stays.",
        *[
            forward(mlp=network(lambda hidden, bend=bend: [bend(h) for h in hidden]))
            for bend in BENT
        ],
    ),
    Mistake(
        "the MLP is missing: rmsnorm, the MLP, and x added come after attention.",
        forward(order=lambda x, attention, mlp: attention(x)),
    ),
    Mistake(
        "mlp_fc1 and mlp_fc2 are exchanged; mlp_fc1 comes first.",
        forward(mlp=lambda x, fc1, fc2: network(first=loose, second=loose)(x, fc2, fc1)),
    ),
    Mistake(
        "the MLP comes before attention; attention comes first.",
        forward(order=lambda x, attention, mlp: attention(mlp(x))),
    ),
    Mistake(
        "the MLP gets what enters the layer; give it what attention has made, with x added.",
        forward(order=beside),
    ),
    Mistake(
        "x as it enters the layer is added after the MLP; add x as it is after attention.",
        forward(order=added_to_what_came_in),
    ),
    # The layers
    Mistake(
        'every layer has the matrices of layer 0; write the number into the name: f"layer{i}.attn_wq".',
        forward(place=lambda i, n_layer: 0),
    ),
    Mistake(
        "every layer has the matrices of the last; layer i has its own.",
        forward(place=lambda i, n_layer: n_layer - 1),
    ),
    Mistake(
        "the layers come in reverse order; layer 0 is the first.",
        forward(place=lambda i, n_layer: n_layer - 1 - i),
        forward(layers=lambda keys: reversed(range(len(keys)))),
    ),
    Mistake(
        "only layer 0 is run; there are len(keys) layers.",
        forward(layers=lambda keys: range(1)),
    ),
    Mistake(
        "the last layer is left out; there are len(keys) of them.",
        forward(layers=lambda keys: range(len(keys) - 1)),
    ),
    Mistake(
        "layer 0 is left out; count from 0.",
        forward(layers=lambda keys: range(1, len(keys))),
    ),
    Mistake(
        "the pass ends after the attention of layer 0; return after the loop, when all layers are through.",
        forward(layers=lambda keys: range(1), order=lambda x, attention, mlp: attention(x)),
    ),
    Mistake(
        "only the last layer is run; there are len(keys) of them.",
        forward(layers=lambda keys: [len(keys) - 1]),
    ),
    Mistake(
        "no layer is run; there are len(keys) of them.",
        forward(layers=lambda keys: []),
    ),
]
