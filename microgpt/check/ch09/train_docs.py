"""What goes wrong with the documents, one in each step."""

from random import Random

from ..mistakes import Mistake
from .loop import START, loop, several, train


def picking(choose):
    return loop(pick=choose)


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


DOCS = [
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
        lambda model, tokenizer, docs, steps: loop(count=lambda docs, steps: min(steps, len(docs)))(
            model, tokenizer, docs, steps
        ),
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
]
