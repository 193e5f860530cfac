"""Checks for the exercises.

    from microgpt.check import check
    check("ex-01-1", dot)

prints what is right, and what is wrong by the name of the mistake. It returns None and never raises.
The exercises of chapter 01 are declared in `ch01.py`, and so on; a new file is found by its name.
"""

import pkgutil
from importlib import import_module

__all__ = ["check", "exercises"]

MISSING = object()


def check(id, answer=MISSING):
    """Print how well `answer` solves the exercise.

    >>> check("ex-00-1", 4)
    fail  answer is 4: you counted the letters; the end of the name has to be predicted too.
    ex-00-1: 0 of 1 pass.
    """
    try:
        lines = report(id, answer)
    except BaseException as error:  # whatever it is, a learner should not meet a traceback here
        lines = [f"fail  the check could not look at this answer ({type(error).__name__})."]
    print("\n".join(lines))


def report(id, answer):
    """The lines that check prints."""
    known = exercises()
    if not isinstance(id, str):
        return ['fail  the id of the exercise comes first, in quotes: check("ex-01-1", dot).']
    if id not in known:
        return [f"fail  there is no exercise {id!r:.40}. {near(id, known)}"]
    if answer is MISSING:
        name = known[id].name
        return [f'fail  give your answer too: check("{id}", {name}).']
    return known[id].report(answer)


def exercises():
    """All exercises by id, in order."""
    chapters = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("ch"))
    return {e.id: e for name in chapters for e in import_module(f"{__name__}.{name}").EXERCISES}


def near(id, known):
    """A sentence with the ids that the writer may have meant."""
    from difflib import get_close_matches

    ids = [other for other in known if other[:5] == id[:5]] or get_close_matches(id, known, 3, 0.5)
    return f"Near it: {', '.join(ids)}." if ids else f"The first is {next(iter(known))}."
