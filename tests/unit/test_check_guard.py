"""The exercise checks come back from anything."""

import builtins
import itertools
import math
import random
import signal
import sys
import threading
import time

import numpy
import pytest

from microgpt.check import check, guard


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
