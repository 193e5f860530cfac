"""Widgets about the autograd engine: a graph of Values, forward and backward through it, and the order of the steps."""

import traitlets

from ...graph import value_graph
from ..base import Filled, Widget
from ..calculus.expression import LONGEST, OF_VALUES, ExpressionError, Undefined, parse
from ..traits import Number, NumbersByLetter, OneOf, Text
from .graphs import GRAPHS, PUZZLES, expression_value, letters_of, values_of
from .orders import ORDERS, gradients, order_of
from .stages import WORDS, all_stages
from .written import GraphTrait

__all__ = [
    "BackpropStepper",
    "ExpressionSandbox",
    "TopologicalOrder",
    "ValueGraph",
    "ValueStages",
    "show_graph",
]
INPUTS = {"a": 2, "b": 3, "c": -1, "d": 0.5}


def shown(x):
    """A number in a summary: never -0."""
    return f"{float(x) + 0:.6g}"


def listed(grads):
    """
    >>> listed({"a": 4.0, "b": 2.0})
    'a.grad is 4, b.grad is 2'
    """
    return ", ".join(f"{name}.grad is {shown(grad)}" for name, grad in grads.items())


class BackpropStepper(Widget):
    """A graph of Values, stepped through: forward to the result, then backward, one node at a time.

    `graph` is one of six, each larger than the one before: "add", "multiply", "shared", "diamond", "neuron", "loss".
    `step` says how far it has come; a number beyond the end is the end. On the diamond, `order` may be a wrong one:
    "early" takes nodes as they are met, "recursive" calls itself for each operand. `program` shows -, / and negation
    as the program makes them of the other operations.

    >>> BackpropStepper(graph="shared")
    c = a*b + a is 8 at a = 2, b = 3. After the backward pass a.grad is 4, b.grad is 2.
    >>> BackpropStepper(graph="diamond", order="early", step=99)
    y = c*d is 84 at a = 2. In a wrong order a.grad is 36; it should be 78.
    """

    module = "autograd/stepper.js"
    graph = OneOf("add", GRAPHS)
    step = Number(0, low=0, high=99, whole=True)
    order = OneOf("right", ORDERS)
    program = OneOf(False, [False, True])

    def gradients(self):
        """{name of an input: its gradient at the end}, in the order that is set."""
        inputs, lines = GRAPHS[self.graph]
        values = values_of(inputs, lines)
        result = values[lines[-1][0]]
        order = self.order if self.graph == "diamond" else "right"
        grads = gradients(result, order_of(result, order))
        return {name: grads[values[name]] for name in inputs}

    def summary(self):
        inputs, lines = GRAPHS[self.graph]
        name, formula = lines[-1]
        result = values_of(inputs, lines)[name].data
        given = ", ".join(f"{one} = {shown(data)}" for one, data in inputs.items())
        text = f"{name} = {formula} is {shown(result)} at {given}. "
        found = listed(self.gradients())
        if self.graph == "diamond" and self.order != "right":
            return (
                text
                + f"In a wrong order {found}; it should be {shown(BackpropStepper(graph='diamond').gradients()['a'])}."
            )
        return text + f"After the backward pass {found}."


class ExpressionSandbox(Widget):
    """Any expression of the six operations: its graph of Values, to be stepped through forward and backward.

    `expression` is written as in Python, with letters, numbers, + - * / **, parentheses, log, exp and relu. `inputs`
    says which number each letter is; a letter without one is 1. `step` and `program` are those of BackpropStepper.

    >>> ExpressionSandbox(expression="relu(a*b - 4)**2")
    relu(a*b - 4)**2 is 4 at a = 2, b = 3. After the backward pass a.grad is 12, b.grad is 8.
    >>> ExpressionSandbox(expression="log(a)", inputs={"a": -1})
    log(a) has no value at a = -1: only positive numbers have a logarithm.
    """

    module = "autograd/sandbox.js"
    expression = Text("a*b + a", longest=LONGEST)
    inputs = NumbersByLetter(INPUTS, low=-10, high=10)
    step = Number(0, low=0, high=200, whole=True)
    program = OneOf(False, [False, True])

    @traitlets.validate("expression")
    def _reads(self, proposal):
        try:
            expression_value(proposal["value"], {})
        except Undefined:
            pass  # other numbers may have a value
        except ExpressionError as error:
            raise traitlets.TraitError(
                f"expression cannot be read at character {error.position + 1}: {error}"
            ) from None
        return proposal["value"]

    def gradients(self):
        """{letter: its gradient}; None where the expression has no value."""
        try:
            result, values = expression_value(self.expression, self.inputs)
        except Undefined:
            return None
        grads = gradients(result, order_of(result, "right"))
        return {letter: grads[value] for letter, value in values.items()}

    def summary(self):
        text, letters = self.expression.strip(), letters_in(self.expression)
        given = ", ".join(f"{letter} = {shown(self.inputs.get(letter, 1))}" for letter in letters)
        try:
            result, _ = expression_value(self.expression, self.inputs)
        except Undefined as reason:
            return f"{text} has no value at {given}: {reason}."
        found = listed(self.gradients())
        return f"{text} is {shown(result.data)} at {given}. After the backward pass {found}."


class ValueGraph(Widget):
    """The graph of a Value that you built in Python: `show_graph(value)` makes it.

    `graph` is what `microgpt.graph.value_graph` gives. `program` shows -, / and negation as the program makes them of
    the other operations.

    >>> from microgpt import Value
    >>> from microgpt.widgets import show_graph
    >>> a, b = Value(2.0), Value(3.0)
    >>> c = a * b + a
    >>> c.backward()
    >>> show_graph(c, a=a, b=b, c=c)
    A graph of 4 values; the result is 8. a is 2, its gradient 4; b is 3, its gradient 2.
    """

    module = "autograd/value_graph.js"
    graph = GraphTrait()
    program = OneOf(False, [False, True])

    def summary(self):
        nodes = self.graph["nodes"]
        count = "1 value" if len(nodes) == 1 else f"{len(nodes)} values"
        text = f"A graph of {count}; the result is {shown(nodes[-1]['data'])}."
        named = [node for node in nodes if node["label"] and not node["op"]]
        parts = [
            f"{node['label']} is {shown(node['data'])}, its gradient "
            + ("not yet computed" if node["grad"] is None else shown(node["grad"]))
            for node in named
        ]
        return f"{text} {'; '.join(parts)}." if parts else text


def show_graph(value, /, around=None, **names):
    """The graph of a Value, as a picture: show_graph(loss, w=w, b=b).

    The names are what you call the values; a list of Values may have one too. Above 60 values it refuses;
    show_graph(loss, around=w) shows the part around one of them.
    """
    return ValueGraph(graph=value_graph(value, around=around, **names))


class TopologicalOrder(Widget):
    """You pick the order of the backward pass: each value passes on, once, the gradient it has when its turn comes.

    `graph` is "diamond" or "tower"; `order` names the values that have had their turn.

    >>> TopologicalOrder(order=["y"])
    y is 84 at a = 2. Turns so far: y; left are d, c, b.
    >>> TopologicalOrder(order=["y", "c", "d", "b"])
    The order y, c, d, b: a.grad is 78. Every value heard from all its parents first, so this is right.
    >>> TopologicalOrder(order=["y", "c", "b", "d"])
    The order y, c, b, d: a.grad is 36. It should be 78.
    """

    module = "autograd/order.js"
    graph = OneOf("diamond", PUZZLES)
    order = traitlets.List(traitlets.Unicode()).tag(sync=True)

    @traitlets.validate("order")
    def _fits(self, proposal):
        order, allowed = proposal["value"], self._names()
        if len(set(order)) < len(order) or not set(order) <= set(allowed):
            raise traitlets.TraitError(
                f"order must name each of {', '.join(allowed)} at most once, not {order!r}."
            )
        return order

    @traitlets.observe("graph")
    def _begin_again(self, change):
        if not set(self.order) <= set(self._names()):
            self.order = []

    def _names(self):
        return [name for name, _ in PUZZLES[self.graph][1]]

    def gradients(self):
        """{name of an input: what it has now}."""
        inputs, lines = PUZZLES[self.graph]
        values = values_of(inputs, lines)
        found = gradients(values[lines[-1][0]], [values[name] for name in self.order])
        return {name: found[values[name]] for name in inputs}

    def summary(self):
        inputs, lines = PUZZLES[self.graph]
        values = values_of(inputs, lines)
        result = values[lines[-1][0]]
        waiting = [name for name in reversed(self._names()) if name not in self.order]
        if waiting:
            given = ", ".join(f"{name} = {shown(data)}" for name, data in inputs.items())
            turns = ", ".join(self.order) or "none"
            text = f"{lines[-1][0]} is {shown(result.data)} at {given}. "
            return f"{text}Turns so far: {turns}; left are {', '.join(waiting)}."
        text = f"The order {', '.join(self.order)}: {listed(self.gradients())}."
        right = gradients(result, order_of(result, "right"))
        if gradients(result, [values[name] for name in self.order]) == right:
            return f"{text} Every value heard from all its parents first, so this is right."
        return f"{text} It should be {', '.join(shown(right[values[name]]) for name in inputs)}."


class ValueStages(Filled):
    """Value, built up in four stages: it wraps a number, calculates, remembers its children, and traces blame back.

    >>> ValueStages(stage=3)
    Stage 3 of 4, Value remembers its children: from c every value that took part can be found.
    """

    module = "autograd/stages.js"
    stage = OneOf(1, [1, 2, 3, 4])

    @traitlets.default("content")
    def _content(self):
        return {"stages": all_stages()}

    def summary(self):
        return f"Stage {self.stage} of 4, Value {WORDS[self.stage - 1]['summary']}"


def letters_in(expression):
    """The letters of an expression, in the order of reading."""
    return letters_of(parse(expression, OF_VALUES))
