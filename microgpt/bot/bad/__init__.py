"""Bots that break the policy, each in its own way: the learner's attack is played with them.

A file holds the hooks, and what else stands between the two marks of the starter; the lists are the right ones. One
with a `main` of its own is a whole program. Its first line says what is wrong with it.
"""

from pathlib import Path

from ..policy import FRUITS, LOOK_ALIKES
from ..reference import STARTER

FOLDER = Path(__file__).parent
MARKS = "# --- yours", "# --- the same for everybody"


def bad_bots():
    """{name: source as bytes}, in alphabetical order.

    >>> len(bad_bots()) >= 12
    True
    """
    files = sorted(FOLDER.glob("[!_]*.py"))
    return {file.stem: whole(file.read_text(encoding="utf-8")).encode() for file in files}


def whole(text):
    """The program that a file stands for."""
    if "def main(" in text:
        return text
    starter = STARTER.read_text(encoding="utf-8")
    head, _, rest = starter.partition(MARKS[0])
    _, mark, tail = rest.partition(MARKS[1])
    lists = f"FRUITS = {FRUITS}\nLOOK_ALIKES = {LOOK_ALIKES}"
    _, _, hooks = text.partition("\n")  # without the line that says what is wrong
    return f"{head}{MARKS[0]} ---\n\n{lists}\n{hooks}\n\n{mark}{tail}"


def weakness(name):
    """What is wrong with a bad bot, as its file says."""
    return FOLDER.joinpath(f"{name}.py").read_text(encoding="utf-8").split("\n")[0].strip('"')
