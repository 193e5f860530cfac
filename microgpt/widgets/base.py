"""The class all widgets descend from."""

from functools import cache

import anywidget
import traitlets

from .modules import esm, notebook_css
from .stored import MIME, page_id, store

code, style = cache(esm), cache(notebook_css)  # of many widgets of a kind, once


class Widget(anywidget.AnyWidget):
    """A widget whose picture is computed in the browser; Python holds and checks its state.

    A subclass names its JavaScript `module` (a path below `microgpt/widgets`), declares its traits and says in
    `summary()` what its picture shows now. That text stands wherever nothing runs.
    """

    module = ""
    question = seen = ""  # what the gallery asks above it, and tells below it in a fold
    _page_id = traitlets.Unicode().tag(sync=True)

    # Put together when the first such widget is made: there are some seventy, and a notebook shows a few of them.
    @property
    def _esm(self):
        return code(self.module)

    @property
    def _css(self):
        return style(type(self).module)

    def summary(self):
        """One or two sentences with the widget's current numbers."""
        raise NotImplementedError

    def on_paper(self):
        """HTML that takes its place on paper, and on a page that runs no scripts; none: the summary will do."""
        return ""

    def __repr__(self):
        return self.summary()

    @traitlets.default("_page_id")
    def _default_page_id(self):
        return page_id(self)

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, MIME: store(self)}, metadata

    @classmethod
    def modules(cls):
        """The front ends that such widgets have: one, but where the widget says otherwise."""
        return [cls.module] if cls.module else []

    @classmethod
    def public_traits(cls):
        """The names of the traits that describe the picture: not code, layout and other internals."""
        return [
            name
            for name in cls.class_traits(sync=True)
            if not name.startswith("_") and name not in INTERNAL
        ]

    def public_state(self):
        """{trait: value} of what describes the picture."""
        return {name: getattr(self, name) for name in self.public_traits()}


INTERNAL = {"layout", "tabbable", "tooltip"}


class Filled(Widget):
    """A widget that shows `content`: texts of the package, which the reader of a notebook cannot set."""

    content = traitlets.Dict(read_only=True).tag(sync=True)

    @classmethod
    def public_traits(cls):
        return [name for name in super().public_traits() if name != "content"]

    def public_state(self):
        return {**super().public_state(), "content": self.content}
