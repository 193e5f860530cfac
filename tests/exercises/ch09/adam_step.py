"""ex-09-3: adam_step(params, grads, m, v, step, lr)"""

from functools import partial
from math import hypot, sqrt

import numpy

from microgpt import Value
from microgpt.optim import Adam

from ..edits import edited

LOOP = """
from math import sqrt

def adam_step(params, grads, m, v, step, lr):
    new_params, new_m, new_v = [], [], []
    for i in range(len(params)):
        p, g = params[i], grads[i]
        m_i = 0.85 * m[i] + (1 - 0.85) * g
        v_i = 0.99 * v[i] + (1 - 0.99) * g ** 2
        m_hat = m_i / (1 - 0.85 ** step)
        v_hat = v_i / (1 - 0.99 ** step)
        new_params.append(p - lr * m_hat / (sqrt(v_hat) + 1e-8))
        new_m.append(m_i)
        new_v.append(v_i)
    return new_params, new_m, new_v
"""
BETA1, BETA2, EPS = 0.85, 0.99, 1e-8


def adam_step(params, grads, m, v, step, lr):
    m = [BETA1 * old + (1 - BETA1) * g for old, g in zip(m, grads)]
    v = [BETA2 * old + (1 - BETA2) * g * g for old, g in zip(v, grads)]
    m_hat = [x / (1 - BETA1**step) for x in m]
    v_hat = [x / (1 - BETA2**step) for x in v]
    params = [p - lr * a / (b**0.5 + EPS) for p, a, b in zip(params, m_hat, v_hat)]
    return params, m, v


def on_copies(params, grads, m, v, step, lr):
    params, m, v = params[:], m[:], v[:]
    for i, g in enumerate(grads):
        m[i] += 0.15 * (g - m[i])
        v[i] += 0.01 * (g * g - v[i])
        params[i] -= lr * (m[i] / (1 - 0.85**step)) / (sqrt(v[i] / (1 - 0.99**step)) + 1e-8)
    return [params, m, v]


def array(params, grads, m, v, step, lr):
    p, g, m, v = map(numpy.array, (params, grads, m, v))
    m = 0.85 * m + 0.15 * g
    v = 0.99 * v + 0.01 * g**2
    p = p - lr * (m / (1 - 0.85**step)) / (numpy.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return p, m, v


def one_array(*given):
    return numpy.array(array(*given))


def array_listed(*given):
    return one_array(*given).tolist()


def of_the_package(params, grads, m, v, step, lr):
    values = [Value(p) for p in params]
    for value, g in zip(values, grads):
        value.grad = g
    adam = Adam(values)
    adam.m[:], adam.v[:], adam.t = type(adam.m)("d", m), type(adam.v)("d", v), step - 1
    adam.step(lr)
    return [value.data for value in values], adam.m, adam.v


def one(p, g, m, v, step, lr):
    m = 0.85 * m + 0.15 * g
    v = 0.99 * v + 0.01 * g * g
    return p - lr * m / (1 - 0.85**step) / ((v / (1 - 0.99**step)) ** 0.5 + 1e-8), m, v


def one_by_one(params, grads, m, v, step, lr):
    moved = [one(p, g, a, b, step, lr) for p, g, a, b in zip(params, grads, m, v)]
    return [[each[k] for each in moved] for k in range(3)]


def transposed(params, grads, m, v, step, lr):
    return tuple(zip(*(one(*each, step, lr) for each in zip(params, grads, m, v))))


def corrected_rate(params, grads, m, v, step, lr):
    """Both corrections in the learning rate; eps is multiplied too."""
    root = sqrt(1 - BETA2**step)
    lr = lr * root / (1 - BETA1**step)
    m = [BETA1 * old + (1 - BETA1) * g for old, g in zip(m, grads)]
    v = [BETA2 * old + (1 - BETA2) * g * g for old, g in zip(v, grads)]
    return [p - lr * a / (sqrt(b) + EPS * root) for p, a, b in zip(params, m, v)], m, v


def values(params, grads, m, v, step, lr):
    moved = one_by_one(params, grads, m, v, step, lr)
    return [[Value(number) for number in numbers] for numbers in moved]


def while_loop(params, grads, m, v, step, lr):
    out, i = ([], [], []), 0
    while i < len(grads):
        for numbers, number in zip(out, one(params[i], grads[i], m[i], v[i], step, lr)):
            numbers.append(number)
        i += 1
    return out


def recursive(params, grads, m, v, step, lr):
    if not params:
        return [], [], []
    first = one(params[0], grads[0], m[0], v[0], step, lr)
    rest = recursive(params[1:], grads[1:], m[1:], v[1:], step, lr)
    return [[number] + numbers for number, numbers in zip(first, rest)]


def root_by_power(params, grads, m, v, step, lr):
    new = [], [], []
    for p, g, a, b in zip(params, grads, m, v, strict=True):
        a, b = a * 0.85 + g * 0.15, b * 0.99 + pow(g, 2) * 0.01
        a_hat, b_hat = a / (1 - pow(0.85, step)), b / (1 - pow(0.99, step))
        for numbers, number in zip(new, (p - a_hat * lr / (pow(b_hat, 0.5) + 1e-8), a, b)):
            numbers.append(number)
    return new


def powers_by_product(params, grads, m, v, step, lr):
    left1 = left2 = 1.0
    for _ in range(step):
        left1 *= 0.85
        left2 *= 0.99
    new_m = [0.85 * a + 0.15 * g for a, g in zip(m, grads)]
    new_v = [0.99 * b + 0.01 * g * g for b, g in zip(v, grads)]
    moves = [a / (1 - left1) / (hypot(sqrt(b / (1 - left2))) + 1e-8) for a, b in zip(new_m, new_v)]
    return [p - lr * move for p, move in zip(params, moves)], new_m, new_v


class AdamStep:
    def __call__(self, params, grads, m, v, step, lr):
        return adam_step(params, grads, m, v, step, lr)


RIGHT = [
    adam_step,
    on_copies,
    array,
    one_array,
    array_listed,
    of_the_package,
    one_by_one,
    transposed,
    corrected_rate,
    values,
    while_loop,
    recursive,
    root_by_power,
    powers_by_product,
    AdamStep(),
    partial(adam_step),
    edited(LOOP, "adam_step"),
]

# Wrong


def changed(*lines):
    """The loop with some of its parts replaced: old, new, old, new ..."""
    return edited(LOOP, "adam_step", *zip(lines[::2], lines[1::2], strict=True))


def then(change):
    return lambda *given: change(*adam_step(*given))


def in_place(params, grads, m, v, step, lr):
    for i, numbers in enumerate(zip(params, grads, m, v)):
        params[i], m[i], v[i] = one(*numbers, step, lr)
    return params, m, v


def averages_in_place(params, grads, m, v, step, lr):
    new = []
    for i, numbers in enumerate(zip(params, grads, m, v)):
        p, m[i], v[i] = one(*numbers, step, lr)
        new.append(p)
    return new, m, v


def in_place_alone(*given):
    in_place(*given)


def prints(params, grads, m, v, step, lr):
    print(adam_step(params, grads, m, v, step, lr))


def endless(params, grads, m, v, step, lr):
    while step:
        step += 1
    return params, m, v


times = []


def own_count(params, grads, m, v, step, lr):
    """It counts the steps for itself."""
    times.append(step)
    return adam_step(params, grads, m, v, len(times), lr)


M = "0.85 * m[i] + (1 - 0.85) * g"
V = "0.99 * v[i] + (1 - 0.99) * g ** 2"
M_HAT = "m_i / (1 - 0.85 ** step)"
V_HAT = "v_i / (1 - 0.99 ** step)"
RATIO = "m_hat / (sqrt(v_hat) + 1e-8)"
MOVE = "p - lr * m_hat / (sqrt(v_hat) + 1e-8)"
END = "return new_params, new_m, new_v"

WRONG = [
    (changed(M_HAT, "m_i", V_HAT, "v_i"), "the averages are not corrected"),
    (changed(M_HAT, "m_i"), "m is not corrected"),
    (changed(V_HAT, "v_i"), "v is not corrected"),
    (changed("** step)", "** (step - 1))"), "the corrections use step - 1"),
    (changed("** step)", "** (step + 1))"), "the corrections use step + 1"),
    (changed("0.99 ** step)", "0.99 ** (step + 1))"), "the corrections use step + 1"),
    (changed(" ** step", ""), "corrected as in the first step"),
    (changed("** step)", "* step)"), "beta is multiplied by step"),
    (changed("(1 - 0.85 ** step)", "0.85 ** step", "(1 - 0.99 ** step)", "0.99 ** step"), "1 less"),
    (changed("(1 - 0.85 ** step)", "(1 - 0.85) ** step"), None),
    (changed("m_i / (", "m_i * (", "v_i / (", "v_i * ("), "where the corrections divide"),
    (changed("0.99 ** step", "0.85 ** step"), "both corrections have the same beta"),
    (
        changed("0.99 ** step", "X", "0.85 ** step", "0.99 ** step", "X", "0.85 ** step"),
        "the betas are exchanged in the corrections",
    ),
    (
        changed("m_i = ", "m[i] = m_i = ", "new_m.append(m_i)", "new_m.append(m_hat)"),
        "the corrected m is returned",
    ),
    (
        changed("append(m_i)", "append(m_hat)", "append(v_i)", "append(v_hat)"),
        "the corrected averages are returned",
    ),
    (changed("append(v_i)", "append(v_hat)"), "the corrected v is returned"),
    (changed(END, "return new_params, m, v"), "m and v are returned as they came in"),
    (changed("append(m_i)", "append(m[i])"), "m is returned as it came in"),
    (changed("append(v_i)", "append(v[i])"), "v is returned as it came in"),
    (
        changed(M_HAT, "m[i] / (1 - 0.85 ** step)", V_HAT, "v[i] / (1 - 0.99 ** step)"),
        "by the averages of the step before",
    ),
    (changed(M_HAT, "m[i] / (1 - 0.85 ** step)"), "m as it came in"),
    (changed(V_HAT, "v[i] / (1 - 0.99 ** step)"), "v as it came in"),
    (changed("0.85", "X", "0.99", "0.85", "X", "0.99"), "the betas are exchanged: m"),
    (changed("0.85", "0.9", "0.99", "0.999"), "the usual betas elsewhere"),
    (changed("0.99", "0.999"), "the usual betas elsewhere"),
    (changed("0.99", "0.85"), "both averages have beta1"),
    (changed("0.85", "0.99"), "both averages have beta2"),
    (
        changed(M, "0.15 * m[i] + 0.85 * g", V, "0.01 * v[i] + 0.99 * g ** 2"),
        "the weights of old and new are exchanged",
    ),
    (changed("(1 - 0.85) * ", ""), "its full weight; multiply it by 1 - beta"),
    (changed("(1 - 0.85) * ", "", "(1 - 0.99) * ", ""), "its full weight; multiply it by 1"),
    (changed("0.85 * m[i]", "m[i]", "0.99 * v[i]", "v[i]"), "its full weight; multiply it by beta"),
    (changed(M, "m[i] + g", V, "v[i] + g ** 2"), "old and new are added up"),
    (changed("0.85 * m[i] +", "", "0.99 * v[i] +", ""), "the old averages are not used"),
    (changed("m[i] +", "m[i] -"), "taken away from the average"),
    (changed("* g ** 2", "* g"), "square"),
    (changed("* g ** 2", "* abs(g)"), "the size of the gradient"),
    (changed(V, f"({V.removesuffix(' ** 2')}) ** 2"), "v is the square of an average"),
    (changed("* g ** 2", "* m_i ** 2"), "the square is that of m"),
    (changed("* g ** 2", "* g * 2"), "the gradient is doubled"),
    (changed("(1 - 0.99) * g ** 2", "((1 - 0.99) * g) ** 2"), "1 - beta2 is squared"),
    (changed("sqrt(v_hat)", "v_hat"), "the root is missing"),
    (changed("(sqrt(v_hat) + 1e-8)", "sqrt(v_hat + 1e-8)"), "eps stands inside the root"),
    (changed("(sqrt(v_hat) + 1e-8)", "sqrt(v_hat)"), "eps is missing"),
    (changed(RATIO, "(m_hat / sqrt(v_hat) if v_hat else 0)"), "eps counts where v is 0"),
    (changed("(sqrt(v_hat) + 1e-8)", "sqrt(v_hat) + 1e-8"), "eps is added behind the division"),
    (changed("1e-8", "1e-6"), "eps has another size"),
    (changed("1e-8", "1e8"), "eps has another size"),
    (changed("p - lr", "p + lr"), "you went uphill"),
    (changed("p - lr * ", "p - "), "you forgot the learning rate"),
    (changed("p - lr * ", "p - lr * lr * "), "the learning rate twice"),
    (changed("p - lr * m_hat", "p - m_hat / lr"), "you divided by the learning rate"),
    (changed("p - lr * ", "p - 0.01 * "), "always 0.01 here"),
    (changed("p - lr * m_hat", "p - lr * g"), "m is not used"),
    (changed(RATIO, "m_hat"), "v is not used"),
    (changed(RATIO, "g"), "neither m nor v is used"),
    (changed(RATIO, "(1 if m_hat > 0 else -1 if m_hat < 0 else 0)"), "only the sign is used"),
    (changed(RATIO, "m_hat * (sqrt(v_hat) + 1e-8)"), "you multiplied by the root of v"),
    (changed(RATIO, "v_hat / (sqrt(abs(m_hat)) + 1e-8)"), "m and v are exchanged"),
    (changed(RATIO, "m_hat / (v_hat ** 2 + 1e-8)"), "v is squared below the line"),
    (changed(MOVE, f"{MOVE} - lr * 0.01 * p"), "weight decay"),
    (changed("m[i]", "m[0]", "v[i]", "v[0]"), "the m and v of the first"),
    (changed("grads[i]", "grads[0]"), "all parameters have the first gradient"),
    (changed("grads[i]", "sum(grads) / len(grads)"), "the mean of the gradients"),
    (changed("grads[i]", "grads[-1 - i]"), "in reverse order"),
    (changed(f"    {END}", f"        {END}"), "return after the loop, not inside it"),
    (changed(END, "return new_params"), "the new parameters alone"),
    (changed(END, "return new_m, new_v"), "the new averages alone"),
    (changed(END, "return new_params, new_m"), "v is missing"),
    (changed(END, "return new_params, new_v, new_m"), "the order is params, m, v"),
    (changed(END, "return new_m, new_v, new_params"), "the order is params, m, v"),
    (changed(END, "return list(zip(new_params, new_m, new_v))"), "a list for each parameter"),
    (changed(END, "return new_params + new_m + new_v"), "the three lists have become one"),
    (changed(END, "return new_params, new_m, new_v, step + 1"), "something else came along"),
    (changed(MOVE, "lr * " + RATIO), "how far each parameter moves"),
    (changed(MOVE, "p"), "the parameters came back as they were"),
    (changed(END, "return zip(new_params, new_m, new_v)"), "a list for each parameter"),
    (changed(END, "return (x for x in (new_params, new_m, new_v))"), "collect them with list"),
    (changed(END, "return {'params': new_params, 'm': new_m, 'v': new_v}"), "is a list"),
    (changed(MOVE, f"round({MOVE}, 4)"), None),
    (changed("m_hat = " + M_HAT, "m_hat = m_i / (1 - beta1 ** step)"), "NameError"),
    (then(lambda *lists: str(lists)), "the answer is a list"),
    (then(lambda *lists: None), None),
    (in_place, "changed its input params"),
    (averages_in_place, "changed its input m"),
    (in_place_alone, "no return in it has a value"),
    (own_count, None),
    (prints, "it prints, and hands nothing back"),
    (endless, "did not come back"),
    (
        lambda params, grads, v, m, step, lr: adam_step(params, grads, m, v, step, lr),
        "in the order",
    ),
    (lambda params, grads, m, v: adam_step(params, grads, m, v, 1, 0.01), "does not start"),
    ([[0.99], [0.3], [0.04]], "not a function"),
]
