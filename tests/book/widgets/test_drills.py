"""Drill in a browser: right answers and named mistakes, by pointer and by keys, on little room, two on a page."""

import re

import pytest
from accessible import AXE, RUN_AXE
from fit import assert_fits
from visits import load_again
from whole import assert_whole

from microgpt.widgets import Drill
from microgpt.widgets.quiz.drills import KINDS, LEVELS

each_kind = pytest.mark.parametrize("kind", KINDS)


def press(view, name):
    view.get_by_role("button", name=name, exact=True).click()


def fields(view):
    return view.locator(".mg-drill-answer:visible input.mg-number")


def marks(view):
    return view.locator(".mg-drill-answer:visible .mg-drill-mark").all_inner_texts()


def says(view):
    return view.locator(".mg-drill-says:visible").all_inner_texts()


def result(view):
    return view.locator(".mg-drill-result").inner_text()


def in_a_row(view):
    return view.locator(".mg-drill-row").inner_text().removeprefix("Right in a row: ")


def right_answers(kind, **traits):
    """The answers in the order of the fields on the page, as a reader writes them on paper."""
    answers = Drill(kind, **traits).answers()
    fits = answers.pop("fits", None)
    if kind == "chain":
        inputs = [name for name in answers if name in "abc"]
        answers = {n: answers[n] for n in sorted(set(answers) - set(inputs), reverse=True) + inputs}
    return fits, [f"{x:.6g}" for x in answers.values()]


def answer(view, kind, **traits):
    fits, numbers = right_answers(kind, **traits)
    if fits:
        view.get_by_label("it fits" if fits == "yes" else "it does not fit", exact=True).check()
    for field, number in zip(fields(view).all(), numbers, strict=True):
        field.fill(number)


@pytest.mark.one_in(3)
@each_kind
@pytest.mark.parametrize("level", LEVELS)
def test_what_python_answers_is_right(open_widget, kind, level):
    """And the next question is the one that Python draws next."""
    _, view = open_widget("Drill", kind=kind, level=level)
    assert Drill(kind, level=level).question() in view.inner_text()
    for number in (1, 2):
        answer(view, kind, level=level, number=number)
        press(view, "Check")
        assert result(view) == "Right." and set(marks(view)) == {"✓ right"}
        assert view.locator(".mg-drill-way li").count() and in_a_row(view) == str(number)
        assert_whole(view)
        press(view, "Next question")
    assert Drill(kind, level=level, number=3).question() in view.inner_text()
    assert not view.locator(".mg-drill-way").is_visible() and result(view) == ""
    assert not any(field.input_value() for field in fields(view).all())


@each_kind
def test_show_me_lays_out_the_way(open_widget, kind):
    _, view = open_widget("Drill", kind=kind, level=3)
    press(view, "Show me")
    assert view.get_by_role("button", name="Check").count() == 0
    assert view.locator(".mg-drill-way li").count() and "Right." not in result(view)
    assert all(mark.startswith("It is ") for mark in marks(view) if mark)
    assert in_a_row(view) == "none yet"
    assert_whole(view)


def test_a_mistake_is_named_and_mended(open_widget):
    """The value in place of its gradient; and what is said goes when the number is changed."""
    _, view = open_widget("Drill", kind="chain", level=2)
    facts = Drill("chain", level=2).facts()
    field = view.get_by_label("gradient of c", exact=True)
    field.fill(str(facts["inputs"]["c"]))
    press(view, "Check")
    assert result(view) == "0 of 5 right so far."
    assert [mark for mark in marks(view) if mark] == ["✗ not yet"]
    [sentence] = says(view)
    assert field.get_attribute("aria-describedby")
    assert f"gradient of c: {sentence}" in view.get_by_role("status").inner_text()
    field.fill("0")
    assert says(view) == [] and set(marks(view)) == {""} and result(view) == ""


def test_adam_says_which_rule_was_missed(open_widget):
    """The gradient's square forgotten in v; what follows from that is not another mistake."""
    _, view = open_widget("Drill", kind="adam", level=2)
    answer(view, "adam", level=2)
    facts = Drill("adam", level=2).facts()
    v = 0.99 * facts["v"] + 0.01 * facts["g"]
    view.get_by_label("new v", exact=True).fill(f"{v:.6g}")
    view.get_by_label("corrected v", exact=True).fill(f"{v / (1 - 0.99**2):.6g}")
    press(view, "Check")
    assert says(view)[0] == "v averages the square of the gradient. Square it first."
    assert says(view)[1].startswith("The rule is right, but a number above")
    assert marks(view).count("✓ right") == 4


def test_whether_it_fits_decides_what_is_asked(open_widget):
    seed = next(s for s in range(1, 99) if Drill("shape", seed=s).answers()["fits"] == "no")
    _, view = open_widget("Drill", kind="shape", seed=seed)
    view.get_by_label("it fits", exact=True).check()
    assert fields(view).count() == 1
    press(view, "Check")
    assert says(view)[0].startswith("It does not fit: each row of w has")
    view.get_by_label("it does not fit", exact=True).check()
    assert fields(view).count() == 0
    press(view, "Check")
    assert result(view) == "Right." and in_a_row(view) == "none yet"


def test_the_row_counts_what_is_right_at_once(open_widget):
    """A wrong number begins it anew; it outlives the page; Reset empties it."""
    page, view = open_widget("Drill", kind="softmax")
    answer(view, "softmax")
    press(view, "Check")
    load_again(page)
    assert in_a_row(view) == "1"
    fields(view).first.fill("0.99")
    press(view, "Check")
    assert in_a_row(view) == "none yet"
    answer(view, "softmax")
    press(view, "Check")
    assert result(view) == "Right." and in_a_row(view) == "none yet"
    press(view, "Next question")
    answer(view, "softmax", number=2)
    press(view, "Check")
    assert in_a_row(view) == "1"
    press(view, "Reset")
    assert in_a_row(view) == "none yet" and Drill("softmax").question() in view.inner_text()
    assert not view.locator(".mg-drill-way").is_visible()


def test_seed_question_and_level_are_chosen(open_widget):
    _, view = open_widget("Drill", kind="entropy")
    view.get_by_label("Question", exact=True).fill("12")
    assert Drill("entropy", number=12).question() in view.inner_text()
    view.get_by_label("Seed", exact=True).fill("40")
    assert Drill("entropy", seed=40).question() in view.inner_text()
    view.get_by_label("3", exact=True).check()
    assert Drill("entropy", seed=40, level=3).question() in view.inner_text()
    view.get_by_label("Seed", exact=True).fill("0")
    assert Drill("entropy", seed=40, level=3).question() in view.inner_text()
    press(view, "Reset")
    assert Drill("entropy").question() in view.inner_text()
    assert view.get_by_label("Seed", exact=True).input_value() == "1"


def test_the_last_question_leads_to_the_first(open_widget):
    _, view = open_widget("Drill", kind="shape", number=9999)
    press(view, "Next question")
    assert Drill("shape").question() in view.inner_text()


def test_nonsense_stays_and_counts_for_nothing(open_widget):
    _, view = open_widget("Drill", kind="softmax", level=2)
    field = fields(view).first
    for nonsense in ("<b>x</b>", "1e999", "--3", "50%", "nan"):
        field.fill(nonsense)
        press(view, "Check")
        assert field.input_value() == nonsense and field.get_attribute("aria-invalid") == "true"
        assert result(view) == "Type an answer first." and in_a_row(view) == "none yet"
        assert_whole(view, nonsense)
    field.fill("0,5")
    press(view, "Check")
    assert result(view).endswith("of 3 right so far.")


def test_the_picture_fills_in_what_is_right(open_widget):
    page, view = open_widget("Drill", kind="chain")
    grad = int(Drill("chain").answers()["e"])
    box = view.get_by_role("button", name=re.compile("^e: "))
    assert "gradient asked for" in box.get_attribute("aria-label")
    box.click()
    page.keyboard.type(str(grad))
    assert view.get_by_label("gradient of e", exact=True).input_value() == str(grad)
    press(view, "Check")
    shown = str(grad).replace("-", "−")
    assert box.get_attribute("aria-label").endswith(f"gradient {shown}")
    view.locator("summary").click()
    assert view.locator("details li").count() == 5


def test_by_keyboard_alone(open_widget):
    page, view = open_widget("Drill", kind="entropy")
    view.get_by_label("1", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    assert Drill("entropy", level=2, seed=2).question() in view.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # the table
    for number in right_answers("entropy", level=2, seed=2)[1]:
        page.keyboard.press("Tab")
        page.keyboard.type(number)
    page.keyboard.press("Enter")
    assert result(view) == "Right."
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.textContent") == (
        Drill("entropy", level=2, seed=2, number=2).question()
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.labels[0].textContent") == "surprise in bits"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert view.locator(".mg-drill-way").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Next question"


def test_two_of_them_do_not_meet(open_widget):
    page, view = open_widget("Drill", copies=2, kind="chain")
    other = page.locator(".mg-view").nth(1)
    press(view, "Next question")
    view.get_by_label("2", exact=True).check()
    fields(view).first.fill("7")
    press(view, "Check")
    assert Drill("chain").question() in other.inner_text()
    assert set(marks(other)) == {""} and not fields(other).first.input_value()


@pytest.mark.one_in(2)
@each_kind
@pytest.mark.parametrize("width", [320, 390])
def test_on_little_room(open_widget, kind, width):
    page, view = open_widget("Drill", kind=kind, level=3, width=width)
    assert_fits(page, width)
    press(view, "Show me")
    assert_fits(page, width)


@pytest.mark.one_in(2)
@each_kind
def test_everybody_can_read_it(open_widget, kind):
    page, view = open_widget("Drill", kind=kind, level=2)
    page.add_style_tag(content="body { background: var(--paper); color: var(--ink) }")
    for field in fields(view).all():
        field.fill("0.3")
    press(view, "Check")
    page.evaluate(AXE)
    for theme in ("light", "dark"):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        assert page.evaluate(RUN_AXE, "all rules") == []
