"""The form for errata and the survey: what they ask can be answered, and the answers are right."""

import re
from pathlib import Path

from microgpt import Value, load_names
from microgpt.canonical import load_canonical
from microgpt.check import exercises
from microgpt.nn import dot

FOLDER = Path(__file__).parents[2] / "teaching"
ERRATA, SURVEY = ((FOLDER / f"{name}.md").read_text("utf-8") for name in ("errata", "survey"))


def questions(when):
    """{number: {"asked": text, "a": option, ...}} of the questions before or after."""
    text = SURVEY.split(f"\n## {when}\n")[1].split("\n## ")[0]
    found = re.findall(r"^(\d+)\. (.+)\n((?: +.+\n?)*)", text, re.M)
    return {int(n): {"asked": asked, **options(below)} for n, asked, below in found}


def options(text):
    parts = re.split(r"\(([a-d])\) ", " ".join(text.split()))[1:]
    return {
        letter: words.removesuffix("- ").strip() for letter, words in zip(parts[::2], parts[1::2])
    }


def answers():
    rows = re.findall(r"^\| (\d+) \| ([abc]) \| ([abc]) \| .+ \|$", SURVEY, re.M)
    return {int(n): {"Before": before, "After": after} for n, before, after in rows}


def right(when, number):
    """The words of the right option."""
    return questions(when)[number][answers()[number][when]]


def test_ten_before_and_ten_after_two_of_them_about_confidence():
    for when in ("Before", "After"):
        asked = questions(when)
        assert list(asked) == list(range(1, 11))
        assert all(asked[n].keys() == {"asked"} for n in (1, 2))
        assert all(asked[n].keys() == {"asked", *"abcd"} for n in range(3, 11))
        assert {asked[n]["d"] for n in range(3, 11)} == {"I do not know"}
    assert questions("Before")[1] == questions("After")[1]
    assert questions("Before")[2] == questions("After")[2]
    assert list(answers()) == list(range(3, 11))


def test_no_letter_is_right_again_and_again():
    for when in ("Before", "After"):
        given = [answer[when] for answer in answers().values()]
        assert all(given.count(letter) >= 2 for letter in "abc"[: 3 if when == "Before" else 2])


def test_the_dot_products():
    for when in ("Before", "After"):
        a, b = re.findall(r"`\[([^]]+)\]`", questions(when)[5]["asked"])
        result = dot(*([int(n) for n in one.split(", ")] for one in (a, b)))
        assert int(right(when, 5)) == result


def test_the_name_that_is_not_on_the_list():
    (name,) = re.findall(r"`(\w+)`", questions("Before")[4]["asked"])
    assert name in load_canonical().samples and name not in load_names()


def test_the_slopes():
    assert "positive to the right" in questions("Before")[6]["asked"]
    assert right("Before", 6) == "to the left"
    assert "is -3" in questions("After")[6]["asked"] and right("After", 6) == "up"
    assert "4, 9, 20" in questions("After")[7]["asked"]
    assert right("After", 7) == "a smaller learning rate"


def test_where_ways_meet():
    assert "one way adds 3 to its influence, the other 1" in questions("Before")[8]["asked"]
    assert right("Before", 8) == "4"
    x = Value(2)
    (x * 5 + x).backward()
    assert "`y = x * 5 + x`" in questions("After")[8]["asked"]
    assert int(right("After", 8)) == x.grad


def test_the_form_asks_for_where_what_and_how_you_know():
    form = re.search(r"```text\n(.*?)```", ERRATA, re.S)[1]
    for line in ("Where", "What it says", "What it should say", "How you know"):
        assert re.search(rf"^{line}\b", form, re.M), line
    assert max(map(len, form.splitlines())) <= 80
    assert re.search(r"ex-\d\d-\d", form)[0] in exercises()
