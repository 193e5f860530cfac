"""The page of the package: every name that a reader can import is on it, and its docstring says enough."""

import ast
import doctest
import inspect
import re
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from microgpt import Config
from microgpt.course import CHAPTERS
from microgpt.sphinx import api
from microgpt.sphinx import public as of
from microgpt.sphinx.api import anchor, described
from microgpt.sphinx.public import home, public, resolve

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "book/api.md").read_text("utf-8")
LISTED = {
    label: names.split() for label, names in re.findall(r"```\{api\} (\d\d)\n(.*?)```", PAGE, re.S)
}
NAMES = [name for names in LISTED.values() for name in names]
CALLED = [name for name in NAMES if callable(resolve(name)[1])]
WHY_NOT = re.compile(r"^No example here: .{15,}", re.M)


def test_every_public_name_is_there_once():
    homes = [home(name) for name in NAMES]
    assert len(set(homes)) == len(homes) and len(set(map(anchor, NAMES))) == len(NAMES)
    assert public().keys() - set(homes) == set()


def test_what_the_chapters_import_is_public():
    """A chapter's own imports are found, those of a module's names too; widgets are the gallery's."""
    uses = public()
    assert uses["value.Value"] == ["05", "07", "08", "13"]
    assert "00" in uses["plots.chapters.losses"] and "09" in uses["fast.model.GPT"]
    assert not any(name.startswith("widgets") for name in uses)


def test_the_chapters_stand_in_order():
    labels = [chapter.label for chapter in CHAPTERS]
    assert list(LISTED) == [label for label in labels if label in LISTED]


@pytest.mark.parametrize("name", NAMES)
def test_it_has_an_example_or_says_why_not(name):
    """What others give back or raise is shown by them; of a list or a table the page says how long it is."""
    text, thing = described(name)[1], resolve(name)[1]
    assert text
    if is_shown_by_others(thing):
        assert any(last(name) in described(other)[1] for other in CALLED if other != name)
    elif callable(thing):
        assert ">>> " in text or WHY_NOT.search(text)


def is_shown_by_others(thing):
    is_error = inspect.isclass(thing) and issubclass(thing, Exception)
    return is_error or (is_dataclass(thing) and thing is not Config)


@pytest.mark.parametrize("name", CALLED)
def test_the_examples_run(name):
    module, thing = resolve(name)
    scope = vars(inspect.getmodule(thing))
    for test in doctest.DocTestFinder().find(thing, last(name), globs=dict(scope)):
        assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("module", [api, of])
def test_the_examples_of_what_makes_the_page(module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


def last(name):
    return name.rsplit(".", 1)[-1]


def raised(node):
    """The kinds of errors that a piece of code itself raises."""
    calls = [one.exc for one in ast.walk(node) if isinstance(one, ast.Raise)]
    return {call.func.id for call in calls if isinstance(call, ast.Call)}


def pieces(thing):
    """(a function, what is said of it); of a class those that a reader calls, and what is said of the class too."""
    node = ast.parse(inspect.getsource(thing)).body[0]
    if isinstance(node, ast.FunctionDef):
        return [(node, ast.get_docstring(node))]
    functions = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    said = ast.get_docstring(node)
    return [
        (one, f"{said} {ast.get_docstring(one)}")
        for one in functions
        if not one.name.startswith("_") or one.name in ("__init__", "__post_init__", "__call__")
    ]


@pytest.mark.parametrize("name", CALLED)
def test_the_errors_that_it_raises_are_named(name):
    for function, said in pieces(resolve(name)[1]):
        assert raised(function) <= set(re.findall(r"\w+Error", said)), function.name


def test_errors_are_found():
    """The test above would notice an error that is not named."""
    assert set.union(*(raised(function) for function, _ in pieces(Config))) == {"ValueError"}
