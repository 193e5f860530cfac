"""Opens pages of the built book in a browser, plays what a reader would, and takes them down as HTML."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from . import answers, links, plays

SETTLED = "!document.querySelector('.mg-view:not([data-alive], [data-failed])')"
AT_REST = """document.fonts.ready.then(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))))"""
SCRIPTS = [Path(__file__).with_name(name).read_text("utf-8") for name in ("parts.js", "freeze.js")]
STYLE = re.compile(r'<link\b(?=[^>]*rel="stylesheet")[^>]*href="([^"?]+)')
PATIENCE = 120_000  # ms, for a busy machine


@dataclass
class Still:
    """A page that stands still: `heads` are {id, title} of its sections, `notes` the addresses that it names, `left`
    the ids of what it has on a screen alone."""

    page: object
    title: str
    html: str
    heads: list
    notes: list = field(default_factory=list)
    styles: list = field(default_factory=list)
    left: list = field(default_factory=list)

    @property
    def named_heads(self):
        """Those that a contents names: not the letters of a glossary."""
        return [head for head in self.heads if len(head["title"]) > 1]


class StillError(Exception):
    """A page cannot be taken down."""


def take(tab, html, page, pages, published):
    """The Still of one Page. `html` is the folder of the built book, `tab` one as wide as the paper."""
    file = html / f"{page.file}.html"
    if not file.exists():
        raise StillError(f"{file} is not there: `make book` builds it.")
    tab.goto(file.as_uri())
    tab.wait_for_function(SETTLED, timeout=PATIENCE)
    tab.evaluate(AT_REST)
    failed = tab.locator(".mg-view[data-failed]").count()
    if failed:
        raise StillError(f"{file}: {failed} widgets have failed.")
    plays.play(tab, page)
    tab.evaluate(AT_REST)
    for script in SCRIPTS:
        tab.evaluate(script)
    root = html.as_uri() + "/"
    plans, notes = links.plan(tab.evaluate("paper.links()"), root, pages, published)
    asked = questions(tab)
    made = tab.evaluate("(all) => paper.still(...all)", [page.id, plans, list(asked)])
    styles = [(file.parent / href).resolve() for href in STYLE.findall(file.read_text("utf-8"))]
    heads, body = made["heads"], made["html"]
    entries = list(entries_of(made["answers"], asked))
    if entries:
        body += answers.section(page.id, entries)
        heads.append({"id": f"{page.id}--answers", "title": "Answers"})
    if notes:
        body += section_of(page.id, notes)
        heads.append({"id": f"{page.id}--notes", "title": "Addresses"})
    return Still(page, made["title"], body, heads, notes, styles, made["left"])


def questions(tab):
    """{model id: what it asks and the answer to it} of the page's widgets that ask something."""
    text = tab.evaluate("document.getElementById('mg-state')?.textContent ?? '{}'")
    contents = {id_: one["state"].get("content") for id_, one in json.loads(text).items()}
    return {id_: content for id_, content in contents.items() if answers.question(content or {})}


def entries_of(found, asked):
    """(place, place of what asks, title, body) of each answer."""
    for one in found:
        if "model" in one:
            content = asked[one["model"]]
            asks = answers.rich(answers.question(content))
            yield one["place"], one["place"], asks, answers.answer(content)
        else:
            yield one["place"], one["asked"], one["title"], one["body"]


def section_of(page_id, notes):
    """The addresses that a page's marks stand for."""
    items = "".join(
        f'<li id="{page_id}--note-{n}"><a href="{answers.escape(address)}">{answers.escape(address)}</a></li>'
        for n, address in enumerate(notes, 1)
    )
    return f'<section id="{page_id}--notes" class="paper-notes"><h2>Addresses</h2><ol>{items}</ol></section>'
