"""The toy model by hand, in a browser: step by step, weights typed, one moment in three views."""

import re

import pytest
from fit import assert_fits

from microgpt.widgets import ToyByHand

LAST = 43


def title(view):
    return view.locator(".mg-hand-now .mg-hand-title").inner_text()


def loss(view):
    return view.locator(".mg-hand-loss").inner_text()


def selected(view):
    return view.locator(".mg-block[aria-pressed='true']").get_attribute("data-block")


def field(view, name, row, column):
    return view.get_by_role("spinbutton", name=f"{name}, row {row}, column {column}", exact=True)


def numbers(view):
    """What stands in the table of the gradient."""
    table = view.get_by_role("group", name=re.compile("the gradient$"))
    return [
        float(text.replace("−", "-")) for text in table.locator(".mg-hand-cell").all_inner_texts()
    ]


def test_it_begins_with_a_step_to_take_and_walks_to_the_new_loss_with_the_keyboard(open_widget):
    page, view = open_widget("ToyByHand")
    assert title(view) == "Forward: t, the row of the token" and selected(view) == "token"
    assert "Begin here." in view.locator(".mg-hand-words").inner_text()
    assert loss(view) == "loss before the step: not yet, after it: not yet"
    step = view.get_by_role("button", name="Step", exact=True)
    step.focus()
    seen = [title(view)]
    for _ in range(LAST):
        page.keyboard.press("Enter")
        seen.append(title(view))
        assert not re.search("NaN|undefined|∞", view.inner_text())
    assert len(set(seen)) == LAST + 1 and seen[-1] == "After it: the loss again"
    said = ToyByHand().numbers()
    assert loss(view) == f"loss before the step: {said['loss']:.4f}, after it: {said['after']:.4f}"
    assert step.get_attribute("aria-disabled") == "true"
    assert page.evaluate("document.activeElement.textContent") == "Step"
    view.get_by_role("button", name="Reset").click()
    assert title(view) == seen[0]


def test_gradients_that_are_not_reached_say_so(open_widget):
    page, view = open_widget("ToyByHand", step=13)
    assert selected(view) == "mlp_norm"
    assert "No matrix takes part here." in view.inner_text()
    view.locator(".mg-block[data-block='fc1']").click()
    assert title(view) == "Forward: h, the units"
    gradient = view.get_by_role("group", name=re.compile("the gradient$"))
    assert gradient.inner_text().split("\n")[-1] == "not yet"
    view.get_by_label("backward").check()
    assert title(view) == "Backward: h, the units"
    expected = ToyByHand().numbers()["gradients"]["layer0.mlp_fc1"]
    assert numbers(view) == pytest.approx([x for row in expected for x in row], abs=5.1e-5)
    blocks = {one: view.locator(f".mg-block[data-block='{one}']") for one in ("q", "relu")}
    assert "not yet" in blocks["q"].inner_text() and "not yet" not in blocks["relu"].inner_text()
    assert "−0.05" in blocks["relu"].inner_text()  # a gradient, no number of the way forward


def test_selecting_a_block_with_keys_moves_all_three_views(open_widget):
    page, view = open_widget("ToyByHand", step=16)
    view.locator(".mg-block[data-block='fc2']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert selected(view) == "mlp_add" and title(view) == "Forward: z, y plus MLP"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert view.locator(".mg-hand-name").inner_text() == "lm_head"
    marked = view.locator(".mg-hand-sums .mg-hand-used").inner_text()
    row = view.get_by_role("group", name=re.compile("the weights$")).locator(
        ".mg-hand-row.mg-hand-used"
    )
    assert marked.startswith("logit BOS =") and row.inner_text() == "BOS"


def test_a_weight_is_typed_and_everything_follows(open_widget):
    page, view = open_widget("ToyByHand", copies=2, step=LAST, matrix="layer0.attn_wq")
    before = loss(view)
    one = field(view, "wq", 0, 1)
    one.fill("−1,5")
    rows = [[0.5, -1.5], [0.1, 0.4]]
    said = ToyByHand(weights={"layer0.attn_wq": rows}).numbers()
    after = f"loss before the step: {said['loss']:.4f}, after it: {said['after']:.4f}"
    assert loss(view) == after != before
    assert "The gradient of wq[0][1]" in view.inner_text()
    assert loss(page.locator(".mg-view").nth(1)) == before
    one.fill("7")
    assert "wq, row 0, column 1: " in view.inner_text()
    assert one.get_attribute("aria-invalid") == "true" and loss(view) == after
    view.get_by_role("button", name="Reset").click()
    assert loss(view) == before and one.input_value() == "0.2"


def test_the_parts_of_the_positions_add_up(open_widget):
    _, view = open_widget("ToyByHand", name="aba", step=41, position=1)
    assert title(view) == "Backward: t, the row of the token"
    lines = view.locator(".mg-hand-tables .mg-hand-sums p").all_inner_texts()
    assert [line.split(":")[0] for line in lines[:2]] == ["a₁", "+= a₃"]
    parts = [float(line.split()[-1].replace("−", "-")) for line in lines]
    assert parts[0] + parts[1] == pytest.approx(parts[2], abs=1.1e-4)


def test_names_and_positions_are_chosen(open_widget):
    page, view = open_widget("ToyByHand", step=20, context_has_touch=True, width=390)
    name = view.get_by_label("the name: letters a, b and c")
    chips = view.locator(".mg-tokens button")
    assert chips.all_inner_texts() == ["BOS → a", "a → b", "b → BOS"]
    for wrong in ("abx", "abca", "<b>"):
        name.fill(wrong)
        assert (
            "The toy model knows a, b and c" in view.inner_text()
            and "Shown: ab." in view.inner_text()
        )
        assert_fits(page, 390)
    name.fill("")
    assert chips.all_inner_texts() == ["BOS → BOS"] and "It is the loss." in view.inner_text()
    name.fill("ccc")
    chips.nth(3).tap()
    said = ToyByHand(name="ccc").numbers()
    assert f"loss before the step: {said['loss']:.4f}" in loss(view)
    view.get_by_role("button", name="Step", exact=True).tap()
    assert title(view) == "Backward: the loss"
    assert_fits(page, 390)


def test_adam_is_about_matrices_alone(open_widget):
    page, view = open_widget("ToyByHand", step=41)
    view.get_by_role("button", name="Step", exact=True).click()
    norm = view.locator(".mg-block[data-block='norm'] .mg-block-strip")
    assert not norm.is_visible()  # its numbers have gone, and so has their frame
    assert title(view) == "The step: lm_head" and selected(view) == "logits"
    assert "no weights" in view.locator(".mg-block[data-block='norm']").inner_text()
    view.locator(".mg-block[data-block='token']").click()
    assert title(view) == "The step: wte" and "0.2 − 0.0100 = 0.1900" in view.inner_text()
    field(view, "wte", "c", 0).focus()
    assert "weight: 0.1 stays" not in view.inner_text()  # Tab alone changes nothing
    page.keyboard.press("Enter")
    assert "weight: 0.1 stays" in view.inner_text()
    moved = view.get_by_role("group", name=re.compile("after the step$"))
    assert moved.locator(".mg-hand-cell").first.inner_text() == "0.1900"


def test_play_goes_to_the_end_at_once_where_less_motion_is_asked_for(open_widget):
    _, view = open_widget("ToyByHand", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play", exact=True).click()
    assert title(view) == "After it: the loss again"
    view.get_by_role("button", name="Play again").click()
    assert title(view) == "After it: the loss again"


@pytest.mark.one_in(3)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_stage_fits(open_widget, width):
    page, view = open_widget("ToyByHand", width=width, name="abc", matrix="layer0.mlp_fc2")
    assert_fits(page, width)
    step = view.get_by_role("button", name="Step", exact=True)
    for _ in range(LAST):
        step.click()
        assert_fits(page, width)
    fields = view.locator(".mg-hand-cell .mg-number:visible")
    boxes = [one.bounding_box() for one in fields.all()]
    assert boxes and min(min(box["width"], box["height"]) for box in boxes) >= 24
