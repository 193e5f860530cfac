"""From a notebook to a static page: a small book is built from notebooks made here, each with one thing to show."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat

from microgpt.widgets.stored import MIME

ROOT = Path(__file__).parents[2]
VIEW = "application/vnd.jupyter.widget-view+json"
CONF = """
extensions = ["myst_nb", "microgpt.sphinx"]
nb_execution_mode = "off"
html_theme = "basic"
html_theme_options = {}
"""
INTERACT = """
from ipywidgets import interact
from microgpt.plots import Figure

@interact(rate=(0.1, 0.9, 0.1))
def show(rate=0.5):
    return Figure(lambda ax, colours: ax.plot([0, rate], color=colours["data"]), f"A line that rises to {rate}.")
"""


def build(folder, *sources, change=lambda notebook: None):
    """Execute one notebook of these code cells, change its stored form, build it: (page, what Sphinx said)."""
    cells = [
        nbformat.v4.new_code_cell(source.strip(), id=f"cell-{i}")
        for i, source in enumerate(sources)
    ]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# Page", id="title"), *cells]
    )
    path = folder / "index.ipynb"
    nbformat.write(notebook, path)
    subprocess.run(
        [sys.executable, ROOT / "tools/execute.py", path], check=True, capture_output=True
    )
    stored = json.loads(path.read_text("utf-8"))
    change(stored)
    path.write_text(json.dumps(stored), "utf-8")
    (folder / "conf.py").write_text(CONF, "utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "sphinx",
            "-q",
            "-W",
            "--keep-going",
            "-b",
            "html",
            folder,
            folder / "_build/html",
        ],
        capture_output=True,
        text=True,
        cwd=folder,
    )
    page = folder / "_build/html/index.html"
    return page.read_text("utf-8") if page.exists() else "", done.stderr, done.returncode


def outputs(notebook):
    """{cell id: its first output's data}."""
    return {cell["id"]: cell["outputs"][0]["data"] for cell in notebook["cells"][1:]}


def test_what_interact_shows_stands_still(tmp_path):
    """The stored picture in the page's colours, and one line that says with which setting."""
    page, said, code = build(tmp_path, INTERACT)
    assert code == 0, said
    assert "A line that rises to 0.5." in page and "<svg" in page
    assert "you can move this" in page and "rate = 0.5" in page
    assert "var(--data," in page, "the light palette's colours became the theme's"
    assert "require.js" not in page and "html-manager" not in page


def test_two_views_of_one_model_share_it(tmp_path, open_page):
    page, said, code = build(
        tmp_path, "from microgpt.widgets import DotProduct\ndots = DotProduct()\ndots", "dots"
    )
    assert code == 0, said
    tab = open_page((tmp_path / "_build/html/index.html").as_uri())
    views = tab.locator(".mg-view[data-alive]")
    assert views.count() == 2
    views.nth(0).get_by_label("a 1", exact=True).press("End")
    assert "= 7.5" in " ".join(views.nth(1).inner_text().split())


def test_what_is_in_a_box_is_shown_and_can_be_watched(tmp_path, open_page):
    box = "from ipywidgets import HBox\nfrom microgpt.widgets import DotProduct, Task\ndots = DotProduct()"
    page, said, code = build(
        tmp_path, f"{box}\nHBox([DotProduct(), HBox([dots])])", "Task('01-zero-dot', watches=dots)"
    )
    assert code == 0, said
    tab = open_page((tmp_path / "_build/html/index.html").as_uri())
    views = tab.locator(".mg-view[data-alive]")
    assert views.count() == 3
    views.nth(1).get_by_label("b 3", exact=True).press("End")
    views.nth(1).get_by_label("b 2", exact=True).press("ArrowLeft")
    views.nth(2).locator(".mg-explanation", has_text="The products cancel").wait_for()
    assert "= 3.5" in views.nth(0).inner_text()


def test_what_cannot_be_shown_is_an_error_that_says_why(tmp_path):
    def spoil(notebook):
        data = outputs(notebook)
        data["cell-0"][MIME]["state"]["a"] = [1, 2, 99]
        data["cell-1"][MIME]["state"]["colour"] = "blue"
        data["cell-2"][MIME]["widget"] = "Spinner"
        data["cell-3"][VIEW] = {"model_id": "1f2e"}
        del data["cell-3"][MIME]

    dots = "from microgpt.widgets import DotProduct, Task\nDotProduct()"
    twice = ["two = DotProduct()\ntwo", "two.a = [0, 0, 1]\ntwo"]
    alone = "Task('01-zero-dot', watches=DotProduct())"
    _, said, code = build(tmp_path, *[dots] * 4, *twice, alone, change=spoil)
    assert code != 0
    for reason in (
        "DotProduct-1 cannot be made: a must be a list of 2 to 3 numbers",
        "DotProduct-2 cannot be made: DotProduct has no trait colour",
        "DotProduct-3 cannot be made: Spinner is not one of the course's widgets",
        "only a kernel knows: run `make notebooks`",
        "DotProduct-5 is shown twice, with two states",
        "Task.watches: the widget it refers to is not on this page",
    ):
        assert reason in said
