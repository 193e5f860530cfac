"""Find the one place in an answer whose change would make it right.

One part of the learner's own code is changed at a time: an operator, a number, a name, a return that
stands too deep. Where every change that makes all cases right lies in one line, that is where to look:
it is proved, not guessed. The place is shown, the change is left to the learner.
"""

import ast
import inspect
import textwrap
import time

from .changes import changes
from .errors import LONGEST, Place, letters
from .source import functions_in

MOST = 250  # changes that are tried
SECONDS = 3.0  # for all of them together, on the slowest machine
LINES = 15  # in longer code there are too many places


def place_to_change(answer, passes):
    """The Place where one change makes the answer right; None if there is none, or more than one.

    `passes` says whether a changed answer is right in every case.
    """
    found, deadline = [], time.monotonic() + SECONDS
    for function in functions_in(answer):
        source, tree = definition(function)
        for tried, (part, changed) in enumerate(changes(tree) if tree else ()):
            if tried == MOST or time.monotonic() > deadline:
                return None
            candidate = rebuilt(answer, function, changed)
            if candidate and passes(candidate):
                found.append((function.__name__, source, part))
    if not found or len({(name, part.lineno) for name, _, part in found}) > 1:
        return None
    return marked(found[0][0], found[0][1], [part for _, _, part in found])


def definition(function):
    """The lines of a function and its syntax tree; no tree if it is long, or cannot be had.

    Nor is there one where its first line computes something: a changed answer would do that with nobody to watch.
    """
    try:
        source = textwrap.dedent(inspect.getsource(function)).splitlines()
        tree = ast.parse("\n".join(source)).body[0]
    except (OSError, TypeError, SyntaxError, ValueError):
        return [], None
    plain = isinstance(tree, ast.FunctionDef) and not function.__closure__ and not computes(tree)
    return source, tree if plain and len(source) <= LINES else None


def computes(tree):
    """Whether to define this function is to compute something: a decorator, or in a default."""
    first = filter(None, [tree.args, tree.returns])
    return bool(tree.decorator_list) or any(
        isinstance(part, (ast.Call, ast.BinOp, ast.comprehension))
        for one in first
        for part in ast.walk(one)
    )


def rebuilt(answer, function, tree):
    """The answer with this definition in the place of its function; None if it cannot be compiled."""
    names = dict(function.__globals__)
    try:
        module = ast.fix_missing_locations(ast.Module([tree], []))
        exec(compile(module, "<changed answer>", "exec"), names)
    except (SyntaxError, TypeError, ValueError, NameError):
        return None
    new = names[function.__name__]
    return (
        type(answer.__name__, (answer,), {function.__name__: new})
        if answer is not function
        else new
    )


def marked(name, source, parts):
    """The place of these parts, which lie in one line."""
    number = parts[0].lineno
    text = source[number - 1].rstrip()
    shift = len(text) - len(text.lstrip())
    start = min(letters(text, part.col_offset) for part in parts)
    ends = [
        part.end_col_offset if part.end_lineno == number else len(text.encode()) for part in parts
    ]
    end = letters(text, max(ends))
    if len(text) > LONGEST or not text.isprintable():
        return None
    return Place(name, number, text[shift:], start - shift, end - shift)
