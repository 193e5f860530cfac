"""Matplotlib figures in a static page: part of the page, in the theme's colours."""

import html
import re

from docutils import nodes

from ..plots import palette


def inline_svg(svg, prefix, alt):
    """A node with the picture inside the page.

    `prefix` makes the picture's ids unique on its page. The light palette's colours become the theme's variables,
    so the picture follows the reader's choice of light or dark.
    """
    svg = re.sub(r"^.*?(?=<svg)", "", svg, flags=re.S)
    svg = re.sub(r'(\bid="|url\(#|href="#)', lambda match: match[1] + prefix, svg)
    svg = svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1)
    # Where two names share a colour, the first one counts.
    names = {colour: name for name, colour in reversed(palette().items())}
    for colour, name in names.items():
        svg = re.sub(re.escape(colour), f"var(--{name}, {colour})", svg, flags=re.I)
    caption = f"<figcaption>{html.escape(alt)}</figcaption>" if alt else ""
    return nodes.raw(text=f'<figure class="mg-figure">{svg}{caption}</figure>', format="html")
