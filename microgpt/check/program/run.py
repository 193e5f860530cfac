"""Run a program in a process of its own and read what it prints as it comes."""

from pathlib import Path

from ...child import Child
from .ending import Ending
from .reading import Reading
from .reasons import say_unsteady
from .right import LIST, list_of_names, recorded
from .verdict import judge
from .watch import Watch


def check_file(path, steps=None, limits=None, tell=lambda reading: None):
    """The Verdict on a program in a file, run in a process of its own; OSError if the file cannot be read.

    `tell` is called with the Reading after each line that holds a loss.
    """
    path = Path(path)
    source = path.read_bytes()
    reading, ending = run_apart(path.name, source, steps, limits, tell)
    verdict = judge(reading, path.name, steps, ending)
    if verdict.parted == 1 and not verdict.suspects and ending.kind != "keyboard":
        again, _ = run_apart(path.name, source, 1, limits, tell, hash_seed=1)
        if 1 in again.losses and again.losses[1] != reading.losses[1]:
            say_unsteady(verdict, again.losses[1].text)
    return verdict


def run_apart(name, source, steps, limits, tell, hash_seed=0):
    """(Reading, Ending) of a program in a process of its own, which ends when the verdict is known."""
    total = len(recorded().losses)
    reading, kind = Reading(steps=min(steps or total, total)), ""
    watch = Watch(reading, steps)
    child = Child(
        name,
        {name: source, LIST: list_of_names()},
        environment={"MICROGPT_NAMES": LIST},
        limits=limits,
        hash_seed=hash_seed,
    )
    with child:
        try:
            for line in child.lines():
                if reading.add(line):
                    tell(reading)
                    if watch.enough():
                        break
        except KeyboardInterrupt:
            kind = "keyboard"
    return reading, Ending(kind or child.ending, child.errors, child.code)
