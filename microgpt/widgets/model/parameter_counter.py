"""How many numbers a model has, matrix by matrix."""

from microgpt.model import Config

from ..base import Widget
from ..traits import Number

ATTENTION, MLP = ("attn_wq", "attn_wk", "attn_wv", "attn_wo"), ("mlp_fc1", "mlp_fc2")


class ParameterCounter(Widget):
    """The count of every matrix for sizes to choose: embeddings, attention, MLP, output, and their sum.

    >>> ParameterCounter()
    4,192 numbers = 432 + 256 + 432 + 4 × 256 + 1,024 + 1,024: embeddings 688, attention 1,024, MLP 2,048, output 432.
    >>> ParameterCounter(n_embd=32).total()
    14528
    """

    module = "model/parameter_counter.js"
    n_embd = Number(16, low=1, high=16384, whole=True)
    n_layer = Number(1, low=1, high=128, whole=True)
    n_head = Number(4, low=1, high=128, whole=True)
    vocab_size = Number(27, low=1, high=300000, whole=True)
    block_size = Number(16, low=1, high=131072, whole=True)

    def counts(self):
        """{name of a matrix: how many numbers it has}, as `Config.shapes` has them."""
        # One head: the heads change no matrix, and any n_embd is divisible by 1.
        config = Config(self.n_layer, self.n_embd, 1, self.block_size)
        shapes = config.shapes(self.vocab_size)
        return {name: rows * columns for name, (rows, columns) in shapes.items()}

    def total(self):
        return sum(self.counts().values())

    def groups(self):
        """{"embeddings", "attention", "MLP", "output": how many numbers}"""
        groups = dict.fromkeys(["embeddings", "attention", "MLP", "output"], 0)
        for name, count in self.counts().items():
            groups[group_of(name)] += count
        return groups

    def summary(self):
        counts = self.counts()
        first = [f"{counts[name]:,}" for name in ("wte", "wpe", "lm_head")]
        layer = f"4 × {counts['layer0.attn_wq']:,} + {counts['layer0.mlp_fc1']:,} + {counts['layer0.mlp_fc2']:,}"
        layers = layer if self.n_layer == 1 else f"{self.n_layer} × ({layer})"
        groups = ", ".join(f"{name} {count:,}" for name, count in self.groups().items())
        text = f"{self.total():,} numbers = {' + '.join(first)} + {layers}: {groups}."
        if self.n_embd % self.n_head:
            text += f" n_embd ({self.n_embd:,}) must be divisible by n_head ({self.n_head})."
        return text


def group_of(name):
    """
    >>> group_of("layer0.mlp_fc1")
    'MLP'
    """
    if name in ("wte", "wpe"):
        return "embeddings"
    if name == "lm_head":
        return "output"
    return "attention" if name.endswith(ATTENTION) else "MLP"
