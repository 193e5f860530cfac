"""What a reader of the course can import: the names of the package itself, and those that its chapters use."""

import ast
import inspect
from functools import cache
from importlib import import_module
from pathlib import Path

import microgpt

from ..course import CHAPTERS
from ..notebook import cells_of

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def notebook(chapter):
    return NOTEBOOKS / f"{chapter.slug}.ipynb"


def resolve(name):
    """(the module, what it calls so): "Value" stands in `microgpt`, "mlp.Neuron" in `microgpt.mlp`."""
    *path, last = name.split(".")
    module = import_module(".".join(["microgpt", *path]))
    if not hasattr(module, last):
        import_module(f"{module.__name__}.{last}")  # a module that nobody has imported yet
    return module, inspect.unwrap(getattr(module, last))


def home(name):
    """Where a thing is defined, whichever way it was reached.

    >>> home("Value"), home("value.Value"), home("bot.policy.FRUITS")
    ('value.Value', 'value.Value', 'bot.policy.FRUITS')
    """
    thing = resolve(name)[1]
    if inspect.isclass(thing) or inspect.isfunction(thing):
        return f"{thing.__module__}.{thing.__name__}".removeprefix("microgpt.")
    return name


def of_the_package():
    """The functions and classes that stand in `microgpt` itself."""
    return [
        name
        for name, thing in vars(microgpt).items()
        if inspect.isclass(thing) or inspect.isfunction(thing)
    ]


def imported(tree):
    """What a cell imports of the package: [names]. Widgets are left out: the gallery has them.

    >>> imported(ast.parse("from microgpt import Value, plots; from microgpt.nn import dot"))
    ['Value', 'plots', 'nn.dot']
    """
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            root, *path = node.module.split(".")
            if root == "microgpt" and path[:1] != ["widgets"]:
                found += [".".join([*path, alias.name]) for alias in node.names]
    return found


def taken(tree, module):
    """What a cell takes out of a module: of plots.curves(...), "plots.curves"."""
    return [
        f"{module}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == module
    ]


def used(chapter):
    """The names that the cells of a chapter use, each once."""
    cells = [cell for cell in cells_of(notebook(chapter)) if cell and cell.id != "setup"]
    code = ast.parse("\n".join(cell.source for cell in cells if parses(cell.source)))
    names = []
    for name in imported(code):
        names += taken(code, name) if inspect.ismodule(resolve(name)[1]) else [name]
    return list(dict.fromkeys(names))


def parses(source):
    """Some cells show what Python cannot read."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


@cache
def public():
    """{where a thing is defined: the labels of the chapters that use it}"""
    found = {home(name): [] for name in of_the_package()}
    for chapter in CHAPTERS:
        for name in dict.fromkeys(map(home, used(chapter))):
            found.setdefault(name, []).append(chapter.label)
    return found
