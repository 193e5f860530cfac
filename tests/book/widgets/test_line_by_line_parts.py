"""The program line by line in parts on a page: one switch for all, a link to the right one, each on paper once."""

import pytest

from microgpt.widgets import LineByLine

PARTS = [
    ["data", "tokenizer"],
    ["value", "operations", "shorthands", "backward"],
    ["optimizer", "training", "sampling"],
]
WORDS = ["plain", "technical", "both"]


@pytest.fixture
def open_parts(open_widgets):
    """page, its views = open_parts(end of the address): the three parts, one below the other."""

    def open_(end="", **options):
        return open_widgets(
            {f"p{i}": LineByLine(regions=one) for i, one in enumerate(PARTS)}, end, **options
        )

    return open_


def shown(views):
    """The region that each part shows."""
    return views.locator(".mg-lines-name code").all_inner_texts()


def switched(views):
    """Where the switch of each part stands."""
    return [
        [word for word in WORDS if one.get_by_label(word, exact=True).is_checked()]
        for one in views.all()
    ]


def test_the_switch_of_one_part_is_that_of_all(open_parts):
    page, views = open_parts(own_tab=True)
    assert switched(views) == [["plain"]] * 3
    views.nth(1).get_by_label("technical", exact=True).check()
    assert switched(views) == [["technical"]] * 3
    for one in views.all():
        assert "Numerics" in one.locator(".mg-lines-words").inner_text()
    views.nth(2).get_by_label("both", exact=True).check()
    assert switched(views) == [["both"]] * 3
    assert shown(views) == ["data", "value", "optimizer"], "the regions are each part's own"


def test_each_part_has_its_own_regions_alone(open_parts):
    _, views = open_parts()
    for view, names in zip(views.all(), PARTS, strict=True):
        options = view.get_by_label("region", exact=True).locator("option").all_inner_texts()
        assert [one.split(". ")[1] for one in options] == names
        assert view.locator(".mg-lines-head").count() == len(names)
    views.nth(1).get_by_role("button", name="the next region").click()
    assert shown(views) == ["data", "operations", "optimizer"]


IN_WINDOW = """(view) => {
    const { top, bottom } = view.getBoundingClientRect();
    return top < innerHeight / 2 && bottom > 0;
}"""


@pytest.mark.parametrize("at, region", [(0, "tokenizer"), (1, "backward"), (2, "training")])
def test_a_link_opens_the_part_that_has_the_region(open_parts, at, region):
    page, views = open_parts(f"#region={region}")
    expected = [names[0] for names in PARTS]
    expected[at] = region
    assert shown(views) == expected
    page.wait_for_function(IN_WINDOW, arg=views.nth(at).element_handle())


def test_a_link_on_the_page_itself_leaves_the_other_parts_alone(open_parts):
    page, views = open_parts()
    page.evaluate("location.hash = '#region=sampling&view=both'")
    page.wait_for_function(
        "[...document.querySelectorAll('.mg-lines-name code')].at(-1).textContent === 'sampling'"
    )
    assert shown(views) == ["data", "value", "sampling"]
    assert switched(views) == [["both"]] * 3
    link = views.nth(1).get_by_role("link", name="Link to what is shown")
    assert link.get_attribute("href") == "#region=value&view=both"


def test_on_paper_each_region_stands_once(open_parts):
    page, views = open_parts()
    page.emulate_media(media="print")
    assert not any(view.is_visible() for view in views.all())
    assert_each_once(page)


def test_without_scripts_each_region_stands_once(open_parts):
    page, _ = open_parts(java_script_enabled=False)
    assert_each_once(page)


def assert_each_once(page):
    papers = page.locator(".mg-paper")
    assert papers.count() == len(PARTS)
    for paper, names in zip(papers.all(), PARTS, strict=True):
        assert paper.is_visible()
        assert paper.locator(".mg-paper-name code").all_inner_texts() == names
        lines = paper.locator("section pre").all_inner_texts()
        assert [text.split("# --- ")[1].split(":")[0] for text in lines] == names
