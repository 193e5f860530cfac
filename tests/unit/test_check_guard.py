"""The exercise checks come back from anything, and put everything back."""

import builtins
import itertools
import math
import os
import random
import signal
import sys
import threading
import time
import tracemalloc

import numpy
import pytest
from everything import some
from hypothesis import given, settings
from hypothesis import strategies as st

from microgpt.check import check, exercises, grade, guard, kept

EXERCISES = exercises()


def pass_forever(*_):
    while True:
        pass


def pass_on_one_line(*_):
    while True: pass  # fmt: skip # noqa: E701


def work_forever(*_):
    while True:
        x = [0] * 10


def iterate_forever(*_):
    for _ in iter(int, 1):
        pass


def comprehend_forever(*_):
    return [0 for _ in itertools.count()]


def endless_generator(*_):
    def ones():
        while True:
            yield 1

    return sum(ones())


def swallow_forever(*_):
    while True:
        try:
            work_forever()
        except:  # noqa: E722
            pass


def swallow_and_name(*_):
    while True:
        try:
            x = 1
        except BaseException as error:
            print(error)


def swallow_twice(*_):
    while True:
        try:
            while True:
                try:
                    x = 1
                except:  # noqa: E722
                    continue
        finally:
            continue


def swallow_and_return(*_):
    try:
        pass_forever()
    except:  # noqa: E722
        return 3.5


def print_forever(*_):
    while True:
        print("x" * 1000)


def call_forever(*_):
    return call_forever() + 1


def call_each_other(*_):
    return [call_each_other() for _ in range(2)]


def swallow_recursion(*_):
    try: return swallow_recursion()  # fmt: skip # noqa: E701
    except: return swallow_recursion()  # fmt: skip # noqa: E701,E722


def endless_end():
    """A generator that never comes to its end, not even when it is closed."""
    try:
        yield 1
    finally:
        pass_forever()


def drop_an_endless_end(*_):
    next(endless_end())


def hold_an_endless_end(*_):
    for _ in endless_end():
        pass_forever()


def hold_an_endless_end_in_an_error(*_):
    class Ended(BaseException):
        pass

    for _ in endless_end():
        raise Ended


def hold_an_endless_end_behind_an_error(*_):
    class Unsaid(Exception):
        def __str__(self):
            pass_forever()

    for _ in endless_end():
        raise Unsaid


def sleep(*_):
    time.sleep(3600)


def take_the_hooks_away(*_):
    exec("import sys as s; getattr(s, 'set' + 'trace')(None)")
    pass_forever()


@pytest.mark.parametrize(
    "function, kind",
    [
        (pass_forever, "endless"),
        (pass_on_one_line, "endless"),
        (work_forever, "endless"),
        (iterate_forever, "endless"),
        (comprehend_forever, "endless"),
        (endless_generator, "endless"),
        (swallow_forever, "endless"),
        (swallow_and_name, "endless"),
        (swallow_twice, "endless"),
        (swallow_and_return, "endless"),
        (print_forever, "endless"),
        (call_forever, "deep"),
        (call_each_other, "deep"),
        (swallow_recursion, "deep"),
        (drop_an_endless_end, "endless"),
        (hold_an_endless_end, "endless"),
        (hold_an_endless_end_in_an_error, "endless"),
        (hold_an_endless_end_behind_an_error, "endless"),
        (sleep, "sleep"),
        (lambda *_: input("?"), "input"),
        (lambda *_: breakpoint(), "breakpoint"),
        (lambda *_: sys.exit(3), "exit"),
        (lambda *_: guard.os._exit(3), "exit"),
        (lambda *_: sys.settrace(None) or pass_forever(), "unwatched"),
        (lambda *_: sys.setprofile(None) or pass_forever(), "unwatched"),
        (take_the_hooks_away, "unwatched"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_guard_comes_back(function, kind):
    before = state()
    outcome = guard.run(function, 1, 2, steps=20_000)
    assert outcome.kind == kind and state() == before


def state():
    """What a check must leave as it was."""
    hooks = sys.gettrace(), sys.getprofile(), signal.getsignal(signal.SIGALRM)
    streams = input, sys.stdout, sys.stderr, sys.unraisablehook, sys.getrecursionlimit()
    draws = random.getstate(), numpy.random.get_state()[1].tolist()
    return hooks, streams, draws, dict(vars(builtins)), dict(vars(math))


def test_endless_loop_with_the_real_limits(capsys):
    start = time.perf_counter()
    check("ex-01-1", pass_forever)
    assert time.perf_counter() - start < 10
    assert capsys.readouterr().out.splitlines() == [
        "fix   dot([1, 2, -1], [2, 1, 0.5]) did not come back: "
        "a loop in it never ends, or takes far too many steps.",
        "ex-01-1: 0 of 9 pass.",
    ]


def test_exit_of_jupyter():
    from IPython.core.autocall import ExitAutocall

    assert guard.run(lambda: ExitAutocall()()).kind == "exit"


def test_clock_stops_slow_lines():
    def slow():
        while True:
            sum(range(100_000))

    assert guard.run(slow, seconds=0.2).kind == "endless"


def test_clock_watches_libraries():
    def slow():
        import statistics

        while True: statistics.median(range(1000))  # fmt: skip # noqa: E701

    assert guard.run(slow, seconds=0.2).kind == "endless"


def test_importing_a_package_is_not_counted():
    def imports(a, b):

        return sum(x * y for x, y in zip(a, b))

    for name in [name for name in sys.modules if name.startswith(("json.tool", "xml.dom"))]:
        del sys.modules[name]
    assert guard.run(imports, [1], [2], steps=100).value == 2


def test_trace_functions_are_restored():
    def trace(*_):
        return None

    before = sys.gettrace(), sys.getprofile()
    try:
        for function in (pass_forever, len, sleep):
            sys.setprofile(trace)
            sys.settrace(trace)
            guard.run(function, [], steps=1000)
            assert sys.gettrace() is trace and sys.getprofile() is trace
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])


def test_prints_are_caught(capsys):
    outcome = guard.run(lambda: print("hello") or print("x" * 10**6))
    assert outcome.printed.startswith("hello\nxxx") and len(outcome.printed) == 200
    assert capsys.readouterr().out == ""


# What only an alarm can end


def loop_in_finally(*_):
    try:
        pass_forever()
    finally:
        while True:
            pass


def lock_twice(*_):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm")
@pytest.mark.parametrize("function", [loop_in_finally, lock_twice])
def test_alarm(function):
    before = state()
    assert guard.run(function, steps=20_000, seconds=0.3).kind == "endless"
    assert state() == before


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm")
def test_alarm_of_somebody_else_goes_on():
    rung = []
    handler = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        guard.run(lambda: 1)
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 0.2
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        assert guard.run(pass_forever, steps=10**9, seconds=0.3).kind == "endless"
        signal.sigtimedwait([], 0.1)
        assert rung == [1]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)


def test_no_alarm_outside_the_main_thread():
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(guard.run(pass_forever, steps=20_000)))
    thread.start()
    thread.join()
    assert [outcome.kind for outcome in outcomes] == ["endless"]


# How deep


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


class Deep:
    def __call__(self, n):
        return 0 if n == 0 else 1 + self(n - 1)


def deeper(n):
    sys.setrecursionlimit(10_000)
    return deep(n)


def test_as_deep_as_python_allows():
    limit = sys.getrecursionlimit()
    assert guard.run(deep, limit - 50).value == limit - 50
    assert (
        guard.run(Deep(), limit // 2 - 50).value == limit // 2 - 50
    )  # Python 3.12 counts these twice
    assert guard.run(deep, limit + 50).kind == "deep"
    assert guard.run(deeper, 5000).value == 5000
    assert sys.getrecursionlimit() == limit
    assert guard.run(deep, 5000).kind == "deep"


def test_lines_of_the_package_are_not_counted():
    """Ten losses with backward are many lines, and none of them is the learner's."""
    from microgpt.value import Value

    def losses():
        for _ in range(10):
            y = x = Value(1.0)
            for _ in range(100):
                y = y + x * 0.5
            y.backward()
        return y.data

    assert guard.run(losses, steps=3_000).value == 51.0


# What is put back


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


# ---- garbage ----


class Hostile:
    """Fails at everything."""

    def __getattribute__(self, name):
        raise RuntimeError("no")

    def __eq__(self, other):
        raise RuntimeError("no")

    __hash__ = None

    def __repr__(self):
        raise RuntimeError("no")

    def __call__(self, *arguments):
        return self


class Unspeakable(Exception):
    def __str__(self):
        raise self


class Bottomless:
    shape = (1,)

    def tolist(self):
        return self


class Slow:
    def tolist(self):
        while True:
            pass


class Wordy(str):
    def __repr__(self):
        raise RuntimeError("no")


def raises_unspeakable(*_):
    raise Unspeakable


def raises_group(*_):
    raise BaseExceptionGroup("all", [SystemExit(), ValueError()])


async def coroutine(a, b):
    return 3.5


def cycle():
    knot = []
    knot.append(knot)
    return knot


SOME = ["ex-00-1", "ex-00-2", "ex-01-1", "ex-04-2"]  # of every kind
VALUES = {
    "hostile": Hostile(),
    "bottomless": Bottomless(),
    "slow": Slow(),
    "wordy": Wordy("x"),
    "cycle": cycle(),
    "huge int": 10**5000,
    "minus huge int": -(10**5000),
    "nan": math.nan,
    "inf": math.inf,
    "complex": 1j,
    "bytes": b"3.5",
    "dict": {"a": 1},
    "set": {3.5},
    "count": itertools.count(),
    "type": type,
    "object": object(),
    "NotImplemented": NotImplemented,
    "module": math,
    "long list": [0] * 10**6,
    "long text": "x" * 10**6,
    "control": "\x1b[31m\n\0",
    "array": numpy.eye(3),
    "big array": numpy.zeros((1000, 1000)),
    "empty array": numpy.array([]),
    "array of objects": numpy.array([object(), None], dtype=object),
    "nan array": numpy.full(3, numpy.nan),
    "numpy bool": numpy.bool_(True),
    "datetime": numpy.datetime64("2026-02-01"),
    "exception": Unspeakable(),
    "builtin": len,
    "needs more": lambda a, b, c: 3.5,
    "raises unspeakable": raises_unspeakable,
    "raises group": raises_group,
    "coroutine": coroutine,
    "generator function": lambda a, b: (yield),
}


@pytest.mark.parametrize("name", VALUES)
def test_garbage(monkeypatch, name):
    value = VALUES[name]
    monkeypatch.setattr(guard.run, "__kwdefaults__", guard.run.__kwdefaults__ | {"steps": 2_000})
    for id in SOME:
        for answer in (value, lambda *_: value, lambda *_: [value, [value]]):
            lines = grade(id, answer).lines()
            assert lines and lines == grade(id, answer).lines()
            assert lines[-1] != f"{id}: done."
            assert all(
                len(line) < 500 and " at 0x" not in line and line.isprintable() for line in lines
            ), lines


garbage = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.complex_numbers(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_without_steps_the_clock_alone_ends_it():
    """No hook looks at lines then; an alarm does where there are signals."""

    def loop():
        while True:
            pass

    before = sys.gettrace()
    assert guard.run(lambda: sys.gettrace() is before, steps=None).value
    assert guard.run(lambda: input("?"), steps=None).kind == "input"
    if hasattr(signal, "SIGALRM"):
        assert guard.run(loop, steps=None, seconds=0.2).kind == "endless"


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(EXERCISES)), garbage)
def test_any_value(id, value):
    for answer in (value, lambda *_: value):
        lines = grade(id, answer).lines()
        assert lines == grade(id, answer).lines()
        assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("id", some(sorted(EXERCISES), 4))
def test_an_answer_that_is_no_number_does_not_fill_the_memory(id):
    """A list plus itself is twice as long: sixty times, and it has more items than any computer."""
    tracemalloc.start()
    for value in ([1, 2], "ab"):
        grade(id, lambda *_, value=value: value)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000
