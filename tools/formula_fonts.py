"""The fonts of formulas, cut down to the characters that the book's formulas use: a third of their weight.

Which these are is read from the pages, so a new formula brings its characters along. KaTeX's style names three files
for each font; the one that is made here takes their place.
"""

import logging
import re
from html.parser import HTMLParser

from fontTools import subset

VOID = {"img", "br", "hr", "path", "line"}  # no end tag is sure to follow
NAMED = re.compile(r'url\(fonts/([\w-]+)\.woff2\)\s*format\("woff2"\)[^}]*')


class Formulas(HTMLParser):
    """The characters of a page that are inside what KaTeX made for the eye."""

    def __init__(self, page):
        super().__init__()
        self.depth = 0  # how many elements are open, from the formula's own inwards
        self.characters = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        if tag not in VOID and (self.depth or "katex-html" in classes):
            self.depth += 1

    def handle_endtag(self, tag):
        if tag not in VOID and self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth:
            self.characters |= set(data)


def cut(source, target, characters):
    """Write the font with nothing but these characters."""
    options = subset.Options(flavor="woff", layout_features=["*"])
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def shrink(katex, pages):
    """In KaTeX's folder of the built book, with its style and its fonts: keep what these HTML files use."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it finds KaTeX's dates strange
    characters = "".join(sorted(set().union(*(Formulas(page).characters for page in pages))))
    for source in sorted((katex / "fonts").glob("*.ttf")):
        cut(source, source.with_suffix(".woff"), characters)
    style = katex / "katex.min.css"
    short, changed = NAMED.subn(r'url(fonts/\1.woff) format("woff")', style.read_text("utf-8"))
    if not changed:
        raise ValueError(f"{style} names no font as it used to")
    style.write_text(short, "utf-8")
