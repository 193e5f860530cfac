"""Look at each loss as it comes, and say when the verdict is known."""

from math import inf

from .right import recorded
from .verdict import LOOK, parted


class Watch:
    """Looks at each loss as it comes, until the verdict is known."""

    def __init__(self, reading, steps):
        self.reading, self.steps, self.differs = reading, steps, None

    def enough(self):
        """Whether all losses that were asked for are there, or as many as it takes to name a fault."""
        step, loss = self.reading.last
        right = recorded().losses
        if self.differs is None and 0 < step <= len(right) and not loss.agrees(right[step - 1]):
            self.differs = parted(self.reading, self.steps or inf)
        if self.differs is not None and step >= max(self.differs, LOOK):
            return True
        return bool(self.steps and step >= self.steps)
