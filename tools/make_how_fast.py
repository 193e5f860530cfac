"""The page "How fast is it?" from what was measured: python tools/make_how_fast.py

Its words are in benchmarks/how_fast.template.md, its numbers in benchmarks/results.json. A test proves that
book/how_fast.md is what this writes.
"""

import json
from datetime import date
from pathlib import Path
from string import Template

from microgpt import GPT, Config
from microgpt.plots import times

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results.json"
NAMES = {"cpython": "Python", "numpy": "NumPy", "chromium": "Chromium", "torch": "PyTorch"}
NOTE = (
    "<!-- Written by tools/make_how_fast.py from benchmarks/how_fast.template.md and results.json: "
    "not for editing. -->\n\n"
)
REFERENCE_ITEM = """- The **reference script**: another script that does the same, run in the way of the program.
"""
TORCH_ITEM = """- **PyTorch**: the tool that is used for real models, as one would write it with it, one name per round.
"""
TORCH_REMARK = (
    "- **The right size of tool.** PyTorch does $torch_warm rounds for one of the program, "
    "and the NumPy engine does $numpy_torch for one of PyTorch. PyTorch keeps a graph for any "
    "model that one can think of, and asks for each operation which kind of numbers and which "
    "device it is for. With large matrices that does not matter. Here it is most of the work.\n"
)


def table(head, rows):
    """A Markdown table; all columns but the first are numbers."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def percent(share):
    """A share as percent, to two digits."""
    return f"{float(f'{100 * share:.2g}'):.6f}".rstrip("0").rstrip(".")


def fastest_first(results):
    """The names of what was measured."""
    return sorted(results["speed"], key=lambda name: -results["speed"][name]["warm"]["median"])


def tables(results):
    """The three tables."""
    labels, order = results["labels"], fastest_first(results)

    def cell(name, key):
        return (
            times(results["speed"][name][key]["median"]) if key in results["speed"][name] else "–"
        )

    share = results["limit"]["share"]
    return {
        "speed_table": table(
            ["engine", "warm round", "fresh round", "whole run"],
            [
                [labels[name], cell(name, "warm"), cell(name, "cold"), cell(name, "whole")]
                for name in order
            ],
        ),
        "share_table": table(
            ["engine", "of what is possible"],
            [[labels[name], percent(share[name]["median"]) + " %"] for name in order],
        ),
        "memory_table": table(
            ["engine", "megabytes"],
            [[labels[name], f"{results['memory'][name] / 1e6:.0f}"] for name in order],
        ),
    }


def written(day):
    """A date as it stands in a sentence."""
    day = date.fromisoformat(day)
    return f"{day.day} {day:%B %Y}"


def numbers(results):
    """Everything that stands in a sentence."""
    speed, growth, pairs = results["speed"], results["growth"], results["pairs"]
    operations, machine = results["limit"]["operations"], results["machine"]
    total, collector = sum(operations.values()), results["collector"]
    batch, cost = list(growth["batch_size"]["numpy"].items())[-1]

    def grown(what, engine):
        last = list(growth[what][engine].values())[-1]
        return times(last if engine == "arithmetic" else last["median"])

    found = {f"{name}_warm": times(one["warm"]["median"]) for name, one in speed.items()}
    found |= {name: times(one["median"]) for name, one in pairs.items()}
    found |= {
        "weights": f"{len(GPT(Config(), 27).parameters()):,}",
        "rounds": results["rounds"],
        "few": results["steps"]["program"],
        "steps": f"{results['steps']['others']:,}",
        "measured": f"{results['letters']['measured']:.1f}",
        "run": f"{results['letters']['run']:.1f}",
        "numpy_start": times(results["start_in_steps"]["numpy"]),
        "numpy_low": times(speed["numpy"]["warm"]["lowest"]),
        "numpy_high": times(speed["numpy"]["warm"]["highest"]),
        "width_first": list(growth["n_embd"]["numpy"])[0],
        "width_last": list(growth["n_embd"]["numpy"])[-1],
        "width_arithmetic": grown("n_embd", "arithmetic"),
        "width_scalar": grown("n_embd", "scalar"),
        "width_numpy": grown("n_embd", "numpy"),
        "layers_scalar": grown("n_layer", "scalar"),
        "layers_numpy": grown("n_layer", "numpy"),
        "block_scalar": grown("block_size", "scalar"),
        "batch": batch,
        "batch_cost": times(cost["median"]),
        "batch_gain": times(int(batch) / cost["median"]),
        "operations": f"{float(f'{total:.2g}'):,.0f}",
        "matrices": percent(operations["matrices"] / total),
        "adam": percent(operations["Adam"] / total),
        "rate": f"{results['limit']['rate'] / 1e9:.0f}",
        "collector": times(collector["median"]),
        "collector_low": times(collector["lowest"]),
        "collector_high": times(collector["highest"]),
        "collector_rounds": collector["rounds"],
        "collector_date": written(collector["date"]),
        "date": written(machine["date"]),
        "versions": ", ".join(
            f"{NAMES[name]} {version}" for name, version in machine["versions"].items()
        ),
    }
    return found | {key: machine[key] for key in ("processor", "architecture", "cores", "system")}


def page(results):
    """The text of the page."""
    found = numbers(results) | tables(results)
    torch = "torch" in results["speed"]
    found["reference_item"] = REFERENCE_ITEM if "reference" in results["speed"] else ""
    found["torch_item"] = TORCH_ITEM if torch else ""
    found["torch_remark"] = Template(TORCH_REMARK).substitute(found) if torch else ""
    words = (ROOT / "benchmarks" / "how_fast.template.md").read_text("utf-8")
    return NOTE + Template(words).substitute(found)


if __name__ == "__main__":
    text = page(json.loads(RESULTS.read_text("utf-8")))
    (ROOT / "book" / "how_fast.md").write_text(text, encoding="utf-8", newline="\n")
    print(f"book/how_fast.md: {len(text)} characters")
