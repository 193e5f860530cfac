"""A file of cases says what Python computes: `js_cases.py`."""

import js_cases
import pytest
from js_cases import near, write


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(js_cases, "CASES", tmp_path)
    return tmp_path


def test_a_file_that_says_something_else_is_written_and_fails(folder):
    with pytest.raises(AssertionError, match="a.json was written anew"):
        write("a", [{"loss": 1.5}])
    write("a", [{"loss": 1.5}])
    with pytest.raises(AssertionError):
        write("a", iter([{"loss": 1.6}]))
    assert (folder / "a.json").read_text() == '[\n{"loss":1.6}\n]\n'


def test_what_another_machine_rounds_in_another_way_stays(folder):
    (folder / "a.json").write_text('[\n{"loss":1.5}\n]\n')
    write("a", [{"loss": 1.5 + 1e-12}])
    assert (folder / "a.json").read_text() == '[\n{"loss":1.5}\n]\n'


@pytest.mark.parametrize(
    "a, b",
    [
        (1.0, 1.0 + 1e-8),
        (1, 1.0),
        (0, False),
        (None, 0),
        ("a", "b"),
        ([1], [1, 2]),
        ([1], {"0": 1}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": [{"b": 0.1}]}, {"a": [{"b": 0.2}]}),
    ],
)
def test_what_is_not_the_same(a, b):
    assert not near(a, b)
    assert near(a, a) and near(b, b)
