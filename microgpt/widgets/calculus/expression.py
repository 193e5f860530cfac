"""Expressions in x, written as Python writes them: read without running them, with their value and exact slope.

The twin of `engine/expression.js`: the same texts are accepted, the same mistakes named, the same numbers computed.
"""

import math
import re

LONGEST, DEEPEST = 80, 20
CONSTANTS = {"pi": math.pi, "e": math.e}
FUNCTIONS = ("sin", "cos", "exp", "log", "sqrt", "relu", "tanh", "abs")
DASHES = r"\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"  # each is a minus
SPACES = r"[ \t\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]*"
DIGITS = "[0-9](?:_?[0-9])*"  # Python reads 1_000 as 1000
TOKEN = re.compile(
    rf"{SPACES}(?:(?P<number>(?:{DIGITS}\.?(?:{DIGITS})?|\.{DIGITS})(?:[eE][+{DASHES}]?[0-9]+)?)"
    rf"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign>\*\*|[+*/(),{DASHES}])|(?P<end>$)|(?P<other>.))",
    re.DOTALL,
)
CHARACTERS = {
    "^": "In Python, a power is written **, as in x**2.",
    "²": "In Python, a power is written **, as in x**2.",
    "³": "In Python, a power is written **, as in x**3.",
    "×": "In Python, times is written *.",
    "·": "In Python, times is written *.",
    "÷": "In Python, division is written /.",
    "=": "Only what f(x) is equal to belongs here, without the = sign.",
    "[": "Only round parentheses group: ( and ).",
    "]": "Only round parentheses group: ( and ).",
}
NAMES = {
    "ln": "The natural logarithm is called log, as in Python.",
    "tan": "Write tan(x) as sin(x)/cos(x).",
    "max": "There is no max here: relu(x) is max(x, 0).",
    "min": "There is no min here: -relu(-x) is min(x, 0).",
    "y": "The only variable is x.",
}


class ExpressionError(ValueError):
    """A text that is no expression; `position` is the index of the character where it goes wrong."""

    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Undefined(ValueError):
    """An expression that has no value at some x; the text is the reason."""


def tokenize(text):
    """[(kind, text, position)], the end included."""
    tokens, at = [], 0
    while not tokens or tokens[-1][0] != "end":
        match = TOKEN.match(text, at)
        kind, at = match.lastgroup, match.end()
        word, start = match[kind], match.start(kind)
        if kind == "other":
            raise ExpressionError(strange(word), start)
        tokens.append((kind, re.sub(f"[{DASHES}]", "-", word), start))
    return tokens


def strange(character):
    """What to say of a character that means nothing."""
    if not character.isprintable():
        return f"A sign that cannot be seen stands here (U+{ord(character):04X}): delete it."
    return CHARACTERS.get(character, f"“{character}” has no meaning here.")


def parse(text):
    """The tree of an expression: ("number", 2.0), ("x",), ("+", tree, tree), ("sin", tree).

    Raises ExpressionError, which says what is wrong and where.
    """
    if len(text) > LONGEST:
        raise ExpressionError(f"At most {LONGEST} characters fit; these are {len(text)}.", LONGEST)
    tokens = tokenize(text)
    if len(tokens) == 1:
        raise ExpressionError("Type an expression with x, such as x**2 + 1.", 0)
    return Parser(tokens).whole()


class Parser:
    """Reads tokens from left to right; each method takes one kind of part and gives its tree."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.place = 0  # of the next token
        self.depth = 0  # open parentheses around it

    def whole(self):
        tree = self.total()
        kind, word, _ = self.tokens[self.place]
        if kind != "end":
            raise self.missing() if word == ")" else self.no_sign()
        return tree

    def take(self, *signs):
        """The next token if it is one of the signs, which is then behind us; else None."""
        kind, word, _ = self.tokens[self.place]
        if kind != "sign" or word not in signs:
            return None
        self.place += 1
        return word

    def total(self):
        left = self.product()
        while sign := self.take("+", "-"):
            left = (sign, left, self.product())
        return left

    def product(self):
        left = self.signed()
        while sign := self.take("*", "/"):
            left = (sign, left, self.signed())
        return left

    def signed(self):
        sign = self.take("+", "-")
        if sign == "-":
            return ("neg", self.signed())
        return self.signed() if sign else self.power()

    def power(self):
        base = self.atom()
        return ("**", base, self.signed()) if self.take("**") else base

    def atom(self):
        kind, word, at = self.tokens[self.place]
        if kind == "number":
            if math.isinf(float(word)):
                raise ExpressionError("This number is too large.", at)
            self.place += 1
            return ("number", float(word))
        if kind == "name":
            self.place += 1
            return self.named(word, at)
        if word != "(":
            raise self.missing()
        return self.group()

    def named(self, word, at):
        if word == "x":
            return ("x",)
        if word in CONSTANTS:
            return ("number", CONSTANTS[word])
        if word not in FUNCTIONS:
            raise ExpressionError(unknown(word), at)
        if self.tokens[self.place][1] != "(":
            raise ExpressionError(f"{word} needs parentheses: {word}(x).", at)
        return (word, self.group())

    def group(self):
        opening = self.tokens[self.place][2]
        self.take("(")
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionError(f"At most {DEEPEST} parentheses fit inside each other.", opening)
        inner = self.total()
        if not self.take(")"):
            if self.tokens[self.place][0] == "end":
                raise ExpressionError("This parenthesis is never closed.", opening)
            raise self.no_sign()
        self.depth -= 1
        return inner

    def missing(self):
        """What to say where a number, a name or a parenthesis should stand, and does not."""
        _, before, earlier = self.tokens[self.place - 1] if self.place else ("", "", 0)
        kind, word, at = self.tokens[self.place]
        if word == ",":
            return self.comma()
        if kind == "end":
            return ExpressionError(f"Something is missing after {before}.", earlier)
        if word == ")" and not self.depth:
            return ExpressionError("This parenthesis closes nothing: no ( stands before it.", at)
        if before in ("", "("):
            return ExpressionError(f"Something is missing before {word}.", at)
        return ExpressionError(f"Something is missing between {before} and {word}.", at)

    def no_sign(self):
        """What to say where a sign should stand, and does not."""
        (_, before, _), (_, word, at) = self.tokens[self.place - 1 : self.place + 1]
        if word == ",":
            return self.comma()
        how = "put * before this parenthesis" if word == "(" else f"write {before}*{word}"
        return ExpressionError(f"A sign is missing. To multiply, {how}.", at)

    def comma(self):
        """What to say of a comma."""
        around = [kind for kind, _, _ in self.tokens[max(self.place - 1, 0) : self.place + 2]]
        point = around == ["number", "sign", "number"]
        says = "A decimal point is written as a dot: 0.5."
        says = says if point else "A comma has no meaning here: a function takes one value."
        return ExpressionError(says, self.tokens[self.place][2])


def unknown(word):
    """What to say of a name that means nothing."""
    small = word.lower()
    if word in NAMES:
        return NAMES[word]
    if small == "x" or small in CONSTANTS or small in FUNCTIONS:
        return f"Write it in small letters: {small}."
    if re.fullmatch("x[0-9]+", word):
        return f"To multiply, write x*{word[1:]}; for a power, x**{word[1:]}."
    return f"“{word}” is not known here. There are x, pi, e, {', '.join(FUNCTIONS[:-1])} and {FUNCTIONS[-1]}."


def has_x(tree):
    return tree[0] == "x" or any(isinstance(part, tuple) and has_x(part) for part in tree)


def evaluate(tree, x, side=0):
    """(value, slope) at x by the exact rules; the slope is NaN where there is none.

    At a kink the slope is the one towards `side`: -1 left, 1 right; 0 takes 0 for relu and abs, as `Value.relu` does.
    Raises Undefined where there is no value.
    """
    op, *parts = tree
    if op == "number":
        return parts[0], 0.0
    if op == "x":
        return float(x), 1.0
    (a, da), (b, db) = [evaluate(part, x, side) for part in parts] + [(0.0, 0.0)] * (2 - len(parts))
    try:
        value = value_of(op, a, b)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise Undefined("the result is too large for a computer's numbers")
    try:
        fixed = [not has_x(part) for part in parts]
        return value, slope_of(op, a, da, b, db, value, side, fixed)
    except (OverflowError, ZeroDivisionError):
        return value, math.nan


def value_of(op, a, b):
    if op == "log" and a <= 0:
        raise Undefined("only positive numbers have a logarithm")
    if op == "sqrt" and a < 0:
        raise Undefined("a negative number has no square root")
    if (op == "/" and b == 0) or (op == "**" and a == 0 and b < 0):
        raise Undefined("nothing can be divided by 0")
    if op == "**" and a < 0 and b != int(b):
        raise Undefined("a negative number has whole powers only")
    return {
        "+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "**": lambda: a**b,
        "neg": lambda: -a, "relu": lambda: max(0.0, a), "abs": lambda: abs(a),
    }.get(op, lambda: getattr(math, op)(a))()  # fmt: skip


def slope_of(op, a, da, b, db, value, side, fixed):
    """The rules of differentiation, one line each; `fixed`: for each part whether it has no x in it."""
    towards = side * da  # where the input of the kink goes
    match op:
        case "+":
            return da + db
        case "-":
            return da - db
        case "*":
            return da * b + a * db
        case "/":
            return (da - value * db) / b
        case "**" if fixed[1]:
            return b * a ** (b - 1) * da if b else 0.0
        case "**" if a == 0 and fixed[0]:
            return 0.0 if b > 0 else math.nan
        case "**":
            return value * (db * math.log(a) + b * da / a) if a > 0 else math.nan
        case "neg":
            return -da
        case "sin":
            return math.cos(a) * da
        case "cos":
            return -math.sin(a) * da
        case "exp":
            return value * da
        case "log":
            return da / a
        case "sqrt":
            return da / (2 * value)
        case "tanh":
            return (1 - value**2) * da
        case "relu":
            return da if a > 0 or (a == 0 and towards > 0) else 0.0 if a < 0 else 0 * da
        case "abs":
            return (
                da if a > 0 or (a == 0 and towards > 0) else -da if a < 0 or towards < 0 else 0 * da
            )
