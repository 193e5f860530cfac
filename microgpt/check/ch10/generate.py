"""Exercise 10.5: generate a name, with a prefix."""

from random import Random

from microgpt.model import GPT, Config
from microgpt.tokenizer import Tokenizer

from ..frequencies import Frequencies
from ..scenario import Scenario, Story
from .generate_mistakes import MISTAKES
from .softmax import softmax
from .speller import TOKENIZER, Chances, Speller
from .writing import generate

TIMES = 600
LOGITS = [0.0, 100.0, 220.0]  # of a, of b, and of the end
SHARES = dict(zip(["a", "b", ""], softmax(LOGITS, 100)))


def sharp_model(block_size=6, n_layer=1, seed=1):
    """A GPT that was not trained, with weights so large that near the temperature 0 each token is certain."""
    model = GPT(Config(n_layer, 4, 2, block_size), TOKENIZER.vocab_size, Random(seed))
    for p in model.parameters():
        p.data *= 20
    return model


def spelling(names, block_size, use, gap=60.0):
    return f"model = Speller({names}, block_size={block_size}, gap={gap})\n{use}"


GENERATE = Scenario(
    "ex-10-5",
    "generate(model, tokenizer, prefix, temperature, rng)",
    start="tokenizer.encode(prefix) without its last BOS is what the model reads first; "
    "after its last token the drawing begins.",
    right=generate,
    tools={
        "tokenizer": TOKENIZER,
        "Tokenizer": Tokenizer,
        "Random": Random,
        "Speller": Speller,
        "Chances": Chances,
        "sharp_model": sharp_model,
    },
    cases=[
        Story(
            "a model that knows the name “ada” by heart writes it",
            spelling(["ada"], 8, 'generate(model, tokenizer, "", 1.0, Random(1))'),
            "ada",
        ),
        Story(
            "the name begins with the prefix, and is handed back with it",
            spelling(["ada", "bad", "bea"], 8, 'generate(model, tokenizer, "be", 1.0, Random(2))'),
            "bea",
        ),
        Story(
            "after a whole name as prefix the end may come at once",
            spelling(["ada", "bee", "bea"], 8, 'generate(model, tokenizer, "bea", 1.0, Random(3))'),
            "bea",
        ),
        Story(
            "the model may end the name before it has begun",
            spelling([""], 8, 'generate(model, tokenizer, "", 1.0, Random(4))'),
            "",
        ),
        Story(
            "where the block is full the name ends, without BOS",
            spelling(["abcdeabcde"], 5, 'generate(model, tokenizer, "", 1.0, Random(5))'),
            "abcde",
        ),
        Story(
            "the same, with a prefix",
            spelling(["abcdeabcde"], 5, 'generate(model, tokenizer, "abc", 1.0, Random(6))'),
            "abcde",
        ),
        Story(
            "a prefix that fills the block comes back as it is",
            spelling(["abcdeabcde"], 4, 'generate(model, tokenizer, "abcd", 1.0, Random(7))'),
            "abcd",
        ),
        Story(
            "a long name",
            spelling(
                ["deadbeadedcabbeddeed"], 24, 'generate(model, tokenizer, "dead", 1.0, Random(8))'
            ),
            "deadbeadedcabbeddeed",
        ),
        Story(
            "the model reads BOS and then each token once, at the positions 0, 1, 2 ...",
            spelling(
                ["bead"],
                8,
                'name = generate(model, tokenizer, "be", 1.0, Random(9))\nmodel.calls',
            ),
            [[5, 0], [1, 1], [4, 2], [0, 3], [3, 4]],
            aside="these are the tokens and the positions that the model was called with; "
            "it reads BOS, which is 5 here, and then each letter once, at the next position.",
        ),
        Story(
            "near the temperature 0 small differences decide",
            spelling(
                ["bacedabedace"],
                14,
                'generate(model, tokenizer, "", 0.01, Random(21))',
                gap=0.3,
            ),
            "bacedabedace",
        ),
        Story(
            f"{TIMES} names of one letter at most, at a high temperature: each comes in its share; "
            "a right answer fails this less than once in a million",
            f"""
            model, rng = Chances({LOGITS}), Random(11)
            letters = Tokenizer(["ab"])
            [generate(model, letters, "", 100.0, rng) for _ in range({TIMES})]
            """,
            Frequencies(SHARES),
        ),
        Story(
            "a GPT of two layers",
            "model = sharp_model(block_size=5, n_layer=2, seed=3)\n"
            '[generate(model, tokenizer, prefix, 0.01, Random(12)) for prefix in ("", "c")]',
            [
                generate(sharp_model(5, 2, 3), TOKENIZER, prefix, 0.01, Random(0))
                for prefix in ("", "c")
            ],
        ),
        Story(
            "two generators in the same state write the same names",
            "model, letters = Chances([1.0, 1.0, 0.0]), Tokenizer(['ab'])\n"
            "one, other = Random(13), Random(13)\n"
            'names = [[generate(model, letters, "", 1.0, rng) for _ in range(60)] for rng in (one, other)]\n'
            "names[0] == names[1]",
            True,
            aside="two generators in the same state wrote other names; draw with the rng that comes in.",
        ),
        Story(
            "with 80 generators in other states, each of three names comes that are alike in probability",
            "model, letters = Chances([1.0, 1.0, 1.0]), Tokenizer(['ab'])\n"
            "generators = [Random(seed) for seed in range(80)]\n"
            'sorted({generate(model, letters, "", 1.0, rng) for rng in generators})',
            ["", "a", "b"],
            aside="80 generators in different states wrote these names; draw with the rng that comes in.",
        ),
    ],
    mistakes=MISTAKES,
)
