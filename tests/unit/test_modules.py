"""ES modules on their way to a page: what is understood, what is refused."""

import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from microgpt.widgets import modules

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of modules in place of the widgets' own: folder(name=source)."""
    modules.registry()  # the widgets' own, read once
    monkeypatch.setattr(modules, "ROOT", tmp_path)

    def write(**sources):
        for name, source in sources.items():
            (tmp_path / f"{name}.js").write_text(source, "utf-8")
        modules.wrap.cache_clear()

    yield write
    modules.wrap.cache_clear()


def run(code):
    """What node prints for an ES module."""
    return subprocess.run(
        ["node", "--input-type=module", "-e", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_understood_forms(folder):
    folder(
        a="""\
export const one = 1;
export function two() { return 2; }
export async function three() { return 3; }
export class Four {}
""",
        b="""\
import { one, two as zwei } from "./a.js";
import * as all from "./a.js";
export default {
  answer: one + zwei() + Object.keys(all).length,
};
""",
    )
    code = modules.esm("b.js").replace("export default", "const main =")
    assert run(code + "console.log(main.answer);") == "7"


@pytest.mark.parametrize(
    "source",
    [
        'import thing from "./a.js";',
        'import "./a.js";',
        'import { x } from "package";',
        "export { x };",
        'export * from "./a.js";',
        "export let x = 1;",
        "export default function () {}",
        "export const { x } = y;",
        "export const x = 1, y = 2;",
    ],
)
def test_refused_forms(folder, source):
    folder(a="export const x = 1;\n", b=source + "\n")
    with pytest.raises(SyntaxError, match="not understood"):
        modules.wrap(modules.ROOT / "b.js")


def test_names_do_not_collide(folder):
    folder(
        a="const secret = 1;\nexport const x = secret;\n",
        b='import { x } from "./a.js";\nconst secret = 2;\nexport default { sum: x + secret };\n',
    )
    assert (
        run(modules.esm("b.js").replace("export default", "const main =") + "console.log(main.sum)")
        == "3"
    )


def test_a_circle_is_refused(folder):
    folder(
        a='import { y } from "./b.js";\nexport const x = 1;\n',
        b='import { x } from "./a.js";\nexport const y = 1;\n',
    )
    with pytest.raises(ImportError, match="import each other"):
        modules.modules("a.js")


def test_a_missing_module_is_an_error(folder):
    folder(a='import { y } from "./nowhere.js";\n')
    with pytest.raises(FileNotFoundError):
        modules.modules("a.js")


def test_source_for_a_worker_runs_alone(folder):
    """Modules are kept as functions: their source can be sent to a worker, also on file://."""
    folder(a="export const x = 20;\n", b='import { x } from "./a.js";\nexport const y = x + 1;\n')
    real = (modules.Path(modules.__file__).parent / "kit/registry.js").read_text("utf-8")
    page = (
        real.replace("export function", "function")
        + "const { define, need, source } = registry();\n"
        + "".join(modules.modules("b.js").values())
    )
    assert (
        run(
            page
            + 'const text = source("b.js", (need) => console.log(need("b.js").y));\nnew Function(text)();'
        )
        == "21"
    )


def test_every_module_of_the_course_can_be_wrapped():
    for path in modules.ROOT.rglob("*.js"):
        modules.wrap(path)


def test_no_module_imports_at_run_time():
    """A dynamic import would fetch a file: that is blocked on file://, and in a notebook there is no file."""
    for path in modules.ROOT.rglob("*.js"):
        code = "\n".join(
            line
            for line in path.read_text("utf-8").splitlines()
            if not line.lstrip().startswith(("*", "//", "/*"))
        )
        code = modules.re.sub(r"/\*.*?\*/", "", code, flags=modules.re.S)
        found = modules.re.findall(r"\b(?:import|fetch)\(|innerHTML", code)
        assert not found, path.name


def test_every_export_is_imported_somewhere():
    """By another module or by a test: what nobody imports is dead, or need not be exported."""
    others = [
        *modules.ROOT.rglob("*.js"),
        *(ROOT / "tests").rglob("*.js"),
        *(ROOT / "tests/book").rglob("*.py"),
    ]
    statement = modules.re.compile(r'import ([^;"]*?) from "([^"\n]+)"')
    taken = {}
    for path in others:
        for names, source in statement.findall(path.read_text("utf-8")):
            taken.setdefault(Path(source).name, set()).update(modules.re.findall(r"[\w*]+", names))
    for path in modules.ROOT.rglob("*.js"):
        for name in modules.re.findall(
            r"^export (?:async )?(?:function\*?|class|const) (\w+)",
            path.read_text("utf-8"),
            modules.re.M,
        ):
            assert {name, "*"} & taken.get(path.name, set()) or name in {"render", "registry"}, (
                f"{path.name}: {name}"
            )


def test_arrows_between_the_rooms_run_one_way():
    """The kit and the data stand on nothing; the engine computes and never draws; a topic may use them all."""
    rooms = {
        "data": set(),
        "kit": set(),
        "engine": {"data", "kit"},
        "draw": {"kit"},
        "page": {"kit"},
        "cells": {"kit", "page"},
    }

    def room_of(path):
        return path.relative_to(modules.ROOT).parts[0]

    for path in modules.ROOT.rglob("*.js"):
        room = room_of(path)
        used = {room_of(need) for need in modules.wrap(path)[0]}
        if room in rooms:
            assert used <= rooms[room] | {room}, f"{path.name} in {room} imports from {used}"
        elif path.parent != modules.ROOT:
            assert "page" not in used, f"{path.name} would be bound to static pages"


def test_the_engine_knows_no_page():
    """It runs in a worker and in node as well."""
    for path in (modules.ROOT / "engine").glob("*.js"):
        assert not modules.re.search(r"\bdocument\.\w", path.read_text("utf-8")), path.name


def test_notebook_css_carries_all_palettes():
    css = modules.notebook_css("numbers/dot_product.js")
    assert css.count("--paper: #fcfbf7") == 1  # light
    assert css.count("--paper: #15171b") == 2  # dark: the system's, or the notebook's own
    assert css.count("--paper: Canvas") == 1 and ".mg-slider" in css


def test_notebook_css_does_not_lean_on_the_page():
    """The classic notebook's rem is 10 pixels, and everything would come out at two thirds of its size."""
    css = modules.notebook_css("quiz/quiz.js")
    assert "font: 400 15.2px/1.5 var(--ui)" in css and "(min-width: 544px)" in css
    assert not modules.re.search(r"\drem\b", css)


def test_a_class_has_its_looks_from_one_place():
    """Two widgets on one page must not dress each other: a class is styled by itself in one room, and in one file
    of a widget (what a topic shares stands in its topic.css)."""
    styled = defaultdict(set)
    for path in modules.ROOT.rglob("*.css"):
        css = modules.re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=modules.re.S)
        for selectors in modules.re.findall(r"(?:^|[{};])\s*([^{};@]+)\{", css):
            for selector in selectors.split(","):
                classes = set(modules.re.findall(r"\.(mg-[\w-]+)", selector))
                if len(classes) == 1:
                    styled[classes.pop()].add(path.relative_to(modules.ROOT))
    for name, paths in styled.items():
        rooms = {path.parts[0] for path in paths} - {"kit"}
        widgets = [path for path in paths if path.parts[0] not in ("kit", "draw")]
        assert len(rooms) <= 1, (name, paths)
        assert len([path for path in widgets if path.name != "topic.css"]) <= 1, (name, paths)
