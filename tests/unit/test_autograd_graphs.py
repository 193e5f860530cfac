"""Graphs of expressions, their backward pass in any order, and JavaScript's against Python's."""

import doctest
import math
import random

import pytest
from js_cases import write

from microgpt import Value
from microgpt.dot import Dot
from microgpt.graph import value_graph
from microgpt.widgets.autograd import graphs, orders
from microgpt.widgets.autograd.graphs import GRAPHS, expression_value, values_of
from microgpt.widgets.calculus.expression import OF_VALUES, ExpressionError, Undefined, parse

VALID = """
a | a + b | a*b + a | a - b | a - 1 | 1 - a | 2 - a - b | a/b | a/4 | 4/a | -a | --a | -a + b | a*-1 | a**-1
a**2 | a**0.5 | a**-2*b | (a + b)*(a - b) | log(a) | exp(a) | relu(a) | relu(-a) | relu(a - b)
exp(log(2)*a) | 2*3*a | a + 0 | 0 + a + 0 | a*a | (a*a)*(a*a) | relu(a*b + c)**2 | (a*b + c - d)**2
1/(1 + exp(-a)) | log(1 + exp(a)) | a/b/c | a/(b/c) | -(a*b) + c | 3*-a | a**2/b**2 | 2**3*a | b*a | a + -b
a−b | a**−1 | (-a)*(-a) | c - (-a) | 1/a + 1/b | (a + 0)*b
""".split("\n")
REFUSED = [
    "", "2*3", "2**a", "a**b", "a**(b + 1)", "sin(a)", "e", "pi*a", "ab", "a2", "A", "Exp(a)", "sqrt(a)", "abs(a)",
    "max(a, 0)", "exp a", "foo(a)", "a b", "a^2", "ln(a)", "abc", "a +", "relu", "1/0*a", "-" * 70 + "a",
]  # fmt: skip
UNDEFINED = ["log(a - 2)", "a/(b - 3)", "(a - 5)**0.5", "exp(a*500)", "(a - 2)**-1", "log(-a)"]
INPUTS = {"a": 2, "b": 3, "c": -1, "d": 0.5}


def texts():
    return [text.strip() for line in VALID for text in line.split(" | ") if text.strip()]


def random_text(r, depth):
    if depth == 0 or r.random() < 0.15:
        return r.choice(["a", "b", "c", "d", "a", "b", "2", "0.5", "3"])
    a, b = random_text(r, depth - 1), random_text(r, depth - 1)
    forms = [f"{a} + {b}", f"{a} - ({b})", f"({a})*({b})", f"({a})/({b})", f"({a})**2", f"-({a})"]
    return r.choice([*forms, f"relu({a})", f"exp({a}/10)"])


def finite(x):
    return x if math.isfinite(x) else str(x)


def case(text, inputs, result, values):
    """A graph, its data and gradients, and what the three orders compute."""
    before = value_graph(result, **values)
    result.backward()
    after = value_graph(result, **values)
    nodes = orders.topological(result)
    found = {"text": text, "inputs": inputs, "graph": before}
    found["grads"] = [one["grad"] for one in after["nodes"]]
    for kind in orders.ORDERS:
        order = orders.order_of(result, kind)
        place = {id(value): i for i, value in enumerate(nodes)}
        grads = orders.gradients(result, order)
        found[kind] = {
            "order": [place[id(value)] for value in order],
            "grads": [finite(grads[value]) for value in nodes],
        }
    return found


def test_examples_in_docstrings():
    assert doctest.testmod(graphs).failed == 0
    assert doctest.testmod(orders).failed == 0


def test_javascript_builds_and_computes_what_python_does():
    r = random.Random(5)
    expressions = []
    for text in texts() + [random_text(r, r.randrange(1, 4)) for _ in range(150)]:
        inputs = INPUTS if r.random() < 0.5 else {k: round(r.uniform(0.5, 3), 2) for k in INPUTS}
        try:
            result, values = expression_value(text, inputs)
        except (ExpressionError, Undefined):
            assert text not in texts(), text
            continue
        expressions.append(case(text, inputs, result, values))
    assert len(expressions) > 120
    refused = []
    for text in REFUSED:
        with pytest.raises((ExpressionError, Undefined)) as error:
            expression_value(text, INPUTS)
        place = getattr(error.value, "position", None)
        refused.append({"text": text, "says": str(error.value), "position": place})
    undefined = []
    for text in UNDEFINED:
        with pytest.raises(Undefined) as error:
            expression_value(text, INPUTS)
        undefined.append({"text": text, "says": str(error.value)})
    presets = []
    for name, (inputs, lines) in GRAPHS.items():
        values = values_of(inputs, lines)
        last = lines[-1][0]
        presets.append({"name": name, "lines": lines} | case(name, inputs, values[last], values))
    a, b, x, y = (Value(float(n)) for n in (1, 2, 3, -4))
    dot = Dot([a, b], [x, y]) * 2
    strange = Value(1.0) * math.inf
    written = [case("dot", {}, dot, {"a": a}), {"graph": value_graph(strange)}]
    write(
        "autograd",
        [
            {"expressions": expressions},
            {"refused": refused, "undefined": undefined},
            {"presets": presets},
            {"written": written, "inputs": INPUTS},
        ],
    )


def test_the_course_graphs_have_the_numbers_of_the_text():
    shared = values_of(*GRAPHS["shared"])
    shared["c"].backward()
    assert (shared["a"].grad, shared["b"].grad) == (4, 2)
    loss = values_of(*GRAPHS["loss"])
    loss["loss"].backward()
    assert loss["loss"].data == 9 and loss["w2"].grad == -12


def test_only_the_right_order_is_right_on_the_diamond():
    values = values_of(*GRAPHS["diamond"])
    y = values["y"]

    def moved(a):
        return values_of({"a": a}, GRAPHS["diamond"][1])["y"].data

    y.backward()
    slope = (moved(2 + 1e-6) - moved(2 - 1e-6)) / 2e-6
    assert values["a"].grad == pytest.approx(slope) == pytest.approx(78)


@pytest.mark.parametrize(
    "text, says",
    [
        ("2**a", "A power is a plain number here"),
        ("a**b", "A power is a plain number here"),
        ("ab", r"To multiply, write a\*b\."),
        ("sin(a)", "“sin” is not known here. There are letters from a to z, log, exp and relu."),
        ("A", "small letters: a"),
        ("e*a", "The letter e is no variable here"),
        ("", "Type an expression with letters"),
        ("exp", r"exp needs parentheses: exp\(a\)"),
    ],
)
def test_mistakes_are_named(text, says):
    with pytest.raises(ExpressionError, match=says):
        parse(text, OF_VALUES)


def test_a_recursive_walk_ends():
    x = Value(1.0)
    for _ in range(60):
        x = x * x
    assert len(orders.order_of(x, "recursive")) == orders.LONGEST
