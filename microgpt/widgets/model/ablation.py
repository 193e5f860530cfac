"""A part of the model taken away, the rest trained again over several seeds."""

from traitlets import TraitError

from ...ablation import PARTS
from ...evidence import LABELS, compare, load_record, mean
from ..base import Widget
from ..results import Results
from ..traits import ListTrait, Number, OneOf

MOST_SEEDS = 10
MOST_ROUNDS = 20_000


class Parts(ListTrait):
    """A list of different parts of the model, in the order of `microgpt.ablation.PARTS`."""

    def validate(self, obj, value):
        if not isinstance(value, (list, tuple)) or any(
            not isinstance(part, str) or part not in PARTS for part in value
        ):
            raise TraitError(
                f"{self.name} must be a list of some of {', '.join(PARTS)}, not {value!r}."
            )
        return [part for part in PARTS if part in value]


class Ablation(Widget):
    """The model whole and without a part, trained in your browser with the same seeds: did the part matter?

    `without` names the parts, each missing from a model of its own; `seeds` is how many runs each model gets, `rounds`
    how many names each run learns from. `show` is "recorded" (runs of 1,000 rounds), "long" (of 20,000) or "yours".
    `results` is what the runs in the browser came to, as far as they are finished.

    >>> Ablation(without=["attention"])  # doctest: +ELLIPSIS
    Recorded, 1,000 rounds, 8 seeds each, held-out loss: whole model 2.382. Without a part, worse: ...
    """

    module = "model/ablation.js"
    without = Parts(["position"])
    seeds = Number(5, low=1, high=MOST_SEEDS, whole=True)
    rounds = Number(1000, low=1, high=MOST_ROUNDS, whole=True)
    show = OneOf("recorded", ["recorded", "long", "yours"])
    results = Results(LABELS, first="whole", most_seeds=MOST_SEEDS, most_rounds=MOST_ROUNDS)

    def shown(self):
        """(which runs, rounds, {name: losses}) of what the picture shows."""
        if self.show == "yours":
            return "Your runs", self.results.get("rounds", 0), self.results.get("losses", {})
        run = load_record()["runs"][["recorded", "long"].index(self.show)]
        return "Recorded", run["steps"], run["losses"]

    def summary(self):
        whose, rounds, losses = self.shown()
        verdicts = verdicts_of(losses)
        if not verdicts:
            names = ", ".join(LABELS[part] for part in self.without)
            seeds = f"{self.seeds} seed{'s' * (self.seeds > 1)}"
            return f"To be run: the whole model against {names or 'nothing'}, {seeds}, {self.rounds:,} rounds."
        whole = mean([loss for loss in losses["whole"] if loss is not None])
        said = "; ".join(f"{verdict}: {', '.join(names)}" for verdict, names in verdicts.items())
        seeds = f"{len(losses['whole'])} seed{'s' * (len(losses['whole']) > 1)} each"
        return f"{whose}, {rounds:,} rounds, {seeds}, held-out loss: whole model {whole:.3f}. Without a part, {said}."


def verdicts_of(losses):
    """{verdict: what was compared and found so}: the difference beside it, where there is a verdict.

    >>> verdicts_of({"whole": [2.0, 2.1, 2.2, 2.1], "mlp": [2.3, 2.5, 2.5, 2.4], "relu": [2.0, 2.2, 2.1, 2.1]})
    {'worse': ['no MLP (+0.325)'], 'cannot tell': ['no ReLU']}
    """
    verdicts = {}
    for part in (part for part in PARTS if part in losses):
        pairs = [pair for pair in zip(losses["whole"], losses[part]) if None not in pair]
        if pairs:
            found = compare(*zip(*pairs))
            size = "" if found.verdict == "cannot tell" else f" ({found.difference:+.3f})"
            verdicts.setdefault(found.verdict, []).append(LABELS[part] + size)
    return {name: verdicts[name] for name in ("worse", "better", "cannot tell") if name in verdicts}
