"""The book, when it is built: a program that it offers lies in it once, whichever way a page links it."""

import sys

from reference import ROOT

sys.path.insert(0, str(ROOT / "tools"))

import finish_book

LINK = '<a class="download" href="../_downloads/{}/{}">'


def a_book(html, copies):
    """A book with a program at its root, and Sphinx's copies {folder: (name, text)}; the page that links them."""
    (html / "train0.py").write_text("counts = {}\n", "utf-8")
    for folder, (name, text) in copies.items():
        (html / "_downloads" / folder).mkdir(parents=True)
        (html / "_downloads" / folder / name).write_text(text, "utf-8")
    page = "".join(LINK.format(folder, name) for folder, (name, _) in copies.items())
    return {html / "notebooks/13.html": page}


def test_a_program_at_the_root_is_linked_there_and_its_copy_goes(tmp_path):
    pages = a_book(tmp_path, {"1f": ("train0.py", "counts = {}\n")})
    assert list(finish_book.offer_once(tmp_path, pages).values()) == [
        '<a class="download" href="../train0.py">'
    ]
    assert not (tmp_path / "_downloads").exists() and (tmp_path / "train0.py").exists()


def test_another_file_keeps_its_place(tmp_path):
    copies = {"1f": ("train0.py", "another\n"), "2e": ("names.txt", "emma\n")}
    pages = a_book(tmp_path, copies)
    assert finish_book.offer_once(tmp_path, pages) == pages
    assert len(list(tmp_path.glob("_downloads/*/*"))) == 2
