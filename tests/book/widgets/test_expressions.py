"""The functions of the derivative explorer: presets, expressions of one's own, extremes."""

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt.widgets import DerivativeExplorer


@pytest.mark.parametrize(
    "name, x, says",
    [
        ("log x", "-1", "log(x) is not defined at x = −1: only positive numbers have a logarithm."),
        ("log x", "0", "log(x) is not defined at x = 0"),
        (
            "relu x",
            "0",
            "At the kink at x = 0, the slope is 0 from the left and 1 from the right; this course uses 0.",
        ),
        ("x³", "2", "The tangent's slope is 12"),
        ("sin x", "0", "The tangent's slope is 1:"),
        ("eˣ", "0", "The tangent's slope is 1:"),
    ],
)
def test_presets(open_widget, name, x, says):
    page, view = open_widget("DerivativeExplorer")
    view.get_by_role("radio", name=name).check()
    view.get_by_label("x, as a number").fill(x)
    assert says in view.inner_text()
    for slider in view.get_by_role("slider").all():
        for key in ("Home", "End"):
            slider.press(key)
            assert_whole(view)


def test_an_expression_of_ones_own(open_widget):
    page, view = open_widget("DerivativeExplorer", copies=2)
    view.get_by_role("radio", name="your own").check()
    field = view.get_by_role("textbox")
    assert field.input_value() == "x**2"
    field.fill("3*x**2 - 4*x + 5")
    assert "f′(x) = 6*x - 4" in view.inner_text() and field.get_attribute("aria-invalid") == "false"
    before = view.locator(".mg-slope-curve").first.get_attribute("d")
    for text, says, caret in (
        ("3*x^2", "Character 4: In Python, a power is written **", 3),
        ("2x", "Character 2: A sign is missing. To multiply, write 2*x.", 1),
        ("(x", "Character 1: This parenthesis is never closed.", 0),
        ("", "Character 1: Type an expression", 0),
        ("x" * 90, "At most 80 characters", None),
        ("<b>x</b>", "Character 1: “<” has no meaning here.", 0),
    ):
        field.fill(text)
        assert says in view.inner_text() and "The last curve stays." in view.inner_text()
        assert field.get_attribute("aria-invalid") == "true" and field.input_value() == text
        described = page.locator(f"#{field.get_attribute('aria-describedby')}")
        assert says in described.inner_text()
        if caret is not None:
            assert described.locator("pre").text_content().split("\n")[1] == " " * caret + "^"
        assert view.locator(".mg-slope-curve").first.get_attribute("d") == before
        assert_whole(view)
    view.get_by_label("x, as a number").fill(
        "2"
    )  # the last curve can still be explored, and the text stays
    assert "The tangent's slope is 8" in view.inner_text() and field.input_value() == "<b>x</b>"
    field.fill("1/x")
    assert "f′(x) = -1/x**2" in view.inner_text() and "last curve" not in view.inner_text()
    assert "f(x) = x**2" in page.locator(".mg-view").nth(1).inner_text()
    field.fill("1/")
    view.get_by_role("button", name="Reset").click()
    assert (
        view.get_by_role("radio", name="x²").is_checked()
        and not field.is_visible()
        and "f(x) = x**2" in view.inner_text()
    )


@pytest.mark.parametrize(
    "f",
    [
        "exp(exp(x))",
        "1/x",
        "x**x",
        "log(x - 9)",
        "1e300*x",
        "1000*x",
        "0*x",
        "exp(x**2)",
        "sqrt(x)",
        "1/(x - x)",
        "sin(x)*cos(x)*exp(x)*tanh(x)*sqrt(x)/(1 + x**2)",
    ],
)
def test_extreme_functions(open_widget, f):
    page, view = open_widget("DerivativeExplorer", f=f, width=320)
    for x in ("-4", "0", "4"):
        for h in ("0.0001", "2", ""):
            view.get_by_label("x, as a number").fill(x)
            view.get_by_label("h, as a number").fill(h)
            assert_whole(view)
    assert_fits(page)


def test_the_page_and_python_say_the_same(open_widget):
    """What the page says is what `summary` says."""
    for f, x, h in (("x**2", 1.5, 0.5), ("exp(x)", 1, 0.25), ("x**3 - 2*x", -1, 1)):
        page, view = open_widget("DerivativeExplorer", f=f, x=x, h=h)
        widget = DerivativeExplorer(f=f, x=x, h=h)
        shown = [
            float(text.replace("−", "-"))
            for text in view.locator(".mg-slope-facts b").all_inner_texts()
        ]
        secant = float(repr(widget).rsplit(" ", 1)[1].rstrip("."))
        assert shown[1] == pytest.approx(widget.slope(), abs=1e-4) and shown[2] == pytest.approx(
            secant, abs=1e-4
        )
