"""Numbers that stand in a sentence of chapter 05 and under no cell: each test names the sentence, and computes it."""

import json
import re
from ast import literal_eval
from pathlib import Path

from prose import output, page

from microgpt import Value
from microgpt.graph import topological
from microgpt.widgets import TopologicalOrder
from microgpt.widgets.neuron.network import GRID

ROOT = Path(__file__).parents[3]
TORCH = json.loads((ROOT / "tests/reference/torch.json").read_text("utf-8"))


def diamond(a):
    b = a * 3
    c = b + 1
    d = b * 2
    return c * d


def test_two_ways():
    text = page("05_autograd")
    assert "The product is 6, so c is 8" in text or output("05_autograd", "c") == "8"
    assert "So `c` grows $3 + 1 = 4$ times as fast as `a`." in text
    assert (
        "the way over the product gives $3 \\cdot 1$, the direct way gives $1$, and $3 + 1 = 4$"
        in text
    )
    assert literal_eval(output("05_autograd", "nudge")) == [4.0, 2.0] == TORCH["two ways"]


def test_the_loss_of_chapter_03():
    text = page("05_autograd")
    w, b = Value(0.0), Value(0.0)
    miss = w * 3 + b - 10
    loss = miss**2
    loss.backward()
    assert (miss.data, loss.data, miss.grad) == (-10, 100, -20)
    assert "the miss is $-10$, the loss is 100" in text and "$2 \\cdot (-10) = -20$" in text
    assert "$3 \\cdot (-20) = -60$" in text and [w.grad, b.grad] == [-60, -20]
    assert TORCH["loss of chapter 03"] == [w.grad, b.grad]
    assert "(-60.0, -20.0)" in page("03_descent") + output("03_descent", "nudge")


def test_the_walk_that_goes_wrong():
    text = page("05_autograd")
    assert "At 2 the numbers are $b = 6$, $c = 7$, $d = 12$ and $y = 84$." in text
    assert [value.data for value in topological(diamond(Value(2)))] == [2, 6, 7, 12, 84]
    assert "`a` gets $12 \\cdot 3 = 36$" in text and "$7 \\cdot 2 = 14$" in text
    assert "Now `b` has 26, and passes on $26 \\cdot 3 = 78$" in text and 12 + 14 == 26
    assert "$36 + 78 = 114$. Right is 78." in text
    assert literal_eval(output("05_autograd", "diamond-cell")) == 114
    assert literal_eval(output("05_autograd", "in-order-cell")) == 78
    wrong = TopologicalOrder(order=["y", "c", "b", "d"]).gradients()
    assert "So `a` gets 36, where nudging says 78." in text and wrong == {"a": 36}


def test_each_sum_doubles_the_calls():
    text = page("05_autograd")
    rows = re.findall(r"(\d+) sums (\d+) calls", output("05_autograd", "ways"))
    assert [(int(n), int(calls)) for n, calls in rows] == [
        (n, 2 ** (n + 1) - 1) for n in (5, 10, 15)
    ]
    years = (
        2**61 / 10_000_000 / (365 * 24 * 3600)
    )  # ten million calls in a second, more than Python does
    assert "With 60 sums it would take thousands of years, for 61 numbers." in text and years > 2000


def test_what_it_costs(run):
    text = page("05_autograd")
    count = len(run.model.parameters())
    assert f"For the {count:,} of the model it replaces {count + 1:,}." in text
    assert "For the 11 parameters of chapter 04 that replaces 12 looks." in text


def test_the_network_that_learns():
    text = page("05_autograd")
    parameters = [Value(number) for number in [1, 0.5, 0, 0.5, 0.5, -0.5]]
    w1, w2, b1, w3, b2, b3 = parameters
    total = 0
    for x in GRID:
        h1, h2 = (w1 * x[0] + w2 * x[1] + b1).relu(), (w3 * x[2] + b2).relu()
        total = total + ((h1 + h2 + b3).relu() - 1) ** 2
    assert "a new graph of about a thousand values" in text and 900 < len(topological(total)) < 1200
    assert "It begins at 0.470, as in chapter 04" in text
    assert "step  0  loss 0.470" in output("05_autograd", "train")


def test_pytorch_says_the_same():
    text = page("05_autograd")
    assert TORCH["source"].startswith("PyTorch 2.11") and TORCH["source"].endswith("2026-11-26")
    assert "(version 2.11, on 26 November 2026)" in text
    a = Value(2)
    diamond(a).backward()
    assert (
        TORCH["diamond"] == [a.grad] and "| the graph with `b` in its middle, at 2 | 78 |" in text
    )
    w1, w2, b = Value(0.5), Value(-1), Value(0.5)
    (((w1 * 2 + w2 + b).relu() - 2) ** 2).backward()
    assert TORCH["exercise 5.1"] == [w1.grad, w2.grad, b.grad] == [-6, -3, -3]
    x = Value(0)
    x.relu().backward()
    assert TORCH["relu at 0"] == [x.grad] == [0]


def test_a_quarter_of_the_program():
    lines = (ROOT / "ladder/train5.py").read_text("utf-8").splitlines()
    starts = [
        n for n, line in enumerate(lines) if line.startswith(("# --- value", "# --- parameters"))
    ]
    share = (starts[1] - starts[0]) / len(lines)
    assert "a quarter of the whole program" in page("05_autograd") and 0.22 < share < 0.3


def test_two_walks():
    assert "`(x * x) * 3` at 2 has 12 after one walk, and 36 after two" in page("05_autograd")
    x = Value(2)
    y = (x * x) * 3
    y.backward()
    once = x.grad
    y.backward()
    assert (once, x.grad) == (12, 36)


def test_the_program_finds_its_order_by_recursion_and_never_too_deep():
    """It runs to its end, which another test holds, with the calls that Python allows."""
    assert "The program of the course does it in this way." in page("05_autograd")
    program = (ROOT / "ladder/train5.py").read_text("utf-8")
    assert "visit(child)" in program and "setrecursionlimit" not in program
