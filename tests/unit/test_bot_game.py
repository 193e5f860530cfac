"""The game with a bot: bad ones are rejected for the right reason, right ones accepted, and the help leads there."""

from pathlib import Path

import pytest
from everything import EVERYTHING

from microgpt.bot.bad import bad_bots, weakness, whole
from microgpt.bot.cases import cases, naming_seed
from microgpt.bot.child import Limits
from microgpt.bot.game import in_child, play, talk
from microgpt.bot.in_page import practised
from microgpt.bot.reference import STARTER, reference
from microgpt.bot.report import Report, shown
from microgpt.bot.smallest import shrink, smallest_talk
from microgpt.bot.source import LARGEST, SourceError, edit_outside, read, statements

GOOD = {
    path.stem: whole(path.read_text(encoding="utf-8")).encode()
    for path in sorted((Path(__file__).parents[1] / "bots").glob("*.py"))
}
SEED = 1
WAIT = Limits(answer=3)


def graded(source, most=None, limits=WAIT):
    start = in_child(source, naming_seed(SEED), limits)
    game = play(start, cases(SEED, most), naming_seed(SEED))
    return Report("bot.py", SEED, start, game, edit=edit_outside(source))


@pytest.mark.parametrize("name", GOOD)
def test_right_bots_are_accepted(name):
    """In a part of each family's cases; where everything is tested, some in the whole game."""
    most = None if EVERYTHING and name in list(GOOD)[::4] else 4
    report = graded(GOOD[name], most, Limits())
    assert report.lines()[0] == "bot.py: accepted"
    assert report.game.leaks[0] == report.game.false_refusals[0] == 0
    assert min(report.game.leaks[1], report.game.false_refusals[1]) > (10 if most else 40)
    assert report.game.starts == 1


REASONS = {  # why, and the families in which that must be seen
    "as_typed": ("leak", {"case", "look_alikes"}),
    "colder": ("edits outside the hooks", {"ordinary"}),
    "crash": ("crash", {"empty"}),
    "echo": ("leak", {"direct", "inside"}),
    "hard_coded": ("leak", {"direct", "inside", "slips"}),
    "hook_not_wired": ("leak", {"slips"}),
    "keyword_list": ("leak", {"inside", "slips"}),
    "patched_equality": ("false refusal", {"ordinary", "state"}),
    "prints_itself": ("protocol", {"ordinary"}),
    "refuse_all": ("false refusal", {"ordinary", "near_misses"}),
    "says_why": ("leak", {"direct"}),
    "sleep": ("timeout", {"floods"}),
    "slow_pattern": ("timeout", {"floods"}),
    "state_kept": ("false refusal", {"state"}),
    "too_careful": ("false refusal", {"near_misses"}),
}
CLEAN = {  # where the weakness must not show
    "as_typed": {"direct", "inside"},
    "crash": {"direct", "inside", "slips", "ordinary"},
    "hook_not_wired": {"direct", "inside", "ordinary"},
    "keyword_list": {"direct", "case", "ordinary"},
    "sleep": {"ordinary", "direct"},
    "slow_pattern": {"ordinary", "direct"},
    "too_careful": {"ordinary", "direct"},
    "state_kept": {"ordinary", "direct"},
}


def test_all_bad_bots_have_a_reason():
    assert sorted(REASONS) == list(bad_bots()) and len(REASONS) >= 12
    assert len({weakness(name) for name in REASONS}) == len(REASONS)


@pytest.mark.parametrize("name", REASONS)
def test_bad_bots_are_rejected_for_the_right_reason(name):
    reason, families = REASONS[name]
    report = graded(bad_bots()[name], most=6)
    kind = "differs" if name == "colder" else reason
    seen = {turn.case.family for turn in report.game.faults if turn.fault.kind == kind}
    if name == "echo":
        assert edit_outside(bad_bots()[name])
        report.edit = None
    assert (report.verdict, report.reason) == ("rejected", reason)
    assert families <= seen
    assert not CLEAN.get(name, set()) & {turn.case.family for turn in report.game.faults}


def test_the_two_scores_stand_side_by_side():
    refuses = graded(bad_bots()["refuse_all"], most=3).game
    assert refuses.leaks[0] == 0 and refuses.false_refusals[0] == refuses.false_refusals[1] > 10
    assert refuses.as_reference[0] == 0
    leaks = graded(bad_bots()["says_why"], most=3).game
    assert leaks.leaks[0] > 10 and leaks.false_refusals[0] == 0
    assert leaks.as_reference[0] == leaks.as_reference[1] > 10


@pytest.mark.weekly
def test_the_help_grows_with_the_level():
    report = graded(bad_bots()["keyword_list"], most=4)
    one, two, three, four = ("\n".join(report.lines(level)) for level in (1, 2, 3, 4))
    assert "inside: leak in" in one and "smallest" not in one
    assert two.startswith(one) and "smallest talk" in two and "Hint" not in two
    assert three.startswith(two) and "Hint: A fruit need not be the whole beginning" in three
    assert four.startswith(three) and "Reason: it says" in four and "the reference:  REFUSE" in four


def test_the_smallest_talk_is_small():
    start = in_child(bad_bots()["state_kept"], 7, WAIT)
    turns = talk(start, [b"em", b"anna ol", b"lemon tea", b"em", b"anna ol peter"], 7)
    assert turns[-1].fault.kind == "false refusal"
    before, last = smallest_talk(start, turns[-1], 7)
    assert before == b"lemon tea" and last == b""


def test_shrink_leaves_what_matters():
    assert shrink(list("a long text with a q in it"), lambda parts: "q" in parts) == ["q"]
    assert shrink([], lambda parts: True) == []


def test_what_a_stranger_says_does_nothing_on_a_screen():
    assert shown(b"\x1b[2J\xff\x00ok") == r"\x1b[2J\xff\x00ok"
    assert len(shown(b"a" * 10**6)) < 150


# --- edits outside the hooks ---

RIGHT = GOOD["by_any"].decode()


def test_comments_and_layout_are_no_edits():
    assert edit_outside(STARTER.read_bytes()) is None
    assert edit_outside(("# mine\n" + RIGHT.replace("\n\n\n", "\n\n# here\n\n")).encode()) is None


@pytest.mark.parametrize(
    "old, new, words",
    [
        ("TRIES = 10", "TRIES = 1", "TRIES = 10 is changed"),
        ("rng, 1.0, start", "rng, 0.5, start", "first_safe_name is changed"),
        ("def refuse(reason):", "def refused(reason):", "is changed or missing"),
        ("    main()", "    pass", "__main__"),
        ("from functools import cache", "def cache(f): return f", "from functools import cache"),
        ("# --- the same", "def print(*a, **b): pass\n# ---", "gives print another meaning"),
        ("# --- the same", "import os as sys\n# ---", "gives sys another meaning"),
        ("    main()", "    main()\nprint(1)", "print(1) is added"),
        ("def is_safe_name(", "def is_safe(", "is_safe_name is missing"),
        ("def is_safe_name(name):", "def is_safe_name(name):\n    global TRIES", "gives TRIES"),
    ],
)
def test_edits_outside_are_found_and_said(old, new, words):
    assert old in RIGHT
    assert words in edit_outside(RIGHT.replace(old, new).encode())


def test_imports_and_helpers_may_stand_where_a_learner_puts_them():
    source = RIGHT.replace("import sys\n", "import re\nimport sys\n")
    source = source.replace("\nFRUITS = ", "\nFRUITS: list[str] = ")
    source = source.replace(
        "# --- the same", "WORDS = [1]\n\n\nclass Helper:\n    pass\n\n\n# --- the same"
    )
    assert edit_outside(source.encode()) is None


@pytest.mark.parametrize(
    "source",
    [
        b"def (",
        b"a\0b",
        b"\xff\xfe",
        b"(" * 5000,
        b"-" * 90_000 + b"1",
        b"x = " + b"9" * 90_000,
        b"  1",
    ],
)
def test_what_is_no_program_is_said_in_a_sentence(source):
    with pytest.raises(SourceError, match=r"^(it is not Python|Python cannot read it)"):
        statements(source)


def test_a_file_that_is_too_large(tmp_path):
    (tmp_path / "bot.py").write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(SourceError, match="more than 100,000 bytes"):
        read(tmp_path / "bot.py")


@pytest.mark.parametrize("deep", ["-" * 2000 + "1", "1" + "+1" * 900, "a" + ".b" * 900])
def test_what_is_nested_too_deeply_to_be_compared(deep):
    before = RIGHT.replace("def is_safe_request", f"x = {deep}\n\n\ndef is_safe_request", 1)
    after = RIGHT.replace("    main()", f"    main()\nx = {deep}")
    for source in (before, after):
        try:
            assert edit_outside(source.encode()) is None or source == after
        except SourceError as error:
            assert "Python cannot read it" in str(error)


def test_the_name_of_a_file_does_nothing_on_a_screen():
    report = Report("a.py: accepted\n\x1b[2Jb.py", 1, problem="it is empty")
    assert report.lines()[0] == r"a.py: accepted\n\x1b[2Jb.py: rejected (not a program)"


# --- practice in the page ---


def test_practice_accepts_the_right_hooks():
    right = reference()
    report = practised(right.is_safe_request, right.is_safe_name, seed=1)
    assert report.lines()[0] == "your hooks: accepted"


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "request_hook, name_hook, reason",
    [
        (lambda prefixes: None, lambda name: True, "leak"),
        (lambda prefixes: "No.", lambda name: True, "false refusal"),
        (lambda prefixes: {}["no such key"], lambda name: True, "crash"),
        (lambda prefixes: print("OK: emma"), lambda name: True, "protocol"),
        (lambda prefixes: exit(), lambda name: True, "crash"),
    ],
)
def test_practice_names_what_is_wrong(request_hook, name_hook, reason):
    report = practised(request_hook, name_hook, seed=1)
    assert (report.verdict, report.reason) == ("rejected", reason)


def test_practice_comes_back_from_an_endless_loop():
    def endless(prefixes):
        while True:
            pass

    report = practised(endless, lambda name: True, seed=1)
    assert report.reason == "timeout" and report.game.starts == 3


def test_practice_is_not_fooled_by_a_text_that_is_equal_to_all():
    class Same(str):
        def __eq__(self, other):
            return True

        def __hash__(self):
            return 0

    report = practised(lambda prefixes: Same("No."), lambda name: True, seed=1)
    assert report.reason == "false refusal"
