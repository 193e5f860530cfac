import gc
import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from microgpt import Value
from microgpt.value import Dot, gc_paused

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
    assert d._children == [a, x, b, y]
    assert d._local_grads == [3.0, 1.0, 4.0, 2.0]


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


def test_relu_at_zero_has_slope_zero():
    x = Value(0.0)
    x.relu().backward()
    assert x.grad == 0.0


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
    with gc_paused():
        gc.collect()
        before = {id(o) for o in gc.get_objects()}  # other tests may keep a model
        x = Value(1.0)
        y = Dot([x, x * 2], [x.exp(), x]) + (x + 3).relu()
        y.backward()
        del y
        alive = [o for o in gc.get_objects() if issubclass(type(o), Value) and id(o) not in before]
        assert gc.collect() == 0
    assert [v is x for v in alive] == [True]


@pytest.mark.parametrize("enabled", [True, False])
def test_gc_paused_gives_back_what_it_found(enabled):
    was = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with pytest.raises(RuntimeError), gc_paused():
            assert not gc.isenabled()
            raise RuntimeError
        assert gc.isenabled() == enabled
    finally:
        gc.enable() if was else gc.disable()


def test_repr():
    assert repr(Value(2.5)) == "Value(data=2.5, grad=0.0)"
