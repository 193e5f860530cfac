"""Faults in the data and in the random draws: the numbers part at the first step."""

from .fault import fault

SHUFFLE = "random.shuffle(docs)\n"
SEED = "random.seed(42)\n"
PARAMS = "params = [p for"
WTE = '    "wte": matrix(vocab_size, n_embd),      # one row per token: what it is\n'
WPE = '    "wpe": matrix(block_size, n_embd),      # one row per position: where it stands\n'
HEAD = (
    '    "lm_head": matrix(vocab_size, n_embd),  # one row per token: how well it would come next\n'
)
NAMES = '("attn_wq", "attn_wk", "attn_wv", "attn_wo")'
MLP = (
    '    state_dict[f"layer{i}.mlp_fc1"] = matrix(4 * n_embd, n_embd)\n'
    '    state_dict[f"layer{i}.mlp_fc2"] = matrix(n_embd, 4 * n_embd)\n'
)
DRAW = "return [[Value(random.gauss(0, 0.08)) for _ in range(columns)] for _ in range(rows)]"
ATTENTION = f"    for name in {NAMES}:\n"
SMALL = "random.gauss(0, 0.08)"
LETTERS = 'letters = sorted(set("".join(docs)))'


def drawn(says, name, new):
    return fault(name, says, SMALL, new)


def seeded(seed):
    says = f"The seed is {seed}; the recorded run begins with random.seed(42)."
    return fault(f"seed-{seed}", says, SEED, f"random.seed({seed})\n")


FAULTS = [
    fault("not-shuffled", "The names are not shuffled.", SHUFFLE, ""),
    fault(
        "shuffled-later",
        "The weights are drawn before the names are shuffled; shuffle first, then draw.",
        (SHUFFLE, ""),
        (PARAMS, SHUFFLE + PARAMS),
    ),
    fault(
        "seeded-twice",
        "The seed is set once more between the shuffle and the weights; set it once, at the start.",
        SHUFFLE,
        SHUFFLE + SEED,
    ),
    fault(
        "shuffled-twice", "The names are shuffled twice; shuffle once.", SHUFFLE, SHUFFLE + SHUFFLE
    ),
    *map(seeded, (0, 1, 123, 1337)),
    fault(
        "head-last",
        "lm_head is drawn after the layers; the recorded run draws wte, wpe, lm_head, then the layers.",
        (HEAD, ""),
        (PARAMS, 'state_dict["lm_head"] = matrix(vocab_size, n_embd)\n' + PARAMS),
    ),
    fault(
        "wpe-first",
        "wpe is drawn before wte; wte comes first.",
        (WTE, ""),
        (WPE, WPE + WTE),
    ),
    fault(
        "head-before-wpe",
        "lm_head is drawn before wpe; the order is wte, wpe, lm_head.",
        (HEAD, ""),
        (WPE, HEAD + WPE),
    ),
    fault(
        "mlp-first",
        "The matrices of the MLP are drawn before those of attention; attention comes first.",
        (MLP, ""),
        (ATTENTION, MLP + ATTENTION),
    ),
    fault(
        "kqv",
        "The matrices of attention are drawn as key, query, value; the order is query, key, value, out.",
        NAMES,
        '("attn_wk", "attn_wq", "attn_wv", "attn_wo")',
    ),
    fault(
        "columns-first",
        "The matrices are drawn column by column; draw them row by row.",
        DRAW,
        "return list(zip(*[[Value(random.gauss(0, 0.08)) for _ in range(rows)] for _ in range(columns)]))",
    ),
    fault(
        "rows-for-columns",
        "The two matrices of the MLP have their sizes swapped when they are drawn.",
        MLP,
        MLP.replace("matrix(4 * n_embd, n_embd)", "list(zip(*matrix(n_embd, 4 * n_embd)))").replace(
            "= matrix(n_embd, 4 * n_embd)", "= list(zip(*matrix(4 * n_embd, n_embd)))"
        ),
    ),
    drawn(
        "The weights begin with a spread of 0.02; it is 0.08.",
        "sigma-0.02",
        "random.gauss(0, 0.02)",
    ),
    drawn(
        "The weights begin with a spread of 0.8; it is 0.08.", "sigma-0.8", "random.gauss(0, 0.8)"
    ),
    drawn(
        "The weights begin with a spread of 0.1; it is 0.08.", "sigma-0.1", "random.gauss(0, 0.1)"
    ),
    drawn("The weights begin with a spread of 1; it is 0.08.", "sigma-1", "random.gauss(0, 1)"),
    drawn(
        "The weights are drawn with random.uniform; the recorded run draws them with random.gauss.",
        "uniform",
        "random.uniform(-0.08, 0.08)",
    ),
    drawn(
        "The weights are drawn with random.normalvariate, which draws other numbers than random.gauss.",
        "normalvariate",
        "random.normalvariate(0, 0.08)",
    ),
    fault(
        "zero-outputs",
        "attn_wo and mlp_fc2 begin as zeros; draw them like the others.",
        PARAMS,
        'for name in ("attn_wo", "mlp_fc2"):\n'
        '    for row in state_dict[f"layer0.{name}"]:\n'
        "        for p in row: p.data = 0.0\n" + PARAMS,
    ),
    fault(
        "letters-as-they-come",
        "The letters have their numbers in the order in which they are met; sort them.",
        LETTERS,
        'letters = list(dict.fromkeys("".join(docs)))',
    ),
    fault(
        "letters-of-a-set",
        "The letters have their numbers in the order of a set, which may change from run to run; sort them.",
        LETTERS,
        'letters = list(set("".join(docs)))',
    ),
    fault(
        "bos-first",
        "BOS has the number 0 and the letters follow; the letters begin at 0, and BOS comes after them.",
        ("BOS = len(letters)", "BOS = 0"),
        ("letters.index(letter) for", "letters.index(letter) + 1 for"),
        ("name += letters[token_id]", "name += letters[token_id - 1]"),
    ),
]
