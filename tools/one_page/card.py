"""What a card of the page holds, and how it is written."""

import html
from dataclasses import dataclass

from docutils.nodes import make_id

from microgpt.course import CHAPTERS


@dataclass(frozen=True)
class Card:
    """An idea: its chapter, the heading of the section that explains it, its picture, and two sentences.

    The sentences are HTML. `alt` says in words what the picture shows; `parts` are the marks of the picture.
    """

    chapter: int
    title: str
    section: str
    alt: str
    parts: tuple
    sentences: tuple

    @property
    def href(self):
        return f"{CHAPTERS[self.chapter].href}#{make_id(self.section)}"

    def __str__(self):
        number = f'<span class="one-number">{self.chapter:02d}</span>'
        drawn = "\n".join(part for part in self.parts if part)
        alt = html.escape(self.alt)
        return f"""<li class="one-card">
<h2><a href="{self.href}">{number} {html.escape(self.title)}</a></h2>
<svg class="one-picture" viewBox="0 0 180 100" role="img" aria-label="{alt}">
{drawn}
</svg>
<p>{" ".join(self.sentences)}</p>
</li>
"""


def minus(number, digits=None):
    """A number as it is read: with a real minus sign.

    >>> minus(-0.126, 2), minus(-2)
    ('−0.13', '−2')
    """
    text = f"{number:g}" if digits is None else f"{number:.{digits}f}"
    return text.replace("-", "−")


def percent(share):
    """
    >>> percent(0.3256)
    '33\xa0%'
    """
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def together(calculation):
    """A calculation that stays on one line."""
    return f'<span class="one-sum">{calculation}</span>'


def code(text):
    """Letters, or a name of the program, in a sentence."""
    return f"<code>{html.escape(text)}</code>"
