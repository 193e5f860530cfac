"""The chapters' terms: the first bold occurrence of each, in the chapter that explains it, leads to the glossary.

A notebook holds no directives, so the build makes these links. The entries are those of book/glossary.json.
"""

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

from .chapters import chapter_of

SOURCE, PAGE = "book/glossary.json", "book/glossary"
log = logging.getLogger(__name__)


def anchor(term):
    """The name of a term's place, in the glossary and in its chapter.

    >>> anchor("residual connection")
    'term-residual-connection'
    """
    return "term-" + re.sub(r"\W+", "-", term.lower())


def link_terms(app, doctree):
    """Make the links of the chapter that is being read; a term that is not there is a warning, hence an error."""
    docname = app.env.docname
    chapter = chapter_of(docname)
    source = Path(app.srcdir) / SOURCE
    if chapter is None or not source.exists():
        return
    app.env.note_dependency(str(source))
    address = app.builder.get_relative_uri(docname, PAGE)
    first = {}
    for bold in doctree.findall(nodes.strong):
        first.setdefault(bold.astext(), bold)
    for entry in json.loads(source.read_text("utf-8")):
        if entry["chapter"] != chapter.label:
            continue
        words = entry.get("bold", [entry["term"]])[0]
        if words in first:
            lead_to(address, anchor(entry["term"]), first[words])
        else:
            words = f"the glossary's term {words!r} is not in bold here"
            log.warning(words, location=docname, type="microgpt", subtype="glossary")


def lead_to(address, name, bold):
    """Put a link around the bold words, that the glossary can lead back to."""
    link = nodes.reference("", "", refuri=f"{address}#{name}", ids=[name], classes=["course-term"])
    bold.replace_self(link)
    link += bold


def setup(app):
    app.connect("doctree-read", link_terms)
