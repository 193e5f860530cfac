"""The check of gradients: what agrees, what differs, and what cannot be compared, in sentences."""

import doctest
import math
import random

import pytest

from microgpt import GPT, Config, Tokenizer, Value, check_gradients, document_loss, gradients


def test_examples_in_docstrings():
    assert doctest.testmod(gradients).failed == 0


def test_every_operation_passes():
    functions = [
        lambda a, b: a + b * a - b,
        lambda a, b: a / b + 1 / a,
        lambda a, b: a**3 * b**-2 - (-a),
        lambda a, b: (a * b).exp() + a.log(),
        lambda a, b: (a - b).relu() * (b - a).relu() + 2 * a,
        lambda a, b: a + 0 * b,
    ]
    r = random.Random(3)
    for f in functions:
        for _ in range(20):
            found = check_gradients(f, r.uniform(0.5, 2), r.uniform(0.5, 2))
            assert found.passed and [row.name for row in found.rows] == ["a", "b"], found


def test_large_and_small_results_are_no_trouble():
    assert check_gradients(lambda a: a * 1e9 + 1e12, 3.0).passed
    assert check_gradients(lambda a: (a * 20).exp(), 1.0).passed
    assert check_gradients(lambda a: a * 1e-12, 3.0).passed
    assert check_gradients(lambda a: a * a, 1e8).passed


class Forgetful(Value):
    """Its backward() writes over what an earlier path brought."""

    __slots__ = ()

    def __mul__(self, other):
        return Forgetful(self.data * other.data, (self, other), (other.data, self.data))

    def _pass_on(self):
        for child, local in zip(self.children, self.local_grads):
            child.grad = local * self.grad


def test_a_gradient_that_is_written_over_is_found():
    found = check_gradients(lambda a: a * a, Forgetful(3.0))
    assert not found.passed
    assert repr(found).splitlines()[0] == "a: gradient 3, finite difference 6: they differ."


def test_blame_that_never_arrives():
    found = check_gradients(lambda a, b: Value(a.data * 2) + b, 3.0, 1.0)
    assert [row.ok for row in found.rows] == [False, True]
    assert "No blame arrived. Was .data used" in found.rows[0].says
    assert repr(found).endswith("1 of 2 gradients agree within 1e-05.")


@pytest.mark.parametrize(
    "f, x, ok, says",
    [
        (lambda x: x.relu(), 0.0, True, "the slope is 0 on the left and 1 on the right"),
        (lambda x: -(x.relu()), 0.0, True, "the slope is 0 on the left and -1 on the right"),
        (lambda x: (x - 1).relu() * 3 + x, 1.0, True, "1 on the left and 4 on the right"),
        (lambda x: x.relu() * x, 0.0, True, "they agree"),
        (lambda x: x.log() * math.nan, 2.0, False, "the gradient is nan"),
        (lambda x: x**0.5, 0.0, False, "the gradient is inf"),
        (lambda x: x + math.nan, 2.0, False, "f is no ordinary number here"),
        (lambda x: x.log(), 1e-6, False, "beside 1e-06, f fails with “"),
        (lambda x: x.exp(), 709.78, False, "fails with"),
    ],
)
def test_kinks_and_what_is_no_number(f, x, ok, says):
    [row] = check_gradients(f, x).rows
    assert row.ok is ok and says in row.says, row


def test_a_gradient_outside_a_kink():
    class Odd(Value):
        __slots__ = ()

        def relu(self):
            return Value(max(0.0, self.data), (self,), (5.0,))

    [row] = check_gradients(lambda x: x.relu(), Odd(0.0)).rows
    assert not row.ok and "lies outside" in row.says


@pytest.mark.parametrize(
    "f, says",
    [
        (lambda x: None, "it returned None. Is its last line a return"),
        (lambda x: 3.0, "it returned 3.0. Was .data taken"),
        (lambda x: [x], "it returned a list"),
    ],
)
def test_what_returns_no_value_is_told_so(f, says):
    with pytest.raises(TypeError, match=says):
        check_gradients(f, 1.0)


def test_nothing_to_nudge():
    with pytest.raises(TypeError, match="nothing to nudge"):
        check_gradients(lambda name: Value(1.0), "x")


def test_values_and_gradients_are_put_back():
    x, w = Value(2.0), [Value(1.0), Value(-1.0)]
    x.grad = 7.0
    with pytest.raises(ZeroDivisionError):
        check_gradients(lambda x, w: 1 / 0, x, w)
    check_gradients(lambda x, w: (x * w[0] + w[1]).log(), x, w)
    assert (x.data, x.grad) == (2.0, 7.0) and [v.data for v in w] == [1.0, -1.0]
    assert [v.grad for v in w] == [0.0, 0.0]


def test_the_whole_model():
    tokenizer = Tokenizer(["emma", "ava"])
    model = GPT(Config(n_embd=4, n_head=2), tokenizer.vocab_size, random.Random(1))
    tokens = tokenizer.encode("ava")
    found = check_gradients(lambda p: document_loss(model, tokens), model.parameters(), most=40)
    assert found.passed, found
    assert len(found.rows) == 40
    assert f"40 of {len(model.parameters())} values were nudged." in repr(found)


def test_a_value_that_stands_there_twice_is_nudged_once():
    x = Value(3.0)
    found = check_gradients(lambda a, b: a * b, x, x)
    assert [(row.name, row.gradient) for row in found.rows] == [("a", 6.0)] and found.passed
