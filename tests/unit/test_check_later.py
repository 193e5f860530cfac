"""What later chapters need from the checks: built, called twice, learned, drawn."""

import random
import sys

import pytest

from microgpt.check import guard
from microgpt.check.compare import Node
from microgpt.check.frequencies import ERROR, Frequencies, binomial, tail
from microgpt.check.function import Case, Function
from microgpt.check.mistakes import Endless, Mistake
from microgpt.check.raises import Raises
from microgpt.check.scenario import Scenario, Story
from microgpt.value import Value

# The whole Value: gradients are read, accumulate, and are set back.


class Assigns(Value):
    """`=` for `+=`: a value that is used twice forgets its first use."""

    def _pass_on(self):
        for child, local_grad in zip(self.children, self.local_grads):
            child.grad = local_grad * self.grad


class NeverStarts(Value):
    def backward(self):
        self.grad = 1.0


def in_kind(cls):
    """The engine with this class in all its results."""

    class Kind(cls):
        __slots__ = ()

        def __add__(self, other):
            return Kind.wrap(Value.__add__(self, other))

        def __mul__(self, other):
            return Kind.wrap(Value.__mul__(self, other))

        __radd__, __rmul__ = __add__, __mul__

        @staticmethod
        def wrap(value):
            return Kind(value.data, value.children, value.local_grads)

    return Kind


VALUE = Scenario(
    "ex-99-5",
    "Value(data)",
    start="start with a class that holds a number.",
    right=Value,
    cases=[
        Story(
            "a product",
            "a, b = Value(2.0), Value(3.0)\n(a * b).backward()\n[a.grad, b.grad]",
            [3, 2],
        ),
        Story("a diamond", "x = Value(3.0)\ny = x * x + x\ny.backward()\nx.grad", 7),
        Story("the result is a Value", "Value(2.0) + Value(1.5)", Node(3.5, 0.0)),
        Story(
            "two losses add up",
            "x = Value(3.0)\n(x * x).backward()\n(x * 2).backward()\nx.grad",
            8,
        ),
        Story(
            "used again after zeroing",
            """
            x = Value(3.0)
            (x * x).backward()
            x.grad = 0.0
            (x * 5).backward()
            x.grad
            """,
            5,
        ),
        Story(
            "a chain of 3,000",
            """
            x = y = Value(1.0)
            for _ in range(3000):
                y = y + x
            y.backward()
            x.grad
            """,
            3001,
        ),
    ],
    more=lambda rng: (
        f"x = Value({rng.uniform(-2, 2):.2f})\n"
        f"y = x * x * {rng.uniform(-2, 2):.2f} + x\ny.backward()\n[y.data, x.grad]"
    ),
    draws=5,
    mistakes=[
        Mistake("a value that is used twice forgets its first use; add with +=.", in_kind(Assigns)),
        Mistake("backward stops at the result; go on to its children.", in_kind(NeverStarts)),
    ],
)


def test_a_learners_value():
    assert VALUE.result(in_kind(Value)).passed
    (message,) = VALUE.result(in_kind(Assigns)).messages
    assert (
        message
        == "“a diamond” gave 3: a value that is used twice forgets its first use; add with +=."
    )
    assert "backward stops at the result" in VALUE.result(in_kind(NeverStarts)).messages[0]


def test_the_story_is_shown_as_one_would_type_it():
    (claim,) = [claim for claim in VALUE.result(in_kind(Assigns)).claims if claim.message]
    assert claim.text == "a diamond."
    assert claim.code == ["x = Value(3.0)", "y = x * x + x", "y.backward()", "x.grad"]


def test_a_result_without_its_gradient_is_seen():
    class Other(in_kind(Value)):
        __slots__ = ()

        def __init__(self, data, children=(), local_grads=()):
            super().__init__(data, children, local_grads)
            self.grad = 1.0

    exercise = Scenario(
        "ex-99-6",
        "Value(data)",
        "start.",
        [Story("the gradient starts at 0", "Value(2.0)", Node(2.0, 0.0))],
        [],
        right=Value,
    )
    assert exercise.result(Other).messages == [
        "Value(2.0) gave Value(data=2, grad=1): item .grad is 1; it should be 0."
    ]


# Adam: its state is meant to persist, its parameters are meant to change.


class Adam:
    def __init__(self, lr):
        self.lr, self.m, self.v, self.t = lr, 0.0, 0.0, 0

    def step(self, p):
        self.t += 1
        self.m = 0.9 * self.m + 0.1 * p.grad
        self.v = 0.99 * self.v + 0.01 * p.grad**2
        m, v = self.m / (1 - 0.9**self.t), self.v / (1 - 0.99**self.t)
        p.data -= self.lr * m / (v**0.5 + 1e-8)


class NoCorrection(Adam):
    def step(self, p):
        self.m = 0.9 * self.m + 0.1 * p.grad
        self.v = 0.99 * self.v + 0.01 * p.grad**2
        p.data -= self.lr * self.m / (self.v**0.5 + 1e-8)


class Forgetful(Adam):
    def step(self, p):
        self.m, self.v, self.t = 0.0, 0.0, 0
        super().step(p)


class Shared(Adam):
    state = [0.0, 0.0, 0]

    def step(self, p):
        self.m, self.v, self.t = self.state
        super().step(p)
        self.state[:] = self.m, self.v, self.t


STEPS = """
p = Value(1.0)
adam = Adam(0.1)
for grad in [2.0, -1.0, 0.5]:
    p.grad = grad
    adam.step(p)
p.data
"""
ADAM = Scenario(
    "ex-99-7",
    "Adam(lr)",
    start="keep the two averages in self.",
    right=Adam,
    tools={"Value": Value},
    cases=[
        Story("one step", "p = Value(1.0)\np.grad = 4.0\nAdam(0.1).step(p)\np.data", 0.9),
        Story("three steps, whose averages persist", STEPS, 0.839177),
        Story(
            "two optimizers keep their own averages",
            "p, q = Value(1.0), Value(1.0)\np.grad, q.grad = 1.0, -3.0\n"
            "Adam(0.1).step(p)\nAdam(0.1).step(q)\n[p.data, q.data]",
            [0.9, 1.1],
        ),
    ],
    mistakes=[
        Mistake("the bias correction is missing.", NoCorrection),
        Mistake("the averages start afresh in every step; they persist.", Forgetful),
    ],
    tolerance=1e-6,
)


def test_state_that_is_meant_to_persist():
    assert ADAM.result(Adam).passed, ADAM.result(Adam).messages
    assert "the bias correction is missing" in ADAM.result(NoCorrection).messages[0]
    assert "start afresh in every step; they persist" in ADAM.result(Forgetful).messages[0]
    assert not ADAM.result(Shared).passed


# An error as the right answer


def strict(text):
    return int(text)


def by_key(text):
    return {"4": 4, "-2": -2}[text]


def lenient(text):
    return int(text) if text in ("4", "-2") else None


def returns_it(text):
    return int(text) if text in ("4", "-2") else ValueError(text)


def twice(text):
    return int(text) if text == "five" else 2 * int(text)


class Once:
    """It refuses the first time."""

    def __init__(self):
        self.known = False

    def __call__(self, text):
        if text == "five" and self.known:
            return 5
        self.known = self.known or text == "five"
        return int(text)


NUMBER = Function(
    "ex-99-10",
    "number(text)",
    start="int does it.",
    right=strict,
    cases=[
        Case("digits", ("4",), 4),
        Case("a sign", ("-2",), -2),
        Case("letters", ("five",), Raises(ValueError)),
    ],
    mistakes=[Mistake("it should raise an error, and returns None.", lenient)],
)


@pytest.mark.parametrize(
    "answer, message",
    [
        (lenient, "number('five') gave None: it should raise an error, and returns None."),
        (returns_it, "number('five') gave a ValueError: it should raise a ValueError."),
        (twice, "number('4') gave 8: every result is 2 times what it should be."),
        (
            lambda text: [int(text)],
            "number('4') gave the list [4]: the answer is one number, without a list around it.",
        ),
        (
            by_key,
            "number('five') stopped in line 2 of by_key (KeyError: 'five'): "
            "a ValueError is asked for here.",
        ),
        (
            Once(),
            "number('five') gave a ValueError that was raised: the same call later gave 5. "
            "Something is kept between calls; start afresh in each.",
        ),
    ],
)
def test_an_error_may_be_what_is_asked_for(answer, message):
    assert NUMBER.result(strict).passed
    assert NUMBER.result().claims[2].text == "letters: number('five') raises a ValueError."
    assert NUMBER.result(answer).messages == [message]


def test_an_error_is_a_mistake_whatever_the_answer_calls_its_names():
    def restarts(numbers):
        for number in numbers:
            total = number
        return total

    def differently(numbers):
        for each in numbers:
            last = each
        return last

    exercise = Function(
        "ex-99-11",
        "total(numbers)",
        start="add up.",
        right=sum,
        cases=[Case("two", ([1, 2],), 3), Case("none", ([],), 0)],
        mistakes=[Mistake("that is the last one alone.", restarts)],
    )
    assert exercise.result(differently).messages == [
        "total([1, 2]) gave 2: that is the last one alone."
    ]


def test_inputs_that_are_meant_to_change_are_declared():
    def sgd(parameters, lr):
        for p in parameters:
            p[0] -= lr * p[1]
        return [p[0] for p in parameters]

    declared = {
        "call": "sgd(parameters, lr)",
        "start": "go through the parameters.",
        "cases": [Case("two", ([[1.0, 2.0], [3.0, -1.0]], 0.1), [0.8, 3.1])],
        "mistakes": [],
        "right": sgd,
    }
    changing = Function("ex-99-8", changes=("parameters",), **declared)
    assert changing.result(sgd).passed
    assert changing.result(sgd).claims[-1].text.endswith("no input changes but parameters.")
    assert "changed its input parameters" in Function("ex-99-9", **declared).result(sgd).messages[0]


# Sampling: draws are injected, and judged by their frequencies.

P = [0.5, 0.3, 0.2]


def sample(probabilities, rng):
    u, total = rng.random(), 0.0
    for index, p in enumerate(probabilities):
        total += p
        if u < total:
            return index
    return index


def by_choices(probabilities, rng):
    return rng.choices(range(len(probabilities)), probabilities)[0]


def from_the_global_generator(probabilities, rng):
    return random.choices(range(len(probabilities)), probabilities)[0]


SAMPLE = Scenario(
    "ex-99-4",
    "sample(probabilities, rng)",
    start="draw a number between 0 and 1.",
    right=sample,
    tools={"Random": random.Random},
    cases=[
        Story("a sure thing", "sample([0, 1, 0], Random(1))", 1),
        Story(
            "2,000 draws",
            "rng = Random(7)\n[sample([0.5, 0.3, 0.2], rng) for _ in range(2000)]",
            Frequencies(dict(enumerate(P))),
            tells="has 0, 1 and 2 about 1,000, 600 and 400 times",
        ),
    ],
    mistakes=[
        Mistake("each is as probable as the others.", lambda p, rng: rng.randrange(len(p))),
        Mistake("that is always the most probable one.", lambda p, rng: p.index(max(p))),
    ],
)


@pytest.mark.parametrize("right", [sample, by_choices, from_the_global_generator])
def test_right_samplers_pass(right):
    before = random.getstate()
    assert SAMPLE.result(right).passed, SAMPLE.result(right).messages
    assert random.getstate() == before


@pytest.mark.parametrize(
    "wrong, words",
    [
        (lambda p, rng: p.index(max(p)), "that is always the most probable one"),
        (lambda p, rng: sample([p[0] * 0.8, 1, 0], rng), "with probability 0.5 it is about 1000"),
        (lambda p, rng: sample([*p[1:], p[0]], rng), "it should be 1"),
        (lambda p, rng: sample(p, rng) + 1, "it should be 1"),
        (lambda p, rng: sample(p, random.Random(2)), "0 came 0 times in 2000; with"),
        (lambda p, rng: rng.choice([0, 1, 1, 2]) if p[0] else 1, "0 came 5"),
        (
            lambda p, rng: sample(p, rng) if rng.random() < 0.99 or not p[0] else 3,
            "3 came, which is",
        ),
    ],
)
def test_wrong_samplers_do_not(wrong, words):
    (message,) = SAMPLE.result(wrong).messages
    assert words in message


def test_the_error_rate_is_what_is_stated():
    """The counts at which a right sampler is refused have together less than the stated probability."""
    n, refused = 500, 0.0
    for p in (0.5, 0.03, 1 / 27):
        bound = ERROR / 2 / 27
        refused += sum(binomial(k, n, p) for k in range(n + 1) if tail(k, n, p) < bound)
    assert 0 < refused < 3 * ERROR / 27
    assert tail(0, 10, 0.0) == 1 and tail(1, 10, 0.0) == 0 and tail(10, 10, 1.0) == 1


def test_frequencies_say_what_came():
    coin = Frequencies({"a": 0.5, "b": 0.5})
    assert coin.objection("ab") == "that is the text 'ab', not a list of draws."
    assert coin.objection([["a"]]) == "['a'] came, which is none of the outcomes."
    assert Frequencies({0: 1.0, 1: 0.0}).objection([0] * 9 + [1]).startswith("0 came 9 times in 10")


def test_a_story_may_loop_and_is_guarded():
    def forever(p, rng):
        while True:
            pass

    outcome = guard.run(SAMPLE.use, forever, SAMPLE.cases[0], steps=20_000)
    assert outcome.kind == "endless"


# How deep calls may go, and what takes for ever


def endless(n):
    raise Endless


def squares(n):
    return [i * i for i in range(n)]


DEPTH = Scenario(
    "ex-99-3",
    "squares(n)",
    start="start.",
    right=squares,
    cases=[
        Story("three", "squares(3)", [0, 1, 4]),
        Story("none", "squares(0)", []),
        Story("many", "len(squares(6000))", 6000, deep="goes too deep; use a loop."),
    ],
    mistakes=[
        Mistake("you began at 1.", lambda n: [i * i for i in range(1, n + 1)]),
        Mistake("this never ends at 0.", lambda n: squares(n) if n else endless(n)),
        Mistake("there is no len.", raises="has no len", inside=False),
        Mistake("the answer itself asks for a len.", raises="has no len", inside=True),
    ],
)


def recursive(n):
    return recursive(n - 1) + [(n - 1) ** 2] if n else []


def deeper(n):
    sys.setrecursionlimit(10**6)
    return recursive(n)


def from_one(n):
    return from_one(n - 1) + [n * n] if n else []


def never(n):
    while n == 0:
        pass
    return squares(n)


@pytest.mark.parametrize(
    "answer, message",
    [
        (recursive, "“many” goes too deep"),
        (deeper, "“many” goes too deep"),
        (from_one, "squares(3) gave the list [1, 4, 9]: you began at 1."),
        (never, "squares(0) did not come back: this never ends at 0."),
        (lambda n: iter(squares(n)) if n > 9 else squares(n), "there is no len."),
        (lambda n: squares(n) if n < 9 else len(n), "the answer itself asks for a len."),
    ],
)
def test_what_goes_too_deep_or_never_ends(answer, message):
    limit = sys.getrecursionlimit()
    told = DEPTH.result(answer).messages[0]
    assert message in told or message.replace("“many”", "len(squares(6000))") in told
    assert sys.getrecursionlimit() == limit


def test_a_changed_answer_is_tried_at_full_length():
    def one_slip(n):
        found = []
        for i in range(n):
            found.append(i + i)
        return found

    assert "One change in line 4 of one_slip would be enough" in DEPTH.result(one_slip).messages[0]
