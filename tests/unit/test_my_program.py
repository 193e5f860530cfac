"""The reader's own program as one file: whose lines stand in it, and that it runs."""

import doctest

import pytest
from js_cases import write
from reference import ROOT
from traitlets import TraitError

from microgpt.check.program import verdict_on
from microgpt.widgets import MyProgram
from microgpt.widgets.program import my_program
from microgpt.widgets.program.my_program import load_pieces

CONTENT = load_pieces()
CODES = [step["code"] for step in CONTENT["steps"]]
WHOLE = "\n\n".join([*CODES, CONTENT["loops"]]) + "\n"


def test_examples_in_docstrings():
    assert doctest.testmod(my_program).failed == 0


def test_the_pieces_are_the_files_of_the_answers():
    folder = ROOT / "microgpt/check/ch14/pieces"
    assert [code + "\n" for code in CODES] == [
        (folder / f"step{n}.py").read_text("utf-8") for n in range(1, 7)
    ]
    assert not any("begin(" in code for code in CODES)
    assert sum(bool(line.strip()) for line in WHOLE.splitlines()) == 140


def test_the_course_s_lines_are_a_program_that_prints_the_recorded_run():
    assert verdict_on(WHOLE, 2).passed


def test_the_page_puts_together_what_python_does():
    draft = CODES[1].replace("math.exp", "exp")
    answers = [{"good": f"begin(1, globals())\n{CODES[0]}\n\n"}, {"text": draft}]
    write("my_program", [{"content": CONTENT, "whole": WHOLE, "answers": answers}])


@pytest.mark.parametrize("wrong", ["", None, "both", 1])
def test_a_wrong_view_is_refused(wrong):
    with pytest.raises(TraitError):
        MyProgram(view=wrong)


def test_its_state_holds_the_lines_and_the_reader_cannot_set_them():
    state = MyProgram(view="own").public_state()
    assert state["view"] == "own" and state["content"] == CONTENT and "links" in state
    with pytest.raises(TraitError):
        MyProgram().content = {}
