"""OneSignal in a browser: stop by stop, by keys, other names and positions, the links, little room."""

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt import course
from microgpt.widgets import OneSignal
from microgpt.widgets.program.one_signal import load_stops

STOPS = load_stops()


def opened(view):
    """The number of the stop that is open; there is always one."""
    heads = view.locator(".mg-signal-head").all()
    found = [i for i, head in enumerate(heads) if head.get_attribute("aria-expanded") == "true"]
    assert len(found) == 1 and view.locator(".mg-signal-panel:visible").count() == 1
    return found[0]


def facts(view):
    return view.locator(".mg-signal-facts:visible").inner_text()


def lines(view):
    return [line for line in view.locator(".mg-signal-line").all_inner_texts() if line]


def test_step_walks_from_the_text_to_the_next_letter(open_widget):
    page, view = open_widget("OneSignal", copies=2)
    assert opened(view) == 0 and "token id is 12" in facts(view) and lines(view) == []
    step = view.get_by_role("button", name="Step", exact=True)
    step.focus()
    for stop in range(1, len(STOPS)):
        page.keyboard.press("Enter")
        assert opened(view) == stop and len(lines(view)) == stop
        assert_whole(view)
        assert step.evaluate("(one) => one === document.activeElement")
    assert step.get_attribute("aria-disabled") == "true"
    assert lines(view)[6] == "m: loss 4.77" and lines(view)[8] == "loss 4.77, then 3.60"
    view.get_by_role("button", name="Back", exact=True).click()
    assert opened(view) == 8
    assert opened(page.locator(".mg-view").nth(1)) == 0
    view.get_by_role("button", name="Reset").click()
    assert opened(view) == 0


def test_arrow_keys_walk_the_stops_and_enter_opens_one(open_widget):
    page, view = open_widget("OneSignal", stop=3)
    view.locator(".mg-signal-head").nth(3).focus()
    for key, stop in (("ArrowDown", 4), ("End", 9), ("Home", 0)):
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        assert opened(view) == stop
    page.keyboard.press("Tab")
    assert (
        page.evaluate("document.activeElement.textContent")
        == "Chapter 06: " + course.CHAPTERS[6].title
    )


def test_each_stop_leads_to_its_chapters(open_widget):
    _, view = open_widget("OneSignal")
    for i, stop in enumerate(STOPS):
        view.locator(".mg-signal-head").nth(i).click()
        links = view.locator(".mg-signal-panel:visible a")
        chapters = [course.CHAPTERS[number] for number in stop["chapters"]]
        assert [link.get_attribute("href") for link in links.all()] == [
            one.href for one in chapters
        ]
        assert links.all_inner_texts() == [f"Chapter {one.label}: {one.title}" for one in chapters]


def test_where_no_chapter_is_known_its_name_is_text(open_widget, monkeypatch):
    monkeypatch.setattr(course, "ready", lambda: [1])
    _, view = open_widget("OneSignal", stop=2)
    panel = view.locator(".mg-signal-panel:visible")
    assert panel.get_by_role("link").all_inner_texts() == ["Chapter 01: Numbers all the way down"]
    assert "Chapter 07: Attention" in panel.inner_text()


def test_another_name_or_token_keeps_the_stop(open_widget):
    page, view = open_widget("OneSignal", stop=6)
    view.locator(".mg-tokens button").nth(3).click()
    loss = OneSignal(position=3).walk().round.loss
    assert opened(view) == 6 and f"= {loss:.2f}." in facts(view)
    name = view.get_by_label("Type a name")
    name.fill("al")
    end = OneSignal(name="al", position=2).walk().round.loss
    assert (
        opened(view) == 6
        and facts(view).startswith("the end follows")
        and f"= {end:.2f}." in facts(view)
    )
    for wrong in ("Zoë", "<b>", "a" * 16, ""):
        name.fill(wrong)
        assert "The way still is that of al." in view.inner_text()
        assert f"= {end:.2f}." in facts(view)
        assert_whole(view)
    view.get_by_role("button", name="Reset").click()
    assert name.input_value() == "emma" and "= 4.77." in facts(view)


def test_adam_moves_a_weight_of_the_chosen_matrix(open_widget):
    _, view = open_widget("OneSignal", stop=8)
    sums = view.locator(".mg-signal-sums")
    assert "wte[m][1] = −0.1198" in sums.inner_text()
    view.get_by_label("The steepest weight of").select_option("fc2")
    way = OneSignal(matrix="fc2").walk()
    row, column = way.steepest("fc2")
    assert sums.inner_text().startswith(f"fc2[{row}][{column}] = ")


def test_the_next_letter_is_drawn_at_a_temperature(open_widget):
    _, view = open_widget("OneSignal", stop=9)
    assert facts(view).startswith("Drawn: e")
    again = view.get_by_role("button", name="Draw again")
    for seed in (43, 44, 45):
        again.click()
        drawn = OneSignal(seed=seed).drawn()
        assert facts(view).startswith(f"Drawn: {drawn.replace('end', 'the end')},")
    view.get_by_label("temperature", exact=True).press("Home")
    again.click()
    assert facts(view).startswith("Drawn: a") and "99 %" in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert facts(view).startswith("Drawn: e")


def test_play_walks_by_itself_and_stops_at_the_end(open_widget):
    _, view = open_widget("OneSignal", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play", exact=True).click()
    assert opened(view) == 9
    assert view.get_by_role("button", name="Play again").is_visible()


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_every_stop_fits_a_phone(open_widget, width):
    page, view = open_widget("OneSignal", name="alexandriannaxy", position=15, width=width)
    for stop in range(len(STOPS)):
        view.locator(".mg-signal-head").nth(stop).click()
        assert_fits(page, width)
        assert_whole(view)
        wide = view.evaluate(
            "(one) => Array.from(one.querySelectorAll('.mg-strip-number'))"
            ".filter((cell) => cell.offsetParent && cell.offsetWidth > cell.parentElement.offsetWidth + 2).length"
        )
        assert wide == 0


def test_on_a_phone_the_step_button_stays_in_sight(open_widget):
    page, view = open_widget("OneSignal", width=390)
    step = view.get_by_role("button", name="Step", exact=True)
    step.click()
    for _ in range(8):
        step.press("Enter")
        head = view.locator(".mg-signal-head[aria-expanded=true]")
        for one in (head, step):
            box = one.bounding_box()
            assert 0 <= box["y"] and box["y"] + box["height"] <= 900
