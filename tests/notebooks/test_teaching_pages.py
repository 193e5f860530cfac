"""The plans for teachers add up, and the first lesson is one that the pages can give."""

import random
import re
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

import microgpt.widgets
from microgpt import course

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import minutes  # noqa: E402

PLANS = (ROOT / "book/teaching.md").read_text("utf-8")
LESSONS = (ROOT / "book/first_lesson.md").read_text("utf-8")
SHEET = (ROOT / "teaching/00.md").read_text("utf-8")
BLOCK = re.compile(
    r"\*\*(\d+) to (\d+)\.\*\* [^\n]+[.?]\n\n- \*You\*: (.+)\n- \*Class\*: (.+)\n"
    r"- \*Screen\*: (.+)\n- \*May go wrong\*: (.+)\n"
)


def table(heading):
    """The cells of the rows of the table below a heading."""
    text = PLANS.split(f"### {heading}\n")[1].split("\n#")[0]
    rows = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def number(text):
    return int(text.replace(",", "") or 0)


def test_the_afternoon_adds_up():
    """A reader's minutes are the shares of the sections that the line names."""
    rows = table("One afternoon")
    planned, alone = 0, 0
    for time, _, where, reader in rows:
        found = re.search(r"\[(\d\d)\]\(\.\./notebooks/(\w+)\.ipynb\)", where)
        assert bool(found) == bool(reader)
        if found:
            assert course.CHAPTERS[int(found[1])].slug == found[2]
            shares = minutes.shares(found[1])
            read = sum(shares[heading] for heading in re.findall(r"\*([^*]+)\*", where))
            assert number(reader) == round(read), where
            planned, alone = planned + number(time), alone + number(reader)
    all_ = sum(number(row[0]) for row in rows)
    assert f"That is {all_} minutes." in PLANS and all_ == 180
    assert f"get {planned} for {alone}: about twice as long" in PLANS
    assert planned / alone == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize(
    "heading, lessons", [("Six weeks", 2 * 90), ("A term", 2 * 45)], ids=["six weeks", "term"]
)
def test_a_plan_adds_up(heading, lessons):
    """Each row has what the heads of its chapters say; at home is what the lessons of its weeks cannot hold."""
    *rows, together = table(heading)
    weeks, seen, sums = [], [], [0, 0, 0]
    for week, chapters, *numbers in rows:
        row_weeks = [int(one) for one in week.split(" and ")]
        heads = [minutes.header(one) for one in chapters.split(", ")]
        read, solve = (sum(column) for column in zip(*heads))
        home = max(0, read + solve - lessons * len(row_weeks))
        assert [number(one) for one in numbers] == [read, solve, home], week
        weeks, seen = weeks + row_weeks, seen + chapters.split(", ")
        sums = [before + now for before, now in zip(sums, [read, solve, home])]
    assert [number(one) for one in together[2:]] == sums
    assert weeks == list(range(1, len(weeks) + 1)) and seen == sorted(set(seen))
    if heading == "A term":
        assert seen == [chapter.label for chapter in course.CHAPTERS]
        assert len(weeks) - 4 == 13 and "Thirteen weeks?" in PLANS  # 11, 13, and two for 14
    else:
        assert len(weeks) == 6


@pytest.mark.parametrize("length", [45, 90])
def test_a_lesson_has_no_hole(length):
    blocks = lesson(length)
    assert [block[0] for block in blocks] == [0, *(block[1] for block in blocks[:-1])]
    assert blocks[-1][1] == length and all(start < end for start, end, *_ in blocks)
    lines = re.findall(r"^- \*\w[\w ]*\*: ", part(length), re.M)
    assert len(lines) == 4 * len(blocks), "a block that has not all its lines"


def part(length):
    return LESSONS.split(f"\n## In {length} minutes\n")[1].split("\n(lesson")[0]


def lesson(length):
    """[(start, end, you, class, screen, may go wrong)]."""
    found = BLOCK.findall(part(length) + "\n")
    return [(int(start), int(end), *words) for start, end, *words in found]


@pytest.mark.parametrize("length", [45, 90])
def test_what_is_on_the_screen_is_there(length):
    """A section of chapter 00 and a widget in it, or the front page and a widget on it."""
    front = (ROOT / "book/index.md").read_text("utf-8")
    for *_, screen, _ in lesson(length):
        if screen == "dark.":
            continue
        page, section, what = re.fullmatch(r"([^,]+), \*([^*]+)\*, (.+)\.", screen).groups()
        shown = front if page == "the front page" else below(section)
        assert page in ("the front page", "chapter 00") and section in front + "".join(headings())
        for name in re.findall(r"`(\w+)`", what):
            assert name in microgpt.widgets.__all__ and re.search(rf"\b{name}\b", shown), screen


def headings():
    return minutes.sections("00")


def below(section):
    """All that stands in a section of chapter 00."""
    text = "\n".join("".join(cell["source"]) for cell in minutes.notebook("00"))
    return text.split(f"\n## {section}\n")[1].split("\n## ")[0]


def test_the_ticket_is_on_the_sheet():
    assert LESSONS.count("the two questions of the exit ticket of chapter 00") == 2
    assert "## Exit ticket" in SHEET


def test_the_samples_that_are_read_aloud():
    from microgpt.canonical import load_canonical

    assert "`maria` and `chana` among them" in LESSONS
    assert {"maria", "chana"} <= set(load_canonical().samples)


def test_the_numbers_that_the_class_will_see():
    from microgpt import load_names
    from microgpt.canonical import load_canonical
    from microgpt.widgets import FiveStepLoop

    names, run = load_names(), load_canonical()
    counts = Counter(name[2] for name in names if name.startswith("em"))
    (best, most), *_ = counts.most_common()
    share = f"{most} by {counts.total()}: that is a probability, {most / counts.total():.3f}."
    assert best == "m" and share in LESSONS
    for beginning in ("em", "emq"):
        letter, chance = max(run.chances(beginning).items(), key=lambda one: one[1])
        assert f"`{letter}` after `{beginning}`, with {100 * chance:.0f} %" in LESSONS
    random.Random(42).shuffle(names)
    seen = names[:1000]
    assert sum(name.startswith("em") for name in seen) == 6 and "only six with `em`" in LESSONS
    assert "chana" in seen and "maria" not in seen and "maria" in names
    assert "which has `chana` alone" in LESSONS
    assert f"ends near {mean(run.losses[-50:]):.1f}." in LESSONS
    rounds = [one["probs"] for one in FiveStepLoop(steps=15).rounds()]
    assert [max(probs) == probs[2] for probs in rounds] == [False, False, True]
    assert (
        f"After two rounds `m` leads: *Predict* of the third shows {100 * rounds[2][2]:.0f} %"
        in LESSONS
    )


def test_the_buttons_that_a_lesson_names_are_there():
    files = (ROOT / "microgpt/widgets").rglob("*.js")
    source = "".join(path.read_text("utf-8") for path in files)
    pressed = set(re.findall(r"\*\*([A-Z][a-z ]+)\*\*", LESSONS)) | {
        "look back",
        "4 rounds a second",
    }
    assert {"Train", "Rewind", "Pause", "Run", "Put back", "Use this list"} <= pressed
    for name in pressed:
        assert f'"{name}"' in source, name


def test_the_sections_that_the_talk_names_exist():
    rows = PLANS.split("## How to talk about language models")[1].split("\n\n")
    assert "*Copied or invented?*" in "".join(rows) and "Copied or invented?" in headings()


def test_the_old_address_leads_to_the_new_page():
    """how_to_use.html#class was the place for teachers."""
    page = (ROOT / "book/how_to_use.md").read_text("utf-8")
    assert "(class)=\n## For teachers\n" in page and "](teaching.md)" in page


@pytest.mark.parametrize("name", ["teaching", "teaching_class", "first_lesson"])
def test_their_words(name):
    text = (ROOT / f"book/{name}.md").read_text("utf-8")
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    assert not re.findall(
        r"\b(simply|just|obviously|trivially|easy)\b|!(?=\s|$)|\u2014", text, re.I
    )
    assert max(map(len, text.splitlines())) <= 200
