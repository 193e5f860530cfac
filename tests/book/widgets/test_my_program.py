"""The reader's own program, in a browser: whose lines stand in it, saved, copied, written anew, and checked."""

import pytest
from fit import assert_fits
from in_page import in_browser
from pages import BOOK
from visits import load_again

from microgpt.widgets.program.my_program import load_pieces

CODES = [step["code"] for step in load_pieces()["steps"]]
MINE = "begin(1, globals())\n" + CODES[0] + "  # mine"
KEEP = """([id, value]) => {
  const key = `microgpt:code:${id}`;
  const text = JSON.stringify({ v: 1, value });
  localStorage.setItem(key, text);
  dispatchEvent(new CustomEvent("microgpt-kept", { detail: { key, text, kept: true } }));
}"""
MAKE = "from microgpt.widgets import MyProgram\nMyProgram()"


def keep(page, n, **value):
    page.evaluate(KEEP, [f"14-ex-14-{n}-stub", value])


def words(view):
    return view.locator(".mg-mine-words").inner_text()


def field(view):
    return view.locator("textarea")


def test_an_answer_that_passed_stands_in_it_at_once(open_widget):
    page, view = open_widget("MyProgram", own_tab=True)
    assert words(view) == "my_microgpt.py: 0 of 6 steps are yours."
    assert view.locator("details").count() == 6, "an answer of the course is not shown unasked"
    view.get_by_text("49 lines of the course").click()
    assert view.get_by_text("class Value:").is_visible()
    keep(page, 1, text="later", good=MINE)
    keep(page, 4, text="begin(4, globals())")
    assert words(view) == "my_microgpt.py: 1 of 6 steps is yours."
    assert (
        "# mine" in view.inner_text()
        and "begin(" not in view.locator(".mg-mine-parts").inner_text()
    )
    assert "until yours passes: exercise 14.4" in view.inner_text()
    numbers = view.locator(".mg-line-number").all_text_contents()
    assert numbers[0] == "1" and numbers[-1] == "172"


def test_it_is_saved_and_copied(open_widget):
    page, view = open_widget("MyProgram", own_tab=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keep(page, 1, text="", good=MINE)
    with page.expect_download() as saved:
        view.get_by_role("button", name="Save my_microgpt.py").click()
    assert saved.value.suggested_filename == "my_microgpt.py"
    text = saved.value.path().read_text("utf-8")
    assert text.startswith("import os\n") and "# mine" in text
    assert text.endswith('print(f"sample {i + 1}: {sample()}")\n')
    view.get_by_role("button", name="Copy").click()
    page.wait_for_function(
        "document.querySelector('.mg [role=status]').textContent.includes('clip')"
    )
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_the_reader_writes_a_file_and_it_is_kept(open_widget):
    page, view = open_widget("MyProgram", own_tab=True)
    view.get_by_role("radio", name="write your own").check()
    assert field(view).input_value().startswith("import os\n")
    view.get_by_role("button", name="Begin with an empty file").click()
    assert field(view).input_value() == "", "nothing of the reader's was lost: it does not ask"
    page.keyboard.type("for i in range(3):\nprint('<b>')")
    assert field(view).input_value() == "for i in range(3):\n    print('<b>')"
    view.get_by_role("button", name="Take the six steps").click()
    view.get_by_role("button", name="Keep it").click()
    load_again(page)
    view.get_by_role("radio", name="write your own").check()
    assert field(view).input_value() == "for i in range(3):\n    print('<b>')"
    view.get_by_role("radio", name="the six steps").check()
    assert "<b>" not in view.inner_text()
    view.get_by_role("radio", name="write your own").check()
    view.get_by_role("button", name="Take the six steps").click()
    view.get_by_role("button", name="Take them").click()
    assert field(view).input_value().startswith("import os\n")


def test_it_goes_on_where_nothing_is_kept(open_widget):
    page, view = open_widget("MyProgram", own_tab=True)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw 1; } })")
    page.reload()
    assert "This browser keeps nothing" in view.inner_text()
    view.get_by_role("radio", name="write your own").check()
    field(view).fill("x = 1")
    view.get_by_role("radio", name="the six steps").check()
    view.get_by_role("radio", name="write your own").check()
    assert field(view).input_value() == "x = 1"


@pytest.mark.parametrize("view", ["steps", "own"])
def test_it_fits_a_phone(view, open_widget):
    page, place = open_widget("MyProgram", width=390, view=view)
    for summary in place.locator("summary").all():
        if summary.is_visible():
            summary.click()
    assert_fits(page, 390)
    page.set_viewport_size({"width": 320, "height": 800})
    assert_fits(page)


def heights(place, what):
    """How high they are that can be seen: a finger covers 44 px."""
    return [one.bounding_box()["height"] for one in place.locator(what).all() if one.is_visible()]


@pytest.mark.parametrize("view", ["steps", "own"])
def test_a_finger_finds_its_buttons(view, open_widget):
    page, place = open_widget("MyProgram", width=390, view=view)
    targets = heights(
        place, ".mg-mine-row button, .mg-mine-own button, summary, .mg-mine-views label"
    )
    assert len(targets) == {"steps": 10, "own": 6}[view] and min(targets) >= 44, targets
    assert min(heights(place, "a"), default=24) >= 24


@pytest.fixture
def in_chapter(open_page):
    """(page, the widget, its cells): made by a cell of a chapter, whose Python it borrows."""
    page = open_page((BOOK / "notebooks/01_numbers.html").as_uri(), own_tab=True)
    cells = in_browser(page.evaluate)
    cell = page.evaluate("JSON.parse(document.getElementById('mg-cells').textContent).cells")
    cell = next(id for id in cell if page.locator(f"#cell-{id} textarea").count())
    cells.run(cell, MAKE)
    view = page.locator(".mg-cell-output .mg-view figure")
    view.wait_for()
    return page, view, cells, cell


def judged(view, text):
    """Press Check and wait for these words; all that is said."""
    view.get_by_role("button", name="Check the first 10 losses").click()
    view.locator(".mg-cell-output").get_by_text(text).first.wait_for(timeout=40_000)
    return view.locator(".mg-cell-output").inner_text()


def test_its_first_losses_are_checked_by_the_python_of_the_page(in_chapter):
    page, view, cells, cell = in_chapter
    keep(page, 1, text="", good=MINE)
    said = judged(view, "my_microgpt.py: done.")
    assert "step 1 / 1000 | loss 3.4632" in said and "pass" in said
    view.get_by_role("radio", name="write your own").check()
    field(view).fill("print('loss 3.4632')\nprint('loss ' + 1)")
    assert "TypeError" in judged(view, "TypeError")
    assert "step 1 / 1000" not in view.locator(".mg-cell-output").inner_text()
    assert cells.run(cell, "print(6 * 7)") == "42\n", "the cells go on in the same Python"


@pytest.mark.weekly
def test_it_is_stopped_and_the_next_run_begins_anew(in_chapter):
    page, view, cells, cell = in_chapter
    view.get_by_role("radio", name="write your own").check()
    field(view).fill("print('it began')\nwhile True:\n    pass")
    view.get_by_role("button", name="Check the first 10 losses").click()
    view.get_by_text("it began").first.wait_for()
    view.get_by_role("button", name="Stop: my_microgpt.py").click()
    view.get_by_text("Stopped. The next run begins anew").wait_for()
    field(view).fill("step 1 | loss 3.4632")
    assert "that of step 2 is not there" in judged(view, "my_microgpt.py:")


def test_on_paper_a_file_without_own_lines_says_what_it_is_for(open_widget):
    page, view = open_widget("MyProgram")
    page.emulate_media(media="print")
    assert "On a screen your answers to the six steps become one file here" in view.inner_text()
    assert "of 6 steps" not in view.inner_text()
    page.emulate_media(media="screen")
    assert "0 of 6 steps are yours" in view.inner_text()
    assert "On a screen" not in view.inner_text()
