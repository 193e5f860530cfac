import math
import random

import pytest

from microgpt import Value, dot, linear, rmsnorm, softmax


def values(numbers):
    return [Value(float(n)) for n in numbers]


def test_dot_of_numbers_of_values_and_of_both():
    a, b = [1, 2, -1], [2, 1, 0.5]
    assert dot(a, b) == 3.5
    assert dot(tuple(a), b) == 3.5
    assert dot(values(a), values(b)).data == 3.5
    mixed = dot(values(a), b)
    mixed.backward()
    assert mixed.data == 3.5
    assert dot([], []) == 0.0


def test_linear_is_one_dot_product_per_row():
    w = [[1, 0, 2], [0.5, -1, 1]]
    x = [1, 2, 3]
    assert linear(x, w) == [7.0, 1.5]
    assert [y.data for y in linear(values(x), [values(row) for row in w])] == [7.0, 1.5]
    assert [y.data for y in linear(tuple(values(x)), [tuple(values(row)) for row in w])] == [
        7.0,
        1.5,
    ]
    assert [y.data for y in linear(values(x), w)] == [7.0, 1.5]
    assert [y.data for y in linear(x, [values(row) for row in w])] == [7.0, 1.5]


@pytest.mark.parametrize("make", [list, values])
def test_linear_of_the_wrong_length(make):
    with pytest.raises(ValueError):
        linear(make([1, 2]), [make([1, 2, 3])])


def test_softmax_of_numbers_and_of_values():
    logits = [1.0, -2.0, 0.5]
    expected = [math.exp(x) / sum(map(math.exp, logits)) for x in logits]
    assert softmax(logits) == pytest.approx(expected)
    assert [p.data for p in softmax(values(logits))] == softmax(logits)
    assert sum(softmax(logits)) == pytest.approx(1)


def test_softmax_does_not_overflow_and_does_not_mind_a_shift():
    assert softmax([1e6, 0]) == [1.0, 0.0]
    assert softmax([-1e6, -1e6]) == [0.5, 0.5]
    assert softmax([1, 2, 3]) == pytest.approx(softmax([101, 102, 103]))


def test_softmax_gradient_against_finite_differences():
    numbers = [0.3, -1.2, 0.8]
    logits = values(numbers)
    softmax(logits)[1].log().backward()
    for i, logit in enumerate(logits):
        up, down = list(numbers), list(numbers)
        up[i] += 1e-6
        down[i] -= 1e-6
        slope = (math.log(softmax(up)[1]) - math.log(softmax(down)[1])) / 2e-6
        assert logit.grad == pytest.approx(slope, rel=1e-5)


def test_rmsnorm():
    rng = random.Random(1)
    x = [rng.gauss(0, 3) for _ in range(16)]
    y = rmsnorm(x)
    assert sum(v * v for v in y) / 16 == pytest.approx(1, abs=1e-4)
    assert [v.data for v in rmsnorm(values(x))] == pytest.approx(y, rel=1e-15)
    assert rmsnorm([0.0, 0.0]) == [0.0, 0.0]
