"""Held-out loss over the number of parameters: a prediction, a run of one's own, a straight line."""

from functools import cache

from traitlets import TraitError, default

from ... import baselines, measured, sizes
from ...data import load_names
from ...evidence import LEAST_SEEDS, mean, split, spread
from ...tokenizer import Tokenizer
from ..base import Filled
from ..traits import ListTrait, Number, OneOf, is_number, is_whole

ROUNDS = {"short": 1000, "long": 5000}
WIDTHS = [4, 8, 12, 16, 24, 32, 48]
RATES = [0.01, 0.003]
MOST_SEEDS = 8
MOST_RUNS = len(WIDTHS) * 2 * len(RATES) * len(ROUNDS)
LOWEST, HIGHEST = 1.5, 3.5
DIGITS = 5


class Guess(Number):
    """A loss that can be predicted, or None."""

    def validate(self, obj, value):
        return None if value is None else super().validate(obj, value)


class Runs(ListTrait):
    """A list of what models trained in the browser came to, each {width, layers, rate, rounds, losses}."""

    def validate(self, obj, value):
        if isinstance(value, (list, tuple)) and len(value) <= MOST_RUNS and all(map(is_run, value)):
            return list(value)
        raise TraitError(
            f"{self.name} must be a list of runs, as the widget leaves them, not {value!r:.80}."
        )


def is_run(value):
    """
    >>> is_run({"width": 8, "layers": 1, "rate": 0.01, "rounds": 1000, "losses": [2.4, None]})
    True
    >>> is_run({"width": 9, "layers": 1, "rate": 0.01, "rounds": 1000, "losses": [2.4, None]})
    False
    """
    return (
        isinstance(value, dict)
        and value.keys() == {"width", "layers", "rate", "rounds", "losses"}
        and is_whole(value["width"])
        and value["width"] in WIDTHS
        and is_whole(value["layers"])
        and value["layers"] in (1, 2)
        and value["rate"] in RATES
        and value["rounds"] in ROUNDS.values()
        and isinstance(value["losses"], list)
        and 1 <= len(value["losses"]) <= MOST_SEEDS
        and all(loss is None or is_number(loss) for loss in value["losses"])
    )


class ScalingLaw(Filled):
    """Models of several sizes: the loss on names held out over the parameters, with the noise of the seeds.

    `show` is "short" or "long" (the built-in list, 1,000 or 5,000 rounds) or "card" (a longer list, on a graphics
    card). `guess` is the reader's prediction of the loss of a model of `n_embd`, `n_layer` and `rate`; once it is
    `committed`, all sizes are `revealed`, and stay so. `runs` is what the
    reader's models came to, of `seeds` runs each. A straight line goes through the `fitted` smallest sizes, or "all".

    >>> ScalingLaw()
    Built-in list, 1,000 rounds: 2.469 with 472 parameters, lowest 2.336 with 53,632. From the smallest to the \
largest, a doubling of the parameters changes the loss by −0.0194 ± 0.0008.
    """

    module = "scale/scaling_law.js"
    question = "What does a model twice as large buy, and does it go on for ever?"
    seen = (
        "Each doubling takes off less than the first ones did, and the line through the smallest sizes promises more "
        "than the large ones keep. With the rate 0.01 for every size the loss turns up again; a smaller rate puts the "
        "large models right. A second layer of the same width adds parameters, and after 1,000 rounds nothing shows of "
        "it. So a law of this kind is about models that are each trained well, for long enough and on enough text."
    )
    show = OneOf("short", [*ROUNDS, "card"])
    n_embd = OneOf(48, WIDTHS)
    n_layer = OneOf(1, [1, 2])
    rate = OneOf(0.01, RATES)
    guess = Guess(None, low=LOWEST, high=HIGHEST)
    committed = OneOf(False, [False, True])
    revealed = OneOf(False, [False, True])
    seeds = Number(LEAST_SEEDS, low=1, high=MOST_SEEDS, whole=True)
    runs = Runs()
    fitted = OneOf(3, [2, 3, 4, "all"])

    @default("content")
    def _records(self):
        return {"records": records()}

    def law(self):
        """The sizes that the line is about: those with one layer, each with its better rate; all those of the card."""
        if self.show == "card":
            return card_sizes()
        return [size for size in sizes.load_sizes(ROUNDS[self.show]) if size.layers == 1]

    def line(self):
        """The `microgpt.sizes.PowerLaw` through the smallest of them."""
        law = self.law()
        return sizes.power_law(law if self.fitted == "all" else law[: self.fitted])

    def summary(self):
        law = self.law()
        lowest, smallest = min(law, key=lambda size: size.mean), law[0]
        step = sizes.step(smallest, law[-1])
        where = (
            f"Built-in list, {ROUNDS[self.show]:,} rounds"
            if self.show in ROUNDS
            else "26,545 names on a graphics card"
        )
        size = f"{step.per_doubling:.4f} ± {step.error:.4f}".replace("-", "−")
        return (
            f"{where}: {smallest.mean:.3f} with {smallest.params:,} parameters, lowest {lowest.mean:.3f} with "
            f"{lowest.params:,}. From the smallest to the largest, a doubling of the parameters changes the loss by "
            f"{size}.{self._own()}"
        )

    def _own(self):
        """What the reader's model of the chosen size came to."""
        key = [self.n_embd, self.n_layer, self.rate, ROUNDS.get(self.show)]
        for run in self.runs:
            losses = [loss for loss in run["losses"] if loss is not None]
            if losses and [run[name] for name in ("width", "layers", "rate", "rounds")] == key:
                said = "" if self.guess is None else f", foretold as {self.guess:.3f}"
                several = f" ± {spread(losses):.3f}" if len(losses) > 1 else ""
                return f" Your model of width {self.n_embd}: {mean(losses):.3f}{several}{said}."
        return ""


def card_sizes():
    """Those of the graphics card, each with its best rate, as `microgpt.measured.best_rates` finds it."""
    return [
        sizes.Size(
            runs[0]["n_embd"],
            runs[0]["n_layer"],
            params,
            runs[0]["lr"],
            tuple(run["held"] for run in runs),
        )
        for params, runs in measured.best_rates(measured.load_scaling()["sizes"]).items()
    ]


@cache
def levels():
    """What counting comes to on the names held out of the built-in list, learned from the others: [name, loss]."""
    docs, held_out = split(load_names())
    tokenizer = Tokenizer(docs + held_out)
    counts = baselines.count_pairs(docs, tokenizer)
    tables = {
        "pairs counted": baselines.bigram(counts, smoothing=1),
        "letters counted": baselines.unigram(counts),
        "blind guess": baselines.uniform(counts),
    }
    return [
        [name, round(baselines.mean_surprise(table, held_out, tokenizer), 3)]
        for name, table in tables.items()
    ]


@cache
def records():
    """What the page needs of each record: its sizes, those that one rate for all makes worse, the levels."""
    found = {}
    for name, rounds in ROUNDS.items():
        best = sizes.load_sizes(rounds)
        plain = [
            size
            for size in sizes.load_sizes(rounds, rate=RATES[0])
            if size.layers == 1 and size not in best
        ]
        found[name] = {
            "rounds": rounds,
            "law": [row(size) for size in best if size.layers == 1],
            "deep": [row(size) for size in best if size.layers > 1],
            "plain": [row(size) for size in plain],
            "levels": levels(),
        }
    card = measured.load_scaling()
    found["card"] = {
        "rounds": card["sizes"][0]["steps"],
        "batch": card["batch"],
        "names": card["train_names"],
        "law": [row(size) for size in card_sizes()],
        "deep": [],
        "plain": [],
        "levels": levels()[
            -1:
        ],  # a guess that knows nothing is the same on every list of these letters
    }
    return found


def row(size):
    """One size as the page has it: [width, layers, parameters, rate, losses]."""
    losses = [round(loss, DIGITS) for loss in size.losses]
    return [size.width, size.layers, size.params, size.rate, losses]
