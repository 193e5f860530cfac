"""Faults on the way forward: the numbers part at the first step; in attention, where the weights are
small, a step or two later."""

from .fault import fault

SIZES = "n_layer, n_embd, n_head, block_size = 1, 16, 4, 16"
SCALE = " / head_dim ** 0.5 for k"
ATTEND = "x = [a + b for a, b in zip(attention(rmsnorm(x), i, keys, values), x)]"
THINK = "x = [a + b for a, b in zip(mlp(rmsnorm(x), i), x)]"
FIRST = "    x = rmsnorm(x)\n"
LAST = 'return linear(x, state_dict["lm_head"])'
EMBED = 'x = [t + p for t, p in zip(state_dict["wte"][token_id], state_dict["wpe"][pos_id])]'
MEAN_SQUARE = "mean_square = sum(x_i * x_i for x_i in x) / len(x)"
EPS = "(mean_square + 1e-5) ** -0.5"
RELU = "h.relu() for h in"
OUT = 'return linear(blend, state_dict[f"layer{i}.attn_wo"])'
CACHE = "values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\n    losses"
VALUES = "values[i].append(linear(x, state_dict[f"
SHARES = "shares = softmax(scores)"
HEAD = (
    '    "lm_head": matrix(vocab_size, n_embd),  # one row per token: how well it would come next\n'
)
CALL = "probs = softmax(gpt(tokens[pos_id], pos_id, keys, values))"


def scaled(name, says, new):
    return fault(name, says, SCALE, f"{new} for k")


def sized(name, says, **sizes):
    sizes = {"n_layer": 1, "n_embd": 16, "n_head": 4, "block_size": 16} | sizes
    new = f"{', '.join(sizes)} = {', '.join(map(str, sizes.values()))}"
    return fault(name, says, SIZES, new)


FAULTS = [
    scaled("no-scale", "The scores are not divided by the root of head_dim.", ""),
    scaled(
        "scale-width",
        "The scores are divided by the root of n_embd; take head_dim, the size of one head.",
        " / n_embd ** 0.5",
    ),
    scaled(
        "scale-no-root", "The scores are divided by head_dim itself; take its root.", " / head_dim"
    ),
    scaled(
        "scale-times",
        "The scores are multiplied by the root of head_dim; divide.",
        " * head_dim ** 0.5",
    ),
    sized("one-head", "The heads are not split: one head works on all 16 numbers.", n_head=1),
    fault(
        "one-head-small-scale",
        "The heads are not split: one head works on all 16 numbers, and divides by the root of 4.",
        (SIZES, SIZES.replace("4, 16", "1, 16")),
        (SCALE, " / 2 for k"),
    ),
    sized("two-heads", "There are 2 heads; the recorded run has 4.", n_head=2),
    sized("eight-heads", "There are 8 heads; the recorded run has 4.", n_head=8),
    sized("two-layers", "There are 2 layers; the recorded run has 1.", n_layer=2),
    sized(
        "block-8",
        "block_size is 8: the model has 8 positions, and cuts longer names; it is 16.",
        block_size=8,
    ),
    sized("block-32", "block_size is 32; it is 16.", block_size=32),
    sized("width-32", "n_embd is 32; it is 16.", n_embd=32),
    fault(
        "cut-at-8",
        "Names are cut after 8 predictions; up to 16 fit.",
        "n = min(block_size, len(tokens) - 1)",
        "n = min(8, len(tokens) - 1)",
    ),
    fault(
        "no-residual",
        "Nothing is added: each half of a layer replaces x. Both have to be added to x.",
        (ATTEND, "x = attention(rmsnorm(x), i, keys, values)"),
        (THINK, "x = mlp(rmsnorm(x), i)"),
    ),
    fault(
        "no-residual-attention",
        "Attention replaces x; its result has to be added to x.",
        ATTEND,
        "x = attention(rmsnorm(x), i, keys, values)",
    ),
    fault(
        "no-residual-mlp",
        "The MLP replaces x; its result has to be added to x.",
        THINK,
        "x = mlp(rmsnorm(x), i)",
    ),
    fault(
        "residual-after-norm",
        "What is added to is x after rmsnorm; add to x as it was before.",
        (
            ATTEND,
            "x = rmsnorm(x)\n        x = [a + b for a, b in zip(attention(x, i, keys, values), x)]",
        ),
        (THINK, "x = rmsnorm(x)\n        x = [a + b for a, b in zip(mlp(x, i), x)]"),
    ),
    fault(
        "no-norm",
        "There is no rmsnorm at all.",
        (FIRST, ""),
        (ATTEND, ATTEND.replace("rmsnorm(x)", "x")),
        (THINK, THINK.replace("rmsnorm(x)", "x")),
    ),
    fault("no-first-norm", "The rmsnorm right after the embeddings is missing.", FIRST, ""),
    fault(
        "no-norm-in-layer",
        "The rmsnorm before attention and before the MLP are missing.",
        (ATTEND, ATTEND.replace("rmsnorm(x)", "x")),
        (THINK, THINK.replace("rmsnorm(x)", "x")),
    ),
    fault(
        "no-norm-attention",
        "The rmsnorm before attention is missing.",
        ATTEND,
        ATTEND.replace("rmsnorm(x)", "x"),
    ),
    fault(
        "no-norm-mlp",
        "The rmsnorm before the MLP is missing.",
        THINK,
        THINK.replace("rmsnorm(x)", "x"),
    ),
    fault(
        "norm-after",
        "rmsnorm comes after each half of a layer; it comes before, and what is added stays as it is.",
        (ATTEND, "x = rmsnorm([a + b for a, b in zip(attention(x, i, keys, values), x)])"),
        (THINK, "x = rmsnorm([a + b for a, b in zip(mlp(x, i), x)])"),
    ),
    fault(
        "last-norm",
        "There is one more rmsnorm before lm_head; the recorded run has none there.",
        LAST,
        LAST.replace("(x,", "(rmsnorm(x),"),
    ),
    fault(
        "norm-of-sum",
        "rmsnorm takes the sum of the squares; take their mean.",
        MEAN_SQUARE,
        MEAN_SQUARE.replace(" / len(x)", ""),
    ),
    fault(
        "norm-no-root",
        "rmsnorm divides by the mean of the squares; divide by its root.",
        EPS,
        "(mean_square + 1e-5) ** -1",
    ),
    fault(
        "norm-no-eps",
        "rmsnorm adds no small number to the mean of the squares; it is 1e-5.",
        EPS,
        "mean_square ** -0.5",
    ),
    fault(
        "norm-other-eps",
        "rmsnorm adds 1e-8 to the mean of the squares; it is 1e-5.",
        EPS,
        "(mean_square + 1e-8) ** -0.5",
    ),
    fault(
        "layernorm",
        "The mean is taken away before the size is set to 1, as LayerNorm does it; rmsnorm leaves the mean.",
        MEAN_SQUARE,
        "mu = sum(x) / len(x)\n    x = [x_i - mu for x_i in x]\n    " + MEAN_SQUARE,
    ),
    fault(
        "no-position",
        "There is no position: x is the row of wte alone.",
        EMBED,
        'x = state_dict["wte"][token_id]',
    ),
    fault(
        "position-0",
        "The position is 0 for every token; count it up.",
        EMBED,
        EMBED.replace("[pos_id]", "[0]"),
    ),
    fault("no-relu", "The ReLU in the MLP is missing.", RELU, "h for h in"),
    fault(
        "squared-relu",
        "The ReLU in the MLP is squared; take it as it is.",
        RELU,
        "h.relu() * h.relu() for h in",
    ),
    fault("no-mlp", "The MLP is missing.", THINK, "pass"),
    fault("no-attention", "Attention is missing.", ATTEND, "pass"),
    fault(
        "no-out",
        "attn_wo is not used: what the heads gathered goes through one more matrix.",
        OUT,
        "return blend",
    ),
    fault(
        "keys-not-kept",
        "Attention sees the present token alone; keep the keys and values of the tokens before.",
        CALL,
        "keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\n        "
        + CALL,
    ),
    fault(
        "cache-not-emptied",
        "The keys and values of the names before are still there; begin each name with empty lists.",
        (
            "    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\n    losses",
            "    losses",
        ),
        (
            "for step in range(num_steps):",
            "keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\nfor step in range(num_steps):",
        ),
    ),
    fault(
        "no-softmax",
        "The scores of attention are not made into shares; softmax is missing there.",
        SHARES,
        "shares = scores",
    ),
    fault(
        "values-are-keys",
        "The values are made with the matrix of the keys; they have one of their own.",
        VALUES + '"layer{i}.attn_wv"',
        VALUES + '"layer{i}.attn_wk"',
    ),
    fault(
        "keys-are-queries",
        "The keys are made with the matrix of the queries; they have one of their own.",
        'keys[i].append(linear(x, state_dict[f"layer{i}.attn_wk"]))',
        "keys[i].append(q)",
    ),
    fault(
        "tied",
        "lm_head is the same matrix as wte; the recorded run has one for each.",
        (HEAD, ""),
        (LAST, LAST.replace("lm_head", "wte")),
    ),
    fault(
        "tied-use",
        "The last line uses wte; it has a matrix of its own, lm_head.",
        LAST,
        LAST.replace("lm_head", "wte"),
    ),
    fault(
        "head-twice",
        "The blend of all heads is put together in another order: number by number, where head by head is right.",
        OUT,
        "blend = [blend[h * head_dim + j] for j in range(head_dim) for h in range(n_head)]\n    "
        + OUT,
    ),
    fault(
        "temperature-in-training",
        "The logits are divided by the temperature in training too; the temperature is for sampling.",
        CALL,
        CALL.replace(
            "softmax(gpt(tokens[pos_id], pos_id, keys, values))",
            "softmax([t / 0.5 for t in gpt(tokens[pos_id], pos_id, keys, values)])",
        ),
    ),
]
