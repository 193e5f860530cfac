"""Exercise 12.3: where a fault lies, by the first loss that differs."""

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop

WORDS = ("forward", "backward", "later")


def first_difference(right, changed):
    """The place of the first loss that differs, as far as both go; None if there is none."""
    pairs = zip(right, changed)
    return next((step for step, (a, b) in enumerate(pairs) if a != b), None)


def named(step, words=WORDS, none="nowhere"):
    return none if step is None else words[min(step, 2)]


def where_to_look(right, changed):
    return named(first_difference(right, changed))


def words(*others, none="nowhere"):
    """where_to_look with other words."""
    return lambda right, changed: named(first_difference(right, changed), others, none)


def of(choose):
    """Takes the place that `choose` picks from all places where two losses differ."""

    def look(right, changed):
        places = [step for step, (a, b) in enumerate(zip(right, changed)) if a != b]
        return named(choose(places)) if places else "nowhere"

    return look


def pairs_at(steps):
    """Looks at some steps only."""

    def look(right, changed):
        for step in steps:
            if step < min(len(right), len(changed)) and right[step] != changed[step]:
                return named(step)
        return "nowhere"

    return look


def by_difference(differs):
    def look(right, changed):
        pairs = enumerate(zip(right, changed))
        return named(next((step for step, (a, b) in pairs if differs(a, b)), None))

    return look


def to_the_end(right, changed):
    """A list that ends is taken to differ there."""
    places = range(max(len(right), len(changed)))
    return named(next((s for s in places if right[s : s + 1] != changed[s : s + 1]), None))


def too_far(end):
    """Goes up to `end`: an IndexError where a list is shorter, and nothing differs before."""

    def look(right, changed):
        for step in range(end(right, changed)):
            if right[step] != changed[step]:
                return named(step)
        return "nowhere"

    return look


def first_pair(right, changed):
    for a, b in zip(right, changed):
        return "nowhere" if a == b else "forward"
    return "nowhere"


def first_equal(right, changed):
    """The first pair that does not differ."""
    pairs = zip(right, changed)
    return named(next((step for step, (a, b) in enumerate(pairs) if a == b), None))


def drawn(rng):
    right = [round(rng.uniform(2.5, 3.5), 4) for _ in range(rng.randint(3, 6))]
    changed = list(right)
    for step in range(rng.choice([0, 1, 2, 3, 9]), len(right)):
        if rng.random() < 0.8:
            changed[step] = round(right[step] + rng.choice([-0.2, -0.0001, 0.0001, 0.3]), 4)
    return right[: rng.choice([9, len(right) - 1])], changed[: rng.choice([9, 2, len(right)])]


RIGHT = [3.4632, 3.2503, 3.448, 3.1037]

WHERE_TO_LOOK = Function(
    "ex-12-3",
    "where_to_look(right, changed)",
    start="walk along both lists with zip, and stop at the first pair that differs.",
    right=where_to_look,
    more=drawn,
    drawn="losses",
    cases=[
        Case("the second differs", (RIGHT, [3.4632, 3.2416, 3.4158, 3.1847]), "backward"),
        Case("all differ", (RIGHT, [3.4966, 3.5452, 3.5849, 3.2824]), "forward"),
        Case("the third differs", (RIGHT, [3.4632, 3.2503, 3.4534, 3.0912]), "later"),
        Case("only the fourth differs", (RIGHT, [3.4632, 3.2503, 3.448, 3.1038]), "later"),
        Case("none differs", (RIGHT, list(RIGHT)), "nowhere"),
        Case("only the first differs", (RIGHT, [3.4633, 3.2503, 3.448, 3.1037]), "forward"),
        Case("one list is shorter", (RIGHT, [3.4632, 3.2503]), "nowhere"),
        Case("the other is shorter", ([3.4632], [3.4632, 3.2503]), "nowhere"),
        Case("no loss at all", (RIGHT, []), "nowhere"),
        Case("a loss that is no number", (RIGHT, [3.4632, float("nan"), 3.0]), "backward"),
    ],
    mistakes=[
        Mistake(
            "the last loss that differs is taken; take the first.",
            of(lambda places: places[-1]),
        ),
        Mistake("that is the round; return the word for it.", first_difference),
        Mistake(
            "that is the round, counted from 1; return the word for it.",
            lambda right, changed: (
                None if (step := first_difference(right, changed)) is None else step + 1
            ),
        ),
        Mistake(
            "the rounds are counted from 1 here; the first pair has the number 0.",
            words("forward", "forward", "backward"),
            lambda right, changed: named(
                None if (step := first_difference(right, changed)) is None else max(0, step - 1)
            ),
        ),
        Mistake(
            "forward and backward are exchanged: the first loss is made on the way forward.",
            words("backward", "forward", "later"),
        ),
        Mistake(
            "backward and later are exchanged.",
            words("forward", "later", "backward"),
        ),
        Mistake("forward and later are exchanged.", words("later", "backward", "forward")),
        Mistake(
            "what comes after the second loss is called backward here; from the third on it is later.",
            words("forward", "backward", "backward"),
        ),
        Mistake(
            "the second loss belongs to backward, not to later.",
            words("forward", "later", "later"),
        ),
        Mistake(
            'where no two differ, return "nowhere"; here it is "later".',
            words(*WORDS, none="later"),
        ),
        Mistake(
            'where no two differ, return "nowhere"; here nothing comes back.',
            words(*WORDS, none=None),
        ),
        Mistake(
            'where no two differ, return "nowhere"; here it is "forward".',
            words(*WORDS, none="forward"),
        ),
        Mistake(
            'where no two differ, return "nowhere"; here it is "backward".',
            words(*WORDS, none="backward"),
        ),
        Mistake(
            "it looks at the first pair alone.",
            first_pair,
            lambda right, changed: named(first_difference(right[:1], changed[:1])),
            because={returns_in_loop: "the return has to wait until a pair differs."},
        ),
        Mistake(
            "it looks at the first two pairs alone; the third and the fourth may differ too.",
            pairs_at([0, 1]),
        ),
        Mistake(
            "it looks at the first three pairs alone; the fourth may differ too.",
            pairs_at([0, 1, 2]),
        ),
        Mistake("the first pair is left out.", pairs_at(range(1, 99))),
        Mistake(
            "a list that ends counts as different here; compare as far as both go.",
            to_the_end,
        ),
        Mistake(
            "it goes on where one list has ended; compare as far as both go, as zip does.",
            too_far(lambda right, changed: len(right)),
            too_far(lambda right, changed: len(changed)),
            too_far(lambda right, changed: max(len(right), len(changed))),
            too_far(lambda right, changed: 3),
            too_far(lambda right, changed: 4),
        ),
        Mistake(
            "it looks for the first pair that is equal; look for one that differs.",
            first_equal,
        ),
        Mistake(
            "losses that are near count as equal here; two losses are equal or they are not.",
            by_difference(lambda a, b: abs(a - b) > 0.001),
            by_difference(lambda a, b: abs(a - b) > 0.01),
            by_difference(lambda a, b: round(a, 2) != round(b, 2)),
            by_difference(lambda a, b: round(a, 3) != round(b, 3)),
            by_difference(lambda a, b: not abs(a - b) <= 0.001),
            by_difference(lambda a, b: not abs(a - b) <= 0.01),
            by_difference(lambda a, b: int(a * 100) != int(b * 100) if b == b else True),
        ),
        Mistake(
            "only a larger loss counts as different here; a smaller one does too.",
            by_difference(lambda a, b: b > a),
            by_difference(lambda a, b: b - a > 1e-9),
        ),
        Mistake(
            "only a smaller loss counts as different here; a larger one does too.",
            by_difference(lambda a, b: a > b),
        ),
        Mistake(
            "a difference from nan is nan, and larger than nothing; ask whether the two are equal.",
            by_difference(lambda a, b: abs(a - b) > 0),
            by_difference(lambda a, b: abs(a - b) > 1e-9),
            by_difference(lambda a, b: abs(a - b) > 1e-6),
            by_difference(lambda a, b: a > b or a < b),
        ),
        Mistake(
            "it tells whether they differ; the first round that does decides.",
            lambda right, changed: any(a != b for a, b in zip(right, changed)),
            lambda right, changed: right != changed,
        ),
        Mistake(
            "how many losses differ is counted here; the first that differs decides.",
            of(lambda places: len(places) - 1),
            of(len),
        ),
        Mistake(
            "forward, backward, later and nowhere are written without capital letters.",
            words("Forward", "Backward", "Later", none="Nowhere"),
        ),
        Mistake(
            'the word is "backward", without an s.',
            words("forward", "backwards", "later"),
            words("forwards", "backwards", "later"),
        ),
    ],
)
