"""Lines to put in order, in a browser: by the buttons, by keys, by the mouse, by a finger."""

import pytest
from fit import assert_fits
from hands import centre, drag, swipe

RIGHT = ["import", "read", "seed", "shuffle", "letters", "bos", "size", "encode", "print"]
LATE = ["import", "read", "shuffle", "seed", "letters", "bos", "size", "encode", "print"]
SEED, SHUFFLE = "random.seed(42)", "random.shuffle(docs)"
FIELD = """() => {
  const cell = document.createElement("div");
  cell.id = "cell-ex-14-1-stub";
  const field = cell.appendChild(document.createElement("textarea"));
  field.value = "begin(1, globals())\\n# the lines that you have put in order";
  field.addEventListener("input", () => (window.heard = field.value));
  document.body.append(cell);
}"""


def block(view, code):
    return view.locator(".mg-sort-item").filter(has_text=code)


def main(view, code):
    return block(view, code).locator(".mg-sort-code")


def place(view):
    """The first lines of the blocks in place."""
    return [
        one.locator("code").first.inner_text()
        for one in view.get_by_role("list", name="Your program").locator("li").all()
    ]


def said(view):
    return view.get_by_role("status").inner_text()


def focused(page):
    return page.evaluate("document.activeElement.getAttribute('aria-label')")


def check(view):
    view.get_by_role("button", name="Check").click()
    return view.locator(".mg-sort-said").inner_text()


def test_the_buttons_move_and_the_verdict_goes_with_the_next_move(open_widget):
    page, view = open_widget("OrderBlocks")
    assert place(view) == [] and view.locator(".mg-sort-said").inner_text() == ""
    block(view, SHUFFLE).get_by_role("button", name="in:").click()
    main(view, SEED).click()
    assert place(view) == [SHUFFLE, SEED]
    assert said(view).endswith("random.seed(42), place 2 of 2 in your program.")
    assert check(view).startswith("→ Python stops in line 1: NameError. random is not defined")
    assert said(view).startswith("Python stops in line 1")
    up = block(view, SEED).get_by_role("button", name="up:")
    up.click()
    assert place(view) == [SEED, SHUFFLE] and view.locator(".mg-sort-said").inner_text() == ""
    assert up.get_attribute("aria-disabled") == "true"
    block(view, SEED).get_by_role("button", name="down:").click()
    block(view, SEED).get_by_role("button", name="out:").click()
    assert place(view) == [SHUFFLE] and said(view).endswith("not in your program.")
    view.get_by_role("button", name="Reset").click()
    assert place(view) == []


def test_all_by_the_keyboard(open_widget):
    page, view = open_widget("OrderBlocks", order=["import", "read"])
    press = page.keyboard.press
    main(view, SEED).focus()
    press("Enter")
    assert main(view, SEED).get_attribute("aria-pressed") == "true"
    assert said(view).startswith("Taken: ")
    press("ArrowRight")
    assert place(view)[-1] == SEED and focused(page).endswith("place 3 of 3 in your program")
    press("ArrowUp")
    press("ArrowUp")
    press("ArrowUp")
    assert place(view)[0] == SEED and said(view).endswith("place 1 of 3 in your program.")
    assert SEED in focused(page)
    press("Escape")
    assert place(view) == ["import os", 'path = os.environ.get("MICROGPT_NAMES", "input.txt")']
    assert said(view).startswith("Put back: ") and SEED in focused(page)
    press("Space")
    press("ArrowDown")
    press("Home")
    press("ArrowDown")
    press("Enter")
    assert place(view)[1] == SEED and said(view).startswith("Dropped: ")
    assert main(view, SEED).get_attribute("aria-pressed") == "false"
    press("ArrowDown")  # not taken: it leads on
    assert "path = " in focused(page) and place(view)[1] == SEED
    press("ArrowLeft")
    assert focused(page).endswith("not in your program")
    press("ArrowRight")
    press("Enter")
    press("ArrowLeft")  # taken: out of the program
    assert len(place(view)) == 2 and "path = " in focused(page)


def test_tab_stops_once_in_each_list(open_widget):
    page, view = open_widget("OrderBlocks", order=["import", "read", "seed"])
    names = []
    for _ in range(7):
        page.keyboard.press("Tab")
        names.append(focused(page) or page.evaluate("document.activeElement.textContent"))
    starts = [name.split(":")[0] for name in names]
    assert starts == ["A", "in", "B", "up", "down", "out", "Check"]


def test_what_is_taken_is_dropped_when_the_focus_leaves(open_widget):
    page, view = open_widget("OrderBlocks", order=["seed", "import"])
    main(view, SEED).click()
    page.keyboard.press("ArrowDown")
    view.get_by_role("button", name="Check").focus()
    assert place(view) == ["import os", SEED]
    assert main(view, SEED).get_attribute("aria-pressed") == "false"


def test_the_mouse_drags(open_widget):
    page, view = open_widget("OrderBlocks", order=["import", "read", "letters"])
    x, y = centre(main(view, "docs = open"))
    drag(page, centre(main(view, SEED)), (x, y - 12))
    assert place(view)[1] == SEED and SEED in focused(page)
    assert said(view).endswith("place 2 of 4 in your program.")
    drag(page, centre(main(view, "letters = sorted")), centre(main(view, "BOS = 0")))
    assert len(place(view)) == 3
    page.mouse.move(*centre(main(view, SEED)))
    page.mouse.down()
    page.mouse.move(*centre(main(view, "import os")), steps=4)
    assert view.locator(".mg-sort-dragged").count() == 1
    page.keyboard.press("Escape")
    assert view.locator(".mg-sort-dragged").count() == 0
    page.mouse.up()
    assert place(view)[1] == SEED
    drag(page, centre(main(view, SEED)), (2, 2))  # let go beside both lists
    assert place(view)[1] == SEED and view.locator(".mg-sort-above").count() == 0


def test_what_is_dragged_stays_under_the_mouse_in_large_type(open_widget):
    page, view = open_widget("OrderBlocks", order=["import", "read", "letters"])
    large = (
        "(main) => { main.style.transform = 'scale(1.5)'; main.style.transformOrigin = '50% 0'; }"
    )
    page.locator("main").evaluate(large)
    held = main(view, SEED)
    x, y = centre(held)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y - 90, steps=4)
    assert centre(held) == pytest.approx((x + 30, y - 90), abs=2)
    page.mouse.up()


def test_a_finger_drags_by_the_letter_and_scrolls_elsewhere(open_widget):
    page, view = open_widget(
        "OrderBlocks", order=["import", "read"], width=390, context_has_touch=True
    )
    page.set_viewport_size({"width": 390, "height": 1100})
    swipe(page, centre(block(view, SEED).locator(".mg-sort-grip")), centre(main(view, "import os")))
    assert SEED in place(view)
    main(view, SHUFFLE).tap()
    assert place(view)[-1] == SHUFFLE
    block(view, SHUFFLE).get_by_role("button", name="up:").tap()
    assert place(view)[-2] == SHUFFLE
    before = place(view)
    page.set_viewport_size({"width": 390, "height": 500})
    page.evaluate("scrollTo(0, 0)")
    x, y = centre(main(view, "BOS = len"))
    swipe(page, (x, y), (x, y - 150))
    assert place(view) == before and page.evaluate("scrollY") > 50


def test_a_drag_to_the_edge_scrolls_the_page(open_widget):
    page, view = open_widget("OrderBlocks", order=["import"])
    page.set_viewport_size({"width": 1280, "height": 420})
    page.evaluate("scrollTo(0, 0)")
    x, y = centre(main(view, "BOS = 0"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, 410, steps=4)
    below = "document.querySelector('.mg-body').getBoundingClientRect().bottom - innerHeight"
    page.wait_for_function(f"{below} <= 0")
    assert page.evaluate(below) > -30, "it scrolls no further"
    page.mouse.move(*centre(main(view, "import os")), steps=4)
    page.mouse.up()
    assert "BOS = 0" in place(view)


@pytest.mark.parametrize(
    "order, sign", [(RIGHT, "✓ This order works. 540"), (LATE, "→ Python runs")]
)
def test_the_lines_go_into_the_exercise(order, sign, open_widget):
    page, view = open_widget("OrderBlocks", order=order)
    put = view.get_by_role("button", name="Put these lines into the exercise below")
    assert check(view).startswith(sign)
    assert not put.is_visible() and view.get_by_role("button", name="Copy").is_visible()
    page.evaluate(FIELD)
    assert check(view).startswith(sign)
    put.click()
    field = page.locator("textarea")
    lines = field.input_value().split("\n")
    assert lines[:4] == ["begin(1, globals())", "import os", "import random", ""]
    assert page.evaluate("heard") == field.input_value() and "# the lines" not in lines
    page.keyboard.press("Control+z")
    assert "# the lines" in field.input_value()
    field.fill("begin(1, globals())\nmine = 1")
    put.click()
    assert "mine" in field.input_value() and view.get_by_text("Replace them?").is_visible()
    view.get_by_role("button", name="Keep").click()
    assert "mine" in field.input_value()
    put.click()
    view.get_by_role("button", name="Replace").click()
    assert "mine" not in field.input_value() and "random.seed(42)" in field.input_value()


def test_it_copies(open_widget):
    page, view = open_widget("OrderBlocks", order=RIGHT, own_tab=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    check(view)
    view.get_by_role("button", name="Copy").click()
    page.wait_for_function(
        "document.querySelector('.mg [role=status]').textContent.includes('clip')"
    )
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "import os\nimport random\n\n"
    )


def test_it_fits_a_phone_and_two_do_not_disturb_each_other(open_widget):
    page, view = open_widget("OrderBlocks", copies=2, order=RIGHT, width=390)
    check(view)
    assert_fits(page, 390)
    low = "els => els.map(e => e.getBoundingClientRect()).filter(b => b.width && (b.width < 43 || b.height < 43))"
    parts = ".mg-sort-code, .mg-sort-grip, .mg-sort-tools button"
    assert view.locator(parts).evaluate_all(low) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert_fits(page)
    other = page.locator(".mg-view").nth(1)
    main(view, SEED).click()
    block(view, SEED).get_by_role("button", name="out:").click()
    assert len(place(view)) == 8 and len(place(other)) == 9


def test_on_paper_and_without_scripts_the_lines_have_letters(open_widget):
    page, view = open_widget("OrderBlocks")
    paper = page.locator(".mg-sort-paper")
    assert not paper.is_visible()
    page.emulate_media(media="print")
    assert paper.is_visible() and not view.is_visible()
    page, view = open_widget("OrderBlocks", context_java_script_enabled=False)
    assert page.locator(".mg-sort-paper li").count() == 11
    assert page.locator(".mg-sort-paper").is_visible()
    assert "11 lines to order" in view.inner_text()
