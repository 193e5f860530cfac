"""Matplotlib figures in a static page: part of the page, in the theme's colours."""

import html
import re

from docutils import nodes

from ..plots import palette

# A line of many straight pieces, as matplotlib writes it with the digits that we ask of it.
LINE = re.compile(r'(?<= d=")(?:[ML] -?\d+(?:\.\d)? -?\d+(?:\.\d)?\s*){10,}(?=")')
POINT = re.compile(r"([ML]) (\S+) (\S+)")


def from_point_to_point(line):
    """The same line, each point told from the one before: half as long on the wire. In tenths, so nothing is lost."""
    words, here = [], (0, 0)
    for letter, *place in POINT.findall(line):
        there = [round(10 * float(number)) for number in place]
        x, y = ((new - old) / 10 for new, old in zip(there, here))
        words.append(f"{letter.lower()}{x:g} {y:g}")
        here = there
    return "".join(words)


def inline_svg(svg, prefix, alt):
    """A node with the picture inside the page.

    `prefix` makes the picture's ids unique on its page. The light palette's colours become the theme's variables,
    so the picture follows the reader's choice of light or dark.
    """
    svg = re.sub(r"^.*?(?=<svg)", "", svg, flags=re.S)
    svg = re.sub(r'(\bid="|url\(#|href="#)', lambda match: match[1] + prefix, svg)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1)
    svg = LINE.sub(lambda match: from_point_to_point(match[0]), svg)
    # Where two names share a colour, the first one counts.
    names = {colour: name for name, colour in reversed(palette().items())}
    for colour, name in names.items():
        svg = re.sub(re.escape(colour), f"var(--{name}, {colour})", svg, flags=re.I)
    caption = f"<figcaption>{html.escape(alt)}</figcaption>" if alt else ""
    return nodes.raw(text=f'<figure class="mg-figure">{svg}{caption}</figure>', format="html")
