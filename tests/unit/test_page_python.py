"""The Python side of a page whose cells run: what they print, show and raise, as messages."""

import sys
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "tools/in_page/site"


@pytest.fixture
def page(monkeypatch):
    """run(source, ...) -> (whether it came to its end, the messages), in a namespace of its own."""
    monkeypatch.syspath_prepend(str(SITE))
    from page import cells, output

    sent = []
    for name in ("displayhook", "breakpointhook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(cells.builtins, "input", input)
    monkeypatch.setattr(cells, "space", {"__name__": "__main__"})
    monkeypatch.setattr(output.wire, "send", print)
    cells.begin(lambda message: sent.append(dict(message)))

    def run(source, name="here", silent=False):
        sent.clear()
        return cells.run(source, name, silent), list(sent)

    yield run
    for name in [name for name in sys.modules if name == "page" or name.startswith("page.")]:
        del sys.modules[name]


def error(messages):
    (message,) = [one for one in messages if one["type"] == "error"]
    return message


def test_the_last_value_is_shown_and_what_is_printed_comes_first(page):
    ok, messages = page("a = 2\nprint('hello')\na + 1")
    assert ok
    assert messages == [
        {"type": "print", "kind": "out", "text": "hello\n"},
        {"type": "value", "text": "3"},
    ]


@pytest.mark.parametrize(
    "source", ["a = 1", "None", "", "# nothing", "print()", "def f():\n    return 1"]
)
def test_nothing_is_shown_where_there_is_no_value(page, source):
    ok, messages = page(source)
    assert ok and not [one for one in messages if one["type"] == "value"]


def test_cells_share_their_names(page):
    page("a = 2", "one")
    assert page("a", "two")[1] == [{"type": "value", "text": "2"}]


def test_a_silent_cell_says_nothing_and_works(page):
    ok, messages = page("print('hello')\nb = 5\nb", silent=True)
    assert ok and messages == []
    assert page("b")[1] == [{"type": "value", "text": "5"}]
    assert page("1 / 0", silent=True) == (False, [])


def test_a_traceback_holds_the_readers_lines_only(page):
    page("def half(x):\n    return sorted([x, 1], key=lambda y: y / 0)", "first")
    ok, messages = page("total = 1\nhalf(total)", "second")
    text = error(messages)["text"]
    assert not ok
    assert 'File "this cell", line 2' in text and 'File "an earlier cell", line 2, in half' in text
    assert "page/cells.py" not in text and "exec(" not in text
    assert text.endswith("ZeroDivisionError: division by zero")
    assert error(messages)["plain"] == "A number is divided by 0."


def test_the_place_in_the_line_is_marked(page):
    text = error(page("x = [1, 2]\ny = 3 + x[0] / (x[1] - 2)")[1])["text"]
    if sys.version_info >= (3, 13):
        assert "~~~~~^~~~~~~~~~~~~" in text
    assert "x[0] / (x[1] - 2)" in text


MISTAKES = {
    "raise NotImplementedError": "not written yet",
    "emma": "does not know emma",
    "def f():\n    n += 1\nn = 1\nf()": "inside this function n",
    "None + 1": "is None",
    "1 + 'a'": "does not work between",
    "[1] + 'a'": "+ joins a list only",
    "'a' + 1": "+ joins a str only",
    "[1, 2] * 0.5": "by a whole number only",
    "(3)(4)": "no function",
    "x = 5\nx[0]": "square brackets",
    "sum(3)": "wants a list",
    "def f(a, b): pass\nf(1)": "'b' is missing",
    "def f(a): pass\nf(1, 2)": "with 2 values and takes 1",
    "[1, 2][0.5]": "is a whole number",
    "[1, 2][2]": "0 to n - 1",
    "[].pop()": "the list is empty",
    "{}['a']": "no such key",
    "print('a').upper()": "is None",
    "[1].push(2)": "has no push",
    "1 / 0": "divided by 0",
    "2.0 ** 5000": "too large",
    "from math import log\nlog(0)": "log wants",
    "from math import sqrt\nsqrt(-1)": "log wants",
    "a, b = [1]": "2 names on the left and only 1",
    "a, b = [1, 2, 3]": "more values on the right",
    "list(zip([1, 2], [1], strict=True))": "not equally long",
    "def f(): f()\nf()": "calls itself",
    "assert 1 == 2": "must be true",
    "def f():\nreturn 1": "four spaces further in",
    "  a = 1": "beginnings of the lines",
    "print((1)": "never closed",
    "a = 1)": "never opened",
    "a = 'emma": "quotation mark",
    "if 1\n    pass": "colon",
    "if a = 1:\n    pass": "write ==",
    "return 1": "outside of a function",
    "a b c": "as it stands",
}


@pytest.mark.parametrize("source, says", MISTAKES.items())
def test_plain_words(page, source, says):
    message = error(page(source)[1])
    assert says.lower() in message["plain"].lower(), message


def test_what_the_page_cannot_do_is_said_in_a_sentence(page):
    assert "input() cannot ask" in error(page("input('name? ')")[1])["text"]
    assert "no debugger" in error(page("breakpoint()")[1])["text"]
    assert error(page("exit()")[1])["plain"].startswith("exit() would end Python")
    assert "Open this chapter in Colab" in error(page("import torch")[1])["text"]


def test_a_cell_that_prints_without_end_is_cut(page):
    from page.output import LONGEST

    text = "".join(one["text"] for one in page("for i in range(100_000): print('emma')")[1])
    assert "only 50,000 characters are shown" in text and len(text) < LONGEST + 100


def test_printed_text_comes_while_the_cell_runs(page):
    _, messages = page("import time\nfor i in range(3):\n    print(i)\n    time.sleep(0.06)")
    assert len(messages) > 1


def test_a_value_that_cannot_be_shown_is_an_error_of_the_cell(page):
    ok, messages = page("class Odd:\n    def __repr__(self):\n        return 1 / 0\nOdd()")
    assert not ok and "ZeroDivisionError" in error(messages)["text"]


def test_layout_is_that_of_a_notebook(page):
    value = {"b": list(range(30)), "a": "x" * 60}
    text = page(repr(value))[1][0]["text"]
    assert text.startswith("{'b': [0,\n") and text.index("'b'") < text.index("'a'")
    assert page("int")[1][0]["text"] == "int"


def test_the_streams_are_given_back(page):
    before = sys.stdout, sys.stderr
    page("1 / 0")
    assert (sys.stdout, sys.stderr) == before
