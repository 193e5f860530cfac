"""The pictures of the kit that no widget shows yet, line chart and heat map, on a page of their own."""

import pytest

from microgpt.widgets import modules

LOSSES = [3.3, 3.1, 2.9, 2.5, 2.6]
CHART = f"""
import {{ lineChart }} from "draw/line.js"
const picked = [];
const chart = lineChart({{
  name: "loss", xName: "step", yName: "nats", last: 5, digits: 2,
  series: [{{ name: "each", faint: true }}, {{ name: "mean", colour: "loss" }}],
  baselines: [{{ name: "blind", value: Math.log(27) }}],
  onPick: (i) => picked.push(i),
}});
main.append(chart.el);
chart.set([{LOSSES}, [3.3, 3.2, 3.1, 2.95]]);
globalThis.kit = {{ chart, picked }};
"""
HEATMAP = """
import { heatmap } from "draw/heatmap.js"
const picked = [];
const map = heatmap({ name: "counts", rows: ["a", "b"], columns: ["x", "y", "z"], onPick: (...at) => picked.push(at) });
main.append(map.el);
map.set([[1, -2, 0], [4, 0.5, NaN]]);
globalThis.kit = { map, picked };
"""


@pytest.fixture
def open_kit(open_page, tmp_path):
    """open_kit(script) -> a page whose script may begin with one import of a kit module and finds the page's `main`."""

    def open_(script, width=1280):
        imports, body = script.strip().split("\n", 1)
        names, module = imports.removeprefix("import ").split(" from ")
        module = module.strip('"')
        code = modules.page_registry() + "".join(
            f"microgpt.{one}" for one in modules.modules(module).values()
        )
        css = "".join(path.read_text("utf-8") for path in modules.all_styles())
        file = tmp_path / "kit.html"
        file.write_text(
            '<!doctype html><html lang="en"><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width"><title>Kit</title>'
            f"<style>{css}</style><main class=mg></main><script>{code}{{ const {names} = microgpt.need('{module}'), "
            f"main = document.querySelector('main');\n{body} }}</script>",
            "utf-8",
        )
        return open_page(file.as_uri(), viewport={"width": width, "height": 800})

    return open_


def test_line_chart_by_pointer_and_keys(open_kit):
    page = open_kit(CHART)
    chart = page.get_by_role("slider", name="loss")
    assert "Point at the chart" in page.locator("main").inner_text()
    assert page.get_by_text("blind 3.30").count() == 1, "the baseline has its name and its value"
    chart.press("Home")
    assert chart.get_attribute("aria-valuetext") == "step 1: each 3.30, mean 3.30"
    chart.press("ArrowRight")
    chart.press("End")
    assert chart.get_attribute("aria-valuetext") == "step 5: each 2.60", (
        "where a series has no value, it is not named"
    )
    box = chart.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.evaluate("kit.picked")[:3] == [4, 0, 1] and len(page.evaluate("kit.picked")) > 3
    assert page.get_by_text("step 3: each 2.90, mean 3.10").count() == 1


@pytest.mark.parametrize(
    "values", ["[[], []]", "[[NaN, 1], [2]]", "[[0, 0, 0, 0, 0], [0]]", "[[1e300, -1e300], []]"]
)
def test_line_chart_of_anything(open_kit, values):
    page = open_kit(CHART, width=320)
    page.evaluate(f"kit.chart.set({values})")
    page.get_by_role("slider").press("End")
    assert not page.evaluate(
        "/NaN|undefined|Infinity/.test(document.querySelector('main').innerHTML)"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_heat_map_by_pointer_and_keys(open_kit):
    page = open_kit(HEATMAP)
    picture = page.get_by_role("slider", name="counts")
    cells = picture.locator(".mg-heat-cell")
    assert cells.evaluate_all("all => all.map(one => one.dataset.tint)") == [
        "pos25",
        "neg50",
        "pos0",
        "pos100",
        "pos13",
        "pos0",
    ]
    picture.press("ArrowDown")
    assert picture.get_attribute("aria-valuetext") == "row b, column x: 4"
    cells.nth(1).hover()
    assert page.get_by_text("row a, column y: −2").count() == 1
    assert page.evaluate("kit.picked.at(-1)") == [0, 1]
    page.evaluate("kit.map.select(-1, 0)")
    assert page.get_by_text("Point at a cell").count() == 1
    picture.press("End")
    assert page.get_by_text("row a, column z: 0").count() == 1
    picture.blur()
    assert page.get_by_text("Point at a cell").count() == 1
