"""A figure that is drawn from measured numbers when the book is built."""

import json

from sphinx.util.docutils import SphinxDirective

from .. import plots
from .figures import inline_svg


class PlotDirective(SphinxDirective):
    """A function of `microgpt.plots`, and the JSON file, from the root of the project, that it draws.

    ```{plot} speeds benchmarks/results.json
    ```
    """

    required_arguments = 2

    def run(self):
        name, file = self.arguments
        _, path = self.env.relfn2path("/" + file)
        self.env.note_dependency(path)
        with open(path, encoding="utf-8") as data:
            figure = getattr(plots, name)(json.load(data))
        return [inline_svg(figure.svg, f"{name}-", figure.alt)]
