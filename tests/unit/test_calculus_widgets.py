"""Derivative explorer and gears.

Expressions are read alike in Python and JavaScript, slopes are exact, wrong values are refused.
"""

import doctest
import math
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from js_cases import write
from traitlets import TraitError

from microgpt import Value
from microgpt.widgets import DerivativeExplorer, Gears, calculus
from microgpt.widgets.calculus.expression import (
    FUNCTIONS,
    ExpressionError,
    Undefined,
    evaluate,
    parse,
)

VALID = """
x | 3 | .5 | 2. | 1e-3 | 2.5E+2*x | pi | e | e**x | pi*x | -x | +x | --x | -+-x | x**2 | -x**2
(-x)**2 | x**-1 | 2**x | 2**-x | x**3 - 2*x | 2**3**2 | (2**3)**2 | x*-2 | x/2/3 | x/(2/3)
x - 1 - 2 | x-(1-2) | 3*x**2 - 4*x + 5 | 1/x | 1/(1 + x**2) | x**x | x**0 | 0*x | x**0.5
(x + 4)**0.5 | x**(1/3) | x**2.0 | 1/x**2 | sin(x) | cos(x) | exp(x) | log(x) | sqrt(x)
relu(x) | tanh(x) | abs(x) | sin (x) | exp(-x**2) | log(x**2 + 1) | sqrt(abs(x)) | relu(2*x - 3)
relu(-x) | abs(x - 1) | abs(x)**2 | sin(cos(x)) | exp(exp(x)) | exp(exp(exp(x)))
relu(x) + x**2 | x*sin(1/x) | tanh(3*x)*x | 1/(1 + exp(-x)) | log(exp(x)) | relu(sin(x))
abs(relu(x)) | ((((x)))) | x**-2 + 2**-x | sqrt(x)*sqrt(x) | sqrt(x**2) | x**(x**2)
(x - 1)/(x + 1) | 1e300*x*x | x\t+ 1 | 10**10**x | relu(x**2) | abs(sqrt(x)) | -(-x)
sin(pi*x)/x | 1e-300**x | ((x + 2)*(x - 2))**2 | x/0 | 1/(x - x)
−x | x − 1 | 2*x**−2 | 1e−3*x | x – 0.5 | 2–−x | x\uff0d1 | x +\u00a01
\ufeffx\u202f* 2 | 1_000*x | 1_0.2_5*x | 0**x | 0**(x + 1) | (x - x)**x | 0.0**x*x
"""
INVALID = [
    "", "   ", "2x", "x2", "x^2", "x²", "x 2", "(x", "x)", "((x)", "x + ", "+", "*x", "x*/2",
    "x***2", "()", "sin", "sin x", "sin()", "sinx", "foo(x)", "y", "X", "Sin(x)", "PI", "ln(x)",
    "2(x)", "(x)(x)", "x(2)", "x,y", "3,5", "f(x) = x", "x == 2", "x // 2", "x % 2", "1e999", "2e",
    "1.2.3", "x.real", "__import__('os')", "eval(x)", "x if x else 1", "[x]", "x\n+1", "é", "🙂",
    "x + 🙂", "constructor", "toString(x)", "x" * 81, "(" * 21 + "x" + ")" * 21, "−", "x − ",
    "2×x", "x−−", "1e−", "x*(−)",
    "\uff12*x", "٣", "tan(x)", "x!", '"x"', "x;", "exp(x))", "(x))(", "(*)", "(2 3)",
    "max(x,0)", "max(x, 0)", "min(0, x)", "sin(x, 2)", ",x", "x,", "0,5*x", "(2,5)", "f(x,y)", "1__0", "1_*x", "_1",
    "x\u200e+1", "x\u00ad", "x \x00", "\u2028x",
]  # fmt: skip
PLACES = [-4, -2.5, -1, -0.1, 0, 0.1, 0.5, 1, 1.5, 2, 3, 4]


def corpus():
    return [text.strip() for line in VALID.strip().splitlines() for text in line.split(" | ")]


def number(value):
    return value if math.isfinite(value) else None


def point(text, x):
    try:
        slopes = [evaluate(parse(text), x, side) for side in (0, -1, 1)]
    except Undefined as reason:
        return {"x": x, "reason": str(reason)}
    return {"x": x, "value": slopes[0][0], "slopes": [number(slope) for _, slope in slopes]}


def texts(r, depth=4):
    """A random expression, as Python writes it."""
    if depth == 0 or r.random() < 0.2:
        return r.choice(["x", "x", "x", "1", "2", "0.5", "pi", "3"])
    a, b = texts(r, depth - 1), texts(r, depth - 1)
    return r.choice(
        [
            f"{a} + {b}",
            f"{a}-{b}",
            f"({a})*({b})",
            f"({a})/({b})",
            f"({a})**2",
            f"-({a})",
            f"{r.choice(FUNCTIONS)}({a})",
            f"({a})**({b})",
        ]
    )


def test_javascript_reads_and_computes_what_python_does():
    r = random.Random(2)
    random_texts = [
        text for text in (texts(r, r.randrange(1, 4)) for _ in range(150)) if len(text) <= 80
    ]
    cases = [
        {"text": text, "points": [point(text, x) for x in PLACES]}
        for text in corpus() + random_texts
    ]
    for text in INVALID:
        with pytest.raises(ExpressionError) as error:
            parse(text)
        cases.append(
            {
                "text": text,
                "error": str(error.value),
                "position": len(text[: error.value.position].encode("utf-16-le")) // 2,
            }
        )
    write("expression", cases)


def test_numbers_of_the_gears():
    r = random.Random(3)
    cases = []
    for _ in range(40):
        x, first, second = (r.choice([-5, 0, 5, 0.5, r.uniform(-5, 5)]) for _ in range(3))
        nudge = r.choice([-1, 0, 0.1, r.uniform(-1, 1)])
        widget = Gears(x=x, first=first, second=second, nudge=nudge)
        change = [nudge, first * nudge, widget.rate() * nudge]
        cases.append(
            {
                "state": widget.public_state(),
                "rate": widget.rate(),
                "before": [x, first * x, widget.rate() * x],
                "change": change,
            }
        )
    write("gears", cases)


# ---- expressions in Python ----


NOT_PYTHON = re.compile(r"relu|\t|sin \(|[^\x00-\x7f]")


@pytest.mark.parametrize("text", [text for text in corpus() if not NOT_PYTHON.search(text)])
def test_values_are_those_of_python_itself(text):
    """Python's own eval, in a test: an independent reading of the same text."""
    names = {
        name: getattr(math, name)
        for name in ("sin", "cos", "exp", "log", "sqrt", "tanh", "pi", "e")
    } | {"abs": abs}
    for x in PLACES:
        try:
            value = eval(text, names | {"x": float(x)})
        except (ValueError, ZeroDivisionError, OverflowError):
            value = None
        ours = point(text, x).get("value")
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            assert ours is None, (text, x)
        else:
            assert ours == pytest.approx(value, rel=1e-12), (text, x)


def test_zero_to_a_power_with_x_in_it_is_level():
    assert evaluate(parse("0**x"), 1.5) == (0.0, 0.0)
    assert math.isnan(evaluate(parse("0**x"), 0)[1])  # 1 there, and 0 on the right


@pytest.mark.parametrize(
    "text, says",
    [
        ("max(x,0)", "relu(x)"),
        ("min(x, 0)", "-relu(-x)"),
        ("3,5*x", "A decimal point is written as a dot: 0.5."),
        ("sin(x, 2)", "A comma has no meaning here: a function takes one value."),
        ("f(x) = x**2", "without the = sign"),
        ("x\u200e", "U+200E"),
        ("1__0*x", "A sign is missing"),
    ],
)
def test_mistakes_are_named(text, says):
    with pytest.raises(ExpressionError, match=re.escape(says)):
        parse(text)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(st.randoms(use_true_random=False), st.floats(-4, 4))
def test_slopes_are_what_nudging_finds(r, x):
    text = texts(r, 3)
    if len(text) > 80:
        return
    tree, h = parse(text), 1e-5
    try:
        (value, slope), *around = [evaluate(tree, x + d * h) for d in (0, -2, -1, 1, 2)]
    except Undefined:
        return
    if (
        not all(math.isfinite(s) and abs(s) < 100 for _, s in [(0, slope), *around])
        or max(abs(s - slope) for _, s in around) > 1e-2
        or abs(value) > 1e3
    ):
        return  # a kink or a cliff close by
    measured = (around[2][0] - around[1][0]) / (2 * h)
    assert measured == pytest.approx(slope, rel=1e-2, abs=1e-2)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.text(alphabet="x2.e()+-*/ sin^=é,", max_size=90))
def test_any_text_is_read_or_refused_with_a_place(text):
    try:
        parse(text)
    except ExpressionError as error:
        assert 0 <= error.position <= len(text) and str(error)


def test_slopes_are_those_of_the_engine():
    """Value computes the same slopes, the one at the kink of relu included."""
    for x in (-1.5, 0.0, 0.5, 2.0):
        for text, f in (
            ("x**3 - 2*x", lambda v: v**3 - v * 2),
            ("exp(-x)", lambda v: (-v).exp()),
            ("relu(2*x)", lambda v: (v * 2).relu()),
            ("relu(x)", lambda v: v.relu()),
        ):
            value = Value(x)
            f(value).backward()
            assert evaluate(parse(text), x)[1] == pytest.approx(value.grad, abs=1e-12)


# ---- the widgets in Python ----


def test_examples_in_docstrings():
    assert doctest.testmod(calculus).failed == 0


@pytest.mark.parametrize(
    "traits, says, slope",
    [
        (
            {"f": "relu(x)", "x": 0},
            "relu(x) at x = 0: f is 0, the slope 0 (a kink: 0 on the left, 1 on the right); "
            "with h = 0.5 the secant's slope is 1.",
            0,
        ),
        (
            {"f": "log(x)", "x": -1},
            "log(x) at x = -1 has no value: only positive numbers have a logarithm.",
            None,
        ),
        (
            {"f": "sqrt(x)", "x": 0},
            "f is 0, and there is no slope; with h = 0.5 the secant's slope is 1.41421.",
            None,
        ),
        (
            {"f": "log(-x)", "x": -1, "h": 1},
            "f is 0, the slope -1; there is no value at x + h.",
            -1,
        ),
        (
            {"f": "-x**2", "x": 0},
            "f is 0, the slope 0; with h = 0.5 the secant's slope is -0.5.",
            0,
        ),
    ],
)
def test_the_explorer_in_words(traits, says, slope):
    widget = DerivativeExplorer(**traits)
    assert says in repr(widget) and widget.slope() == slope
    assert "-0 " not in repr(widget) and "-0;" not in repr(widget)


def test_the_gears_in_words():
    assert repr(Gears(first=0)).endswith("y by 0: a rate of 0 lets nothing through.")
    assert (
        repr(Gears(first=-3))
        == "x moves by 0.5, u by -1.5, y by -3: y moves -3 x 2 = -6 times as far as x, backwards."
    )


@pytest.mark.parametrize(
    "make, says",
    [
        (
            lambda: DerivativeExplorer(f="x^2"),
            r"f cannot be read at character 2: In Python, a power is written \*\*",
        ),
        (
            lambda: DerivativeExplorer(f="2x"),
            r"character 2: A sign is missing. To multiply, write 2\*x",
        ),
        (lambda: DerivativeExplorer(f=""), "character 1: Type an expression"),
        (lambda: DerivativeExplorer(f="x" * 81), "f must be a text of at most 80 characters"),
        (lambda: DerivativeExplorer(f=3), "f must be a text"),
        (lambda: DerivativeExplorer(x=5), "x must be a number from -4 to 4"),
        (lambda: DerivativeExplorer(h=0), "h must be a number from 0.0001 to 2"),
        (lambda: Gears(first=6), "first must be a number from -5 to 5"),
        (lambda: Gears(nudge=float("nan")), "nudge must be a number from -1 to 1"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()
