"""What is written on the pages of a PDF, where and how large. pypdf takes a third of a second for a page of the book,
so each is read once, and several at a time."""

import multiprocessing
import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from pypdf import PdfReader
from pypdf.generic import NameObject


def read(path):
    """([(x, y, text)] of each page, in points from its lower left corner; how many letters are of which size)."""
    workers = min(os.cpu_count() or 1, 8)
    pages = list(range(len(PdfReader(path).pages)))
    shares = [pages[first::workers] for first in range(workers) if pages[first::workers]]
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        found = list(pool.map(partial(read_some, path), shares))
    texts, sizes = {}, Counter()
    for some, counted in found:
        texts |= some
        sizes += counted
    return [texts[number] for number in pages], sizes


def read_some(path, numbers):
    """({number: texts} of these pages, their sizes)."""
    pages, sizes = PdfReader(path).pages, Counter()
    return {number: written(pages[number], sizes) for number in numbers}, sizes


def written(page, sizes):
    """[(x, y, text)] of a page; the sizes of its letters are added to `sizes`."""
    found = []
    skip_drawings(page)

    def visit(text, user, matrix, font, size):
        a, b, c, d, e, f = user
        sizes[round(abs(a * matrix[0]) * size, 1)] += len(text)
        if text.strip():
            x, y = matrix[4], matrix[5]
            found.append((a * x + c * y + e, b * x + d * y + f, text))

    page.extract_text(visitor_text=visit)
    return found


def skip_drawings(page):
    """A drawing without letters counts as a picture: pypdf would read each of its strokes, for seconds."""
    for one in page["/Resources"].get("/XObject", {}).values():
        drawing = one.get_object()
        if "/Font" not in drawing.get("/Resources", {"/Font": {}}):
            drawing[NameObject("/Subtype")] = NameObject("/Image")
