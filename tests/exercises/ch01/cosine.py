"""ex-01-2: cosine(a, b)"""

import math
import operator
from decimal import Decimal

import numpy

from .parts import dot, norm


def cosine(a, b):
    return dot(a, b) / norm(a) / norm(b)


def cosine_loop(a, b):
    top = left = right = 0
    for x, y in zip(a, b):
        top += x * y
        left += x**2
        right += y**2
    return top / (left * right) ** 0.5


def cosine_unit_vectors(a, b):
    a, b = [x / norm(a) for x in a], [y / norm(b) for y in b]
    return dot(a, b)


def cosine_numpy(a, b):
    a, b = numpy.array(a, dtype=float), numpy.array(b, dtype=float)
    return a @ b / numpy.linalg.norm(a) / numpy.linalg.norm(b)


def cosine_32_bits(a, b):
    a, b = numpy.array(a, dtype=numpy.float32), numpy.array(b, dtype=numpy.float32)
    return a @ b / (numpy.linalg.norm(a) * numpy.linalg.norm(b))


def cosine_law(a, b):
    gap = sum((x - y) ** 2 for x, y in zip(a, b))
    return (dot(a, a) + dot(b, b) - gap) / (2 * norm(a) * norm(b))


def cosine_of_the_angle(a, b):
    return math.cos(math.acos(max(-1, min(1, cosine(a, b)))))


def cosine_decimal(a, b):
    a, b = [Decimal(x) for x in a], [Decimal(y) for y in b]
    return dot(a, b) / (dot(a, a).sqrt() * dot(b, b).sqrt())


def cosine_complex(a, b):
    return dot(a, b) / abs(complex(norm(a), 0)) / abs(complex(0, norm(b)))


def cosine_steps(a, b):
    values = []
    for pair in [(a, b), (a, a), (b, b)]:
        total = 0
        for x, y in zip(*pair):
            total += x * y
        values.append(total)
    ab, aa, bb = values
    return ab / aa**0.5 / bb**0.5


def cosine_changes(a, b):
    length = norm(a)
    for i in range(len(a)):
        a[i] /= length
    return dot(a, b) / norm(b)


def cosine_power(a, b):
    return dot(a, b) / dot(a, a) ** 1 / 2 / dot(b, b) ** 1 / 2


def cosine_power_of_a_half(a, b):
    return dot(a, b) / (dot(a, a) * dot(b, b)) ** (1 // 2)


RIGHT = [
    cosine,
    cosine_loop,
    cosine_unit_vectors,
    cosine_numpy,
    cosine_32_bits,
    cosine_law,
    cosine_of_the_angle,
    cosine_decimal,
    cosine_complex,
    cosine_steps,
    lambda a, b: dot(a, b) / (norm(a) * norm(b)),
    lambda a, b: dot(a, b) / math.hypot(*a) / math.dist(b, [0] * len(b)),
    lambda a, b: max(-1, min(1, dot(b, a) / math.sqrt(dot(a, a) * dot(b, b)))),
    lambda a, b: dot(a, b) * (dot(a, a) * dot(b, b)) ** -0.5,
    lambda a, b: sum(x / norm(a) * y / norm(b) for x, y in zip(a, b)),
    lambda a, b: math.fsum(map(operator.mul, a, b)) / math.hypot(*a) / math.hypot(*b),
    lambda a, b: math.exp(-math.log(norm(a)) - math.log(norm(b))) * dot(a, b),
    lambda a, b: round(dot(a, b) / norm(a) / norm(b), 12),
]


WRONG = [
    (dot, "that is the dot product"),
    (lambda a, b: dot(a, b) / (dot(a, a) * dot(b, b)), "square roots are missing"),
    (lambda a, b: dot(a, b) / dot(a, a) / dot(b, b), "square roots are missing"),
    (lambda a, b: dot(a, b) / (norm(a) * dot(b, b)), "one square root is missing"),
    (lambda a, b: dot(a, b) / (norm(a) + norm(b)), "sum of the lengths"),
    (lambda a, b: dot(a, b) / len(b), "how many numbers there are"),
    (lambda a, b: dot(a, b) / (len(a) * len(b)), "how many numbers there are"),
    (lambda a, b: dot(a, b) / norm(a), "length of a alone"),
    (lambda a, b: dot(a, b) / norm(b), "length of b alone"),
    (lambda a, b: dot(a, b) / dot(a, a), "length of a twice"),
    (lambda a, b: dot(a, b) / norm(b) ** 2, "length of b twice"),
    (lambda a, b: dot(a, b) / norm(a) * norm(b), "from left to right"),
    (lambda a, b: dot(a, b) * norm(a) * norm(b), "multiplied by the lengths"),
    (lambda a, b: dot(a, b) / (sum(a) * sum(b)), "you added up the numbers"),
    (
        lambda a, b: dot(a, b) / (sum(map(abs, a)) * sum(map(abs, b))),
        "you added up the numbers",
    ),
    (lambda a, b: dot(a, b) / (max(a) * max(b)), "the largest number"),
    (lambda a, b: (dot(a, b) / (dot(a, a) * dot(b, b))) ** 0.5, None),
    (lambda a, b: math.sqrt(dot(a, b)) / norm(a) / norm(b), "root stands around everything"),
    (lambda a, b: norm(a) * norm(b), "product of the lengths"),
    (lambda a, b: norm(a), "the length of a"),
    (lambda a, b: norm(a) * norm(b) / dot(a, b), "upside down"),
    (lambda a, b: math.acos(max(-1, min(1, cosine_loop(a, b)))), "that is the angle"),
    (lambda a, b: math.degrees(math.acos(max(-1, min(1, cosine(a, b))))), "that is the angle"),
    (lambda a, b: math.sqrt(max(0, 1 - cosine(a, b) ** 2)), "the sine"),
    (lambda a, b: 1 - cosine_loop(a, b), "that is a distance"),
    (lambda a, b: cosine(a, b) ** 2, "the square of the cosine"),
    (lambda a, b: math.fabs(cosine_loop(a, b)), "the sign is lost"),
    (lambda a, b: max(0, cosine(a, b)), "has become 0"),
    (lambda a, b: [x * y / norm(a) / norm(b) for x, y in zip(a, b)], "not added up"),
    (lambda a, b: dot(a, a) / norm(a) / norm(b), "a with itself"),
    (lambda a, b: math.cos(dot(a, b)), None),
    (lambda a, b: math.cos(cosine(a, b)), None),
    (lambda a, b: math.dist(a, b), "from tip to tip"),
    (lambda a, b: (cosine(a, b) + 1) / 2, None),
    (lambda a, b: cosine(a, b) * 100, "100 times"),
    (lambda a, b: -cosine(a, b), "the sign is turned round"),
    (lambda a, b: round(cosine_loop(a, b), 2), "rounded to 2 digits"),
    (lambda a, b: round(cosine_loop(a, b), 7), "rounded to 7 digits"),
    (lambda a, b: int(cosine(a, b)), "digits after the point are lost"),
    (lambda a, b: dot(a, b) // (norm(a) * norm(b)), None),
    (lambda a, b: numpy.float16(cosine(a, b)), "float16"),
    (lambda a, b: cosine(a, b) + 1e-7, "is near 0.8, but not equal"),
    (lambda a, b: str(cosine(a, b)), "without quotes"),
    (lambda a, b: f"{cosine(a, b):.2f}", "without quotes"),
    (lambda a, b: [cosine(a, b)], "without a list around it"),
    (lambda a, b: print(cosine(a, b)), "print shows a value"),
    (lambda a, b: cosine(a, b) > 0.99, "the answer is a number"),
    (lambda a, b: 1.0, "it gives 1 whatever comes in"),
    (lambda a, b: math.sqrt(dot(a, a) - dot(b, b)), "take no negative ones"),
    (cosine_power, None),
    (cosine_power_of_a_half, "that is the dot product"),
    (cosine_changes, "changed its input a"),
    (lambda a: dot(a, a), "does not start"),
]
