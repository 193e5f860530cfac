"""Exercise 9.5: the whole training loop."""

from math import cos, exp, log, pi, prod
from random import Random

from microgpt import training
from microgpt.nn import softmax

from ..mistakes import Mistake
from ..scenario import Scenario, Story
from ..source import returns_in_loop
from .loop import START, code, document, forget, keep, loop, several, trained
from .parts import (
    BETA1,
    BETA2,
    EPS,
    adam,
    average,
    first_step,
    hats,
    one_early,
    one_late,
    plain,
    sums,
)

train = loop()

# Wrong loops


def losing(**changed):
    """train, with a part of the loss of a document changed."""
    return loop(loss=document(**changed))


def picking(choose):
    return loop(pick=choose)


def rated(rate):
    """train, with the learning rate rate(step, steps)."""
    return loop(rate=rate)


def stepping(**changed):
    """train, with a part of Adam changed."""
    return loop(move=adam(**changed))


def moving(move):
    """train, with move(p, g, lr) in the place of Adam."""
    return loop(move=lambda p, g, m, v, step, lr: (move(p, g, lr), m, v))


def of_result(change):
    return lambda *given: change(train(*given))


def over(count):
    """The sum of the surprises, divided by count(losses, ids, block_size)."""
    return losing(whole=lambda losses, *rest: (1 / count(losses, *rest)) * sum(losses))


def from_1(time, **changed):
    """The steps count from 1, and Adam's from `time`."""
    return loop(
        pick=lambda docs, step: docs[(step + 1) % len(docs)],
        rate=lambda step, steps: START * (1 - (step + 1) / steps),
        time=lambda step: step + time,
        **changed,
    )


def running_total(told):
    """Each step adds its loss to those before, and backward goes through all of them."""

    def run(model, tokenizer, docs, steps):
        total, losses = [0.0], []

        def backward(loss):
            total[0] = total[0] + loss
            losses.append((total[0] if told == "total" else loss).data)
            total[0].backward()

        loop(backward=backward)(model, tokenizer, docs, steps)
        return losses

    return run


def traced(p):
    """The surprise, after a backward() of its own."""
    surprise = -p.log()
    surprise.backward()
    return surprise


def one_list_twice(model):
    """The keys stand in the place of the values too."""
    keys, _ = model.new_cache()
    return keys, keys


def over_n(losses, ids, block_size):
    """Divided by as many as there should be, however many there are."""
    return (1 / min(block_size, len(ids) - 1)) * sum(losses)


def one_cache(model, tokenizer, docs, steps):
    """All documents share one cache."""
    cache = model.new_cache()
    return losing(cache=lambda model: cache)(model, tokenizer, docs, steps)


class All(list):
    """Probabilities, all of which come back where one is asked for."""

    def __getitem__(self, token):
        return list(self)


def sum_of_logs(probs):
    return sum(p.log() for p in probs)


class Fresh:
    """A cache that is empty whenever somebody looks."""

    def __getitem__(self, layer):
        return []


class Chance:
    """Draws as the module random does in a story, where it goes on from run to run."""

    def __init__(self):
        self.docs = self.rng = None

    def of(self, docs):
        """The generator of the story to which these docs belong."""
        if docs is not self.docs:
            self.docs, self.rng = docs, Random(0)
        return self.rng


SHUFFLED, SAMPLED = Chance(), Chance()


def with_docs(change):
    """The documents are change(docs)."""
    return lambda model, tokenizer, docs, steps: train(model, tokenizer, change(docs), steps)


def shuffled(draws):
    """A copy of the documents, shuffled by draws(docs)."""

    def change(docs):
        copy = list(docs)
        draws(docs).shuffle(copy)
        return copy

    return with_docs(change)


def in_place(change):
    """The very list of the documents is changed."""
    return with_docs(lambda docs: change(docs) or docs)


def drawn_documents(draw):
    """Each step takes draw(rng, docs)."""
    chance = Chance()
    return picking(lambda docs, step: draw(chance.of(docs), docs))


def rounds(rate):
    """`steps` times through all documents."""
    return lambda model, tokenizer, docs, steps: loop(
        count=lambda docs, steps: steps * len(docs),
        rate=lambda step, steps: START * (1 - rate(step, steps, len(docs))),
    )(model, tokenizer, docs, steps)


def compound(step, steps):
    """What is left if each step takes its part of what the one before has left."""
    return prod(1 - i / steps for i in range(step + 1))


def over_docs(rate):
    """A learning rate that knows how many documents there are."""
    return lambda model, tokenizer, docs, steps: rated(
        lambda step, steps: rate(step, steps, len(docs))
    )(model, tokenizer, docs, steps)


def timed(time):
    """Adam's t is time(step, steps, docs)."""
    return lambda model, tokenizer, docs, steps: loop(time=lambda step: time(step, steps, docs))(
        model, tokenizer, docs, steps
    )


def measured_again(told):
    """The losses after each adjustment, of told(step)'s document."""

    def run(model, tokenizer, docs, steps):
        after = []

        def look(params):
            forget(params)
            ids = tokenizer.encode(docs[told(len(after)) % len(docs)])
            after.append(document()(model, ids).data)

        loop(after=look)(model, tokenizer, docs, steps)
        return after

    return run


def left_out(model, tokenizer, docs, steps):
    """The model of the learner is a copy."""
    before = [p.data for p in model.parameters()]
    losses = train(model, tokenizer, docs, steps)
    for p, number in zip(model.parameters(), before):
        p.data = number
    return losses


def last_left_out(model, tokenizer, docs, steps):
    """No adjustment after the last loss."""
    return rated(lambda step, steps: START * (1 - step / steps) if step < steps - 1 else 0.0)(
        model, tokenizer, docs, steps
    )


def one_average(model, tokenizer, docs, steps):
    """One m and one v, which go on from one parameter to the next."""
    shared = [0.0, 0.0]

    def move(p, g, m, v, step, lr):
        p, *shared[:] = adam()(p, g, *shared, step, lr)
        return p, m, v

    return loop(move=move)(model, tokenizer, docs, steps)


def each_parameter_a_step(model, tokenizer, docs, steps):
    """Adam's clock goes on with each parameter."""
    clock = [0]

    def move(p, g, m, v, step, lr):
        clock[0] += 1
        return adam()(p, g, m, v, clock[0], lr)

    return loop(move=move)(model, tokenizer, docs, steps)


def pieces(ids, block_size):
    return [ids[i : i + block_size + 1] for i in range(0, len(ids) - 1, block_size)]


def in_pieces(model, ids):
    losses = [document()(model, piece) for piece in pieces(ids, model.config.block_size)]
    return (1 / len(losses)) * sum(losses)


# The stories

SIZES = dict(n_embd=2, n_head=1, block_size=5)
RUN = "train(model, tokenizer, docs, {})"


def story(proves, docs, steps, seed, **sizes):
    """A run whose right losses are those of the package's own training."""
    sizes = SIZES | sizes
    _, losses = trained(docs, sizes, seed, steps)
    return Story(proves, code(docs, sizes, seed, RUN.format(steps)), losses[0])


def drawn(rng):
    docs = rng.sample(["ba", "c", "abc", "cab", "bcbc", "aa", "acac"], rng.randint(2, 3))
    sizes = SIZES | dict(n_embd=rng.choice([2, 3, 4]), block_size=rng.randint(3, 5))
    use = RUN.format(rng.randint(3, 5))
    return code([*docs, "ac"], sizes, rng.randint(1, 1000), use)


NAMES = ["ada", "ed", "dea", "e"]
SHORT = ["ed", "add"]
AFTER_RUN, _ = trained(SHORT, SIZES, 6, 3)
_, AGAIN = trained(SHORT, SIZES, 5, 3, 3)

TRAIN = Scenario(
    "ex-09-5",
    "train(model, tokenizer, docs, steps)",
    start="write the loss of one document first, and put it into a loop over range(steps); "
    "step i takes docs[i % len(docs)].",
    right=train,
    more=drawn,
    draws=4,
    cases=[
        story("the losses of three steps, on one document each", NAMES, 3, seed=1),
        story("after the last document comes the first again", SHORT, 5, seed=2),
        story(
            "a document longer than the block ends after block_size predictions",
            ["dad", "dede", "a"],
            4,
            3,
            block_size=2,
        ),
        story("a model of two layers", ["a", "ab"], 3, seed=4, n_layer=2, n_embd=4, n_head=2),
        Story(
            "the model keeps what it has learned",
            code(
                SHORT,
                SIZES,
                6,
                "losses = train(model, tokenizer, docs, 3)",
                "[p.data for p in model.parameters()]",
            ),
            [p.data for p in AFTER_RUN.parameters()],
            aside="these are the parameters of the model after three steps; they are to be as the last "
            "adjustment leaves them.",
        ),
        Story(
            "docs stays as it was",
            code(SHORT, SIZES, 6, "losses = train(model, tokenizer, docs, 3)", "docs"),
            SHORT,
            aside="docs is not what it was before; take the documents in their order, and leave the list alone.",
        ),
        Story(
            "two models, alike at the start, and the first of them once more: each run begins afresh",
            code(
                SHORT,
                SIZES,
                5,
                "other = GPT(model.config, tokenizer.vocab_size, Random(5))",
                "runs = [train(one, tokenizer, docs, 3) for one in (model, other, model)]",
                "runs",
            ),
            [AGAIN[0], AGAIN[0], AGAIN[1]],
            aside="these are three runs, of two models that are alike, and of the first once more; "
            "something goes on from run to run, where each is to begin afresh.",
        ),
    ],
    mistakes=[
        # What comes back
        Mistake(
            "these are the losses after each adjustment; keep each loss before it.",
            measured_again(lambda step: step),
            measured_again(lambda step: step + 1),
        ),
        Mistake(
            "each loss is divided by how many steps there are; return the losses as they are.",
            lambda *given: [loss / given[3] for loss in train(*given)],
        ),
        Mistake(
            "each loss is added to those before it; return each by itself.",
            of_result(lambda losses: [sum(losses[: i + 1]) for i in range(len(losses))]),
        ),
        Mistake(
            "each item is the mean of all losses so far; return each loss by itself.",
            of_result(lambda losses: [sum(losses[: i + 1]) / (i + 1) for i in range(len(losses))]),
        ),
        Mistake(
            "that is the mean of the losses; return them all, in a list.",
            of_result(lambda losses: sum(losses) / len(losses)),
        ),
        Mistake(
            "that is the loss of the first step alone; every step has one, and the list is returned after the last.",
            of_result(lambda losses: losses[:1]),
            of_result(lambda losses: losses[0]),
            loop(count=lambda docs, steps: 1),
            lambda *given: loop(count=lambda docs, steps: 1)(*given)[0],
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "there is one step too many; range(steps) has steps of them.",
            loop(count=lambda docs, steps: steps + 1),
            loop(
                count=lambda docs, steps: steps + 1,
                rate=lambda step, steps: START * max(0, 1 - step / steps),
            ),
        ),
        Mistake(
            "there is one step too few; range(steps) has steps of them.",
            loop(count=lambda docs, steps: steps - 1),
            from_1(2, count=lambda docs, steps: steps - 1),
            from_1(1, count=lambda docs, steps: steps - 1),
        ),
        Mistake(
            "the steps count from 1; range(steps) begins at 0, with docs[0] and the whole 0.01.",
            from_1(1),
            from_1(2),
        ),
        Mistake(
            "there is a step for each document, however many steps are asked for.",
            loop(count=lambda docs, steps: len(docs)),
        ),
        Mistake(
            "these are exp of the losses; return the losses.",
            of_result(lambda losses: list(map(exp, losses))),
        ),
        Mistake(
            "these are records; collect the loss of each.",
            lambda *given: list(training.train(*given)),
            training.train,
        ),
        Mistake(
            "something else came along; return the losses alone.",
            lambda *given: (train(*given), given[0]),
            lambda *given: [(i, loss) for i, loss in enumerate(train(*given))],
            lambda *given: [(i + 1, loss) for i, loss in enumerate(train(*given))],
            lambda *given: [
                (loss, START * (1 - i / given[3])) for i, loss in enumerate(train(*given))
            ],
        ),
        # Whether it learns
        Mistake(
            "the losses of the steps before are still in the loss; each step has a loss of its own.",
            running_total("loss"),
            running_total("total"),
        ),
        Mistake(
            "backward() is called for each prediction; call it once, of the mean.",
            loop(loss=document(surprise=traced), backward=lambda loss: None),
        ),
        Mistake(
            "the model does not learn: each loss is that of its first weights. loss.backward() comes first, then "
            "the step, which changes p.data of its own parameters, and only then p.grad = 0.",
            rated(lambda step, steps: 0.0),
        ),
        Mistake(
            "the gradients are not set back to 0: backward() adds the new ones to those of the steps before.",
            loop(after=keep),
        ),
        Mistake(
            "backward() is called twice in a step; once is enough.",
            loop(backward=lambda loss: [loss.backward(), loss.backward()]),
            loop(backward=lambda loss: [loss.backward(), forget([loss]), loss.backward()]),
        ),
        Mistake(
            "the losses are right, and the model stays as it was: train the model that is handed in, not a copy.",
            left_out,
        ),
        Mistake(
            "after the last loss the model is not adjusted; every step ends with an adjustment.",
            last_left_out,
        ),
        # The step
        Mistake(
            "you went uphill; the step is taken away, not added.",
            stepping(move=lambda p, lr, ratio: p + lr * ratio),
        ),
        Mistake(
            "that is descent as in 9.2, with no averages; Adam is asked for.",
            *[moving(lambda p, g, lr, times=times: p - times * lr * g) for times in (1, 10, 100)],
            *[
                loop(
                    move=lambda p, g, m, v, step, lr: (p - lr * g, m, v),
                    rate=lambda step, steps, lr=lr: lr,
                )
                for lr in (START, 0.1)
            ],
        ),
        Mistake(
            "that is descent as in 9.2, uphill; Adam is asked for, and it takes its step away.",
            moving(lambda p, g, lr: p + lr * g),
        ),
        Mistake(
            "only the sign of the gradient is used; Adam is asked for, with its averages.",
            moving(lambda p, g, lr: p - lr * ((g > 0) - (g < 0))),
        ),
        Mistake(
            "Adam's averages are not corrected; divide m by 1 - beta1 ** t, and v by 1 - beta2 ** t.",
            stepping(**hats(plain)),
        ),
        Mistake(
            "Adam's m is not corrected; divide it by 1 - beta1 ** t.",
            stepping(m_hat=plain),
        ),
        Mistake(
            "Adam's v is not corrected; divide it by 1 - beta2 ** t.",
            stepping(v_hat=plain),
        ),
        Mistake(
            "Adam's corrections are of the step behind; the first step has 1 - beta ** 1.",
            stepping(**hats(one_late)),
            stepping(m_hat=one_late),
            stepping(v_hat=one_late),
        ),
        Mistake(
            "a division by 0: Adam's corrections count steps from 1, where range counts from 0; "
            "eps is added to the root of v; and n is at least 1.",
            stepping(**hats(one_early)),
            stepping(m_hat=one_early),
            stepping(v_hat=one_early),
            stepping(ratio=lambda m, v, g: m / v**0.5),
            raises="ZeroDivisionError",
        ),
        Mistake(
            "Adam's corrections are those of the first step, each time; t grows by 1 in each step.",
            stepping(**hats(first_step)),
        ),
        Mistake(
            "Adam's t is 1 in the first step and grows by 1 in each, whatever the document is.",
            timed(lambda step, steps, docs: step % len(docs) + 1),
            timed(lambda step, steps, docs: step // len(docs) + 1),
            timed(lambda step, steps, docs: steps),
            timed(lambda step, steps, docs: steps - step),
        ),
        Mistake(
            "Adam begins anew in each step; make it, or its m and v, once, before the loop.",
            stepping(**sums(lambda beta, old, new: (1 - beta) * new), **hats(first_step)),
        ),
        Mistake(
            "Adam's m and v are 0 again in each step; make them once, before the loop, and keep their new values.",
            stepping(**sums(lambda beta, old, new: (1 - beta) * new)),
        ),
        Mistake(
            "Adam's clock goes on with each parameter; t grows by 1 in each step.",
            each_parameter_a_step,
        ),
        Mistake("all parameters share one m and one v; each has its own.", one_average),
        Mistake(
            "the corrected averages are kept; they serve their own step alone.",
            stepping(keep_m=lambda old, new, hat: hat, keep_v=lambda old, new, hat: hat),
            stepping(keep_m=lambda old, new, hat: hat),
            stepping(keep_v=lambda old, new, hat: hat),
        ),
        Mistake(
            "0.9 and 0.999 are the usual betas elsewhere; here beta1 is 0.85, and beta2 is 0.99.",
            stepping(beta1=0.9, beta2=0.999),
            stepping(beta1=0.9),
            stepping(beta2=0.999),
            stepping(
                m=lambda beta, *both: average(0.9, *both),
                v=lambda beta, *both: average(0.999, *both),
            ),
        ),
        Mistake(
            "Adam's betas have other values here; beta1 is 0.85, and beta2 is 0.99.",
            stepping(beta1=0.9, beta2=0.95),
            *[stepping(beta1=beta) for beta in (0.8, 0.95)],
            *[stepping(beta2=beta) for beta in (0.9, 0.95, 0.98)],
        ),
        Mistake(
            "the betas are exchanged: m has beta1, 0.85, and v has beta2, 0.99.",
            stepping(beta1=BETA2, beta2=BETA1),
            stepping(
                m=lambda beta, *both: average(BETA2, *both),
                v=lambda beta, *both: average(BETA1, *both),
            ),
        ),
        Mistake(
            "Adam's eps has another size, or another place: 1e-8 is added to the root of v.",
            *[
                stepping(ratio=lambda m, v, g, eps=eps: m / (v**0.5 + eps))
                for eps in (1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-10)
            ],
            *[
                stepping(ratio=lambda m, v, g, eps=eps: m / (v + eps) ** 0.5)
                for eps in (1e-8, 1e-5, 1e-6)
            ],
        ),
        Mistake(
            "the root is missing in Adam: m is divided by the root of v, plus eps.",
            stepping(ratio=lambda m, v, g: m / (v + EPS)),
        ),
        Mistake(
            "Adam's m is not used: it moves the parameter in the place of the gradient.",
            stepping(ratio=lambda m, v, g: g / (v**0.5 + EPS)),
        ),
        Mistake(
            "Adam's v is not used: m is divided by the root of v, plus eps.",
            stepping(ratio=lambda m, v, g: m),
            stepping(ratio=lambda m, v, g: m, m_hat=plain),
        ),
        Mistake(
            "Adam's v averages the gradient's size or its value; it averages the square.",
            stepping(square=lambda g, m: abs(g)),
            stepping(square=lambda g, m: g, ratio=lambda m, v, g: m / (abs(v) ** 0.5 + EPS)),
        ),
        Mistake(
            "the new comes into Adam's averages with its full weight; multiply it by 1 - beta.",
            stepping(**sums(lambda beta, old, new: beta * old + new)),
            stepping(m=lambda beta, old, new: beta * old + new),
            stepping(v=lambda beta, old, new: beta * old + new),
            stepping(**sums(lambda beta, old, new: old + new)),
        ),
        Mistake(
            "the weights of old and new are exchanged in Adam's averages: beta of the old stays.",
            stepping(**sums(lambda beta, old, new: average(1 - beta, old, new))),
        ),
        Mistake(
            "Adam moves by the averages of the step before; the new gradient belongs to them.",
            stepping(seen=lambda old, new: old),
            stepping(seen=lambda old, new: old, **hats(plain)),
        ),
        Mistake(
            "the parameters shrink as well, which is called weight decay; ours has none.",
            *[
                stepping(move=lambda p, lr, ratio, decay=decay: p - lr * (ratio + decay * p))
                for decay in (0.1, 0.01, 0.001)
            ],
        ),
        # The learning rate
        Mistake(
            "the learning rate does not fall; it is 0.01 * (1 - step / steps), with steps counted from 0.",
            rated(lambda step, steps: START),
        ),
        Mistake(
            "the learning rate counts the steps from 1; step 0 has the whole 0.01.",
            rated(lambda step, steps: START * (1 - (step + 1) / steps)),
        ),
        Mistake(
            "the learning rate reaches 0 in the last step; divide by steps, not by steps - 1.",
            rated(lambda step, steps: START * (1 - step / (steps - 1))),
            rated(lambda step, steps: START * (1 - step / max(1, steps - 1))),
        ),
        Mistake(
            "the learning rate falls too slowly; divide by steps, not by steps + 1.",
            rated(lambda step, steps: START * (1 - step / (steps + 1))),
            rated(lambda step, steps: START * (1 - (step + 1) / (steps + 1))),
        ),
        Mistake(
            "the learning rate rises; it falls from 0.01 to 0.",
            rated(lambda step, steps: START * step / steps),
            rated(lambda step, steps: START * (step + 1) / steps),
        ),
        Mistake(
            "the step is not multiplied by the learning rate.",
            rated(lambda step, steps: 1.0),
        ),
        Mistake(
            "0.01 is not multiplied: it is 0.01 * (1 - step / steps).",
            rated(lambda step, steps: START - step / steps),
            rated(lambda step, steps: 1 - step / steps),
        ),
        Mistake(
            "the learning rate ends above 0; behind the last step it is to arrive at 0.",
            rated(lambda step, steps: START * (1 - step / (2 * steps))),
            rated(lambda step, steps: START * (1 - 0.9 * step / steps)),
            rated(lambda step, steps: max(0.005, START * (1 - step / steps))),
        ),
        Mistake(
            "the learning rate falls along a curve; a straight line is asked for.",
            rated(lambda step, steps: START * (1 - step / steps) ** 2),
            rated(lambda step, steps: START * (1 - step / steps) ** 0.5),
            rated(lambda step, steps: START * (1 + cos(pi * step / steps)) / 2),
            rated(lambda step, steps: START * cos(pi * step / steps / 2)),
            *[
                rated(lambda step, steps, base=base: START * base**step)
                for base in (0.5, 0.9, 0.95, 0.99, 0.999)
            ],
            rated(lambda step, steps: START / (step + 1)),
        ),
        Mistake(
            "the learning rate is cut again and again: each time, what is left of it is multiplied by "
            "1 - step / steps; begin with 0.01 in each step.",
            rated(lambda step, steps: START * compound(step, steps)),
        ),
        Mistake(
            "the learning rate falls as if there were always 1000 steps; divide by steps.",
            rated(lambda step, steps: START * (1 - step / 1000)),
        ),
        Mistake(
            "the learning rate falls with the number of documents; divide by steps.",
            over_docs(lambda step, steps, count: START * (1 - step / count)),
            over_docs(lambda step, steps, count: START * (1 - (step % count) / count)),
        ),
        *[
            Mistake(
                f"the learning rate starts at {start}; it starts at 0.01.",
                rated(lambda step, steps, start=start: start * (1 - step / steps)),
                rated(lambda step, steps, start=start: start),
            )
            for start in (0.1, 0.001, 0.02, 0.05, 0.005, 0.003, 0.0003)
        ],
        # The loss
        Mistake(
            "the loss is the sum of the surprises; divide it by n, how many predictions there are.",
            losing(whole=lambda losses, *_: sum(losses)),
        ),
        Mistake(
            "the loss is divided by len(ids); there are n = min(block_size, len(ids) - 1) predictions.",
            over(lambda losses, ids, block_size: len(ids)),
            over(lambda losses, ids, block_size: min(block_size, len(ids))),
        ),
        Mistake(
            "the loss is divided by len(ids) - 1 even where block_size ends the document; divide by n, "
            "the number of predictions.",
            over(lambda losses, ids, block_size: len(ids) - 1),
        ),
        Mistake(
            "the loss is divided by the number of letters; BOS at the end is predicted too.",
            over(lambda losses, ids, block_size: len(ids) - 2),
        ),
        Mistake(
            "the loss is divided by block_size; divide by n, the number of predictions.",
            over(lambda losses, ids, block_size: block_size),
        ),
        Mistake(
            "the loss is divided by n twice; once is enough.",
            over(lambda losses, *_: len(losses) ** 2),
        ),
        Mistake(
            "the loss is divided by n - 1; there are n predictions.",
            over(lambda losses, ids, block_size: len(losses) - 1),
            over(lambda losses, ids, block_size: max(1, len(losses) - 1)),
        ),
        Mistake(
            "the loss is divided by n + 1; there are n predictions.",
            over(lambda losses, ids, block_size: len(losses) + 1),
        ),
        Mistake(
            "the loss of a document is that of its last prediction alone; it is the mean of all.",
            losing(whole=lambda losses, *_: losses[-1]),
            losing(whole=lambda losses, *_: (1 / len(losses)) * losses[-1]),
        ),
        Mistake(
            "the loss of a document is that of its first prediction alone; it is the mean of all.",
            losing(whole=lambda losses, *_: losses[0]),
        ),
        Mistake(
            "the minus is missing: the surprise is -log of the probability.",
            losing(surprise=lambda p: p.log()),
        ),
        Mistake(
            "the loss is made of probabilities; the surprise is -log of each.",
            losing(surprise=lambda p: p),
            losing(surprise=lambda p: -p),
            losing(surprise=lambda p: 1 - p),
        ),
        Mistake(
            "the loss is a square, as in chapter 04; the surprise is -log of the probability.",
            losing(surprise=lambda p: (1 - p) ** 2),
        ),
        Mistake(
            "the surprise is -log of the probability p alone, not of 1 - p, and not multiplied by p.",
            losing(surprise=lambda p: -(1 - p).log()),
            losing(surprise=lambda p: (1 - p).log()),
            losing(surprise=lambda p: -(p * p.log())),
        ),
        Mistake(
            "a small number is added to the probability; softmax gives none that is 0.",
            *[
                losing(surprise=lambda p, small=small: -(p + small).log())
                for small in (1e-8, 1e-7, 1e-6, 1e-5)
            ],
        ),
        Mistake(
            "the surprises of all tokens are added; only the next token's counts.",
            losing(probs=lambda logits: All(softmax(logits)), surprise=lambda p: -sum_of_logs(p)),
            losing(
                probs=lambda logits: All(softmax(logits)),
                surprise=lambda probs: -sum(p * p.log() for p in probs),
            ),
        ),
        Mistake(
            "it is always the same token's probability, or the largest; the next token's counts, ids[pos_id + 1].",
            losing(target=lambda ids, i: 0),
            losing(target=lambda ids, i: -1),
            losing(target=lambda ids, i: i),
            losing(
                probs=lambda logits: All(softmax(logits)),
                surprise=lambda probs: -max(probs, key=lambda p: p.data).log(),
            ),
        ),
        Mistake(
            "the surprises are squared; take their mean as they are.",
            losing(surprise=lambda p: p.log() ** 2),
        ),
        Mistake(
            "the loss of a document is its largest surprise; it is the mean of all.",
            losing(whole=lambda losses, *_: max(losses, key=lambda loss: loss.data)),
        ),
        Mistake(
            "the loss is -log of the mean probability; take -log of each, and the mean of that.",
            losing(
                surprise=lambda p: p,
                whole=lambda losses, *_: -((1 / len(losses)) * sum(losses)).log(),
            ),
        ),
        Mistake(
            "the logarithm is that to base 2; log() of a Value is the natural one.",
            losing(surprise=lambda p: -p.log() / log(2)),
            losing(surprise=lambda p: -p.log() * (1 / log(2))),
        ),
        Mistake(
            "softmax is missing: the model gives logits, and -log takes a probability.",
            losing(probs=list, surprise=lambda logit: -logit),
        ),
        Mistake(
            "log and sqrt take no negative number: softmax makes probabilities of logits, and Adam's v averages "
            "the square of the gradient.",
            losing(probs=list, surprise=lambda logit: -logit.log()),
            stepping(square=lambda g, m: g),
            raises="math domain error|expected a (positive|nonnegative) input|negative number has whole powers",
        ),
        Mistake(
            "softmax is taken twice; once makes probabilities of logits.",
            losing(probs=lambda logits: softmax(softmax(logits))),
        ),
        # The tokens
        Mistake(
            "the target is the token that goes in; it is the next one, ids[pos_id + 1].",
            losing(target=lambda ids, i: ids[i]),
        ),
        Mistake(
            "the token before is predicted; the target is the next one, ids[pos_id + 1].",
            losing(ask=lambda ids, i: ids[i + 1], target=lambda ids, i: ids[i]),
            losing(target=lambda ids, i: ids[i - 1]),
        ),
        Mistake(
            "the target is two places on; it is the next token, ids[pos_id + 1].",
            losing(target=lambda ids, i: ids[min(i + 2, len(ids) - 1)]),
        ),
        Mistake(
            "the first token goes in each time; ids[pos_id] goes in.",
            losing(ask=lambda ids, i: ids[0]),
        ),
        Mistake(
            "BOS at the end is not predicted: the end of a name has to be learned too.",
            losing(count=lambda ids, block_size: min(block_size, len(ids) - 2)),
            losing(
                count=lambda ids, block_size: min(block_size, len(ids) - 2),
                whole=over_n,
            ),
            losing(count=lambda ids, block_size: min(block_size, len(ids) - 1) - 1),
            losing(
                count=lambda ids, block_size: min(block_size, len(ids) - 1) - 1,
                whole=over_n,
            ),
            loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[:-1]),
        ),
        Mistake(
            "BOS at the start does not go in: the first letter has to be predicted too.",
            loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[1:]),
            losing(whole=lambda losses, *_: (1 / len(losses)) * sum(losses[1:])),
            losing(whole=lambda losses, *_: (1 / (len(losses) - 1)) * sum(losses[1:])),
            losing(first=lambda count: 1),
            losing(
                first=lambda count: 1,
                whole=over_n,
            ),
        ),
        Mistake(
            "BOS is cut off at both ends; the first letter and the end of a name have to be predicted too.",
            loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[1:-1]),
        ),
        Mistake(
            "encode has put BOS at both ends already; no more is needed.",
            loop(ids=lambda tokenizer, doc: [tokenizer.BOS, *tokenizer.encode(doc)]),
            loop(ids=lambda tokenizer, doc: [*tokenizer.encode(doc), tokenizer.BOS]),
            loop(
                ids=lambda tokenizer, doc: [
                    tokenizer.BOS,
                    *tokenizer.encode(doc),
                    tokenizer.BOS,
                ]
            ),
        ),
        Mistake(
            "the tokens come in reverse order.",
            loop(ids=lambda tokenizer, doc: tokenizer.encode(doc)[::-1]),
        ),
        Mistake(
            "the position is always 0; it is the place of the token in its document.",
            losing(place=lambda i: 0),
        ),
        Mistake(
            "the positions count from 1; the first is 0.",
            losing(place=lambda i: i + 1),
        ),
        Mistake(
            "an index goes too far: n is min(block_size, len(ids) - 1), as ids has no token after the last; and the "
            "caches are those of model.new_cache().",
            losing(count=lambda ids, block_size: len(ids)),
            losing(cache=lambda model: ([], [])),
            losing(count=lambda ids, block_size: min(block_size, len(ids))),
            losing(count=lambda ids, block_size: block_size),
        ),
        Mistake(
            "the model has positions below block_size alone: make at most block_size predictions in a document.",
            losing(count=lambda ids, block_size: len(ids) - 1),
        ),
        Mistake(
            "a long document is cut one token too early: block_size predictions need one token more than that.",
            losing(count=lambda ids, block_size: min(block_size, len(ids)) - 1),
            losing(count=lambda ids, block_size: min(block_size - 1, len(ids) - 1)),
        ),
        Mistake(
            "what is left of a long document counts too here; it ends after block_size predictions.",
            loop(loss=in_pieces),
        ),
        # The cache
        Mistake(
            "all documents share one cache, so that each sees those before it; each has its own, of model.new_cache().",
            one_cache,
        ),
        Mistake(
            "each token has an empty cache and sees itself alone; make one cache for each document.",
            losing(cache=lambda model: (Fresh(), Fresh())),
        ),
        Mistake(
            "keys and values are one and the same list; model.new_cache() gives two.",
            losing(cache=one_list_twice),
        ),
        # The documents
        Mistake(
            "each step takes the same document; step i takes docs[i % len(docs)].",
            picking(lambda docs, step: docs[0]),
            picking(lambda docs, step: max(docs, key=len)),
            picking(lambda docs, step: docs[-1]),
        ),
        Mistake(
            "step // len(docs) counts the rounds; the place in docs is step % len(docs).",
            picking(lambda docs, step: docs[step // len(docs)]),
            picking(lambda docs, step: docs[step // len(docs) % len(docs)]),
        ),
        Mistake(
            "pop takes the documents out of docs, and then there is none; leave the list alone: docs[i % len(docs)].",
            picking(lambda docs, step: docs.pop(0)),
            picking(lambda docs, step: docs.pop()),
        ),
        Mistake(
            "the documents start at docs[1]; step 0 takes docs[0].",
            picking(lambda docs, step: docs[(step + 1) % len(docs)]),
        ),
        Mistake(
            "there are more steps than documents; after the last, begin again at the front: docs[i % len(docs)].",
            picking(lambda docs, step: docs[step]),
            lambda model, tokenizer, docs, steps: loop(
                count=lambda docs, steps: min(steps, len(docs))
            )(model, tokenizer, docs, steps),
        ),
        Mistake(
            "after the last document, the last comes again; begin at the front: docs[i % len(docs)].",
            picking(lambda docs, step: docs[min(step, len(docs) - 1)]),
        ),
        Mistake(
            "the documents come in reverse order; take them in their own.",
            picking(lambda docs, step: docs[-1 - step % len(docs)]),
            picking(lambda docs, step: docs[-(step % len(docs))]),
        ),
        Mistake(
            "the documents are sorted; take them in their own order.",
            with_docs(sorted),
            in_place(lambda docs: docs.sort()),
            with_docs(lambda docs: sorted(docs, key=len)),
        ),
        Mistake(
            "the documents come in an order drawn by chance; take them in their own.",
            *[shuffled(lambda docs, seed=seed: Random(seed)) for seed in (0, 1, 42)],
            shuffled(Chance().of),
            in_place(lambda docs: SHUFFLED.of(docs).shuffle(docs)),
            drawn_documents(lambda rng, docs: rng.choice(docs)),
            drawn_documents(lambda rng, docs: docs[rng.randrange(len(docs))]),
            drawn_documents(lambda rng, docs: docs[rng.randint(0, len(docs) - 1)]),
            with_docs(lambda docs: SAMPLED.of(docs).sample(docs, len(docs))),
        ),
        Mistake(
            "each step takes two documents; it takes one.",
            *[
                several(lambda docs, step, choose=choose: choose(docs, step), whole)
                for choose in (
                    lambda docs, step: [docs[(2 * step + i) % len(docs)] for i in (0, 1)],
                    lambda docs, step: [docs[(step + i) % len(docs)] for i in (0, 1)],
                )
                for whole in (sum, lambda losses: (1 / len(losses)) * sum(losses))
            ],
        ),
        Mistake(
            "each step takes all documents; it takes one.",
            *[
                several(lambda docs, step: docs, whole)
                for whole in (sum, lambda losses: (1 / len(losses)) * sum(losses))
            ],
        ),
        Mistake(
            "steps counts documents: one in each step, not all of them.",
            rounds(lambda step, steps, count: step / (steps * count)),
            rounds(lambda step, steps, count: step // count / steps),
            rounds(lambda step, steps, count: 0),
        ),
        # Errors
        Mistake(
            "the loss is a plain number here: .data and log of math leave the graph behind, "
            "and backward() with it; a Value has its own log(), p.log().",
            raises="'(int|float)' object has no attribute '(backward|data|log)'|must be real number, not Value",
        ),
        Mistake(
            "the model is called as model(token_id, pos_id, keys, values), with the two that model.new_cache() gives.",
            raises=r"__call__\(\) (missing|takes)|'GPT' object has no attribute '(forward|predict)'",
        ),
        Mistake(
            "nothing of this kind is there; set p.grad = 0.0 for each p of model.parameters().",
            raises="no attribute 'zero_grad'",
        ),
        Mistake(
            "state_dict maps names to matrices; model.parameters() is the list of all parameters.",
            raises="'(str|list)' object has no attribute '(data|grad)'",
        ),
        Mistake(
            "call it, with brackets: model.parameters(), model.new_cache().",
            raises="'(method|builtin_function_or_method)' object is not iterable|non-iterable method"
            "|object of type 'method' has no len",
        ),
        Mistake(
            "the number of a Value is its .data.",
            raises="'Value' object has no attribute '(item|value|detach|numpy)'",
        ),
        Mistake(
            "encode takes one document, not the list of them.",
            raises=r"the character '[^']{2,}' is not in the vocabulary",
        ),
        Mistake(
            "the loss has a backward(); the model has none, and no step().",
            raises="'GPT' object has no attribute '(backward|step|train)'",
        ),
        Mistake(
            "a document is a text; tokenizer.encode(doc) makes its ids.",
            raises="list indices must be integers or slices, not str",
        ),
    ],
)
