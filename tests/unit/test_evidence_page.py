"""The page that says what was tested: it tells what the record and the files say, and what they do not say."""

import json
import re
import sys

import pytest
from reference import ROOT

sys.path.insert(0, str(ROOT / "tools"))

import evidence_page
import tested

PLACES = (ROOT / "book/evidence.md").read_text("utf-8")
NOTES = {
    "commit": "a" * 40,
    "changed": False,
    "date": "2026-11-03",
    "everything": False,
    "machine": "<A processor>, 2 cores",
    "versions": {"Python": "3.11.7", "Chromium": "156.0", "WebKit": None},
    "address": "https://example.org/runs/7?a=1&b=2",
}
PYTHON = """<testsuites><testsuite>
<testcase classname="tests.unit.test_value.TestAdd" name="one" time="0.1"/>
<testcase classname="tests.unit.test_value" name="two" time="0.1"><failure message="no"/></testcase>
<testcase classname="tests.notebooks.test_anatomy" name="one" time="0.1"/>
<testcase classname="tests.book.test_pages" name="one" time="0.1"/>
<testcase classname="" name="tests.unit.test_torch" time="0">
<skipped message="collection skipped">('/a/file.py', 22, 'Skipped: PyTorch is &lt;not&gt; here')</skipped></testcase>
<testcase classname="tests.unit.test_value" name="three" time="0"><skipped message="not on Mars"/></testcase>
</testsuite></testsuites>"""
CELLS = """<testsuites><testsuite>
<testcase classname="notebooks.03_descent.ipynb" name="Cell 0" time="2.5"/>
<testcase classname="notebooks.03_descent.ipynb" name="Cell 1" time="1.25"/>
</testsuite></testsuites>"""
SCRIPTS = """<testsuites>
<testsuite name="a group"><testcase name="one" time="0.1" classname="test"/></testsuite>
<testcase name="two" time="0.1" classname="test"/></testsuites>"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A book with two pages and that one, in a state of the files that is known."""
    html = tmp_path / "html"
    for name, text in {
        "book/evidence.html": PLACES,
        "book/index.html": "<h1>The &amp; first</h1>",
        "notebooks/03_descent.html": "<h1>Rolling downhill<a>#</a></h1>",
    }.items():
        (html / name).parent.mkdir(parents=True, exist_ok=True)
        (html / name).write_text(text, "utf-8")
    monkeypatch.setattr(tested, "files", lambda: {"commit": "a" * 40, "changed": False})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return html


def record(html, reports=None, **notes):
    folder = html.parent / "tests"
    folder.mkdir()
    (folder / "run.json").write_text(json.dumps(NOTES | notes), "utf-8")
    every = {"test-python": PYTHON, "test-notebooks": CELLS, "test-js": SCRIPTS}
    for name, text in (every if reports is None else reports).items():
        (folder / f"{name}.xml").write_text(text, "utf-8")


def filled(html):
    evidence_page.fill(html, html.parent / "tests")
    return (html / "book/evidence.html").read_text("utf-8")


def row(text, *cells):
    """Whether the page has this row."""
    return "".join(f"<td>{cells[0]}</td>" if at == 0 else f'<td class="text-right">{cell}</td>'
                   for at, cell in enumerate(cells)) in text  # fmt: skip


def test_without_a_record_the_page_says_so(book):
    text = filled(book)
    assert text.count("Not recorded") == 2 and "written when the book is built.</p>" not in text
    assert "<td>date</td><td>14 November 2023</td>" in text
    assert "<td>commit</td><td><code>aaaaaaaaaaaa</code></td>" in text


def test_what_was_tested(book):
    record(book)
    text = filled(book)
    assert row(text, evidence_page.KINDS["tests.unit"], 1, 1, 2)
    assert row(text, evidence_page.KINDS["tests.notebooks"], 1, 0, 0)
    assert row(text, evidence_page.KINDS["notebooks"], 2, 0, 0)
    assert row(text, evidence_page.KINDS["test"], 2, 0, 0)
    assert row(text, evidence_page.KINDS["tests.book"], 1, 0, 0)
    assert "Left out, once: PyTorch is &lt;not&gt; here</p>" in text
    assert "Left out, once: not on Mars</p>" in text and "A dash" not in text


def test_when_and_on_what(book):
    record(book)
    text = filled(book)
    assert "last ran on 3 November 2026" in text and "&lt;A processor&gt;, 2 cores" in text
    assert (
        "Python 3.11.7, Chromium 156.0, WebKit (which does not say its version)" in text
        and "None" not in text
    )
    assert '<a href="https://example.org/runs/7?a=1&amp;b=2">' in text


def test_a_kind_that_nobody_counts_is_no_secret(book):
    record(book, {"test-js": SCRIPTS.replace('classname="test"', 'classname="tests.other.test_x"')})
    with pytest.raises(ValueError, match="tests.other.test_x is a test of no kind"):
        filled(book)


def test_seconds_of_a_notebook(book):
    record(book)
    assert row(filled(book), '<a href="../notebooks/03_descent.html">03 Rolling downhill</a>', 2, 4)


def test_a_notebook_that_is_not_in_this_book_is_named_and_not_linked(book):
    record(book, {"test-notebooks": CELLS.replace("03_descent", "04_network")})
    text = filled(book)
    assert row(text, "notebooks/04_network.html", 2, 4) and "../notebooks/04" not in text


def test_a_part_of_the_tests_that_left_no_report(book):
    record(book, {"test-js": SCRIPTS})
    text = filled(book)
    assert row(text, evidence_page.KINDS["tests.book"], "–", "–", "–") and "A dash" in text
    assert text.count("Not recorded") == 1  # the seconds


@pytest.mark.parametrize(
    "notes, said",
    [
        ({}, "from the same files"),
        ({"commit": "b" * 40}, "another state"),
        ({"commit": None}, "another state"),
        ({"changed": True}, "may not have been quite those"),
    ],
)
def test_it_says_whether_the_tests_saw_these_files(book, notes, said):
    record(book, **notes)
    assert said in filled(book)


def test_weights_stand_beside_their_limits(book):
    text = filled(book)
    assert row(text, '<a href="../book/index.html">The &amp; first</a>', 0, 200, 1)
    assert '<a href="../book/evidence.html">' not in text


def test_filled_twice_it_is_the_same_and_a_later_run_takes_the_place(book):
    first = filled(book)
    assert filled(book) == first
    record(book)
    later = filled(book)
    assert later != first and "Not recorded" not in later


def test_a_book_without_the_page_stays_as_it_is(tmp_path):
    evidence_page.fill(tmp_path, tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_a_run_notes_down(tmp_path, monkeypatch):
    for name, value in {
        "SERVER_URL": "https://example.org",
        "REPOSITORY": "a/b",
        "RUN_ID": "7",
    }.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/old.xml").write_text("of another run", "utf-8")
    tested.begin(tmp_path / "tests")
    assert [path.name for path in (tmp_path / "tests").iterdir()] == ["run.json"]
    notes = json.loads((tmp_path / "tests/run.json").read_text("utf-8"))
    assert set(notes) == set(NOTES) and notes["address"] == "https://example.org/a/b/actions/runs/7"
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", notes["versions"]["Python"])
    assert re.fullmatch(r"[\d.]+", notes["versions"]["Chromium"])


def test_every_part_of_the_tests_leaves_a_report():
    """Else the page would be silent of it."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    rules = dict(re.findall(r"^(test-\w+): setup\n\t(.*)", makefile, re.M))
    assert set(rules) == {"test-python", "test-js", "test-notebooks", "test-book"}
    for rule in rules.values():
        assert re.search(r"\$\((PYTEST|REPORT)\)|\$\(TWO_REPORTS\)", rule), rule
