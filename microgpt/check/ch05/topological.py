"""Exercise 5.3: the topological order, without recursion."""

from ..mistakes import Endless, Mistake
from ..scenario import Scenario, Story
from .parts import Value, graph_lines, topological

MANY = 2_000  # values in a list are enough to say that it never ends


def before_a_child(order):
    """The data of each value that stands before one of its children, or has none of them in the list."""
    places = {value: place for place, value in enumerate(order)}
    return [
        value.data
        for place, value in enumerate(order)
        if any(places.get(child, len(order)) > place for child in value.children)
    ]


def postorder(flip, marks=True):
    """The order, by a walk that takes the children from either side; without marks it goes every way."""

    def order(result):
        found, seen, stack = [], set(), [(result, False)]
        while stack:
            if not marks and len(found) > MANY:
                raise Endless
            value, done = stack.pop()
            if done:
                found.append(value)
            elif value not in seen:
                if marks:
                    seen.add(value)
                stack.append((value, True))
                stack += [(child, False) for child in value.children[:: -1 if flip else 1]]
        return found

    return order


def every_way(take, flip):
    """A walk from the result down, turned round at its end, that writes down each value whenever it is met."""

    def order(result):
        found, waiting = [], [result]
        while waiting:
            if len(found) > MANY:
                raise Endless
            found.append(waiting.pop(take))
            waiting += found[-1].children[:: -1 if flip else 1]
        return found[::-1]

    return order


def turned(order):
    return lambda result: order(result)[::-1]


BOTH = (False, True)
WITHOUT_MARKS = [postorder(flip, marks=False) for flip in BOTH]
WITHOUT_MARKS += [every_way(take, flip) for take in (0, -1) for flip in BOTH]


def walk(take, flip, marked):
    """A walk from the result down, turned round at its end: `take` says which value is next.

    It is wrong where a value is met on a short way before a longer way has been walked.
    """

    def order(result):
        found, waiting, met, taken = [], [result], {result}, set()
        while waiting:
            value = waiting.pop(take)
            if value in taken:
                continue
            taken.add(value)
            found.append(value)
            for child in value.children[:: -1 if flip else 1]:
                if marked == "when taken" or child not in met:
                    met.add(child)
                    waiting.append(child)
        return found[::-1]

    return order


WALKS = [
    walk(take, flip, marked)
    for take in (0, -1)
    for flip in (False, True)
    for marked in ("when met", "when taken")
]


def without(part):
    """The order, some of its values left out."""
    return lambda result: [value for value in topological(result) if part(value, result)]


def keyed(key):
    """One value for each key: two with the same count as one."""

    def order(result):
        found, seen, stack = [], set(), [(result, False)]
        while stack:
            value, done = stack.pop()
            if done:
                found.append(value)
            elif key(value) not in seen:
                seen.add(key(value))
                stack.append((value, True))
                stack += [(child, False) for child in value.children]
        return found

    return order


def every_way_again(result):
    """The right order, by walking on from a value whenever it is met."""
    ways = {}
    for value in topological(result):
        ways[value] = 1 + sum(ways[child] for child in value.children)
    if ways[result] > 2**40:
        raise Endless
    return topological(result)


def remembering():
    """The marks of all calls in one set."""
    seen = set()

    def order(result):
        found = [value for value in topological(result) if value not in seen]
        seen.update(found)
        return found

    return order


def one_child(result, which):
    """The values on one way down."""
    found = [result]
    while found[-1].children[which:]:
        found.append(found[-1].children[which])
    return found[::-1]


GRAPH = """
x = Value(2.0)
s = x * x
b = s + 1
c = s * 3
d = b * c
"""
DEEP = (
    "is a call in a call in a call, a thousand deep and more, and Python ends that at its limit: keep the values "
    "that wait in a list of your own, and go on in a loop."
)


def drawn(rng):
    inputs = "xyz"[: rng.randint(1, 3)]
    starts = [f"{name} = Value({rng.uniform(-1, 1):.3f})" for name in inputs]
    steps = rng.randint(4, 8)
    lines = [*starts, *graph_lines(rng, inputs, steps), f"order = topological(v{steps})"]
    return "\n".join(lines + [f"[len(order), before_a_child(order), order[-1] is v{steps}]"])


TOPOLOGICAL = Scenario(
    "ex-05-3",
    "topological(result)",
    start="keep a list of values that wait; a value may be written down when all its children are.",
    right=topological,
    tools={"Value": Value, "before_a_child": before_a_child},
    more=drawn,
    draws=20,
    cases=[
        Story(
            "where there is only one order",
            """
            x = Value(3.0)
            y = x * x
            z = y + x
            order = topological(z)
            [order[0].data, order[1].data, order[2].data, len(order)]
            """,
            [3, 9, 12, 3],
        ),
        Story(
            "the short way is written first, and still waits for the long one",
            """
            x = Value(3.0)
            y = x * x
            z = x + y
            [v.data for v in topological(z)]
            """,
            [3, 9, 12],
        ),
        Story("one value alone", "[v.data for v in topological(Value(5.0))]", [5]),
        Story(
            "all values are there, each once",
            """
            a, b, c = Value(2.0), Value(3.0), Value(0.5)
            d = a * b + c * a
            sorted(v.data for v in topological(d))
            """,
            [0.5, 1, 2, 3, 6, 7],
        ),
        Story(
            "the result stands last",
            """
            a, b = Value(-2.0), Value(3.0)
            c = a * b + a
            topological(c)[-1].data
            """,
            -8,
        ),
        Story(
            "no value stands before a child of its own",
            GRAPH + "before_a_child(topological(d))",
            [],
        ),
        Story(
            "the numbers do not matter: here each is smaller than its children",
            """
            x = Value(0.5)
            y = x * x
            z = x * y
            [v.data for v in topological(z * y)]
            """,
            [0.5, 0.25, 0.125, 0.03125],
        ),
        Story(
            "a short way and a long one, in either place",
            """
            x = Value(1.5)
            p = x + x
            q = p + p
            r = x * q
            s = r * p
            [v.data for v in topological(x + s)]
            """,
            [1.5, 3, 6, 9, 27, 28.5],
        ),
        Story(
            "two values with equal numbers are two",
            """
            a, b = Value(1.5), Value(1.5)
            sorted(v.data for v in topological(a * b))
            """,
            [1.5, 1.5, 2.25],
        ),
        Story(
            "a parent may equal its child",
            """
            x = Value(1.0)
            y = x * x
            len(topological(y * x))
            """,
            3,
        ),
        Story(
            "a second call gives the same",
            """
            x = Value(3.0)
            y = x * x
            z = y + x
            topological(z)
            [v.data for v in topological(z)]
            """,
            [3, 9, 12],
        ),
        Story(
            "a part of a graph that was asked before",
            """
            x = Value(3.0)
            y = x * x
            z = y + x
            topological(z)
            [v.data for v in topological(y)]
            """,
            [3, 9],
        ),
        Story(
            "the values stay as they were",
            """
            x = Value(3.0)
            y = x * x
            topological(y)
            [x.data, y.data, x.grad, y.grad, len(y.children)]
            """,
            [3, 9, 0, 0, 2],
            aside="the values have changed; a list of them is all that is asked for.",
        ),
        Story(
            "sixty doublings: each value once, though there are 2**60 ways to x",
            """
            x = Value(1.0)
            for _ in range(60):
                x = x + x
            len(topological(x))
            """,
            61,
        ),
        Story(
            "a chain of 5,000, one behind the other",
            """
            x = Value(1.0)
            chain = [x]
            for _ in range(5_000):
                chain.append(chain[-1] + x)
            order = topological(chain[-1])
            [len(order), before_a_child(order)]
            """,
            [5001, []],
            deep=DEEP,
        ),
    ],
    mistakes=[
        Mistake(
            "the parents stand first; turn the order round, children before parents.",
            *[turned(postorder(flip)) for flip in BOTH],
            *map(turned, WALKS),
        ),
        Mistake(
            "a value is there more than once; mark the values that you have met.",
            *WITHOUT_MARKS,
            *map(turned, WITHOUT_MARKS),
        ),
        Mistake(
            "a value is written down when it is first met, by a short way; it has to wait for all of its children.",
            *WALKS,
        ),
        Mistake(
            "each way to a value is walked again; go on from a value only when it is met for the first time.",
            every_way_again,
        ),
        Mistake(
            "the inputs are missing; a value without children belongs to the list too.",
            without(lambda value, result: value.children),
            without(lambda value, result: value.children or value is result),
        ),
        Mistake(
            "the result is missing; it stands last in the list.",
            without(lambda value, result: value is not result),
        ),
        Mistake("that is the result alone; go on to its children.", lambda result: [result]),
        Mistake(
            "these are the inputs alone; the values between them and the result belong there too.",
            without(lambda value, result: not value.children),
        ),
        Mistake(
            "these are the children alone; go on to their children, and add the result.",
            lambda result: list(result.children),
        ),
        Mistake(
            "this goes one step deep; the children have children too.",
            lambda result: [*dict.fromkeys(result.children), result],
            lambda result: [*result.children, result],
        ),
        Mistake(
            "only the first child is followed; each of them has to be.",
            lambda result: one_child(result, 0),
        ),
        Mistake(
            "only the last child is followed; each of them has to be.",
            lambda result: one_child(result, -1),
            lambda result: one_child(result, 1),
        ),
        Mistake(
            "equal numbers are taken for one value; mark the value itself, not its data.",
            keyed(lambda value: value.data),
        ),
        Mistake(
            "the values are sorted by their numbers; the order comes from the children.",
            lambda result: sorted(topological(result), key=lambda value: value.data),
        ),
        Mistake(
            "the values are sorted by their numbers, and turned round; the order comes from the children.",
            lambda result: sorted(topological(result), key=lambda value: -value.data),
        ),
        Mistake(
            "the marks of an earlier call are still there; start each call with none.",
            remembering(),
        ),
        Mistake(
            "these are the numbers; put the values themselves into the list.",
            lambda result: [value.data for value in topological(result)],
            raises=r"'(float|int)' object has no attribute 'data'",
            inside=False,
        ),
        Mistake(
            "nothing comes back; end it with return, and the list behind it.",
            raises=r"'NoneType' object is not|'NoneType' has no len",
            inside=False,
        ),
        Mistake(
            "that is no list yet; collect it with list(...).",
            raises=r"has no len\(\)|object is not (subscriptable|reversible)",
        ),
        Mistake(
            "an item of the list is a list itself; put the values into one list.",
            raises=r"'(list|tuple)' object has no attribute '(data|children)'",
        ),
    ],
)
