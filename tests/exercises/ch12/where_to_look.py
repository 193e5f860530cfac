"""ex-12-3: where_to_look(right, changed)"""

from functools import partial
from itertools import takewhile

from ..edits import edited, made

NAME = "where_to_look"
SOURCE = """
def where_to_look(right, changed):
    for step, (a, b) in enumerate(zip(right, changed)):
        if a != b:
            if step == 0:
                return "forward"
            if step == 1:
                return "backward"
            return "later"
    return "nowhere"
"""
WORDS = """
def where_to_look(right, changed):
    words = ["forward", "backward", "later"]
    for step in range(min(len(right), len(changed))):
        if right[step] != changed[step]:
            return words[min(step, 2)]
    return "nowhere"
"""


def where_to_look(right, changed):
    same = [a == b for a, b in zip(right, changed)]
    if all(same):
        return "nowhere"
    return ("forward", "backward", "later")[min(same.index(False), 2)]


def by_slices(right, changed):
    n = min(len(right), len(changed))
    right, changed = right[:n], changed[:n]
    if not any(a != b for a, b in zip(right, changed)):
        return "nowhere"
    if right[0] != changed[0]:
        return "forward"
    if right[1] != changed[1]:
        return "backward"
    return "later"


def while_loop(right, changed):
    step = 0
    while step < len(right) and step < len(changed):
        if right[step] != changed[step]:
            break
        step += 1
    else:
        return "nowhere"
    return {0: "forward", 1: "backward"}.get(step, "later")


def counted(right, changed):
    equal = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(right, changed))))
    if equal == min(len(right), len(changed)):
        return "nowhere"
    return "forward" if equal < 1 else "backward" if equal < 2 else "later"


def with_next(right, changed):
    pairs = enumerate(zip(right, changed))
    step = next((step for step, (a, b) in pairs if a != b), None)
    if step is None:
        return "nowhere"
    return "forward" if step == 0 else "backward" if step == 1 else "later"


def with_match(right, changed):
    places = [i for i, (a, b) in enumerate(zip(right, changed)) if a != b]
    match places:
        case []:
            return "nowhere"
        case [0, *_]:
            return "forward"
        case [1, *_]:
            return "backward"
    return "later"


def recursive(right, changed, words=("forward", "backward", "later")):
    if not right or not changed:
        return "nowhere"
    if right[0] != changed[0]:
        return words[0]
    return recursive(right[1:], changed[1:], words[1:] or words)


def flag(right, changed):
    found = "nowhere"
    for step, (a, b) in enumerate(zip(right, changed)):
        if a != b and found == "nowhere":
            found = "forward" if step == 0 else "backward" if step == 1 else "later"
    return found


def backwards(right, changed):
    found = "nowhere"
    pairs = list(zip(right, changed))
    for step in reversed(range(len(pairs))):
        a, b = pairs[step]
        if a != b:
            found = ["forward", "backward", "later"][min(step, 2)]
    return found


def with_except(right, changed):
    step = 0
    try:
        while right[step] == changed[step]:
            step += 1
    except IndexError:
        return "nowhere"
    return ["forward", "backward"][step] if step < 2 else "later"


def counter(right, changed):
    step = 0
    for a, b in zip(right, changed):
        step += 1
        if a != b:
            if step == 1:
                return "forward"
            elif step == 2:
                return "backward"
            else:
                return "later"
    return "nowhere"


def of_texts(right, changed):
    for step, (a, b) in enumerate(zip(map(str, right), map(str, changed))):
        if a != b:
            return ["forward", "backward", "later"][min(step, 2)]
    return "nowhere"


class Look:
    def __call__(self, right, changed):
        return where_to_look(right, changed)


RIGHT = [
    made(SOURCE, NAME),
    made(WORDS, NAME),
    where_to_look,
    by_slices,
    while_loop,
    counted,
    with_next,
    with_match,
    recursive,
    flag,
    backwards,
    with_except,
    counter,
    of_texts,
    Look(),
    partial(where_to_look),
]


def changed(*changes):
    return edited(SOURCE, NAME, *changes)


def worded(*changes):
    return edited(WORDS, NAME, *changes)


FIRST, LAST = "return words[min(step, 2)]", 'return "nowhere"'
IF, ZIP = "if a != b", "zip(right, changed)"
LIST = '["forward", "backward", "later"]'

kept = []


def keeps(right, changed):
    kept.append(1)
    return where_to_look(right, changed) if len(kept) % 2 else "later"


WRONG = [
    (
        worded(
            (FIRST, "found = words[min(step, 2)]"),
            ("    for", '    found = "nowhere"\n    for'),
            (LAST, "return found"),
        ),
        "the last loss that differs",
    ),
    (worded((FIRST, "return step"), (LAST, "return None")), "that is the round; return"),
    (worded((FIRST, "return step + 1"), (LAST, "return None")), "counted from 1; return the word"),
    (worded((FIRST, "return step")), None),
    (
        changed(("step == 1", "step == 2"), ("step == 0", "step <= 1")),
        "the first pair has the number 0",
    ),
    (
        worded((LIST, '["forward", "forward", "backward", "later"]')),
        "the first pair has the number 0",
    ),
    (worded((LIST, '["backward", "forward", "later"]')), "forward and backward are exchanged"),
    (worded((LIST, '["forward", "later", "backward"]')), "backward and later are exchanged"),
    (worded((LIST, '["later", "backward", "forward"]')), "forward and later are exchanged"),
    (changed(('return "later"', 'return "backward"')), "from the third on it is later"),
    (
        changed(('                return "backward"', '                return "later"')),
        "belongs to backward",
    ),
    (changed((LAST, 'return "later"')), 'here it is "later"'),
    (changed((f"    {LAST}\n", "")), "here nothing comes back"),
    (changed((LAST, 'return "forward"')), 'here it is "forward"'),
    (changed((LAST, 'return "backward"')), 'here it is "backward"'),
    (changed((f"    {LAST}", f"        {LAST}")), None),
    (
        made(
            """
            def where_to_look(right, changed):
                for a, b in zip(right, changed):
                    if a == b:
                        return "nowhere"
                    return "forward"
                return "nowhere"
            """,
            NAME,
        ),
        "it looks at the first pair alone",
    ),
    (changed((ZIP, "zip(right[:1], changed[:1])")), "it looks at the first pair alone"),
    (changed((ZIP, "zip(right[:2], changed[:2])")), "the first two pairs alone"),
    (
        changed((ZIP, "zip(right[:2], changed[:2])"), (LAST, 'return "later"')),
        'here it is "later"',
    ),
    (changed((ZIP, "zip(right[:3], changed[:3])")), "the first three pairs alone"),
    (changed((IF, "if step and a != b")), "the first pair is left out"),
    (worded(("range(", "range(1, ")), "the first pair is left out"),
    (
        made(
            """
            def where_to_look(right, changed):
                for step in range(max(len(right), len(changed))):
                    if right[step:step + 1] != changed[step:step + 1]:
                        return ["forward", "backward", "later"][min(step, 2)]
                return "nowhere"
            """,
            NAME,
        ),
        "a list that ends counts as different",
    ),
    (worded(("min(len(right), len(changed))", "len(right)")), "as zip does"),
    (worded(("min(len(right), len(changed))", "max(len(right), len(changed))")), "as zip does"),
    (worded(("min(len(right), len(changed))", "4")), "as zip does"),
    (changed((IF, "if a == b")), "look for one that differs"),
    (changed((IF, "if not abs(a - b) <= 0.001")), "losses that are near"),
    (changed((IF, "if not abs(a - b) <= 0.01")), "losses that are near"),
    (changed((IF, "if round(a, 2) != round(b, 2)")), "losses that are near"),
    (changed((IF, "if round(a, 3) != round(b, 3)")), "losses that are near"),
    (changed((IF, "if b > a")), "only a larger loss"),
    (changed((IF, "if a < b")), "only a larger loss"),
    (changed((IF, "if a > b")), "only a smaller loss"),
    (changed((IF, "if abs(a - b) > 0")), "a difference from nan"),
    (changed((IF, "if abs(a - b) > 1e-9")), "a difference from nan"),
    (changed((IF, "if a - b > 0 or b - a > 0")), "a difference from nan"),
    (lambda right, changed: any(a != b for a, b in zip(right, changed)), "it tells whether"),
    (lambda right, changed: right != changed, "it tells whether"),
    (
        made(
            """
            def where_to_look(right, changed):
                differ = sum(a != b for a, b in zip(right, changed))
                return ["nowhere", "forward", "backward", "later"][min(differ, 3)]
            """,
            NAME,
        ),
        "how many losses differ",
    ),
    (
        worded((LIST, '["Forward", "Backward", "Later"]'), (LAST, 'return "Nowhere"')),
        "without capital letters",
    ),
    (worded((LIST, '["forward", "backwards", "later"]')), "without an s"),
    (
        worded((FIRST, "return [words[min(step, 2)]]"), (LAST, 'return ["nowhere"]')),
        "one list too many",
    ),
    (
        worded((FIRST, "print(words[min(step, 2)])"), (LAST, 'print("nowhere")')),
        "hands nothing back",
    ),
    (worded((FIRST, "return words[step]")), None),
    (lambda right, changed: "later", "whatever comes in"),
    (lambda right: "later", "does not start"),
    ("forward", "not a function"),
    (keeps, None),
]
