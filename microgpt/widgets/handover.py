"""A model that was trained in one widget goes to the other widgets of its notebook, through the kernel.

In one document the front ends hand it over themselves (`kit/handover.js`). Where every output is a frame of its own,
the kernel alone reaches them all. The model travels in messages: no trait holds it, so no notebook stores it.
"""

from weakref import WeakSet

OFFER = "microgpt-model"
ASK = "microgpt-model-wanted"
TAKEN = "microgpt-model-taken"


class Handover:
    """Who takes models, and the model that was offered last."""

    def __init__(self):
        self.takers = WeakSet()
        self.giver = self.offer = None

    def gives(self, widget):
        """From now on, what this widget offers goes to all takers."""
        widget.on_msg(self._pass_on)

    def takes(self, widget):
        """From now on this widget hears of every offer; when it asks, of the last one."""
        self.takers.add(widget)
        widget.on_msg(self._answer)

    def _pass_on(self, giver, message, buffers):
        if message.get("kind") != OFFER:
            return
        self.giver, self.offer = giver, message
        takers = [widget for widget in self.takers if alive(widget)]
        for widget in takers:
            widget.send(message)
        if takers:
            giver.send({"kind": TAKEN})

    def _answer(self, taker, message, buffers):
        if message.get("kind") == ASK and self.offer and alive(self.giver):
            taker.send(self.offer)


def alive(widget):
    """Whether the widget has not been closed."""
    return widget.comm is not None


handover = Handover()
