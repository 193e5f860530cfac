"""The program with all that is said of it, as HTML: for paper, and for where no scripts run."""

import html
import re

from ... import course
from ...program import load_listing
from .regions import HEADINGS, load_regions

HOW = (
    '<p class="mg-paper-how">Choosing a region takes a screen, and scripts that run. Here all regions stand '
    "below each other, each with its lines, what they do in plain words, a picture in words, and the "
    "technical text.</p>"
)
MARKS = re.compile(r"`([^`]+)`|\*([^*\s](?:[^*]*[^*\s])?)\*")  # as in kit/text.js


def marked(text):
    """
    >>> marked("`a * b` is *so* < 3")
    '<code>a * b</code> is <em>so</em> &lt; 3'
    """

    def element(match):
        return f"<code>{match[1]}</code>" if match[1] else f"<em>{match[2]}</em>"

    return MARKS.sub(element, html.escape(text, quote=False))


def paragraph(text, name=""):
    heading = f"<b>{name}.</b> " if name else ""
    return f"<p>{heading}{marked(text)}</p>"


def code(lines, first, last):
    """The lines with their numbers."""
    shown = "\n".join(f"{number:3d}  {lines[number - 1]}" for number in range(first, last + 1))
    return f"<pre>{html.escape(shown, quote=False)}</pre>"


def section(region, lines):
    """One region: what it is called, its code, what is said of it."""
    told = load_regions()[region["name"]]
    chapter = course.CHAPTERS[region["chapter"]]
    words = [
        *map(paragraph, told["plain"]),
        paragraph(told["analogy"], "A picture in words"),
        *(paragraph(told["technical"][key], name) for key, name in HEADINGS.items()),
    ]
    return (
        f'<section><p class="mg-paper-name"><code>{region["name"]}</code> {html.escape(told["title"])}</p>'
        f"{code(lines, region['mark'], region['last'])}{''.join(words)}"
        f"<p>From chapter {chapter.label}, {html.escape(chapter.title)}.</p></section>"
    )


def paper(names):
    """Some regions, in the program's order; what stands above the program's first region comes before that."""
    regions, lines = load_listing()
    sections = [section(one, lines) for one in regions if one["name"] in names]
    if regions[0]["name"] in names:
        sections.insert(0, code(lines, 1, regions[0]["mark"] - 1))
    return f'<div class="mg-paper">{HOW}{"".join(sections)}</div>'
