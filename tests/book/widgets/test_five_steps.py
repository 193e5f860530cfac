"""The five-step loop in a real browser."""

from microgpt.widgets import FiveStepLoop


def cells(view):
    """The numbers on view, row by row."""
    rows = view.locator(".mg-loop tr").all()[1:]
    return [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]


def number(x, sign=""):
    return f"{x:{sign}.2f}".replace("-", "−")


def test_loop_shows_what_python_computes(open_widget):
    page, view = open_widget("FiveStepLoop")
    step = view.get_by_role("button", name="Step", exact=True)
    for steps in range(1, 12):
        step.click()
        now = FiveStepLoop(steps=steps).rounds()[-1]
        station = (steps - 1) % 5 + 1
        expected = [[number(x) for x in now["numbers"]], None, None]
        expected += [[number(x, "+") for x in now["blame"]], [number(x) for x in now["next"]]]
        for i, row in enumerate(cells(view)):
            if i >= station:
                assert row == ["·"] * 4
            elif expected[i]:
                assert row == expected[i]
        if station >= 3:
            assert f"Loss {number(now['loss'])}." in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "Round 1. Nothing has happened yet" in view.inner_text()


def test_loop_plays_to_its_end_without_motion(open_widget):
    page, view = open_widget("FiveStepLoop", copies=2, context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").press("Enter")
    losses = FiveStepLoop(steps=100).losses()
    view.get_by_text("Round 20.").wait_for()
    assert f"Loss {number(losses[-1])}." in view.inner_text()
    assert "Round 1." in page.locator(".mg-view").nth(1).inner_text()


def test_loop_at_the_extremes(open_widget):
    for width in (1280, 320):
        page, view = open_widget("FiveStepLoop", width=width, steps=95, start=[5, 5, -5, 5])
        size = view.get_by_label("step size", exact=True)
        for key in ("Home", "End"):
            size.press(key)
            assert "NaN" not in view.inner_text() and "undefined" not in view.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
