"""What was measured on a graphics card, with PyTorch: how fast it is, and what models of several sizes come to.

Two records, each one JSON object. `datasets/graphics_card.json`:

    parity         the losses of a whole run in float64, against the reference run's: how many, the largest difference
    one_step_ms    one step with one name, width 16: on the card, operation by operation (`card`) and as one recorded
                   graph (`card_graph`); on a processor by the NumPy engine, the scalar engine and the program
    growth         a step with 2,048 names, one layer, ever wider: bfloat16 on the card, float32 on all cores. `tokens`
                   are those of the names, `positions` those that were computed: each name is padded to 16

`datasets/scaling.json` has runs of 128 names a step, the rate falling to 0, on a list of distinct names of which a
tenth is held out. `held`, `train` are the losses at the end, in nats per token, on the names held out and on others;
`best` is the lowest on the names held out, looked at every 200 steps; `pool` is how many names there were to learn
from:

    sizes    models of several sizes, each with several rates
    names    a small and a large model, with ever more names
    steps    a small and a larger model, with ever more steps

Both have `machine` and `date`.
"""

import json
from pathlib import Path

from microgpt.evidence import mean, spread

FOLDER = Path(__file__).parent / "datasets"


def load_graphics_card() -> dict:
    """The record of the speed: a dict with `parity`, `one_step_ms`, `growth`, `machine` and `date`.

    Times are in milliseconds a step. What each part holds is said at the top of the file.

    >>> load_graphics_card()["machine"]["gpu"]
    'NVIDIA H200'
    """
    return json.loads((FOLDER / "graphics_card.json").read_text(encoding="utf-8"))


def load_scaling() -> dict:
    """The record of the losses: a dict with the runs under `sizes`, `names` and `steps`, `machine` and `date`.

    Losses are in nats per token. What each run holds is said at the top of the file.

    >>> {part: len(load_scaling()[part]) for part in ("sizes", "names", "steps")}
    {'sizes': 45, 'names': 42, 'steps': 36}
    """
    return json.loads((FOLDER / "scaling.json").read_text(encoding="utf-8"))


def share_of_peak(row, record) -> float:
    """Which share of the operations that its data sheet promises the card did, in one row of `growth`.

    Each weight takes part in about six operations per position: two on the way forward, four on the way back.

    >>> record = load_graphics_card()
    >>> [round(share_of_peak(row, record), 4) for row in record["growth"]]
    [0.0002, 0.001, 0.0128, 0.1082, 0.4529]
    """
    operations = 6 * row["params"] * row["positions"]
    return operations / (row["card_ms"] / 1000) / record["peak_flops_per_s"]


def grouped(runs, *names) -> dict:
    """The runs that agree in some of their settings, together, in ascending order of these.

    >>> list(grouped(load_scaling()["steps"], "params", "steps"))[:3]
    [(4192, 200), (4192, 400), (4192, 1000)]
    """
    found = {}
    for run in sorted(runs, key=lambda run: [run[name] for name in names]):
        found.setdefault(tuple(run[name] for name in names), []).append(run)
    return found


def over_seeds(runs, what="held") -> tuple[float, float]:
    """(the mean of a loss over runs that differ in their seed alone, how far the seeds differ).

    >>> runs = grouped(load_scaling()["names"], "params", "pool")[4192, 500]
    >>> [round(number, 2) for number in over_seeds(runs)]
    [4.81, 0.1]
    """
    losses = [run[what] for run in runs]
    return mean(losses), spread(losses)


def best_rates(runs) -> dict:
    """{size in parameters: the runs of its best rate}, from small to large.

    All rates were tried with seed 0. The best is the one with the lowest loss there, on the names held out, at the end.

    >>> {size: best[0]["lr"] for size, best in best_rates(load_scaling()["sizes"]).items() if size > 100_000}
    {102784: 0.003, 205568: 0.003, 795392: 0.001, 3163648: 0.003}
    """
    found = {}
    for (size,), tried in grouped(runs, "params").items():
        first = min((run for run in tried if run["seed"] == 0), key=lambda run: run["held"])
        found[size] = [run for run in tried if run["lr"] == first["lr"]]
    return found
