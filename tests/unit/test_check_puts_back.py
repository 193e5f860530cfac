"""The exercise checks put back what they have changed, whatever happens."""

import builtins
import math
import os
import random
import signal
import sys
import threading
import time

import numpy
import pytest
from everything import some
from test_check_guard import state

from microgpt.check import check, grade, guard, kept


def test_patches_do_not_reach_the_verdict():
    def patches(a, b):
        for name in ("abs", "all", "isinstance", "len", "zip", "type", "float", "max", "sorted"):
            setattr(builtins, name, lambda *_, **__: True)
        math.isclose = lambda *_, **__: True
        builtins.extra = 1
        return 5

    before = state()
    assert not grade("ex-01-1", patches).passed
    assert state() == before


def test_patches_from_before_the_check_are_out_of_force_meanwhile():
    def mine(*_, **__):
        return True

    before = builtins.isinstance, math.isclose
    builtins.isinstance = math.isclose = mine
    try:
        passed = grade("ex-01-1", lambda a, b: 5).passed
        kept = builtins.isinstance is mine and math.isclose is mine
    finally:
        builtins.isinstance, math.isclose = before
    assert not passed and kept


def test_random_numbers_are_the_same_and_put_back():
    def draws():
        return [random.random(), numpy.random.random()]

    before = state()
    assert guard.run(draws).value == guard.run(draws).value
    assert state() == before


def test_screen_limit_and_input_are_put_back():
    def changes():
        sys.stdout = sys.stderr = None
        sys.setrecursionlimit(5000)
        builtins.input = None

    before = state()
    guard.run(changes)
    assert state() == before


def test_errors_have_no_addresses_and_a_line():
    def fails():
        x = object()
        raise ValueError(f"bad\n{x}")

    outcome = guard.run(fails)
    assert outcome.value == "ValueError: bad <object object>" and outcome.place.line == 3
    assert guard.run(lambda a: a).place is None


def test_keyboard(capsys):
    def interrupted(a, b):
        raise KeyboardInterrupt

    check("ex-01-1", interrupted)
    assert "was stopped from the keyboard" in capsys.readouterr().out


@pytest.fixture
def heard_control_c():
    """Also where the tests run in the background, which begins with Ctrl-C ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_control_c_leaves_nothing_behind(capsys, heard_control_c):
    """At whatever moment it comes: in the answer, in the watch, or while things are put back."""

    def busy(a, b):
        return sum(x * y for x, y in zip(a, b) for _ in range(20)) / 20

    check("ex-01-1", busy)
    begin = time.perf_counter()
    check("ex-01-1", busy)
    whole = time.perf_counter() - begin
    capsys.readouterr()
    before = state()
    stopped = 0
    for n in some(range(60), 3):
        timer = threading.Timer(whole * n / 60, os.kill, (os.getpid(), signal.SIGINT))
        try:
            timer.start()
            check("ex-01-1", busy)
            timer.join()
        except KeyboardInterrupt:
            pass  # it came after the check
        assert state() == before
        stopped += "keyboard" in capsys.readouterr().out
    assert stopped


class CtrlC:
    """Comes before the n-th line of the module that puts things back, once."""

    def __init__(self, n):
        self.left = n

    def __call__(self, frame, event, argument):
        return self.line if frame.f_code.co_filename == kept.__file__ else None

    def line(self, frame, event, argument):
        if event == "line":
            self.left -= 1
            if self.left == 0:
                raise KeyboardInterrupt
        return self.line


def test_control_c_before_each_line_that_keeps_and_puts_back(capsys):
    """Also between two of them; and the next check still puts back what it changes."""
    check("ex-00-1", 5)
    before, n, more = state(), 0, True
    while more:
        n += 1
        trace = CtrlC(n)
        sys.settrace(trace)
        check("ex-00-1", 5)
        assert sys.gettrace() in (trace, None)  # Python takes a hook away that has failed
        sys.settrace(None)
        assert state() == before, n
        check("ex-00-1", 5)
        assert state() == before, n
        more = trace.left <= 0
    assert n > 20
