"""Numbers that stand in a sentence and not under a cell: each test names the page and the sentence, and computes it."""

import json
import random
import re
import sys
from ast import literal_eval
from collections import Counter
from math import cos, exp, log, log2, sin, sqrt, tan
from pathlib import Path
from statistics import mean

import pytest

from microgpt import load_names
from microgpt.canonical import load_canonical
from microgpt.widgets import ChatWithModel, FitLine, GradientDescent, NetworkPlayground
from microgpt.widgets.calculus.landscapes import LANDSCAPES
from microgpt.widgets.neuron.network import CHALLENGES, GRID

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/unit"))

from reference import reference_names  # noqa: E402


def page(name):
    """The Markdown of a chapter, or a page of the book."""
    if name.endswith(".md"):
        return (ROOT / "book" / name).read_text("utf-8")
    cells = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def output(name, id):
    """What a cell of a chapter prints or returns, as text."""
    cells = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))["cells"]
    (shown,) = next(cell for cell in cells if cell["id"] == id)["outputs"]
    return "".join(shown["text"] if "text" in shown else shown["data"]["text/plain"])


@pytest.fixture(scope="module")
def run():
    return load_canonical()


@pytest.fixture(scope="module")
def names():
    return load_names()


@pytest.mark.parametrize(
    "name, sentence",
    [
        ("00_why", "a **formula with 4,192 numbers in it**"),
        ("index.md", "4,192 numbers, trained on a list of names"),
    ],
)
def test_parameters(run, name, sentence):
    assert sentence in page(name) and len(run.weights) == 4192


def test_00_rounds(run):
    assert "runs for a thousand **rounds**" in page("00_why") and run.steps == 1000


def test_00_blind_pick(run):
    text = page("00_why")
    assert "the blind guess, with its loss of 3.30, has 27 choices" in text
    assert len(run.vocabulary) + 1 == 27 and f"{log(27):.2f}" == "3.30"
    assert (
        "On its first name the model is a little worse than a blind guess" in text
        and 27 < exp(run.losses[0]) < 35
    )
    assert (
        "it is as unsure as between 11 letters" in text
        and round(exp(mean(run.losses[-100:]))) == 11
    )


def test_00_nats_and_bits():
    text = page("00_why")
    assert "Halve the probability, and the surprise grows by 0.69." in text
    assert "1 bit is 0.69 nats" in text and round(log(2), 2) == 0.69
    assert "In bits the blind guess costs 4.75." in text and f"{log2(27):.2f}" == "4.75"
    assert "A blind guess among 27 costs 3.30." in text


def test_00_the_seed_writes_the_same_name_in_the_figure():
    assert "with the seed 22 this cell always writes `emuda`, and so did the figure above" in page(
        "00_why"
    )
    assert output("00_why", "generate") == "'emuda'"
    assert "to “emuda”" in output("00_why", "chat")


def test_00_what_the_model_has_seen_after_m(run, names):
    """Six of its thousand names begin with em; the letters that follow an m are its highest bars, in their order."""
    assert (
        "It was trained on a thousand names of the list only, and six of them begin with `em`."
        in page("00_why")
    )
    assert (
        "what follows an `m` anywhere in a name: `a`, then `i`, `e` and `o`. Those are its highest bars."
        in page("00_why")
    )
    seen = names[:]
    random.Random(42).shuffle(seen)
    del seen[1000:]
    assert sum(name.startswith("em") for name in seen) == 6
    pairs = Counter(pair for name in seen for pair in zip(name, [*name[1:], "end"]))
    after = Counter({next: n for (letter, next), n in pairs.items() if letter == "m"})
    bars = ChatWithModel(prefix="em", temperature=1).ranked(4)
    assert (
        [letter for letter, _ in after.most_common(4)]
        == [letter for letter, _ in bars]
        == list("aieo")
    )


def test_00_the_regions_of_the_program():
    """The table names every region, in the program's order."""
    program = (ROOT / "ladder" / "train5.py").read_text("utf-8")
    regions = re.findall(r"# --- (\w+): ", program)
    assert re.findall(r"^\| `(\w+)` \| ", page("00_why"), re.M) == regions
    assert "It has 16 parts" in page("00_why") and "in 16 regions" in page("00_why")
    assert len(regions) == 16


def test_00_what_the_model_expects(run, names):
    """The fold under the first widget: `a` after em where the list says m, `u` after emq."""
    text = page("00_why")

    def likeliest(prefix):
        keys, values = run.model.new_cache()
        model, tokenizer = run.model, run.tokenizer
        for position, token in enumerate(tokenizer.encode(prefix)[:-1]):
            logits = [logit.data for logit in model(token, position, keys, values)]
        return tokenizer.chars[logits.index(max(logits))]

    assert (
        "After `em` the list says `m` most often, and the model says `a`." in text
        and likeliest("em") == "a"
    )
    assert "After `emq` it expects `u`, although no name on the list begins that way" in text
    assert likeliest("emq") == "u" and not any(name.startswith("emq") for name in names)


def test_00_copied_or_invented(run, names):
    text = page("00_why")
    docs = names[:]
    random.Random(42).shuffle(docs)
    listed = [name for name in run.samples if name in set(names)]
    new = [name for name in listed if name not in set(docs[:1000])]
    assert "Two of the six had been shown to it." in text and (
        len(listed),
        len(listed) - len(new),
    ) == (6, 2)
    assert f"The other four had never been: {', '.join(f'`{name}`' for name in new)}." in text
    assert "the list is almost five times as long" in text and 4.7 < len(names) / 1000 < 5


def test_00_recorded_facts_of_the_reference_run():
    """The facts that need no list: its samples, and how many of them the sentence names."""
    samples = json.loads((ROOT / "tests/reference/run.json").read_text("utf-8"))["samples"]
    row = next(line for line in page("00_why").splitlines() if line.startswith("| are in its list"))
    named = [name.strip() for name in row.split("|")[3].split(",")]
    assert int(row.split("|")[2]) == len(named) == 11
    assert [name for name in samples if name in named] == named


def test_00_recorded_facts_of_the_reference_list():
    """The facts that need the list itself: computed where it can be had."""
    assert "trained on a longer list, with 32,033 names" in page("00_why")
    docs = reference_names().read_text("utf-8").split()
    assert len(docs) == 32033
    samples = json.loads((ROOT / "tests/reference/run.json").read_text("utf-8"))["samples"]
    random.Random(42).shuffle(docs)
    assert sum(sample in set(docs) for sample in samples) == 11
    assert not set(samples) & set(docs[:1000])


def test_01_by_hand():
    assert (
        "$2 \\cdot (-1) + 2 \\cdot 2 + 1 \\cdot 3 = -2 + 4 + 3 = 5$" in page("01_numbers")
        and 2 * -1 + 2 * 2 + 1 * 3 == 5
    )


def test_01_vowels_are_alike(run):
    text = page("01_numbers")
    rows = {
        char: [p.data for p in row]
        for char, row in zip(run.vocabulary, run.model.state_dict["wte"])
    }

    def cosine(a, b):
        return sum(x * y for x, y in zip(a, b)) / sqrt(
            sum(x * x for x in a) * sum(y * y for y in b)
        )

    with_a = {char: cosine(rows["a"], row) for char, row in rows.items()}
    nearest = sorted(with_a, key=with_a.get, reverse=True)
    assert "The next five are the other vowels, `y` among them, before any consonant." in text
    assert nearest[0] == "a" and set(nearest[1:6]) == set("oeiuy")
    assert (
        "`o`, `e` and `u` make a sharp angle with `a`." in text
        and min(with_a[char] for char in "oeu") > 0.5
    )
    assert "The table has 27 rows, and `chars` has 26 letters." in text
    assert (len(run.model.state_dict["wte"]), len(run.vocabulary)) == (27, 26)
    assert (
        "`y` and `i` stand nearly at a right angle to it" in text
        and max(abs(with_a[char]) for char in "yi") < 0.1
    )
    assert (
        "most consonants make a wide angle" in text
        and sum(value < -0.1 for value in with_a.values()) > 10
    )


def test_01_sixteen_numbers(run):
    assert (
        "The real model describes each letter with 16 numbers" in page("01_numbers")
        and run.config.n_embd == 16
    )


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def bowl(w1, w2):
    return w1**2 + 2 * w2**2


def test_02_emma():
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


def test_02_secants_and_rules():
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


def test_02_gears():
    text = page("02_slope")
    assert (
        "becomes $0.5 \\cdot 3 = 1.5$ at `u`, and $1.5 \\cdot 2 = 3$ at `y`" in text
        and 0.5 * 3 * 2 == 3
    )
    assert "the rate is $3 / 0.5 = 6$, which is $3 \\cdot 2$" in text and 3 / 0.5 == 6 == 3 * 2


def test_02_chain_on_a_curve():
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


def test_02_bowl():
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


def test_02_the_gradient_is_the_steepest_way():
    """The directions that the chapter prints climb more and more up to the gradient, then less; and so do all others."""
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


def test_02_runs_for_one_gradient(run):
    assert (
        "its gradient is a list of 4,192 slopes. By nudging, you would run the model 4,193 times"
        in page("02_slope")
    )
    assert len(run.weights) + 1 == 4193


def test_02_digits():
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


def test_02_by_the_chain_rule():
    assert "$1 \\cdot 2.4 \\cdot 2.88 = 6.912$" in page("02_slope") and 2 * 1.2 * (
        2 * 1.2**2
    ) == pytest.approx(6.912)


def test_02_jump():
    def strange(x):
        for _ in range(3):
            x = x**2 if x > 1 else x + 0.5
        return x

    assert "At 0.5 this one gives 2.25. At 0.500001 it gives 1.000004" in page("02_slope")
    assert strange(0.5) == 2.25 and round(strange(0.500001), 6) == 1.000004


def test_03_by_hand():
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


def test_03_miss_is_multiplied():
    """The table of learning rates, and the border."""
    rows = re.findall(r"^\| (0\.\d+) \| (\S+) \| ", page("03_descent"), re.M)
    assert len(rows) == 6
    for rate, factor in rows:
        assert 1 - 2 * float(rate) * (3**2 + 1) == pytest.approx(float(factor.replace("−", "-"))), (
            rate
        )
    assert "$1 - 20 \\cdot 0.5 = -9$" in page("03_descent") and 1 - 20 * 0.5 == -9


def test_03_bowl_is_the_widgets():
    """The cell beside the widget prints the numbers of the widget's own path, to the last digit it prints."""
    ball = GradientDescent(landscape="bowl", start=[2.0, 1.0], learning_rate=0.1, steps=5)
    printed = output("03_descent", "bowl-cell").splitlines()
    assert printed == [
        f"{n}  w1 {w1:.4f}  w2 {w2:.4f}  loss {loss:.4f}"
        for n, ((w1, w2), loss) in enumerate(zip(ball.path(), ball.losses()))
    ]


def test_03_line_is_the_widgets():
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


def test_03_rates_on_the_bowl_and_in_the_valley():
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


def test_03_a_step_multiplies_on_the_bowl():
    text = page("03_descent")
    assert "So it multiplies $w_2$ by $1 - 4 \\, \\text{lr}$." in text
    assert "It multiplies $w_1$ by $1 - 2 \\, \\text{lr}$" in text
    for rate in (0.1, 0.3, 0.6):
        ball = GradientDescent(landscape="bowl", start=[2, 1], learning_rate=rate, steps=1)
        assert ball.path()[-1] == pytest.approx([2 * (1 - 2 * rate), 1 - 4 * rate])


def test_03_close_to_the_border_it_takes_long():
    assert (
        "with $x = 3$ the rate 0.0999 converges, and after 1,000 steps its loss is still above 1"
        in page("03_descent")
    )
    assert -1 < 1 - 20 * 0.0999 < 1 < (10 * (1 - 20 * 0.0999) ** 1000) ** 2 < 2


def test_03_two_thirds_of_a_right_angle():
    assert "by 62 degrees: about two thirds of a right angle" in page("03_descent")
    assert output("03_descent", "angle-valley") == "62" and round(62 / 90, 1) == 0.7


def test_03_two_minima():
    text, ground = page("03_descent"), LANDSCAPES["two minima"]
    assert "here it is at $w_1 = -2$, $w_2 = 0$" in text and ground.gradient(-2, 0) == [0, 0]
    assert ground.loss(-2, 0) < 0.5 < ground.loss(1, 0) and ground.gradient(1, 0) == [0, 0]
    assert "Left of the ridge at $w_1 = 0$ the ball rolls into the deep dip" in text
    for start, end in ((-0.1, -2), (0.1, 1)):
        assert ground.descend([start, 1], 0.1, 200)[-1][0] == pytest.approx(end, abs=0.01)


def test_03_the_gradient_of_chapter_02():
    text = page("03_descent")
    score = sum(number * weight for number, weight in zip([2, 2, 1], [-1, 2, 3]))
    assert "The score was 5 and should be 7, and the gradient was $[-8, -8, -4]$" in text
    assert score == 5 and [2 * (score - 7) * number for number in [2, 2, 1]] == [-8, -8, -4]


def test_03_the_first_step_in_the_prediction():
    text = page("03_descent")
    assert (
        "`w` grows by 1.2. It is multiplied by $x = 3$, so the prediction grows by $3 \\cdot 1.2 = 3.6$. `b` adds another 0.4."
        in text
    )
    assert "Together that is 4, which is 0.4 of the miss, and 0.6 of it is left." in text
    assert 1.2 * 3 == pytest.approx(3.6) and 3.6 + 0.4 == 4 == pytest.approx(0.4 * 10)
    assert (
        "At 0.02 it goes $-10$, $-6$, $-3.6$: each step leaves 0.6 of it." in text
        and 0.6 * -6 == pytest.approx(-3.6)
    )


def test_03_the_step_from_one_place():
    assert "One step from the start should lead to 1.2 and 0.4." in page("03_descent")
    after = FitLine(x=3, target=10, w=0, b=0, learning_rate=0.02, steps=1, by="descent").history()[
        -1
    ]
    assert (after["w"], after["b"]) == (pytest.approx(1.2), pytest.approx(0.4))


def test_03_reading_losses():
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


def test_03_overflow_comes_early():
    assert "Long before 500 steps are done, it is too large a number for Python to square" in page(
        "03_descent"
    )
    assert 10 * 9**161 > 1.7e308**0.5  # after 161 steps


def test_03_the_real_model_learns_emma():
    text = page("03_descent")
    assert "Here it runs eight rounds" in text and len(eval(output("03_descent", "real-2"))) == 8
    assert output("03_descent", "real-spell") == "'emma'"


def test_04_by_hand():
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
        "$h_1 = 1 \\cdot 1 + 0.5 \\cdot 0.5 + 0 = 1.25$, then $h_2 = 0.5 \\cdot 1 + 0.5 = 1$, then $a = 1.25 + 1 - 0.5 = 1.75$"
        in text
    )
    assert "The figure below shows these three numbers at its start" in text
    figure = NetworkPlayground(w=[1, 0.5, 0.5], b=[0, 0.5, -0.5], x=[1, 0.5, 1])
    assert figure.forward() == {"h1": 1.25, "h2": 1, "a": 1.75}
    assert literal_eval(output("04_network", "same")) == ([1.25, 1.0], [1.75])
    assert output("04_network", "free") == repr(figure)


def test_04_christopher_and_mark():
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


def test_04_the_challenge_is_the_figures(run):
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


def test_04_tide_can_be_left_to_descent():
    assert "choose another challenge, such as *tide*" in page("04_network")
    start = NetworkPlayground(challenge="tide")
    assert start.loss() > 0.02 > NetworkPlayground(challenge="tide", steps=30).loss()


def test_04_dead_at_all_points():
    text = page("04_network")
    assert "All three gates are shut at all 75 points" in text
    for x in GRID:
        now = NetworkPlayground(w=[1, 0.5, 0.5], b=[-3, -3, -3], x=x).forward()
        assert now == {"h1": 0, "h2": 0, "a": 0}
    assert "Every slope is 0, so no step of descent changes anything" in text
    assert "It began at 0.47, and now it is as dead as the other." in text
    for id in ("dead", "dead-rate"):
        assert literal_eval(output("04_network", id)) == ([0] * 11, 3.02)


def test_04_layers_of_the_program(run):
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
