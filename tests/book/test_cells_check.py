"""The check says in the page what it says anywhere: whether an answer passes, and what is to be fixed."""

import json
import re
import sys
from importlib import import_module

import pytest
from in_page import in_browser
from pages import BOOK, ROOT

sys.path.insert(0, str(ROOT / "tests"))

from everything import EVERYTHING

from microgpt.check import exercises, grade, guard

# Of so many answers one is tried: each takes the page's Python many times as long as this one.
EVERY = 9 if EVERYTHING else 27
SELDOM = {"ex-05-6": 2 * EVERY, "ex-09-5": 2 * EVERY}  # these have long stories, and many answers
# An endless loop is stopped sooner than for a learner.
STEPS = {
    **{"ex-03-3": 150_000, "ex-05-3": 200_000, "ex-08-4": 200_000, "ex-09-5": 200_000},
    **{"ex-10-2": 400_000, "ex-10-5": 200_000},
}
LOAD = """
import sys
class Numpy:  # there is none: it notes that an answer has used it
    used = 0
    def __getattr__(self, name):
        Numpy.used += 1
        return self
    def __call__(self, *_, **__):
        Numpy.used += 1
        return self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __pow__ = __call__
sys.modules["numpy"] = Numpy()
sys.path.insert(0, "")
import os
from importlib import import_module
for path, source in {sources!r}.items():
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(source)
for chapter in {chapters!r}:
    globals()[chapter] = import_module(f"exercises.{{chapter}}")
del sys.modules["numpy"]
"""
GRADE = """
import json
from microgpt.check import grade, guard
guard.run.__kwdefaults__ |= {{"steps": {steps}, "seconds": 60.0}}
results = []
answers = [*{chapter}.RIGHT["{id}"], *(answer for answer, _ in {chapter}.WRONG["{id}"])]
for answer in answers[::{every}]:
    before = Numpy.used
    result = grade("{id}", answer)
    results.append(None if Numpy.used > before else [result.passed, result.messages])
print(json.dumps(results))
"""


@pytest.fixture(scope="module")
def page_python(browser):
    """run(source) -> what it prints: one Python for all the tests."""
    page = browser.new_page()
    page.goto((BOOK / "notebooks/01_numbers.html").as_uri())
    cells = in_browser(page.evaluate)
    tests = ROOT / "tests"
    files = [path for path in (tests / "exercises").rglob("*.py") if path.stem != "notebook"]
    sources = {path.relative_to(tests).as_posix(): path.read_text("utf-8") for path in files}
    chapters = sorted({path.split("/")[1] for path in sources if path.startswith("exercises/ch")})
    assert cells.run("short", LOAD.format(sources=sources, chapters=chapters)) == ""
    yield lambda source: cells.run("short", source)
    page.close()


def as_data(passed, messages):
    """The words in which Python and its C library put an error are their own."""
    words = re.compile(r"\((\w+Error): ([^()]|\([^()]*\))*\)(?=[:.,])")
    return passed, [words.sub(r"(\1)", message) for message in messages]


def here(id, steps, monkeypatch):
    """[passed, messages] of each answer in this Python."""
    limits = guard.run.__kwdefaults__ | {"steps": steps, "seconds": 60.0}
    monkeypatch.setattr(guard.run, "__kwdefaults__", limits)
    chapter = import_module(f"exercises.ch{id[3:5]}")
    answers = [*chapter.RIGHT[id], *(answer for answer, _ in chapter.WRONG[id])]
    answers = answers[:: SELDOM.get(id, EVERY)]
    return [[result.passed, result.messages] for result in (grade(id, one) for one in answers)]


# The answers of chapter 14 are cells that work on each other; test_write_chapter.py plays them in their page.
ALONE = [id for id in exercises() if not id.startswith("ex-14-")]


@pytest.mark.weekly
@pytest.mark.parametrize("id", ALONE)
def test_an_answer_is_judged_as_anywhere(id, page_python, monkeypatch):
    steps = STEPS.get(id, 20_000)
    code = GRADE.format(id=id, chapter=f"ch{id[3:5]}", steps=steps, every=SELDOM.get(id, EVERY))
    there = json.loads(page_python(code))
    expected = here(id, steps, monkeypatch)
    both = [pair for pair in zip(expected, there, strict=True) if pair[1] is not None]
    assert len(both) > 0.7 * len(there) and len(there) > 1
    assert expected[0][0]  # the first answer is a right one
    assert [as_data(*one) for one, _ in both] == [as_data(*one) for _, one in both]
