"""Which parts of a tall widget stay on one page of the paper, and how much smaller it is made."""

import pytest
from conftest import ROOT

SCRIPT = (ROOT / "tools/paper/parts.js").read_text("utf-8")
STYLE = "<style>body { margin: 0 } p, button, div, svg { display: block; margin: 0 }</style>"

pytestmark = pytest.mark.page("notebooks/00_why.html")


@pytest.fixture(scope="module")
def tab(browser):
    tab = browser.new_page(viewport={"width": 900, "height": 1200})
    yield tab
    tab.close()


def box(name, height, inside="", tag="div"):
    return f'<{tag} id="{name}" style="height: {height}px">{inside}</{tag}>'


def stack(*boxes):
    return "<div>" + "".join(boxes) + "</div>"


def fitted(tab, inside):
    """(the ids of the parts, of those that stay with the part above them, the widget's zoom and break-inside)."""
    tab.set_content(f'{STYLE}<article><div class="mg-view">{inside}</div></article>')
    tab.evaluate(SCRIPT)
    tab.evaluate("paperParts.fit(document.querySelector('article'))")
    named = "(all) => [...document.querySelectorAll(all)].map(({ id }) => id)"
    return (
        tab.evaluate(named, ".paper-parts .paper-part"),
        tab.evaluate(named, ".paper-with-last"),
        *tab.evaluate(
            "() => (({ zoom, breakInside }) => [zoom, breakInside])(document.querySelector('.mg-view').style)"
        ),
    )


def test_what_leaves_no_page_half_empty_stays_as_it_is(tab):
    assert fitted(tab, stack(box("a", 250), box("b", 250))) == ([], [], "", "")


def test_a_tall_one_is_parted_between_its_pictures_and_tables(tab):
    inside = stack(box("ask", 50), box("picture", 300), box("words", 50), box("table", 300))
    parts, with_last, zoom, breaks = fitted(tab, inside)
    assert parts == ["ask", "picture", "words", "table"]
    assert with_last == ["picture", "words"] and (float(zoom or 1), breaks) == (1, "")


def test_a_label_goes_with_what_it_names_and_a_caption_with_what_is_above(tab):
    inside = stack(box("picture", 400), box("label", 20), box("table", 200), box("caption", 30))
    assert fitted(tab, inside)[:2] == (
        ["picture", "label", "table", "caption"],
        ["table", "caption"],
    )


def test_what_stands_side_by_side_is_one_part(tab):
    columns = "<div style='display: grid; grid-template-columns: 1fr 1fr; align-items: start'>"
    inside = stack(columns + box("left", 300) + box("right", 200) + "</div>", box("below", 300))
    assert fitted(tab, inside)[:2] == (["left", "right", "below"], [])


def test_a_listing_is_parted_between_its_lines_and_a_note_stays_with_its_line(tab):
    rows = "".join(
        f'<button class="mg-line-button" id="line{n}" style="height: 30px"></button>'
        + box(f"note{n}", 60)
        for n in range(8)
    )
    parts, with_last, zoom, breaks = fitted(tab, f"<div>{rows}</div>")
    begins = [one for one in parts if one not in with_last]
    assert len(parts) == 16 and begins == ["line0", "line2", "line4", "line6"]


@pytest.mark.parametrize("height, zoom", [(600, 520 / 600), (900, 0.85), (1500, 1060 / 1500)])
def test_what_cannot_be_parted_is_made_smaller(tab, height, zoom):
    parts, with_last, is_now, breaks = fitted(tab, box("all", height, tag="svg"))
    assert (parts, with_last, breaks) == ([], [], "")
    assert float(is_now) == pytest.approx(zoom, abs=1e-4)


def test_what_would_be_too_small_to_read_is_parted_anywhere(tab):
    assert fitted(tab, box("all", 2000, tag="svg"))[2:] == ("", "auto")


def test_a_long_program_may_be_parted(tab):
    tab.set_content(
        f"{STYLE}<article>{''.join(f'<div class=highlight style=height:{h}px></div>' for h in (200, 700))}"
    )
    tab.evaluate(SCRIPT)
    tab.evaluate("paperParts.fit(document.querySelector('article'))")
    assert tab.evaluate(
        "[...document.querySelectorAll('.highlight')].map((one) => one.className)"
    ) == ["highlight", "highlight paper-long"]
