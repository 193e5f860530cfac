"""What tidying costs the program, and write it into benchmarks/results.json: python -m benchmarks.collector

Python looks again and again through the objects that a program has made, for groups that hold each other and that
nobody needs. `backward` leaves one in each step: its graph, which the function inside it holds. As Python comes, 700
new objects are an occasion to look. With `gc.set_threshold(300_000)` there are fewer; the losses are the same.
"""

import json
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.engines import PROGRAM, check_losses, script
from benchmarks.harness import in_turn, ratio
from benchmarks.names import before_shuffle, typical_first
from microgpt import load_names

RESULTS = Path(__file__).parent / "results.json"
SELDOM = "import gc; gc.set_threshold(300_000)\n"


def measure(few, rounds, tell=print):
    """How many steps the program takes with fewer looks, while it takes one as it stands."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        docs = typical_first(load_names(), few)
        (folder / "input.txt").write_text("\n".join(before_shuffle(docs)) + "\n", encoding="utf-8")
        seldom = folder / "seldom.py"
        seldom.write_text(SELDOM + PROGRAM.read_text("utf-8"), encoding="utf-8")
        measures = {
            "program": lambda: script(PROGRAM, few, folder),
            "seldom": lambda: script(seldom, few, folder),
        }
        found = in_turn(measures, rounds, tell)
    check_losses(found)
    steps = ([one["warm"] for one in found[name]] for name in ("program", "seldom"))
    return {"rounds": rounds, "few": few, "date": f"{date.today()}"} | ratio(*steps)


if __name__ == "__main__":
    results = json.loads(RESULTS.read_text("utf-8"))
    results["collector"] = measure(few=30, rounds=7)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(results["collector"])
