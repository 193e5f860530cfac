"""What a static page needs so that its widgets come alive."""

import html
import json

from docutils import nodes

from ..widgets import Widget, modules


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


def scripts(models):
    """[(key, file, attributes)] of a page with these `models`: {id: widget}."""
    needed = {}
    for widget in models.values():
        modules.modules(widget.module, needed)
    state = {
        id_: {"module": widget.module, "state": state_on_page(widget, models)}
        for id_, widget in models.items()
    }
    # "</script>" inside a text would end the element.
    body = json.dumps(state, sort_keys=True).replace("<", "\\u003c")
    yield "mg_state", None, {"type": "application/json", "id": "mg-state", "body": body}
    yield "mg_registry", "mg/kit/registry.js", {"defer": "defer", "priority": 600}
    for path in needed:
        yield (
            f"mg_{modules.key(path)}",
            f"mg/{modules.key(path)}",
            {"defer": "defer", "priority": 700},
        )
    yield "mg_host", "mg/host.js", {"defer": "defer", "priority": 900}
