"""The refresher: its examples come to what it says, and it has what the chapters use of Python, and no more."""

import ast
import contextlib
import io
import json
import re
from pathlib import Path

import pytest
from reference import PROGRAM, ROOT

from microgpt import course

PAGE = (ROOT / "book" / "refresher.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### ([^\n]*)\n(.*?)(?=^##|\Z)", PAGE, re.M | re.S))
PYTHON = dict(
    re.findall(r"^### ([^\n]*)\n(.*?)(?=^##|\Z)", PAGE.split("\n## Python\n")[1], re.M | re.S)
)
EXAMPLE = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```)?", re.S)
NEEDED = re.compile(r"\[Needed from chapter \[(\d\d)\]\(\.\./notebooks/(\w+)\.ipynb\) on\.\]")


def printed(source, space):
    """What some code prints, and the value of its last line, as a notebook shows them."""
    tree, out = ast.parse(source), io.StringIO()
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(out):
        exec(compile(tree, "refresher", "exec"), space)
        value = (
            eval(compile(ast.Expression(last.value), "refresher", "eval"), space) if last else None
        )
        if value is not None:
            print(repr(value))
    return out.getvalue()


@pytest.mark.parametrize("section", SECTIONS)
def test_the_examples_come_to_what_stands_below_them(section):
    """The answer goes on with what the example has made."""
    space = {}
    examples = EXAMPLE.findall(SECTIONS[section])
    assert examples[0][1]
    for source, shown in examples:
        assert printed(source, space) == shown, source
        assert max(map(len, source.splitlines())) <= 70


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_has_its_parts(section):
    text = SECTIONS[section]
    label, slug = NEEDED.search(text).groups()
    assert course.CHAPTERS[int(label)].slug == slug
    words, question = text.split("\n**Your turn.** ")
    assert len(EXAMPLE.findall(words)) == 1 and len(words.split()) < 120
    assert (
        len(
            re.findall(
                r"<details><summary>Show answer</summary>\n\n(.+?)\n\n</details>", question, re.S
            )
        )
        == 1
    )


# --- what the chapters use ---

# {section: what of Python it explains}. The chapter it names is the first whose cells use any of it.
EXPLAINED = {
    "Lists": {"List", "Subscript", "Slice", ".append", "len"},
    "Loops": {"For", "range", "+="},
    "Lists made in one line": {"ListComp", "GeneratorExp"},
    "Several at once": {"Tuple", "Starred"},
    "zip and enumerate": {"zip", "enumerate"},
    "Functions in Python": {"FunctionDef", "Return", "keyword", "default"},
    "Functions without a name": {"Lambda", "sorted"},
    "Dictionaries": {"Dict", "DictComp", ".items", ".get"},
    "Sets": {"set", "SetComp"},
    "Text with numbers in it": {"JoinedStr"},
    "Working on text": {".join", ".split", ".strip"},
    "Conditions": {"If", "IfExp"},
    "Repeat while": {"While", "Break", "%", "//"},
    "Classes": {"ClassDef", "__init__", "__call__"},
    "Your own plus": {"__add__", "__mul__"},
    "Errors": {"Raise", "Try"},
    "Other people's code": {"Import", "ImportFrom", "Attribute"},
}
TAKEN_FOR_GRANTED = {
    "Add Sub Mult Div Pow USub": "arithmetic: the first half of the page",
    "Call Name Assign Constant Expr FormattedValue print round sum max min abs list float": "used throughout",
    "Module arguments arg comprehension alias ExceptHandler withitem": "belongs to something else",
    "Compare And Or BoolOp Not NotIn In Is IsNot Eq NotEq Lt Gt GtE": "reads as it does in English, or at school",
    "UnaryOp BinOp AugAssign -=": "signs",
    "Pass": "stands where a line has to stand",
}
IN_THE_CHAPTER = {
    "With open": "the program's first lines: chapter 12",
    "isinstance __radd__ __rmul__ __neg__ __sub__ __truediv__ __pow__": "chapters 05 and 12",
    "reversed": "chapter 05, beside its first use",
    "str repr map any bytes globals": "once or twice, said where they are used",
}
OPERATORS = {ast.Mod: "%", ast.FloorDiv: "//"}
BUILT_IN = set(dir(__builtins__) if not isinstance(__builtins__, dict) else __builtins__)
METHODS = {".append", ".items", ".get", ".join", ".split", ".strip"}


def used(source):
    """What some code uses of Python: kinds of expressions and statements, functions, methods."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        kind = type(node)
        if kind is ast.AugAssign:
            found.add("+=" if isinstance(node.op, ast.Add) else "-=")
        elif kind in OPERATORS:
            found.add(OPERATORS[kind])
        elif kind not in (ast.Load, ast.Store):
            found.add(kind.__name__)
        if kind is ast.Call and isinstance(node.func, ast.Name) and node.func.id in BUILT_IN:
            found.add(node.func.id)
        if kind is ast.Attribute and f".{node.attr}" in METHODS:
            found.add(f".{node.attr}")
        if kind is ast.FunctionDef and node.name.startswith("__"):
            found.add(node.name)
        if kind is ast.FunctionDef and node.args.defaults:
            found.add("default")
    return found


def shown_cells(chapter):
    """The code that a reader of the chapter sees."""
    cells = json.loads((ROOT / f"notebooks/{chapter.slug}.ipynb").read_text("utf-8"))["cells"]
    hidden = {"remove-cell", "remove-input", "needs-notebook"}
    return "\n".join(
        "".join(cell["source"])
        for cell in cells
        if cell["cell_type"] == "code" and not hidden & set(cell["metadata"].get("tags", []))
    )


USED = [used(shown_cells(chapter)) for chapter in course.CHAPTERS]
EVERYTHING = set().union(*USED) | used(PROGRAM.read_text("utf-8"))


def test_it_explains_what_is_used_or_there_is_a_reason():
    reasons = {word for words in [*TAKEN_FOR_GRANTED, *IN_THE_CHAPTER] for word in words.split()}
    explained = set().union(*EXPLAINED.values())
    assert EVERYTHING - reasons - explained == set()
    assert reasons & explained == set()


def test_it_explains_nothing_that_is_not_used():
    assert list(EXPLAINED) == list(PYTHON)
    assert set().union(*EXPLAINED.values()) <= EVERYTHING
    for section, text in PYTHON.items():
        examples = "\n".join(source for source, _ in EXAMPLE.findall(text))
        assert EXPLAINED[section] - used(examples) <= IN_WORDS_ALONE.get(section, set())
        assert used(examples) <= EVERYTHING, section


# Parts that an example does not show, for the sentence says them.
IN_WORDS_ALONE = {
    "Repeat while": {"Break"},
    "Sets": {"SetComp"},
    "Errors": {"Raise"},
    "Your own plus": set(),
    "Other people's code": set(),
}


@pytest.mark.parametrize("section", EXPLAINED)
def test_the_chapter_it_names_is_the_first_to_use_it(section):
    first = next(label for label, words in enumerate(USED) if words & EXPLAINED[section])
    assert int(NEEDED.search(PYTHON[section])[1]) == first


# {section: what the first chapter that needs it writes, in its words or its code}
MATHEMATICS = {
    "Minus times minus": r"\(-1\) \+|same sign",
    "Fractions": r"\\frac|1 / 2",
    "Brackets and letters": r"\(x \+ h\)\^2",
    "Powers and roots": r"\\sqrt|\^2",
    "Powers of ten": r"10\^",
    "The exponential": r"e\^",
    "The logarithm": r"\\log",
    "Functions": r"f\(x\)",
    "The sum sign": r"\\sum",
    "The mean": r"\bmean\b",
}


@pytest.mark.parametrize("section", MATHEMATICS)
def test_the_chapter_it_names_is_the_first_to_write_it(section):
    texts = [
        Path(ROOT / f"notebooks/{one.slug}.ipynb").read_text("utf-8") for one in course.CHAPTERS
    ]
    cells = [json.loads(text)["cells"] for text in texts]
    words = ["\n".join("".join(cell["source"]) for cell in chapter) for chapter in cells]
    first = next(n for n, text in enumerate(words) if re.search(MATHEMATICS[section], text))
    assert int(NEEDED.search(SECTIONS[section])[1]) == first


def test_every_section_of_mathematics_is_looked_up():
    assert [*MATHEMATICS, *EXPLAINED] == list(SECTIONS)
