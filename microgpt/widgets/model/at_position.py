"""A token of a name, chosen by its position."""

import traitlets

from ..attention.heads import LAST_POSITION
from ..traits import Letters, OneOf


class AtPosition(traitlets.HasTraits):
    """For a widget that follows one token: `name` is what the model reads, `position` is 0 for BOS."""

    name = Letters("emma", shortest=1, longest=LAST_POSITION)
    position = OneOf(2, range(LAST_POSITION + 1))

    @traitlets.validate("position")
    def _in_the_name(self, proposal):
        position = proposal["value"]
        if position > len(self.name):
            raise traitlets.TraitError(
                f"position must be 0 to {len(self.name)} for {self.name!r}, not {position}."
            )
        return position

    @traitlets.observe("name")
    def _stay_in_the_name(self, change):
        self.position = min(self.position, len(self.name))
