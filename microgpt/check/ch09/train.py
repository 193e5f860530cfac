"""Exercise 9.5: the whole training loop."""

from ..scenario import Scenario, Story
from .loop import code, train, trained
from .train_docs import DOCS
from .train_loss import LOSS
from .train_rate import RATE
from .train_results import RESULTS
from .train_step import STEP

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
    hint="The first loss tells of the loss alone; the second of the step as well; "
    "the third of Adam's averages and of the learning rate, too.",
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
                "[train(one, tokenizer, docs, 3) for one in (model, other, model)]",
            ),
            [AGAIN[0], AGAIN[0], AGAIN[1]],
            aside="these are three runs, of two models that are alike, and of the first once more; "
            "something goes on from run to run, where each is to begin afresh.",
        ),
    ],
    mistakes=[*RESULTS, *STEP, *RATE, *LOSS, *DOCS],
)
