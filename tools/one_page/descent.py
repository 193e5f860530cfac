"""Chapters 03 to 05: the step, the neuron, the way back."""

from microgpt.value import Value

from .card import Card, code, minus, together
from .draw import arrow, box, dot, end, line, middle, scale, steps, text


def descent():
    inputs, target, rate, w, b = 3, 10, 0.02, 0.0, 0.0
    path = []
    for _ in range(4):
        miss = w * inputs + b - target
        path.append((w, miss**2))
        w, b = w - rate * 2 * miss * inputs, b - rate * 2 * miss
    # All steps go the same way, in which b grows by a third of w: along it the loss is this bowl.
    x, y = scale(0, 6, 10, 172), scale(0, 112, 94, 6)

    def loss(w):
        return (w * inputs + w / inputs - target) ** 2

    balls, losses = [], [f"{high:.1f}".removesuffix(".0") for _, high in path]
    for (w0, high), (w1, low) in zip(path, path[1:]):
        balls.append(arrow((x(w0), y(high)), (x(w1), y(low)), "line grad", 6))
    for i, (w0, high) in enumerate(path):
        balls.append(dot(x(w0), y(high), "ink", 3))
        aside, down = [(7, 1), (7, 1), (6, -3), (9, -1)][i]
        balls.append(text(x(w0) + aside, y(high) + down, losses[i], "bold"))
    return Card(
        chapter=3,
        title="Step downhill",
        section="One step down",
        alt=f"A bowl, and a ball that steps down into it: the loss is {', '.join(losses)}.",
        parts=(
            line([(x(a), y(loss(a))) for a in steps(0, 6, 40)], "line loss"),
            line([(4, 96), (176, 96)], "line thin"),
            *balls,
            end(150, 16, "height: the loss", "small quiet"),
        ),
        sentences=(
            "Read the loss as a height, feel the slope for each parameter, and move each against "
            "its own slope.",
            f"With the learning rate {rate}, three steps bring this loss from {losses[0]} to "
            f"{losses[1]}, {losses[2]} and {losses[3]}.",
        ),
    )


def neuron():
    weight, bias, last = 2, -3, 4
    edge = -bias / weight

    def before(x):
        return weight * x + bias

    x, y = scale(-1, 4, 14, 150), scale(-3.4, 5.4, 98, 4)
    return Card(
        chapter=4,
        title="A line with a bend",
        section="Where it switches on",
        alt=f"The line {weight}x − {-bias}, cut off below zero: it is flat up to {edge:g}, and "
        f"rises after it to {before(last)} at {last}.",
        parts=(
            line([(x(-1), y(0)), (x(4.6), y(0))], "line thin"),
            line([(x(0), y(-3.2)), (x(0), y(5.2))], "line thin"),
            line([(x(-0.1), y(before(-0.1))), (x(edge), y(0))], "line dashed"),
            line([(x(-1), y(0)), (x(edge), y(0)), (x(last), y(before(last)))], "line data heavy"),
            dot(x(edge), y(0), "ink", 3),
            text(x(edge) + 3, y(0) + 12, f"on from {edge:g}", "bold"),
            end(x(edge) - 6, y(0) - 5, "off", "quiet small"),
            end(x(2.7), y(before(2.9)), f"{weight} · x − {-bias}"),
            dot(x(last), y(before(last)), "data"),
            text(x(last) + 6, y(before(last)) + 4, before(last)),
        ),
        sentences=(
            "A neuron multiplies its inputs by weights, adds a bias, and shows zero for all that is "
            f"negative: this one switches on at {edge:g}.",
            "Lines stacked on lines stay a line, but bends stacked in layers make hills and folds.",
        ),
    )


def backward():
    a, b = Value(2.0), Value(3.0)
    product = a * b
    total = product + a
    total.backward()
    to_product, to_sum = 1.0, 1.0
    parts = [
        arrow((46, 25), (131, 25)),
        arrow((46, 26), (74, 56)),
        arrow((46, 76), (71, 66)),
        arrow((122, 60), (135, 41)),
        middle(90, 20, minus(to_sum), "small"),
        text(64, 41, minus(b.data), "small"),
        middle(58, 84, minus(a.data), "small"),
        text(132, 55, minus(to_product), "small"),
    ]
    nodes = [
        (2, 12, "a", a),
        (2, 64, "b", b),
        (72, 50, "a · b", product),
        (134, 12, "+ a", total),
    ]
    for x, y, name, value in nodes:
        parts += [
            box(x, y, 44 if x != 72 else 50, 28, "box"),
            middle(x + (22 if x != 72 else 25), y + 11.5, f"{name} = {minus(value.data)}"),
            middle(x + 22, y + 23.5, f"◂ {minus(value.grad)}", "grad bold"),
        ]
    parts += [
        end(180, 84, "◂ gradient", "grad small"),
        end(180, 96, "on arrows: local gradients", "small quiet"),
    ]
    return Card(
        chapter=5,
        title="Blame walks back",
        section="One number, two ways",
        alt=f"The graph of a times b plus a at {a.data:g} and {b.data:g}: the result is "
        f"{total.data:g}, the gradient of a is {a.grad:g} and that of b is {b.grad:g}.",
        parts=tuple(parts),
        sentences=(
            "Each result remembers what it was made from, so blame can walk back: multiply the slopes "
            "along a way, and add where ways meet.",
            f"Here {code('a')} has the gradient "
            + together(f"{b.data:g} · {to_product:g} + {to_sum:g} = {a.grad:g}")
            + f", and {code('b')} has "
            + together(f"{a.data:g} · {to_product:g} = {b.grad:g}")
            + ".",
        ),
    )


CARDS = [descent, neuron, backward]
