"""The graph behind a Value as plain data."""

import doctest
import json
import math
import random

import pytest

from microgpt import Value, graph
from microgpt.dot import Dot
from microgpt.graph import MOST, TooLarge, topological, value_graph
from microgpt.operation import operation


def ops(value):
    return [(node["op"], node["by"]) for node in value_graph(value)["nodes"]]


def test_examples_in_docstrings():
    assert doctest.testmod(graph).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda x: x + x, ("+", None)),
        (lambda x: x + 0, ("+", 0)),
        (lambda x: 3 + x, ("+", 3)),
        (lambda x: x - 1, ("-", 1)),
        (lambda x: x * x, ("*", None)),
        (lambda x: x * 1, ("*", 1)),
        (lambda x: x**2, ("**", 2)),
        (lambda x: x.log(), ("log", None)),
        (lambda x: x.exp(), ("exp", None)),
        (lambda x: x.relu(), ("relu", None)),
        (lambda x: (x * 1).relu(), ("relu", None)),
        (lambda x: -x, ("*", -1)),
        (lambda x: Dot([x], [x]), ("dot", None)),
    ],
)
def test_the_operation_is_known(make, says):
    assert ops(make(Value(2.0)))[-1] == says


def test_relu_of_a_negative_number_too():
    assert ops(Value(-2.0).relu())[-1] == ("relu", None)


def test_what_is_made_of_the_six():
    a, b = Value(6.0), Value(2.0)
    assert ops(a - b) == [("", None), ("", None), ("*", -1), ("+", None)]
    assert ops(a / b) == [("", None), ("", None), ("**", -1), ("*", None)]
    assert ops(1 - a) == [("", None), ("*", -1), ("+", 1)]
    assert ops(1 / a) == [("", None), ("**", -1), ("*", 1)]


def test_the_order_is_that_of_backward_and_stands_on_its_own():
    r = random.Random(1)
    values = [Value(r.uniform(0.5, 2)) for _ in range(3)]
    for _ in range(40):
        values.append(r.choice([lambda a, b: a + b, lambda a, b: a * b])(*r.choices(values, k=2)))
    order = topological(values[-1])
    place = {id(one): i for i, one in enumerate(order)}
    assert len(place) == len(order)
    assert all(place[id(child)] < place[id(one)] for one in order for child in one.children)


def test_local_gradients_and_gradients():
    a, b = Value(2.0), Value(3.0)
    c = a * b + a
    before = value_graph(c)
    assert [node["grad"] for node in before["nodes"]] == [None] * 4
    assert [edge["local"] for edge in before["edges"]] == [3.0, 2.0, 1.0, 1.0]
    c.backward()
    assert [node["grad"] for node in value_graph(c)["nodes"]] == [4.0, 2.0, 1.0, 1.0]


def test_a_gradient_of_zero_is_known_after_backward_only():
    x = Value(-1.0)
    y = x.relu()
    assert value_graph(y)["nodes"][0]["grad"] is None
    y.backward()
    assert value_graph(y)["nodes"][0]["grad"] == 0.0


def test_a_graph_above_a_part_that_was_walked():
    x = Value(3.0)
    y = x * 2
    y.backward()
    z = y + 1
    assert [node["grad"] for node in value_graph(z)["nodes"]] == [2.0, 1.0, None]


def test_dot_shows_its_local_gradients():
    a, b, x, y = (Value(float(n)) for n in (1, 2, 3, 4))
    d = Dot([a, b], [x, y])
    locals_ = {edge["from"]: edge["local"] for edge in value_graph(d)["edges"]}
    assert locals_ == {0: 3.0, 1: 1.0, 2: 4.0, 3: 2.0}


def test_large_graphs_are_refused_with_a_way_out():
    x = Value(1.0)
    y = x
    for _ in range(5000):
        y = y + 1
    middle = topological(y)[2500]
    with pytest.raises(TooLarge, match=r"has 5,001 values; 60 fit.*around=x"):
        value_graph(y)
    part = value_graph(y, around=middle, m=middle)
    assert len(part["nodes"]) == MOST
    assert [node["more"] for node in part["nodes"]] == [1] + [0] * 58 + [1]
    assert part["nodes"][29]["label"] == "m" or part["nodes"][30]["label"] == "m"
    with pytest.raises(ValueError, match="a value of this graph"):
        value_graph(y, around=Value(1.0))


def test_exactly_sixty_are_drawn():
    x = Value(1.0)
    for _ in range(MOST - 1):
        x = x + 1
    assert len(value_graph(x)["nodes"]) == MOST
    with pytest.raises(TooLarge):
        value_graph(x + 1)


def test_around_a_value_that_is_used_everywhere():
    w = Value(1.0)
    total = Value(0.0)
    for i in range(200):
        total = total + w * i
    part = value_graph(total, around=w, w=w)
    [shown] = [node for node in part["nodes"] if node["label"] == "w"]
    assert len(part["nodes"]) == MOST and shown["more"] == 200 - 59


class Mine:
    """A Value of a reader's own, which notes no operation."""

    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad = data, 0
        self.children, self.local_grads = children, local_grads


def forgotten(value):
    """The last step of a Value, as one of Mine."""
    return Mine(value.data, tuple(value.children), tuple(value.local_grads))


@pytest.mark.parametrize("x", [2.0, 0.5, 3.7, -1.5, 1.0])
def test_the_operation_of_a_value_of_ones_own_is_told_from_its_numbers(x):
    a, b = Value(x), Value(-0.7)
    made = [a + b, a * b, a * 3, a * -1, a + 2.5, a**3, a**-1, a.exp(), a.relu(), b.relu(), a**2]
    if x > 0:
        made += [a.log(), a**0.5]
    for value in made:
        op, by = operation(forgotten(value))
        if x == 1 and value.op in [("**", -1), ("**", 3), ("**", 2), ("**", 0.5)]:
            continue  # 1 to any power has many explanations
        noted = value.op if isinstance(value.op, tuple) else (value.op, None)
        assert op == noted[0] and (by is None) == (noted[1] is None), (noted, op, by)
        assert by is None or by == pytest.approx(noted[1])


def test_what_fits_no_operation_is_unknown():
    a = Mine(2)
    for strange in (
        Mine(7, (a,), (3,)),
        Mine(7, (a, a, a), (1, 1, 1)),
        Mine(0, (a,), (3,)),
        Mine(1, (a, a), (1, 1)),
    ):
        assert operation(strange) == ("?", None)
        assert value_graph(strange)["nodes"][-1]["op"] == "?"


@pytest.mark.parametrize("thing", [3.0, "x", None, [Value(1.0)]])
def test_what_is_no_value_is_refused(thing):
    with pytest.raises(TypeError, match="drawn of a Value"):
        value_graph(thing)


def test_numbers_that_json_has_no_word_for():
    x = Value(0.0)
    y = x**0.5 + math.inf
    y.backward()
    found = value_graph(y)
    assert [node["data"] for node in found["nodes"]] == [0.0, 0.0, "inf"]
    assert found["nodes"][0]["grad"] == "inf"
    assert ops(Value(1.0) + math.nan)[-1] == ("+", "nan")
    json.dumps(found, allow_nan=False)
