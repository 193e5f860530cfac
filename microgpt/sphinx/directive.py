"""A widget in one of the book's Markdown pages."""

import json

from sphinx.util.docutils import SphinxDirective

import microgpt.widgets

from .pages import keep, placeholder


class WidgetDirective(SphinxDirective):
    """The widget class as the argument, its traits as JSON in the body.

    ```{widget} DotProduct
    {"a": [1, 2], "b": [2, 1]}
    ```
    """

    required_arguments = 1
    has_content = True

    def run(self):
        try:
            make = getattr(microgpt.widgets, self.arguments[0])
            widget = make(**json.loads("\n".join(self.content) or "{}"))
        except Exception as error:
            raise self.error(f"the widget {self.arguments[0]} cannot be made: {error}") from error
        return [place(self.env, widget)]


def place(env, widget):
    """The place of a widget on the page that is being read; the page will carry what the widget needs."""
    models = env.temp_data.setdefault("mg_models", {})
    model_id = f"p{len(models) + 1:02d}"
    models[model_id] = widget
    keep(env, env.docname, models)
    return placeholder(model_id, widget)
