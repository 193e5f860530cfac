"""Softmax, the query that is dragged and the words of a sentence, in a browser."""

from fit import assert_fits
from hands import centre, drag, swipe
from whole import assert_whole

from microgpt.widgets import DragQuery, Softmax, WordAttention
from microgpt.widgets.attention.sentence import SENTENCE
from microgpt.widgets.rounding import add_to_one

# ---- softmax ----


def probabilities(view):
    return view.locator(".mg-soft-share b").all_inner_texts()


def exps(view):
    return view.locator(".mg-soft-exp > :last-child b").all_inner_texts()


def test_the_worked_case_stands_there(open_widget):
    _, view = open_widget("Softmax")
    assert exps(view) == ["7.39", "2.72", "1.11"]
    assert probabilities(view) == ["0.66", "0.24", "0.10"] == add_to_one(Softmax().probabilities())
    assert "sum = 7.39 + 2.72 + 1.11 = 11.2" in view.inner_text()
    assert "0.66 + 0.24 + 0.10 = 1" in view.inner_text()
    bars = [bar.bounding_box()["width"] for bar in view.locator(".mg-soft-bar").all()]
    assert bars == sorted(bars, reverse=True) and bars[2] > 0


def test_adding_to_all_moves_the_exps_and_not_the_probabilities(open_widget):
    page, view = open_widget("Softmax", copies=2)
    before = probabilities(view)
    view.get_by_label("add to all", exact=True).focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert view.get_by_label("add to all, as a number").input_value() == "1"
    assert exps(view) == ["20.1", "7.39", "3"] and probabilities(view) == before
    assert "2.72 times what it was" in view.inner_text()
    assert exps(page.locator(".mg-view").nth(1)) == ["7.39", "2.72", "1.11"]
    view.get_by_role("button", name="Reset").click()
    assert exps(view) == ["7.39", "2.72", "1.11"]


def test_exp_overflows_until_the_largest_is_subtracted(open_widget):
    page, view = open_widget("Softmax", width=320)
    before = probabilities(view)
    view.get_by_role("button", name="add 800 to all").click()
    assert exps(view) == ["too large"] * 3 and probabilities(view) == []
    assert "math.exp(802) stops with an OverflowError" in view.inner_text()
    assert "no probabilities" in view.get_by_role("status").inner_text()
    assert_whole(view, "800")
    assert_fits(page)
    view.get_by_label("subtract the largest first").check()
    assert exps(view) == ["1", "0.368", "0.15"] and probabilities(view) == before
    assert_fits(page)
    view.get_by_label("subtract the largest first").uncheck()
    view.get_by_label("add to all, as a number").fill("-800")
    assert "ZeroDivisionError" in view.inner_text() and probabilities(view) == []
    assert_whole(view, "-800")


def test_a_logit_beyond_the_slider_is_typed(open_widget):
    _, view = open_widget("Softmax", logits=[1, 2], labels=["a", "b"])
    field = view.get_by_label("logit of b, as a number")
    field.fill("700")
    slider = view.get_by_label("logit of b", exact=True)
    assert slider.input_value() == "5" and slider.get_attribute("aria-valuetext") == "700"
    assert probabilities(view) == ["0.00", "1.00"]
    slider.press("Home")
    assert field.input_value() == "-5" and slider.get_attribute("aria-valuetext") is None
    assert probabilities(view) == add_to_one(Softmax(logits=[1, -5]).probabilities())


def test_a_logit_is_dragged(open_widget):
    page, view = open_widget("Softmax")
    slider = view.get_by_label("logit of 3", exact=True)
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    drag(page, (box["x"] + 0.51 * box["width"], y), (box["x"] + box["width"] + 20, y))
    assert view.get_by_label("logit of 3, as a number").input_value() == "5"
    assert probabilities(view) == add_to_one(Softmax(logits=[2, 1, 5]).probabilities())


def test_eight_logits_fit_a_small_screen(open_widget):
    page, view = open_widget(
        "Softmax", logits=[-5, 0, 1, 2, 3, 4, 5, -1000], labels=["longest word"] * 8, width=320
    )
    assert_fits(page)
    view.get_by_label("subtract the largest first").check()
    view.get_by_label("add to all, as a number").fill("-999.25")
    assert_fits(page)
    assert_whole(view)


# ---- the query that is dragged ----


def weights(view):
    return view.locator(".mg-lookup-row:not(:last-child) .mg-lookup-weight b").all_inner_texts()


def total(view):
    """What stands in the last row: the exps, the weights, the products, added up."""
    cells = view.locator(".mg-lookup-row:last-child > *").all_inner_texts()
    return [cells[3], cells[4].strip(), cells[6]]


def assert_answers(view, **traits):
    widget = DragQuery(**traits)
    assert weights(view) == add_to_one(widget.weights())
    out = view.locator(".mg-drag-out b").inner_text().replace("\u2212", "-")
    assert [float(x) for x in out.strip("[]").split(", ")] == [round(x, 2) for x in widget.answer()]


def test_the_query_is_moved_with_keys_only(open_widget):
    page, view = open_widget("DragQuery", copies=2)
    assert_answers(view)
    assert total(view) == ["10.9", "1", view.locator(".mg-drag-out b").inner_text()]
    tip = view.get_by_role("slider", name="tip of q")
    tip.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    assert_answers(view, q=[1.5, 1.25])
    assert view.get_by_label("q 1", exact=True).input_value() == "1.5"
    view.get_by_label("q 2, as a number").fill("-3")
    assert_answers(view, q=[1.5, -3])
    assert "Nearly the value of a alone." in view.inner_text()
    assert_answers(page.locator(".mg-view").nth(1))
    view.get_by_role("button", name="Reset").click()
    assert_answers(view)


def test_a_longer_query_is_sharper(open_widget):
    _, view = open_widget("DragQuery", q=[0.25, -0.75])
    sharpest = []
    for _ in range(3):
        sharpest.append(max(map(float, weights(view))))
        view.get_by_role("button", name="double the length").click()
    assert sharpest == sorted(set(sharpest))
    assert_answers(view, q=[1, -3])  # the end of the plane
    for _ in range(40):
        view.get_by_role("button", name="half as long").click()
    assert weights(view) == ["0.25"] * 4 and "The query is zero" in view.inner_text()
    view.get_by_role("button", name="double the length").click()
    assert_whole(view)


def test_a_dict_looks_up_exactly(open_widget):
    page, view = open_widget("DragQuery", width=390)
    view.get_by_label("exactly").check()
    assert "KeyError: (1, 1)" in view.inner_text() and weights(view) == ["\u2013"] * 4
    assert total(view) == ["", "\u2013", "\u2013"]
    assert view.locator(".mg-drag-out b").inner_text() == "none"
    view.get_by_label("q 1, as a number").fill("2")
    assert_answers(view, q=[2, 1], look="exactly")
    assert "The query equals the key of e." in view.inner_text()
    # on the tip of a key the query can still be taken
    start = centre(view.get_by_role("slider", name="tip of q").locator(".mg-knob"))
    drag(page, start, (start[0] - 60, start[1]))
    assert "KeyError" in view.inner_text()
    assert_whole(view)


def test_a_finger_drags_the_query(open_widget):
    page, view = open_widget("DragQuery", width=390, context_has_touch=True, context_is_mobile=True)
    page.set_viewport_size({"width": 390, "height": 500})
    x, y = centre(view.get_by_role("slider", name="tip of q").locator(".mg-knob"))
    before = page.evaluate("scrollY")
    field = view.get_by_label("q 2, as a number")
    swipe(page, (x, y), (x, y + 60))
    page.wait_for_function("(field) => field.value !== '1'", arg=field.element_handle())
    assert page.evaluate("scrollY") == before
    assert float(field.input_value()) < 0


def test_the_lookup_fits_a_small_screen(open_widget):
    page, view = open_widget("DragQuery", width=320, q=[3, -3])
    assert_fits(page)
    box = view.locator(".mg-lookup").bounding_box()
    for cell in view.locator(".mg-lookup-row > *").all():
        inside = cell.bounding_box()
        assert inside["x"] + inside["width"] <= box["x"] + box["width"] + 1
        assert cell.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1"), cell.inner_text()


# ---- the words of a sentence ----


def numbers(view):
    return view.locator(".mg-word-number").all_inner_texts()


def as_shown(**traits):
    there = [f"{weight:.2f}" for weight in WordAttention(**traits).weights()]
    return there + ["not there yet"] * (len(SENTENCE["words"]) + 1 - len(there))


def test_words_are_walked_with_keys(open_widget):
    page, view = open_widget("WordAttention", copies=2)
    assert "Illustrative. These weights were written by hand." in view.inner_text()
    assert numbers(view) == as_shown(word=6)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert view.locator("[aria-pressed=true]").inner_text().startswith("it")
    page.keyboard.press("End")
    assert numbers(view) == as_shown(word=8)
    page.keyboard.press("Home")
    assert numbers(view) == as_shown(word=0)
    assert numbers(page.locator(".mg-view").nth(1)) == as_shown(word=6)
    view.get_by_role("button", name="Reset").click()
    assert numbers(view) == as_shown(word=6)


def test_the_last_word_flips_its_own_row_alone(open_widget):
    page, view = open_widget("WordAttention", width=320)
    view.get_by_label("flat").check()
    assert numbers(view) == as_shown(word=6, ending="flat") == as_shown(word=6)
    view.get_by_role("button", name="flat").click()
    assert numbers(view) == as_shown(word=8, ending="flat")
    assert "most from \u201cball\u201d" in view.inner_text()
    view.get_by_label("tired").check()
    assert "most from \u201cpuppy\u201d" in view.inner_text()
    assert_fits(page)
    assert_whole(view)


# ---- other numbers than at first, set from Python ----

SHOW_THEN_CHANGE = """(el, [module, state, changes]) => {
    const hears = [];
    const model = {
        get: (name) => state[name],
        set: (name, value) => { state[name] = value; },
        on: (_, hear) => hears.push(hear),
        off: () => {},
        save_changes: () => {},
    };
    microgpt.need(module).default.render({ model, el });
    Object.assign(state, changes);
    hears.forEach((hear) => hear());
}"""


def show_then_change(view, first, then):
    names = first.public_traits()
    changes = {name: getattr(then, name) for name in names}
    view.evaluate(SHOW_THEN_CHANGE, [first.module, first.public_state(), changes])


def test_more_logits_get_more_rows(open_widget):
    _, view = open_widget("Softmax")
    then = Softmax(logits=[1, 2, 3, 4], labels=["a", "b", "c", "d"])
    show_then_change(view, Softmax(), then)
    assert probabilities(view) == add_to_one(then.probabilities())
    assert view.locator(".mg-soft-name").all_inner_texts() == then.labels
    assert_whole(view)


def test_other_keys_get_other_pictures(open_widget):
    _, view = open_widget("DragQuery")
    traits = {"k": [[1, 0], [0, 1]], "v": [[3, 0], [0, 3]], "labels": ["x", "y"]}
    show_then_change(view, DragQuery(), DragQuery(**traits))
    assert_answers(view, **traits)
    assert view.locator(".mg-lookup-name").all_inner_texts() == ["x", "y"]
    assert view.locator(".mg-arrow-fixed").count() == 2
    assert_whole(view)
