"""What can be seen in the source of a bot: whether it is Python, and whether it is the starter outside the hooks.

The starter's own statements must all be there, in their order, unchanged; comments and layout do not count. Before its
function `plain` stand the two lists and the two hooks, and with them whatever else a learner needs.
"""

import ast
import warnings
from itertools import zip_longest

from ..files import reason
from .reference import STARTER

LARGEST = 100_000  # bytes
YOURS = ("FRUITS", "LOOK_ALIKES", "is_safe_request", "is_safe_name")


class SourceError(ValueError):
    """Why a bot cannot even be started, in one sentence."""


def read(path):
    """The source of a bot as bytes; SourceError if it cannot be read."""
    try:
        with open(path, "rb") as file:
            source = file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(f"it cannot be read: {reason(error)}") from None
    if len(source) > LARGEST:
        raise SourceError(f"it has more than {LARGEST:,} bytes")
    return source


def statements(source):
    """The top-level statements of a program; SourceError if it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source).body
    except SyntaxError as error:
        raise SourceError(f"it is not Python: line {error.lineno or 1}, {error.msg}") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise SourceError(f"Python cannot read it ({type(error).__name__})") from None


def edit_outside(source):
    """A sentence that says what was changed outside the lists and hooks; None if nothing was.

    >>> edit_outside(STARTER.read_bytes())
    >>> edit_outside(STARTER.read_bytes().replace(b"TRIES = 10", b"TRIES = 1"))
    'Outside your part, TRIES = 10 is changed or missing.'
    """
    fixed = [one for one in statements(STARTER.read_bytes()) if not is_yours(one)]
    bot = statements(source)
    missing = sorted({*YOURS} - {*map(name_of, bot)})
    if missing:
        return f"{missing[0]} is missing."
    wanted = {structure(one) for one in fixed}
    end = next((i for i, one in enumerate(bot) if name_of(one) == "plain"), len(bot))
    yours = [one for one in bot[:end] if structure(one) not in wanted]
    kept = [one for one in bot if one not in yours]
    for expected, found in zip_longest(fixed, kept):
        if expected is None:
            return f"Outside your part, {shown(found)} is added."
        if found is None or structure(expected) != structure(found):
            return f"Outside your part, {shown(expected)} is changed or missing."
    return shadow(yours, fixed)


def structure(statement):
    """A statement as a text that says nothing of its layout; empty where it is nested too deeply for that."""
    try:
        return ast.dump(statement)
    except RecursionError:
        return ""


def shadow(yours, fixed):
    """A sentence about a name that the learner's part takes from the rest; None if there is none."""
    parts = [node for one in fixed for node in ast.walk(one)]
    used = {one.id for one in parts if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    for one in yours:
        for name in sorted({*bound(one)} & used - {*YOURS}):
            return f"Your part gives {name} another meaning, which the rest uses."
    return None


def bound(statement):
    """The names of the whole program that a top-level statement binds, also from inside a function."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name
        yield from (
            n for one in ast.walk(statement) if isinstance(one, ast.Global) for n in one.names
        )
        return
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def name_of(statement):
    """The name that a plain assignment or a function gives; None for anything else."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name
    if isinstance(statement, ast.Assign):
        target = statement.targets[0]
    else:
        target = getattr(statement, "target", None)  # FRUITS: list[str] = [...]
    return target.id if isinstance(target, ast.Name) else None


def is_yours(statement):
    return name_of(statement) in YOURS


def shown(statement):
    """A statement in a few words: the name of a function, the text of anything else."""
    if isinstance(statement, ast.FunctionDef):
        return f"the function {statement.name}"
    try:
        text = ast.unparse(statement).split("\n")[0]
    except RecursionError:
        text = f"line {statement.lineno}"
    return text if len(text) <= 60 else text[:57] + "..."
