"""Any container gives a widget a sensible width: a row, a column, a grid, a narrow or a wide one, a hidden one."""

import pytest
from conftest import static_page

import microgpt.widgets
from microgpt.sphinx.gallery import example
from microgpt.widgets import DerivativeExplorer, DotProduct, Quiz, ReluGate, TrainHere, Widget

CONTAINERS = {
    "block": "display: block",
    "row": "display: flex",
    "column": "display: flex; flex-direction: column",
    "grid": "display: grid",
}
LIKED = 22 * 16  # px: what a widget says when it is asked how wide it would like to be
LEAST = 14 * 16  # px: narrower it is not made, where there is room for this
OVERHANG = 4  # px by which a bar's number may stand out at the side

# Of each widget: its name, its width, and how far anything in it reaches beyond its place, unless it is clipped.
SIZES = """[...document.querySelectorAll(".mg-view")].map((view) => {
  const clips = (one) => getComputedStyle(one).overflowX !== "visible";
  const clipped = (one) => one !== view && (clips(one) || clipped(one.parentElement));
  const seen = [...view.querySelectorAll("*")].filter((one) => one.checkVisibility() && !clipped(one.parentElement));
  const end = view.getBoundingClientRect().right;
  return [view.dataset.model, Math.round(view.querySelector(".mg").getBoundingClientRect().width),
    Math.round(Math.max(...seen.map((one) => one.getBoundingClientRect().right)) - end)];
})"""


def contained(widgets, style, width, beside=""):
    """A page with each widget in a container of this style and width, and what else stands in it."""
    page = static_page(widgets).replace("max-width: 42rem", "max-width: none")
    place = f'<div style="width: {width}px"><div class="container" style="{style}">{beside}'
    page = page.replace('<div class="mg-view"', f'{place}<div class="mg-view"')
    return page.replace("</p></div>", "</p></div></div></div>")


@pytest.fixture
def sizes(open_page, tmp_path):
    """sizes(page's text) -> the page, and [(name, width, overhang)] of its widgets."""

    def sizes_(text):
        file = tmp_path / "page.html"
        file.write_text(text, "utf-8")
        page = open_page(file.as_uri(), viewport={"width": 2100, "height": 900})
        assert page.locator(".mg-view:not([data-alive])").count() == 0
        return page, page.evaluate(SIZES)

    return sizes_


def every_widget():
    """{name: widget} of the whole course, with those that a widget watches."""
    widgets = {}
    for name in microgpt.widgets.__all__:
        if name != "Widget":
            widgets[name] = one = example(getattr(microgpt.widgets, name))[1]
            watched = map(one.trait_values().get, one.public_traits())
            widgets |= {f"{name}-of": other for other in watched if isinstance(other, Widget)}
    return widgets


@pytest.mark.one_in(3)
@pytest.mark.parametrize("width", [200, 390, 2000])
def test_every_widget_fits_its_place(width, sizes):
    _, found = sizes(contained(every_widget(), "display: block", width))
    assert len(found) >= len(microgpt.widgets.__all__) - 1
    assert not [one for one in found if one[1] != width or one[2] > OVERHANG]


def some():
    return {"relu": ReluGate(z=1), "dot": DotProduct(a=[1, 2], b=[2, 1]), "quiz": Quiz("01-a")}


@pytest.mark.one_in(5)
@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("width", [200, 2000])
def test_any_container(container, width, sizes):
    _, found = sizes(contained(some(), CONTAINERS[container], width))
    assert [wide for _, wide, _ in found] == 3 * [width]


@pytest.mark.one_in(3)
@pytest.mark.parametrize("style", ["display: inline-block", "float: left", "display: table"])
def test_a_place_that_is_as_wide_as_what_is_in_it(style, sizes):
    _, found = sizes(contained(some(), style, 2000))
    assert [wide for _, wide, _ in found] == 3 * [LIKED]


def test_beside_a_control_in_a_row(sizes):
    """As in ipywidgets' HBox, where a slider is 300 px wide."""
    slider = '<div style="width: 300px">a slider</div>'
    _, found = sizes(contained(some(), "display: flex", 700, beside=slider))
    assert [wide for _, wide, _ in found] == 3 * [400]
    _, found = sizes(contained(some(), "display: flex", 400, beside=slider))
    assert all(LEAST <= wide < LIKED for _, wide, _ in found)


def test_they_share_a_row(sizes):
    row = '<main style="display: flex; padding: 0; max-width: none; width: 900px">'
    _, found = sizes(static_page(some()).replace("<main><h1>Widgets</h1>", row))
    assert [wide for _, wide, _ in found] == 3 * [300]


def test_hidden_at_first(sizes):
    """As in a tab that is not the first. Pictures that are drawn at their size have it when they are shown."""
    widgets = {"slope": DerivativeExplorer(), "training": TrainHere()}
    page, found = sizes(contained(widgets, "display: none", 600))
    assert [wide for _, wide, _ in found] == [0, 0]
    page.evaluate(
        "document.querySelectorAll('.container').forEach((one) => one.style.display = 'block')"
    )
    assert [wide for _, wide, _ in page.evaluate(SIZES)] == [600, 600]
    page.wait_for_function(
        "[...document.querySelectorAll('.mg-plot, .mg-chart')].every((one) => one.viewBox.baseVal.width === 600)"
    )


# What themes and notebooks say of bare elements.
HOST = """legend { float: left; width: 100%; margin-bottom: .5rem; font-size: 1.5rem; line-height: inherit;
  border-bottom: 1px solid } legend + * { clear: left } summary { display: block } p { margin: 0 0 1.15rem }
  label { display: block; margin-bottom: .5rem; font-weight: bold } h2, h3, h4 { margin: 2rem 0; letter-spacing: 1px }
  button, input, textarea { margin: 4px; font-size: 2rem } ul, ol { margin: 1rem 0; padding-left: 3rem }
  table { margin: 1rem auto; width: 100% } th, td { padding: 1rem } svg, img { vertical-align: middle }"""

PLACES = """[...document.querySelectorAll(".mg-view")].map((view) => {
  const { left, top } = view.getBoundingClientRect();
  const seen = [...view.querySelectorAll("*")].filter((one) => one.checkVisibility());
  return [view.dataset.model, seen.map((one) => {
    const box = one.getBoundingClientRect();
    const place = [Math.round(box.left - left), Math.round(box.top - top)];
    return [one.localName, one.className.baseVal ?? one.className, ...place];
  })];
})"""


@pytest.mark.weekly
def test_a_host_that_styles_bare_elements_moves_nothing(sizes):
    text = contained(every_widget(), "display: block", 672)
    plain, _ = sizes(text)
    styled, _ = sizes(text.replace("<style>", f"<style>{HOST} ", 1))
    styled = styled.evaluate(PLACES)
    for (name, here), (_, there) in zip(plain.evaluate(PLACES), styled, strict=True):
        moved = [(a, b) for a, b in zip(here, there, strict=True) if a != b]
        assert not moved, (name, moved[:3])


def test_a_fold_has_its_triangle_whatever_the_page_says(open_page, tmp_path):
    """Some notebooks' styles take it away."""
    file = tmp_path / "folds.html"
    page = static_page({"train": TrainHere()})
    file.write_text(page.replace("<style>", "<style>details, summary { display: block } "), "utf-8")
    folds = open_page(file.as_uri()).locator(".mg summary")
    shown = folds.evaluate_all("(all) => all.map((one) => getComputedStyle(one).display)")
    assert set(shown) == {"list-item"}
