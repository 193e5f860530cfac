"""ex-05-5: largest_gap(f, numbers, h)"""

from ..edits import edited, made
from .parts import ENGINE

GAP = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    values = [Value(number) for number in numbers]
    f(values).backward()
    largest = 0.0
    for i in range(len(numbers)):
        up = [Value(number) for number in numbers]
        down = [Value(number) for number in numbers]
        up[i] = Value(numbers[i] + h)
        down[i] = Value(numbers[i] - h)
        slope = (f(up).data - f(down).data) / (2 * h)
        largest = max(largest, abs(values[i].grad - slope))
    return largest
"""


GAPS = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    values = [Value(n) for n in numbers]
    f(values).backward()
    gaps = []
    for i in range(len(numbers)):
        up, down = list(numbers), list(numbers)
        up[i] += h
        down[i] -= h
        slope = (f([Value(n) for n in up]).data - f([Value(n) for n in down]).data) / (2 * h)
        gaps.append(abs(values[i].grad - slope))
    return max(gaps)
"""


GAP_PUT_BACK = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    values = [Value(float(number)) for number in numbers]
    f(values).backward()
    worst = 0
    for value in values:
        before = value.data
        value.data = before + h
        up = f(values).data
        value.data = before - h
        down = f(values).data
        value.data = before
        gap = value.grad - (up - down) / h / 2
        if gap < 0:
            gap = -gap
        if gap > worst:
            worst = gap
    return worst
"""


GAP_HELPERS = """
from microgpt import Value

def at(f, numbers):
    return f(list(map(Value, numbers))).data

def slopes(f, numbers, h):
    for i, number in enumerate(numbers):
        up = numbers[:i] + [number + h] + numbers[i + 1:]
        down = numbers[:i] + [number - h] + numbers[i + 1:]
        yield (at(f, up) - at(f, down)) / (2 * h)

def largest_gap(f, numbers, h=0.0001):
    values = list(map(Value, numbers))
    f(values).backward()
    return max(abs(v.grad - s) for v, s in zip(values, slopes(f, numbers, h)))
"""


GAP_FRESH_EACH = """
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    gaps = []
    for place in range(len(numbers)):
        values = [Value(n) for n in numbers]
        f(values).backward()
        shift = lambda s: [Value(n + s * h * (i == place)) for i, n in enumerate(numbers)]
        gaps += [abs((f(shift(1)).data - f(shift(-1)).data) / (2 * h) - values[place].grad)]
    return sorted(gaps)[-1]
"""


GAP_NUMPY = """
import numpy
from microgpt import Value

def largest_gap(f, numbers, h=0.0001):
    x = numpy.array(numbers, dtype=float)
    run = lambda row: f([Value(float(n)) for n in row])
    values = [Value(float(n)) for n in x]
    f(values).backward()
    slopes = [(run(x + step).data - run(x - step).data) / (2 * h) for step in numpy.eye(len(x)) * h]
    return numpy.abs(numpy.array([v.grad for v in values]) - slopes).max()
"""


def gap(*changes, source=GAPS):
    return edited(source, "largest_gap", *changes)


SLOPE = "(f([Value(n) for n in up]).data - f([Value(n) for n in down]).data) / (2 * h)"


HERE = "f([Value(n) for n in numbers]).data"


UP, DOWN = "f([Value(n) for n in up]).data", "f([Value(n) for n in down]).data"


RIGHT = [
    gap(),
    gap(source=GAP),
    gap(source=GAP_PUT_BACK),
    gap(source=GAP_HELPERS),
    gap(source=GAP_FRESH_EACH),
    gap(source=GAP_NUMPY),
    gap(("/ (2 * h)", "/ h / 2")),
    gap(("/ (2 * h)", "* (0.5 / h)")),
    gap(("values[i].grad - slope", "slope - values[i].grad")),
    gap(("return max(gaps)", "return sorted(gaps)[-1]")),
    gap(("return max(gaps)", "return max(gaps, default=0.0)")),
    gap(("list(numbers), list(numbers)", "numbers[:], numbers[:]")),
    gap(("up[i] += h", "up[i] = up[i] + h"), ("down[i] -= h", "down[i] = numbers[i] - h")),
    gap(
        (
            "gaps.append(abs(values[i].grad - slope))",
            "gaps += [((values[i].grad - slope) ** 2) ** 0.5]",
        )
    ),
    gap(("from microgpt import Value", "from microgpt.value import Value")),
    gap(
        ("h=0.0001", "h=1e-4"),
        ("for i in range(len(numbers)):", "for i, value in enumerate(values):"),
    ),
    gap(
        (
            "return max(gaps)",
            "worst = gaps[0]\n    for g in gaps:\n        if g > worst:\n            worst = g\n    return worst",
        )
    ),
]


WRONG = [
    (gap(("max(gaps)", "sum(gaps)")), "you added the gaps up; the largest"),
    (gap(("max(gaps)", "sum(gaps) / len(gaps)")), "the mean of the gaps"),
    (gap(("max(gaps)", "min(gaps)")), "the smallest gap"),
    (gap(("max(gaps)", "gaps[0]")), "only the first number is checked"),
    (gap(("max(gaps)", "gaps[-1]")), "only the last number is checked"),
    (gap(("    return max", "        return max")), "only the first number is checked"),
    (gap(("max(gaps)", "gaps")), "these are all gaps"),
    (gap(("max(gaps)", "gaps.index(max(gaps))")), "the place of the largest gap"),
    (gap(("max(gaps)", "max(gaps) < 1e-6")), "this says whether they agree"),
    (gap(("max(gaps)", "max(gaps) > 1e-4")), "this says whether they agree"),
    (gap(("max(gaps)", "max(gaps) ** 2")), "you squared the gap"),
    (
        gap(("abs(values[i].grad - slope)", "(values[i].grad - slope) ** 2")),
        "you squared the gap",
    ),
    (gap(("abs(values[i].grad - slope)", "values[i].grad - slope")), "a gap is a distance"),
    (gap(("abs(values[i].grad - slope)", "slope - values[i].grad")), "a gap is a distance"),
    (
        gap(
            ("abs(values[i].grad - slope)", "values[i].grad - slope"),
            ("max(gaps)", "abs(max(gaps))"),
        ),
        "a gap is a distance",
    ),
    (
        gap(
            ("abs(values[i].grad - slope)", "values[i].grad - slope"),
            ("max(gaps)", "max(gaps, key=abs)"),
        ),
        "the largest gap with its sign",
    ),
    (
        gap(
            ("abs(values[i].grad - slope)", "values[i].grad - slope"),
            ("max(gaps)", "abs(sum(gaps))"),
        ),
        "with their signs",
    ),
    (gap(("abs(values[i].grad - slope)", "abs(values[i].grad + slope)")), "one sign is turned"),
    (gap((SLOPE, f"({DOWN} - {UP}) / (2 * h)")), "one sign is turned"),
    (gap((SLOPE, f"({UP} - {HERE}) / h")), "you nudged to one side only, which is rougher"),
    (gap((SLOPE, f"({HERE} - {DOWN}) / h")), "you nudged to one side only, which is rougher"),
    (gap((SLOPE, f"({UP} - {HERE}) / (2 * h)")), "one side only, and divided by 2 * h"),
    (gap(("/ (2 * h)", "/ h")), "you divided by h"),
    (gap((" / (2 * h)", "")), "the difference is not divided"),
    (gap(("/ (2 * h)", "/ 2 * h")), "put brackets around 2 * h"),
    (gap(("/ (2 * h)", "/ 2")), "not by 2 alone"),
    (gap(("/ (2 * h)", "* (2 * h)")), "you multiplied by 2 * h"),
    (gap((SLOPE, f"{UP} - {DOWN} / (2 * h)")), "put brackets around the difference"),
    (
        gap(
            ("up[i] += h", "up = [n + h for n in up]"),
            ("down[i] -= h", "down = [n - h for n in down]"),
        ),
        "all numbers are nudged at once",
    ),
    (gap(("up[i]", "up[0]"), ("down[i]", "down[0]")), "only the first number is ever nudged"),
    (gap(("h=0.0001):", "h=0.0001):\n    h = 0.0001")), "nudge by the h that comes in"),
    (
        gap(
            ("h=0.0001", "h=0.0001, e=1e-5"),
            ("+= h", "+= e"),
            ("-= h", "-= e"),
            ("2 * h", "2 * e"),
        ),
        "nudge by the h that comes in",
    ),
    (
        gap(("+= h", "+= h / 2"), ("-= h", "-= h / 2"), ("(2 * h)", "h")),
        "half of h to each side",
    ),
    (
        gap(
            ("    f(values).backward()\n", ""),
            (
                "    for i in range(len(numbers)):\n",
                "    for i in range(len(numbers)):\n        f(values).backward()\n",
            ),
        ),
        "the gradients pile up",
    ),
    (gap(("    f(values).backward()\n", "    f(values)\n")), "no gradient was left"),
    (gap(("    f(values).backward()\n", "")), "no gradient was left"),
    (gap(("abs(values[i].grad - slope)", "abs(slope)")), "no gradient was left"),
    (
        gap(("abs(values[i].grad - slope)", "abs(values[i].grad)")),
        "that is the largest gradient",
    ),
    (
        gap(("abs(values[i].grad - slope)", "abs(abs(values[i].grad) - abs(slope))")),
        "each side loses its sign first",
    ),
    (
        gap(("abs(values[i].grad - slope)", "abs(values[i].grad - slope) / max(1, abs(slope))")),
        "by the size of the slope",
    ),
    (
        gap(
            ("f([Value(n) for n in up]).data", "f(up)"),
            ("f([Value(n) for n in down]).data", "f(down)"),
        ),
        "f takes Values",
    ),
    (gap(("values = [Value(n) for n in numbers]", "values = numbers")), "f takes Values"),
    (gap(("f(values).backward()", "f(*values).backward()")), "f takes one list"),
    (
        gap(("f(values).backward()", "for v in values:\n        f(v).backward()")),
        "f takes one list",
    ),
    (gap((".data - f", " - f"), ("down]).data", "down])")), "take its data"),
    (gap(("values[i].grad", "values[i]")), "take its data"),
    (gap(("list(numbers), list(numbers)", "numbers, numbers")), "up and down are one list"),
    (gap(("        value.data = before\n", ""), source=GAP_PUT_BACK), "not put back"),
    (gap(("max(gaps)", "round(max(gaps), 2)")), None),
    (gap(("max(gaps)", "0.0 if max(gaps) < 0.3 else max(gaps)")), None),
    (gap(("max(gaps)", "max(gaps[:2])")), None),
    (
        made(ENGINE + GAPS.replace("from microgpt import Value\n", ""), "largest_gap"),
        "take the Value of the package",
    ),
    (gap(("    return max(gaps)", "    print(max(gaps))")), None),
    (gap(("f, numbers, h=0.0001", "numbers, f, h=0.0001")), None),
    (gap(("h=0.0001", "h")), None),
    (
        gap(("    return max(gaps)", "    numbers[0] += h\n    return max(gaps)")),
        "numbers has changed",
    ),
]
