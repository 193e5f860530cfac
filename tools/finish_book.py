"""What is left to do when the book is built.

    python tools/finish_book.py _build/html

Every page loads a dozen styles, three quarters of which match nothing in this book, and as many scripts of the theme,
among them a 1.5 MB icon script and the whole search index, which only the search page needs. One style and one script
are made of what is used, and the widgets' scripts are made small as well.
The search page fetches the pages it finds, which a page opened from a file may not: there it shows their titles alone.
Then the page of evidence is filled in, and the book is packed, so that it can be read offline.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zlib
from pathlib import Path

import evidence_page
import formula_fonts
from pack import PYTHON, pack

ROOT = Path(__file__).parents[1]

SHEET = re.compile(
    r'\s*<link\b(?=[^>]*rel="stylesheet")[^>]*href="[^"]*_static/([^"?]+)[^"]*"[^>]*>'
)
SCRIPT = re.compile(r'\s*<script\b[^>]*src="[^"]*_static/([^"?]+)[^"]*"[^>]*></script>')
INDEX = re.compile(r'\s*<script src="[^"]*searchindex\.js[^"]*"></script>')
PRELOAD = re.compile(r'\s*<link rel="preload" as="script"[^>]*>')
OPTION = re.compile(r"\s*<script>(DOCUMENTATION_OPTIONS\.(\w+) = [^<]*)</script>")
OPENING = re.compile(
    r"(<script>\n)/\*.*?\*/\n", re.S
)  # the comment that an inline script opens with
MENU_PICTURE = re.compile(r'(?<=<span class="btn__icon-container">)\s*<img ')
DOWNLOAD = re.compile(r"_downloads/\w+/([\w.]+)(?=\")")
ICON_FONT = re.compile(r"@font-face\s*\{[^}]*Font Awesome[^}]*\}")

# Icons are drawn by our styles; of Bootstrap the theme needs three menus and its own look for hints, see menus.js.
DROPPED = ["scripts/fontawesome.js", "scripts/bootstrap.js"]
SEARCH = ["searchtools.js", "language_data.js"]  # and the index, which lies at the root
OPTIONS = "documentation_options.js"
# A page's own files, and the style that is laid over all others, stay apart.
STYLES = ["course", "paper", "sheet", "one_page"]
KEPT = re.compile(rf"({'|'.join(STYLES)})\.css|mg/(?!core\.css)")
IDLE = [
    "course",
    "projector/[!m]*.js",
    "styles",
    "scripts",
    "katex",
    "vendor",
    "locales",
    "icons",
    "*-macros.html",
    "basic.css",
    "copybutton_funcs.js",
]
QUOTES = "SHOW_SEARCH_SUMMARY: true"
QUOTES_HERE = 'SHOW_SEARCH_SUMMARY: location.protocol !== "file:"'


def in_common(pattern, texts):
    """The files of the theme that every page loads, in their order; ValueError where a page loads others."""
    found = {}
    for name, text in texts.items():
        files = [file for file in pattern.findall(text) if file not in [*DROPPED, *SEARCH]]
        found[name] = [file for file in files if not KEPT.match(file)]
    first = next(iter(found.values()))
    for name, files in found.items():
        if files != first:
            raise ValueError(f"{name} loads {files}, the first page {first}")
    return first


def set_options(static, text):
    """Options of the search that pages set in lines of their own; and it quotes only where pages can be fetched."""
    file = static / OPTIONS
    options = file.read_text("utf-8")
    if QUOTES not in options:
        raise ValueError(f"{file} says nothing of the search page's quotes")
    lines = [line for line, name in OPTION.findall(text) if name != "pagename"]
    file.write_text("\n".join([options.replace(QUOTES, QUOTES_HERE), *lines]), "utf-8")


def shrink(static, pages, sheets, scripts):
    """Make book.css and book.js, and the widgets' files small."""
    theme = static / "styles/pydata-sphinx-theme.css"
    theme.write_text(ICON_FONT.sub("", theme.read_text("utf-8")), "utf-8")
    formula_fonts.shrink(static / "katex", pages)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    made = {static / "mg/core.css", *(static.parent / PYTHON).glob("*")}  # what is small already
    ours = [path for path in static.glob("mg/**/*.*") if path not in made]
    order = {
        "folder": static,
        "sheets": sheets,
        "scripts": scripts,
        "pages": pages,
        "makers": [static / name for name in [*scripts, *SEARCH]],
        "widgets": [path for path in ours if path.suffix == ".js" and path.parent.name != "data"],
        "ours": [
            *ours,
            *static.glob("projector/mode.*"),
            *(static / f"{name}.css" for name in STYLES),
        ],
        "source": project["urls"]["Repository"],
    }
    subprocess.run(
        ["node", ROOT / "tools/publish.mjs"],
        input=json.dumps(order, default=lambda path: str(path.resolve())),
        text=True,
        check=True,
    )
    for pattern in [*IDLE, *sheets, *scripts]:
        for path in static.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def lighten(text, root, static, sheets, scripts, search):
    """The page with one style, and one script after those of the widgets; `root` is the way to the book's root."""

    def tag(form, file):
        version = zlib.crc32((static / file).read_bytes())
        return f"\n  {form.format(f'{root}_static/{file}?v={version:08x}')}"

    style = tag('<link rel="stylesheet" href="{}">', "book.css")
    script = '<script defer fetchpriority="low" src="{}"></script>'
    tail = tag(script, "book.js")
    if search:
        tail += "".join(tag(script, file) for file in SEARCH)
        tail += f"\n  {script.format(f'{root}searchindex.js')}"

    def swap(match, files, at, new):
        """Put what is new in place of one of the files, and nothing in place of the others."""
        if match[1] in [*DROPPED, *SEARCH] or (match[1] in files and match[1] != files[at]):
            return ""
        return new if match[1] in files else match[0]

    for pattern in (INDEX, PRELOAD, OPTION):
        text = pattern.sub("", text)
    text = OPENING.sub(r"\1", text)
    text = MENU_PICTURE.sub('<img loading="lazy" ', text)
    text = SHEET.sub(lambda match: swap(match, sheets, 0, style), text)
    return SCRIPT.sub(lambda match: swap(match, scripts, -1, tail), text)


def offer_once(html, texts):
    """The pages, with links to the programs at the book's root, and no second copy of these in the book.

    A link to a program is a link to a file of the repository in a notebook, and Sphinx makes a copy for each.
    """

    def at_the_root(match):
        copy, program = html / match[0], html / match[1]
        return match[1] if program.exists() and same(copy, program) else match[0]

    texts = {path: DOWNLOAD.sub(at_the_root, text) for path, text in texts.items()}
    for copy in html.glob("_downloads/*/*"):
        if (html / copy.name).exists() and same(copy, html / copy.name):
            shutil.rmtree(copy.parent)
    if not any(html.glob("_downloads/*")):
        shutil.rmtree(html / "_downloads", ignore_errors=True)
    return texts


def same(one, other):
    return one.read_bytes() == other.read_bytes()


def finish(html):
    static = html / "_static"
    pages = sorted(path for path in html.rglob("*.html") if static not in path.parents)
    texts = {path: path.read_text("utf-8") for path in pages}
    texts = {path: text for path, text in texts.items() if SHEET.search(text)}  # not the redirect
    sheets, scripts = in_common(SHEET, texts), in_common(SCRIPT, texts)
    set_options(static, next(iter(texts.values())))
    shrink(static, list(texts), sheets, scripts)
    for program in sorted((ROOT / "ladder").glob("*.py")):
        shutil.copy(program, html)
    shutil.copy(ROOT / "microgpt/bot/starter.py", html / "bot.py")
    for path, text in offer_once(html, texts).items():
        root = "../" * (len(path.relative_to(html).parts) - 1)
        search = path.name == "search.html"
        path.write_text(lighten(text, root, static, sheets, scripts, search), "utf-8")
    for path in html.glob("**/.buildinfo"):
        path.unlink()
    evidence_page.fill(html)
    pack(html)


if __name__ == "__main__":
    finish(Path(sys.argv[1]))
