"""How large a model is, what its training takes, and how much memory it needs."""

from traitlets import default

from ... import scale
from ..base import Filled
from ..traits import Number, OneOf, WholeByName

# What can be typed for a size.
MOST = {
    "width": 65_536,
    "layers": 256,
    "heads": 256,
    "kv_heads": 256,
    "hidden": 262_144,
    "vocab": 1_000_000,
    "context": 10_000_000,
    "experts": 64,
    "active": 64,
}


WANTED = (
    f"some of {', '.join(MOST)} whole numbers from 1 "
    f"to at most {', '.join(f'{most:,}' for most in MOST.values())}"
)


class ScaleTable(Filled):
    """Models from microgpt to the largest whose sizes are known: parameters, work, memory, time and cost.

    `sizes` changes some of the model's sizes. `tokens` is what it is trained on; 0 stands for what its source says.
    `cards`, `peak` (in teraflops), `share` and `price` (of a card for an hour; 0 for none) say on what.

    >>> ScaleTable()
    GPT-2 small has 124,439,808 parameters: MLP 45.5 %, tokens in 31.0 %, attention 22.8 %.
    >>> round(ScaleTable(model="gpt3", cards=1000).days(), 1)
    9.2
    >>> ScaleTable(model="gpt2", sizes={"layers": 24}).total()
    209494272
    """

    module = "scale/scale_table.js"
    model = OneOf("gpt2", scale.MODELS)
    sizes = WholeByName(MOST, 1, WANTED)  # what differs from the model
    tokens = Number(0, low=0, high=1e15)
    cards = Number(1, low=1, high=1_000_000, whole=True)
    peak = Number(scale.H100 / 1e12, low=0.001, high=100_000)
    share = Number(0.4, low=0.01, high=1)
    price = Number(0, low=0, high=10_000)

    @default("content")
    def _models(self):
        models = [
            {"key": key, **known._asdict(), "sizes": known.sizes._asdict()}
            for key, known in scale.MODELS.items()
        ]
        return {"models": models}  # a list: it keeps their order

    def chosen(self):
        """The sizes: the model's, with the changes."""
        return scale.changed(scale.MODELS[self.model].sizes, **self.sizes)

    def total(self):
        return scale.total(self.chosen())

    def flops(self):
        """The operations of the training; None where the number of tokens is not known."""
        tokens = self.tokens or scale.MODELS[self.model].tokens
        return scale.training_flops(self.chosen(), tokens) if tokens else None

    def days(self):
        flops = self.flops()
        return flops and scale.training_days(flops, self.cards, self.peak * 1e12, self.share)

    def summary(self):
        counts = scale.parameters(self.chosen())
        largest = sorted(counts, key=counts.get, reverse=True)[:3]
        shares = ", ".join(f"{part} {100 * counts[part] / self.total():.1f} %" for part in largest)
        name = scale.MODELS[self.model].name + (", changed," if self.sizes else "")
        return f"{name} has {self.total():,} parameters: {shares}."
