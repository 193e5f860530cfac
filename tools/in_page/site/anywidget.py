"""Stands in for anywidget in the page: a widget's state goes to the page's own model of it, and comes back."""

import traitlets
from page.cells import attend
from page.output import post

LIVE = {}


class AnyWidget(traitlets.HasTraits):
    """Its traits with `sync=True` are what Python and the page share."""

    def __init__(self, **traits):
        self._heard = {}
        super().__init__(**traits)
        self.model_id = f"py{len(LIVE) + 1}"
        LIVE[self.model_id] = self
        self.observe(self._tell, self._shared())

    def _shared(self):
        return [name for name in self.trait_names(sync=True) if not name.startswith("_")]

    def _state(self):
        return {name: to_page(getattr(self, name)) for name in self._shared()}

    def _tell(self, change):
        """Python set a trait. What the page said is not sent back to it: it would chase its own tail."""
        name, value = change["name"], to_page(change["new"])
        if name not in self._heard or self._heard[name] != value:
            post({"type": "state", "model": self.model_id, "state": {name: value}})

    def on_msg(self, callback):
        """Widgets of a page find each other in the page: no message comes this way."""

    def close(self):
        """The page goes on showing it, and Python hears no more of it."""
        self.unobserve_all()

    def _show_on_page(self):
        """Send what the page needs to draw it, and the widgets that it refers to first."""
        for value in (getattr(self, name) for name in self._shared()):
            if isinstance(value, AnyWidget):
                value._send_model()
        self._send_model()
        post({"type": "show", "model": self.model_id})

    def _send_model(self):
        post(
            {"type": "model", "model": self.model_id, "module": self.module, "state": self._state()}
        )


def to_page(value):
    """A widget becomes a reference to its model, as in a notebook."""
    return f"IPY_MODEL_{value.model_id}" if isinstance(value, AnyWidget) else value


def hear(model_id, state):
    """The reader moved something. What the class refuses is put back on the page."""
    widget = LIVE[model_id]

    def take():
        with widget.hold_trait_notifications():
            for name, value in state.items():
                setattr(widget, name, value)

    widget._heard = state
    if not attend(take):
        post({"type": "state", "model": model_id, "state": widget._state()})
    widget._heard = {}
