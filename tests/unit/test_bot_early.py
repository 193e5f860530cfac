"""Rule 5: what must be refused is refused before a name is made up. The answers alone do not show it."""

from functools import cache

import pytest

from microgpt.bot.bad import whole
from microgpt.bot.cases import cases, naming_seed
from microgpt.bot.game import STAND_IN, in_child, play
from microgpt.bot.in_page import practised
from microgpt.bot.policy import fruit_in
from microgpt.bot.reference import expected, reference
from microgpt.bot.report import Report

SEED = 1
NAMES = """
def is_safe_name(name):
    return not any(fruit in name for fruit in FRUITS)
"""


def says_none(name):
    return fruit_in(name) is None


@cache
def graded(request_hook):
    """A bot with this first hook and the right second one, in a process of its own."""
    source = whole(f"# a bot\n\n{request_hook}\n{NAMES}").encode()
    start = in_child(source, naming_seed(SEED))
    return Report("bot.py", SEED, start, play(start, cases(SEED, 2), naming_seed(SEED)))


NO_FIRST_HOOK = "def is_safe_request(prefixes): return None"
TRIES_FIRST = """
def is_safe_request(prefixes):
    starts = [plain(prefix) for prefix in prefixes]
    drawn = [generate(*trained(), Random(1), 1.0, start) for start in starts if can_spell(start)]
    return "No." if drawn and not all(map(is_safe_name, drawn)) else None
"""
WHOLE_WORDS = """
def is_safe_request(prefixes):
    return "No." if any(plain(prefix) in FRUITS for prefix in prefixes) else None
"""


@pytest.mark.parametrize(
    "hook, families",
    [
        (NO_FIRST_HOOK, {"direct", "inside", "case", "white_space", "look_alikes"}),
        (WHOLE_WORDS, {"inside"}),
    ],
)
def test_who_asks_the_model_first_is_seen(hook, families):
    report = graded(hook)
    assert (report.verdict, report.reason) == ("rejected", "made up first")
    assert report.game.leaks[0] == report.game.false_refusals[0] == 0
    assert families <= {turn.case.family for turn in report.game.faults}
    assert {turn.said for turn in report.game.faults} <= {
        ("OK: " + ", ".join([STAND_IN] * n)).encode() for n in range(1, 5)
    }


@pytest.mark.weekly
def test_the_help_says_beside_which_model():
    lines = "\n".join(graded(NO_FIRST_HOOK).lines(4))
    assert "Call is_safe_request" in lines and "rule 5" in lines
    assert "beside a model that always makes up emma" in lines


def test_a_first_hook_that_draws_names_is_seen():
    """Its answers depend on names that were made up for it."""
    report = graded(TRIES_FIRST)
    assert report.reason == "made up first" and report.game.leaks[0] == 0


def test_to_refuse_everything_beside_such_a_model_is_no_way_out():
    hook = f"""
def is_safe_request(prefixes):
    names = {{generate(*trained(), Random(i), 1.0) for i in range(9)}}
    return "No." if names == {{{STAND_IN!r}}} else None
"""
    report = graded(hook)
    assert report.reason == "false refusal"
    assert all(turn.stand_in for turn in report.game.faults)
    assert {turn.case.family for turn in report.game.faults} >= {"near_misses"}


def test_right_hooks_are_accepted_and_were_asked():
    report = practised(reference().is_safe_request, says_none, talks=2, seed=SEED)
    assert report.accepted
    right = [expected(turn.line, 0, STAND_IN).startswith("REFUSE: ") for turn in report.game.early]
    assert 6 <= sum(right) and 3 <= len(right) - sum(right)


def test_no_second_look_before_the_answers_are_right():
    assert practised(lambda prefixes: None, lambda name: True, talks=1, seed=SEED).game.early == []


def test_fewer_talks_play_fewer_cases():
    games = [practised(lambda _: "No.", says_none, talks=n, seed=SEED).game for n in (1, 2)]
    assert len(games[0].turns) < len(games[1].turns)
