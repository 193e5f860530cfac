"""Chapter 03: rolling downhill."""

from .exercise import Case, Function, Mistake

NEW_W = "the slope of b was computed with the new w; work out both slopes first, then move both."


def slopes(w, b, x, target):
    miss = w * x + b - target
    return 2 * miss * x, 2 * miss


def step(w, b, x, target, lr, share_w=1, share_b=1):
    """One step; each slope is taken `share` times."""
    slope_w, slope_b = slopes(w, b, x, target)
    return [w - lr * share_w * slope_w, b - lr * share_b * slope_b]


def w_first(w, b, x, target, lr):
    new_w = step(w, b, x, target, lr)[0]
    return [new_w, step(new_w, b, x, target, lr)[1]]


def b_first(w, b, x, target, lr):
    new_b = step(w, b, x, target, lr)[1]
    return [step(w, new_b, x, target, lr)[0], new_b]


def uphill(w, b, x, target, lr):
    return step(w, b, x, target, -lr)


def squared(miss):
    return miss**2 < 0.01


def walk(w, b, x, target, lr, move=step, enough=squared):
    """The number of steps until it is enough, and where that is; it stops on its own after 10,000."""
    for steps in range(10_000):
        if enough(w * x + b - target):
            break
        w, b = move(w, b, x, target, lr)
    return steps, [w, b]


def count(*place, **how):
    return walk(*place, **how)[0]


def converging(rates, x, target):
    return [rate for rate in rates if rate < 1 / (x * x + 1)]


def one_after_another(rates, x, target):
    """Whether each rate converges when it starts from where the one before it ended."""
    good, miss = [], -target
    for rate in rates:
        for _ in range(1000):
            miss *= 1 - 2 * rate * (x * x + 1)
        if miss * miss < 0.01:
            good.append(rate)
    return max(good) if good else None


def overflow(rates, x, target):
    """What happens to whoever squares the miss of a rate that is too large."""
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        squared(w * x + b - target)
    return max(converging(rates, x, target))


EXERCISES = [
    Function(
        "ex-03-1",
        "step(w, b, x, target, lr)",
        start="work out the miss, w * x + b - target; from it come both slopes, and each parameter moves against its own.",
        cases=[
            Case("from zero, upward", (0.0, 0.0, 3.0, 10.0, 0.02), [1.2, 0.4]),
            Case("the next step", (1.2, 0.4, 3.0, 10.0, 0.02), [1.92, 0.64]),
            Case("from above, downward", (2.0, 1.0, 2.0, 1.0, 0.05), [1.2, 0.6]),
            Case("at the bottom nothing moves", (3.0, 1.0, 3.0, 10.0, 0.02), [3.0, 1.0]),
        ],
        mistakes=[
            Mistake("you went uphill; the slope is taken away, not added.", uphill),
            Mistake(
                "you forgot the learning rate; multiply each slope by lr.",
                lambda w, b, x, target, lr: step(w, b, x, target, 1),
            ),
            Mistake(
                "you took the learning rate twice; multiply each slope by lr once.",
                lambda w, b, x, target, lr: step(w, b, x, target, lr * lr),
            ),
            Mistake(NEW_W, w_first),
            Mistake(
                "the slope of w was computed with the new b; work out both slopes first.", b_first
            ),
            Mistake(
                "that is the new w alone; return both, w and b.", lambda *place: step(*place)[0]
            ),
            Mistake(
                "that is the new b alone; return both, w and b.", lambda *place: step(*place)[1]
            ),
            Mistake(
                "the factor 2 is missing from the slopes; the slope of a square is 2 times what is squared.",
                lambda *place: step(*place, 0.5, 0.5),
            ),
            Mistake(
                "the slope of w is missing its x; a nudge of w reaches the prediction x times as large.",
                lambda w, b, x, target, lr: step(w, b, x, target, lr, 1 / x, 1),
            ),
            Mistake(
                "the slope of b has no x in it; a nudge of b reaches the prediction as it is.",
                lambda w, b, x, target, lr: step(w, b, x, target, lr, 1, x),
            ),
            Mistake("b stayed as it was; both parameters move.", lambda *place: step(*place, 1, 0)),
            Mistake("w stayed as it was; both parameters move.", lambda *place: step(*place, 0, 1)),
            Mistake("w comes first, b comes second.", lambda *place: step(*place)[::-1]),
            Mistake(
                "these are the two slopes; take lr times each of them away from its parameter.",
                lambda w, b, x, target, lr: list(slopes(w, b, x, target)),
            ),
            Mistake(
                "this is how far each of them moves; return where they are then.",
                lambda w, b, x, target, lr: [
                    new - old for new, old in zip(step(w, b, x, target, lr), (w, b))
                ],
            ),
        ],
    ),
    Function(
        "ex-03-2",
        "descend(w, b, x, target, lr)",
        start="as long as the loss is 0.01 or more, take a step and add 1 to a count.",
        cases=[
            Case("the line of this chapter", (0.0, 0.0, 3.0, 10.0, 0.02), 10),
            Case("half the learning rate", (0.0, 0.0, 3.0, 10.0, 0.01), 21),
            Case("it steps across the bottom each time", (0.0, 0.0, 3.0, 10.0, 0.09), 21),
            Case("from above", (2.0, 1.0, 2.0, 1.0, 0.05), 6),
            Case("already low enough", (3.0, 1.0, 3.0, 10.0, 0.02), 0),
        ],
        mistakes=[
            Mistake(
                "that is one too many; the count starts at 0, and a step adds 1.",
                lambda *place: count(*place) + 1,
            ),
            Mistake(
                "it stops one step early; look at the loss once more after that step.",
                lambda *place: max(0, count(*place) - 1),
            ),
            Mistake(
                "a negative miss is not a low loss; square it, and compare the square.",
                lambda *place: count(*place, enough=lambda miss: miss < 0.01),
            ),
            Mistake(
                "no step was taken; the comparison is the wrong way round: go on while the loss is 0.01 or more.",
                when=lambda result, w, b, x, target, lr: (
                    result == 0 and not squared(w * x + b - target)
                ),
            ),
            Mistake(
                "that is one step alone; return after the loop, not inside it.",
                when=lambda result, *place: result == 1 and count(*place) > 1,
            ),
            Mistake(
                "you compared the miss; the loss is its square, so square it first.",
                lambda *place: count(*place, enough=lambda miss: abs(miss) < 0.01),
            ),
            Mistake(
                "it stops too early; the loss should get under 0.01, not 0.1.",
                lambda *place: count(*place, enough=lambda miss: miss**2 < 0.1),
            ),
            Mistake(NEW_W, lambda *place: count(*place, move=w_first)),
            Mistake(
                "each step goes uphill, until the numbers are too large; take the slope away.",
                lambda *place: count(*place, move=uphill),
            ),
            Mistake(
                "this is where it ended; the exercise asks how many steps it took.",
                lambda *place: walk(*place)[1],
            ),
            Mistake(
                "that is the loss at the start; count the steps.",
                lambda w, b, x, target, lr: (w * x + b - target) ** 2,
            ),
            Mistake(
                "that is the loss at the end; count the steps.",
                when=lambda result, *place: 0 < result < 0.01,
            ),
        ],
    ),
    Function(
        "ex-03-3",
        "largest(rates, x, target)",
        start="try each rate from w = 0 and b = 0: after at most 1,000 steps, is the loss under 0.01?",
        cases=[
            Case("the line of this chapter", ([0.01, 0.02, 0.05, 0.09, 0.11], 3.0, 10.0), 0.09),
            Case(
                "two rates that are far too large", ([0.5, 0.04, 0.08, 1.0, 0.06], 3.0, 10.0), 0.08
            ),
            Case("a smaller x allows larger steps", ([0.3, 0.45, 0.1, 0.6, 0.2], 1.0, -4.0), 0.45),
            Case("only one of them", ([0.3, 0.15, 0.25], 2.0, 7.0), 0.15),
        ],
        mistakes=[
            Mistake(
                "each rate starts where the one before it ended; set w and b back to 0 for each.",
                one_after_another,
            ),
            Mistake(
                "that is the largest of all, taken without trying it: with it the loss grows.",
                lambda rates, x, target: max(rates),
            ),
            Mistake(
                "that is the last of the list; try each of them.",
                lambda rates, x, target: rates[-1],
            ),
            Mistake(
                "that is the smallest of them; a larger one converges too.",
                lambda rates, x, target: min(rates),
            ),
            Mistake(
                "that is the first that converges; go on, and keep the largest.",
                lambda rates, x, target: converging(rates, x, target)[0],
            ),
            Mistake(
                "that is the last that converges; keep it only if it is larger than the one you have.",
                lambda rates, x, target: converging(rates, x, target)[-1],
            ),
            Mistake(
                "that is the fastest; the exercise asks for the largest, and that is not the same.",
                lambda rates, x, target: min(
                    converging(rates, x, target), key=lambda lr: count(0, 0, x, target, lr)
                ),
            ),
            Mistake(
                "with a rate that is too large the numbers grow past what Python can square; stop as soon as the loss is larger than at the start.",
                overflow,
            ),
            Mistake(
                "that is how many of the rates converge; return the largest of these.",
                lambda rates, x, target: len(converging(rates, x, target)),
            ),
            Mistake(
                "these are all the rates that converge; return the largest of them.", converging
            ),
            Mistake(
                "that is its place in the list; return the rate itself.",
                lambda rates, x, target: rates.index(max(converging(rates, x, target))),
            ),
        ],
    ),
]
