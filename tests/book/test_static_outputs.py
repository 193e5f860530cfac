"""From a notebook to a static page: small books are built from notebooks made here, each with one thing to show."""

import copy
import json
import subprocess
import sys
from typing import NamedTuple

import nbformat
import pytest
from pages import ROOT

CONF = """
extensions = ["myst_nb", "microgpt.sphinx"]
nb_execution_mode = "off"
html_theme = "basic"
html_theme_options = {}
"""
INDEX = """
Pages
=====

.. toctree::
   :glob:

   *
"""
INTERACT = """
from ipywidgets import interact
from microgpt.plots import Figure

@interact(rate=(0.1, 0.9, 0.1))
def show(rate=0.5):
    return Figure(lambda ax, colours: ax.plot([0, rate], color=colours["data"]), f"A line that rises to {rate}.")
"""
TWO_VIEWS = ["from microgpt.widgets import DotProduct\ndots = DotProduct()\ndots", "dots"]


def notebook(*sources):
    cells = [
        nbformat.v4.new_code_cell(source.strip(), id=f"cell-{i}")
        for i, source in enumerate(sources)
    ]
    title = nbformat.v4.new_markdown_cell("# Page", id="title")
    return nbformat.v4.new_notebook(cells=[title, *cells])


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """{name: the stored form of a notebook}."""
    folder = tmp_path_factory.mktemp("executed")
    files = {name: folder / f"{name}.ipynb" for name in ("interact", "two_views")}
    nbformat.write(notebook(INTERACT), files["interact"])
    nbformat.write(notebook(*TWO_VIEWS), files["two_views"])
    command = [sys.executable, ROOT / "tools/execute.py", *files.values()]
    subprocess.run(command, check=True, capture_output=True)
    return {name: json.loads(file.read_text("utf-8")) for name, file in files.items()}


class Book(NamedTuple):
    folder: object
    code: int
    said: str

    def page(self, name):
        return self.folder / f"_build/{name}.html"

    def said_of(self, name):
        """What Sphinx said of one notebook."""
        return "\n".join(line for line in self.said.splitlines() if f"{name}.ipynb" in line)


def build(folder, notebooks):
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "index.rst").write_text(INDEX, "utf-8")
    for name, stored in notebooks.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(stored), "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    done = subprocess.run(
        [*command, folder, folder / "_build"], capture_output=True, text=True, cwd=folder
    )
    return Book(folder, done.returncode, done.stderr)


@pytest.fixture(scope="module")
def good(executed, tmp_path_factory):
    book = build(tmp_path_factory.mktemp("good"), executed)
    assert book.code == 0, book.said
    return book


@pytest.fixture(scope="module")
def spoiled(executed, tmp_path_factory):
    """A book of two notebooks, in each of which something is wrong."""
    rejected, lost = copy.deepcopy(executed["two_views"]), copy.deepcopy(executed["two_views"])
    model = next(one for one in states(rejected).values() if one["model_module"] == "anywidget")
    model["state"]["a"] = [1, 2, 99]
    states(lost).clear()
    book = build(tmp_path_factory.mktemp("spoiled"), {"rejected": rejected, "lost": lost})
    assert book.code != 0
    return book


def states(notebook):
    return notebook["metadata"]["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]


def test_what_interact_shows_stands_still(good):
    """The stored picture in the page's colours, and one line that says with which setting."""
    page = good.page("interact").read_text("utf-8")
    assert "A line that rises to 0.5." in page and "<svg" in page
    assert "you can move this" in page and "rate = 0.5" in page
    assert "var(--data," in page, "the light palette's colours became the theme's"
    assert "require.js" not in page and "html-manager" not in page


def test_two_views_of_one_model_share_it(good, open_page):
    tab = open_page(good.page("two_views").as_uri())
    views = tab.locator(".mg-view[data-alive]")
    assert views.count() == 2
    views.nth(0).get_by_label("a 1", exact=True).press("End")
    assert "= 7.5" in " ".join(views.nth(1).inner_text().split())


def test_a_state_that_the_class_rejects_is_an_error(spoiled):
    assert "a must be a list of 2 to 3 numbers" in spoiled.said_of("rejected")


def test_a_view_without_a_model_is_an_error(spoiled):
    assert "stores no model" in spoiled.said_of("lost")
