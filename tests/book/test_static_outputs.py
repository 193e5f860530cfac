"""From a notebook to a static page: a small book is built from notebooks made here, each with one thing to show."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]
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


def states(notebook):
    return notebook["metadata"]["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]


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


def test_a_state_that_the_class_rejects_is_an_error(tmp_path):
    def spoil(notebook):
        next(model for model in states(notebook).values() if model["model_module"] == "anywidget")[
            "state"
        ]["a"] = [1, 2, 99]

    _, said, code = build(
        tmp_path, "from microgpt.widgets import DotProduct\nDotProduct()", change=spoil
    )
    assert code != 0 and "a must be a list of 2 to 3 numbers" in said


def test_a_view_without_a_model_is_an_error(tmp_path):
    def lose(notebook):
        states(notebook).clear()

    _, said, code = build(
        tmp_path, "from microgpt.widgets import DotProduct\nDotProduct()", change=lose
    )
    assert code != 0 and "stores no model" in said
