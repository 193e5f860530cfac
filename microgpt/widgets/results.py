"""What the runs of several models came to, as the browser leaves it in a trait."""

from traitlets import TraitError, TraitType

from .traits import is_number, is_whole


class Results(TraitType):
    """{} or {"rounds": number, "losses": {name: a loss or None for each seed}}, `first` being one of the names."""

    def __init__(self, names, first, most_seeds, most_rounds):
        self.names, self.first = set(names), first
        self.most_seeds, self.most_rounds = most_seeds, most_rounds
        super().__init__()
        self.tag(sync=True)

    def make_dynamic_default(self):
        return {}

    def validate(self, obj, value):
        if value == {} or (
            isinstance(value, dict)
            and value.keys() == {"rounds", "losses"}
            and is_whole(value["rounds"])
            and 1 <= value["rounds"] <= self.most_rounds
            and self._are_losses(value["losses"])
        ):
            return value
        raise TraitError(
            f"{self.name} must be {{}} or hold rounds and losses, as the widget's runs leave them, not {value!r:.80}."
        )

    def _are_losses(self, losses):
        return (
            isinstance(losses, dict)
            and self.first in losses
            and losses.keys() <= self.names
            and all(isinstance(row, list) for row in losses.values())
            and len({len(row) for row in losses.values()}) == 1
            and 1 <= len(losses[self.first]) <= self.most_seeds
            and all(x is None or is_number(x) for row in losses.values() for x in row)
        )
