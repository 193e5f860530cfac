"""Whatever an answer gives back, or is, a check says something of it that can be read."""

import itertools
import math
import tracemalloc

import numpy
import pytest
from everything import some
from hypothesis import given, settings
from hypothesis import strategies as st

from microgpt.check import exercises, grade, guard

EXERCISES = exercises()


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
