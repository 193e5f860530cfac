"""Numbers that stand in a sentence of chapter 03 and under no cell: each test names the sentence, and computes it."""

import re

import pytest
from prose import output, page

from microgpt.widgets import FitLine, GradientDescent
from microgpt.widgets.calculus.landscapes import LANDSCAPES


def test_by_hand():
    text = page("03_descent")
    assert (
        "the line predicts $2 \\cdot 3 + 1 = 7$, the miss is $7 - 10 = -3$, the loss is $(-3)^2 = 9$"
        in text
    )
    assert (2 * 3 + 1, 7 - 10, (-3) ** 2) == (7, -3, 9)
    assert "`w` goes from $0$ to $0 - 0.02 \\cdot (-60) = 1.2$" in text and 0 - 0.02 * -60 == 1.2
    assert "`b` goes from $0$ to $0 - 0.02 \\cdot (-20) = 0.4$" in text and 0 - 0.02 * -20 == 0.4
    assert (
        "$2 \\cdot (-6) \\cdot 3 = -36$ for `w`, and $-12$ for `b`" in text
        and 2 * -6 * 3 == -36
        and 2 * -6 == -12
    )
    assert (
        "$w = 3$ and $b = 1$ will do, and so will $w = 2$ and $b = 4$" in text
        and 3 * 3 + 1 == 2 * 3 + 4 == 10
    )
    assert "which is $10b = 10$: `b` is 1 and `w` is 3" in text and FitLine(
        by="descent", steps=200
    ).history()[-1]["w"] == pytest.approx(3)


def test_miss_is_multiplied():
    """The table of learning rates, and the border."""
    rows = re.findall(r"^\| (0\.\d+) \| (\S+) \| ", page("03_descent"), re.M)
    assert len(rows) == 6
    for rate, factor in rows:
        assert 1 - 2 * float(rate) * (3**2 + 1) == pytest.approx(float(factor.replace("−", "-"))), (
            rate
        )
    assert "$1 - 20 \\cdot 0.5 = -9$" in page("03_descent") and 1 - 20 * 0.5 == -9


def test_bowl_is_the_widgets():
    """The cell beside the widget prints the numbers of the widget's own path, to the last digit it prints."""
    ball = GradientDescent(landscape="bowl", start=[2.0, 1.0], learning_rate=0.1, steps=5)
    printed = output("03_descent", "bowl-cell").splitlines()
    assert printed == [
        f"{n}  w1 {w1:.4f}  w2 {w2:.4f}  loss {loss:.4f}"
        for n, ((w1, w2), loss) in enumerate(zip(ball.path(), ball.losses()))
    ]


def test_line_is_the_widgets():
    """So does the loop that fits the line."""
    rows = FitLine(x=3, target=10, w=0, b=0, learning_rate=0.02, steps=10, by="descent").history()
    printed = output("03_descent", "loop").splitlines()
    assert printed == [
        f"{n:2}  predicts {row['prediction']:5.2f}  loss {row['loss']:8.4f}"
        for n, row in enumerate(rows)
    ]
    assert (
        "After ten steps the loss is under 0.01." in page("03_descent")
        and rows[10]["loss"] < 0.01 <= rows[9]["loss"]
    )
    assert "The prediction climbs: 0, 4, 6.4, 7.84." in page("03_descent")
    assert [round(row["prediction"], 2) for row in rows[:4]] == [0, 4, 6.4, 7.84]


def test_rates_on_the_bowl_and_in_the_valley():
    text = page("03_descent")

    def last(landscape, start, rate, steps=200):
        return GradientDescent(
            landscape=landscape, start=start, learning_rate=rate, steps=steps
        ).path()[-1]

    assert "Above 0.25 it begins to cross the bottom" in text
    assert last("bowl", [2, 1], 0.24, 1)[1] > 0 > last("bowl", [2, 1], 0.26, 1)[1]
    assert "Above 0.5 it lands farther out each time" in text
    assert abs(last("bowl", [2, 1], 0.49)[1]) < 1 < abs(last("bowl", [2, 1], 0.51)[1])
    assert "a rate above 0.5 diverges there" in text and "even 0.45 makes slow progress" in text
    assert abs(last("valley", [2, 0.5], 0.49)[1]) < 0.5 < abs(last("valley", [2, 0.5], 0.51)[1])
    assert abs(last("valley", [2, 0.5], 0.45, 12)[0]) > 0.4


def test_two_minima():
    text, ground = page("03_descent"), LANDSCAPES["two minima"]
    assert "here it is at $w_1 = -2$, $w_2 = 0$" in text and ground.gradient(-2, 0) == [0, 0]
    assert ground.loss(-2, 0) < 0.5 < ground.loss(1, 0) and ground.gradient(1, 0) == [0, 0]
    assert "Left of the ridge at $w_1 = 0$ the ball rolls into the deep dip" in text
    for start, end in ((-0.1, -2), (0.1, 1)):
        assert ground.descend([start, 1], 0.1, 200)[-1][0] == pytest.approx(end, abs=0.01)


def test_the_gradient_of_chapter_02():
    text = page("03_descent")
    score = sum(number * weight for number, weight in zip([2, 2, 1], [-1, 2, 3]))
    assert "The score was 5 and should be 7, and the gradient was $[-8, -8, -4]$" in text
    assert score == 5 and [2 * (score - 7) * number for number in [2, 2, 1]] == [-8, -8, -4]


def test_the_first_step_in_the_prediction():
    text = page("03_descent")
    assert (
        "`w` grows by 1.2. It is multiplied by $x = 3$, so the prediction grows by $3 \\cdot 1.2 = 3.6$."
        " `b` adds another 0.4." in text
    )
    assert "Together that is 4, which is 0.4 of the miss, and 0.6 of it is left." in text
    assert 1.2 * 3 == pytest.approx(3.6) and 3.6 + 0.4 == 4 == pytest.approx(0.4 * 10)
    assert (
        "At 0.02 it goes $-10$, $-6$, $-3.6$: each step leaves 0.6 of it." in text
        and 0.6 * -6 == pytest.approx(-3.6)
    )


def test_the_step_from_one_place():
    assert "One step from the start should lead to 1.2 and 0.4." in page("03_descent")
    after = FitLine(x=3, target=10, w=0, b=0, learning_rate=0.02, steps=1, by="descent").history()[
        -1
    ]
    assert (after["w"], after["b"]) == (pytest.approx(1.2), pytest.approx(0.4))


def test_reading_losses():
    text, rows = (
        page("03_descent"),
        [line.split() for line in output("03_descent", "losses-cell").splitlines()],
    )
    losses = {float(row[0]): [float(word.strip("[,]")) for word in row[1:]] for row in rows}
    assert (
        "Now compare 0.01 and 0.09. The losses are the same" in text
        and losses[0.01] == losses[0.09]
    )
    assert "The first creeps" in text and losses[0.001][4] > 80
    assert "The last one grows" in text and losses[0.11] == sorted(losses[0.11])


def test_overflow_comes_early():
    assert "Long before 500 steps are done, it is too large a number for Python to square" in page(
        "03_descent"
    )
    assert 10 * 9**161 > 1.7e308**0.5  # after 161 steps


def test_the_real_model_learns_emma():
    text = page("03_descent")
    assert "Here it runs eight rounds" in text and len(eval(output("03_descent", "real-2"))) == 8
    assert output("03_descent", "real-spell") == "'emma'"


def test_a_step_multiplies_on_the_bowl():
    text = page("03_descent")
    assert "So it multiplies $w_2$ by $1 - 4 \\, \\text{lr}$." in text
    assert "It multiplies $w_1$ by $1 - 2 \\, \\text{lr}$" in text
    for rate in (0.1, 0.3, 0.6):
        ball = GradientDescent(landscape="bowl", start=[2, 1], learning_rate=rate, steps=1)
        assert ball.path()[-1] == pytest.approx([2 * (1 - 2 * rate), 1 - 4 * rate])


def test_close_to_the_border_it_takes_long():
    assert (
        "with $x = 3$ the rate 0.0999 converges, and after 1,000 steps its loss is still above 1"
        in page("03_descent")
    )
    assert -1 < 1 - 20 * 0.0999 < 1 < (10 * (1 - 20 * 0.0999) ** 1000) ** 2 < 2


def test_two_thirds_of_a_right_angle():
    assert "by 62 degrees: about two thirds of a right angle" in page("03_descent")
    assert output("03_descent", "angle-valley") == "62" and round(62 / 90, 1) == 0.7
