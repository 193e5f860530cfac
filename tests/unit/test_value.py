import copy
import gc
import math
import pickle
import random
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from microgpt import GPT, Config, Value, document_loss
from microgpt.dot import Dot
from microgpt.running import as_a_whole

numbers = st.floats(-3, 3).map(lambda x: round(x, 3))

# Expressions of two Values, with what they compute on plain numbers, and where they have a slope.
EXPRESSIONS = {
    "a + b": (lambda a, b: a + b, lambda a, b: True),
    "a - b": (lambda a, b: a - b, lambda a, b: True),
    "2 - a": (lambda a, b: 2 - a, lambda a, b: True),
    "a * b": (lambda a, b: a * b, lambda a, b: True),
    "3 * a + b * 2": (lambda a, b: 3 * a + b * 2, lambda a, b: True),
    "a / b": (lambda a, b: a / b, lambda a, b: abs(b) > 0.1),
    "1 / a": (lambda a, b: 1 / a, lambda a, b: abs(a) > 0.1),
    "-a": (lambda a, b: -a, lambda a, b: True),
    "a ** 3": (lambda a, b: a**3, lambda a, b: True),
    "a ** -1": (lambda a, b: a**-1, lambda a, b: abs(a) > 0.1),
    "a ** 0.5": (lambda a, b: a**0.5, lambda a, b: a > 0.1),
    "a * a * b + a": (lambda a, b: a * a * b + a, lambda a, b: True),
    "(a + b) * (a - b) * (a + b)": (lambda a, b: (a + b) * (a - b) * (a + b), lambda a, b: True),
}
FUNCTIONS = {
    "exp": (lambda v: v.exp(), math.exp, lambda x: True),
    "log": (lambda v: v.log(), math.log, lambda x: x > 0.1),
    "relu": (lambda v: v.relu(), lambda x: max(0.0, x), lambda x: abs(x) > 0.01),
}


def slope(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


@pytest.mark.parametrize("name", EXPRESSIONS)
@given(a=numbers, b=numbers)
@settings(max_examples=40, deadline=None)
def test_operators_against_finite_differences(name, a, b):
    f, has_slope = EXPRESSIONS[name]
    assume(has_slope(a, b))
    x, y = Value(a), Value(b)
    result = f(x, y)
    result.backward()
    assert result.data == pytest.approx(f(a, b))
    assert x.grad == pytest.approx(slope(lambda t: f(t, b), a), rel=1e-4, abs=1e-6)
    assert y.grad == pytest.approx(slope(lambda t: f(a, t), b), rel=1e-4, abs=1e-6)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(x=numbers, factor=numbers)
@settings(max_examples=40, deadline=None)
def test_functions_against_finite_differences(name, x, factor):
    f, plain, has_slope = FUNCTIONS[name]
    assume(has_slope(x))
    value = Value(x)
    (f(value) * factor).backward()
    assert f(Value(x)).data == pytest.approx(plain(x))
    assert value.grad == pytest.approx(factor * slope(plain, x), rel=1e-4, abs=1e-6)


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=8))
@settings(deadline=None)
def test_dot_is_bit_for_bit_the_sum_of_products(pairs):
    a, b = [Value(x) for x, _ in pairs], [Value(y) for _, y in pairs]
    c, d = [Value(x) for x, _ in pairs], [Value(y) for _, y in pairs]
    one, many = Dot(a, b), sum(x * y for x, y in zip(c, d))
    (one * one).backward()
    (many * many).backward()
    assert one.data == many.data
    assert [v.grad for v in a + b] == [v.grad for v in c + d]


def test_dot_shows_its_children_pair_by_pair():
    a, b, x, y = (Value(float(n)) for n in (1, 2, 3, 4))
    d = Dot([a, b], [x, y])
    assert d.children == [a, x, b, y]


def test_dot_with_itself():
    x = Value(3.0)
    Dot([x], [x]).backward()
    assert x.grad == 6.0


def test_dot_of_different_lengths():
    with pytest.raises(ValueError):
        Dot([Value(1.0)], [Value(1.0), Value(2.0)])


def test_diamond():
    # Both ways from a to the end have to be finished before a passes anything on.
    a = Value(2.0)
    b = a * 3
    c = b * b
    d = b + 1
    (c * d).backward()
    assert b.grad == 2 * 6 * 7 + 36
    assert a.grad == 3 * b.grad


@pytest.mark.parametrize("zero", [0.0, -0.0, 0])
def test_relu_at_zero_has_slope_zero(zero):
    x = Value(zero)
    y = x.relu()
    y.backward()
    assert x.grad == 0.0 and math.copysign(1, y.data) == 1


def test_relu_of_what_is_no_number_is_none():
    x = Value(math.nan)
    y = x.relu()
    y.backward()
    assert math.isnan(y.data) and math.isnan(x.grad)
    for infinite, data, slope in ((math.inf, math.inf, 1.0), (-math.inf, 0.0, 0.0)):
        x = Value(infinite)
        y = x.relu()
        y.backward()
        assert (y.data, x.grad) == (data, slope)


TWOS = [2, 2.0, Fraction(2), Decimal(2), np.float64(2), np.float32(2), np.float16(2)]
TWOS += [np.int64(2), np.int8(2), np.uint8(2), np.uint64(2), np.array(2)]
ONES = [True, np.bool_(True)]


@pytest.mark.parametrize("number", TWOS + ONES, ids=lambda number: repr(number))
def test_plain_numbers_stand_on_either_side(number):
    n = float(number)
    for compute in (
        lambda x, n: x + n,
        lambda x, n: n + x,
        lambda x, n: x - n,
        lambda x, n: n - x,
        lambda x, n: x * n,
        lambda x, n: n * x,
        lambda x, n: x / n,
        lambda x, n: n / x,
        lambda x, n: x**n,
    ):
        x, same = Value(0.1), Value(0.1)
        got, expected = compute(x, number), compute(same, n)
        got.backward()
        expected.backward()
        assert type(got) is Value and type(got.data) is float
        assert (got.data, x.grad) == (expected.data, same.grad)
    made = Value(number)
    assert made.data == n and type(made.data) in (int, float)


NO_NUMBERS = ["2", b"2", None, [1, 2], (1.0,), {}, 1j, np.array([1.0, 2.0]), object(), len]


@pytest.mark.parametrize("thing", NO_NUMBERS, ids=lambda thing: type(thing).__name__)
def test_anything_else_is_refused(thing):
    for compute in (
        lambda: Value(thing),
        lambda: Value(2) + thing,
        lambda: thing + Value(2),
        lambda: Value(2) - thing,
        lambda: thing - Value(2),
        lambda: Value(2) * thing,
        lambda: thing * Value(2),
        lambda: Value(2) / thing,
        lambda: thing / Value(2),
        lambda: Value(2) ** thing,
    ):
        with pytest.raises(TypeError):
            compute()


def test_a_value_is_no_plain_number():
    with pytest.raises(TypeError, match=r"a plain number is needed here.*not Value\(data=2.0"):
        Value(Value(2.0))
    with pytest.raises(TypeError, match="a plain number is needed here"):
        Value(2.0) ** Value(3.0)
    with pytest.raises(TypeError, match="a plain number is needed here, such as 2 or 0.5, not '2'"):
        Value("2")


@pytest.mark.parametrize(
    "x, power, data, slope",
    [
        (0.0, 0, 1.0, 0.0),
        (0, 0, 1, 0.0),
        (0.0, 0.0, 1.0, 0.0),
        (0.0, 0.5, 0.0, math.inf),
        (0.0, 1, 0.0, 1.0),
        (0.0, 1.5, 0.0, 0.0),
        (0.0, 2, 0.0, 0.0),
        (-8.0, 3, -512.0, 192.0),
        (-8.0, -1, -0.125, -1 / 64),
        (-8.0, 2.0, 64.0, -16.0),
        (4.0, 0.5, 2.0, 0.25),
    ],
)
def test_powers(x, power, data, slope):
    value = Value(x)
    result = value**power
    result.backward()
    assert (result.data, value.grad) == (data, slope)


def test_an_infinite_slope_behind_a_level_one():
    x = Value(0.0)
    ((x**0.5) * 0.0).backward()  # nothing arrives, so nothing is passed on
    assert x.grad == 0.0


def test_powers_that_do_not_exist():
    for x in (-8.0, -8):
        with pytest.raises(ValueError, match="a negative number has whole powers only"):
            Value(x) ** (1 / 3)
    with pytest.raises(ZeroDivisionError):
        Value(0.0) ** -1
    with pytest.raises(ZeroDivisionError):
        1 / Value(0.0)


def test_gradients_accumulate():
    x = Value(3.0)
    (x * x).backward()
    (x * 2).backward()
    assert x.grad == 8.0


def test_backward_twice_walks_the_whole_graph_again():
    x = Value(3.0)
    y = x * x
    z = y * 2
    z.backward()
    x.grad = y.grad = 0.0
    z.backward()
    assert x.grad == 12.0


def test_backward_twice_passes_on_once_more_what_stands_on_the_way():
    x = Value(3.0)
    y = x * x
    z = y * 2
    z.backward()
    z.backward()
    # As in the program; it would be 12 + 12 with y.grad = 0.0 in between.
    assert (y.grad, x.grad) == (4.0, 36.0)


def test_two_losses_that_share_a_value():
    x = Value(3.0)
    y = x * x
    (y * 2).backward()
    (y * 17).backward()
    assert (y.grad, x.grad) == (19.0, 6 * 2 + 6 * 19)


def test_backward_of_an_input():
    x = Value(3.0)
    x.backward()
    assert x.grad == 1.0
    (x * 2).backward()
    assert x.grad == 3.0


@pytest.mark.parametrize("bad", [lambda: Value(0.0).log(), lambda: Value(-1.0).log()])
def test_log_of_what_is_not_positive(bad):
    with pytest.raises(ValueError):
        bad()


def test_a_chain_of_100_000_nodes():
    x = Value(1.0)
    y = x
    for _ in range(100_000):
        y = y + x
    y.backward()
    assert (y.data, x.grad) == (100_001.0, 100_001.0)


def test_a_graph_is_freed_without_the_garbage_collector():
    was = gc.isenabled()
    try:
        gc.collect()
        gc.disable()
        before = {id(o) for o in gc.get_objects()}  # other tests may keep a model
        x = Value(1.0)
        y = Dot([x, x * 2], [x.exp(), x]) + (x + 3).relu()
        y.backward()
        del y
        alive = [o for o in gc.get_objects() if issubclass(type(o), Value) and id(o) not in before]
        assert gc.collect() == 0
    finally:
        gc.enable() if was else gc.disable()
    assert [v is x for v in alive] == [True]


@pytest.mark.parametrize("enabled", [True, False])
def test_as_a_whole_gives_the_collector_back_as_it_was(enabled):
    was = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        assert as_a_whole(gc.isenabled, None) is False
        assert gc.isenabled() == enabled
        with pytest.raises(ZeroDivisionError):
            as_a_whole(lambda: 1 / 0, gc.isenabled)
        assert gc.isenabled() == enabled
    finally:
        gc.enable() if was else gc.disable()


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])
def test_a_copy_of_a_loss_and_its_model(copied):
    model = GPT(Config(), 27, random.Random(1))
    loss = document_loss(model, [26, 4, 12, 12, 0, 26])
    model_2, loss_2 = copied((model, loss))
    assert loss_2.data == loss.data
    loss_2.backward()
    assert any(p.grad for p in model_2.parameters())
    assert not any(p.grad for p in model.parameters())
    loss.backward()
    assert [p.grad for p in model_2.parameters()] == [p.grad for p in model.parameters()]
    again = copied(loss)  # with its gradients
    assert again.grad == 1.0 and [c.grad for c in again.children] == [c.grad for c in loss.children]


def test_a_copy_of_a_dot():
    a, b = [Value(1.0), Value(2.0)], [Value(3.0), Value(-1.0)]
    dot = copy.deepcopy(Dot(a, b))
    dot.backward()
    assert type(dot) is Dot and dot.data == 1.0
    assert [child.grad for child in dot.children] == [3.0, 1.0, -1.0, 2.0]


def test_a_copy_of_a_graph_that_is_too_deep_is_refused():
    y = Value(1.0)
    for _ in range(10_000):
        y = y + 1
    for copied in (copy.deepcopy, pickle.dumps):
        with pytest.raises(RecursionError):
            copied(y)


def test_repr():
    assert repr(Value(2.5)) == "Value(data=2.5, grad=0.0)"
