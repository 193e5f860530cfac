"""What a page brings, told from its files. Whether a browser brings the same: tests/book/test_pages.py."""

import gzip
import sys

import pytest
from reference import ROOT

sys.path.insert(0, str(ROOT / "tools"))

import weights

STYLE, SCRIPT, FONT = "_static/book.css", "_static/book.js", "_static/fonts/KaTeX_{}-ABC.woff"
PAGE = """<link rel="stylesheet" href="../_static/book.css?v=1"><link rel="next" href="other.html">
<script defer src="../_static/book.js?v=2"></script><script>1 < 2</script>
<img loading="lazy" src="../picture.png">"""
FORMULA = '<span class="katex-html"><span class="mord mathnormal">x</span></span>'


@pytest.fixture
def book(tmp_path):
    fonts = [FONT.format(name) for _, name in weights.FONTS]
    for name in [STYLE, SCRIPT, *fonts, "book/page.html"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(1000 * "word ", "utf-8")
    return tmp_path


def write(book, text):
    (book / "book/page.html").write_text(text, "utf-8")
    return "book/page.html"


def test_a_page_brings_its_styles_and_scripts_once(book):
    page = write(book, PAGE + PAGE)
    assert weights.files(book, page) == {page, STYLE, SCRIPT}


@pytest.mark.parametrize(
    "formula, names",
    [
        (FORMULA, ["Main-Regular", "Math-Italic"]),
        (FORMULA.replace("mathnormal", "delimsizing size2"), ["Main-Regular", "Size2-Regular"]),
        (FORMULA.replace("mathnormal", "op-symbol small-op"), ["Main-Regular", "Size1-Regular"]),
        (FORMULA.replace("mathnormal", "sizing size2"), ["Main-Regular"]),
        ('<span class="mathnormally">', []),
    ],
)
def test_a_formula_brings_its_fonts(book, formula, names):
    page = write(book, PAGE + formula)
    assert weights.files(book, page) - {page, STYLE, SCRIPT} == {FONT.format(one) for one in names}


def test_what_is_packed_already_counts_as_it_is(book):
    page = write(book, PAGE + FORMULA)
    size, files = weights.weight(book, page)
    word = len(gzip.compress((book / STYLE).read_bytes(), 6))
    own = len(gzip.compress((book / page).read_bytes(), 6))
    assert (size, files) == (own + 2 * word + 2 * 5000, 5)


def test_limits():
    assert weights.limit("book/page.html") == 200_000
    assert all(200_000 < size <= 300_000 for size in weights.HEAVIER.values())
