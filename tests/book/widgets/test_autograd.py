"""The widgets of the autograd engine, in a browser: keys, pointer, wrong orders, typed expressions, narrow pages."""

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt import Value
from microgpt.graph import MOST, value_graph


def node(view, name):
    """The box whose spoken name begins so."""
    return view.locator(f".mg-graph-node[aria-label^='{name}']")


def says(box):
    return box.get_attribute("aria-label")


def step(view, times=1):
    for _ in range(times):
        view.get_by_role("button", name="Step", exact=True).press("Enter")


def table(view):
    """The rows of the comparison: what stands in each cell."""
    rows = view.locator(".mg-auto-compared tbody tr").all()
    return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows]


# ---- the stepper ----


def test_each_part_is_seen_before_it_is_added(open_widget):
    page, view = open_widget("BackpropStepper", graph="shared", copies=2)
    assert says(node(view, "a:")) == "a: value 2, gradient not yet"
    assert says(node(view, "c =")).endswith("value not yet, gradient not yet")
    step(view, 3)
    assert says(node(view, "c =")) == "c = a × b + a: value 8, gradient 1"
    step(view)
    assert says(node(view, "a:")).endswith("gradient 1")
    assert says(node(view, "b:")).endswith("gradient not yet")
    assert view.locator(".mg-order [aria-current=step]").inner_text() == "c = a × b + a"
    step(view)
    assert says(node(view, "a:")).endswith("gradient 1 + 3")
    assert "a gets 1 × 3 = 3, beside the 1 it has: 4 in all." in view.inner_text()
    step(view)
    assert says(node(view, "a:")).endswith("gradient 4")
    assert table(view) == [["a.grad", "4", "4"], ["b.grad", "2", "2"]]
    assert "step 6 of 6" in view.inner_text()
    view.get_by_role("button", name="Back").click()
    assert says(node(view, "a:")).endswith("gradient 1 + 3")
    assert "step 0 of 6" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "step 0 of 6" in view.inner_text()


def test_wrong_orders_run_on_the_diamond(open_widget):
    _, view = open_widget("BackpropStepper", graph="diamond", step=99)
    assert table(view) == [["a.grad", "78", "78"]]
    for order, number, why in (
        ("as they are met", "36", "b had its turn before d told it its part: 14 went no further."),
        ("each calls the next", "114", "b had 2 turns"),
    ):
        view.get_by_label(order).check()
        assert "Backward begins there" in view.inner_text(), "it starts at the result"
        for _ in range(9):
            step(view)
        assert table(view) == [["a.grad", f"{number} wrong", "78", "78"]]
        assert why in view.inner_text()
        assert "which is wrong" in says(node(view, "a:"))
    view.get_by_label("a neuron").check()
    assert not view.get_by_label("as they are met").is_visible()


def test_the_keyboard_walks_in_topological_order_and_nudges(open_widget):
    page, view = open_widget("BackpropStepper", graph="diamond", step=99)
    boxes = view.locator(".mg-graph-node")
    assert view.locator(".mg-graph-node[tabindex='0']").count() == 1
    boxes.first.focus()
    walked = []
    for _ in range(5):
        walked.append(page.evaluate("document.activeElement.getAttribute('aria-label')")[0])
        page.keyboard.press("ArrowRight")
    assert walked == ["a", "b", "c", "d", "y"]
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert boxes.nth(1).get_attribute("aria-pressed") == "true"
    assert "b is 6; its gradient: 26." in view.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Finite difference: 26. So many times as far moves y" in view.inner_text()
    boxes.first.focus()
    page.keyboard.press(" ")
    assert "a is 2; its gradient: 78." in view.inner_text()
    assert "Finite difference" not in view.locator(".mg-auto-panel").inner_text()


def test_the_program_has_more_nodes(open_widget):
    _, view = open_widget("BackpropStepper", graph="loss")
    assert view.locator(".mg-graph-node").count() == 13
    view.get_by_label("as the program does it").check()
    assert view.locator(".mg-graph-node").count() == 14
    view.get_by_label("a + b").check()
    assert not view.get_by_label("as the program does it").is_visible()


def test_without_motion_play_is_at_the_end_at_once(open_widget):
    _, view = open_widget("BackpropStepper", graph="neuron", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").click()
    assert "step 12 of 12" in view.inner_text()
    assert [row[1] for row in table(view)] == ["2", "1", "3", "−0.5", "1"]
    assert [row[1] for row in table(view)] == [row[2] for row in table(view)]


@pytest.mark.parametrize("graph", ["add", "diamond", "neuron", "loss"])
def test_narrow(open_widget, graph):
    page, view = open_widget("BackpropStepper", width=320, graph=graph, step=99)
    assert_whole(view)
    assert_fits(page)


def test_upright_on_a_phone_and_flat_where_there_is_room(open_widget):
    page, view = open_widget("BackpropStepper", graph="shared", width=390)
    box = "(picture) => [picture.clientWidth, picture.clientHeight]"
    width, height = view.locator(".mg-graph").evaluate(box)
    assert height > width
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_function(
        "() => { const p = document.querySelector('.mg-graph'); return p.clientWidth > p.clientHeight; }"
    )


COUNT_CHANGES = """(view) => {
    window.changes = 0;
    new MutationObserver((all) => { window.changes += all.length; }).observe(view.querySelector(".mg-graph"), {
        subtree: true, childList: true, attributes: true, characterData: true,
    });
}"""


def test_a_step_changes_little_of_a_large_picture(open_widget):
    """What takes time in a step is what it changes on the page: a few parts, however large the graph."""
    _, view = open_widget("ExpressionSandbox", expression="-" * (MOST - 2) + "a", step=70)
    assert view.locator(".mg-graph-node").count() == MOST - 1
    view.evaluate(COUNT_CHANGES)
    step(view)
    changes = view.evaluate("() => window.changes")
    assert 0 < changes < 40, changes


# ---- the sandbox ----


def test_any_expression(open_widget):
    page, view = open_widget("ExpressionSandbox")
    field = view.get_by_label("Your expression")
    field.fill("relu(a*b - 4)**2")
    assert "relu" in view.locator(".mg-graph").text_content()
    step(view, 10)
    assert table(view) == [["a.grad", "12", "12"], ["b.grad", "8", "8"]]
    field.fill("relu(a*b - 4)**")
    assert "Something is missing after **. The last graph stays." in view.inner_text()
    assert field.input_value() == "relu(a*b - 4)**"
    assert table(view)[0][1] == "12"
    field.fill("<b>x</b>")
    assert view.locator("b:text-is('x')").count() == 0
    field.fill("log(a)")
    view.get_by_label("a", exact=True).press("Home")
    assert "no result: only positive numbers have a logarithm." in view.inner_text()
    assert_whole(view)
    view.get_by_label("a, as a number").fill("1")
    step(view, 4)
    assert table(view) == [["a.grad", "1", "1"]]
    view.get_by_role("button", name="Reset").click()
    assert field.input_value() == "a*b + a"
    assert "step 0 of 6" in view.inner_text()


def test_sandbox_extremes(open_widget):
    page, view = open_widget("ExpressionSandbox", width=320, expression="-" * 58 + "a")
    assert view.locator(".mg-graph-node").count() == MOST - 1
    assert_whole(view)
    assert_fits(page)
    view.get_by_label("Your expression").fill("exp(exp(exp(a*9)))*a**0.5/b")
    view.get_by_label("a", exact=True).press("Home")
    assert_whole(view)
    view.get_by_label("a", exact=True).press("End")
    assert "too large" in view.inner_text()


# ---- the order ----


def test_the_reader_picks_an_order(open_widget):
    page, view = open_widget("TopologicalOrder")
    for name in ("y", "c", "b", "d"):
        node(view, f"{name} =").click()
    assert "This order is wrong." in view.inner_text()
    assert "b had its turn before d told it its part: 14 went no further." in view.inner_text()
    assert table(view) == [["a.grad", "36 wrong", "78", "78"]]
    for _ in range(2):
        view.get_by_role("button", name="Undo").press("Enter")
    node(view, "d =").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("d =")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert "This order is right" in view.inner_text()
    assert table(view) == [["a.grad", "78", "78", "78"]]
    node(view, "a:").click()
    assert "a is given: it has nobody to pass anything on to." in view.inner_text()
    view.get_by_label("a tower").check()
    assert view.locator(".mg-order li").count() == 0
    view.get_by_role("button", name="Reset").click()
    assert view.locator(".mg-graph-node").count() == 5
    assert "Which value passes its gradient on first?" in view.inner_text()


def test_a_finger_picks_too(open_widget):
    _, view = open_widget("TopologicalOrder", width=390, context_has_touch=True)
    for name in ("y", "d", "c", "b"):
        node(view, f"{name} =").tap()
    assert "This order is right" in view.inner_text()


def test_order_narrow(open_widget):
    order = ["y", "f", "d", "c", "b"]
    page, view = open_widget("TopologicalOrder", width=320, graph="tower", order=order)
    assert_whole(view)
    assert_fits(page)


# ---- a graph from Python ----


def test_a_graph_built_in_python(open_widget):
    a, b = Value(2.0), Value(3.0)
    c = (a - b) * a
    graph = value_graph(c, **{"<i>a</i>": a, "b": b})
    page, view = open_widget("ValueGraph", graph=graph)
    assert view.locator(".mg-graph-node").count() == 4
    assert "No backward() has run yet." in view.inner_text()
    assert "<i>a</i>" in says(view.locator(".mg-graph-node").first)
    view.get_by_label("as the program does it").check()
    assert view.locator(".mg-graph-node").count() == 5
    view.locator("summary").press("Enter")
    rows = view.locator(".mg-graph-table tbody tr")
    assert rows.count() == 5
    assert rows.last.locator("td").all_inner_texts()[1] == "−2"
    node(view, "b:").click()
    view.get_by_role("button", name="Nudge b").click()
    assert "its gradient: not yet. Finite difference: −2." in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert view.locator(".mg-graph-node").count() == 4


def test_a_part_of_a_large_graph(open_widget):
    x = Value(1.0)
    for _ in range(100):
        x = x * 1.01
    page, view = open_widget("ValueGraph", graph=value_graph(x, around=x), width=320)
    assert view.locator(".mg-graph-node").count() == MOST
    assert "+ 1 more" in view.locator(".mg-graph").text_content()
    view.locator(".mg-graph-node").first.click()
    assert "In a part of a graph nothing can be nudged." in view.inner_text()
    assert_whole(view)
    assert_fits(page)


# ---- the stages ----


def test_value_grows_stage_by_stage(open_widget):
    page, view = open_widget("ValueStages", width=320)
    for stage, boxes, text in (
        (1, 2, "It cannot calculate"),
        (2, 3, "The product on the way is gone."),
        (3, 4, "the graph is there"),
        (4, 4, "a gets 1 + 3 = 4"),
    ):
        view.locator(".mg-auto-stage").nth(stage - 1).press("Enter")
        assert view.locator(".mg-graph-node").count() == boxes
        assert text in view.inner_text()
        assert_fits(page)
    assert says(node(view, "a:")) == "a: value 2, gradient 4"
    assert view.locator(".mg-auto-fresh", has_text="def backward(self):").count() == 1
    view.get_by_role("button", name="Reset").click()
    assert view.locator(".mg-graph-node").count() == 2
