"""Runs one bot: `child.py` starts this file in a process of its own.

    python -I runner.py FOLDER_OF_THE_PACKAGE MEMORY SECONDS STAND_IN bot.py 7

The model is loaded while that is still allowed; then the doors are shut, and only then a line of the bot runs.
"""

import importlib
import os
import sys
from types import ModuleType

# What a bot may want, loaded while libraries outside the standard library's folder can still be found.
WANTED = (
    "abc array bisect codecs collections contextlib copy dataclasses datetime decimal difflib encodings.idna enum "
    "fractions functools hashlib heapq io itertools json linecache math operator random re statistics string struct "
    "textwrap time traceback types typing unicodedata warnings"
).split()


def main():
    root, memory, seconds, stand_in, script, *arguments = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    for name in WANTED:
        importlib.import_module(name)
    lend_model(root, stand_in)
    sys.path.insert(0, here)
    import jail

    walls = jail.shut(int(memory), int(seconds))
    for name in ("jail", "linux", "ctypes", "_ctypes"):
        sys.modules.pop(name, None)
    sys.path.remove(here)
    sys.argv = [script, *arguments]
    with open(script, "rb") as file:
        source = file.read()
    sys.modules["__main__"] = ModuleType("__main__")
    print("ready", *walls, flush=True)
    exec(compile(source, script, "exec"), vars(sys.modules["__main__"]))


def lend_model(root, stand_in):
    """The package as far as a bot needs it: the model, but neither the policy nor the judge.

    With a `stand_in`, that name is made up in place of the model's.
    """
    sys.path.insert(0, root)
    from microgpt import canonical, sampling

    run = canonical.load_canonical()
    canonical.load_canonical = lambda: run
    if stand_in:
        sampling.generate = lambda *_, **__: stand_in
    sys.modules["microgpt.bot"] = None  # cannot be imported
    sys.path.remove(root)


if __name__ == "__main__":
    main()
