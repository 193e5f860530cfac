"""The whole program to read: each region in plain words and in technical ones."""

from traitlets import TraitError, default, observe, validate

from ... import course
from ...program import load_listing
from ..base import Widget
from ..links import links
from ..traits import Among, OneOf
from .regions import load_regions

VIEWS = ["plain", "technical", "both"]
NAMES = [region["name"] for region in load_listing()[0]]  # in the program's order


class LineByLine(Widget):
    """The whole program, region by region, with what each one does: in plain words, technical ones, or both.

    The code stays where it is; the chosen region stands out in it. An animated picture shows what the region does,
    and lights up the line that does it. On paper, and where no scripts run, all regions stand with all their words.
    `regions` makes it a part of the program: these regions alone, in the program's order.

    >>> LineByLine(region="softmax")
    The program line by line, region softmax, 9 of 16: Positive shares of 1. Any numbers come in; shares come out, \
all above 0, together 1.
    >>> LineByLine(regions=["mlp", "gpt"]).region
    'mlp'
    """

    module = "program/line_by_line.js"
    question = "What does each line of the program do, and what would an expert say of it?"
    seen = (
        "Sixteen regions, and each can be said in a few plain words. A large model has the same ones: what differs is "
        "how they are computed, how much of everything there is, and what happens to the last digits."
    )
    regions = Among(NAMES)
    region = OneOf(NAMES[0], NAMES)
    view = OneOf("plain", VIEWS)

    @default("region")
    def _first(self):
        return self.regions[0]

    @observe("regions")
    def _stay_inside(self, change):
        if self.region not in change["new"]:
            self.region = change["new"][0]

    @validate("region")
    def _inside(self, proposal):
        if proposal["value"] in self.regions:
            return proposal["value"]
        raise TraitError(f"region must be one of the regions {', '.join(self.regions)}.")

    def summary(self):
        told = load_regions()[self.region]
        place = f"{self.regions.index(self.region) + 1} of {len(self.regions)}"
        first = told["plain"][0].replace("`", "").split(". ")[0].rstrip(".")
        return f"The program line by line, region {self.region}, {place}: {told['title']}. {first}."

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}

    def on_paper(self):
        from .paper import paper  # only here: the page's own Python has no module html

        return paper(self.regions)
