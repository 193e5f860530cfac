"""Measure everything and write benchmarks/results.json: python -m benchmarks, or make bench.

The page "How fast is it?" is then written from it by tools/make_how_fast.py. On a machine that is left alone it takes
about ten minutes.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

from benchmarks import collector, engines, processes
from benchmarks.harness import in_turn
from benchmarks.names import RUN, before_shuffle, typical_first
from benchmarks.summary import summarise
from microgpt import load_names
from microgpt.data import read_documents

RESULTS = Path(__file__).parent / "results.json"


def main():
    """Measure, tell how it goes, write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--rounds", type=int, default=7, help="rounds (default 7)")
    parser.add_argument(
        "--few", type=int, default=30, help="steps of the program in each round (default 30)"
    )
    parser.add_argument(
        "--steps", type=int, default=RUN, help=f"steps of the others, at most {RUN} (the default)"
    )
    parser.add_argument("--names", type=Path, help="the names (default: the course's list)")
    parser.add_argument("--torch", metavar="PYTHON", help="a Python that has PyTorch and NumPy")
    parser.add_argument(
        "--json",
        type=Path,
        default=RESULTS,
        help="where to write (default benchmarks/results.json)",
    )
    args = parser.parse_args()
    docs = typical_first(read_documents(args.names) if args.names else load_names(), args.few)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "input.txt").write_text("\n".join(before_shuffle(docs)) + "\n", encoding="utf-8")
        reference = os.environ.get("MICROGPT_REFERENCE")
        measures = engines.measures(
            args.few, args.steps, folder, args.torch, reference and Path(reference).resolve()
        )
        measures["machine"] = lambda: processes.report("limit", folder=folder)
        rounds = in_turn(measures, args.rounds, lambda line: print(line, flush=True))
        print("how it grows", flush=True)
        growth = processes.report("growth", args.rounds, folder=folder)
    result = summarise(rounds, growth, docs, args.few, args.steps)
    result["collector"] = collector.measure(args.few, args.rounds)
    args.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    for name, speed in result["speed"].items():
        print(f"{engines.LABELS[name]}: {speed['warm']['median']:.4g}x the program's speed")


if __name__ == "__main__":
    main()
