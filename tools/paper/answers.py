"""The answers of a chapter, gathered at its end: what its folds hold, and what its questions show when answered."""

import re
from html import escape
from string import ascii_uppercase

from microgpt.program import load_listing

MARKS = re.compile(r"`([^`]+)`|\*([^*\s](?:[^*]*[^*\s])?)\*")


def rich(text):
    """The HTML of a short text with `code` in backticks and *emphasis* between asterisks: kit/text.js.

    >>> rich("Is `a < b`? *Never*.")
    'Is <code>a &lt; b</code>? <em>Never</em>.'
    """

    def mark(match):
        return f"<code>{match[1]}</code>" if match[1] else f"<em>{match[2]}</em>"

    return MARKS.sub(mark, escape(text, quote=False))


def question(content):
    """What a widget asks, or None where it asks nothing."""
    return next((content[key] for key in ("question", "prompt", "goal") if key in content), None)


def answer(content):
    """The answer to it, as HTML."""
    options = zip(ascii_uppercase, content.get("options", []))
    said = [
        f"<b>{letter}: {rich(option['text'])}</b>"
        for letter, option in options
        if option.get("right")
    ]
    if "answer" in content:
        number = f"{content['answer']:,}".replace("-", "\N{MINUS SIGN}")
        unit = rich(f" {content.get('unit', '')}".rstrip())
        said = [f"<b>{number}{unit}</b>"]
    said += [
        f"<b>Line {number}:</b> <code>{escape(line)}</code>" for number, line in lines(content)
    ]
    said = [one if one.endswith((".</b>", "?</b>", "!</b>")) else f"{one}." for one in said]
    said += [rich(content[key]) for key in ("explanation", "model") if key in content]
    return f"<p>{' '.join(said)}</p>"


def lines(content):
    """(number, text) of the lines of the program that a question wants; none where it asks for no line."""
    _, program = load_listing()
    for number, line in enumerate(program, 1):
        if any(piece in line for piece in content.get("accept", [])):
            yield number, line.strip()


def section(page_id, entries):
    """The section of a chapter's answers; nothing where there are none.

    `entries` are (place of the line that leads here, place of what asks, title, body).
    """
    if not entries:
        return ""
    items = "".join(
        f'<section class="paper-answer" id="{place}-answer"><h3><a href="#{asked}">{title}</a>'
        f'<span class="paper-to" id="{place}-from" data-from="{place}-from" data-page="{asked}">'
        f"</span></h3>{body}</section>"
        for place, asked, title, body in entries
    )
    return f'<section id="{page_id}--answers"><h2>Answers</h2>{items}</section>'
