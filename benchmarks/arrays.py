"""How fast is one step on arrays: the NumPy engine, and the same model in PyTorch, against the program.

    python benchmarks/arrays.py [--names PATH] [--steps 100] [--pairs 5] [--torch PYTHON] [--json PATH]

Starting Python and NumPy takes longer than a whole run of the NumPy engine, so here start-up is left out; whole
processes are what engines.py measures. Each round runs, one after the other: the program (ladder/train5.py) for its
first `steps` steps; the NumPy engine, in a new process, for 1000 steps; and PyTorch likewise. All see the same names in
the same order and start with the same weights; each number is CPU time, all threads together, and each ratio is taken
within one round. "cold" is the first run of a process, from which only importing, reading and drawing the weights is
left out; "warm" is a second run in the same process. "first" is the mean over the steps that the program does too,
"all" over all 1000.

PyTorch is no requirement of the course. --torch names a Python that has it and NumPy (such as /tmp/tv/bin/python, after
`python3 -m venv /tmp/tv && /tmp/tv/bin/pip install torch numpy`); without it that row is left out.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

import engines

RUN_STEPS = 1000


def program_seconds(steps):
    """CPU seconds of the program for its first steps: until they are printed, less those until its first line."""
    return engines.cpu_seconds(engines.PROGRAM, steps) - engines.cpu_seconds(engines.PROGRAM, 0)


def worker_seconds(python, engine, steps):
    """The report of a worker process, see `work`. Every engine gets one thread: none of them gains from more."""
    environment = os.environ | {"PYTHONPATH": str(engines.ROOT), "MICROGPT_NAMES": str(engines.NAMES)}
    environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    command = [python, __file__, "--worker", engine, "--steps", str(steps)]
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def work(engine, steps):
    """In a worker: train twice; print the CPU seconds per step of both runs, and the last loss."""
    from microgpt import Tokenizer, fast
    from microgpt.model import Config

    names = Path(os.environ["MICROGPT_NAMES"]).read_text(encoding="utf-8").split()
    train = {"numpy": fast.train, "torch": torch_train}[engine]
    rng = random.Random(42)
    rng.shuffle(names)
    tokenizer = Tokenizer(names)
    start = fast.GPT(Config(), tokenizer.vocab_size, rng)
    report = {}
    for run in ("cold", "warm"):
        model = fast.GPT(Config(), tokenizer.vocab_size)
        model.params[:] = start.params
        records = train(model, tokenizer, names, RUN_STEPS)
        if engine == "torch":
            next(records)  # imports PyTorch
        started = time.process_time()
        for done, record in enumerate(records, 1):
            if done == steps:
                report[f"{run}_first"] = (time.process_time() - started) / steps
        report[f"{run}_all"] = (time.process_time() - started) / done
    print(json.dumps(report | {"loss": float(getattr(record, "loss", record))}))


def torch_train(start, tokenizer, docs, steps):
    """The same training in PyTorch, as one would write it: eager, one document per step, its own Adam. Yields losses.

    The first thing that it yields is None: by then all is set up.
    """
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(1)
    config, n = start.config, start.config.n_embd
    w = {name: torch.tensor(matrix, requires_grad=True) for name, matrix in start.state_dict.items()}
    adam = torch.optim.Adam(w.values(), lr=0.01, betas=(0.85, 0.99), eps=1e-8)

    def norm(x):
        return F.rms_norm(x, (n,), eps=1e-5)

    yield None
    for step in range(steps):
        ids = torch.tensor(tokenizer.encode(docs[step % len(docs)])[: config.block_size + 1])
        tokens, targets = ids[:-1], ids[1:]
        x = norm(w["wte"][tokens] + w["wpe"][: len(tokens)])
        for i in range(config.n_layer):
            y = norm(x)
            q, k, v = (
                F.linear(y, w[f"layer{i}.attn_w{part}"]).view(len(tokens), config.n_head, -1).transpose(0, 1)
                for part in "qkv"
            )
            blend = F.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(0, 1).reshape(len(tokens), n)
            x = x + F.linear(blend, w[f"layer{i}.attn_wo"])
            x = x + F.linear(F.relu(F.linear(norm(x), w[f"layer{i}.mlp_fc1"])), w[f"layer{i}.mlp_fc2"])
        loss = F.cross_entropy(F.linear(x, w["lm_head"]), targets)
        for group in adam.param_groups:
            group["lr"] = 0.01 * (1 - step / steps)
        adam.zero_grad()
        loss.backward()
        adam.step()
        yield loss.item()


def main():
    """Measure, and print one line for each ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--names", type=Path, default=engines.NAMES, help="the names (default: the course's list)")
    parser.add_argument("--steps", type=int, default=100, help="steps of the program per round (default 100)")
    parser.add_argument("--pairs", type=int, default=5, help="rounds (default 5)")
    parser.add_argument("--torch", metavar="PYTHON", help="a Python that has PyTorch and NumPy")
    parser.add_argument("--json", metavar="PATH", help="write all numbers to this file")
    parser.add_argument("--worker", choices=["numpy", "torch"], help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        return work(args.worker, args.steps)

    engines.NAMES = args.names.resolve()
    pythons = {"numpy": sys.executable} | ({"torch": args.torch} if args.torch else {})
    rounds = []
    for _ in range(args.pairs):
        row = {"program": program_seconds(args.steps) / args.steps}
        for engine, python in pythons.items():
            row[engine] = worker_seconds(python, engine, args.steps)
        if args.torch and abs(row["torch"]["loss"] - row["numpy"]["loss"]) > 1e-6:
            raise RuntimeError(f"PyTorch computes another loss: {row}")
        rounds.append(row)

    def show(what, ratios):
        print(f"{what}: {statistics.median(ratios):.4g}x ({min(ratios):.4g} to {max(ratios):.4g})", flush=True)

    print(f"the program: {statistics.median(row['program'] for row in rounds) * 1e3:.1f} ms of CPU time per step")
    for engine in pythons:
        for run in ("warm_first", "warm_all", "cold_all"):
            print(f"{engine}, {run}: {statistics.median(row[engine][run] for row in rounds) * 1e6:.1f} us per step")
        show(f"{engine} against the program, warm, the same {args.steps} steps",
             [row["program"] / row[engine]["warm_first"] for row in rounds])
        show(f"{engine} against the program, cold, its first {args.steps} against all {RUN_STEPS} steps",
             [row["program"] / row[engine]["cold_all"] for row in rounds])
    if args.torch:
        show(f"numpy against torch, warm, all {RUN_STEPS} steps",
             [row["torch"]["warm_all"] / row["numpy"]["warm_all"] for row in rounds])
    if args.json:
        Path(args.json).write_text(json.dumps(rounds, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
