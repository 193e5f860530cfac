""" "Report an error" fills the form in: where the reader is, and the numbers of the widget used last. Never a text."""

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from pages import PAGES, ROOT, address, html

INDEX = "book/index.html"
CHAPTER = "notebooks/03_descent.html"


def asked(page):
    """What the form is filled in with, as a reader's own way to the link leaves it: {field: text}."""
    link = page.get_by_role("link", name="Report an error on this page")
    link.focus()
    href = link.get_attribute("href")
    assert len(href) <= 1500
    return {name: value for name, (value,) in parse_qs(urlsplit(href).query).items()}


@pytest.mark.page(INDEX)
def test_before_anything_is_used_the_page_alone(open_page, site):
    filled = asked(open_page(address("http", INDEX, site)))
    title = "A language model small enough to understand whole"
    assert filled["where"] == f"{title}: {site}{INDEX}"
    assert "state" not in filled


@pytest.mark.page(INDEX)
def test_the_widget_used_last_tells_its_numbers_and_no_text(open_page, site):
    page = open_page(address("http", INDEX, site))
    field = page.get_by_role("textbox").first
    field.fill("")
    field.press_sequentially("zqx")
    assert field.input_value() == "zqx"
    page.get_by_role("slider", name="temperature").first.press("End")
    filled = asked(page)
    told = filled["state"].splitlines()
    assert told[0] == page.locator(".mg-view").first.get_attribute("data-widget")
    assert "temperature: 2" in told
    assert "zqx" not in str(filled)


@pytest.mark.page(CHAPTER)
def test_the_heading_is_the_one_that_the_widget_stands_under(open_page):
    """From a file: no more of its place than the page's own folder and name."""
    page = open_page(address("file", CHAPTER, ""))
    slider = page.locator("section section .mg-view[data-alive] input[type=range]:visible").first
    slider.press("ArrowRight")
    section = slider.locator("xpath=ancestor::section[@id][1]")
    heading = section.locator("h2, h3, h4").first.inner_text().rstrip("#").strip()
    filled = asked(page)
    assert filled["where"].startswith(f"Rolling downhill, {heading}: {CHAPTER}#")
    assert filled["where"].endswith(f"#{section.get_attribute('id')}")
    first = filled["state"]
    # Tab passes through other widgets, and uses none.
    slider.press("Tab")
    assert asked(page)["state"] == first


@pytest.mark.page(INDEX)
def test_without_scripts_it_names_the_page(open_page, site):
    page = open_page(address("http", INDEX, site), java_script_enabled=False)
    assert asked(page)["where"] == "book/index"


def test_the_form_has_the_fields_that_are_filled_in():
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/error.yml").read_text("utf-8"))
    assert {"where", "state"} < {one.get("id") for one in form["body"]}
    assert all("issues/new?template=error.yml&amp;title=" in html(page) for page in PAGES)
