"""The widgets of the autograd engine: traits, words, the stages' code, and the graph of any Value."""

import doctest
import itertools
import json
import math

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import Value
from microgpt.dot import Dot
from microgpt.graph import TooLarge, value_graph
from microgpt.widgets import (
    BackpropStepper,
    ExpressionSandbox,
    TopologicalOrder,
    ValueGraph,
    ValueStages,
    autograd,
    show_graph,
    traits,
)
from microgpt.widgets.autograd import stages, written
from microgpt.widgets.autograd.graphs import GRAPHS, PUZZLES, values_of
from microgpt.widgets.stored import restore, store


def test_examples_in_docstrings():
    for module in (autograd, stages, written, traits):
        assert doctest.testmod(module).failed == 0


def strange_graphs():
    """Graphs with infinities, no numbers, a dot, a part left out, a Value of somebody's own."""
    x = Value(0.0)
    y = x**0.5 + math.inf
    y.backward()
    z = Value(1.0) * math.nan
    d = Dot([Value(1.0)], [Value(2.0)]) - 1
    long = x
    for _ in range(100):
        long = long + 0

    class Mine:
        def __init__(self, data, children=(), local_grads=()):
            self.data, self.grad, self.children, self.local_grads = data, 0, children, local_grads

    own = Mine(7, (Mine(2), Mine(3)), (3, 2))  # of no operation that we know
    graphs = [value_graph(one) for one in (y, z, d, own)] + [value_graph(long, around=x)]
    named = {"<b>x</b>": Value(2.0)}
    return [*graphs, value_graph(named["<b>x</b>"] / 3, **named)]


def every_order():
    for graph, (_, lines) in PUZZLES.items():
        for order in itertools.permutations(name for name, _ in lines):
            widget = TopologicalOrder(graph=graph, order=list(order))
            right = "so this is right" in repr(widget)
            grad = widget.gradients()["a"]
            yield {"graph": graph, "order": list(order), "grad": grad, "right": right}


def test_javascript_computes_what_python_computes():
    puzzles = [[name, inputs, lines] for name, (inputs, lines) in PUZZLES.items()]
    cases = [{"orders": list(every_order()), "puzzles": puzzles}, {"written": strange_graphs()}]
    write("autograd_widgets", cases)


@pytest.mark.parametrize("graph", GRAPHS)
def test_gradients_are_those_of_backward(graph):
    inputs, lines = GRAPHS[graph]
    values = values_of(inputs, lines)
    values[lines[-1][0]].backward()
    assert BackpropStepper(graph=graph).gradients() == {name: values[name].grad for name in inputs}


def test_summaries():
    assert repr(BackpropStepper()) == (
        "c = a + b is 5 at a = 2, b = 3. After the backward pass a.grad is 1, b.grad is 1."
    )
    assert "a.grad is 114; it should be 78" in repr(
        BackpropStepper(graph="diamond", order="recursive")
    )
    assert "wrong" not in repr(BackpropStepper(graph="loss", order="early"))
    assert repr(TopologicalOrder()) == (
        "y is 84 at a = 2. Turns so far: none; left are y, d, c, b."
    )
    assert "exp(a) is 1 at a = 0" in repr(ExpressionSandbox(expression="exp(a)", inputs={"a": 0}))
    assert "at z = 1" in repr(ExpressionSandbox(expression="z*2"))
    assert repr(ValueGraph()).startswith("A graph of 1 value; the result is 2.")
    for stage in (1, 2, 3, 4):
        assert repr(ValueStages(stage=stage)).startswith(f"Stage {stage} of 4, Value ")


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: BackpropStepper(graph="cube"), "graph must be one of 'add', 'multiply'"),
        (lambda: BackpropStepper(step=-1), "step must be a whole number from 0 to 99"),
        (lambda: BackpropStepper(order="left"), "order must be one of 'right', 'early'"),
        (lambda: BackpropStepper(program=1), "program must be one of False, True"),
        (lambda: ExpressionSandbox(expression="2**a"), "character 4: A power is a plain number"),
        (lambda: ExpressionSandbox(expression="sin(a)"), "character 1: “sin” is not known"),
        (lambda: ExpressionSandbox(inputs={"a": 11}), "numbers from -10 to 10"),
        (lambda: ExpressionSandbox(inputs={"ab": 1}), "letters from a to z"),
        (lambda: ExpressionSandbox(inputs=[1]), "letters from a to z"),
        (lambda: TopologicalOrder(order=["a"]), "order must name each of b, c, d, y at most once"),
        (lambda: TopologicalOrder(order=["y", "y"]), "at most once"),
        (lambda: ValueStages(stage=5), "stage must be one of 1, 2, 3, 4"),
        (lambda: ValueGraph(graph={}), "graph must be a graph, as microgpt.graph.value_graph"),
    ],
)
def test_wrong_values_are_refused_in_words(make, says):
    with pytest.raises(TraitError, match=says):
        make()


@pytest.mark.parametrize(
    "change",
    [
        lambda graph: graph["nodes"].clear(),
        lambda graph: graph["nodes"][0].pop("op"),
        lambda graph: graph["nodes"][0].update(op="sin"),
        lambda graph: graph["nodes"][0].update(data="many"),
        lambda graph: graph["nodes"][0].update(data=math.nan),
        lambda graph: graph["nodes"][0].update(label=3),
        lambda graph: graph["edges"][0].update(to=0),
        lambda graph: graph["edges"][0].update(to=9),
        lambda graph: graph["edges"][0].update({"from": True}),
        lambda graph: graph["edges"].append({}),
        lambda graph: graph["nodes"].extend(graph["nodes"] * 60),
    ],
)
def test_what_is_no_graph_is_refused(change):
    graph = value_graph(Value(2.0) * 3)
    ValueGraph(graph=graph)
    change(graph)
    with pytest.raises(TraitError):
        ValueGraph(graph=graph)


def test_the_order_follows_the_graph():
    widget = TopologicalOrder(graph="tower", order=["y", "f", "d", "c", "b"])
    assert "so this is right" in repr(widget)
    assert restore(store(widget)).order == widget.order
    widget.graph = "diamond"
    assert widget.order == []


def test_show_graph_is_stored_whole():
    a, b = Value(2.0), Value(3.0)
    c = a * b + a
    c.backward()
    shown = show_graph(c, a=a, b=b)
    assert repr(restore(json.loads(json.dumps(store(shown))))) == repr(shown)
    assert "its gradient 4" in repr(shown)


def test_show_graph_says_what_is_not_yet_there():
    a = Value(2.0)
    assert repr(show_graph(a * 3, a=a)).endswith("a is 2, its gradient not yet computed.")


def test_show_graph_of_too_many_values():
    x = Value(1.0)
    for _ in range(61):
        x = x + 1
    with pytest.raises(TooLarge, match="62 values; 60 fit"):
        show_graph(x)
    assert len(show_graph(x, around=x).graph["nodes"]) == 60


# ---- the code of the stages ----


def run(stage):
    space = {}
    exec("\n".join(stages.code_of(stage)), space)
    return space


def test_each_stage_does_what_is_said_of_it():
    one, two, three, four = (run(stage) for stage in (1, 2, 3, 4))
    with pytest.raises(TypeError):
        one["a"] * one["b"]
    assert two["c"].data == 8 and not hasattr(two["c"], "children")
    product, a = three["c"].children
    assert a is three["a"] and product.children == (three["a"], three["b"])
    assert (four["a"].grad, four["b"].grad, four["c"].grad) == (4, 2, 1)
    drawn = show_graph(four["c"], a=four["a"]).graph["nodes"]
    assert [one["op"] for one in drawn] == ["", "", "*", "+"]


def test_new_lines_are_marked():
    fresh = [
        [line["text"] for line in stage["lines"] if line["fresh"]] for stage in stages.all_stages()
    ]
    assert not fresh[0] and "c = a * b + a" in fresh[1]
    assert "        self.children = children" in fresh[2]
    assert "    def backward(self):" in fresh[3]
    for stage, content in enumerate(stages.all_stages(), 1):
        assert [line["text"] for line in content["lines"]] == stages.code_of(stage)
