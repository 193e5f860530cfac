"""JavaScript modules on their way to a page.

The widgets are ordinary ES modules. A notebook wants one module string (anywidget's `_esm`); a static page wants
classic scripts, because ES module files are blocked on `file://`. Both are made here from the same sources: each
module becomes the body of a function registered under its path, so names cannot collide and a worker can be made
from the functions' source. The few import and export forms understood are listed in `tests/unit/test_modules.py`;
every other form is refused by name.
"""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent

IMPORT = re.compile(r'^import (?:\* as (\w+)|\{([^}]*)\}) from "(\.[^"\n]+)";$', re.M)
EXPORT = re.compile(
    r"^export (default (?=\{)|(?:async )?function\*? |class |const (?=\w))(\w*)", re.M
)
OTHER = re.compile(r"^\s*(?:import|export)\b(?!\s*[.(]).*", re.M)
# Of `export const a = 1, b = 2` only the first name would be exported.
SECOND = re.compile(r"^export const \w+ = [^\n;([{]*, *\w+ = .*", re.M)
REM = re.compile(r"(\d*\.?\d+)rem\b")
# In this order a rule for one thing comes after, and wins over, the rule for all.
CASCADE = ["kit/tokens.css", "kit/kit.css", "draw/draw.css", "draw/*.css", "*/topic.css", "*/*.css"]
DARK_MARKS = (
    'body[data-jp-theme-light="false"] .mg',  # JupyterLab
    "body.vscode-dark .mg",  # VS Code
    "html[theme=dark] .mg",  # Colab
)


def key(path):
    """The name of a module: its path below the widgets' folder."""
    return path.relative_to(ROOT).as_posix()


@cache
def wrap(path):
    """The modules that `path` imports, and its code as `define(name, needed names, factory)`.

    Raises SyntaxError for an import or export form that is not understood.
    """
    needs, names = [], []

    def take(match):
        everything, some, source = match.groups()
        needs.append((path.parent / source).resolve(strict=True))
        left = everything or "{" + some.replace(" as ", ": ") + "}"
        return f'const {left} = need("{key(needs[-1])}");'

    def give(match):
        kind, name = match.groups()
        names.append("default: _default" if kind == "default " else name)
        return "const _default = " if kind == "default " else kind + name

    text = path.read_text("utf-8")
    code = EXPORT.sub(give, IMPORT.sub(take, text))
    if bad := SECOND.search(text) or OTHER.search(code):
        raise SyntaxError(f"{path.name}: this form is not understood here: {bad[0].strip()}")
    wanted = ", ".join(f'"{key(need)}"' for need in needs)
    opening = f'define("{key(path)}", [{wanted}], (need) => {{\n"use strict";\n'
    return needs, f"{opening}{code}\nreturn {{ {', '.join(names)} }};\n}});\n"


def modules(name, done=None):
    """{path: wrapped code} of a module and of all that it imports, dependencies first.

    Raises ImportError when two modules import each other.
    """
    done = {} if done is None else done
    gather((ROOT / name).resolve(strict=True), done)
    return done


def gather(path, done):
    """Put the module at `path` into `done`, behind all that it imports."""
    if path in done:
        return
    done[path] = None  # open: meeting it again before it is filled is a circle
    needs, code = wrap(path)
    for need in needs:
        if done.get(need, "") is None:
            raise ImportError(f"{path.name} and {need.name} import each other")
        gather(need, done)
    del done[path]
    done[path] = code  # now it stands after its dependencies


@cache
def registry():
    """The code of `define` and `need`, as a plain function declaration."""
    return (ROOT / "kit/registry.js").read_text("utf-8").replace("export function", "function")


def esm(name):
    """One ES module, as a string: what a notebook's front end loads for the widget module `name`."""
    body = "".join(modules(name).values())
    return f'{registry()}const {{ define, need }} = registry();\n{body}export default need("{name}").default;\n'


def page_registry():
    """The classic script that gives a static page its registry, `microgpt`."""
    return registry() + "globalThis.microgpt = registry();\n"


def script(path):
    """One classic script for a static page: registers the module at `path` with the page's registry."""
    return "microgpt." + wrap(path)[1]


def all_styles():
    """Every css file of the widgets, the general ones first."""
    return list(dict.fromkeys(path for pattern in CASCADE for path in sorted(ROOT.glob(pattern))))


def styles(*names):
    """The css files of widgets, beside the tokens: what all share, their topics', and those of their modules."""
    own = {ROOT / "kit/kit.css", ROOT / "draw/draw.css"}
    for name in names:
        own |= {path.with_suffix(".css") for path in modules(name)}
        own.add((ROOT / name).parent / "topic.css")
    return [path for path in all_styles() if path in own]


def notebook_css(name):
    """All css of a widget for a notebook's front end: it depends on nothing of the page that the widget stands in.

    The tokens hang on the widget itself, and lengths in rem become pixels, since a rem is 10 of them in some notebooks.
    """
    light, dark, few = re.findall(r"\{([^{}]*)\}", (ROOT / "kit/tokens.css").read_text("utf-8"))
    unmarked = "body:not([data-jp-theme-light]):not(.vscode-light) .mg"
    tokens = (
        f".mg {{{light}}}\n"
        "@media screen and (forced-colors: none) {\n"
        f"@media (prefers-color-scheme: dark) {{ {unmarked} {{{dark}}} }}\n"
        f"{', '.join(DARK_MARKS)} {{{dark}}}\n"
        "}\n"
        f"@media (forced-colors: active) {{ .mg {{{few}}} }}\n"
    )
    css = tokens + "".join(file.read_text("utf-8") for file in styles(name))
    return REM.sub(lambda rem: f"{float(rem[1]) * 16:g}px", css)
