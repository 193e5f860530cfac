"""Chapter 03: rolling downhill."""

from .draws import number
from .function import Case, Function
from .mistakes import Mistake
from .source import returns_in_loop

NEW_W = "the slope of b was computed with the new w; work out both slopes first, then move both."
NEW_B = "the slope of w was computed with the new b; work out both slopes first, then move both."
FACTOR_2 = "the factor 2 is missing from the slopes; the slope of a square is 2 times what is squared."


def slopes(w, b, x, target):
    miss = w * x + b - target
    return 2 * miss * x, 2 * miss


def step(w, b, x, target, lr, share_w=1, share_b=1):
    """One step; each slope is taken `share` times."""
    slope_w, slope_b = slopes(w, b, x, target)
    return [w - lr * share_w * slope_w, b - lr * share_b * slope_b]


def half_steps(w, b, x, target, lr):
    return step(w, b, x, target, lr, 0.5, 0.5)


def w_first(w, b, x, target, lr):
    new_w = step(w, b, x, target, lr)[0]
    return [new_w, step(new_w, b, x, target, lr)[1]]


def b_first(w, b, x, target, lr):
    new_b = step(w, b, x, target, lr)[1]
    return [step(w, new_b, x, target, lr)[0], new_b]


def uphill(w, b, x, target, lr):
    return step(w, b, x, target, -lr)


def w_only(w, b, x, target, lr):
    return step(w, b, x, target, lr, 1, 0)


def b_only(w, b, x, target, lr):
    return step(w, b, x, target, lr, 0, 1)


def squared(miss):
    return miss**2 < 0.01


def walk(w, b, x, target, lr, move=step, enough=squared, most=2000):
    """The number of steps until it is enough, and where that is; it gives up after `most`."""
    steps = 0
    while steps < most and not enough(w * x + b - target):
        w, b = move(w, b, x, target, lr)
        steps += 1
    return steps, [w, b]


def descend(*place, **how):
    return walk(*place, **how)[0]


def loss(w, b, x, target):
    return (w * x + b - target) ** 2


def converges(rate, x, target, most=1000, low=0.01, move=step):
    """Whether the loss gets low enough; it gives up as soon as the loss has grown."""
    w = b = 0.0
    for _ in range(most):
        w, b = move(w, b, x, target, rate)
        if loss(w, b, x, target) < low:
            return True
        if loss(w, b, x, target) > 2 * target**2:
            return False
    return False


def converging(rates, x, target, **how):
    return [rate for rate in rates if converges(rate, x, target, **how)]


def largest(rates, x, target, **how):
    return max(converging(rates, x, target, **how))


def by_formula(rates, x, target):
    """All that do not grow, the border included."""
    return [rate for rate in rates if rate <= 1 / (x * x + 1)]


def one_after_another(rates, x, target):
    """Whether each rate converges when it starts from where the one before it ended."""
    good, miss = [], -target
    for rate in rates:
        for _ in range(1000):
            miss *= 1 - 2 * rate * (x * x + 1)
        if miss * miss < 0.01:
            good.append(rate)
    return max(good)


def fastest(rates, x, target):
    return min(converging(rates, x, target), key=lambda lr: descend(0, 0, x, target, lr))


def gives_up(most, nothing):
    """Tries `most` steps; `nothing` is what it gives where no rate is found."""
    return lambda *tried: max(converging(*tried, most=most), default=nothing)


def overflow(rates, x, target):
    """What happens to whoever squares the miss of a rate that is too large."""
    for rate in rates:
        w = b = 0.0
        for _ in range(1000):
            w, b = step(w, b, x, target, rate)
        squared(w * x + b - target)
    return largest(rates, x, target)


def place(rng):
    """w, b, x, target and a rate that gets there, in a few steps or a few hundred."""
    x = number(rng, -3, 3)
    w, b, target = number(rng), number(rng), number(rng, -9, 9)
    return w, b, x, target, round(rng.uniform(0.03, 0.9) / (x * x + 1), 3)


def some_rates(rng):
    """Rates on both sides of the border, a few of each."""
    x = number(rng, 0.5, 3)
    shares = [rng.uniform(0.05, 0.95) for _ in range(3)] + [rng.uniform(1.1, 4) for _ in range(2)]
    rng.shuffle(shares)
    rates = [round(share / (x * x + 1), 3) for share in shares]
    return rates, x, rng.choice([-1, 1]) * number(rng, 2, 9)


STEP = Function(
    "ex-03-1",
    "step(w, b, x, target, lr)",
    start="work out the miss, w * x + b - target; from it come both slopes, and each parameter moves against its own.",
    right=step,
    more=place,
    tolerance=1e-6,  # slopes by nudging are good enough for a step
    cases=[
        Case("from zero, upward", (0.0, 0.0, 3.0, 10.0, 0.02), [1.2, 0.4]),
        Case("the next step", (1.2, 0.4, 3.0, 10.0, 0.02), [1.92, 0.64]),
        Case("from above, downward", (2.0, 1.0, 2.0, 1.0, 0.05), [1.2, 0.6]),
        Case("a negative x", (0.5, -1.0, -2.0, 3.0, 0.1), [-1.5, 0.0]),
        Case("many digits", (0.37, -1.21, 1.3, 2.05, 0.03), [0.586762, -1.04326]),
        Case("where x is 0, only b moves", (1.5, 2.0, 0.0, 1.0, 0.25), [1.5, 1.5]),
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
        Mistake(
            "you divided by the learning rate; multiply each slope by lr.",
            lambda w, b, x, target, lr: step(w, b, x, target, 1 / lr),
        ),
        Mistake(
            "you took the learning rate away; multiply the slope by it.",
            lambda w, b, x, target, lr: [p - lr - s for p, s in zip((w, b), slopes(w, b, x, target))],
            lambda w, b, x, target, lr: [w - lr, b - lr],
        ),
        Mistake(
            "only one of the slopes is multiplied by lr; both are.",
            lambda w, b, x, target, lr: [step(w, b, x, target, 1)[0], step(w, b, x, target, lr)[1]],
            lambda w, b, x, target, lr: [step(w, b, x, target, lr)[0], step(w, b, x, target, 1)[1]],
        ),
        Mistake(
            "one of the two goes uphill; take both slopes away.",
            lambda *place: step(*place, -1, 1),
            lambda *place: step(*place, 1, -1),
        ),
        Mistake(NEW_W, w_first),
        Mistake(NEW_B, b_first),
        Mistake("that is the new w alone; return both, w and b.", lambda *place: step(*place)[0]),
        Mistake("that is the new b alone; return both, w and b.", lambda *place: step(*place)[1]),
        Mistake(FACTOR_2, half_steps),
        Mistake(
            "the factor 2 is missing from one of the slopes; it belongs to both.",
            lambda *place: step(*place, 0.5, 1),
            lambda *place: step(*place, 1, 0.5),
        ),
        Mistake(
            "the slopes are twice as large as they should be; the slope of a square is 2 times what is squared.",
            lambda *place: step(*place, 2, 2),
        ),
        Mistake(
            "the slope of w is missing its x; a nudge of w reaches the prediction x times as large.",
            lambda w, b, x, target, lr: [w - lr * 2 * (w * x + b - target), step(w, b, x, target, lr)[1]],
        ),
        Mistake(
            "the slope of b has no x in it; a nudge of b reaches the prediction as it is.",
            lambda w, b, x, target, lr: step(w, b, x, target, lr, 1, x),
        ),
        Mistake(
            "the x belongs to the slope of w, not to that of b.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * (w * x + b - target),
                step(w, b, x, target, lr, 1, x)[1],
            ],
        ),
        Mistake(
            "the slope of w has w in it instead of x; a nudge of w reaches the prediction x times as large.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * (w * x + b - target) * w,
                step(w, b, x, target, lr)[1],
            ],
        ),
        Mistake(
            "the slope of w has the x twice.",
            lambda w, b, x, target, lr: step(w, b, x, target, lr, x, 1),
        ),
        Mistake(
            "the b is missing from the miss; it is w * x + b - target.",
            lambda w, b, x, target, lr: [
                p - lr * s for p, s in zip((w, b), slopes(w, 0, x, target))
            ],
        ),
        Mistake(
            "the target is missing from the miss; it is w * x + b - target.",
            lambda w, b, x, target, lr: [p - lr * s for p, s in zip((w, b), slopes(w, b, x, 0))],
        ),
        Mistake(
            "the miss has the wrong sign for the target; it is w * x + b - target.",
            lambda w, b, x, target, lr: [
                p - lr * s for p, s in zip((w, b), slopes(w, b, x, -target))
            ],
        ),
        Mistake(
            "you used the x and the target of the page; use those that are handed in.",
            lambda w, b, x, target, lr: step(w, b, 3.0, 10.0, lr),
            lambda w, b, x, target, lr: step(w, b, 3.0, target, lr),
            lambda w, b, x, target, lr: step(w, b, x, 10.0, lr),
        ),
        Mistake(
            "you used a learning rate of your own; use the lr that is handed in.",
            *[lambda w, b, x, t, lr, own=own: step(w, b, x, t, own) for own in (0.01, 0.02, 0.1)],
        ),
        Mistake(
            "you moved along the loss itself; move along its slopes.",
            lambda w, b, x, target, lr: [
                w - lr * loss(w, b, x, target),
                b - lr * loss(w, b, x, target),
            ],
        ),
        Mistake(
            "only the sign of the slopes is used; their size counts too.",
            lambda w, b, x, target, lr: [
                p - lr * ((s > 0) - (s < 0)) for p, s in zip((w, b), slopes(w, b, x, target))
            ],
        ),
        Mistake(
            "the miss lost its sign; from above, a step goes down.",
            lambda w, b, x, target, lr: [
                w - lr * 2 * abs(w * x + b - target) * x,
                b - lr * 2 * abs(w * x + b - target),
            ],
        ),
        Mistake("b stayed as it was; both parameters move.", w_only),
        Mistake("w stayed as it was; both parameters move.", b_only),
        Mistake(
            "w and b stayed as they were.", lambda w, b, x, target, lr: [w, b]
        ),
        Mistake("w comes first, b comes second.", lambda *place: step(*place)[::-1]),
        Mistake("that is two steps; take one.", lambda w, b, *rest: step(*step(w, b, *rest), *rest)),
        Mistake(
            "these are the two slopes; take lr times each of them away from its parameter.",
            lambda w, b, x, target, lr: list(slopes(w, b, x, target)),
        ),
        Mistake(
            "this is how far each of them moves; return where they are then.",
            lambda w, b, *rest: [new - old for new, old in zip(step(w, b, *rest), (w, b))],
            lambda w, b, *rest: [old - new for new, old in zip(step(w, b, *rest), (w, b))],
        ),
        Mistake(
            "that is the loss; return the new w and the new b.",
            lambda w, b, x, target, lr: loss(w, b, x, target),
            lambda w, b, x, target, lr: loss(*step(w, b, x, target, lr), x, target),
        ),
        Mistake(
            "that is the prediction; return the new w and the new b.",
            lambda w, b, x, target, lr: w * x + b,
        ),
        Mistake(
            "the loss came along; return the new w and the new b alone.",
            lambda w, b, x, target, lr: [*step(w, b, x, target, lr), loss(w, b, x, target)],
            lambda w, b, *rest: [*step(w, b, *rest), loss(*step(w, b, *rest), *rest[:2])],
        ),
    ],
)

DESCEND = Function(
    "ex-03-2",
    "descend(w, b, x, target, lr)",
    start="as long as the loss is 0.01 or more, take a step and add 1 to a count.",
    right=descend,
    more=place,
    draws=12,
    cases=[
        Case("the line of this chapter", (0.0, 0.0, 3.0, 10.0, 0.02), 10),
        Case("half the learning rate", (0.0, 0.0, 3.0, 10.0, 0.01), 21),
        Case("it steps across the bottom each time", (0.0, 0.0, 3.0, 10.0, 0.09), 21),
        Case("from above", (2.0, 1.0, 2.0, 1.0, 0.05), 6),
        Case("a negative x and a negative target", (0.5, -1.0, -1.5, -7.5, 0.04), 14),
        Case("a tiny rate takes hundreds of steps", (0.0, 0.0, 1.0, 5.0, 0.004), 243),
        Case("already low enough", (3.0, 1.0, 3.0, 10.0, 0.02), 0),
        Case("low enough, and not at the bottom", (3.0, 0.95, 3.0, 10.0, 0.02), 0),
    ],
    mistakes=[
        Mistake(
            "that is one too many; the count starts at 0, and a step adds 1.",
            lambda *place: descend(*place) + 1,
        ),
        Mistake(
            "that is one too many where a step is taken; look at the loss before each step.",
            lambda *place: descend(*place) and descend(*place) + 1,
        ),
        Mistake(
            "a step is taken before the loss is looked at; at the start it may be low enough.",
            lambda *place: max(1, descend(*place)),
        ),
        Mistake(
            "it stops one step early; look at the loss once more after that step.",
            lambda *place: max(0, descend(*place) - 1),
            lambda *place: descend(*place) - 1,
        ),
        Mistake(
            "each step counts twice.",
            lambda *place: 2 * descend(*place),
        ),
        Mistake(
            "a negative miss is not a low loss; square it, and compare the square.",
            lambda *place: descend(*place, enough=lambda miss: miss < 0.01),
        ),
        Mistake(
            "a positive miss is not a low loss; square it, and compare the square.",
            lambda *place: descend(*place, enough=lambda miss: -miss < 0.01),
        ),
        Mistake(
            "no step is taken; the comparison may be the wrong way round: go on while the loss is 0.01 or more.",
            lambda *place: 0,
        ),
        Mistake(
            "that is one step alone.",
            lambda *place: min(1, descend(*place)),
            lambda *place: 1,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "you compared the miss; the loss is its square, so square it first.",
            lambda *place: descend(*place, enough=lambda miss: abs(miss) < 0.01),
        ),
        *[
            Mistake(
                f"it stops at the wrong loss; it should get under 0.01, not {low}.",
                lambda *place, low=low: descend(*place, enough=lambda miss: miss**2 < low),
            )
            for low in (1, 0.1, 0.05, 0.02, 0.005, 0.001, 1e-6)
        ],
        Mistake(
            "the second slope was computed after the first parameter had moved; work out both first.",
            lambda *place: descend(*place, move=w_first),
            lambda *place: descend(*place, move=b_first),
        ),
        Mistake(FACTOR_2, lambda *place: descend(*place, move=half_steps)),
        Mistake("only w moves here; both parameters do.", lambda *place: descend(*place, move=w_only)),
        Mistake("only b moves here; both parameters do.", lambda *place: descend(*place, move=b_only)),
        Mistake(
            "you started at w = 0 and b = 0; start at the w and b that are handed in.",
            lambda w, b, x, target, lr: descend(0, 0, x, target, lr),
        ),
        Mistake(
            "you used the x and the target of the page; use those that are handed in.",
            lambda w, b, x, target, lr: descend(w, b, 3.0, 10.0, lr),
        ),
        Mistake(
            "you used a learning rate of your own; use the lr that is handed in.",
            *[lambda w, b, x, t, lr, own=own: descend(w, b, x, t, own) for own in (0.01, 0.02)],
        ),
        *[
            Mistake(
                f"it gives up after {most} steps; go on until the loss is under 0.01.",
                lambda *place, most=most: descend(*place, most=most),
                lambda *place, most=most: walk(*place)[0] if walk(*place)[0] < most else most - 1,
            )
            for most in (10, 20, 50, 100, 200)
        ],
        Mistake(
            "the loss grows until Python cannot square the miss; each step has to go downhill.",
            raises="OverflowError",
        ),
        Mistake(
            "this is where it ended; the exercise asks how many steps it took.",
            lambda *place: walk(*place)[1],
            lambda *place: walk(*place)[1][0],
            lambda *place: walk(*place)[1][1],
        ),
        Mistake(
            "where it ended came along; the exercise asks for the number of steps alone.",
            lambda *place: [*walk(*place)[1], walk(*place)[0]],
            lambda *place: [walk(*place)[0], *walk(*place)[1]],
        ),
        Mistake(
            "that is the loss at the start; count the steps.",
            lambda w, b, x, target, lr: loss(w, b, x, target),
        ),
        Mistake(
            "that is the loss at the end; count the steps.",
            lambda *place: loss(*walk(*place)[1], *place[2:4]),
        ),
    ],
)

LARGEST = Function(
    "ex-03-3",
    "largest(rates, x, target)",
    start="try each rate from w = 0 and b = 0: after at most 1,000 steps, is the loss under 0.01?",
    right=largest,
    more=some_rates,
    draws=6,
    cases=[
        Case("the line of this chapter", ([0.01, 0.02, 0.05, 0.09, 0.11], 3.0, 10.0), 0.09),
        Case("two rates that are far too large", ([0.5, 0.04, 0.08, 1.0, 0.06], 3.0, 10.0), 0.08),
        Case("a smaller x allows larger steps", ([0.3, 0.45, 0.1, 0.6, 0.2], 1.0, -4.0), 0.45),
        Case("at the border the loss stays as it is", ([0.05, 0.1, 0.02], 3.0, 10.0), 0.05),
        Case("hundreds of steps are few enough", ([0.0997, 0.05, 0.03], 3.0, 10.0), 0.0997),
        Case("a negative x, many digits", ([0.1234, 0.4321, 0.2718], -1.5, 3.7), 0.2718),
        Case("only one of them", ([0.3, 0.15, 0.25], 2.0, 7.0), 0.15),
        Case("a list of one", ([0.05], 2.0, -7.0), 0.05),
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
            "that is the first of the list; try each of them.",
            lambda rates, x, target: rates[0],
        ),
        Mistake(
            "that is the last of the list; try each of them.",
            lambda rates, x, target: rates[-1],
        ),
        Mistake(
            "that is the smallest of them; a larger one converges too.",
            lambda rates, x, target: min(rates),
            lambda rates, x, target: min(converging(rates, x, target)),
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
            fastest,
        ),
        Mistake(
            "that is the smallest that does not converge; the largest that does is asked for.",
            lambda rates, x, target: min(set(rates) - set(converging(rates, x, target))),
        ),
        Mistake(
            "it gives up too early: 1,000 steps are allowed.",
            *[gives_up(most, nothing) for most in (1, 5, 10, 20, 100) for nothing in (None, 0)],
        ),
        Mistake(
            "that one stays at its loss for ever; at the border 1 / (x² + 1) nothing is gained.",
            lambda rates, x, target: max(by_formula(rates, x, target)),
            lambda rates, x, target: max(
                r for r in rates if loss(*step(0, 0, x, target, r), x, target) <= target**2
            ),
        ),
        Mistake(FACTOR_2, lambda *tried: largest(*tried, move=half_steps)),
        Mistake(
            "with a rate that is too large the numbers grow past what Python can square; stop as soon as the loss is larger than at the start.",
            overflow,
            raises="OverflowError",
        ),
        Mistake(
            "that is how many of the rates converge; return the largest of these.",
            lambda rates, x, target: len(converging(rates, x, target)),
        ),
        Mistake(
            "these are all the rates that converge; return the largest of them.",
            converging,
            lambda rates, x, target: sorted(converging(rates, x, target)),
        ),
        Mistake(
            "these say of each rate whether it converges; return the largest for which it is True.",
            lambda rates, x, target: [converges(rate, x, target) for rate in rates],
        ),
        Mistake(
            "that is its place in the list; return the rate itself.",
            lambda rates, x, target: rates.index(largest(rates, x, target)),
        ),
        Mistake(
            "that is the formula for the border; return one of the rates.",
            lambda rates, x, target: 1 / (x * x + 1),
        ),
        Mistake(
            "that is how many steps it takes; return the rate itself.",
            lambda rates, x, target: descend(0, 0, x, target, largest(rates, x, target)),
        ),
    ],
)

EXERCISES = [STEP, DESCEND, LARGEST]
