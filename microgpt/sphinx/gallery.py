"""The gallery: every widget, with the example of its own docstring; a page for each topic, and one that lists all."""

import ast
import doctest
import inspect
import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

import microgpt.widgets

from .directive import place


def example(make):
    """(source, widget): the code of the first examples in a class's docstring that make a widget, and that widget."""
    names = {name: getattr(microgpt.widgets, name) for name in microgpt.widgets.__all__}
    source = ""
    for part in doctest.DocTestParser().get_examples(inspect.getdoc(make)):
        source += part.source
        last = ast.parse(part.source).body[-1]
        if isinstance(last, ast.Expr):
            widget = eval(part.source, names)
            if isinstance(widget, microgpt.widgets.Widget):
                return re.sub(r"\s*# doctest:.*", "", source).strip(), widget
        else:
            exec(part.source, names)
    # Its example shows something else: then it is shown as it comes.
    return f"{make.__name__}()", make()


def topics():
    """{topic: [widget classes]}: a topic is a folder of the package."""
    found = {}
    for name in microgpt.widgets.__all__:
        make = getattr(microgpt.widgets, name)
        if make.module:
            found.setdefault(make.module.split("/")[0], []).append(make)
    return found


def anchor(make):
    """Where a widget stands on the page of its topic."""
    return f"widget-{make.__name__.lower()}"


def what_it_shows(make):
    """The first paragraph of a class's docstring, as a line of text."""
    return inspect.getdoc(make).split("\n\n")[0].replace("\n", " ").replace("`", "")


def fold(title, text):
    """A text that opens with a press on its title."""
    opening = f"<details><summary>{title}</summary>"
    parts = [nodes.raw("", html, format="html") for html in (opening, "</details>")]
    return [parts[0], nodes.paragraph("", text), parts[1]]


class GalleryDirective(SphinxDirective):
    """With a topic: each of its widgets, with its code. Without: every widget in a line that leads to it.

    In the table of contents, the pages of the topics stand below the page that lists them all. Each is named after its
    topic, as in gallery_numbers.
    """

    optional_arguments = 1

    def run(self):
        if self.arguments:
            return [self.entry(make) for make in topics()[self.arguments[0]]]
        pages = self.env.external_site_map[self.env.docname].child_files()
        listed = {page.rsplit("_", 1)[1]: page for page in pages}
        if listed.keys() != topics().keys():
            raise self.error(f"topics: {sorted(topics())}; pages in _toc.yml: {sorted(listed)}")
        return [self.lines(page, topics()[topic]) for topic, page in listed.items()]

    def entry(self, make):
        """What the widget shows, its code, itself, between its question and what one saw."""
        source, widget = example(make)
        entry = nodes.section("", nodes.title("", make.__name__), ids=[anchor(make)])
        entry += nodes.paragraph("", what_it_shows(make))
        entry += nodes.literal_block(source, source, language="python")
        watched = [
            value
            for value in map(widget.trait_values().get, widget.public_traits())
            if isinstance(value, microgpt.widgets.Widget)
        ]
        if make.question:
            entry += nodes.paragraph("", "", nodes.strong("", make.question))
        entry += [place(self.env, one) for one in [*watched, widget]]
        if make.seen:
            entry += fold("What you saw", make.seen)
        return entry

    def lines(self, page, makes):
        """A section for the page of a topic: its title, and a line for each widget."""
        address = self.env.app.builder.get_relative_uri(self.env.docname, page)
        source = self.env.doc2path(page)
        self.env.note_dependency(source)
        title = Path(source).read_text("utf-8").splitlines()[0].removeprefix("# ")
        items = nodes.bullet_list()
        for make in makes:
            name = nodes.reference("", make.__name__, refuri=f"{address}#{anchor(make)}")
            line = nodes.paragraph("", "", name, nodes.Text(f": {what_it_shows(make)}"))
            items += nodes.list_item("", line)
        heading = nodes.title("", "", nodes.reference("", title, refuri=address))
        return nodes.section("", heading, items, ids=[f"topic-{page.rsplit('/', 1)[1]}"])
