"""Lines to put in order: what is said of an order is what Python does with it."""

import contextlib
import doctest
import io
import os
import random

import pytest
from js_cases import write
from reference import ROOT
from traitlets import TraitError

from microgpt.canonical import load_canonical
from microgpt.widgets import OrderBlocks
from microgpt.widgets.program import order_blocks
from microgpt.widgets.program.order_blocks import broken_rules, load_blocks, offered

BLOCKS, DECOYS = load_blocks()
CODE = {**BLOCKS, **DECOYS}
RIGHT = list(BLOCKS)
SEED_LATE = ["import", "read", "shuffle", "seed", "letters", "bos", "size", "encode", "print"]


def test_examples_in_docstrings():
    assert doctest.testmod(order_blocks).failed == 0


def run(order):
    """(names, error): what the lines make when Python runs them, and the name that it missed."""
    names = {}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        try:
            exec("\n".join(CODE[block] for block in order), names)
        except NameError as error:
            return names, error.name
    return {**names, "printed": printed.getvalue()}, None


@pytest.fixture
def names_file(monkeypatch, tmp_path):
    from microgpt.check.program.here import surrounded

    with surrounded():
        yield os.environ["MICROGPT_NAMES"]


def test_the_right_order_makes_what_the_recorded_run_has(names_file):
    names, error = run(RIGHT)
    assert error is None and names["printed"] == "names: 4825 vocab size: 27\n"
    assert (len(names["docs"]), names["docs"][0], names["vocab_size"]) == (4825, "nancy", 27)
    assert names["encode"]("nancy") == load_canonical().tokenizer.encode("nancy")


def test_the_lines_are_those_of_the_first_step():
    answer = (ROOT / "microgpt/check/ch14/pieces/step1.py").read_text("utf-8")
    lines = [line for code in BLOCKS.values() for line in code.splitlines()]
    assert lines == [line for line in answer.splitlines() if line.strip()]


def some_orders():
    """Orders of every kind: full ones, with lines missing, with lines that belong nowhere."""
    dice = random.Random(1)
    some = [RIGHT, SEED_LATE, [], offered(), RIGHT[:4], ["zero", *RIGHT], [*RIGHT, "set"]]
    swapped = [{"letters": "set", "bos": "zero"}.get(one, one) for one in RIGHT]
    some += [swapped, [one for one in RIGHT if one != "seed"]]
    for _ in range(60):
        some.append(dice.sample(offered(), dice.randint(1, 11)))
    for _ in range(60):  # nearly right ones
        order = list(RIGHT)
        block = order.pop(dice.randrange(9))
        order.insert(dice.randrange(9), block)
        some.append(order)
    return some


def missed(order):
    """The name that Python would miss first, by the rules."""
    for rule in broken_rules(order)[:1]:
        for first, then, name in order_blocks.NEEDS:
            if rule == f"{first} before {then}":
                return name
    return None


def test_python_stops_where_the_rules_say(names_file):
    for order in some_orders():
        names, error = run(order)
        assert error == missed(order), order
        if error is None and broken_rules(order) == []:
            assert names["docs"][0] == "nancy" and names["vocab_size"] == 27


def running(order=()):
    """Every order of the nine blocks that runs without an error, from the top: what stops is not gone on with."""
    if len(order) == len(BLOCKS):
        yield order
    for block in BLOCKS.keys() - set(order):
        longer = (*order, block)
        if missed(longer) is None:
            yield from running(longer)


def test_how_many_orders_work():
    """Of the nine blocks 540 orders break no rule, and 405 more run with the seed too late."""
    broken = [tuple(broken_rules(order)) for order in running()]
    assert broken.count(()) == 540
    assert broken.count(("seed before shuffle",)) == 405 == len(broken) - 540


def test_what_the_page_says_is_what_python_says():
    answer = (ROOT / "microgpt/check/ch14/pieces/step1.py").read_text("utf-8")
    blocks = OrderBlocks().content["blocks"]
    cases = [{"order": order, "broken": broken_rules(order)} for order in some_orders()]
    write("order_blocks", [{"blocks": blocks, "answer": answer, "right": RIGHT}, *cases])


@pytest.mark.parametrize(
    "wrong", [["seed", "seed"], ["nothing"], "seed", None, [1], [["seed"]], {"seed": 1}]
)
def test_a_wrong_order_is_refused(wrong):
    with pytest.raises(TraitError, match="each once"):
        OrderBlocks(order=wrong)


def test_it_says_what_is_in_place():
    assert repr(OrderBlocks()) == "11 lines to order; 9 belong to the program."
    assert OrderBlocks(order=["seed"]).public_state()["order"] == ["seed"]


def test_on_paper_the_lines_have_letters():
    paper = OrderBlocks().on_paper()
    assert paper.startswith('<ol class="mg-sort-paper" type="A"><li><pre>BOS = 0</pre>')
    assert paper.count("<li>") == 11
