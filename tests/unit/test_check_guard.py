"""The exercise checks come back from anything: endless loops, exits, objects that fail at everything."""

import itertools
import math
import sys
import time

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_check import EXERCISES, printed

from microgpt.check import guard


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


def sleep(*_):
    time.sleep(3600)


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
        (sleep, "sleep"),
        (lambda *_: input("?"), "input"),
        (lambda *_: breakpoint(), "breakpoint"),
        (lambda *_: sys.exit(3), "exit"),
        (lambda *_: guard.os._exit(3), "exit"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_guard_comes_back(function, kind):
    hooks = sys.gettrace(), sys.getprofile(), input, sys.stdout, sys.stderr
    outcome = guard.run(function, 1, 2, steps=20_000)
    assert outcome.kind == kind
    assert (sys.gettrace(), sys.getprofile(), input, sys.stdout, sys.stderr) == hooks


def test_endless_loop_with_the_real_limits(capsys):
    start = time.perf_counter()
    lines = printed(capsys, "ex-01-1", pass_forever)
    assert time.perf_counter() - start < 10
    assert lines == [
        "fail  dot([1, 2, -1], [2, 1, 0.5]) did not come back: a loop in it never ends, or takes far too many steps.",
        "ex-01-1: 0 of 5 pass.",
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


def test_errors_have_no_addresses_and_a_line():
    def fails():
        x = object()
        raise ValueError(f"bad\n{x}")

    outcome = guard.run(fails)
    assert outcome.value == "ValueError: bad <object object>" and outcome.line == 3
    assert guard.run(lambda a: a).line == 0


def test_keyboard(capsys):
    def interrupted(a, b):
        raise KeyboardInterrupt

    assert "stopped from the keyboard" in printed(capsys, "ex-01-1", interrupted)[0]


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
    "generator": (x for x in [1]),
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
def test_garbage(capsys, monkeypatch, name):
    value = VALUES[name]
    monkeypatch.setattr(guard.run, "__kwdefaults__", {"steps": 20_000, "seconds": 5.0})
    for id in EXERCISES:
        for answer in (value, lambda *_: value, lambda *_: [value, [value]]):
            lines = printed(capsys, id, answer)
            assert lines and lines == printed(capsys, id, answer)
            assert all(line.startswith(("fail  ", "not yet  ", f"{id}: ")) for line in lines), lines
            assert all(
                len(line) < 400 and " at 0x" not in line and line.isprintable() for line in lines
            )


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


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(EXERCISES)), garbage)
def test_any_value(id, value):
    exercise = EXERCISES[id]
    for answer in (value, lambda *_: value):
        report = exercise.report(answer)
        assert report == exercise.report(answer)
        assert all(line.isprintable() for line in report)
