"""Exercise 10.2: draw from a distribution."""

from itertools import accumulate
from math import exp
from random import Random

from ..mistakes import Mistake
from ..scenario import Scenario, Story
from .counts import Counts, Indexes
from .parts import sample

PROBS = [0.3, 0.05, 0.4, 0.0, 0.246, 0.004]
TIMES = 5000
OTHER = [0.1, 0.2, 0.3, 0.25, 0.15]


def powers(probs):
    """What comes of taking the probabilities for logits."""
    return [exp(p) for p in probs]


AS_LOGITS = (
    "the probabilities were taken for logits, through exp or softmax; they are probabilities already.",
    powers,
)
CUT = (
    "a rare token never comes: the counts fit probabilities that are cut to hundredths; keep their digits.",
    lambda probs: [int(100 * p) for p in probs],
)


def with_weights(weights):
    """draw(probs, rng), by weights(probs)."""

    def draw(probs, rng):
        made = weights(probs)
        return sample([w / sum(made) for w in made], rng.random())

    return draw


draw = with_weights(list)


def of_result(change):
    return lambda probs, rng: change(draw(probs, rng), probs)


def of_its_own(seed):
    """Draws with a generator that is made anew in each call."""
    return lambda probs, rng: draw(probs, Random(seed))


def two_numbers(probs, rng):
    """Each token is asked with a new number."""
    total = 0.0
    for i, p in enumerate(probs):
        total += p
        if rng.random() < total:
            return i
    return len(probs) - 1


def accepted(probs, rng):
    """Token after token, each accepted with its own probability."""
    for i, p in enumerate(probs):
        if rng.random() < p:
            return i
    return len(probs) - 1


def by_itself(probs, rng):
    """The number is compared with each probability by itself."""
    u = rng.random()
    return next((i for i, p in enumerate(probs) if u < p), len(probs) - 1)


def turned(holds):
    """The first token at which holds(u, total, p)."""

    def draw(probs, rng):
        u = rng.random()
        found = [i for i, p in enumerate(probs) if holds(u, sum(probs[: i + 1]), p)]
        return found[0] if found else max(i for i, p in enumerate(probs) if p > 0)

    return draw


DRAW = Scenario(
    "ex-10-2",
    "draw(probs, rng)",
    start="u = rng.random() is a number from 0 to 1; sample of exercise 10.1 makes an index of it.",
    right=draw,
    tools={"Random": Random},
    cases=[
        Story(
            "draws are indexes",
            f"[draw({OTHER}, Random(seed)) for seed in range(20)]",
            Indexes(OTHER),
        ),
        Story(
            "5,000 draws, counted: 0 comes 1,332 to 1,671 times, 1 comes 173 to 334 times, 2 comes 1,820 to 2,182 "
            "times, 3 never, 4 comes 1,073 to 1,392 times, 5 comes 2 to 47 times; a right draw fails this less than "
            "once in a million",
            f"rng = Random(7)\n[draw({PROBS}, rng) for _ in range({TIMES})]",
            Counts(PROBS, [AS_LOGITS, CUT]),
        ),
        Story(
            "a sure thing", "[draw([0.0, 1.0, 0.0], Random(seed)) for seed in range(9)]", [1] * 9
        ),
        Story("one token", "draw([1.0], Random(1))", 0),
        Story(
            "two generators in the same state give the same 40 draws: rng alone decides",
            f"one, other = Random(5), Random(5)\n"
            f"[draw({OTHER}, one) for _ in range(40)] == [draw({OTHER}, other) for _ in range(40)]",
            True,
            aside="two generators in the same state gave other draws; "
            "draw with the rng that comes in, not with random itself or with a generator of your own.",
        ),
        Story(
            "with 60 generators in other states, each token that can come does come",
            "generators = [Random(seed) for seed in range(60)]\n"
            "sorted({draw([0.0, 0.5, 0.5], rng) for rng in generators})",
            [1, 2],
            aside="60 generators in different states drew with the probabilities 0, 0.5 and 0.5: these tokens came, "
            "and it should be 1 and 2; draw with the rng that comes in.",
        ),
        Story(
            "a draw goes on where the last one stopped",
            f"rng = Random(3)\nstates = [(draw({OTHER}, rng), rng.getstate())[1] for _ in range(4)]\nlen(set(states))",
            4,
            aside="the state of rng is the same after two draws; draw from rng itself, and set no seed.",
        ),
        Story(
            "probs stays as it was",
            f"probs = {OTHER}\nindexes = [draw(probs, Random(seed)) for seed in range(5)]\nprobs",
            OTHER,
            aside="probs is not what it was before; leave the list alone.",
        ),
    ],
    mistakes=[
        Mistake(
            "the likeliest token comes each time; draw a number, and let it decide.",
            lambda probs, rng: probs.index(max(probs)),
        ),
        Mistake(
            "each token comes as often as any other; its probability says how often.",
            with_weights(lambda probs: [1] * len(probs)),
            lambda probs, rng: rng.randrange(len(probs)),
            lambda probs, rng: int(rng.random() * len(probs)),
            lambda probs, rng: int(rng.uniform(0, len(probs))),
        ),
        Mistake(
            "each draw has a generator of its own, in the same state each time; draw with the rng that comes in.",
            *map(of_its_own, (0, 1, 7, 42)),
        ),
        Mistake(
            "a new number is drawn for each token; draw one, and compare it with each total.",
            two_numbers,
        ),
        Mistake(
            "a new number is drawn for each token, and compared with its probability alone; "
            "draw one, and compare it with each total.",
            accepted,
        ),
        Mistake(
            "the number is compared with each probability by itself; compare it with the total so far.",
            by_itself,
        ),
        Mistake(
            "the number is compared the wrong way round; the first total above it decides.",
            turned(lambda u, total, p: u > total),
            turned(lambda u, total, p: u > p),
        ),
        Mistake(
            "the index is one too large; the tokens count from 0.",
            of_result(lambda i, probs: i + 1),
        ),
        Mistake(
            "the token before it comes; return the index as it is.",
            of_result(lambda i, probs: i - 1),
            of_result(lambda i, probs: max(0, i - 1)),
        ),
        Mistake(
            "the token behind it comes; return the index as it is.",
            of_result(lambda i, probs: (i + 1) % len(probs)),
            of_result(lambda i, probs: min(i + 1, len(probs) - 1)),
        ),
        Mistake(
            "choices gives a list; take its only item, with [0] behind it.",
            of_result(lambda i, probs: [i]),
        ),
        Mistake(
            "that is the probability of the token; return its index.",
            of_result(lambda i, probs: probs[i]),
            lambda probs, rng: rng.choices(probs, probs)[0],
        ),
        Mistake(
            "that is a list with a 1 at the place of the token; return the place, its index.",
            of_result(lambda i, probs: [int(i == n) for n in range(len(probs))]),
        ),
        Mistake(
            "that is the random number itself; let sample make an index of it.",
            lambda probs, rng: rng.random(),
        ),
        Mistake(
            "these are the totals; return the first index at which the total is above the drawn number.",
            lambda probs, rng: list(accumulate(probs)),
        ),
        Mistake(
            "rng is a generator, not a number; rng.random() is the number.",
            raises="between instances of '(float|int|Random)' and '(float|int|Random)'|'Random' object is not callable",
        ),
        Mistake(
            "call it, with brackets: rng.random().",
            raises="'builtin_function_or_method'",
        ),
    ],
)
