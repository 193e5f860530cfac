"""The page of all widgets and exercises, from the chapters themselves: python tools/make_finder.py

tools/inventory.py collects what the chapters hold, tools/minutes.py how long it takes, and tools/short_route.py what to
do of it with little time. book/widget_names.json has what a reader calls a widget, and words one may remember it by.
"""

import html
import re
from itertools import groupby

import inventory
import levels
import minutes
import short_route
from docutils.nodes import make_id

import microgpt.widgets
from microgpt.course import CHAPTERS
from microgpt.sphinx import gallery

PAGE = inventory.ROOT / "book" / "finder.md"
HEAD = """<!-- Written by tools/make_finder.py from the chapters: not for editing. -->

# Widgets and exercises

All that you can move, answer or build in this course, chapter by chapter. Each line leads to its place. Do you
remember a picture, and not where it was? [All widgets by name](#by-name) stand below the chapters.

{jumps}

(short-of-time)=
## Short of time?

Do what carries this mark: {mark}. Read the beginning of each chapter, and the sections in which the marked
things stand. Leave the rest for later. Each marked exercise can be solved without those that you leave out.

| route | read | solve | together |
|---|---|---|---|
| the whole course | {whole} |
| short of time | {short} |

[How minutes and levels are counted](#how-counted) stands at the end of this page.

"""
BY_NAME = """(by-name)=
## By name

Every widget, and words that you may remember one by. The numbers are chapters. The gallery shows each widget by itself,
with the Python that makes it.

"""
COUNTED = """
(how-counted)=
## How minutes and levels are counted

- A chapter's minutes are those at its head. They hold for somebody who meets it for the first time.
- An exercise has a share of its chapter's minutes. For each section, the sheet for teachers says how long its exercises
  take. Its middle counts. Where a section has two exercises, each has half of it.
- The minutes to read on the short route are the shares of the sections that you read. A section's share follows from
  its words, its cells of code and its widgets.
- An exercise has a level, 1 to 3, by the answer that its chapter shows. Up to {few} lines of code are level 1, up to
  {more} are level 2. A short answer can need a long thought: then the minutes are the better sign.
"""
MARK = '<span class="course-do">do this</span>'


def page():
    labels = [chapter.label for chapter in CHAPTERS]
    head = HEAD.format(
        jumps=jumps(),
        mark=MARK,
        whole=" | ".join(sums(map(minutes.header, labels))),
        short=" | ".join(sums(map(short_route.times, labels))),
    )
    counted = COUNTED.format(few=levels.MOST[0], more=levels.MOST[1])
    return head + "\n".join([*map(of_chapter, CHAPTERS), BY_NAME + by_name() + counted])


def jumps():
    links = "\n".join(
        f'<a href="#{make_id(heading(chapter))}">{chapter.label}</a>' for chapter in CHAPTERS
    )
    return f'<nav class="course-letters" aria-label="Chapters on this page">\n{links}\n</nav>'


def sums(pairs):
    """What minutes to read and to solve add up to, and both together."""
    read, solve = map(sum, zip(*pairs, strict=True))
    return [hours(read), hours(solve), hours(read + solve)]


def hours(total):
    """
    >>> hours(1000), hours(45), hours(120)
    ('16 h 40 min', '45 min', '2 h')
    """
    parts = [f"{total // 60} h"] * (total >= 60) + [f"{total % 60} min"] * (total % 60 > 0)
    return " ".join(parts)


def heading(chapter):
    return f"{chapter.label} {chapter.title}"


def of_chapter(chapter):
    read, solve = minutes.header(chapter.label)
    short_read, short_solve = short_route.times(chapter.label)
    return f"""## {heading(chapter)}

{read} minutes to read, {solve} to solve. Short of time: {short_read} to read, {short_solve} to solve.
[Open the chapter](../notebooks/{chapter.slug}.ipynb).

**Widgets**

{listed(widget_lines(chapter))}

**Exercises**

{listed(exercise_lines(chapter))}
"""


def listed(lines, kind="course-finder"):
    return f'<div class="{kind}">\n\n' + "\n".join(lines) + "\n\n</div>"


def widget_lines(chapter):
    """A line for each, and one for all questions of the quiz, which stand together."""
    for make, group in groupby(inventory.widgets(chapter.label), lambda entry: entry.make):
        entries = list(group)
        if make == "Quiz":
            yield line(chapter, entries[0], f"{len(entries)} questions")
        else:
            yield from (line(chapter, entry, entry.says) for entry in entries)


def exercise_lines(chapter):
    tasks = minutes.tasks(chapter.label)
    for entry in inventory.exercises(chapter.label):
        level = levels.level(chapter.label, entry.id)
        yield line(chapter, entry, f"{entry.says}, level {level}, about {tasks[entry.id]} minutes")


def line(chapter, entry, says):
    """All of it is the link."""
    marked = entry in short_route.chosen(chapter.label)
    words = [*([MARK] if marked else []), f"<b>{entry.name}</b>", *([says] if says else [])]
    return f'- <a href="{chapter.href}#{entry.anchor}">{" ".join(words)}</a>'


def by_name():
    """The names of all widgets, and between them the words that lead to a name."""
    lines = {}
    for make, given in inventory.NAMES.items():
        lines[given["name"]] = entry_by_name(make, given["name"])
        for words in given["also"]:
            lines[words] = f'- {words}: <a href="#{place(make)}">{given["name"]}</a>'
    ordered = (lines[words] for words in sorted(lines, key=in_order))
    return listed(ordered, "course-names") + "\n"


def in_order(words):
    """Capitals and marks do not count, and no "the" at the start.

    >>> sorted(["The program", "Value, again", "n", "Value"], key=in_order)
    ['n', 'The program', 'Value', 'Value, again']
    """
    return re.sub(r"\W+", " ", words.lower()).removeprefix("the ")


def place(make):
    """The name of its place: here, and on the gallery's page of its topic."""
    return gallery.anchor(getattr(microgpt.widgets, make))


def entry_by_name(make, name):
    topic = getattr(microgpt.widgets, make).module.split("/")[0]
    shown = f'<a href="gallery_{topic}.html#{place(make)}">gallery</a>'
    says = html.escape(inventory.in_short(make), quote=False)
    found = " ".join([*in_chapters(make), *on_pages(make), shown])
    return f'- [{name}]{{#{place(make)}}}: {says} <span class="course-where">{found}</span>'


def in_chapters(make):
    """Links to its first place in each chapter that has it."""
    links = {}
    for chapter in CHAPTERS:
        for entry in inventory.widgets(chapter.label):
            if entry.make == make:
                link = f'<a href="{chapter.href}#{entry.anchor}">{chapter.label}</a>'
                links.setdefault(chapter.label, link)
    if len(links) == len(CHAPTERS):
        return ["in every chapter"]
    return ["chapter", *links.values()] if links else []


def on_pages(make):
    pages = inventory.on_pages().get(make, {})
    return [f"[{title}]({page}.md)" for page, title in pages.items()]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
