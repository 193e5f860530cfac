"""The whole model block by block, and all its parameters, in a browser."""

import re

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt.widgets import ForwardPass, ParameterMatrices

LONG = "alexandriannaxy"
STATES = [
    {},
    {"name": "a", "position": 0, "block": "scores"},
    {"name": LONG, "position": 15, "block": "weights", "number": 63},
    {"name": LONG, "position": 15, "block": "probs"},
    {"until": "embedding", "block": "norm"},
    {"until": "attention", "block": "attn_add"},
]

# ---- block by block ----


def block(view, name):
    return view.locator(f".mg-block[data-block='{name}']")


def chosen(view):
    return view.locator(".mg-block[aria-pressed='true']").evaluate_all(
        "(all) => all.map((one) => one.dataset.block)"
    )


def test_blocks_are_chosen_with_keys_by_mouse_and_by_finger(open_widget):
    page, view = open_widget("ForwardPass", copies=2, context_has_touch=True)
    assert chosen(view) == ["token"]
    block(view, "token").focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    assert chosen(view) == ["token"]  # walking is not choosing
    page.keyboard.press("Enter")
    assert chosen(view) == ["q"] and "what m₂ looks for" in view.inner_text()
    page.keyboard.press("End")
    page.keyboard.press("Space")
    assert chosen(view) == ["probs"]
    block(view, "fc1").click()
    assert chosen(view) == ["fc1"]
    block(view, "k").tap()
    assert chosen(view) == ["k"]
    view.locator(".mg-tokens button").last.tap()
    assert "what a can be found by" in view.inner_text()
    assert chosen(page.locator(".mg-view").nth(1)) == ["token"]
    view.get_by_role("button", name="Reset").click()
    assert chosen(view) == ["token"]


def test_step_and_play_walk_to_the_last_block_that_is_there(open_widget):
    page, view = open_widget(
        "ForwardPass", until="attention", block="blend", context_reduced_motion="reduce"
    )
    view.get_by_role("button", name="Step").click()
    assert chosen(view) == ["wo"]
    view.get_by_role("button", name="Play").click()
    assert chosen(view) == ["attn_add"]
    assert view.get_by_role("button", name="Step").get_attribute("aria-disabled") == "true"
    block(view, "fc1").click(force=True)
    assert chosen(view) == ["attn_add"] and "chapter 08" in block(view, "fc1").inner_text()
    assert view.locator(".mg-barlist").is_hidden()
    view.get_by_role("button", name="Play again").click()
    assert chosen(view) == ["attn_add"]


def test_a_step_keeps_the_block_in_sight(open_widget):
    page, view = open_widget("ForwardPass", width=390)
    step = view.get_by_role("button", name="Step")
    for _ in range(19):
        step.click()
        box, panel = (
            view.locator(".mg-block[aria-pressed='true']").bounding_box(),
            view.locator(".mg-pass-panel").bounding_box(),
        )
        assert 0 <= box["y"] and box["y"] + box["height"] <= panel["y"] + 1, chosen(view)
    assert chosen(view) == ["probs"]
    block(view, "probs").focus()
    page.keyboard.press("Home")
    for _ in range(19):
        page.keyboard.press("ArrowDown")
        box = view.locator(".mg-block:focus").bounding_box()
        assert box["y"] + box["height"] <= panel["y"] + 1
    assert view.locator(".mg-block:focus").get_attribute("data-block") == "probs"


def test_one_number_is_worked_out(open_widget):
    page, view = open_widget("ForwardPass", name="emma", position=3, block="q")
    number = ForwardPass(name="emma", position=3).numbers()["q"][7]
    view.get_by_label("One of its numbers").select_option(index=7)
    says = view.locator(".mg-pass-sum").inner_text().replace("−", "-")
    assert says.startswith("number 7 = ") and float(says.split(" = ")[-1]) == round(number, 2)
    block(view, "relu").click()
    off = re.search(r"(\d+) of the 64 units are off", view.inner_text())[1]
    assert block(view, "relu").inner_text().endswith(f"{off} of 64 off")


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", STATES)
def test_the_drawing_fits_and_its_text_can_be_read(open_widget, state, width):
    page, view = open_widget("ForwardPass", width=width, **state)
    assert_fits(page, width)
    assert_whole(view, state)
    sizes = view.locator(".mg-blocks *").evaluate_all("""(all) => all
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .map((one) => parseFloat(getComputedStyle(one).fontSize))""")
    assert min(sizes) >= 11
    spills = view.locator(".mg-block, .mg-block-head, .mg-block-name, .mg-block-out").evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
    )
    assert not [text for text in spills if text]


def test_what_is_no_name_is_refused(open_widget):
    page, view = open_widget("ForwardPass", position=4, width=320)
    field = view.get_by_label("Type a name")
    for typed in ("Emma", "", LONG + "b", "<b>"):
        field.fill(typed)
        assert "The picture still shows emma." in view.locator(".mg-heard-note").inner_text()
    field.fill("al")
    assert view.locator(".mg-tokens button").count() == 3
    assert "The surest guesses after BOS a l" in view.inner_text()


def test_the_sign_of_a_cell_is_seen_where_the_system_chooses_the_colours(open_widget):
    page, view = open_widget("ForwardPass", context_forced_colors="active")
    filled = (
        block(view, "norm")
        .locator(".mg-block-cell")
        .evaluate_all(
            "(all) => all.map((one) => [one.dataset.tint.slice(0, 3), getComputedStyle(one).borderTopWidth])"
        )
    )
    tops = {sign: {width for each, width in filled if each == sign} for sign in ("pos", "neg")}
    assert tops["pos"] == {"0px"} and "0px" not in tops["neg"]


# ---- the parameters ----


def shares(view):
    return view.locator(".mg-letter").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('aria-label'))"
    )


def test_a_number_is_chosen_and_changed_and_put_back(open_widget):
    page, view = open_widget("ParameterMatrices", copies=2)
    before = shares(view)
    picture = view.get_by_role("slider", name="the numbers of wte")
    picture.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    assert view.get_by_label("Row").input_value() == "e"
    assert view.get_by_label("Column").input_value() == "1"
    field = view.get_by_role("spinbutton", name="value of the chosen number")
    field.fill("2,5")
    assert shares(view) != before and "Moved most after BOS e m" in view.inner_text()
    was = ParameterMatrices().model().state_dict["wte"][4][1].data
    assert f"wte, row e, column 1: {was:.3f} → 2.5" in view.inner_text()
    field.fill("much")
    assert "Write a number" in view.inner_text() and "→ 2.5" in view.inner_text()
    assert_whole(view)
    field.fill("11")
    page.keyboard.press("Enter")
    assert "Write a number from −10 to 10." in view.inner_text()
    page.keyboard.press("Tab")
    undo = view.get_by_role("button", name="Undo this change")
    undo.press("Enter")
    assert shares(view) == before and "No number is changed yet." in view.inner_text()
    assert undo.get_attribute("aria-disabled") == "true"
    assert undo.evaluate("(one) => one === document.activeElement")
    assert shares(page.locator(".mg-view").nth(1)) == before


def test_all_changes_are_undone_at_once_and_pythons_are_shown(open_widget):
    changes = [["wq", 0, 0, 3], ["fc2", 15, 63, -4], ["lm_head", 26, 0, 5]]
    page, view = open_widget("ParameterMatrices", matrix="fc2", row=15, column=63, changes=changes)
    _, after = ParameterMatrices(changes=changes).guesses()
    end = re.search(r"([\d.]+) %", shares(view)[26])[1]
    assert float(end) == pytest.approx(100 * after[26], abs=0.6)
    assert "It was" in view.inner_text()
    view.get_by_role("button", name="Undo all 3 changes").click()
    assert "No number is changed yet." in view.inner_text()


def test_a_cell_is_chosen_by_finger_and_stays_chosen(open_widget):
    page, view = open_widget("ParameterMatrices", matrix="wq", width=390, context_has_touch=True)
    view.locator(".mg-heat-cell").nth(5 * 16 + 9).tap()
    assert view.get_by_label("Row").input_value() == "5"
    view.get_by_label("Matrix").select_option("fc2: 16 × 64 = 1,024 numbers")
    view.get_by_label("Column").select_option("63")
    mark, box = (
        view.locator(".mg-heat-mark").bounding_box(),
        view.locator(".mg-matrix-box").bounding_box(),
    )
    assert box["x"] <= mark["x"] and mark["x"] + mark["width"] <= box["x"] + box["width"]
    assert "multiplied with unit 63, after ReLU" in view.inner_text()
    view.get_by_label("Type the beginning").focus()
    assert view.locator(".mg-heat-mark").is_visible()


def test_the_box_scrolls_no_further_where_a_page_is_shown_in_large_type(open_widget):
    page, view = open_widget("ParameterMatrices", matrix="fc2", width=390)
    column, box = view.get_by_label("Column"), view.locator(".mg-matrix-box")
    scrolled = []
    for scale in (1, 2):
        page.locator("main").evaluate(f"(main) => main.style.transform = 'scale({scale})'")
        column.select_option("0")
        assert box.evaluate("(one) => one.scrollLeft") < 20
        column.select_option("40")
        scrolled.append(box.evaluate("(one) => one.scrollLeft"))
    assert scrolled[0] > 100
    assert scrolled[1] == pytest.approx(scrolled[0], abs=2)


def test_a_letter_goes_to_the_beginning(open_widget):
    page, view = open_widget("ParameterMatrices")
    view.get_by_role("button", name="add m").click()
    assert view.get_by_label("Type the beginning").input_value() == "emm"
    view.get_by_role("button", name="add the end").click()
    assert view.get_by_label("Type the beginning").input_value() == "emm"
    view.get_by_label("Type the beginning").fill("E")
    assert "The picture still shows emm." in view.inner_text()


@pytest.mark.parametrize("matrix", ["wte", "wpe", "fc1", "fc2"])
def test_every_matrix_fits(open_widget, matrix):
    page, view = open_widget("ParameterMatrices", matrix=matrix, width=320, row=15, column=15)
    assert_fits(page)
    assert_whole(view, matrix)
