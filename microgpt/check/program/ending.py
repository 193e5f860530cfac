"""How a program ended, in words."""

import re
from dataclasses import dataclass

ENDS = {
    "time": "its time was over; --limit gives it more.",
    "output": "it printed far more than the run does, and was ended.",
    "keyboard": "it was stopped from the keyboard.",
}


@dataclass
class Ending:
    """How a program ended: `kind` is that of `microgpt.child.Child`, or "keyboard"; `errors` is its stderr."""

    kind: str = "done"
    errors: str = ""
    code: int = 0

    @property
    def error(self):
        """The last line of a traceback, as "ValueError: text"; empty if there is none."""
        found = re.findall(
            r"^(\w[\w.]*(?:Error|Exception|Interrupt)\b.*)$", self.errors, re.MULTILINE
        )
        return found[-1].strip()[:200] if found and self.kind == "done" else ""

    def place(self, file):
        """The line of the program at which the error arose, and its text."""
        frames = re.findall(
            r'^  File "(.*)", line (\d+).*(?:\n    (.*))?', self.errors, re.MULTILINE
        )
        frames = [frame for frame in frames if frame[0].endswith(file)] or frames
        return [f"line {line}: {text.strip()}".removesuffix(": ") for _, line, text in frames[-1:]]

    def sentence(self):
        """How it ended, as the end of a sentence; empty if by itself, without an error."""
        if self.error or self.kind != "done" or not self.code:
            return f"it ended with {self.error}" if self.error else ENDS.get(self.kind, "")
        last = (self.errors.strip().splitlines() or ["it says nothing"])[-1][:200]
        return f"it ended with the exit code {self.code}: {last}"
