"""Runs the cells of a page, all in one namespace, as a notebook does."""

import ast
import builtins
import importlib.abc
import linecache
import sys

from .errors import report
from .output import ALL, NOTHING, Screen, flush, post, show, wire
from .room import keep, room

NEEDS_NOTEBOOK = {
    "IPython", "jax", "matplotlib", "numpy", "pandas", "pytest", "requests", "scipy", "sklearn", "tensorflow", "torch",
}  # fmt: skip
space = {"__name__": "__main__", "__builtins__": builtins}


class Absent(importlib.abc.MetaPathFinder):
    """Asked last: says of a package that cannot be here where it can be had."""

    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top in NEEDS_NOTEBOOK or (path is None and top in sys.stdlib_module_names):
            raise ModuleNotFoundError(
                f"The Python in this page has no {top}. Open this chapter in Colab, in Binder or on your own computer.",
                name=name,
            )


def run(source, name, silent=False):
    """Run one cell; whether it came to its end. The value of its last line is shown. `silent` shows nothing at all."""
    file = f"<{name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)

    def work():
        before = dict(space)
        try:
            body = ast.parse(source, file).body
            last = [body.pop()] if body and isinstance(body[-1], ast.Expr) else []
            exec(compile(ast.Module(body, []), file, "exec", dont_inherit=True), space)
            exec(compile(ast.Interactive(last), file, "single", dont_inherit=True), space)
        except MemoryError:
            space.clear()  # what the cell has made goes, so that there is room for the next one
            space.update(before)
            raise

    return attend(work, file, ALL if silent else NOTHING)


def attend(work, file="", dropped=NOTHING):
    """Call `work`; what it prints, shows or raises goes to the page. Whether it came to its end."""
    keep()
    before = sys.stdout, sys.stderr, wire.dropped
    wire.dropped = dropped
    sys.stdout, sys.stderr = Screen("out"), Screen("err")
    try:
        work()
        return True
    except BaseException as error:  # exit() and Stop too end a cell, not the page's Python
        with room():
            flush()
            post({"type": "error", **report(error, file)})
        return False
    finally:
        flush()
        sys.stdout, sys.stderr, wire.dropped = before


def check(id):
    """Check the answer to an exercise, as the last run left it: what is found goes to the page as data, not as text."""
    from microgpt.check import exercises, grade

    name = exercises()[id].name
    answers = {**space, "globals()": space}
    if name not in answers:
        plain = f"Your answer has to be named {name}: nothing here has that name."
        post({"type": "error", "text": "", "plain": plain})
        return False
    return attend(lambda: post({"type": "check", **grade(id, answers[name]).as_dict()}))


def no_input(*prompt):
    raise RuntimeError("input() cannot ask in this page: write the value into the cell instead.")


def no_breakpoint(*_, **__):
    raise RuntimeError("breakpoint() has no debugger in this page.")


def begin(send):
    """Set the interpreter up; `send` takes a message, a dict."""
    wire.send = send
    builtins.input, sys.breakpointhook, sys.displayhook = no_input, no_breakpoint, show
    sys.meta_path.append(Absent())
