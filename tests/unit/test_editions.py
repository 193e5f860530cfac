"""The editions for a class: what a student gets holds no answer that is held back, and nothing for teachers."""

import json
import re
import sys
import zipfile
from contextlib import chdir, redirect_stdout
from datetime import date, timedelta
from io import BytesIO, StringIO

import nbformat
import pytest
import yaml
from reference import ROOT

sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests/exercises")]

import editions  # noqa: E402
from edition import answers, project  # noqa: E402
from edition.chapters import Edition, chosen  # noqa: E402
from edition.graded import BEGIN, END  # noqa: E402
from edition.leaks import leaks, own, squeezed  # noqa: E402
from edition.release import Release, ReleaseError, read_release  # noqa: E402
from notebook import exercises_of  # noqa: E402

from microgpt.check import exercises  # noqa: E402
from microgpt.check.lent import lent  # noqa: E402
from microgpt.course import CHAPTERS  # noqa: E402

TODAY = date(2026, 12, 1)
SECRET = "Ask first what the sign of the product will be, and wait for three hands."


def solutions(slug):
    """{id: all ways to write it}, found by the reader of the tests."""
    found = exercises_of(ROOT / "notebooks" / f"{slug}.ipynb")
    return {one.id: [one.solution, *one.others] for one in found}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The notebooks of all chapters, with the exercise 01-1 and the chapter 02 out."""
    table = tmp_path_factory.mktemp("table") / "class.toml"
    table.write_text("ex-01-1 = 2026-12-01\n02 = 2026-11-30\n03 = 2026-12-02\n", "utf-8")
    out = tmp_path_factory.mktemp("made") / "class"
    with redirect_stdout(StringIO()) as said:
        editions.main(
            ["--out", str(out), "--release", str(table), "--on", "2026-12-01", "--notebooks-only"]
        )
    return out, said.getvalue()


def files(folder):
    return [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.ipynb"))]


def source_of(path, id):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "".join(next(cell["source"] for cell in cells if cell["id"] == id))


def test_no_answer_that_is_held_back_is_in_the_students_notebooks(made):
    out, said = made
    held = [id for id in exercises() if id != "ex-01-1" and id[3:5] != "02"]
    assert said.endswith(f"student: {', '.join(held)}\n")
    ways = {id: ways for one in CHAPTERS for id, ways in solutions(one.slug).items() if id in held}
    assert list(ways) == held and leaks(files(out / "student"), ways, {}) == []
    for name, content in files(out / "student"):
        text = squeezed(content.decode().replace("\\n", "").replace('",', "").replace('"', ""))
        for id, (way, *_) in ways.items():
            assert squeezed(way.replace('"', "")) not in text, (name, id)


def test_what_is_out_stands_as_in_the_source(made):
    out, _ = made
    for slug, id in (("01_numbers", "ex-01-1"), ("02_slope", "ex-02-4")):
        here = [
            folder / f"{slug}.ipynb" for folder in (out / "student/notebooks", ROOT / "notebooks")
        ]
        assert source_of(here[0], f"{id}-help") == source_of(here[1], f"{id}-help")
    assert "def slope" in source_of(out / "student/notebooks/02_slope.ipynb", "slope")


def test_the_hints_stay_and_a_line_says_when(made):
    notebook = made[0] / "student/notebooks"
    cosine = source_of(notebook / "01_numbers.ipynb", "ex-01-2-help")
    assert cosine.count("<summary>Hint") == 2 and cosine.endswith(answers.instead(None))
    step = source_of(notebook / "03_descent.ipynb", "ex-03-1-help")
    assert "*The answer comes on 2 December 2026.*" in step and "Show answer" not in step


def test_nothing_else_of_a_chapter_changes(made):
    for chapter in CHAPTERS:
        source = json.loads((ROOT / f"notebooks/{chapter.slug}.ipynb").read_text("utf-8"))
        path = made[0] / f"student/notebooks/{chapter.slug}.ipynb"
        cells = json.loads(path.read_text("utf-8"))["cells"]
        changed = [a["id"] for a, b in zip(source["cells"], cells, strict=True) if a != b]
        lent_here = {place for slug, place in answers.GIVEN_AWAY if slug == chapter.slug}
        assert [id for id in changed if not id.startswith("ex-") and id not in lent_here] == []


def test_a_day_that_has_come_releases_and_tomorrow_does_not():
    for days, out in ((-1, True), (0, True), (1, False)):
        day = TODAY + timedelta(days)
        assert read_release(day.isoformat()).is_out("ex-01-1", TODAY) == out
    assert not Release().is_out("ex-01-1", TODAY)


def test_an_exercise_goes_before_its_chapter_and_that_before_all(tmp_path):
    path = tmp_path / "class.toml"
    path.write_text('all = 2027-02-01\n01 = "2026-12-01"\nex-01-2 = "never"\n', "utf-8")
    release = read_release(str(path))
    days = [release.day(id) for id in ("ex-01-1", "ex-01-2", "ex-05-1")]
    assert days == [date(2026, 12, 1), None, date(2027, 2, 1)]


@pytest.mark.parametrize(
    "text, words",
    [
        ("1 = 2026-12-01", "names '1', which is neither a chapter nor an exercise. Such as: 01"),
        ("ex-01-9 = 2026-12-01", "names 'ex-01-9'"),
        ("01 = 2026-02-30", "cannot be read"),
        ("01 = '1.12.2026'", "01 in .* should be a day such as 2026-12-01"),
        ("01 = '2026-02-30'", "and is '2026-02-30'"),
        ("01 = 2026-12-01T10:00:00", "and is '2026-12-01 10:00:00'"),
        ("01 = 5", "and is '5'"),
        ("01 = true", "and is 'True'"),
        ("[release]\n01 = 2026-12-01", "names 'release'"),
        ("01 = 2026-12-01\n01 = 2026-12-02", "cannot be read"),
        ("01: 2026-12-01", "cannot be read.*at line 1.*A line looks like this: 01 = 2026-12-01"),
        (b"\xff\xfe", "not a text in UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_gets_a_sentence(text, words, tmp_path):
    path = tmp_path / "class.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ReleaseError, match=words):
        read_release(str(path))


@pytest.mark.parametrize(
    "options, words",
    [
        (["--chapters", "1"], "There is no chapter '1'"),
        (["--chapters", "00 99"], "There is no chapter '99'"),
        (["--release", "1.12.2026"], "'1.12.2026' is neither"),
        (["--release", "2026-13-01"], "should be a day"),
        (["--on", "tomorrow"], "--on wants a day such as 2026-12-01, not 'tomorrow'"),
    ],
)
def test_options_that_mean_nothing_get_a_sentence_and_leave_nothing(options, words, tmp_path):
    with pytest.raises(SystemExit, match=words):
        editions.main(["--out", str(tmp_path / "class"), "--notebooks-only", *options])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SystemExit, match="is there already"):
        editions.main(["--out", str(tmp_path), "--notebooks-only"])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_edition_that_would_give_something_away_is_not_made(tmp_path, monkeypatch):
    monkeypatch.setattr(answers, "GIVEN_AWAY", {})
    with pytest.raises(SystemExit, match="02_slope.ipynb gives ex-02-1 away"):
        editions.main(["--out", str(tmp_path / "class"), "--notebooks-only", "--chapters", "02"])
    assert list(tmp_path.iterdir()) == []


def test_a_fold_that_is_missing_is_an_error():
    edition = Edition(chosen("01"))
    notebook = edition.sources()["01_numbers"]
    cell = next(cell for cell in notebook.cells if cell.id == "ex-01-1-help")
    cell.source = cell.source.replace("Show answer", "Show the answer")
    with pytest.raises(answers.AnswerError, match="ex-01-1 should have one fold"):
        answers.withhold(notebook, "01_numbers", Release(), TODAY)


def test_what_is_lent_does_what_the_chapter_shows():
    """The chapter goes on as it is printed, and its cell does not show the answer."""
    for (slug, place), id in answers.GIVEN_AWAY.items():
        notebooks = (
            Edition(chosen(slug[:2])).student()[0][slug],
            Edition(chosen(slug[:2])).sources()[slug],
        )
        spaces = [{"__name__": "__main__"}, {"__name__": "__main__"}]
        for notebook, space in zip(notebooks, spaces):
            with chdir(ROOT / "notebooks"), redirect_stdout(StringIO()):
                for cell in notebook.cells:
                    if cell.cell_type == "code" and not cell.id.startswith("ex-"):
                        if not {"remove-input", "raises-exception"} & set(
                            cell.metadata.get("tags", [])
                        ):
                            exec(compile(cell.source, cell.id, "exec"), space)
        name = exercises()[id].name
        assert spaces[0][name] is lent(id) is exercises()[id].right
        assert spaces[1][name] is not lent(id)
        if slug == "01_numbers":
            assert spaces[0]["nearest"] == spaces[1]["nearest"]
        else:
            assert round(spaces[0]["slope"](spaces[0]["loss"], 2, 0.001), 3) == round(
                spaces[1]["slope"](spaces[1]["loss"], 2, 0.001), 3
            )


def test_nbgrader_finds_what_it_wants(made):
    """Its schema 3: what is required, the form of a name, points where there is a grade, no name twice."""
    for path in sorted((made[0] / "student/notebooks").glob("*.ipynb")):
        cells = [cell for cell in nbformat.read(path, 4).cells if "nbgrader" in cell.metadata]
        ids = [cell.metadata.nbgrader.grade_id for cell in cells]
        mine = [id for id in exercises() if id[3:5] == path.name[:2]]
        assert ids == [one for id in mine for one in (f"{id}-stub", id)]
        for cell in cells:
            about = dict(cell.metadata.nbgrader)
            assert re.fullmatch(r"[a-zA-Z0-9_-]+", about.pop("grade_id"))
            graded = about.pop("points", None) == 1
            assert about == {
                "schema_version": 3,
                "grade": graded,
                "locked": graded,
                "solution": not graded,
                "task": False,
            }
            assert graded == cell.source.startswith("from microgpt.check import assert_passes\n")
            assert BEGIN not in cell.source


def test_the_teachers_cells_are_solved_between_delimiters_that_can_be_cleared(made):
    for chapter in CHAPTERS:
        path = made[0] / f"teacher/notebooks/{chapter.slug}.ipynb"
        ways = solutions(chapter.slug)
        for id, (way, *_) in ways.items():
            source = source_of(path, f"{id}-stub")
            lines = source.splitlines()
            assert BEGIN in source and END in source
            bare = [line for line in lines if line.strip() not in (BEGIN, END)]
            assert "\n".join(bare) == way.rstrip("\n")
            compile(cleared(lines), id, "exec")
            assert "Show answer" not in source_of(path, f"{id}-help") or id[3:5] in ("01", "02")


def cleared(lines):
    """What nbgrader makes of a solved cell."""
    kept, inside = [], False
    for line in lines:
        if line.strip() == BEGIN:
            inside = True
            kept.append(line.replace(BEGIN, "raise NotImplementedError()"))
        elif line.strip() == END:
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


def test_a_check_of_the_edition_raises_and_a_right_answer_passes(made):
    path = made[0] / "student/notebooks/01_numbers.ipynb"
    check = source_of(path, "ex-01-1-check")
    space = {}
    exec(source_of(path, "ex-01-1-stub"), space)
    with pytest.raises(AssertionError, match="ex-01-1"):
        exec(check, space)
    exec(solutions("01_numbers")["ex-01-1"][0], space)
    exec(check, space)


PLANTED = "def dot(a, b):\n    return sum(x * y for x, y in zip(a, b))\n"


@pytest.mark.parametrize(
    "name, text",
    [
        (
            "a.html",
            '<pre><span class="k">def</span> dot(a, b):\n    return <b>sum</b>(x * y for x, y in zip(a, b))',
        ),
        ("a.ipynb", json.dumps({"cells": [{"source": PLANTED.splitlines(True)}]})),
        ("a.py", f"# before\n{PLANTED}"),
        ("searchindex.js", f'x("{PLANTED}")'),
        ("a.html", f"<p>{SECRET.replace('first', '<strong>first</strong>')}</p>"),
        ("a.txt", SECRET.replace(" ", "\n")),
    ],
)
def test_a_leak_is_found_in_every_kind_of_file_and_in_zips(name, text):
    ways, sheets = {"ex-01-1": [PLANTED]}, {"01": f"# Teaching 01\n\n{SECRET}"}
    zipped = BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr(name, text)
    for file, content in ((name, text.encode()), ("book.zip", zipped.getvalue())):
        ((found, what),) = leaks([(file, content)], ways, own(sheets, []))
        assert found.endswith(name) and what in ("ex-01-1", "01")
    assert (
        leaks([(name, b"{}" if name != "a.ipynb" else b'{"cells": []}')], ways, own(sheets, []))
        == []
    )


@pytest.fixture
def sheet(monkeypatch):
    monkeypatch.setattr(Edition, "sheets", lambda self: {"01": f"# Teaching 01: A\n\n{SECRET}\n"})


def project_of(folder, sheets):
    edition = Edition(chosen("00 01"), today=TODAY, title="Our class")
    pages = edition.student()[0] if sheets is None else edition.sources()
    folder.mkdir()
    project.lay_out(folder, edition, pages, sheets)
    return yaml.safe_load((folder / "_toc.yml").read_text("utf-8"))


def files_of(toc):
    return re.findall(r"'file': '([^']+)'", str(toc))


def test_the_students_book_has_nothing_for_teachers(tmp_path, sheet):
    toc = project_of(tmp_path / "book", None)
    names = files_of(toc)
    assert not [one for one in names if "teach" in one or "lesson" in one]
    assert all(list(tmp_path.glob(f"book/{name}.*")) for name in names)
    pages = [(path.name, path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file()]
    assert leaks(pages, {}, own(Edition(chosen("01")).sheets(), [])) == []
    how = (tmp_path / "book/book/how_to_use.md").read_text("utf-8")
    for gone in ("(#colab)", "## Binder", "git clone", "For teachers", "marks.csv", "| Colab |"):
        assert gone not in how, gone
    assert "(local)=\n## Your own computer\n\nYour teacher hands out the notebooks" in how
    assert "(offline)=" in how and "(run-all)=" in how
    config = yaml.safe_load((tmp_path / "book/_config.yml").read_text("utf-8"))
    assert config["title"] == "Our class" and config["launch_buttons"] == {}
    assert '```{widget} Progress\n{"chapters": ["00", "01"]}\n```' in how
    later = source_of(tmp_path / "book/notebooks/02_slope.ipynb", "title")
    assert later.startswith("# The slope of a hill\n\nThis chapter is not part of your edition.")


def test_the_teachers_book_has_the_sheets_in_a_part_of_their_own(tmp_path, sheet):
    edition = Edition(chosen("00 01"))
    toc = project_of(tmp_path / "book", edition.sheets())
    parts = {part["caption"]: [one["file"] for one in part["chapters"]] for part in toc["parts"]}
    assert parts["Sheets"] == ["teaching/01"]
    assert SECRET in (tmp_path / "book/teaching/01.md").read_text("utf-8")
    assert "Show answer" in source_of(tmp_path / "book/notebooks/01_numbers.ipynb", "ex-01-1-help")


def test_the_sheets_that_there_are_have_much_of_their_own():
    """What stands in the course too is no secret; without anything else, the search for sentences would find none."""
    edition = Edition(chosen(""))
    sheets = edition.sheets()
    notes = own(sheets, edition.course())
    assert len(sheets) == len(CHAPTERS)
    assert all(sum(name == label for name, _ in notes) > 40 for label in sheets)


def test_what_the_course_says_too_is_no_secret():
    course = [("a.ipynb", json.dumps({"cells": [{"source": [f"## {SECRET}"]}]}).encode())]
    assert own({"01": SECRET}, []) and not own({"01": SECRET}, course)


def test_the_guide_says_what_there_is(tmp_path):
    """Its table of days can be read, its variables and folders are those of the tool."""
    guide = (ROOT / "book/teaching_class.md").read_text("utf-8")
    (table,) = re.findall(r"```toml\n(.*?)```", guide, re.S)
    path = tmp_path / "class.toml"
    path.write_text(table, "utf-8")
    release = read_release(str(path))
    assert release.day("ex-01-1") < release.day("ex-01-2") < release.day("ex-05-1")
    assert release.day("ex-01-3") is None
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for variable in set(re.findall(r"\b([A-Z]{4,})=", guide)):
        assert f"$({variable})" in makefile, variable
    for folder in ("student/html", "student/notebooks", "teacher/html", "teacher/notebooks"):
        assert f"`{folder}`" in guide and folder in editions.__doc__
    assert "microgpt-course.zip" in (ROOT / "tools/pack.py").read_text("utf-8")
