"""How a value of a running program is shown in a few words: a number, a list by its ends, a Value by its number."""

FEW = 8  # whole numbers that are shown one by one
SHORT = 5  # entries of a list that are all shown
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(x):
    """
    >>> number(0.08776), number(-0.5), number(3), number(4192), number(0.00067412), number(1e-8)
    ('0.0878', '−0.5', '3', '4,192', '0.000674', '1 × 10⁻⁸')
    """
    if isinstance(x, int) or x == round(x, 4):
        text = f"{x:,}".removesuffix(".0")
    elif abs(x) >= 0.001:
        text = f"{x:.4f}"
    else:
        text = small(x)
    return text.replace("-", "−")


def small(x):
    """By three digits: plain as long as that takes no more than three zeros, else with a power of ten."""
    digits, power = f"{x:.2e}".split("e")
    if int(power) >= -4:
        return f"{x:.6f}"
    return f"{float(digits):g} × 10{str(int(power)).translate(RAISED)}"


def show(value):
    """
    >>> show([26, 4, 12, 26]), show("emma"), show([[], []]), show((1, 0.5))
    ('[26, 4, 12, 26]', "'emma'", '2 lists, all empty', '(1, 0.5)')
    >>> show([0.25, 0.125, 0.1, 0.7]), show([0.5] * 16)
    ('4 numbers: 0.25, 0.125, 0.1, 0.7', '16 numbers: 0.5, 0.5, …, 0.5')
    """
    if isinstance(value, (bool, str, range)) or value is None:
        return repr(value)
    if isinstance(value, (int, float)):
        return number(value)
    if is_value(value):
        return show_value(value)
    if isinstance(value, dict):
        return f"{number(len(value))} entries: {ends([repr(key) for key in value])}"
    if isinstance(value, set):
        return f"a set of {number(len(value))} {kind(value)}" if value else "an empty set"
    if isinstance(value, (list, tuple)):
        return show_list(value)
    return "a function"


def is_value(value):
    return type(value).__name__ == "Value"


def show_value(value):
    """By its number and, where it has one by now, its gradient."""
    if not hasattr(value, "data"):
        return "a new Value"
    grad = getattr(value, "grad", 0)
    return f"Value {number(value.data)}" + (f", grad {number(grad)}" if grad else "")


def show_list(value):
    """Short ones of whole numbers, and tuples, entry by entry; others by their first two and their last entry."""
    if isinstance(value, tuple) or all(isinstance(one, int) for one in value[: FEW + 1]):
        if len(value) <= FEW:
            left, right = "()" if isinstance(value, tuple) else "[]"
            return left + ", ".join(map(show, value)) + right
    if isinstance(value[0], list):
        return show_lists(value)
    entries = [number(one.data) if is_value(one) else show(one) for one in first_and_last(value)]
    return f"{number(len(value))} {kind(value)}: {dots(entries, len(value))}"


def show_lists(value):
    """Lists of lists by their sizes."""
    lists = "1 list" if len(value) == 1 else f"{len(value)} lists"
    if not any(value):
        return "1 list, empty" if len(value) == 1 else f"{lists}, all empty"
    inner = value[0]
    within = show_lists(inner) if isinstance(inner[0], list) else f"{len(inner)} {kind(inner)}"
    return f"{lists} of {within}"


def kind(values):
    """What the things in a list or a set are called."""
    one = next(iter(values), 0)
    word = "Value" if is_value(one) else "text" if isinstance(one, str) else "number"
    return word if len(values) == 1 else f"{word}s"


def first_and_last(values):
    return [*values[:2], values[-1]] if len(values) > SHORT else values


def dots(texts, size):
    return ", ".join([*texts[:2], "…", texts[-1]] if size > SHORT else texts)


def ends(texts):
    return dots(first_and_last(texts), len(texts))
