"""What a first visit to a page brings over the wire: which files, how heavy, and how heavy it may be.

It is told from the files of the built book, without a browser. tests/book/test_pages.py asks a browser, page by page,
whether it loads the very same files.
"""

import functools
import gzip
import os.path
import re

KILOBYTE = 1000
MOST_FILES = 30
HEAVIEST = 200 * KILOBYTE  # a page over it is to be mended
# These have all of the model: widgets of each part, what trains it, its weights and the names; or the program, thrice.
HEAVIER = {
    "notebooks/06_embeddings.html": 205 * KILOBYTE,
    "notebooks/07_attention.html": 203 * KILOBYTE,
    "book/gallery_program.html": 220 * KILOBYTE,
    "notebooks/08_model.html": 238 * KILOBYTE,
    "notebooks/09_training.html": 234 * KILOBYTE,
    "notebooks/10_generation.html": 203 * KILOBYTE,
    "notebooks/11_scale.html": 230 * KILOBYTE,
    "notebooks/12_lines.html": 235 * KILOBYTE,
}

PACKED = {".woff", ".woff2", ".png"}  # these would not become smaller
LOADED = re.compile(r'<(?:script\b[^>]*\ssrc|link rel="stylesheet"[^>]*\shref)="([^"?#]+)')
CLASSES = re.compile(r'class="([^"]+)"')
# By these classes KaTeX's style chooses a font. Where a formula needs another one, the test in a browser says so.
FONTS = [
    ({"katex-html"}, "Main-Regular"),
    ({"mathbf"}, "Main-Bold"),
    ({"mathnormal"}, "Math-Italic"),
    ({"op-symbol", "small-op"}, "Size1-Regular"),
    ({"op-symbol", "large-op"}, "Size2-Regular"),
    *(({"delimsizing", f"size{n}"}, f"Size{n}-Regular") for n in (1, 2, 3, 4)),
]


@functools.cache
def packed(path):
    """A file's bytes as a web server sends them."""
    data = path.read_bytes()
    return data if path.suffix in PACKED else gzip.compress(data, 6)


def limit(page):
    """How many bytes this page may bring."""
    return HEAVIER.get(page, HEAVIEST)


def files(html, page):
    """The files of a visit to this page, by their paths in the folder of the built book."""
    text = (html / page).read_text("utf-8")
    folder = os.path.dirname(page)
    loaded = {os.path.normpath(os.path.join(folder, file)) for file in LOADED.findall(text)}
    return {page} | loaded | fonts(html, text)


def fonts(html, text):
    """The fonts that the formulas of a page ask for."""
    used = [set(classes.split()) for classes in CLASSES.findall(text)]
    asked = [name for classes, name in FONTS if any(classes <= one for one in used)]
    found = [file for name in asked for file in html.glob(f"_static/fonts/KaTeX_{name}-*.woff")]
    return {file.relative_to(html).as_posix() for file in found}


def weight(html, page):
    """The bytes of a visit, and the number of its files."""
    brought = files(html, page)
    return sum(len(packed(html / file)) for file in brought), len(brought)
