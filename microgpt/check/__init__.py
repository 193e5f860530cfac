"""Checks for the exercises.

    from microgpt.check import check
    check("ex-01-1", dot)

prints what is right, and what to fix by the name of the mistake. It returns None and never raises.
`check("ex-01-1")` lists what is asked. The exercises of chapter 01 are declared in `ch01/`, and so
on; a new folder is found by its name.

For those who give marks:

    from microgpt.check import assert_passes, grade
    assert_passes("ex-01-1", dot)           # raises AssertionError, with what to fix; nbgrader's form
    grade("ex-01-1", dot, points=4).points  # the share of 4 points; prints nothing and never raises

An answer runs in this very Python, many times, and where it is wrong also with a part of it changed.
Endless loops, exits, sleeps and patches are dealt with; a loop inside one C function, such as
`sum(range(10**12))`, is not, and code that means harm can reach the check itself. Where strangers'
answers get marks, run them in a process of its own that can be ended.
"""

import pkgutil
import sys
from importlib import import_module

__all__ = ["assert_passes", "check", "exercises", "grade"]

MISSING = object()
COMPARE = "      Show answer has two ways to write it; compare them with yours."


def check(*arguments, **more):
    """Print how well an answer solves an exercise: `check("ex-01-1", dot)`; without an answer, what is asked.

    It gives back None and raises nothing, so that a wrong answer does not stop a notebook.

    >>> check("ex-00-1", 4)
    fix   answer is 4: you counted the letters; the end of the name has to be predicted too.
    ex-00-1: 0 of 1 pass.
    """
    from .kept import undisturbed

    try:
        say(undisturbed(report, arguments, more))
    except KeyboardInterrupt:
        say(["fix   the check was stopped from the keyboard."])
    except BaseException as error:  # whatever it is, a learner should not meet a traceback here
        say([f"fix   the check could not look at this answer ({type(error).__name__})."])


def grade(id, answer, points=1):
    """The Result: `.passed`, `.points`, `.messages`, `.claims`, and `str()` for all of it.

    >>> grade("ex-00-1", 4, points=2).points, grade("ex-00-1", 5, points=2).points
    (0.0, 2.0)
    """
    from .kept import undisturbed

    result = undisturbed(result_of, id, answer)
    result.worth = points
    return result


def result_of(id, answer):
    known = exercises()
    if id not in known:
        raise ValueError(f"there is no exercise {id!r}. {near(id, known)}")
    try:
        return known[id].result(answer)
    except Exception as error:  # an answer that fails at everything, even at being looked at
        result = known[id].result()
        result.refuse(f"the check could not look at this answer ({type(error).__name__}).")
        return result


def assert_passes(id, answer):
    """Raise AssertionError unless the answer solves the exercise."""
    result = grade(id, answer)
    if not result.passed:
        raise AssertionError("\n".join(["", *result.lines()]))


def report(arguments, more):
    """The lines that check prints."""
    known = exercises()
    id, answer = [*arguments, MISSING, MISSING][:2]
    if id is MISSING and not more:
        return [
            "fix   say which exercise, and give your answer: "
            'check("ex-01-1", dot). check("ex-01-1") lists what is asked.'
        ]
    if not isinstance(id, str):
        return ['fix   the id of the exercise comes first, in quotes: check("ex-01-1", dot).']
    if id not in known:
        return [f"fix   there is no exercise {id!r:.40}. {near(id, known)}"]
    form = f'check("{id}", {known[id].name})'
    if len(arguments) > 2 or more:
        return [f"fix   check takes two things, the id and your answer: {form}."]
    if answer is MISSING:
        return [*known[id].result().lines(), f"{form} looks at your answer."]
    result = grade(id, answer)
    *lines, last = result.lines()
    return [*lines, COMPARE, last] if result.passed else [*lines, last]


def say(lines):
    """Print, also where the screen knows fewer letters."""
    text = "\n".join(lines)
    try:
        print(text)
    except UnicodeEncodeError:
        print(text.encode(sys.stdout.encoding, "replace").decode(sys.stdout.encoding))


def exercises():
    """All exercises by id, in order."""
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    chapters = sorted(name for name in modules if name[:2] == "ch" and name[2:].isdigit())
    return {e.id: e for name in chapters for e in import_module(f"{__name__}.{name}").EXERCISES}


def near(id, known):
    """A sentence with the ids that the writer may have meant."""
    from difflib import get_close_matches

    if id[:3] == "ex-" and id[4:5] == "-":
        id = f"ex-0{id[3:]}"  # a chapter has two digits
    ids = [other for other in known if other[:5] == id[:5]] or get_close_matches(id, known, 3, 0.5)
    return f"Near it: {', '.join(ids)}." if ids else f"The first is {next(iter(known))}."
