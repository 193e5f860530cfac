"""Widgets about training: the five-step loop, the training itself, and what to make of its runs."""

from ..base import Widget
from ..traits import Number, Numbers
from .diagnose_run import DiagnoseRun
from .draw_curve import DrawCurve
from .gradient_field import GradientField
from .is_it_real import IsItReal
from .loss_builder import LossBuilder
from .sgd_vs_adam import SgdVsAdam
from .toy_trainer import ToyTrainer
from .train_here import TrainHere
from .training_step import TrainingStep

__all__ = [
    "DiagnoseRun",
    "DrawCurve",
    "FiveStepLoop",
    "GradientField",
    "IsItReal",
    "LossBuilder",
    "SgdVsAdam",
    "ToyTrainer",
    "TrainHere",
    "TrainingStep",
]

LETTERS = ["a", "e", "m", "end"]
TRUTH = LETTERS.index("m")
"""In `emma`, the letter e is followed by m."""

STATIONS = ["feed", "predict", "compare", "trace the blame", "adjust"]
MOST = 100


class FiveStepLoop(Widget):
    """The loop of training on four numbers: feed, predict, compare, trace the blame, adjust; then again.

    The four numbers `start` score what may follow the letter e: a, e, m or the end of the name. In `emma` it is m.
    `steps` counts the stations passed, five to a round; `step_size` is the learning rate.

    >>> FiveStepLoop(steps=10).losses()
    [2.7466, 1.6132]
    """

    module = "training/five_steps.js"
    steps = Number(0, low=0, high=MOST, whole=True)
    step_size = Number(1, low=0, high=5)
    start = Numbers([1, 0, -1, 0.5], shortest=len(LETTERS), longest=len(LETTERS), low=-5, high=5)

    def rounds(self):
        """One dict for each round that has begun: numbers, probs, loss, blame, next; computed with `Value`."""
        from microgpt import Value, softmax

        numbers, rounds = self.start, []
        for _ in range(max(1, -(-self.steps // len(STATIONS)))):
            row = [Value(number) for number in numbers]
            probs = softmax(row)
            loss = -probs[TRUTH].log()
            loss.backward()
            adjusted = [value.data - self.step_size * value.grad for value in row]
            rounds.append({
                "numbers": numbers,
                "probs": [p.data for p in probs],
                "loss": loss.data,
                "blame": [value.grad for value in row],
                "next": adjusted,
            })  # fmt: skip
            numbers = adjusted
        return rounds

    def losses(self):
        """The loss of each round that has begun, to four decimals."""
        return [round(one["loss"], 4) for one in self.rounds()]

    def summary(self):
        rounds = self.rounds()
        reached = (
            f"after “{STATIONS[(self.steps - 1) % len(STATIONS)]}”" if self.steps else "not begun"
        )
        return (
            f"The five-step loop, round {len(rounds)}, {reached}. After e the model gives {LETTERS[TRUTH]} "
            f"{100 * rounds[-1]['probs'][TRUTH]:.0f} %, a loss of {rounds[-1]['loss']:.2f}."
        )
