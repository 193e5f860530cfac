"""Put values, and how two of them differ, into words."""

from itertools import accumulate, takewhile

from .compare import (
    Items,
    Node,
    Odd,
    close,
    equal,
    is_lazy,
    is_number,
    is_set,
    near,
)

BRACKETS = {"tuple": "()", "set": "{}"}
KINDS = {dict: "the dictionary ", str: "the text ", list: "the list "}


def show(value, width=60, digits=6):
    """A plain value as short text, the same on every machine.

    >>> show([1 / 3, 2.0, -0.0, "emma"])
    "[0.333333, 2, 0, 'emma']"
    """
    if is_number(value):
        return show_number(value, digits)
    if isinstance(value, Node):
        return f"Value(data={show(value.data)}, grad={show(value.grad)})"
    if isinstance(value, dict):
        pairs = [f"{show_key(key)}: {show(item, width)}" for key, item in value.items()]
        return enclose(pairs, "{}", width)
    if isinstance(value, list):
        brackets = BRACKETS.get(getattr(value, "kind", ""), "[]")
        items = [show(item, width, digits) for item in value]
        items = sorted(items) if is_set(value) else items
        comma = brackets == "()" and len(items) == 1
        return enclose([items[0] + ","] if comma else items, brackets, width)
    text = printable(repr(value))
    return text if len(text) <= width else text[: width - 3] + "..."


def show_number(value, digits=6):
    if abs(value) < 10 ** (-digits - 3):
        return "0"
    if isinstance(value, int):
        return "a huge number" if abs(value) > 1e15 else str(value)
    return f"{value:.{digits}g}"


def show_key(key):
    return printable(repr(key))


def printable(text):
    return text if text.isprintable() else ascii(text)[1:-1]


def enclose(items, brackets, width):
    """The items between brackets; those that do not fit in width are left out, and dots say so."""
    ends = accumulate(len(item) + 2 for item in items)
    kept = sum(1 for _ in takewhile(lambda end: end <= width, ends))
    return brackets[0] + ", ".join(items[:kept] + ["..."] * (kept < len(items))) + brackets[1]


def describe(value, digits=6):
    """Like show, with the kind of the value where that is the point.

    >>> describe([2, -0.5]), describe("5")
    ('the list [2, -0.5]', "the text '5'")
    """
    if is_lazy(value):
        return f"a {value.kind} of {show(list(value), digits=digits)}"
    if isinstance(value, Items):
        return f"the {value.kind} {show(value, digits=digits)}"
    return KINDS.get(type(value), "") + show(value, digits=digits)


def gave(got, expected):
    """The value in words, with as many digits as it takes to see that it is not the expected one."""
    for digits in (6, 9, 12, 17):
        if show(got, digits=digits) != show(expected, digits=digits):
            return describe(got, digits)
    return describe(got)


def difference(got, expected, hint=""):
    """One sentence on how `got` differs from `expected`. It says what is seen, and no more.

    `hint` is added where a number is near, but not equal.

    >>> difference([[1, 2], [3, 5]], [[1, 2], [3, 4]])
    'item [1][1] is 5; it should be 4.'
    """
    if hasattr(expected, "objection"):
        return expected.objection(got)
    path, got, expected = where(got, expected)
    should = f"it should be {show(expected)}."
    if isinstance(got, Odd) and got.advice and not path:
        return got.advice
    if got != got:
        return f"nan means not a number; it comes from steps like inf - inf and 0 * inf; {should}"
    if isinstance(got, str) and is_number(expected) and not path:
        return "that is a text; the answer is a number, without quotes."
    if kind_asked(got) != kind_asked(expected):
        kind = f"{kind_asked(expected)}, {show(expected)}."
        return f"item {path} is {describe(got)}, not {kind}" if path else f"the answer is {kind}"
    subject = f"item {path}" if path else "it"
    if isinstance(expected, (list, dict)):
        misfit = dict_misfit if isinstance(expected, dict) else list_misfit
        return f"{subject} {misfit(got, expected)}"
    if is_number(got) and not isinstance(got, int) and near(got, expected, 0.01):
        return near_words(got, expected, path, hint)
    return f"{subject} is {gave(got, expected)}; {should}" if path else should


def near_words(got, expected, path, hint):
    kind = getattr(got, "kind", "")
    if kind in ("float16", "bfloat16"):
        return f"that is a {kind}, which keeps three digits; work with Python's own numbers."
    subject = f"item {path}, {gave(got, expected)}," if path else "that"
    return f"{subject} is near {gave(expected, got)}, but not equal. {hint}".strip()


def where(got, expected, path=""):
    """The first place at which the two differ in more than their parts: the path to it, and both."""
    if isinstance(got, list) and isinstance(expected, list) and walkable(got, expected):
        for place, (one, other) in enumerate(zip(got, expected)):
            if not close(one, other):
                return where(one, other, f"{path}[{place}]")
    if isinstance(got, dict) and isinstance(expected, dict) and got.keys() == expected.keys():
        for key in expected:
            if not close(got[key], expected[key]):
                return where(got[key], expected[key], f"{path}[{show_key(key)}]")
    if isinstance(got, Node) and isinstance(expected, Node):
        part = "grad" if close(got.data, expected.data) else "data"
        return where(getattr(got, part), getattr(expected, part), f"{path}.{part}")
    if isinstance(got, Node) and is_number(expected):
        got = got.data
    return path, got, expected


def walkable(got, expected):
    """Whether it makes sense to compare item by item: equal lists differ in what kind their items are."""
    odd = is_set(got) or is_set(expected) or is_lazy(got) != is_lazy(expected)
    if odd or len(got) != len(expected):
        return False
    return equal(got, expected) or not same_items(got, expected)


def same_items(got, expected):
    """Whether the items are the same, in some order."""
    return equal(sorted(got, key=show), sorted(expected, key=show))


def list_misfit(got, expected):
    should = f"it should be {show(expected)}."
    if is_set(expected) and not is_set(got):
        return f"is {describe(got)}, not a set; {should}"
    if is_set(got) and not is_set(expected):
        return "is a set, which has no order and keeps each item once; a list is asked for."
    if is_lazy(got) and not is_lazy(expected) and equal(got, expected):
        return f"is a {got.kind}, which makes its items when asked; collect them with list(...)."
    if len(got) != len(expected):
        return f"has {count(got)}; it should have {len(expected)}: {show(expected)}."
    if is_set(got) or not same_items(got, expected):
        return f"is {describe(got)}; {should}"
    return f"has the right items, but in another order: {should}"


def dict_misfit(got, expected):
    missing = [key for key in expected if key not in got]
    extra = [key for key in got if key not in expected]
    should = f"it should be {show(expected)}."
    if missing:
        return f"has no key {show_key(missing[0])}; {should}"
    return f"has a key {show_key(extra[0])} too many; {should}"


def kind_asked(value):
    """What kind of thing a value is, in two words."""
    if is_number(value):
        return "a number"
    for kind, types in [("a list", list), ("a dictionary", dict), ("a text", str)]:
        if isinstance(value, types):
            return kind
    return "True or False" if isinstance(value, bool) else "something else"


def count(items):
    return "1 item" if len(items) == 1 else f"{len(items)} items"
