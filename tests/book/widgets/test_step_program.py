"""Step the program, in a browser: with pointer and keys, over, into and out of calls, on a phone and on paper."""

import pytest
from conftest import ROOT
from fit import assert_fits
from playwright.sync_api import expect
from whole import assert_whole

from microgpt.widgets import StepProgram
from microgpt.widgets.program.step_program import calls, load_moments

LAST = len(load_moments()) - 1
PROGRAM = (ROOT / "ladder" / "train5.py").read_text("utf-8").splitlines()


def number(piece):
    """The number of the first line with a piece of text."""
    return next(i for i, line in enumerate(PROGRAM, 1) if piece in line)


POSITIONS = number("for pos_id in range(n)")


def words(view):
    return view.locator(".mg-trace-words").inner_text()


def way(view):
    return view.locator(".mg-trace-calls").inner_text().replace("\n", " ").split(" › ")


def marked(view, kind):
    """The number of the line with a mark, None without one."""
    lines = view.locator(f".mg-trace-{kind} .mg-line-number").all_inner_texts()
    return int(lines[0]) if lines else None


def press(view, name):
    view.get_by_role("button", name=name).click()


def go(view, moment):
    field = view.get_by_label("moment, as a number")
    field.fill(str(moment))
    field.blur()


def in_the_box(view):
    """Whether the marked lines of the region are inside the box that scrolls."""
    return view.evaluate(
        """(view) => {
          const box = view.querySelector(".mg-trace-code").getBoundingClientRect();
          const done = view.querySelector(".mg-trace-done")?.getBoundingClientRect();
          return !done || (done.top >= box.top - 1 && done.top < box.bottom);
        }"""
    )


def test_a_call_is_one_step_unless_it_is_opened(open_widget):
    page, view = open_widget("StepProgram", copies=2, moment=9)
    assert words(view) == f"Round 1 of 5 begins in line {POSITIONS}: pos_id is 0."
    ahead = view.locator(".mg-trace-next").inner_text()
    assert ahead.endswith(f"line {POSITIONS + 1}, which calls gpt, softmax. Into opens gpt.")
    assert (marked(view, "done"), marked(view, "next-line")) == (POSITIONS, POSITIONS + 1)
    press(view, "Into")
    assert way(view) == ["training loop", "gpt"] and words(view).startswith("gpt is called: ")
    press(view, "Back")
    assert way(view) == ["training loop"] and marked(view, "next-line") == POSITIONS + 1
    press(view, "Step")
    assert words(view).startswith(f"Line {POSITIONS + 1} is done: probs is 27 Values: 0.0352, ")
    press(view, "Step")
    assert "losses is 1 Value: 3.3971" in words(view)
    now = view.locator(".mg-trace-fresh")
    assert now.all_inner_texts() == ["losses\t1 Value: 3.3971 ● now"]
    assert words(page.locator(".mg-view").nth(1)).startswith("Round 1 of 5")
    press(view, "Reset")
    assert words(view).startswith("Round 1 of 5")


def test_the_open_calls_lead_out(open_widget):
    page, view = open_widget("StepProgram", moment=StepProgram.of("attention").moment)
    assert way(view) == ["training loop", "gpt", "attention"]
    link = view.get_by_role("link", name="chapter 07")
    assert link.get_attribute("href") == "../notebooks/07_attention.html"
    press(view, "Out:")
    assert way(view) == ["training loop", "gpt"] and words(view).startswith(
        f"Line {number('zip(attention(')} is done"
    )
    press(view, "Back")
    press(view, "Into")
    press(view, "out to training loop")
    assert way(view) == ["training loop"] and words(view).startswith(
        f"Line {POSITIONS + 1} is done"
    )
    assert view.get_by_role("button", name="Out:").get_attribute("aria-disabled") == "true"


def test_keys_alone_walk_everywhere(open_widget):
    page, view = open_widget("StepProgram")
    code = view.get_by_role("region", name="lines of the program")
    for _ in range(9):
        page.keyboard.press("Tab")
    assert code.evaluate("(box) => document.activeElement === box")
    page.keyboard.press("ArrowUp")  # nothing is before
    for key, said in [
        ("ArrowDown", "is done: num_steps is 1,000."),
        ("ArrowDown", "Round 1 of 1,000"),
        ("ArrowRight", "encode is called"),
        ("ArrowDown", "encode gives back [26, 4, 12, 12, 0, 26]."),
        ("ArrowDown", "is done: tokens is"),
        ("ArrowUp", "Round 1 of 1,000"),
        ("ArrowRight", "encode is called"),
        ("ArrowLeft", "is done: tokens is"),
        ("n", "gpt is called"),
        ("N", "__add__ is called"),
    ]:
        page.keyboard.press(key)
        expect(view.locator(".mg-trace-words")).to_contain_text(said)
        assert in_the_box(view)
    assert code.evaluate("(box) => document.activeElement === box")
    view.get_by_label("moment", exact=True).focus()
    page.keyboard.press("End")
    assert "loss 3.3558" in words(view) and marked(view, "next-line") is None
    assert (
        view.get_by_role("button", name="Step", exact=True).get_attribute("aria-disabled") == "true"
    )
    page.keyboard.press("ArrowLeft")
    assert words(view) == f"Line {number('adam(step, 0.01')} is done."
    page.keyboard.press("Home")
    assert marked(view, "done") is None and marked(view, "next-line") == number("num_steps = ")


def test_the_code_scrolls_and_the_page_does_not(open_widget):
    page, view = open_widget("StepProgram")
    code = view.locator(".mg-trace-code")
    page.add_style_tag(content="main { padding-bottom: 100vh }")  # as on a page that goes on
    page.evaluate("scrollTo(0, 60)")
    place = code.bounding_box()
    for moment in range(0, LAST, 7):
        go(view, moment)
        assert in_the_box(view), moment
        assert_whole(view, moment)
    assert code.bounding_box() == place and page.evaluate("scrollY") == 60
    go(view, 502)
    before = code.evaluate("(box) => box.scrollTop")
    press(view, "Step")
    assert code.evaluate("(box) => box.scrollTop") == before, "the next line is in view already"


def test_what_is_said_and_that_play_says_nothing(open_widget):
    page, view = open_widget("StepProgram", moment=4)
    status = view.get_by_role("status")
    press(view, "Step")
    assert status.inner_text() == f"{words(view)} Next: line {number('n = min(')}."
    press(view, "Play")
    expect(view.get_by_role("button", name="Pause")).to_be_visible()
    expect(view.locator(".mg-trace-words")).to_contain_text("is done: n is 5.")
    assert status.inner_text() == ""
    press(view, "Pause")
    press(view, "Step")
    assert status.inner_text().startswith("Line ")


def test_with_less_motion_play_goes_to_the_end(open_widget):
    page, view = open_widget("StepProgram", context_reduced_motion="reduce")
    press(view, "Play")
    assert "It prints: step 1 / 1000 | loss 3.3558" in words(view)
    assert "goes on with the next name" in view.locator(".mg-trace-next").inner_text()
    press(view, "Reset")
    assert view.get_by_label("moment, as a number").input_value() == "0"


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone(open_widget, width):
    page, view = open_widget("StepProgram", width=width)
    deepest = max(range(LAST), key=lambda at: len(calls(at)))
    for moment in (0, deepest, StepProgram.of("adam").moment + 10, LAST):
        go(view, moment)
        assert_fits(page, width)
        assert_whole(view, moment)
        assert in_the_box(view)
    field = view.get_by_label("moment, as a number")
    for typed in ("x", "-4", "9999", "2.5", ""):
        field.fill(typed)
        field.blur()
        assert_whole(view, typed)
    assert "loss 3.3558" in words(view) or "Line" in words(view)


def test_on_paper_stands_the_region(open_widget):
    page, view = open_widget("StepProgram", moment=StepProgram.of("softmax").moment)
    page.emulate_media(media="print")
    lines = view.locator(".mg-trace-line:visible .mg-line-number").all_inner_texts()
    region = range(number("--- softmax"), number("return [e / total") + 1)
    assert [int(one) for one in lines] == list(region)
    assert view.locator(".mg-trace-code").evaluate("(box) => box.scrollHeight <= box.clientHeight")


def assert_the_walk_is_there(page):
    paper = page.locator(".mg-trace-paper")
    assert paper.is_visible() and "The whole round, with no call opened:" in paper.inner_text()
    assert paper.locator("li").all_inner_texts() == StepProgram().walk()
    assert "loss 3.3558" in paper.inner_text()


def test_on_paper_stands_the_whole_round(open_widget):
    page, view = open_widget("StepProgram")
    assert not page.locator(".mg-trace-paper").is_visible()
    page.emulate_media(media="print")
    assert_the_walk_is_there(page)


def test_without_scripts_the_whole_round_can_be_read(open_widget):
    page, view = open_widget("StepProgram", width=320, context_java_script_enabled=False)
    assert view.inner_text().startswith("One round of the program on emma, line by line.")
    assert_the_walk_is_there(page)
    assert_fits(page, 320)
