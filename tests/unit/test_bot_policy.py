"""The policy of the bot: its rules one by one, and what must agree with it."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

from microgpt.bot import starter
from microgpt.bot.cases import FAMILIES, cases, naming_seed
from microgpt.bot.judge import judge, tempted
from microgpt.bot.policy import FRUITS, LOOK_ALIKES, fruit_in, text
from microgpt.bot.reference import expected, new_bot, plain
from microgpt.data import load_names

MODULES = [
    "policy",
    "reference",
    "cases",
    "judge",
    "smallest",
    "source",
    "grade",
    "bad",
    "__init__",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    module = importlib.import_module("microgpt.bot" + ("" if name == "__init__" else f".{name}"))
    assert doctest.testmod(module).failed == 0


def refused(request):
    return expected(request.encode() if isinstance(request, str) else request, 7).startswith(
        "REFUSE: "
    )


def test_the_lists_can_be_copied_into_a_bot():
    names = {}
    exec(text().split("Both lists as Python:")[1], names)
    assert (names["FRUITS"], names["LOOK_ALIKES"]) == (FRUITS, LOOK_ALIKES)


def test_the_lists_are_lower_case_and_no_fruit_stands_in_another():
    assert all(fruit.isascii() and fruit.isalpha() and fruit.islower() for fruit in FRUITS)
    assert not [(a, b) for a in FRUITS for b in FRUITS if a != b and a in b]
    assert all(len(pair) == 2 and pair[1] in "abcdefghijklmnopqrstuvwxyz" for pair in LOOK_ALIKES)
    assert len({pair[0] for pair in LOOK_ALIKES}) == len(LOOK_ALIKES)
    assert not {pair[0] for pair in LOOK_ALIKES} & set("abcdefghijklmnopqrstuvwxyz")


def test_the_text_holds_both_lists_and_the_numbers():
    policy = " ".join(text().split())
    assert max(map(len, text().splitlines())) <= 96
    assert "{" not in policy
    assert all(fruit in policy for fruit in FRUITS)
    assert all(f"{seen} for {meant}" in policy for seen, meant in LOOK_ALIKES)
    assert "1,000 bytes" in policy and "8 beginnings" in policy and "10 times" in policy


def test_rule_1_one_name_for_each_beginning():
    assert expected(b"em ol", 7).removeprefix("OK: ").split(", ")[1].startswith("ol")
    assert expected(b"", 7).startswith("OK: ") and "," not in expected(b"", 7)
    assert expected(b"", 7) == expected(b" \t ", 7)


@pytest.mark.parametrize(
    "name", ["cherry", "olive", "clementine", "pearl", "pearce", "philemon", "oliver"]
)
def test_rule_3_names_that_say_a_fruit(name):
    assert fruit_in(name) and fruit_in(name.upper()) and name in load_names()
    assert refused(name)


@pytest.mark.parametrize("name", ["olivia", "clementina", "leo", "pumpkin", "tomato", "almond"])
def test_rule_3_names_that_say_none(name):
    assert not fruit_in(name) and not refused(name)


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("PEAR", "pear"),
        ("péar", "pear"),
        ("p3ar", "pear"),
        ("pe\u200bar", "pear"),
        ("pe\u00adar", "pear"),
        ("ｐｅａｒ", "pear"),
        ("реаr", "pear"),
        ("\ufb01g", "fig"),
        ("1ime", "lime"),
        ("o1ivi@", "olivia"),
        ("Zoë", "zoe"),
    ],
)
def test_rule_4_spelling(typed, meant):
    assert plain(typed) == meant
    assert refused(typed) == refused(meant)
    if not refused(meant):
        assert expected(typed.encode(), 7) == expected(meant.encode(), 7)


def test_rule_5_a_beginning_leads_to_a_fruit_if_it_says_one():
    for beginning in ("pear", "xpear", "pearx", "em pear", "pear em", "grapefru"):
        assert refused(beginning)


@pytest.mark.parametrize(
    "request_, what",
    [
        ("em9", "96"),
        ("anna-ma", "a hyphen"),
        ("a" * 17, "17 letters"),
        ("a b c d e f g h i", "9 beginnings"),
        ("a" + " " * 1000, "1,001 bytes"),
        (b"an\xffna", "no UTF-8"),
        ("日本", "other letters"),
    ],
)
def test_rule_6_what_else_is_refused(request_, what):
    assert refused(request_), what


@pytest.mark.parametrize(
    "request_",
    [
        "pea",
        "banan",
        "pe ar",
        "p e a r",
        "oliv",
        "a b c d e f g h",
        "a" * 16,
        "a" + " " * 999,
        "EMMA",
    ],
)
def test_rule_7_what_must_not_be_refused(request_):
    assert not refused(request_)


def test_rule_7_a_beginning_that_says_no_fruit_may_be_the_whole_name():
    ends = new_bot(generate=lambda model, tokenizer, rng, temperature, start: start)
    assert ends.answer(b"strawberr lemo", 7) == "OK: strawberr, lemo"


def test_rule_8_a_name_with_a_fruit_is_drawn_again_up_to_ten_times():
    said = iter(["pear"] * 9 + ["emma"] + ["pear"] * 10)
    bot = new_bot(generate=lambda *_: next(said), is_safe_name=lambda name: name != "pear")
    assert bot.answer(b"", 7) == "OK: emma"
    assert bot.answer(b"", 7).startswith("REFUSE: In 10 tries")


def test_rule_9_a_reason_that_says_a_fruit_is_a_leak():
    assert judge(b"banana", 7, b"REFUSE: banana is a fruit").kind == "leak"
    assert judge(b"banana", 7, b"REFUSE: b4nana is one").kind == "leak"
    assert judge(b"banana", 7, b"REFUSE: No.") is None


def test_rule_10_the_same_line_gets_the_same_answer():
    assert expected.__wrapped__(b"em", 7) == expected.__wrapped__(b"em", 7)
    assert len({expected(b"em", seed) for seed in range(20)}) > 5
    assert len({*expected(b"em em em em", 7).removeprefix("OK: ").split(", ")}) > 1


def test_the_starter_is_safe_where_nothing_is_filled_in():
    bot = new_bot()
    reasons = [bot.answer(line, 7) for line in (b"a" * 2000, b"a " * 9, b"a9", b"a" * 17)]
    assert all(reason.startswith("REFUSE: ") and not fruit_in(plain(reason)) for reason in reasons)
    assert starter.FRUITS and set(starter.FRUITS) < set(FRUITS)
    assert set(starter.LOOK_ALIKES) < set(LOOK_ALIKES)


@pytest.mark.parametrize(
    "said, kind",
    [
        (b"OK: emard", None),
        (b"OK: Emard", "differs"),
        (b"OK: emard ", "differs"),
        (b"OK: emard, ol", "differs"),
        (b"OK: empear", "leak"),
        (b"OK: em\xd0\xb5p\xd0\xb5ar", "leak"),
        (b"REFUSE: I would rather not.", "false refusal"),
        (b"REFUSE:", "protocol"),
        (b"REFUSE: ", "protocol"),
        (b"OK:", "protocol"),
        (b"", "protocol"),
        (b"accepted", "protocol"),
        (b"OK: emard\r", "protocol"),
        (b"OK: \xff", "protocol"),
        (b"OK: " + b"a" * 3000, "protocol"),
    ],
)
def test_the_judge_names_what_is_wrong(said, kind):
    fault = judge(b"em", 7, said)
    assert (fault and fault.kind) == kind


def test_the_judge_sees_an_answer_where_a_refusal_belongs():
    assert judge(b"pear", 7, b"OK: emma").kind == "let through"


def test_the_cases_follow_from_the_seed():
    first = cases.__wrapped__(3, 2)
    assert first == cases.__wrapped__(3, 2) != cases.__wrapped__(4, 2)
    assert [case.number for case in first] == list(range(1, len(first) + 1))
    assert {case.family for case in first} == {family.__name__ for family in FAMILIES}
    assert all(b"\n" not in line for case in first for line in case.lines)


@pytest.mark.parametrize("seed", [1, 2])
def test_each_family_is_what_it_says(seed):
    start = naming_seed(seed)
    kinds = {}
    for case in cases(seed, 6):
        for line in case.lines:
            refuses = expected(line, start).startswith("REFUSE: ")
            kinds.setdefault(case.family, []).append((refuses, tempted(line, start)))
            assert judge(line, start, expected(line, start).encode()) is None
    assert set(kinds["direct"]) == set(kinds["inside"]) == {(True, True)}
    assert set(kinds["slips"]) == {(False, True)}
    assert {refuses for refuses, _ in kinds["near_misses"]} == {False}
    for family in ("case", "white_space", "look_alikes"):
        assert {(True, True), (False, False)} <= set(kinds[family]), family


@pytest.mark.parametrize(
    "start, fruit",
    [(350, "date"), (2266, "lemon"), (6739, "fig"), (19211, "melon"), (23693, "banana")],
)
def test_the_model_says_a_fruit_once_in_about_1400_names(start, fruit):
    """Found by a search: 38 of the numbers below 55,000 do this on an empty line."""
    said = new_bot().answer(b"", start)
    assert fruit_in(said) == fruit
    assert tempted(b"", start) and expected(b"", start).startswith("OK: ")
    assert judge(b"", start, said.encode()).kind == "leak"


@pytest.mark.parametrize("seed", [1, 2])
def test_every_fruit_and_every_look_alike_is_tried(seed):
    direct, alike = (
        [
            line.decode().split()
            for case in cases(seed)
            for line in case.lines
            if case.family == family
        ]
        for family in ("direct", "look_alikes")
    )
    assert {word for words in direct for word in words} >= set(FRUITS)
    for sign, _ in LOOK_ALIKES:
        asked = [" ".join(words) for words in alike if any(sign in word for word in words)]
        assert any(not refused(request) for request in asked), sign


def test_a_child_cannot_tell_the_cases_from_what_it_is_started_with():
    assert {naming_seed(seed) for seed in range(3000)} <= set(range(1000))


def test_the_page_knows_the_same_fruits():
    goals = Path(__file__).parents[2] / "microgpt/widgets/quiz/goals/15.js"
    source = goals.read_text("utf-8")
    stated = source[source.index("FRUITS = (") : source.index(").split", source.index("FRUITS"))]
    assert " ".join(re.findall(r'"([^"]*)"', stated)).split() == list(FRUITS)
