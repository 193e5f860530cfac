"""Lays out the book of an edition: what Jupyter Book reads, made from the course's own pages and settings."""

import json
import re
import shutil

import yaml

from .chapters import ROOT, TEACH, pages_for_teachers, write

DRAWN = re.compile(r"^```\{plot\} \w+ (\S+)$", re.M)  # a figure, and the file with its numbers
# Sections of pages that lead out of an edition for students, and what stands there instead.
SECTIONS = {
    "Colab": None,
    "Binder": None,
    "Your own computer": "Your teacher hands out the notebooks, and says how to run them.",
    "For teachers": None,
}
# Links to sections that are gone, by their anchors.
GONE = re.compile(r"\[([^\]]+)\]\((?:how_to_use\.md)?#(?:colab|binder|class)\)")
PROGRESS = "```{widget} Progress\n"  # what follows is the widget's state
LINK = r"\[([^\]]+)\]\((?:\.\./|book/|\./)*{}(?:\.[^)]*)?\)"


def lay_out(folder, edition, notebooks, sheets):
    """Write the project of a book; `sheets` are for a teacher's book, and None makes a student's."""
    shutil.copytree(ROOT / "book", folder / "book")
    for name in drawn(folder):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    write(notebooks | edition.left_out(), folder / "notebooks")
    count_chapters(folder / "book/how_to_use.md", edition)
    for label, text in (sheets or {}).items():
        path = folder / "teaching" / f"{label}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    config["title"] = edition.title or config["title"]
    # A chapter that is left out holds none of its terms.
    config["sphinx"]["config"]["suppress_warnings"] = ["microgpt.glossary"]
    vendor = str(ROOT / "_build/vendor")
    config["sphinx"]["config"]["html_static_path"] = ["book/theme", vendor]
    if sheets is None:
        config["launch_buttons"] = {}
        config["html"] |= {"use_issues_button": False, "use_repository_button": False}
        for_students(folder, pages_for_teachers(toc))
        toc["parts"] = [part for part in toc["parts"] if part["caption"] != TEACH]
    else:
        toc = with_sheets(toc, sheets)
    for name, content in (("_config.yml", config), ("_toc.yml", toc)):
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
        (folder / name).write_text(text, "utf-8")


def drawn(folder):
    """The files, from the root of the project, that pages draw figures from."""
    pages = (path.read_text("utf-8") for path in sorted((folder / "book").glob("*.md")))
    return sorted({name for page in pages for name in DRAWN.findall(page)})


def count_chapters(path, edition):
    """Let the reader's progress count the chapters of the edition alone."""
    state = json.dumps({"chapters": [chapter.label for chapter in edition.chapters]})
    path.write_text(path.read_text("utf-8").replace(PROGRESS, f"{PROGRESS}{state}\n"), "utf-8")


def with_sheets(toc, sheets):
    """The table of contents with a part for the sheets, in front of the chapters."""
    if not sheets:
        return toc
    pages = [{"file": f"teaching/{label}"} for label in sorted(sheets)]
    first, *others = toc["parts"]
    return toc | {"parts": [first, {"caption": "Sheets", "chapters": pages}, *others]}


def for_students(folder, left_out):
    """Take pages away, links to them, and the sections that lead out of the edition."""
    for page in left_out:
        (folder / f"{page}.md").unlink()
    for path in (folder / "book").glob("*.md"):
        text = path.read_text("utf-8")
        for page in left_out:
            text = re.sub(LINK.format(page.rpartition("/")[2]), r"\1", text)
        for title, words in SECTIONS.items():
            text = without_section(text, title, words)
        text = GONE.sub(r"\1", text)
        path.write_text(text, "utf-8")


def without_section(text, title, words=None):
    """The page without a section, and without the rows of tables that lead there; or with other words in it."""
    pattern = re.compile(
        rf"((?:^\(([\w-]+)\)=\n)?)^## {title}\n.*?(?=^\([\w-]+\)=\n## |^## |\Z)", re.M | re.S
    )
    match = pattern.search(text)
    if not match:
        return text
    here = f"{match[1]}## {title}\n\n{words}\n\n" if words else ""
    text = text[: match.start()] + here + text[match.end() :]
    if words or not match[2]:
        return text
    rows = rf"^\|[^|\n]*\(#{match[2]}\)[^\n]*\n|^\| {title} \|[^\n]*\n"
    return re.sub(rows, "", text, flags=re.M)
