"""Promises of the package as a whole: small, free of side effects, its examples true, fast."""

import ast
import doctest
import importlib
import os
import subprocess
import sys

import pytest
from reference import ROOT

CORE = ["value", "nn", "model", "optim", "training", "sampling", "tokenizer"]
STANDARD_LIBRARY_ONLY = CORE + [
    "dot",
    "running",
    "__init__",
    "data",
    "files",
    "checkpoint",
    "baselines",
    "attention",
    "heads",
    "toy",
    "by_hand",
    "bpe",
    "scale",
    "ablation",
]
STANDARD_LIBRARY_ONLY += [
    "canonical",
    "graph",
    "gradients",
    "operation",
    "measured",
    "child",
    "__main__",
]


def lines_of_code(path):
    """How many lines hold code: not blank, not only a comment, not part of a docstring."""
    text = path.read_text(encoding="utf-8")
    lines = {
        i
        for i, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.strip().startswith("#")
    }
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and ast.get_docstring(node) is not None
        ):
            lines -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(lines)


def test_the_engine_stays_under_300_lines():
    assert sum(lines_of_code(ROOT / "microgpt" / f"{name}.py") for name in CORE) < 300


@pytest.mark.parametrize("name", STANDARD_LIBRARY_ONLY)
def test_examples_in_docstrings(name):
    module = importlib.import_module("microgpt" if name == "__init__" else f"microgpt.{name}")
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("name", STANDARD_LIBRARY_ONLY)
def test_public_names_have_docstrings(name):
    tree = ast.parse((ROOT / "microgpt" / f"{name}.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        for member in [node, *node.body] if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(member, (ast.ClassDef, ast.FunctionDef)) and not member.name.startswith(
                "_"
            ):
                assert ast.get_docstring(member) or len(member.body) == 1, f"{name}.{member.name}"


def test_importing_needs_the_standard_library_only_and_does_nothing():
    script = """
import sys
opened = []
def watch(event, arguments):
    if event == "open" and not str(arguments[0]).endswith((".py", ".pyc")) and not str(arguments[0]).isdigit():
        opened.append(arguments[0])
    if event.startswith(("socket.", "subprocess.", "os.system", "os.mkdir")):
        opened.append(event)
import random
before, state = set(sys.modules), random.getstate()
sys.addaudithook(watch)
import microgpt, microgpt.bot.commands, microgpt.check
new = {name.partition(".")[0] for name in set(sys.modules) - before}
assert new <= set(sys.stdlib_module_names) | {"microgpt"}, new
assert not [path for path in opened if "__pycache__" not in str(path)], opened
assert random.getstate() == state
assert "urllib.request" not in sys.modules
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script], check=True, env=environment, timeout=30)
