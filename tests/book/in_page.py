"""Drives the code cells of an open page, in any browser: `script(code, *arguments)` runs a function's body there."""

import json
import time

IDLE = """
const [start] = document.querySelectorAll(`#cell-${arguments[0]} .mg-cell-bar button`);
return start && !start.hasAttribute("aria-disabled");
"""
WRITE = """
const field = document.querySelector(`#cell-${arguments[0]} textarea`);
field.value = arguments[1];
field.dispatchEvent(new Event("input", { bubbles: true }));
"""
PRESS = """
const buttons = [...document.querySelectorAll(`#cell-${arguments[0]} .mg-cell-bar button`)];
buttons.find((one) => !arguments[1] || one.textContent === arguments[1]).click();
"""
READ = "return document.querySelector(`#cell-${arguments[0]} ${arguments[1]}`)?.textContent ?? ''"


class Cells:
    """The cells of one page."""

    def __init__(self, script):
        self.script = script

    def write(self, cell, source):
        self.script(WRITE, cell, source)

    def press(self, cell, name=""):
        """Press a button of the cell; the first one is Run or Check."""
        self.script(PRESS, cell, name)

    def is_idle(self, cell):
        return self.script(IDLE, cell)

    def wait(self, cell, seconds=60):
        """Wait until the cell has come to its end."""
        self.until(lambda: self.is_idle(cell), f"{cell} does not end", seconds)

    def until(self, condition, complaint, seconds=60):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, complaint
            time.sleep(0.02)

    def run(self, cell, source=None):
        """Run or check the cell, with this source if one is given; what it gives as text."""
        if source is not None:
            self.write(cell, source)
        self.press(cell)
        self.wait(cell)
        return self.output(cell)

    def output(self, cell):
        return self.script(READ, cell, ".mg-cell-output")

    def status(self, cell):
        return self.script(READ, cell, ".mg-cell-status")

    def claims(self, cell):
        return self.script(READ, cell, ".mg-claims")

    def source(self, cell):
        return self.script(
            "return document.querySelector(`#cell-${arguments[0]} textarea`).value", cell
        )


def in_browser(evaluate):
    """The cells of the page in which `evaluate` gives the value of an expression."""
    return Cells(
        lambda code, *arguments: evaluate(f"(function () {{ {code} }})(...{json.dumps(arguments)})")
    )


RIGHT = "def dot(a, b):\n    return sum(x * y for x, y in zip(a, b))"
WRONG = "def dot(a, b):\n    return [x * y for x, y in zip(a, b)]"
STUB = "ex-01-1-stub"


def solve(cells):
    """Exercise 1.1: what is not begun, wrong, and right, one after the other."""
    assert "Begin like this: walk through a and b" in cells.run(STUB)
    cells.run(STUB, WRONG)
    assert "you multiplied, but did not add up" in cells.claims(STUB)
    assert cells.status(STUB) == "Not yet."
    assert cells.run(STUB, RIGHT) == ""
    assert cells.status(STUB) == "Solved." and "○" not in cells.claims(STUB)
