"""The reference of the package, from its docstrings: `{api} 05` and some names make the section of a chapter."""

import ast
import inspect
import re
from pathlib import Path
from textwrap import fill

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..course import CHAPTERS
from .public import home, notebook, public, resolve

ROOT = Path(__file__).parents[2]
FLAG = re.compile(r"[ ]*# doctest:.*")
EMPTY = inspect.Parameter.empty


def signature(thing, name):
    """How a thing is called, without the types: what it takes is said in words.

    >>> def area(width: float, height: float = 1.0) -> float: ...
    >>> signature(area, "area")
    'area(width, height=1.0)'
    """
    found = inspect.signature(thing)
    given = [short(one) for one in found.parameters.values() if one.name not in ("self", "cls")]
    written = f"{name}{found.replace(parameters=given, return_annotation=EMPTY)}"
    return fill(written.replace("Ellipsis", "..."), 64, subsequent_indent="    ")


def short(parameter):
    """A parameter without its type. The folder in which this book is built is nobody's default."""
    if isinstance(parameter.default, Path):
        parameter = parameter.replace(default=Ellipsis)
    return parameter.replace(annotation=EMPTY)


def words(text):
    """A line of text in which `code` stands between backticks, as nodes."""
    pieces = re.split(r"`+([^`]+)`+", text.replace("\n", " "))
    return [
        nodes.literal("", piece) if i % 2 else nodes.Text(piece) for i, piece in enumerate(pieces)
    ]


def blocks(docstring):
    """The paragraphs of a docstring as nodes; examples and what is indented stand as code."""
    found = []
    for block in re.split(r"\n\s*\n", docstring):
        if block.startswith((">>>", " ")):
            code = FLAG.sub("", inspect.cleandoc(block))
            language = "pycon" if block.startswith(">>>") else "python"
            found.append(nodes.literal_block(code, code, language=language))
        else:
            found.append(nodes.paragraph("", "", *words(block)))
    return found


def members(thing):
    """[(how it is written, docstring)] of what a class offers and explains."""
    found = []
    for name, member in vars(thing).items():
        function = getattr(member, "fget", None) or getattr(member, "__func__", member)
        offered = name == "__call__" or not name.startswith("_")
        if offered and inspect.isfunction(function) and function.__doc__:
            called = thing.__name__.lower() if name == "__call__" else f".{name}"
            written = called if isinstance(member, property) else signature(function, called)
            found.append((written, inspect.getdoc(function)))
    return found


def assigned(module, name):
    """(line, the text under it) of a name that a module sets, such as a list."""
    body = ast.parse(inspect.getsource(module)).body
    for node, after in zip(body, [*body[1:], None]):
        if isinstance(node, ast.Assign) and [target.id for target in node.targets] == [name]:
            is_text = isinstance(after, ast.Expr) and isinstance(after.value.value, str)
            return node.lineno, inspect.cleandoc(after.value.value) if is_text else ""
    raise LookupError(f"{module.__name__} does not set {name}")


def described(name):
    """What there is to say of a name: how it is written, its docstring, its members, its file and line there."""
    module, thing = resolve(name)
    last = name.split(".")[-1]
    if callable(thing):
        file, line = inspect.getsourcefile(thing), inspect.getsourcelines(thing)[1]
        is_class = inspect.isclass(thing)
        if is_class and issubclass(thing, Exception):
            written = f"# a {thing.__base__.__name__}"
        else:
            written = signature(thing, last)
        text, more = inspect.getdoc(thing), members(thing) if is_class else []
    else:
        file, (line, text), more = module.__file__, assigned(module, last), []
        written = f"# a {type(thing).__name__} of {len(thing)}"
    return written, text, more, Path(file).relative_to(ROOT).as_posix(), line


class ApiDirective(SphinxDirective):
    """The label of a chapter as the argument, and names below: `Value`, or `mlp.Neuron` for one of a module."""

    required_arguments = 1
    has_content = True

    def run(self):
        chapter = next(one for one in CHAPTERS if one.label == self.arguments[0])
        for one in CHAPTERS:
            self.env.note_dependency(str(notebook(one)))
        self.uses = public()
        title = nodes.title("", "", self.link_to(chapter, f"{chapter.label} {chapter.title}"))
        section = nodes.section("", title, ids=[f"api-{chapter.label}"])
        section += [self.entry(name) for line in self.content for name in line.split()]
        return [section]

    def entry(self, name):
        written, text, more, file, line = described(name)
        entry = nodes.section("", nodes.title("", name), ids=[anchor(name)])
        path, _, last = f"microgpt.{name}".rpartition(".")
        how = f"from {path} import {last}\n{written}"
        entry += nodes.literal_block(how, how, language="python")
        entry += blocks(text)
        for how, said in more:
            entry += nodes.paragraph("", "", nodes.strong("", "", nodes.literal("", how)))
            entry += blocks(said)
        entry += self.foot(name, file, line)
        return entry

    def foot(self, name, file, line):
        """Who uses it, and where it is written."""
        foot = nodes.paragraph(classes=["course-api-foot"])
        labels = self.uses.get(home(name), [])
        if labels:
            foot += nodes.Text("Used in chapter " if len(labels) == 1 else "Used in chapters ")
            for i, label in enumerate(labels):
                chapter = next(one for one in CHAPTERS if one.label == label)
                foot += [nodes.Text(", " if i else ""), self.link_to(chapter, label)]
            foot += nodes.Text(". ")
        options = self.config.html_theme_options
        at = f"{options['repository_url']}/blob/{options['repository_branch']}/{file}#L{line}"
        foot += [nodes.Text("Written in "), nodes.reference("", file, refuri=at), nodes.Text(".")]
        return foot

    def link_to(self, chapter, text):
        page = f"notebooks/{chapter.slug}"
        address = self.env.app.builder.get_relative_uri(self.env.docname, page)
        return nodes.reference("", text, refuri=address)


def anchor(name):
    return "api-" + name.lower().replace(".", "-").replace("_", "-")
