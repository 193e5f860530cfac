"""ScaleTable in a browser: models, sizes and prices of one's own, the keyboard, little room."""

import pytest
from fit import assert_fits

from microgpt.widgets import ScaleTable


def total(view):
    return int(view.locator(".mg-scale-total").inner_text().replace(",", ""))


def fact(view, name):
    line = view.get_by_role("row").filter(
        has=view.page.get_by_role("rowheader", name=name, exact=True)
    )
    return line.locator("td").last.inner_text()


def test_models_by_name(open_widget):
    page, view = open_widget("ScaleTable", copies=2)
    assert total(view) == 124_439_808 and fact(view, "operations") == "not told"
    for name, key in (("microgpt", "microgpt"), ("GPT-3", "gpt3"), ("Llama 3 405B", "llama3")):
        view.get_by_role("button", name=name, exact=True).click()
        assert total(view) == ScaleTable(model=key).total()
    assert fact(view, "operations") == "3.8 × 10²⁵" and fact(view, "cache of a token") == "516 kB"
    view.get_by_role("button", name="Mixtral 8x7B").click()
    assert "A token uses 12.9 billion of them" in view.locator(".mg-scale-source").inner_text()
    assert total(page.locator(".mg-view").nth(1)) == 124_439_808
    view.get_by_role("button", name="Reset").click()
    assert total(view) == 124_439_808


def test_time_and_cost_on_the_reader_s_cards(open_widget):
    _, view = open_widget("ScaleTable", model="gpt3")
    assert fact(view, "time") == "25.2 years" and fact(view, "cost") == "type a price"
    view.get_by_label("cards", exact=True).fill("1000")
    assert fact(view, "time") == "9.2 days"
    price = view.get_by_label("price of a card for an hour")
    price.fill("2")
    days = ScaleTable(model="gpt3", cards=1000).days()
    assert fact(view, "cost") == f"{round(days * 24 * 1000 * 2):,}".replace(",", "")
    price.fill("")
    assert fact(view, "cost") == "type a price"
    tokens = view.get_by_label("tokens", exact=True)
    tokens.fill("600000000000")
    assert fact(view, "time") == "18.4 days"
    tokens.fill("abc")
    assert fact(view, "time") == "18.4 days"
    tokens.fill("")
    assert fact(view, "tokens") == "300 billion" and tokens.input_value() == ""


def test_sizes_of_ones_own_with_keys(open_widget):
    page, view = open_widget("ScaleTable")
    view.get_by_text("Change its sizes").press("Enter")
    view.get_by_label("layers, as a number").fill("24")
    assert total(view) == ScaleTable(sizes={"layers": 24}).total()
    assert "with your changes" in view.locator(".mg-scale-source").inner_text()
    slider = view.get_by_role("slider", name="width", exact=True)
    slider.press("ArrowRight")
    assert total(view) > ScaleTable(sizes={"layers": 24}).total()
    view.get_by_label("heads, as a number", exact=True).fill("7")
    assert "cannot be shared evenly among 7 heads" in view.locator(".mg-scale-wrong").inner_text()
    view.get_by_role("button", name="GPT-2 small").click()
    assert total(view) == 124_439_808 and view.locator(".mg-scale-wrong").inner_text() == ""


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_the_largest_and_the_smallest_in_little_room(open_widget, width):
    page, view = open_widget("ScaleTable", width=width, model="llama3", tokens=1e15, price=10_000)
    for summary in view.locator("summary").all():
        summary.click()
    assert_fits(page, width)
    for number in ("1e9", "1", "0", "-3", "x"):
        for name in ("width", "layers", "vocabulary", "context"):
            view.get_by_label(f"{name}, as a number", exact=True).fill(number)
    text = view.inner_text()
    assert not any(word in text for word in ("NaN", "undefined", "Infinity", "null"))
    assert_fits(page, width)
