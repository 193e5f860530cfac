"""What a static page needs so that its widgets come alive."""

import html
import json
from pathlib import Path

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector

import microgpt.widgets

from ..widgets import Widget
from . import bundles

WIDGETS = "microgpt.widgets."


def widget_class(anywidget_id):
    """The widget class that a stored state names; an unknown one is a KeyError with its name."""
    name = anywidget_id.rsplit(".", 1)[1]
    if not anywidget_id.startswith(WIDGETS) or not hasattr(microgpt.widgets, name):
        raise KeyError(f"{anywidget_id} is not one of the course's widgets")
    return getattr(microgpt.widgets, name)


def placeholder(model_id, widget):
    """The place of a widget's view, holding its summary until the script takes over."""
    return nodes.raw(
        text=f'<div class="mg-view" data-model="{html.escape(model_id)}" data-widget="{html.escape(widget.module)}">'
        f'<p class="mg-summary">{html.escape(widget.summary())}</p></div>',
        format="html",
    )


def state_on_page(widget, models):
    """The widget's public state; a widget in it becomes a reference to its model, as in a notebook.

    KeyError when it refers to a model that is not one of the page's `models`.
    """
    state = widget.public_state()
    ids = {f"IPY_MODEL_{id_}": other for id_, other in models.items()}
    for name, value in state.items():
        if isinstance(value, Widget):
            state[name] = value = next(
                (key for key, other in ids.items() if other is value), "IPY_MODEL_"
            )
        if isinstance(value, str) and value.startswith("IPY_MODEL_") and value not in ids:
            raise KeyError(
                f"{type(widget).__name__}.{name}: the widget it refers to is not on this page"
            )
    return state


def state_of(models):
    """What a page stores of its widgets, {id: widget}."""
    return {
        id_: {"module": widget.module, "state": state_on_page(widget, models)}
        for id_, widget in models.items()
    }


def keep(env, docname, models):
    """Remember the page's widgets, {id: widget}, until it is written."""
    NbMetadataCollector.set_doc_data(env, docname, "mg_models", state_of(models))


def as_script(state):
    """The text of the element that holds the state: "</script>" inside a text would end it."""
    return json.dumps(state, sort_keys=True).replace("<", "\\u003c")


def load_widgets(app, pagename, templatename, context, doctree):
    """Give a page that is being written the state of its widgets, and the scripts and styles they need."""
    state = NbMetadataCollector.get_doc_data(app.env).get(pagename, {}).get("mg_models")
    if not state:
        return
    names = sorted({model["module"] for model in state.values()})
    app.add_js_file(None, id="mg-state", type="application/json", body=as_script(state))
    app.add_js_file("mg/core.js", loading_method="defer", priority=600)
    for name, text in bundles.beyond_core(names).items():
        file = f"mg/pages/{pagename}.js" if name == "own.js" else f"mg/{name}"
        write_static(app, file, text)
        app.add_js_file(file, loading_method="defer", priority=700, **{"data-mg": ""})
    if style := bundles.own_style(names):
        write_static(app, f"mg/pages/{pagename}.css", style)
        app.add_css_file(f"mg/pages/{pagename}.css", priority=600)  # before course.css


def write_static(app, file, text):
    """Write a static file of the book."""
    target = Path(app.outdir) / "_static" / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def load_core(app):
    """Write what is the same for all pages."""
    write_static(app, "mg/core.js", bundles.core_script())
    write_static(app, "mg/core.css", bundles.core_style())
    app.add_css_file("mg/core.css")


def setup(app):
    app.connect("builder-inited", load_core)
    app.connect("html-page-context", load_widgets)
