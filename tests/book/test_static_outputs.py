"""From a notebook to a static page: a small book is built from notebooks made here, each with one thing to show."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

from microgpt.widgets.stored import MIME

pytestmark = pytest.mark.weekly  # it builds a book of its own

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


BOX = "from ipywidgets import HBox\nfrom microgpt.widgets import DotProduct, Task\ndots = DotProduct()"
DOTS = "from microgpt.widgets import DotProduct, Task\nDotProduct()"
NOTEBOOKS = {  # the code cells of each
    "interact": [INTERACT],
    "shared": ["from microgpt.widgets import DotProduct\ndots = DotProduct()\ndots", "dots"],
    "boxes": [f"{BOX}\nHBox([DotProduct(), HBox([dots])])", "Task('01-zero-dot', watches=dots)"],
    "spoiled": [
        *[DOTS] * 4,
        *["two = DotProduct()\ntwo", "two.a = [0, 0, 1]\ntwo"],
        "Task('01-zero-dot', watches=DotProduct())",
    ],
}


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The folder of a small book of these notebooks, executed and built in one go, and what Sphinx said."""
    folder = tmp_path_factory.mktemp("book")
    paths = [folder / f"{name}.ipynb" for name in NOTEBOOKS]
    for path in paths:
        nbformat.write(written(NOTEBOOKS[path.stem]), path)
    execute = [sys.executable, ROOT / "tools/execute.py", *paths]
    subprocess.run(execute, check=True, capture_output=True)
    spoil(folder / "spoiled.ipynb")
    (folder / "conf.py").write_text(CONF, "utf-8")
    listed = "\n".join(["# Book", "", "```{toctree}", *NOTEBOOKS, "```", ""])
    (folder / "index.md").write_text(listed, "utf-8")
    out = folder / "_build/html"
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", folder, out]
    done = subprocess.run(sphinx, capture_output=True, text=True, cwd=folder)
    return SimpleNamespace(folder=out, said=done.stderr, code=done.returncode)


def written(sources):
    cells = [
        nbformat.v4.new_code_cell(source.strip(), id=f"cell-{i}")
        for i, source in enumerate(sources)
    ]
    title = nbformat.v4.new_markdown_cell("# Page", id="title")
    return nbformat.v4.new_notebook(cells=[title, *cells])


def spoil(path):
    """Change what the notebook stores into what no kernel of ours would have written."""
    stored = json.loads(path.read_text("utf-8"))
    data = outputs(stored)
    data["cell-0"][MIME]["state"]["a"] = [1, 2, 99]
    data["cell-1"][MIME]["state"]["colour"] = "blue"
    data["cell-2"][MIME]["widget"] = "Spinner"
    data["cell-3"][VIEW] = {"model_id": "1f2e"}
    del data["cell-3"][MIME]
    path.write_text(json.dumps(stored), "utf-8")


def outputs(notebook):
    """{cell id: its first output's data}."""
    return {cell["id"]: cell["outputs"][0]["data"] for cell in notebook["cells"][1:]}


def test_nothing_is_said_of_what_can_be_shown(book):
    """Neither a warning nor an error: the spoiled notebook is the only one that is named."""
    places = {line.split(".ipynb")[0].rsplit("/", 1)[-1] for line in book.said.splitlines() if line}
    assert places == {"spoiled"}, book.said


def test_what_interact_shows_stands_still(book):
    """The stored picture in the page's colours, and one line that says with which setting."""
    page = (book.folder / "interact.html").read_text("utf-8")
    assert "A line that rises to 0.5." in page and "<svg" in page
    assert "you can move this" in page and "rate = 0.5" in page
    assert "var(--data," in page, "the light palette's colours became the theme's"
    assert "require.js" not in page and "html-manager" not in page


def test_two_views_of_one_model_share_it(book, open_page):
    tab = open_page((book.folder / "shared.html").as_uri())
    views = tab.locator(".mg-view[data-alive]")
    assert views.count() == 2
    views.nth(0).get_by_label("a 1", exact=True).press("End")
    assert "= 7.5" in " ".join(views.nth(1).inner_text().split())


def test_what_is_in_a_box_is_shown_and_can_be_watched(book, open_page):
    tab = open_page((book.folder / "boxes.html").as_uri())
    views = tab.locator(".mg-view[data-alive]")
    assert views.count() == 3
    views.nth(1).get_by_label("b 3", exact=True).press("End")
    views.nth(1).get_by_label("b 2", exact=True).press("ArrowLeft")
    views.nth(2).locator(".mg-explanation", has_text="The products cancel").wait_for()
    assert "= 3.5" in views.nth(0).inner_text()


def test_what_cannot_be_shown_is_an_error_that_says_why(book):
    assert book.code != 0
    for reason in (
        "DotProduct-1 cannot be made: a must be a list of 2 to 3 numbers",
        "DotProduct-2 cannot be made: DotProduct has no trait colour",
        "DotProduct-3 cannot be made: Spinner is not one of the course's widgets",
        "only a kernel knows: run `make notebooks`",
        "DotProduct-5 is shown twice, with two states",
        "Task.watches: the widget it refers to is not on this page",
    ):
        assert reason in book.said
