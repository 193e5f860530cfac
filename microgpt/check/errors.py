"""Where an error arose: the line, the very part of it that raised, and the values that met there."""

import ast
import linecache
import re
from typing import NamedTuple

from .compare import plain
from .words import show

MOST_NAMES = 4
LONGEST = 160
INSIDE = ("<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>")  # parts of a function


class Place(NamedTuple):
    """A place in the learner's code.

    `function` is the name of the function, `line` is counted from its first; `source` is the text of
    the line, `start` and `end` mark the part that raised; `names` are the values of its names.
    """

    function: str
    line: int
    source: str = ""
    start: int = 0
    end: int = 0
    names: tuple = ()

    def lines(self):
        """The line with its marks, and the values: what a report shows under the message."""
        if not self.source:
            return []
        marks = " " * self.start + "^" * (self.end - self.start)
        values = [f"{name} is {value}" for name, value in self.names]
        return [self.source, marks] + ([f"where {', '.join(values)}"] if values else [])


def sentence(error):
    """The error as Python prints it, without memory addresses, on one line."""
    words = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
    words = re.sub(r" at 0x[0-9a-fA-F]+", "", words)
    return words if len(words) <= LONGEST else words[: LONGEST - 3] + "..."


def place(error, is_library):
    """The innermost Place of the learner's own; None if the error arose in the call itself."""
    found = function = None
    trace = error.__traceback__.tb_next
    while trace:
        if not is_library(trace.tb_frame):
            found = trace
            if trace.tb_frame.f_code.co_name not in INSIDE:
                function = trace.tb_frame.f_code
        trace = trace.tb_next
    if not found:
        return None
    code = found.tb_frame.f_code
    function = function or code
    line = found.tb_lineno - function.co_firstlineno + 1
    span = list(code.co_positions())[found.tb_lasti // 2]
    return mark(Place(function.co_name, line), found.tb_frame, span)


def mark(place, frame, span):
    """The place with its line, the marked part and the values, where the source is at hand."""
    first, last, start, end = span
    text = linecache.getline(frame.f_code.co_filename, first or 0, frame.f_globals).rstrip()
    if not text or None in span:
        return place
    start = letters(text, start)
    end = letters(text, end) if last == first else len(text)
    shift = len(text) - len(text.lstrip())
    if end <= start or len(text) > LONGEST or not text.isprintable():
        return place
    names = values(text[start:end], frame.f_locals)
    return place._replace(source=text[shift:], start=start - shift, end=end - shift, names=names)


def letters(text, count):
    """Python counts bytes; how many letters are these?"""
    return len(text.encode()[:count].decode(errors="replace"))


def values(part, variables):
    """The names that stand in this part of the code, with their values as text."""
    try:
        nodes = ast.walk(ast.parse(part.strip()))
    except SyntaxError:
        return ()
    names = dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name))
    known = [name for name in names if name in variables and name != "self"]
    return tuple((name, show(plain(variables[name]))) for name in known[:MOST_NAMES])
