"""Numbers that stand in a sentence of chapter 04 and under no cell: each test names the sentence, and computes it."""

import re
from ast import literal_eval

from prose import output, page

from microgpt.widgets import NetworkPlayground
from microgpt.widgets.neuron.network import CHALLENGES, GRID


def test_by_hand():
    text = page("04_network")
    assert (
        "$2 \\cdot 0 - 3 = -3$" in text
        and "$2 \\cdot 4 - 3 = 5$" in text
        and "that is $-(-3) / 2 = 1.5$" in text
        and 3 / 2 == 1.5
    )
    assert (
        "$2 \\cdot (-1) + 2 \\cdot 2 + 1 \\cdot 3 - 3 = 2$" in text
        and 2 * -1 + 2 * 2 + 1 * 3 - 3 == 2
    )
    assert (
        "the first gives $3 \\cdot 1 + 1 = 4$, and the second gives $2 \\cdot 4 + 4 = 12$" in text
        and 2 * (3 * 1 + 1) + 4 == 12
    )
    assert "One miss by 4 counts as much as sixteen misses by 1." in text and 4**2 == 16 * 1**2
    assert (
        "$h_1 = 1 \\cdot 1 + 0.5 \\cdot 0.5 + 0 = 1.25$, "
        "then $h_2 = 0.5 \\cdot 1 + 0.5 = 1$, then $a = 1.25 + 1 - 0.5 = 1.75$" in text
    )
    assert "The figure below shows these three numbers at its start" in text
    figure = NetworkPlayground(w=[1, 0.5, 0.5], b=[0, 0.5, -0.5], x=[1, 0.5, 1])
    assert figure.forward() == {"h1": 1.25, "h2": 1, "a": 1.75}
    assert literal_eval(output("04_network", "same")) == ([1.25, 1.0], [1.75])
    assert output("04_network", "free") == repr(figure)


def test_christopher_and_mark():
    def counts(name):
        vowels = sum(letter in "aeiou" for letter in name)
        return [len(name) - vowels, vowels, sum(a == b for a, b in zip(name, name[1:]))]

    text = page("04_network")
    assert "`mark` has three consonants and one vowel" in text and counts("mark") == [3, 1, 0]
    assert "`christopher`, who has 8 consonants, 3 vowels and no double letter" in text and counts(
        "christopher"
    ) == [8, 3, 0]
    assert counts("emma") == [2, 2, 1]
    assert (
        "`christopher` with 11 letters the two say 9 and 6. The sum is $9 - 2 \\cdot 6 = -3$"
        in text
        and len("christopher") == 11
    )


def test_the_challenge_is_the_figures(run):
    text, ramp = page("04_network"), NetworkPlayground(challenge="ramp")
    assert "The same 0.47 with which the figure starts." in text and round(ramp.loss(), 2) == 0.47
    assert (
        "mean squared error over 75 of them: 25 at each of three values of `x₃`, which are -2, 0 and 2."
        in text
    )
    assert len(GRID) == 75 and {x[2] for x in GRID} == {-2, 0, 2}
    assert (
        "they rise with `x₁` and stay level with `x₂`" in text
        and CHALLENGES["ramp"][0][0] > 0 == CHALLENGES["ramp"][0][1]
    )
    printed = dict(re.findall(r"step +(\d+)  loss (\S+)", output("04_network", "descend")))
    assert "The loss is under 0.02 at step 20." in text and float(printed["20"]) < 0.02 < float(
        printed["15"]
    )
    assert (
        "the 4,192 parameters of the model would cost 4,193 looks for one step" in text
        and len(run.weights) == 4192
    )


def test_tide_can_be_left_to_descent():
    assert "choose another challenge, such as *tide*" in page("04_network")
    start = NetworkPlayground(challenge="tide")
    assert start.loss() > 0.02 > NetworkPlayground(challenge="tide", steps=30).loss()


def test_dead_at_all_points():
    text = page("04_network")
    assert "All three gates are shut at all 75 points" in text
    for x in GRID:
        now = NetworkPlayground(w=[1, 0.5, 0.5], b=[-3, -3, -3], x=x).forward()
        assert now == {"h1": 0, "h2": 0, "a": 0}
    assert "Every slope is 0, so no step of descent changes anything" in text
    assert "It began at 0.47, and now it is as dead as the other." in text
    for id in ("dead", "dead-rate"):
        assert literal_eval(output("04_network", id)) == ([0] * 11, 3.02)


def test_layers_of_the_program(run):
    assert (
        "described by 16 numbers. They go through a layer of 64 neurons with ReLUs, and then through one of 16 without"
        in page("04_network")
    )
    assert [len(run.model.state_dict[f"layer0.{name}"]) for name in ("mlp_fc1", "mlp_fc2")] == [
        64,
        16,
    ]
    assert (
        "turns 16 numbers into the 27 scores, one for each token" in page("04_network")
        and len(run.vocabulary) + 1 == 27
    )
