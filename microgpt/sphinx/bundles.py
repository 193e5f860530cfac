"""Which files a page loads for its widgets: few of them, and little in them that the page does not use.

* The core is one file for the whole book: the registry of modules, what mounts widgets, and what nearly every chapter
  uses. A reader loads it once.
* What else a page's widgets need is one file of that page; and another of what the page's first widget needs, so that
  it does not wait for what the others need.
* What makes the cells of a chapter run is one file, the same for all chapters.
* Widgets that a cell makes and the page has not are loaded then, each from a file by itself.
* Each module of `data/` is a file by itself: they are large, and most pages need none or few.

Styles go the same way, the core's and the page's. `tools/publish.mjs` makes all of them small.
"""

from functools import cache

from .. import widgets
from ..widgets import modules

CORE = [
    "page/host.js",
    "kit/figure.js",
    "kit/player.js",
    "draw/line.js",
    "draw/arithmetic.js",
    "draw/tokens.js",
    "engine/gpt.js",
    "engine/parameters.js",
    "engine/random.js",
    "engine/tokenizer.js",
    "quiz/predict.js",
    "quiz/explain.js",
    "quiz/task.js",
    "quiz/quiz.js",
    "program/find_line.js",
    "program/program_map.js",
]
OWN = "own.js"
FIRST = "first.js"
CELLS = "cells/cells.js"
START = 'microgpt.need("page/host.js").default.start(microgpt);\n'


def needed(names):
    """(modules, modules of data) that the modules `names` need, themselves included, dependencies first."""
    found = {}
    for name in names:
        modules.modules(name, found)
    data = [path for path in found if path.parent == modules.ROOT / "data"]
    return [path for path in found if path not in data], data


@cache
def core():
    return needed(CORE)[0]


def script(paths):
    """One classic script that registers these modules with the page's registry."""
    return "".join(map(modules.script, paths))


def core_script():
    return modules.page_registry() + script(core()) + START


def beyond_core(names, besides=()):
    """{file: text} of the scripts that these widget modules need beside the core, and beside what `besides` need.

    OWN stands for what is in no file of its own.
    """
    have = {*core()}.union(*needed(besides))
    own, data = ([path for path in paths if path not in have] for paths in needed(names))
    return {
        **({OWN: script(own)} if own else {}),
        **{modules.key(path): script([path]) for path in data},
    }


def page_scripts(names):
    """{file: text} of what a page with these widget modules, in its order, loads beside the core, in that order.

    FIRST and OWN stand for the page's own.
    """
    first = beyond_core(names[:1])
    if OWN in first:
        first = {FIRST: first.pop(OWN), **first}
    return first | beyond_core(names[1:], besides=names[:1])


def core_style():
    tokens = modules.ROOT / "kit/tokens.css"
    return read([tokens, *modules.styles(*CORE)])


def own_style(names):
    """The styles of the widget modules `names`, without those that the core has."""
    have = modules.styles(*CORE)
    return read(path for path in modules.styles(*names) if path not in have)


def cells_script():
    """The script that makes the cells of a chapter run; it needs the core."""
    mount = f'microgpt.need("{CELLS}").default.start(microgpt);\n'
    return script([path for path in needed([CELLS])[0] if path not in core()]) + mount


def cells_style():
    return read([modules.ROOT / "cells/cells.css"])


def on_demand():
    """{file: text} of what a page loads only when a cell makes a widget that it has not: scripts, styles, data."""
    files = {}
    for name in sorted(every_widget() - set(CORE)):
        found = beyond_core([name])
        files[f"more/{name}"] = found.pop(OWN, "")
        files[f"more/{name.removesuffix('.js')}.css"] = own_style([name])
        files |= found
    return files


def every_widget():
    """The modules of all widgets."""
    return {name for make in map(vars(widgets).get, widgets.__all__) for name in make.modules()}


def read(paths):
    return "".join(path.read_text("utf-8") for path in paths)
