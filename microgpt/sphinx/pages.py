"""What a static page holds of its widgets: the place of each view, and the state of each model."""

import html
import json

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector

from ..widgets import Widget

KEPT = "microgpt_widgets"


def anchor(model_id):
    """The name that leads to a chapter's widget.

    >>> anchor("DotProduct-1")
    'widget-dotproduct-1'
    """
    return f"widget-{model_id.lower()}"


def placeholder(model_id, widget, name=""):
    """The place of a widget's view, holding its summary until the script takes over; then what takes it on paper.

    `name` is what links lead to.
    """
    given = {"id": name} if name else {}
    given |= {"data-model": model_id, "data-widget": widget.module}
    written = " ".join(f'{key}="{html.escape(value)}"' for key, value in given.items())
    return nodes.raw(
        text=f'<div class="mg-view" {written}>'
        f'<p class="mg-summary">{html.escape(widget.summary())}</p></div>{widget.on_paper()}',
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
    NbMetadataCollector.set_doc_data(env, docname, KEPT, state_of(models))


def kept(env, docname):
    """What was kept of the page's widgets; nothing where it has none."""
    return NbMetadataCollector.get_doc_data(env).get(docname, {}).get(KEPT)


def as_script(state):
    """The text of the element that holds the state: "</script>" inside a text would end it."""
    return json.dumps(state, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")
