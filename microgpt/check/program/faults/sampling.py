"""Faults in sampling: all losses agree, and the names do not."""

from .fault import fault

HEATED = "[logit / temperature for logit in logits]"
DRAW = "random.choices(range(vocab_size), weights=[p.data for p in probs])[0]"
CACHE = (
    "    keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\n    token_id"
)
CALL = "logits = gpt(token_id, pos_id, keys, values)"
LOOP = "for i in range(20):\n"
TEMPERATURE = "temperature = 0.5 "
NEW_CACHE = "keys, values = [[] for _ in range(n_layer)], [[] for _ in range(n_layer)]\n"


def heated(number):
    says = f"The temperature is {number}; it is 0.5."
    return fault(f"temperature-{number}", says, TEMPERATURE, f"temperature = {number} ")


FAULTS = [
    *map(heated, (0.1, 0.7, 0.8, 1.0)),
    fault(
        "temperature-times",
        "The logits are multiplied by the temperature; divide.",
        HEATED,
        "[logit * temperature for logit in logits]",
    ),
    fault(
        "greedy",
        "The likeliest letter is taken each time; draw one by its chance.",
        DRAW,
        "max(range(vocab_size), key=lambda t: probs[t].data)",
    ),
    fault(
        "seeded-for-samples",
        "The seed is set again before the samples; go on with the same random numbers.",
        LOOP,
        "random.seed(42)\n" + LOOP,
    ),
    fault(
        "seeded-for-each",
        "The seed is set again before each sample; go on with the same random numbers.",
        CACHE,
        "    random.seed(42)\n" + CACHE,
    ),
    fault(
        "samples-keep-cache",
        "A sample still has the keys and values of the one before; begin each with empty lists.",
        (LOOP, NEW_CACHE + LOOP),
        (CACHE, "    token_id"),
    ),
    fault(
        "samples-lose-cache",
        "In sampling, attention sees the present token alone; keep the keys and values.",
        CALL,
        NEW_CACHE + "        " + CALL,
    ),
    fault(
        "samples-position-0",
        "In sampling, the position is 0 for every token; count it up.",
        CALL,
        CALL.replace("pos_id", "0"),
    ),
    fault(
        "samples-draw-twice",
        "In sampling, every letter takes two draws; take one.",
        DRAW,
        DRAW.replace("])[0]", "], k=2)[1]"),
    ),
    fault(
        "samples-first-a",
        "The samples begin with a letter of their own; begin with BOS.",
        'token_id, name = BOS, ""',
        'token_id, name = 0, ""',
    ),
    fault(
        "one-draw-before",
        "One random number is drawn between the weights and the samples; draw none there.",
        LOOP,
        "random.random()\n" + LOOP,
    ),
]
