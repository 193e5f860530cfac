"""Runs the cells of a page, all in one namespace, as a notebook does."""

import ast
import builtins
import importlib.abc
import linecache
import sys

from .errors import report
from .output import ALL, NOTHING, TEXT, Screen, flush, post, show, wire

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
    return run_dropping(ALL if silent else NOTHING, source, name)


def run_dropping(dropped, source, name):
    """Run one cell without these types of message."""
    file = f"<{name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)

    def work():
        body = ast.parse(source, file).body
        last = [body.pop()] if body and isinstance(body[-1], ast.Expr) else []
        exec(compile(ast.Module(body, []), file, "exec", dont_inherit=True), space)
        exec(compile(ast.Interactive(last), file, "single", dont_inherit=True), space)

    return attend(work, file, dropped)


def attend(work, file="", dropped=NOTHING):
    """Call `work`; what it prints, shows or raises goes to the page. Whether it came to its end."""
    before = sys.stdout, sys.stderr, wire.dropped
    wire.dropped = dropped
    sys.stdout, sys.stderr = Screen("out"), Screen("err")
    try:
        work()
        return True
    except BaseException as error:  # exit() and Stop too end a cell, not the page's Python
        flush()
        post({"type": "error", **report(error, file)})
        return False
    finally:
        flush()
        sys.stdout, sys.stderr, wire.dropped = before


def check(source, name):
    """Run the cell that checks an answer: what the check finds goes to the page as data, not as text."""
    from microgpt.check import check, listeners

    heard = []
    space["check"] = check  # the reader may have given that name to something else
    hear = heard.append
    listeners.append(hear)
    try:
        ok = run_dropping(TEXT, source, name)
    finally:
        listeners.remove(hear)
    for result in heard:
        post({"type": "check", **result.as_dict()})
    if ok and not heard:
        post({"type": "error", "text": "", "plain": "The check could not look at this answer."})
    return ok


def no_input(*prompt):
    raise RuntimeError("input() cannot ask in this page: write the value into the cell instead.")


def no_breakpoint(*_, **__):
    raise RuntimeError("breakpoint() has no debugger in this page.")


def begin(send):
    """Set the interpreter up; `send` takes a message, a dict."""
    wire.send = send
    builtins.input, sys.breakpointhook, sys.displayhook = no_input, no_breakpoint, show
    sys.meta_path.append(Absent())
