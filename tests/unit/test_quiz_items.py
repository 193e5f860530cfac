"""Quiz, predict, explain and explore items: their schema, their answers computed anew, and their widgets."""

import copy
import doctest
import json
import re
from collections import Counter
from math import sqrt

import pytest
from traitlets import TraitError

import microgpt.widgets
from microgpt import load_names
from microgpt.model import Config
from microgpt.nn import linear
from microgpt.sphinx.pages import as_script, state_of
from microgpt.widgets import DotProduct, Explain, Predict, Progress, Quiz, Task, quiz
from microgpt.widgets.quiz import items
from microgpt.widgets.quiz.items import ItemError, find_item, load_items, plain, validate

ITEMS = load_items()
ALL = [(kind, id_) for kind in items.KINDS for id_ in ITEMS[kind]]


def right(kind, id_):
    """The text of the right option, without markup."""
    return next(
        plain(option["text"]) for option in find_item(kind, id_)["options"] if "right" in option
    )


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def test_examples_in_docstrings():
    assert doctest.testmod(quiz).failed == 0
    assert doctest.testmod(items).failed == 0


# ---- the texts ----


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in ("id", "kind", "widget", "about"):
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


@pytest.mark.parametrize("kind,id_", ALL)
def test_words(kind, id_):
    for text in texts(ITEMS[kind][id_]):
        assert not re.search(r"\b(simply|just|obviously|easy|easily)\b|!|—|–", text), text
        assert not re.search(r"(^|\s)-\d", re.sub(r"`[^`]*`", "", text)), (
            f"a real minus sign outside code: {text}"
        )


def test_no_question_stands_twice():
    for field in ("question", "prompt", "goal", "explanation"):
        found = [item[field] for kind, id_ in ALL if field in (item := ITEMS[kind][id_])]
        assert len(found) == len(set(found)), field


def test_the_right_option_is_not_always_at_the_same_place():
    for chapter in ("00", "01", "02", "03", "04"):
        places = [
            next(i for i, option in enumerate(item["options"]) if "right" in option)
            for id_, item in ITEMS["quiz"].items()
            if id_.startswith(chapter)
        ]
        assert len(places) >= 4 and len(set(places)) >= 3, places


def test_chapter_01_asks_about_chapter_00():
    assert ITEMS["quiz"]["01-d"]["about"] == "00"


# ---- the answers, computed ----


def test_letters_after_em_and_last_letters():
    """00-after-em and 00-last-letter, and what their feedback says of second places."""
    names = load_names()
    third = Counter(
        name[2] for name in names if name.startswith("em") and len(name) > 2
    ).most_common()
    assert right("predict", "00-after-em") == third[0][0]
    assert [letter for letter, _ in third[:3]] == ["m", "i", "e"]
    last = Counter(name[-1] for name in names).most_common()
    assert right("predict", "00-last-letter") == last[0][0]
    assert last[0][1] > len(names) / 5 and "n" in [letter for letter, _ in last[:3]]


def test_strings_of_five_letters():
    """00-d: nearly 12 million."""
    assert 11.5e6 < 26**5 < 12e6


def test_samples_of_the_reference_run():
    """00-d: 11 of 20 stand in the list, recorded in the course's chapters."""
    assert "Of its 20 samples, 11 stand in the list" in ITEMS["quiz"]["00-d"]["question"]


def test_chapter_01():
    assert dot([1, 2, -1], [2, -1, 3]) == -3 and right("predict", "01-dot-sign") == "Negative."
    assert list(zip([1, 2, -1], [2, 1])) == [(1, 2), (2, 1)]
    assert len(linear([1, 2, 3], [[1, 2, 3]] * 4)) == ITEMS["predict"]["01-linear-shape"]["answer"]
    cosine = dot([2, 1], [1, 2]) / sqrt(dot([2, 1], [2, 1])) / sqrt(dot([1, 2], [1, 2]))
    assert cosine == pytest.approx(ITEMS["predict"]["01-cosine-mark"]["answer"])
    assert dot([1, 2], [2, -1]) == 0  # 01-b
    assert Config().shapes(27)["lm_head"] == (27, 16)  # 01-c, 01-d


def test_chapter_02():
    loss = lambda w: (2 * -1 + 2 * w + 1 * 3 - 7) ** 2  # noqa: E731
    assert (
        loss(5) == 16
        and (loss(5.1) - loss(5)) / 0.1 == pytest.approx(16.4)
        and 16.4 * -0.01 == pytest.approx(-0.164)
    )
    assert (
        loss(4.99) - loss(5) == pytest.approx(-0.1596)
        and right("predict", "02-turn-down") == "It falls by about 0.16."
    )
    assert [round(((3 + h) ** 2 - 9) / h, 6) for h in (1, 0.1, 0.01, 0.001)] == [
        7,
        6.1,
        6.01,
        6.001,
    ]
    assert ITEMS["predict"]["02-limit"]["answer"] == 2 * 3 and 3.01**2 == pytest.approx(9.0601)
    product = ITEMS["predict"]["02-product"]
    assert (
        ((4 + 2e-6) * (5 + 3e-6) - 20) / 1e-6
        == pytest.approx(product["answer"], abs=1e-4)
        == 2 * 5 + 3 * 4
    )
    assert {2 * 3, 2 + 3, 2 * 4 + 3 * 5, 2 * 5, 3 * 4, 4 * 5, (4 + 2) * (5 + 3) - 4 * 5} == {
        mistake["value"] for mistake in product["mistakes"]
    }
    assert ITEMS["predict"]["02-gears"]["answer"] == 0.5 * 3 * 2
    slopes = {"w1": 2 * -1, "w2": 4 * 1}  # 02-bowl, and its explanation
    falls = {
        f"{name} {way} by 0.01.": slope * sign
        for name, slope in slopes.items()
        for way, sign in (("up", 1), ("down", -1))
    }
    assert (
        right("predict", "02-bowl") == min(falls, key=falls.get)
        and "[−2, 4]" in ITEMS["predict"]["02-bowl"]["explanation"]
    )
    assert right("quiz", "02-a") == "Down." and 3.5 * -0.01 == pytest.approx(-0.035)
    level = lambda w: (w - 2) ** 3 + 5  # noqa: E731
    assert [round(level(w), 6) for w in (1.9, 2, 2.1)] == [4.999, 5, 5.001] and right(
        "quiz", "02-c"
    ) == "A level spot on the way up."
    assert "(w - 2)**3 + 5" in ITEMS["quiz"]["02-c"]["explanation"]
    assert abs(-8) / 0.5 == 16 and "16 times" in ITEMS["quiz"]["02-d"]["explanation"]
    assert float(right("quiz", "02-e").replace("−", "-")) == 4 * -0.5
    assert (
        right("quiz", "02-f") == f"By {dot([0, 0, 0.5], [2, 2, 1])}."
        and ITEMS["quiz"]["02-f"]["about"] == "01"
    )
    assert (
        loss(3) == 0
        and microgpt.widgets.DerivativeExplorer(
            **ITEMS["explore"]["02-emma-flat"]["example"]
        ).slope()
        == 0
    )


def test_chapter_03():
    after = {option["text"] for option in ITEMS["quiz"]["03-a"]["options"]}
    assert (
        right("quiz", "03-a") == f"{2 - 0.1 * 3.5:g}"
        and {f"{2 + 0.1 * 3.5:g}", f"{0.1 * 3.5:g}", "−1.5"} < after
    )
    error, w = 1.2 * 3 + 0.4 - 10, 1.2
    assert error * 2 * 3 == pytest.approx(-36) and w - 0.02 * -36 == pytest.approx(
        ITEMS["predict"]["03-second-step"]["answer"]
    )
    steps = {
        lr: next(n for n in range(1000) if (10 * (1 - 20 * lr) ** n) ** 2 < 0.01)
        for lr in (0.01, 0.09)
    }
    assert steps == {0.01: 21, 0.09: 21} and right("predict", "03-nine-times") == "21 steps again."
    growing = ", ".join(f"{round(100 * 2.56**n, 2):g}" for n in range(4))
    # Of the chapter's line, with the learning rate 0.13.
    assert growing in ITEMS["explain"]["03-growing"]["prompt"]
    assert (1 - 20 * 0.13) ** 2 == pytest.approx(2.56)


def test_chapter_03_asks_about_earlier_chapters():
    assert [
        item["about"]
        for id_, item in ITEMS["quiz"].items()
        if id_.startswith("03") and "about" in item
    ] == ["02", "00"]


# ---- the schema ----


def broken(kind, id_, change):
    item = copy.deepcopy(ITEMS[kind][id_])
    change(item)
    return item


@pytest.mark.parametrize(
    "kind,id_,change,why",
    [
        ("quiz", "01-a", lambda item: item.pop("explanation"), "must have the fields"),
        ("quiz", "01-a", lambda item: item.update(answer=3), "must have the fields"),
        ("quiz", "01-a", lambda item: item.update(id="00-a"), "must begin with 01-"),
        ("quiz", "01-a", lambda item: item.update(question=" "), "must be a text"),
        (
            "quiz",
            "01-a",
            lambda item: item.update(question="a <b>bold</b> word"),
            "only `code` and",
        ),
        ("quiz", "01-a", lambda item: item.update(question="an open ` tick"), "only `code` and"),
        ("quiz", "01-a", lambda item: item.update(question="a **bold** word"), "only `code` and"),
        ("quiz", "01-a", lambda item: item.update(question="$x$"), "only `code` and"),
        ("quiz", "01-a", lambda item: item.update(question="`" + "x" * 29 + "`"), "fits a phone"),
        ("quiz", "01-a", lambda item: item["options"][0].update(right=True), "exactly one option"),
        ("quiz", "01-a", lambda item: item["options"][1].pop("right"), "exactly one option"),
        ("quiz", "01-a", lambda item: item["options"][0].update(right=False), "`right` is true"),
        ("quiz", "01-a", lambda item: item["options"][0].pop("feedback"), "text and feedback"),
        (
            "quiz",
            "01-a",
            lambda item: item["options"][0].update(text=item["options"][1]["text"]),
            "the same text",
        ),
        (
            "quiz",
            "01-a",
            lambda item: item["options"][0].update(feedback=item["options"][1]["feedback"]),
            "the same feedback",
        ),
        ("quiz", "01-d", lambda item: item.update(about="01"), "an earlier chapter"),
        (
            "predict",
            "01-linear-shape",
            lambda item: item.update(kind="guess"),
            "choice, number or mark",
        ),
        ("predict", "01-linear-shape", lambda item: item.update(answer=-1), "between low and high"),
        (
            "predict",
            "01-linear-shape",
            lambda item: item["mistakes"][0].update(value=4),
            "is no mistake",
        ),
        (
            "predict",
            "01-linear-shape",
            lambda item: item["mistakes"][0].update(value=12),
            "stands twice",
        ),
        ("predict", "01-cosine-mark", lambda item: item.update(step=0), "step must be"),
        (
            "predict",
            "01-cosine-mark",
            lambda item: item.update(tolerance=float("nan")),
            "must be numbers",
        ),
        ("explain", "01-linear", lambda item: item.update(points=["one"]), "two or three points"),
        ("explore", "01-zero-dot", lambda item: item.update(example=[]), "example is an object"),
    ],
)
def test_a_broken_item_is_named(kind, id_, change, why):
    with pytest.raises(ItemError, match=re.escape(why)):
        validate(broken(kind, id_, change), kind, id_[:2])


# ---- the widgets ----


@pytest.mark.parametrize(
    "make,near", [(Quiz, "01-a"), (Predict, "01-dot-sign"), (Explain, "01-linear")]
)
def test_an_unknown_id_names_near_ones(make, near):
    with pytest.raises(TraitError, match=f"did you mean .*'{near}'"):
        make(near + "x")
    with pytest.raises(TraitError, match="did you mean"):
        make("nonsense entirely")


def test_a_cell_does_not_show_the_answer():
    widget = Predict("01-linear-shape")
    assert repr(widget).endswith("linear(x, w)?")
    assert "Right" not in repr(Quiz("01-a")) and ITEMS["quiz"]["01-a"]["explanation"] not in repr(
        Quiz("01-a")
    )


def test_the_content_follows_the_id():
    widget = Quiz("01-a")
    widget.item = "01-b"
    item = ITEMS["quiz"]["01-b"]
    assert {**widget.content, "section": item["section"]} == item
    assert "section" not in widget.content
    assert Quiz.public_traits() == ["item"] and widget.public_state() == {
        "item": "01-b",
        "content": widget.content,
    }
    with pytest.raises(TraitError):
        widget.content = {}


@pytest.mark.parametrize("id_", ITEMS["explore"])
def test_a_task_takes_the_widget_it_is_made_for(id_):
    item = ITEMS["explore"][id_]
    watched = getattr(microgpt.widgets, item["widget"])(**item["example"])
    assert Task(id_, watches=watched).get_state()["watches"] == f"IPY_MODEL_{watched.model_id}"


def test_a_task_has_the_front_end_of_its_chapter_where_no_scripts_lie_too(monkeypatch, tmp_path):
    """As in the Python of a page."""
    monkeypatch.setattr(quiz, "GOALS", tmp_path)
    task = Task("01-zero-dot", watches=DotProduct())
    assert task.module == "quiz/goals/01.js" and "zero-dot" in task._esm
    for unknown in ("99-x", "01-no", ["01-zero-dot"]):
        with pytest.raises(TraitError):
            Task(unknown, watches=DotProduct())


def test_a_task_refuses_what_it_cannot_watch():
    with pytest.raises(TraitError, match="watches a DotProduct with 3 numbers in a"):
        Task("01-zero-dot", watches=DotProduct(a=[1, 2], b=[2, 1]))
    with pytest.raises(TraitError, match="watches a DotProduct, not a Quiz"):
        Task("01-zero-dot", watches=Quiz("01-a"))
    with pytest.raises(TraitError, match="must be a widget to watch"):
        Task("01-zero-dot", watches=3)


def page_state(models):
    return json.loads(as_script(state_of(models)))


def test_a_page_keeps_the_reference():
    watched = DotProduct()
    models = {
        "m01": watched,
        "m02": Task("01-zero-dot", watches=watched),
        "m03": Task("01-zero-dot", watches="IPY_MODEL_m01"),
    }
    state = page_state(models)
    assert state["m02"]["state"]["watches"] == state["m03"]["state"]["watches"] == "IPY_MODEL_m01"
    assert state["m02"]["state"]["content"] == ITEMS["explore"]["01-zero-dot"]
    for stranger in (DotProduct(), "IPY_MODEL_m99"):
        with pytest.raises(KeyError, match="not on this page"):
            page_state({"m01": watched, "m02": Task("01-zero-dot", watches=stranger)})


def test_progress_lists_all_items():
    content = Progress().content["chapters"]
    listed = [
        (kind, id_) for chapter in content for kind in items.KINDS for id_ in chapter["items"][kind]
    ]
    assert sorted(listed) == sorted(ALL)


def test_progress_counts_the_chapters_that_are_asked_for():
    progress = Progress(chapters=["01", "00"])
    assert [one["chapter"] for one in progress.content["chapters"]] == ["00", "01"]
    assert "chapters 00, 01," in progress.summary()
    progress.chapters = ["03"]
    assert [one["chapter"] for one in progress.content["chapters"]] == ["03"]
    with pytest.raises(TraitError, match="chapters must be a list of one or more of '00', '01'"):
        Progress(chapters=["99"])
