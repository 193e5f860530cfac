"""What a check may ask of a browser, whichever it is."""

import time

PATIENCE = 60  # seconds until a wait is given up


class Engine:
    """A browser with one page. Each kind says how `open`, `resize`, `run`, `perform` and `close` are done."""

    name = ""
    complaints = ()  # what the page has said in the console, as far as this browser tells

    def open(self, url):
        """Load a page, and come back when it is there."""
        raise NotImplementedError

    def resize(self, width, height=900):
        """Make the page this wide; it stays so."""
        raise NotImplementedError

    def run(self, expression):
        """The value of a JavaScript expression in the page, as JSON."""
        raise NotImplementedError

    def perform(self, kind, actions):
        """What a hand does, as WebDriver's list of actions of one device: "key" or "pointer"."""
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    # What follows is the same for all.

    def wait(self, expression):
        """The value of the expression as soon as it is one that counts as true."""
        end = time.monotonic() + PATIENCE
        while not (value := self.run(expression)):
            if time.monotonic() > end:
                raise TimeoutError(f"{self.name}: still not so: {expression}")
            time.sleep(0.02)
        return value

    def press(self, *keys):
        """Press keys one after the other: letters, or the names in KEYS."""
        strokes = [KEYS.get(key, key) for key in keys]
        kinds = ("keyDown", "keyUp")
        self.perform("key", [{"type": kind, "value": key} for key in strokes for kind in kinds])

    def drag(self, *points):
        """Press the button at the first point, move through the others, and let go at the last."""
        first, *others = ({"type": "pointerMove", "x": round(x), "y": round(y)} for x, y in points)
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        self.perform("pointer", [first, down, *others, up])

    def middle(self, element):
        """Where the middle of an element is, once it is in sight. The element is an expression, as in `run`."""
        return self.run(
            f"(one => {{ one.scrollIntoView({{ block: 'center', behavior: 'instant' }});"
            "const box = one.getBoundingClientRect();"
            f"return [box.x + box.width / 2, box.y + box.height / 2]; }})({element})"
        )

    def click(self, element):
        self.drag(self.middle(element))


KEYS = {
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "F2": "\ue032",
    "Tab": "\ue004",
}


def written(expression):
    """The expression with its value in writing: so every driver can hand it over."""
    return f"JSON.stringify(({expression}) ?? null)"
