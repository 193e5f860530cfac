"""Makes the code cells of a chapter run in its page.

Each of them gets its name and a place for its buttons. The page holds what the scripts have to know beside that: which
cells run, in their order, and the source of those that it does not show.
"""

import re
import shutil
import zlib
from html import escape
from pathlib import Path

from docutils import nodes

from .. import check
from ..notebook import cells_of
from . import bundles
from .chapters import chapter_of, launch_links
from .pages import as_script
from .static import PYTHON, write_static

STUB = re.compile(r"(ex-\d\d-\d+)-stub")
CHECK = re.compile(r"ex-\d\d-\d+-check")
PARTS = ("engine", "wasm", "stdlib", "course")
BAR = '<div class="mg mg-cell-bar"></div>'


def place(cell):
    """The id of the element that shows a cell."""
    return f"cell-{cell.id}"


def name_cells(app, doctree):
    """Give each cell that runs its name, a place for its buttons and, for an exercise, what is asked."""
    docname = app.env.docname
    if chapter_of(docname) is None:
        return
    cells = cells_of(app.env.doc2path(docname))
    for container in doctree.findall(nodes.container):
        if container.get("nb_element") != "cell_code":
            continue
        cell = cells[container["cell_index"]]
        if "needs-notebook" in cell.tags:
            container.insert(1, elsewhere(app, docname))
        elif cell.runs_in_page:
            container["ids"].append(place(cell))
            container["classes"].append("course-runs")
            container.insert(1, nodes.raw(text=BAR + asked(cell), format="html"))
        elif CHECK.fullmatch(cell.id):
            container["classes"].append("course-check")


def elsewhere(app, docname):
    """The line under a cell that the page's Python cannot run."""
    links = [
        f'<a href="{escape(url)}">{name}</a>'
        for name, url in launch_links(app.config, docname).items()
    ]
    own = '<a href="../book/how_to_use.html#local">on your own computer</a>'
    line = f"This cell needs a notebook: {', '.join(links)}, or {own}."
    if not links:
        line = f"This cell needs a notebook, {own}."
    return nodes.raw(text=f'<p class="course-here">{line}</p>', format="html")


def asked(cell):
    """The list of what an exercise asks for, under its stub."""
    match = STUB.fullmatch(cell.id)
    if not match:
        return ""
    claims = check.exercises()[match[1]].result().claims
    # Their code comes with the first check: it would make the page heavier than all the rest of its cells.
    items = "".join(f"<li>{escape(claim.text)}</li>" for claim in claims)
    return f'<div class="mg mg-claims"><p>What is asked</p><ul>{items}</ul></div>'


def load_python(app):
    """Copy the page's Python to where the pages find it, and write the script of the cells."""
    if not all((PYTHON / f"{name}.js").exists() for name in PARTS):
        raise FileNotFoundError(f"{PYTHON} is empty: `make book` fills it")
    target = Path(app.outdir) / "_static/mg/python"
    target.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        shutil.copy(PYTHON / f"{name}.js", target)
    write_static(app, "mg/cells.js", bundles.cells_script())
    write_static(app, "mg/cells.css", bundles.cells_style())
    for name, text in bundles.on_demand().items():
        write_static(app, f"mg/{name}", text)


def part(name):
    """The file of a part, with a number that changes with it."""
    version = zlib.crc32((PYTHON / f"{name}.js").read_bytes())
    return f"python/{name}.js?v={version:08x}"


def load_cells(app, pagename, templatename, context, doctree):
    """What the page holds for its cells, and the scripts that make them run."""
    chapter = chapter_of(pagename)
    if chapter is None or doctree is None:
        return
    cells = [cell for cell in cells_of(app.env.doc2path(pagename)) if cell and cell.runs_in_page]
    page = {
        "chapter": chapter.label,
        "cells": [cell.id for cell in cells],
        "hidden": {cell.id: cell.source for cell in cells if not cell.is_shown},
        "base": "../_static/mg/",
        "python": [part(name) for name in PARTS],
    }
    app.add_js_file(None, id="mg-cells", type="application/json", body=as_script(page))
    app.add_js_file("mg/cells.js", priority=750, loading_method="defer")
    app.add_css_file("mg/cells.css", priority=600)


def setup(app):
    app.connect("builder-inited", load_python)
    app.connect("doctree-read", name_cells)
    app.connect("html-page-context", load_cells)
