"""What a cell prints or shows, on its way to the page as messages."""

import builtins
import io
import sys
import time
from pprint import pformat

LONGEST = 50_000  # characters that one cell may print
OFTEN = 0.05  # seconds between two messages of printed text


NOTHING = frozenset()
ALL = frozenset({"print", "value", "error", "model", "show", "state"})


class Wire:
    """Where messages go: to the page, but for the types that are dropped at the moment."""

    def __init__(self):
        self.send, self.dropped = print, NOTHING

    def post(self, message):
        """Send a dict to the page."""
        if message["type"] not in self.dropped:
            self.send(message)


wire = Wire()
post = wire.post


class Screen(io.TextIOBase):
    """A stream whose text goes to the page, a few times a second; what is too long is cut, and that is said."""

    def __init__(self, kind):
        self.kind, self.parts, self.sent, self.room = kind, [], time.monotonic(), LONGEST

    def writable(self):
        return True

    def write(self, text):
        if self.room < 0:
            return len(text)
        self.parts.append(text[: self.room])
        self.room -= len(text)
        if self.room < 0:
            self.parts.append(
                f"\n[The cell went on printing: only {LONGEST:,} characters are shown.]\n"
            )
        if time.monotonic() - self.sent > OFTEN:
            self.flush()
        return len(text)

    def flush(self):
        if self.parts:
            post({"type": "print", "kind": self.kind, "text": "".join(self.parts)})
            self.parts, self.sent = [], time.monotonic()


def flush():
    """Send what is still held back."""
    sys.stdout.flush()
    sys.stderr.flush()


def show(value):
    """The value of a cell's last line goes to the page: a widget as itself, all else as a notebook prints it."""
    if value is None:
        return
    builtins._ = value
    flush()
    if hasattr(value, "_show_on_page"):
        value._show_on_page()
    else:
        post({"type": "value", "text": pretty(value)})


def pretty(value):
    """As a notebook shows it: long containers one item a line, dictionaries in their order, classes by their name."""
    if isinstance(value, type):
        module = value.__module__
        return value.__qualname__ if module == "builtins" else f"{module}.{value.__qualname__}"
    return pformat(value, width=79, sort_dicts=False)
