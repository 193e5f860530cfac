"""Numbers that stand in a sentence of chapter 02 and under no cell: each test names the sentence, and computes it."""

import re
import sys
from ast import literal_eval
from math import cos, sin, sqrt, tan

import pytest
from prose import output, page


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def bowl(w1, w2):
    return w1**2 + 2 * w2**2


def test_emma():
    """Its score, its miss, its loss, the slope of its loss, the links of the chain, and the gradient."""
    text = page("02_slope")
    emma, weights = [2, 2, 1], [-1, 2, 3]
    score = sum(x * w for x, w in zip(emma, weights))
    assert "$2 \\cdot (-1) + 2 \\cdot 2 + 1 \\cdot 3 = 5$" in text and score == 5
    assert (
        "The **miss** is $5 - 7 = -2$. Square it, and you get $(-2)^2 = 4$" in text
        and (score - 7) ** 2 == 4
    )

    def loss(w):
        return (-2 + 2 * w + 3 - 7) ** 2

    assert "by 0.1, and the loss went down by 0.76" in text and loss(2.1) - loss(
        2
    ) == pytest.approx(-0.76)
    assert (
        "So a nudge of 0.01 lowers it by about 0.08." in text
        and round(loss(2.01) - loss(2), 2) == round(-7.6 * 0.01, 2) == -0.08
    )
    assert "By 4, not by 7.6." in text and loss(3) - loss(2) == -4
    assert "which gave -7.6. The derivative seems to be -8" in text
    assert slope(loss, 2, 0.1) == pytest.approx(-7.6) and slope(loss, 2, 1e-6) == pytest.approx(
        -8, abs=1e-4
    )
    assert (
        "| miss to loss | $-4$ |" in text
        and "$1$ and $2 \\cdot (-2)$" in text
        and 2 * 1 * (2 * -2) == -8
    )
    assert "that makes $2 (2w - 6) \\cdot 2 = 4 (2w - 6)$" in text
    assert all(
        slope(loss, w, 1e-7) == pytest.approx(4 * (2 * w - 6), abs=1e-5) for w in (-1, 2, 3, 5)
    )
    assert "the score is $2w + 1$, the miss is $2w - 6$, and the loss is $(2w - 6)^2$" in text
    assert all(loss(w) == (2 * w + 1 - 7) ** 2 == (2 * w - 6) ** 2 for w in (-1, 2, 3, 5))
    assert "The third is half as steep" in text and [x * 2 * (score - 7) for x in emma] == [
        -8,
        -8,
        -4,
    ]


def test_secants_and_rules():
    text = page("02_slope")
    assert "The slope is $(16 - 9) / 1 = 7$" in text and slope(lambda x: x**2, 3, 1) == 7
    assert "the slope is $0.61 / 0.1 = 6.1$" in text and slope(
        lambda x: x**2, 3, 0.1
    ) == pytest.approx(6.1)
    assert "even the large nudge 1 gives $(16 - 4) / 2 = 6$" in text and (4**2 - 2**2) / 2 == 6
    assert (
        "$3 \\cdot 0.1 = 0.3$" in text
        and "$0.61 / 0.1 = 6 + 0.1$" in text
        and 2 * 0.3 + 0.1 * 0.1 == pytest.approx(0.61)
    )
    assert "$4 + 3 = 7$" in text and slope(lambda x: x**2 + 3 * x + 1, 2, 1e-7) == pytest.approx(
        7, abs=1e-5
    )
    assert (
        "that makes $2 \\cdot 5 = 10$" in text
        and "that makes $3 \\cdot 4 = 12$. Together 22." in text
        and 2 * 5 + 3 * 4 == 22
    )
    assert "It made the 0.06." in text and 2 * 0.01 * 3 * 0.01 / 0.01 == pytest.approx(0.06)
    assert "At 2 that is 12." in text and 3 * 2**2 == 12
    assert "the slope of $x^4$ is $4x^3$" in text and slope(
        lambda x: x**4, 1, 1e-7
    ) == pytest.approx(4, abs=1e-5)
    assert (
        "the first factor is 5 and its slope is 4. The second factor is 4 and its slope is 3."
        in text
    )
    assert (
        (2**2 + 1, 2 * 2, 3 * 2 - 2) == (5, 4, 4)
        and "$4 \\cdot 4 + 3 \\cdot 5 = 31$" in text
        and 4 * 4 + 3 * 5 == 31
    )
    assert slope(lambda x: (x**2 + 1) * (3 * x - 2), 2, 1e-7) == pytest.approx(31, abs=1e-4)


def test_gears():
    text = page("02_slope")
    assert (
        "becomes $0.5 \\cdot 3 = 1.5$ at `u`, and $1.5 \\cdot 2 = 3$ at `y`" in text
        and 0.5 * 3 * 2 == 3
    )
    assert "the rate is $3 / 0.5 = 6$, which is $3 \\cdot 2$" in text and 3 / 0.5 == 6 == 3 * 2


def test_chain_on_a_curve():
    text = page("02_slope")
    assert (
        "$2 \\cdot 3 = 6$, twice the place" in text
        and "$6 \\cdot 3 = 18$" in text
        and "For $(3x)^2$ at 1 the result is 18." in text
    )
    assert slope(lambda x: (3 * x) ** 2, 1, 1e-7) == pytest.approx(18, abs=1e-5) and 6 * 3 == 18
    assert (
        "gives $u = 5$, and its slope at 2 is 4. The outer slope at 5 is 10. Together $10 \\cdot 4 = 40$"
        in text
    )
    assert (
        slope(lambda x: (x**2 + 1) ** 2, 2, 1e-7) == pytest.approx(40, abs=1e-4)
        and 2**2 + 1 == 5
        and 2 * 5 * 2 * 2 == 40
    )


def test_bowl():
    text = page("02_slope")
    assert "$1^2 + 2 \\cdot 2^2 = 9$" in text and bowl(1, 2) == 9
    assert "$2 w_1 = 2$" in text and "$2 \\cdot 2 w_2 = 4 w_2 = 8$" in text
    assert [
        slope(lambda w: bowl(w, 2), 1, 1e-7),
        slope(lambda w: bowl(1, w), 2, 1e-7),
    ] == pytest.approx([2, 8], abs=1e-5)
    assert "The straight way passes the bottom at a distance." in text
    assert (
        min(sqrt((1 - 2 * t) ** 2 + (2 - 8 * t) ** 2) for t in [i / 1000 for i in range(1000)])
        > 0.48
    )


def test_the_gradient_is_the_steepest_way():
    """The directions that the chapter prints climb more and more up to the gradient, then less. So do all others."""
    text, length = page("02_slope"), sqrt(2**2 + 8**2)
    assert (
        "It is largest along `[2, 8]`, the gradient." in text
        and "Even along `w2` alone, the steeper of the two, you climb less." in text
    )
    printed = re.findall(r"(\[\d, \d\]) (\S+)", output("02_slope", "directions"))
    climbs = [float(climb) for _, climb in printed]
    best = [way for way, _ in printed].index("[2, 8]")
    assert climbs[: best + 1] == sorted(climbs[: best + 1]) and climbs[best:] == sorted(
        climbs[best:], reverse=True
    )
    assert climbs.count(max(climbs)) == 1 and len(climbs) == 6
    assert "Trying thousands finds the same one." in text
    angles = [i / 1000 for i in range(6284)]
    steepest = max(angles, key=lambda angle: bowl(1 + 1e-6 * cos(angle), 2 + 1e-6 * sin(angle)))
    assert tan(steepest) == pytest.approx(8 / 2, rel=0.03)
    assert "The two agree, up to the little that a nudge misses." in text
    assert (
        literal_eval(output("02_slope", "gradient-length")) == (round(length, 2), 8.27)
        and abs(length - 8.27) < 0.03
    )


def test_runs_for_one_gradient(run):
    assert (
        "its gradient is a list of 4,192 slopes. By nudging, you would run the model 4,193 times"
        in page("02_slope")
    )
    assert len(run.weights) + 1 == 4193


def test_digits():
    text = page("02_slope")
    assert (
        "With 1e-6 the slope is right to five places." in text
        and round(slope(lambda x: x**2, 3, 1e-6), 5) == 6
    )
    assert (
        "keeps only about 16 digits" in text
        and "`3 + 1e-16` is 3 again" in text
        and 3 + 1e-16 == 3
        and sys.float_info.dig in (15, 16)
    )


def test_by_the_chain_rule():
    assert "$1 \\cdot 2.4 \\cdot 2.88 = 6.912$" in page("02_slope") and 2 * 1.2 * (
        2 * 1.2**2
    ) == pytest.approx(6.912)


def test_jump():
    def strange(x):
        for _ in range(3):
            x = x**2 if x > 1 else x + 0.5
        return x

    assert "At 0.5 this one gives 2.25. At 0.500001 it gives 1.000004" in page("02_slope")
    assert strange(0.5) == 2.25 and round(strange(0.500001), 6) == 1.000004
