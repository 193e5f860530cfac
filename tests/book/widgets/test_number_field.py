"""The field in which a number is typed, in a browser: read as people write, and nothing typed is lost."""

import re

import pytest

ASK = "Write a number, such as 1.5 or -2."
LIMITS = "Write a number from −3 to 3."


def gate(open_widget, **options):
    page, view = open_widget("ReluGate", z=1, **options)
    return page, view, view.get_by_label("z, as a number")


def now(field):
    return field.get_attribute("aria-valuenow")


def sentence(view):
    return " ".join(view.locator(".mg-number-note").all_text_contents()).strip()


@pytest.mark.parametrize(
    "typed, value",
    [
        ("\u22121.5", "-1.5"),
        ("\u20132", "-2"),
        ("0,8", "0.8"),
        ("1/2", "0.5"),
        ("5e\u22121", "0.5"),
    ],
)
def test_what_people_write_is_read_at_once(open_widget, typed, value):
    page, view, field = gate(open_widget)
    field.fill(typed)
    assert field.input_value() == typed and now(field) == value and sentence(view) == ""
    assert view.get_by_label("z", exact=True).input_value() == value  # the slider goes with it
    field.blur()
    assert field.input_value() == value
    assert field.get_attribute("aria-valuetext") == value.replace("-", "−")


def test_what_cannot_be_read_stays_with_a_sentence(open_widget):
    page, view, field = gate(open_widget)
    for typed, says in [("abc", ASK), ("1,000", "Write 1000 or 1.000."), ("99", LIMITS)]:
        field.fill("2")
        field.fill(typed)
        assert field.get_attribute("aria-invalid") == "true" and now(field) == "2"
        assert sentence(view) == says
        field.blur()
        assert field.input_value() == typed and sentence(view) == says
        described = field.get_attribute("aria-describedby")
        assert view.locator(f"#{described}[aria-live=polite]").text_content() == says
    field.fill("3")
    assert sentence(view) == "" and field.get_attribute("aria-invalid") is None


def test_the_slider_and_reset_put_the_number_back(open_widget):
    page, view, field = gate(open_widget)
    field.fill("abc")
    view.get_by_label("z", exact=True).press("ArrowRight")
    assert field.input_value() == now(field) != "1" and sentence(view) == ""
    view.get_by_role("button", name="Reset").click()
    field.fill("abc")  # the number itself is as it was
    view.get_by_role("button", name="Reset").click()
    assert field.input_value() == "1" and sentence(view) == ""


def test_a_number_that_is_only_begun_gets_no_sentence_at_once(open_widget):
    page, view, field = gate(open_widget, own_tab=True)
    page.clock.install()
    field.fill("")
    for key in "\u22121.5":
        page.keyboard.type(key)
        assert sentence(view) == ""
    assert now(field) == "-1.5"
    field.fill("-")
    assert sentence(view) == ""
    page.clock.run_for(2000)
    assert sentence(view) == ASK
    field.fill("2")
    field.fill("-")
    field.blur()
    assert sentence(view) == ASK


def test_keys_and_wheel(open_widget):
    page, view, field = gate(open_widget)
    assert field.get_attribute("role") == "spinbutton"
    field.press("ArrowUp")
    step = float(now(field)) - 1
    assert step > 0 and float(field.input_value()) == 1 + step
    field.press("ArrowDown")
    field.press("PageUp")
    assert float(now(field)) == pytest.approx(min(3, 1 + 10 * step))
    field.fill("1.5")
    field.press("Home")
    page.keyboard.type("-")  # Home moves the caret, as in every text
    assert field.input_value() == "-1.5" and now(field) == "-1.5"
    field.hover()
    page.mouse.wheel(0, 100)
    assert now(field) == "-1.5"


def test_the_sentence_fits_on_a_phone(open_widget):
    page, view, field = gate(open_widget, width=320)
    before = view.bounding_box()["height"]
    field.fill("99")
    assert view.locator(".mg-number-note").bounding_box()["width"] > 150
    assert view.bounding_box()["height"] - before < 40
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_prediction_with_a_printed_minus(open_widget):
    page, view = open_widget("Predict", item="02-limit")
    field = view.get_by_role("spinbutton")
    assert field.get_attribute("aria-valuenow") is None and field.input_value() == ""
    field.fill("\u22121,5")
    field.press("Enter")
    assert re.search(r"\u22121\.5", view.locator(".mg-tries").text_content())
