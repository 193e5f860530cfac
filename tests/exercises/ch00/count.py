"""ex-00-1: answer"""

from decimal import Decimal
from fractions import Fraction

import numpy

RIGHT = [
    5,
    5.0,
    len("emma") + 1,
    len(["start", *"emma", "end"]) - 1,
    Fraction(5),
    Decimal(5),
    numpy.int64(5),
    numpy.float32(5),
    numpy.array(5),
    int("5"),
    sum(1 for _ in "emma.") + 0,
    10 / 2,
    True + 4,
    max([1, 2, 5]),
    numpy.uint8(5),
]


WRONG = [
    (4, "the end of the name has to be predicted too"),
    (6, "nothing predicts the first one"),
    (3, "from letter to letter"),
    (1, "in one piece"),
    (0, "the model does predict"),
    (27, "how many choices"),
    (26, "how many choices"),
    (135, "every choice of every prediction"),
    (12, "that is not it"),
    (5.5, "that is not it"),
    (-5, "that is not it"),
    (50, "that is not it"),
    (float("nan"), "answer is nan"),
    (float("inf"), "answer is inf"),
    (10**400, "a huge number"),
    ("5", "without quotes"),
    ("five", "without quotes"),
    ("emma", "without quotes"),
    ("", "without quotes"),
    ([5], "without brackets"),
    ((5,), "the tuple (5,)"),
    ({5}, "the set {5}"),
    ({"emma": 5}, "the dictionary"),
    (["e", "m", "m", "a", "[end]"], "the answer is a number"),
    (True, "answer is True"),
    (5j, "answer is a complex"),
    (b"5", "answer is a bytes"),
    (lambda: 5, "call the function"),
    (len, "call the function"),
    (int, "a class"),
    (range(5), "the list [0, 1, 2, 3, 4]"),
    (object(), "answer is an object"),
]
