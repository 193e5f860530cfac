"""Which pages of the book go on paper, in which order, and by what name each is known there."""

from dataclasses import dataclass

import yaml

# What only works on a screen. A link to one of these becomes a note with its address on the web.
LEFT_OUT = {
    "index": "a model to write with: the title page takes its place",
    "where_to_start": "ten questions that find a route",
    "redo": "what a reader has answered wrong before",
    "last_test": "a test that draws its questions",
    "drills": "exercises that are drawn anew each time",
    "gallery": "the widgets once more: each stands in its chapter",
}


@dataclass(frozen=True)
class Page:
    """`file` is the path in the book, without its ending; `part` the caption it stands under."""

    file: str
    part: str

    @property
    def id(self):
        """What the page is called in the combined document: in its anchors, and in its style.

        >>> Page("notebooks/05_autograd", "Part II").id
        'p-05_autograd'
        """
        return "p-" + self.file.rsplit("/", 1)[1]


def is_left_out(file):
    """Whether a page stays on the screen: one that LEFT_OUT names, or one below it.

    >>> is_left_out("book/gallery_numbers"), is_left_out("book/glossary")
    (True, False)
    """
    name = file.rsplit("/", 1)[1]
    return name in LEFT_OUT or name.startswith("gallery_")


def pages(toc):
    """The Pages on paper, in the order of the text of _toc.yml."""
    read = yaml.safe_load(toc)
    found = [Page(read["root"], "")]
    for part in read["parts"]:
        found += [Page(file, part["caption"]) for file in files(part["chapters"])]
    return [page for page in found if not is_left_out(page.file)]


def files(entries):
    """The files of some entries, each before those below it."""
    for entry in entries:
        yield entry["file"]
        yield from files(entry.get("sections", []))


def named(pages, words):
    """Those of the pages that the words name: 05, 05_autograd, glossary. ValueError where a word names none."""
    chosen = []
    for word in words:
        fits = [page for page in pages if page.id in (f"p-{word}", word)]
        fits = fits or [page for page in pages if page.id.startswith(f"p-{word}_")]
        if not fits:
            names = " ".join(page.id.removeprefix("p-") for page in pages)
            raise ValueError(f"No page on paper is called {word!r}. There are: {names}")
        chosen += fits
    return [page for page in pages if page in chosen]
