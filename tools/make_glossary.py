"""The page of all terms from book/glossary.json: python tools/make_glossary.py

Where a term is explained is looked up in its chapter. There, microgpt/sphinx/glossary.py makes a link of its first bold
occurrence, and gives it the name that the page leads back to.
"""

import html
import re
from itertools import groupby

import terms

from microgpt.course import CHAPTERS
from microgpt.sphinx.glossary import anchor

PAGE = terms.ROOT / "book" / "glossary.md"
HEAD = """<!-- Written by tools/make_glossary.py from book/glossary.json: not for editing. -->

# Glossary

Each word of the course in one sentence. The line below it leads to the place where it is explained. There the word
stands in bold over a dotted line, which leads back here. You need not learn these by heart: look one up when a chapter
uses it, and read on.

"""


def page():
    entries = sorted(terms.entries(), key=lambda entry: entry["term"].lower())
    letters = [
        (letter, list(group))
        for letter, group in groupby(entries, lambda entry: entry["term"][0].upper())
    ]
    jumps = "\n".join(f'<a href="#{letter.lower()}">{letter}</a>' for letter, _ in letters)
    nav = f'<nav class="course-letters" aria-label="Letters">\n{jumps}\n</nav>\n'
    return HEAD + nav + "".join(map(letter_with_entries, *zip(*letters, strict=True)))


def letter_with_entries(letter, entries):
    return f"\n## {letter}\n\n" + "\n".join(map(definition, entries))


def definition(entry):
    """An item of a definition list."""
    chapter = next(one for one in CHAPTERS if one.label == entry["chapter"])
    first = next(
        bold
        for bold in terms.bolds_in(chapter.slug)
        if bold.candidate and bold.text == terms.forms(entry)[0]
    )
    place = anchor(entry["term"])
    where = f'<a href="../notebooks/{chapter.slug}.html#{place}">{chapter.label}, <em>{section(first)}</em></a>'
    back = f'<p class="course-first-in">First in {where}</p>'
    return f"[{entry['term']}]{{#{place}}}\n: {entry['means']}\n\n  {back}\n"


def section(bold):
    """The heading above the bold words, as HTML."""
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", html.escape(bold.section))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
