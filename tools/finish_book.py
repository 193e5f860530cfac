"""What is left to do when the book is built.

    python tools/finish_book.py _build/html

The theme loads a 1.5 MB icon script and the whole search index on every page: icons are drawn by our styles, and only
the search page needs the index. Of its styles, three quarters match nothing in this book. All that is taken out. The
search page fetches the pages it finds, which a page opened from a file may not: there it shows their titles alone.
Then the book is packed, so that it can be read offline.
"""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ICONS = re.compile(r"\s*<(?:script|link)\b[^>]*fontawesome\.js[^>]*>(?:</script>)?")
SEARCH = re.compile(
    r'\s*<script src="[^"]*(?:searchtools|language_data|searchindex)\.js[^"]*"></script>'
)
UNUSED = [
    "**/*.map",
    "**/*.ttf",
    "**/fontawesome.js*",
    "**/.buildinfo",
    "**/webpack-macros.html",
    "**/sbt-webpack-macros.html",
]
ZIP = "microgpt-course.zip"
ROOT = Path(__file__).parents[1]


def lighten(page):
    """Take out what the page does not use."""
    text = ICONS.sub("", page.read_text("utf-8"))
    if page.name != "search.html":
        text = SEARCH.sub("", text)
    page.write_text(text, "utf-8")


def purge(html):
    """Keep the theme's rules that some page, or some script of the theme, can match."""
    style = html / "_static/styles/pydata-sphinx-theme.css"
    content = [f"{html}/**/*.html", f"{html}/_static/scripts/*.js"]
    subprocess.run(
        ["npx", "purgecss", "--css", style, "--content", *content, "--output", style.parent],
        check=True,
        capture_output=True,
    )


def search_offline(html):
    """Let the search page quote only where pages can be fetched; ValueError if its options do not speak of that."""
    options = html / "_static/documentation_options.js"
    quotes, here = "SHOW_SEARCH_SUMMARY: true", 'SHOW_SEARCH_SUMMARY: location.protocol !== "file:"'
    text = options.read_text("utf-8")
    if quotes not in text and here not in text:
        raise ValueError(f"{options} says nothing of the search page's quotes")
    options.write_text(text.replace(quotes, here), "utf-8")


def pack(html):
    """The whole book as one zip with a folder inside. Fixed dates: the same book gives the same file."""
    target = html / ZIP
    target.unlink(missing_ok=True)
    files = sorted(path for path in html.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            info = zipfile.ZipInfo(
                f"microgpt-course/{path.relative_to(html).as_posix()}", (2026, 1, 1, 0, 0, 0)
            )
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes())


if __name__ == "__main__":
    html = Path(sys.argv[1])
    for page in html.rglob("*.html"):
        lighten(page)
    for pattern in UNUSED:
        for path in html.glob(pattern):
            path.unlink()
    purge(html)
    search_offline(html)
    shutil.copy(ROOT / "ladder/train5.py", html)
    pack(html)
