"""ex-12-2: values_made(n)"""

from functools import cache, partial

import numpy

from microgpt.program import load

from ..edits import edited, made

NAME = "values_made"
SOURCE = """
def values_made(n):
    def matrix(rows, columns):
        return rows * (2 * columns + 1)

    def softmax(k):
        return 6 * k + 1

    total = 0
    for position in range(n):
        t = position + 1
        score = 4 + 5 + 2
        head = score * t + softmax(t) + 4 * (2 * t + 1)
        attention = 4 * matrix(16, 16) + 4 * head
        mlp = matrix(64, 16) + 64 + matrix(16, 64)
        gpt = 16 + 3 * 54 + attention + 16 + mlp + 16 + matrix(27, 16)
        total += gpt + softmax(27) + 3
    return total + (n + 1) + 2
"""


def written(formula):
    return made(f"def values_made(n):\n    return {formula}", NAME)


def by_calls(n):
    calls = sum(7473 + 100 * t for t in range(1, n + 1))
    return calls + n * (163 + 3) + n + 3


def first_and_more(n):
    total, call = 0, 7573
    for _ in range(n):
        total += call + 166
        call += 100
    return total + n + 3


def recursive(n):
    if n == 0:
        return 3
    return values_recursive(n) + recursive(n - 1)


def values_recursive(n):
    return 7640 + 100 * n


def with_numpy(n):
    t = numpy.arange(1, n + 1)
    return int((7473 + 100 * t + 166).sum()) + n + 3


def line_by_line(n):
    linear = {
        shape: shape[0] * (2 * shape[1] + 1) for shape in [(16, 16), (64, 16), (16, 64), (27, 16)]
    }
    rmsnorm = 16 + 17 + 2 + 2 + 1 + 16
    values = 0
    for pos_id in range(n):
        values += 16 + rmsnorm
        values += rmsnorm + 3 * linear[16, 16]
        for _ in range(4):
            for _ in range(pos_id + 1):
                values += 4 + 5 + 2
            values += 6 * (pos_id + 1) + 1
            for _ in range(4):
                values += (pos_id + 1) + (pos_id + 2)
        values += linear[16, 16] + 16
        values += rmsnorm + linear[64, 16] + 64 + linear[16, 64] + 16
        values += linear[27, 16] + 163 + 1 + 2
    return values + n + 1 + 2


@cache
def counted():
    """The program, with its count."""
    return load()


def ran(n):
    """Runs the lines themselves."""
    program = counted()
    before = program.made
    keys, values, losses = [[]], [[]], []
    for pos_id in range(n):
        probs = program.softmax(program.gpt(0, pos_id, keys, values))
        losses.append(-probs[1].log())
    (1 / n) * sum(losses)
    return program.made - before


class Made:
    def __call__(self, n):
        return by_calls(n)


RIGHT = [
    made(SOURCE, NAME),
    by_calls,
    first_and_more,
    recursive,
    with_numpy,
    line_by_line,
    Made(),
    partial(by_calls),
    cache(by_calls),
    written("7640 * n + 50 * n * (n + 1) + 3"),
    written("50 * n**2 + 7690 * n + 3"),
    written("n * (50 * n + 7690) + 3"),
    written("float(7640 * n + 50 * n * (n + 1) + 3)"),
    written("sum(7573 + 100 * p + 167 for p in range(n)) + 3"),
    written("7740 * n + 100 * (n * (n - 1) // 2) + 3"),
    written("3 + n * 7640 + 100 * sum(range(n + 1))"),
]


def changed(*changes):
    return edited(SOURCE, NAME, *changes)


SCORE, PLUS = "score = 4 + 5 + 2", "(2 * columns + 1)"
GPT, END = (
    "gpt = 16 + 3 * 54 + attention + 16 + mlp + 16 + matrix(27, 16)",
    "return total + (n + 1) + 2",
)
ADD = "total += gpt + softmax(27) + 3"
HEADS, MLP = "4 * matrix(16, 16) + 4 * head", "matrix(64, 16) + 64 + matrix(16, 64)"
BLEND = "4 * (2 * t + 1)"

kept = []


def keeps(n):
    kept.append(1)
    return by_calls(n) + len(kept) - 1


WRONG = [
    (changed(("t = position + 1", "t = 1")), "as much as the first"),
    (written("n * (7573 + 166) + n + 3"), "as much as the first"),
    (changed(("t = position + 1", "t = n")), "looks at all n tokens"),
    (changed(("t = position + 1", "t = position")), "it looks at itself too, so p + 1"),
    (changed(("t = position + 1", "t = position + 2")), "p + 2 tokens here"),
    (
        changed(
            (PLUS, "(2 * columns)"),
            ("6 * k + 1", "6 * k"),
            (SCORE, "score = 4 + 4 + 2"),
            (BLEND, "4 * 2 * t"),
            ("54", "53"),
            ("(n + 1) + 2", "n + 2"),
        ),
        "a sum of k Values is counted as k;",
    ),
    (
        changed(
            (PLUS, "(2 * columns - 1)"),
            ("6 * k + 1", "6 * k - 1"),
            (SCORE, "score = 4 + 3 + 2"),
            (BLEND, "4 * (2 * t - 1)"),
            ("54", "52"),
            ("(n + 1) + 2", "(n - 1) + 2"),
        ),
        "counted as k - 1",
    ),
    (
        changed(
            ("6 * k + 1", "5 * k + 1"),
            (SCORE, "score = 4 + 5 + 1"),
            ("54", "52"),
            ("+ 3\n", "+ 2\n"),
            (END, "return total + (n + 1) + 1"),
        ),
        "the plain numbers are left out",
    ),
    (changed(("gpt = 16 + 3", "gpt = 3")), "16 additions are missing"),
    (changed(("3 * 54", "2 * 54")), "not twice"),
    (changed(("3 * 54", "54")), "not once"),
    (changed(("3 * 54", "4 * 54")), "not four times"),
    (changed((" + 3 * 54", "")), "rmsnorm is missing"),
    (changed((HEADS, "4 * matrix(16, 16) + head")), "there are four heads; one"),
    (changed((HEADS, "4 * matrix(16, 16)")), "the heads are missing"),
    (changed((HEADS, "3 * matrix(16, 16) + 4 * head")), "three are counted"),
    (changed((HEADS, "4 * (4 * matrix(16, 16) + head)")), "matrices of its own"),
    (changed((HEADS, "4 * head")), "64 rows of 16 numbers"),
    (changed((" + attention", "")), "attention is missing"),
    (changed(("+ mlp + 16", "+ mlp")), "16 additions are missing"),
    (changed(("attention + 16 + mlp + 16", "attention + mlp")), "residual connections are missing"),
    (changed((" + 64 + ", " + ")), "relu is missing"),
    (changed((" + 64 + ", " + 16 + ")), "relu is counted 16 times"),
    (changed((MLP, "64 + matrix(16, 64)")), "64 rows of 16 numbers"),
    (changed((MLP, "matrix(64, 16) + 64")), "mlp_fc2 is missing"),
    (changed((" + mlp", "")), "the MLP is missing"),
    (changed((" + matrix(27, 16)", "")), "lm_head is missing"),
    (changed((ADD, "total += gpt + 3")), "the softmax of the 27 logits"),
    (changed((ADD, "total += gpt + softmax(27) + 2")), "with the log that is three"),
    (changed((ADD, "total += gpt + softmax(27) + 1")), "minus before the log is missing"),
    (changed((ADD, "total += gpt + softmax(27)")), "the minus and the log are missing"),
    (changed((ADD, "total += gpt")), "softmax, minus and log of each guess are missing: that is"),
    (changed((ADD, "total += gpt"), (END, "return total")), "and the mean."),
    (changed((END, "return total")), "the line that computes loss is missing"),
    (changed((END, "return total + n + 2")), "makes n + 1 Values"),
    (changed((END, "return total + (n + 1)")), "the product with (1 / n)"),
    (changed((END, "return total + 2")), "the sum of the losses is missing"),
    (
        changed((END, "return total"), ("softmax(27) + 3", "softmax(27) + 3 + (n + 1) + 2")),
        "counted for each guess",
    ),
    (changed((END, "return total + (n + 1) + 2 + 4192")), "the parameters are counted"),
    (
        changed(("range(n)", "range(n + 1)"), (END, "return total + (n + 2) + 2")),
        "one token too many",
    ),
    (changed(("range(n)", "range(n - 1)"), (END, "return total + n + 2")), "one token too few"),
    (changed((SCORE, "score = 4 + 5")), "two Values for each score"),
    (changed((SCORE, "score = 4 + 5 + 1")), "makes two Values; one is counted"),
    (written("7473 + 100 * n"), "that is one call of gpt"),
    (written("7473 + 100 * n + 166"), "that is one call of gpt"),
    (changed((ADD, "return gpt + softmax(27) + 3")), "return after the loop"),
    (written("7573"), "that is the first token alone"),
    (written("39703"), "always the count of emma"),
    (written("7640 * n + 50 * n * (n + 1) + 3 - 52 * n"), "those that nobody uses"),
    (written("2 * (7640 * n + 50 * n * (n + 1) + 3)"), "2 times what it should be"),
    (written("7640 * n + 50 * n * (n + 1) + 4"), None),
    (written("str(7640 * n + 50 * n * (n + 1) + 3)"), "that is a text"),
    (written("[7640 * n + 50 * n * (n + 1) + 3]"), "without a list"),
    (written("7640 * n + 50 * n * n + 3"), None),
    (written("n"), "that is n, as it came in"),
    (changed((END, "print(total + (n + 1) + 2)")), "it prints, and hands nothing back"),
    (changed((END, "total + (n + 1) + 2")), "no return in it has a value"),
    (changed(("for position in range(n)", "position = 0\n    while n")), "did not come back"),
    (keeps, None),
    (lambda: 39703, "does not start"),
    (39703, "not a function"),
]
