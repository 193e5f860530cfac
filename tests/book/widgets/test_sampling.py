"""The widgets about choosing the next letter, in a real browser."""

from fit import assert_fits
from whole import assert_whole

from microgpt.widgets import Temperature

LABELS = {"seen": "seen in training", "unseen": "in the list", "new": "new"}


def heat_agrees(view, **traits):
    """The page shows the entropy, the names and the likeliest letter that Python computes."""
    widget = Temperature(**traits)
    value = view.locator(".mg-heat-value").inner_text()
    assert value.startswith(f"{widget.bits():.2f} bits")
    assert f"= {2 ** widget.bits():.1f} equal choices" in value.replace("\n", " ")
    items = view.locator(".mg-heat-names li")
    assert [
        (item.locator("span").inner_text(), item.locator("small").inner_text())
        for item in items.all()
    ] == [(name or "(empty)", LABELS[kind]) for name, kind in widget.groups()]
    probs = widget.probs()
    best = max(probs, key=probs.get)
    best = "the end" if best == "end" else best
    assert f"{best} is the likeliest" in view.locator(".mg-heat-words").inner_text()
    assert_whole(view)


def test_temperature_shows_what_python_computes(open_widget):
    page, view = open_widget("Temperature", copies=2)
    heat_agrees(view)
    slider = view.get_by_role("slider", name="temperature T")
    slider.press("End")
    heat_agrees(view, temperature=2)
    slider.press("Home")
    heat_agrees(view, temperature=0.1)
    typed = view.get_by_label("temperature T, as a number")
    for text, value in (("0,05", 0.05), ("100", 100), ("1/2", 0.5)):
        typed.fill(text)
        heat_agrees(view, temperature=value)
    typed.fill("0")
    typed.press("Enter")
    heat_agrees(view, temperature=0.5)
    assert "0.05" in view.locator(".mg-number-note").inner_text()
    view.get_by_role("button", name="Draw again").click()
    heat_agrees(view, temperature=0.5, seed=11)
    view.get_by_label("Beginning of a name").fill("")
    heat_agrees(view, temperature=0.5, seed=11, prefix="")
    view.get_by_role("button", name="Reset").click()
    heat_agrees(view)
    heat_agrees(page.locator(".mg-view").nth(1))


def test_temperature_letters_in_either_order_with_the_keyboard(open_widget):
    page, view = open_widget("Temperature", prefix="")
    letters = view.locator(".mg-letter-name")
    probs = Temperature(prefix="").probs()
    assert letters.all_inner_texts() == sorted(probs, key=lambda one: -probs[one])
    view.get_by_role("radio", name="alphabet").check()
    assert letters.all_inner_texts() == list(probs)
    view.get_by_role("radio", name="likeliest first").check()
    view.get_by_role("button", name="add e,").press("Enter")
    heat_agrees(view, prefix="e")
    assert page.evaluate("document.activeElement.matches('.mg-letter')")
    page.keyboard.press("m")
    heat_agrees(view, prefix="em")
    view.get_by_role("button", name="add the end").click()
    heat_agrees(view, prefix="em")
    field = view.get_by_label("Beginning of a name")
    field.fill("É<b>mma 7")
    assert field.input_value() == "bmma" and view.locator("b", has_text="mma 7").count() == 0
    assert "left out" in view.locator(".mg-prefix-note").inner_text()
    field.fill("abcdefghijklmnopq")
    heat_agrees(view, prefix="abcdefghijklmno")


def test_temperature_on_a_phone(open_widget):
    for width in (390, 320):
        page, view = open_widget("Temperature", width=width, temperature=2, prefix="")
        assert_fits(page, width)
