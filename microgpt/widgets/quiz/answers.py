"""The trait of what was answered so far."""

import traitlets


class Answers(traitlets.TraitType):
    """{id: which option, from 0}, of questions whose numbers of options `sizes` names; -1: "I do not know"."""

    def __init__(self, sizes, lowest=0):
        self.sizes, self.lowest = sizes, lowest
        super().__init__()
        self.tag(sync=True)

    def make_dynamic_default(self):
        return {}

    def validate(self, obj, value):
        if isinstance(value, dict) and all(
            id_ in self.sizes and type(which) is int and self.lowest <= which < self.sizes[id_]
            for id_, which in value.items()
        ):
            return dict(value)
        raise traitlets.TraitError(
            f"{self.name} must give ids of questions the number of an option, counted from "
            f"{self.lowest}, not {value!r}."
        )


def sizes(items):
    """{id: how many options} of questions.

    >>> sizes([{"id": "01-a", "options": ["this", "that"]}])
    {'01-a': 2}
    """
    return {item["id"]: len(item["options"]) for item in items}
