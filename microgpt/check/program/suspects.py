"""Name the faults whose numbers are those that a program prints.

The numbers of each fault come from a run of the course's program with this fault in it; tools/record_program_faults.py
made the runs. A fault fits where every number that can be compared is the same to the digits that are printed.
"""

import json
from functools import cache
from pathlib import Path

from .faults import BY_NAME

RECORD = Path(__file__).parents[2] / "datasets" / "program_faults.json"
OTHERS = {
    "another-list": "These are the losses of another list of names, of 32,033: read input.txt in the program's folder, "
    "or the file that MICROGPT_NAMES names.",
    "unsteady": "The numbers change from run to run: call random.seed(42) before the first draw, and sort whatever "
    "comes out of a set.",
}
"""What is no change to the program: another list, and no seed."""
FEWEST = 3  # samples that have to agree


@cache
def table():
    """{name of a fault: what was recorded of it}: a dict with the first `losses`, in nats per token, and more.

    >>> len(table()["no-scale"]["losses"])
    12
    """
    return json.loads(RECORD.read_text(encoding="utf-8"))


def says(name):
    """A fault in words."""
    return OTHERS[name] if name in OTHERS else BY_NAME[name].says


def by_losses(reading, parted):
    """The names of the faults that print these losses; `parted` is the step at which they leave the recorded run."""
    return [
        name
        for name, found in table().items()
        if parted <= len(found.get("losses", ())) and fits(reading, found["losses"])
    ]


def fits(reading, losses):
    """Whether all losses that can be compared agree."""
    return all(
        printed.agrees(losses[step - 1], reading.digits)
        for step, printed in reading.losses.items()
        if step <= len(losses)
    )


def compared(reading, name):
    """How many losses were compared with those of a fault."""
    return sum(step <= len(table()[name]["losses"]) for step in reading.losses)


def by_error(reading, kind):
    """The names of the faults that end with this kind of error after these losses."""
    return [
        name
        for name, found in table().items()
        if found.get("error") == kind and fits(reading, found["losses"])
    ]


def by_samples(samples):
    """The names of the faults that draw these names from the right weights."""
    return [
        name
        for name, found in table().items()
        if len(samples) >= FEWEST and samples[:20] == found.get("samples", [])[: len(samples)]
    ]
