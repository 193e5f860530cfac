"""The widgets about choosing the next letter, in a real browser."""

from fit import assert_fits
from hands import centre, drag_by
from whole import assert_whole

from microgpt.widgets import GenerationStepper, Greedy, Novelty, Temperature
from microgpt.widgets.generation.stepper import piece_of

LABELS = {"seen": "seen in training", "unseen": "in the list", "new": "new"}


def heat_agrees(view, **traits):
    """The page shows the entropy, the names and the likeliest letter that Python computes."""
    widget = Temperature(**traits)
    value = view.locator(".mg-temperature-value").inner_text()
    assert value.startswith(f"{widget.bits():.2f} bits")
    assert f"= {2 ** widget.bits():.1f} equal choices" in value.replace("\n", " ")
    items = view.locator(".mg-temperature-names li")
    assert [
        (item.locator("span").inner_text(), item.locator("small").inner_text())
        for item in items.all()
    ] == [(name or "(empty)", LABELS[kind]) for name, kind in widget.groups()]
    probs = widget.probs()
    best = max(probs, key=probs.get)
    best = "the end" if best == "end" else best
    assert f"{best} is the likeliest" in view.locator(".mg-temperature-words").inner_text()
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


def name_so_far(view):
    return "".join(
        text
        for text in view.locator(".mg-token-text").all_inner_texts()
        if text not in ("BOS", "end")
    )


def stepper_agrees(view, **traits):
    """The page shows the name and, where a number is drawn, the choice that Python computes."""
    widget = GenerationStepper(**traits)
    assert name_so_far(view) == widget.name
    rounds = widget.rounds()
    drawn = len(rounds) > widget.steps // 2
    number = view.get_by_role("slider", name="random number u")
    if drawn:
        last = rounds[-1]
        letter = "the end" if last.chosen == 26 else chr(ord("a") + last.chosen)
        assert f"the piece of {letter}" in number.get_attribute("aria-valuetext")
        words = view.locator(".mg-stepper-words").inner_text()
        why = "Why was the most probable letter not chosen?" in words
        assert why == (last.best != last.chosen)
    assert_whole(view)
    return rounds


def test_stepper_writes_the_name_of_its_seed(open_widget):
    page, view = open_widget("GenerationStepper", seed=3, copies=2)
    step = view.get_by_role("button", name="Step")
    assert "BOS is fed" in view.inner_text() and "u: not drawn" in view.inner_text()
    for steps in range(1, 7):
        step.click()
        stepper_agrees(view, seed=3, steps=steps)
    for steps in (5, 4):
        view.get_by_role("button", name="Back").click()
        stepper_agrees(view, seed=3, steps=steps)
    for _ in range(32):
        if step.get_attribute("aria-disabled") == "true":
            break
        step.click()
    stepper_agrees(view, seed=3, steps=32)
    assert "The name is enenraa" in view.inner_text()
    view.get_by_role("button", name="Another name").click()
    step.click()
    stepper_agrees(view, seed=4, steps=1)
    view.get_by_role("button", name="Reset").click()
    stepper_agrees(view, seed=3)
    assert name_so_far(page.locator(".mg-view").nth(1)) == ""


def test_stepper_plays_to_the_end_at_once_where_motion_is_not_wanted(open_widget):
    _, view = open_widget("GenerationStepper", seed=3, context_reduced_motion="reduce")
    view.get_by_role("button", name="Play", exact=True).click()
    stepper_agrees(view, seed=3, steps=32)
    view.get_by_role("button", name="Play again").click()
    stepper_agrees(view, seed=3, steps=32)


def test_the_reader_chooses_the_number(open_widget):
    page, view = open_widget("GenerationStepper", prefix="em")
    field = view.get_by_label("Random number u", exact=True)
    field.fill("0,1")
    stepper_agrees(view, prefix="em", steps=1, own=[0.1])
    assert "chosen by you" in view.inner_text()
    knob = view.get_by_role("slider", name="random number u")
    knob.focus()
    for key, u in (("ArrowRight", 0.11), ("PageUp", 0.21), ("Home", 0), ("End", 0.9999)):
        page.keyboard.press(key)
        stepper_agrees(view, prefix="em", steps=1, own=[u])
    start = centre(knob.locator(".mg-knob"))
    wide = view.locator(".mg-stepper-bar").bounding_box()["width"]
    drag_by(page, start, -wide / 2, 0)
    u = float(knob.get_attribute("aria-valuenow"))
    assert 0.3 < u < 0.6
    stepper_agrees(view, prefix="em", steps=1, own=[u])
    page.mouse.click(
        view.locator(".mg-stepper-bar").bounding_box()["x"] + 0.2 * wide, start[1] - 50
    )
    u = float(knob.get_attribute("aria-valuenow"))
    assert 0.15 < u < 0.25
    stepper_agrees(view, prefix="em", steps=1, own=[u])
    view.get_by_role("button", name="Step").click()
    stepper_agrees(view, prefix="em", steps=2, own=[u])
    for text in ("1", "-1", "u"):
        field.fill(text)
        field.press("Enter")
        assert field.get_attribute("aria-invalid") == "true"
        stepper_agrees(view, prefix="em", steps=2, own=[u])


def test_rules_cut_pieces_away_and_stretch_the_rest(open_widget):
    _, view = open_widget("GenerationStepper", prefix="em", steps=1, seed=2)
    assert view.locator(".mg-stepper-cut").count() == 0
    view.get_by_role("radio", name="top-k").check()
    stepper_agrees(view, prefix="em", steps=1, seed=2, rule="top-k")
    assert view.locator(".mg-stepper-cut").count() == 22
    assert "22 letters are cut away (hatched)" in view.locator(".mg-stepper-note").inner_text()
    view.get_by_role("slider", name="k: how many").press("Home")
    assert "26 letters are cut away" in view.locator(".mg-stepper-note").inner_text()
    view.get_by_role("radio", name="top-p").check()
    (last,) = stepper_agrees(view, prefix="em", steps=1, seed=2, rule="top-p")
    view.get_by_text("All 27 pieces in numbers").click()
    hit = view.locator(".mg-stepper-hit").inner_text()
    start, end = piece_of(last.shares, last.chosen)
    assert f"{start:.3f} to {end:.3f}" in hit
    view.get_by_role("slider", name="p: the likeliest").press("End")
    assert "Nothing is cut away" in view.inner_text()
    view.get_by_role("radio", name="greedy").check()
    (last,) = stepper_agrees(view, prefix="em", steps=1, seed=2, rule="greedy")
    assert last.best == last.chosen and "does not matter" in view.inner_text()


def test_stepper_on_a_phone(open_widget):
    for width in (390, 320):
        page, view = open_widget(
            "GenerationStepper", width=width, top_k=5, steps=3, temperature=100
        )
        assert_fits(page, width)
        assert_whole(view)


def novelty_agrees(view, **traits):
    widget = Novelty(**traits)
    seen, unseen, new = (len(names) for names in widget.groups().values())
    view.get_by_text(f"{widget.count} name", exact=False).first.wait_for()
    titles = view.locator(".mg-novel-title").all_inner_texts()
    assert [title.split(": ")[1].split(" ")[0] for title in titles] == [
        str(n) for n in (seen, unseen, new)
    ]
    assert (
        f"Mean length: {widget.mean_length():.1f}" in view.locator(".mg-novel-faults").inner_text()
    )
    assert_whole(view)


def test_novelty_counts_what_python_counts(open_widget):
    _, view = open_widget("Novelty")
    novelty_agrees(view)
    view.get_by_label("temperature T, as a number").fill("0.3")
    novelty_agrees(view, temperature=0.3)
    view.get_by_role("button", name="Draw others").click()
    novelty_agrees(view, temperature=0.3, seed=2)
    view.get_by_role("slider", name="names").press("Home")
    novelty_agrees(view, count=1, temperature=0.3, seed=2)
    view.get_by_label("names, as a number").fill("1000")
    view.get_by_text("1,000 names", exact=True).wait_for()
    view.get_by_role("button", name="Reset").click()
    novelty_agrees(view)


def test_novelty_sweeps_the_temperature(open_widget):
    page, view = open_widget("Novelty", width=390)
    rows = view.locator(".mg-novel-table tbody tr")
    assert rows.count() == 0
    view.get_by_role("button", name="Sweep the temperature").click()
    rows.nth(9).wait_for()
    assert rows.nth(9).locator("th").inner_text() == "2.0"
    new = [float(row.locator("td").nth(1).inner_text().split(" ")[0]) for row in rows.all()]
    assert new[0] < new[4] < new[9]
    assert_fits(page, 390)
    assert_whole(view)
    view.get_by_role("button", name="Draw others").click()
    assert rows.count() == 0


def test_greedy_lists_what_python_writes(open_widget):
    page, view = open_widget("Greedy", width=320)
    for writer in ("trained", "untrained"):
        view.get_by_role("radio", name=f"the {writer} model").check()
        widget = Greedy(writer=writer)
        texts = view.locator(".mg-greedy-names li > span").all_inner_texts()
        names = list(widget.names().values())
        assert [text.removeprefix("BOS ").removesuffix("…") for text in texts] == names
        assert_whole(view)
    assert "26 never end" in view.inner_text()
    assert_fits(page, 320)
    view.get_by_role("button", name="Reset").click()
    assert "From 18 of the beginnings it ends in “arin”" in view.inner_text()
