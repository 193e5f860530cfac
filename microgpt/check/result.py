"""What comes of a check: the claims, met or not, and the words that are printed."""

from dataclasses import asdict, dataclass, field


@dataclass
class Claim:
    """One thing that an exercise asks for.

    `met` is True or False, or None as long as nobody can say. `code` holds the lines that are run, where
    they do not fit into the text. `message` says what to fix, and `place` holds the lines that belong
    under it: what was run, and where to look.
    """

    text: str
    met: bool | None = None
    message: str = ""
    code: list = field(default_factory=list)
    place: list = field(default_factory=list)


@dataclass
class Result:
    """The claims of an exercise, and how an answer meets them.

    `started` is False for an answer that is still the stub; `advice` says what to do first then.
    `worth` is how many points the exercise gives.
    """

    id: str
    advice: str
    claims: list
    started: bool = True
    worth: float = 1

    @property
    def passed(self):
        return all(claim.met for claim in self.claims)

    @property
    def points(self):
        """The share of the points that belongs to the claims that are met."""
        return self.worth * len(self.met) / len(self.claims)

    @property
    def met(self):
        """The claims that are met."""
        return [claim for claim in self.claims if claim.met]

    @property
    def messages(self):
        """What to fix."""
        return [claim.message for claim in self.claims if claim.message]

    def refuse(self, message):
        """Say why the answer cannot be tried at all."""
        self.started, self.claims[0].met, self.claims[0].message = True, False, message

    def as_dict(self):
        """Everything as plain data, for a page that shows the claims as a list to tick."""
        return asdict(self) | {"passed": self.passed, "points": self.points}

    def lines(self):
        """The lines that `check` prints: what is met, and then the first thing to fix.

        The claims that wait behind it are left out, since its message may be theirs.
        """
        if not self.started:
            return [f"not yet  {self.id}: {self.advice}"] + [f"open  {c.text}" for c in self.claims]
        lines = [f"pass  {claim.text}" for claim in self.claims if claim.met]
        for claim in self.claims:
            if claim.message:
                lines.append(f"fix   {claim.message}")
                lines += [f"      {line}" for line in claim.place]
        passed = "done." if self.passed else f"{len(self.met)} of {len(self.claims)} pass."
        return lines + [f"{self.id}: {passed}"]

    def __str__(self):
        return "\n".join(self.lines())
