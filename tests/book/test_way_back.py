"""A reader follows a link and comes back."""

import pytest
from browser import CHROMIUM_ARGS, find, own
from pages import BOOK

from microgpt.widgets import DerivativeExplorer, DotProduct, Explain, OneNeuron, TrainHere

CHAPTER = "notebooks/04_network.html"
FIELDS = """[...document.querySelectorAll(".mg-view :is(input, select, textarea)")].map((one) =>
    ["radio", "checkbox"].includes(one.type) ? one.checked : one.value)"""


def test_fields_and_picture_are_one_state(open_widgets, tmp_path):
    """The tests' browser makes each page anew, as one does that has no room to keep it: then it fills the fields."""
    page, _ = open_widgets(
        {
            "neuron": OneNeuron(),
            "dot": DotProduct(),
            "slope": DerivativeExplorer(),
            "train": TrainHere(),
        }
    )
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    before = page.evaluate(FIELDS)
    page.get_by_role("slider").and_(page.locator("input")).first.press("End")
    page.get_by_label("a 1, as a number").fill("-1")
    page.get_by_label("Your own list").fill("anna")
    page.locator("[data-model=slope] input[type=radio]").last.check()
    assert sum(a != b for a, b in zip(before, page.evaluate(FIELDS))) >= 4
    there_and_back(page, tmp_path)
    assert page.evaluate(FIELDS) == before


def test_what_was_explained_is_still_there(open_widgets, tmp_path):
    page, _ = open_widgets({"explain": Explain("04-relu")})
    page.get_by_role("textbox").fill("It bends the line.")
    there_and_back(page, tmp_path)
    assert page.get_by_role("textbox").input_value() == "It bends the line."


def there_and_back(page, folder):
    other = folder / "other.html"
    other.write_text("<!doctype html><title>Other</title>", "utf-8")
    page.goto(other.as_uri())
    page.go_back()
    page.wait_for_selector(".mg-view[data-alive]")


@pytest.mark.weekly
@pytest.mark.page(CHAPTER)
def test_a_link_that_was_followed_looks_as_before(playwright, tmp_path):
    """With a history: the browser's other windows have none, and there no link counts as visited."""
    browser = playwright.chromium.launch_persistent_context(
        tmp_path,
        executable_path=find() or own(playwright),
        args=CHROMIUM_ARGS,
        viewport={"width": 1280, "height": 2400},  # the whole contents: the theme would scroll them
    )
    page = browser.new_page()
    page.goto((BOOK / CHAPTER).as_uri())
    page.mouse.move(640, 5)
    before = page.screenshot()
    for link in (".course-brand", "nav.bd-links a >> text=How to", "nav.bd-links a >> text=From a"):
        page.locator(link).first.click()
    assert page.url.endswith(CHAPTER)
    page.mouse.move(640, 5)
    after = page.screenshot()
    browser.close()
    same = after == before  # not in the assertion: a difference of such long texts takes minutes
    assert same, "the two pictures differ"
