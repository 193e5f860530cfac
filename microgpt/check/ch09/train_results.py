"""What goes wrong with the list that comes back, and with calls."""

from math import exp

from microgpt import training

from ..mistakes import Mistake
from ..source import returns_in_loop
from .loop import START, document, forget, loop, train


def of_result(change):
    return lambda *given: change(train(*given))


def from_1(time, **changed):
    """The steps count from 1, and Adam's from `time`."""
    return loop(
        pick=lambda docs, step: docs[(step + 1) % len(docs)],
        rate=lambda step, steps: START * (1 - (step + 1) / steps),
        time=lambda step: step + time,
        **changed,
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


RESULTS = [
    # What comes back
    Mistake(
        "these are the losses after each adjustment; keep each loss before it.",
        measured_again(lambda step: step),
        measured_again(lambda step: step + 1),
    ),
    Mistake(
        "each loss is divided by how many rounds there are; return the losses as they are.",
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
        "that is the loss of the first round alone; every round has one, and the list is returned after the last.",
        of_result(lambda losses: losses[:1]),
        of_result(lambda losses: losses[0]),
        loop(count=lambda docs, steps: 1),
        lambda *given: loop(count=lambda docs, steps: 1)(*given)[0],
        because={returns_in_loop: "return after the loop, not inside it."},
    ),
    Mistake(
        "there is one round too many; range(steps) has steps of them.",
        loop(count=lambda docs, steps: steps + 1),
        loop(
            count=lambda docs, steps: steps + 1,
            rate=lambda step, steps: START * max(0, 1 - step / steps),
        ),
    ),
    Mistake(
        "there is one round too few; range(steps) has steps of them.",
        loop(count=lambda docs, steps: steps - 1),
        from_1(2, count=lambda docs, steps: steps - 1),
        from_1(1, count=lambda docs, steps: steps - 1),
    ),
    Mistake(
        "the rounds count from 1; range(steps) begins at 0, with docs[0] and the whole 0.01.",
        from_1(1),
        from_1(2),
    ),
    Mistake(
        "there is a round for each document, however many are asked for.",
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
        lambda *given: [(loss, START * (1 - i / given[3])) for i, loss in enumerate(train(*given))],
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
]
