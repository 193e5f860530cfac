"""Runs the course's program with each of the usual faults, and writes what it prints into
microgpt/datasets/program_faults.json: python tools/record_program_faults.py [NAME...]

It takes a quarter of an hour; with names of faults it runs these alone. The record is one JSON object. For each fault:

    params    how many parameters the program counts
    losses    of its first steps, in nats per token, 7 decimals; fewer where it ends with an error
    error     the kind of the error it ends with, if it does
    samples   of a fault in sampling, in place of the three above: the names it draws with the recorded weights
"""

import json
import math
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from microgpt.canonical import load_canonical
from microgpt.check.program.faults import BY_NAME, SAMPLING
from microgpt.child import Child, Limits
from microgpt.data import load_names

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "microgpt" / "datasets" / "program_faults.json"
PROGRAM = (ROOT / "ladder" / "train5.py").read_text("utf-8")
REFERENCE = json.loads((ROOT / "tests" / "reference" / "run.json").read_text("utf-8"))
FIRST = 12  # losses of each
DIGITS = 7
LOOP = "for step in range(num_steps):"
TRAINED = """import json
with open("weights.json") as file:
    for p, p.data in zip(params, json.load(file)): pass
for step in range(0):"""


def printed(text, first=FIRST):
    """(lines, stderr) of a program on the course's list, up to its first losses."""
    files = {
        "program.py": text.replace("{loss.data:.4f}", "{loss.data!r}"),
        "input.txt": "\n".join(load_names()),
        "weights.json": json.dumps(load_canonical().weights),
    }
    lines = []
    with Child("program.py", files, limits=Limits(seconds=600)) as child:
        for line in child.lines():
            lines.append(line)
            if line.startswith(f"step {first:4d} "):
                break
    return lines, child.errors


def training(fault, first=FIRST):
    """What a fault in training comes to."""
    lines, errors = printed(fault.apply(PROGRAM), first)
    text = "\n".join(lines)
    losses = [float(loss) for loss in re.findall(r"loss (.+)", text)][:first]
    finite = [round(loss, DIGITS) for loss in losses if math.isfinite(loss)]
    found = {"params": int(re.search(r"num params: (\d+)", text)[1]), "losses": finite}
    if kind := re.findall(r"^(\w+Error)\b", errors, re.MULTILINE):
        found["error"] = kind[-1]
    return found


def sampling(fault):
    """What a fault in sampling comes to, with the weights of the recorded run."""
    lines, _ = printed(fault.apply(PROGRAM).replace(LOOP, TRAINED))
    return {"samples": [line[11:] for line in lines if line.startswith("sample ")]}


def record(fault):
    found = sampling(fault) if fault in SAMPLING else training(fault)
    print(fault.name, found.get("losses", found.get("samples"))[:3], flush=True)
    return found


def reference():
    """The run on another list: what a program prints that reads names of its own."""
    losses = [round(loss, DIGITS) for loss in REFERENCE["losses"][:FIRST]]
    return {"params": REFERENCE["config"]["num_params"], "losses": losses}


def main(names):
    old = json.loads(RECORD.read_text("utf-8")) if names else {}
    faults = [BY_NAME[name] for name in names or BY_NAME]
    with ThreadPoolExecutor(2) as pool:
        new = dict(zip([fault.name for fault in faults], pool.map(record, faults)))
    found = old | new
    ordered = {name: found[name] for name in BY_NAME if name in found} | {
        "another-list": reference()
    }
    lines = [f"{json.dumps(name)}: {json.dumps(one)}" for name, one in ordered.items()]
    RECORD.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
