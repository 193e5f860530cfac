"""Models of several sizes: what each comes to, and what a larger one brings.

    node tools/record_sizes.mjs     makes all runs anew (in some minutes) and writes the record

The record, `datasets/sizes.json`, is one JSON object:

    runs    for each length of run, `rounds`, and each learning rate at its start, `rate`: `sizes`, each with `width`,
            `layers`, `params` and `losses`, of the run with each of `seeds`
    date, seeds, n_head, block_size     what all runs share

A round is one name of the built-in list. The names held out are those of `microgpt.evidence.split`; a loss is that on
these names at the end of the run, in nats per token.
"""

import json
from dataclasses import dataclass
from math import exp, log, log2, sqrt
from pathlib import Path

from microgpt.evidence import compare, mean, spread

PATH = Path(__file__).parent / "datasets" / "sizes.json"


@dataclass(frozen=True)
class Size:
    """A model of one size, trained from one learning rate with several seeds: `losses`, one for each seed."""

    width: int
    layers: int
    params: int
    rate: float
    losses: tuple

    @property
    def mean(self):
        return mean(self.losses)

    @property
    def spread(self):
        return spread(self.losses)


@dataclass(frozen=True)
class PowerLaw:
    """loss = factor * params ** power. On paper with two logarithmic axes it is a straight line.

    >>> round(PowerLaw(power=-0.5, factor=8.0)(4), 9)
    4.0
    """

    power: float
    factor: float

    def __call__(self, params):
        return self.factor * params**self.power

    @property
    def doubling(self):
        """What twice the parameters multiply the loss by.

        >>> PowerLaw(power=-1, factor=8.0).doubling
        0.5
        """
        return 2**self.power


@dataclass(frozen=True)
class Step:
    """From one size to a larger one: what each doubling of the parameters adds to the loss, and the error of that.

    `verdict` is that of `microgpt.evidence.compare`.
    """

    per_doubling: float
    error: float
    verdict: str


def load_record() -> dict:
    """The whole record, as the docstring of this module describes it."""
    return json.loads(PATH.read_text(encoding="utf-8"))


def load_sizes(rounds=1000, rate=None) -> list[Size]:
    """The recorded sizes of runs of so many rounds, from few parameters to many.

    All start from one learning `rate`, or each from the better one of those recorded: the one with the lower mean.

    >>> [(size.params, size.rate) for size in load_sizes() if size.layers == 1]
    [(472, 0.01), (1328, 0.01), (4192, 0.01), (14528, 0.003), (53632, 0.003)]
    """
    found = {}
    for run in load_record()["runs"]:
        if run["rounds"] == rounds and rate in (None, run["rate"]):
            for size in (Size(**size, rate=run["rate"]) for size in run["sizes"]):
                found.setdefault(size.params, []).append(size)
    if not found:
        raise ValueError(f"no runs of {rounds!r} rounds at the rate {rate!r} were recorded")
    return [min(found[params], key=lambda size: size.mean) for params in sorted(found)]


def power_law(sizes) -> PowerLaw:
    """The straight line nearest to the mean losses (least squares), both numbers of each point as logarithms.

    >>> law = power_law([Size(1, 1, 10, 0.01, (4.0,)), Size(1, 1, 40, 0.01, (2.0,))])
    >>> round(law.power, 9), round(law.doubling, 4)
    (-0.5, 0.7071)
    """
    xs, ys = [log(size.params) for size in sizes], [log(size.mean) for size in sizes]
    x_mean, y_mean = mean(xs), mean(ys)
    across = sum((x - x_mean) ** 2 for x in xs)
    power = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys)) / across
    return PowerLaw(power, exp(y_mean - power * x_mean))


def step(small: Size, large: Size) -> Step:
    """What a doubling brings between two sizes, from the seeds that both have.

    >>> step(Size(1, 1, 10, 0.01, (3.0, 3.5)), Size(1, 1, 40, 0.01, (2.0, 3.5)))
    Step(per_doubling=-0.25, error=0.25, verdict='cannot tell')
    """
    pairs = list(zip(small.losses, large.losses))
    doublings = log2(large.params / small.params)
    each = [(after - before) / doublings for before, after in pairs]
    return Step(mean(each), spread(each) / sqrt(len(each)), compare(*zip(*pairs)).verdict)


def levels_off(sizes) -> Size:
    """The smallest size that no larger one is better than, by the rule of `microgpt.evidence.compare`.

    >>> levels_off([size for size in load_sizes(rate=0.01) if size.layers == 1]).params
    14528
    """
    for i, size in enumerate(sizes):
        if all(compare(size.losses, more.losses).verdict != "better" for more in sizes[i + 1 :]):
            return size
    raise ValueError("there is no size")
