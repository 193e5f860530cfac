"""Everything that was measured as one dict for results.json: ratios first, then what they were made of."""

import statistics

from benchmarks import engines, limit, machine
from benchmarks.harness import ratio
from benchmarks.names import RUN
from microgpt import Config, Tokenizer

PAIRS = {
    "numpy_scalar": ("scalar", "numpy"),
    "numpy_javascript": ("javascript", "numpy"),
    "numpy_torch": ("torch", "numpy"),
}


def summarise(rounds, growth, docs, few, steps):
    """`rounds` is what `in_turn` returned, with the machine's rate as "machine"; `growth` is that of growth.py."""
    rates = [one["rate"] for one in rounds["machine"]]
    rounds = {name: values for name, values in rounds.items() if name != "machine"}
    engines.check_losses(rounds)
    versions = {}
    for values in rounds.values():
        versions |= values[0].get("versions", {})
    raw = {
        name: {key: [one[key] for one in values] for key in values[0] if key != "versions"}
        for name, values in rounds.items()
    }
    return {
        "machine": machine.describe(versions),
        "labels": {name: engines.LABELS[name] for name in raw},
        "rounds": len(rates),
        "steps": {"program": few, "others": steps},
        "letters": {
            "run": statistics.mean(map(len, docs[:RUN])),
            "measured": statistics.mean(map(len, docs[1:few])),
        },
        "speed": {name: speed(raw["program"], one) for name, one in raw.items()},
        "pairs": {
            name: ratio(raw[slow]["warm"], raw[fast]["warm"])
            for name, (slow, fast) in PAIRS.items()
            if slow in raw
        },
        "start_in_steps": {
            name: ratio(one["start"], one["warm"])["median"]
            for name, one in raw.items()
            if "start" in one
        },
        "memory": {
            name: statistics.median(one["held" if name == "javascript" else "peak"])
            for name, one in raw.items()
        },
        "limit": arithmetic(raw, rates, docs, few),
        "growth": {what: grown(one) for what, one in growth.items() if what != "peak"},
        "raw": {
            "engines": raw,
            "growth": {what: one for what, one in growth.items() if what != "peak"},
        },
    }


def speed(program, one):
    """How many times the program's speed: per step when all is warm, per step right after the start, and as a whole."""
    return {key: ratio(program[key], one[key]) for key in ("warm", "cold", "whole") if key in one}


def arithmetic(raw, rates, docs, few):
    """The operations of an average step, the machine's rate, and the share of it that each engine reaches."""
    vocab_size = Tokenizer(docs).vocab_size
    counts = [
        limit.operations(Config(), vocab_size, min(Config().block_size, len(doc) + 1))
        for doc in docs[:RUN]
    ]
    measured = statistics.mean(sum(count.values()) for count in counts[1:few])
    return {
        "operations": {
            what: statistics.mean(count[what] for count in counts) for what in counts[0]
        },
        "rate": statistics.median(rates),
        "share": {
            name: ratio([measured / seconds for seconds in one["warm"]], rates)
            for name, one in raw.items()
        },
    }


def grown(measured):
    """{engine: {size: the cost of a step in that of the smallest size}}."""

    def compare(sizes):
        base = next(iter(sizes.values()))
        return {
            size: ratio(one, base) if isinstance(one, list) else one / base
            for size, one in sizes.items()
        }

    return {name: compare(sizes) for name, sizes in measured.items()}
