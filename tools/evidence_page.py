"""Fills in the page "What stands behind this book", when all else of the book is done.

    python tools/evidence_page.py _build/html      again, after the tests: part of `make test`

book/evidence.md has the words, and a place for each part. What is not known is said to be not known.
"""

import os
import re
import sys
from datetime import UTC, date, datetime
from html import escape, unescape
from importlib.metadata import version
from pathlib import Path

import pack
import tested
import weights

PAGE = "book/evidence.html"
PLACE = re.compile(r'(<div data-evidence="(\w+)">).*?(<!-- end --></div>)', re.S)
HEADING = re.compile(r"<h1>(.*?)<", re.S)
CONTENTS = re.compile(r'<a class="reference internal" href="([^"#]+\.html)"')
NOT_RECORDED = '<p class="not-recorded">Not recorded: no run of the tests was at hand when this book was built.</p>'
KINDS = {
    "tests.unit": "the package, and what must agree between files",
    "tests.notebooks": "what the notebooks say, and their exercises",
    "notebooks": "cells of notebooks, run again: the same output",
    "test": "what the widgets compute",
    "tests.book": "the pages in real browsers",
}


def table(head, rows, numbers=1):
    """A table as Sphinx writes it. The last `numbers` columns hold numbers; what is in cells is HTML."""

    def line(cells, tag):
        plain = len(cells) - numbers
        kinds = [' class="text-right"' if at >= plain else "" for at in range(len(cells))]
        return "".join(f"<{tag}{kind}>{cell}</{tag}>" for kind, cell in zip(kinds, cells))

    body = "\n".join(f"<tr>{line(row, 'td')}</tr>" for row in rows)
    top = f"<thead><tr>{line(head, 'th')}</tr></thead>\n" if head else ""
    return (
        '<div class="pst-scrollable-table-container"><table class="table">\n'
        f"{top}<tbody>\n{body}\n</tbody></table></div>"
    )


def written(day):
    """A date as it stands in a sentence."""
    return f"{day.day} {day:%B %Y}"


def built_on():
    """Today, or the day that SOURCE_DATE_EPOCH sets: then the same files give the same book, on any day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def state(files):
    """The commit in words, and whether there were changes since."""
    if not files["commit"]:
        return "not known, for git was not at hand"
    changed = ", and changes that are in no commit" if files["changed"] else ""
    return f"<code>{escape(files['commit'][:12])}</code>{changed}"


def build_part(html, record):
    """When, from which files and with which tools."""
    rows = [("date", written(built_on())), ("commit", state(tested.files()))]
    tools = {"the course": version("microgpt-course")} | tested.versions()
    tools["Jupyter Book"] = version("jupyter-book")
    rows += [(name, escape(one or "not known")) for name, one in tools.items()]
    return table(None, rows, numbers=0)


def same_files(notes):
    """A sentence: does the record speak of the files that this book is built from?"""
    here = tested.files()
    if here["commit"] is None or here["commit"] != notes["commit"]:
        return "That is <strong>another state</strong> of the files than this book is built from."
    if here["changed"] or notes["changed"]:
        return "Since there were changes, the files may not have been quite those of this book."
    return "This book is built from the same files."


def circumstances(notes):
    """Paragraphs: when the tests ran, on what, and how much of them."""
    found = ", ".join(
        f"{name} {one or '(which does not say its version)'}"
        for name, one in notes["versions"].items()
        if one or name != "Node"
    )
    day = written(date.fromisoformat(notes["date"]))
    link = (
        f' <a href="{escape(notes["address"])}">What that run printed.</a>'
        if notes["address"]
        else ""
    )
    part = (
        "Of the longest lists of tests, this run took all."
        if notes["everything"]
        else "Of the longest lists of tests, each run takes a part, and the one of each week takes all."
    )
    return (
        f"<p>The tests last ran on {day}, on commit {state(notes)}. {same_files(notes)}{link}</p>\n"
        f"<p>They ran on {escape(notes['machine'])}, with {escape(found)}. {part}</p>"
    )


def tested_part(html, record):
    """What was tested: how many tests of each kind, and what was left out."""
    if record is None:
        return NOT_RECORDED
    rows = []
    for kind, words in KINDS.items():
        counts = record["counts"].get(kind)
        outcomes = ("passed", "failed", "left out")
        rows.append([words, *([f"{counts[one]:,}" for one in outcomes] if counts else ["–"] * 3)])
    text = circumstances(record["notes"]) + table(
        ["tests of", "passed", "failed", "left out"], rows, 3
    )
    if len(record["counts"]) < len(KINDS):
        text += "<p>A dash: that run has no report of these.</p>"
    for reason, times in sorted(record["reasons"].items()):
        often = "once" if times == 1 else f"{times:,} times"
        text += f"<p>Left out, {often}: {escape(reason)}</p>"
    return text


def seconds_part(html, record):
    """How long the cells of each notebook took."""
    if record is None or not record["notebooks"]:
        return NOT_RECORDED
    rows = [
        [link(html, f"notebooks/{name}.html"), cells, f"{took:.0f}"]
        for name, (cells, took) in sorted(record["notebooks"].items())
    ]
    return (
        "<p>In the same run, a fresh Python ran all cells of each notebook, in seconds. Other tests ran "
        "on the same machine meanwhile, so on yours it may take less.</p>"
    ) + table(["notebook", "cells", "seconds"], rows, 2)


def title(html, page):
    """The heading of a page, as text."""
    found = HEADING.search((html / page).read_text("utf-8"))
    return escape(unescape(re.sub(r"\s+", " ", found[1]).strip()))


def link(html, page):
    """A link to a page, with the number of a chapter before its title; a page that is not in this book by its name."""
    if not (html / page).exists():
        return escape(page)
    number = re.match(r"notebooks/(\d\d)_", page)
    return f'<a href="../{page}">{number[1] + " " if number else ""}{title(html, page)}</a>'


def weigh(html, pages):
    """A table of pages: what each brings, in how many files, and what it may bring."""
    rows = []
    for page in pages:
        size, files = weights.weight(html, page)
        limit = f"{weights.limit(page) / weights.KILOBYTE:.0f}"
        rows.append([link(html, page), f"{size / weights.KILOBYTE:.0f}", limit, files])
    return table(["page", "KB", "at most", "files"], rows, 3)


def weights_part(html, record):
    """The chapters, and in a fold the other pages."""
    pages = {
        folder: sorted(
            path.relative_to(html).as_posix() for path in (html / folder).rglob("*.html")
        )
        for folder in ("notebooks", "book")
    }
    others = [page for page in pages["book"] if page != PAGE]
    return (
        f"<p>A test fails where a page brings more than its limit, or more than {weights.MOST_FILES} files.</p>\n"
        f"{weigh(html, pages['notebooks'])}\n<details><summary>The other {len(others)} pages</summary>\n"
        f"{weigh(html, others)}\n</details>"
    )


PARTS = {
    "build": build_part,
    "tested": tested_part,
    "seconds": seconds_part,
    "weights": weights_part,
}


def fill(html, folder=tested.RECORD):
    """Write the parts into the page, in the place of what is there; the record of the tests is in `folder`."""
    page = html / PAGE
    if not page.exists():
        return  # a book without this page
    record = tested.read(folder)

    def part(place):
        return f"{place[1]}\n{PARTS[place[2]](html, record)}\n{place[3]}"

    page.write_text(PLACE.sub(part, page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    book = Path(sys.argv[1])
    fill(book)
    pack.pack(book)
