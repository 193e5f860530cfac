"""Why an answer gave no value: in words, and only as far as it is known."""

import inspect
import re

from .source import hands_nothing_back, returns_what_gives_nothing
from .words import show

NO_ANSWER = {  # ways of not coming back
    "todo": "raised NotImplementedError: a part of the stub is still there.",
    "endless": "did not come back: a loop in it never ends, or takes far too many steps.",
    "deep": "calls itself again and again; give it a case in which it returns without a call.",
    "sleep": "calls sleep and makes everybody wait; take that line out.",
    "input": "asks a question with input(); its values arrive as arguments.",
    "breakpoint": "stops at a breakpoint(); take that line out.",
    "exit": "calls exit(), which would end the whole program; end it with return.",
    "keyboard": "was stopped from the keyboard.",
    "unwatched": "switches off the watch that ends endless loops; take that line out.",
}

ERRORS = [  # part of an error's text, and advice that is true whenever it appears
    (
        "can't multiply sequence by non-int of type 'list'",
        "Python does not multiply two lists; multiply their numbers, one pair at a time.",
    ),
    (
        "can't multiply sequence by non-int",
        "Python does not multiply a list like that; multiply its numbers, one at a time.",
    ),
    (
        "unsupported operand .*'list'",
        "Python does not compute with a whole list; take its numbers, one at a time.",
    ),
    (
        "unsupported operand .*'(function|method|builtin_function_or_method)'",
        "a function is no number; call it, with its arguments in brackets.",
    ),
    ("(list|tuple) index out of range", "a list of n items ends at [n - 1]."),
    (
        "cannot access local variable",
        "give this name a value before the line that uses it.",
    ),
    (
        "math domain error|expected a (positive|nonnegative) input",
        "there is no such number; sqrt and log take no negative ones.",
    ),
]


def error_advice(error):
    """Advice on an error that any exercise may meet; empty if there is none."""
    for part, advice in ERRORS:
        if re.search(part, error):
            return advice
    return ""


def order_words(answer, exercise):
    """That a function takes the right values in another order, by their names; empty if it does not."""
    try:
        own = list(inspect.signature(answer).parameters)
    except (TypeError, ValueError):  # some functions written in C do not tell
        return ""
    if own == list(exercise.parameters) or sorted(own) != sorted(exercise.parameters):
        return ""
    return f"the values arrive in the order of {exercise.call}; yours takes {', '.join(own)}."


def line_words(place, name):
    """Where an error arose, as part of a sentence; `name` is that of the exercise's function."""
    if not place:
        return ""
    if place.function in (name, "<lambda>"):
        return f"in its line {place.line} "
    return f"in line {place.line} of {place.function} "


def none_words(answer, outcome, expected):
    """Why None came back, as far as the source tells."""
    name = returns_what_gives_nothing(answer)
    if name == "print":
        return "print shows a value and gives None; return the value itself."
    if name:
        return f"{name} changes its list and gives None; return the list itself."
    if hands_nothing_back(answer) and outcome.printed.strip():
        return "it prints, and hands nothing back; a function hands its answer back with return."
    if hands_nothing_back(answer):
        return "no return in it has a value; end it with return."
    if outcome.printed.strip():
        return "it prints, and nothing comes back; a function hands its answer back with return."
    return f"it came to an end without a value; it should be {show(expected)}."
