"""The program line by line in a browser: pointer, keys, links, the switch, little room, paper, no scripts."""

import re

import pytest
from fit import assert_fits
from visits import load_again

from microgpt.widgets import LineByLine
from microgpt.widgets.program.line_by_line import NAMES
from microgpt.widgets.program.regions import load_regions

TOLD = load_regions()


def shown(view):
    """(region, its title) of the words."""
    return (
        view.locator(".mg-lines-name code").inner_text(),
        view.locator(".mg-lines-title").inner_text(),
    )


def chosen(view):
    """The lines of the code that stand out."""
    return view.locator(".mg-lines-region.mg-chosen .mg-line-number").all_inner_texts()


def plain_start(name):
    """The beginning of what a region says in plain words, up to the first word in code."""
    return TOLD[name]["plain"][0].split("`")[0].strip()


def test_a_press_in_the_code_chooses_its_region_and_moves_nothing(open_widget):
    page, view = open_widget("LineByLine", copies=2)
    assert shown(view) == ("data", TOLD["data"]["title"])
    line = view.locator(".mg-lines-row", has_text="return Value(math.log(self.data)")
    line.scroll_into_view_if_needed()
    before = line.bounding_box()["y"]
    line.click()
    assert shown(view) == ("operations", TOLD["operations"]["title"])
    assert chosen(view)[0] == "45" and "58" in chosen(view)
    assert line.bounding_box()["y"] == before
    assert shown(page.locator(".mg-view").nth(1))[0] == "data"
    view.get_by_role("button", name="Reset").click()
    assert shown(view)[0] == "data"


def test_the_list_leads_to_every_region_and_its_code_comes_into_view(open_widget):
    _, view = open_widget("LineByLine")
    for name in (NAMES[-1], *NAMES):
        view.get_by_label("region", exact=True).select_option(f"{NAMES.index(name) + 1}. {name}")
        assert shown(view) == (name, TOLD[name]["title"])
        assert plain_start(name) in view.locator(".mg-lines-words").inner_text()
        head = view.locator(".mg-chosen .mg-lines-head")
        view.page.wait_for_function(IN_PANE, arg=head.element_handle())
    view.get_by_role("button", name="the region before").click()
    assert shown(view)[0] == NAMES[-2]
    view.get_by_role("button", name="the next region").click()
    on = view.get_by_role("button", name="the next region")
    assert shown(view)[0] == NAMES[-1] and on.get_attribute("aria-disabled") == "true"
    on.click(force=True)
    assert shown(view)[0] == NAMES[-1]


IN_PANE = """(part) => {
    const [own, pane] = [part, part.closest(".mg-lines-code")].map((one) => one.getBoundingClientRect());
    return own.top >= pane.top - 1 && own.bottom <= pane.bottom + 1;
}"""


def test_with_keys_only(open_widget):
    page, view = open_widget("LineByLine")
    view.locator(".mg-lines-head").first.focus()
    page.keyboard.press("ArrowDown")
    assert shown(view)[0] == "tokenizer"
    page.keyboard.press("End")
    assert shown(view)[0] == "sampling" and page.evaluate("document.activeElement.ariaPressed")
    page.keyboard.press("ArrowUp")
    assert shown(view)[0] == "training"
    head = page.evaluate_handle("document.activeElement").as_element()
    page.wait_for_function(IN_PANE, arg=head)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Step"
    page.keyboard.press("Enter")
    assert view.locator(".mg-lines-count").inner_text() == "2 of 7"


def test_the_switch_chooses_the_words_and_is_remembered(open_widget):
    page, view = open_widget("LineByLine", region="softmax", own_tab=True)
    words = view.locator(".mg-lines-words")
    assert "Any numbers come in" in words.inner_text() and "Numerics" not in words.inner_text()
    view.get_by_label("technical").check()
    assert "Any numbers come in" not in words.inner_text() and "Numerics" in words.inner_text()
    view.get_by_label("both").check()
    assert "Any numbers come in" in words.inner_text() and "Numerics" in words.inner_text()
    load_again(page)
    assert view.get_by_label("both").is_checked() and shown(view)[0] == "softmax"
    view.get_by_label("plain").check()
    view.get_by_role("button", name="Reset").click()
    assert view.get_by_label("both").is_checked()


def test_a_link_says_what_is_shown(open_widgets):
    page, view = open_widgets({"p0": LineByLine()}, "#region=backward&view=technical", own_tab=True)
    assert shown(view)[0] == "backward" and view.get_by_label("technical").is_checked()
    link = view.get_by_role("link", name="Link to what is shown")
    assert link.get_attribute("href") == "#region=backward&view=technical"
    view.get_by_label("region", exact=True).select_option("11. attention")
    view.get_by_label("both").check()
    link.click()
    assert page.url.endswith("#region=attention&view=both")
    page.evaluate("location.hash = '#region=mlp'")
    page.wait_for_function("document.querySelector('.mg-lines-name code').textContent === 'mlp'")
    assert view.get_by_label("both").is_checked()
    page.evaluate("location.hash = '#region=header&view=all'")
    assert shown(view)[0] == "mlp"


@pytest.mark.weekly
def test_each_picture_steps_to_its_end_and_lights_its_lines(open_widget):
    _, view = open_widget("LineByLine")
    for name in NAMES:
        view.get_by_label("region", exact=True).select_option(f"{NAMES.index(name) + 1}. {name}")
        assert_steps(view)
        assert not re.search("NaN|undefined|Infinity", view.inner_text())
    view.get_by_role("button", name="Play again").click()
    view.get_by_role("button", name="Pause").click()
    view.get_by_role("button", name="Reset").click()
    assert view.locator(".mg-lines-count").inner_text() == "1 of 8" and shown(view)[0] == "data"


def assert_steps(view):
    """Every step has a picture, and at most one line of the region lights up; some of them do."""
    step = view.get_by_role("button", name="Step", exact=True)
    count, lit = view.locator(".mg-lines-count"), set()
    last = int(count.inner_text().split(" of ")[1])
    for at in range(1, last + 1):
        assert count.inner_text() == f"{at} of {last}"
        assert view.locator(".mg-lines-picture > *").bounding_box()["height"] > 100
        lines = view.locator(".mg-now .mg-line-number").all_inner_texts()
        assert len(lines) <= 1
        lit.update(lines)
        if at < last:
            step.click()
    assert lit and lit < set(chosen(view))


def test_with_less_motion_play_comes_to_the_end_at_once(open_widget):
    _, view = open_widget("LineByLine", region="softmax", context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").click()
    assert view.locator(".mg-lines-count").inner_text() == "6 of 6"


def test_the_code_stays_beside_the_words_and_above_them_on_a_phone(open_widget):
    page, view = open_widget("LineByLine", region="attention", view="both")
    code, words = view.locator(".mg-lines-code"), view.locator(".mg-lines-words")
    assert code.bounding_box()["x"] + code.bounding_box()["width"] < words.bounding_box()["x"]
    words.locator(".mg-lines-earned").scroll_into_view_if_needed()
    box = code.bounding_box()
    assert 0 <= box["y"] < 200 and box["height"] > 300
    page.set_viewport_size({"width": 390, "height": 800})
    assert code.bounding_box()["y"] + code.bounding_box()["height"] <= words.bounding_box()["y"]


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_in_little_room(open_widget, width):
    page, view = open_widget("LineByLine", width=width, view="both")
    for name in NAMES:
        view.get_by_label("region", exact=True).select_option(f"{NAMES.index(name) + 1}. {name}")
        assert_fits(page, width)


def assert_all_is_there(page):
    paper = page.locator(".mg-paper")
    text = re.sub(r"\s+", " ", paper.inner_text())
    for name, told in TOLD.items():
        assert plain_start(name) in text
        for words in (told["analogy"], *told["technical"].values()):
            assert re.sub(r"`([^`]*)`", r"\1", words) in text
    assert "return [e / total for e in exps]" in text
    assert page.locator(".mg-paper section").count() == len(NAMES)


def test_paper_has_all_regions_with_all_words(open_widget):
    page, view = open_widget("LineByLine")
    assert not page.locator(".mg-paper").is_visible()
    page.emulate_media(media="print")
    assert not view.is_visible()
    assert_all_is_there(page)


def test_without_scripts_all_can_be_read(open_widget):
    page, view = open_widget("LineByLine", width=390, context_java_script_enabled=False)
    assert view.inner_text().startswith("The program line by line, region data, 1 of 16:")
    assert_all_is_there(page)
    assert_fits(page, 390)
