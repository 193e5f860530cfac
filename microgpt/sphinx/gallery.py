"""The gallery: every widget, with the example of its own docstring."""

import ast
import doctest
import inspect
import re

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
    """{topic: [widget classes]} in the order of the package's folders."""
    found = {}
    for name in microgpt.widgets.__all__:
        make = getattr(microgpt.widgets, name)
        if make.module:
            found.setdefault(make.module.split("/")[0], []).append(make)
    return dict(sorted(found.items()))


class GalleryDirective(SphinxDirective):
    """A section for each topic, and in it every widget: what it shows, its code, itself."""

    def run(self):
        shown = []
        for topic, classes in topics().items():
            section = nodes.section("", nodes.title("", topic.capitalize()), ids=[f"topic-{topic}"])
            for make in classes:
                section += self.entry(make)
            shown.append(section)
        return shown

    def entry(self, make):
        source, widget = example(make)
        summary = inspect.getdoc(make).split("\n\n")[0].replace("\n", " ")
        entry = nodes.section(
            "", nodes.title("", make.__name__), ids=[f"widget-{make.__name__.lower()}"]
        )
        entry += nodes.paragraph("", summary.replace("`", ""))
        entry += nodes.literal_block(source, source, language="python")
        watched = [
            value
            for value in map(widget.trait_values().get, widget.public_traits())
            if isinstance(value, microgpt.widgets.Widget)
        ]
        entry += [place(self.env, one) for one in [*watched, widget]]
        return entry
