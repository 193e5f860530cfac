"""Numbers that stand in a sentence of chapter 13 and under no cell: each test names the sentence, and computes it."""

import json
import math
import random
from collections import Counter
from pathlib import Path
from statistics import fmean

from prose import output, page

from microgpt import Tokenizer, load_names
from microgpt.canonical import load_canonical
from microgpt.evidence import compare, load_ablations, split, spread
from microgpt.gains import bought, by_position, load_gains
from microgpt.measured import best_rates, load_scaling, over_seeds
from microgpt.parts import load_parts
from microgpt.rungs import RUNGS, changed
from microgpt.rungs import compare as changes
from microgpt.tables import guesses, table_loss
from microgpt.widgets import Ladder

CHAPTER = "13_ladder"
ROOT = Path(__file__).parents[3]
ITEMS = json.loads((ROOT / "microgpt/widgets/quiz/items/13.json").read_text("utf-8"))
PARTS = load_parts()
RECORD = json.loads((ROOT / "tests/reference/ladder.json").read_text("utf-8"))["losses"]
RECORD["train5"] = json.loads((ROOT / "tests/reference/run.json").read_text("utf-8"))["losses"]
GAINS = load_gains()
HELD = {rung: GAINS["rungs"][rung]["held"] for rung in RUNGS}
LEARN, UNSEEN = split(load_names())


def said(sentence):
    """The sentence stands in the chapter."""
    assert sentence in page(CHAPTER), sentence
    return True


def item(kind, id):
    (found,) = [one for one in ITEMS[kind] if one["id"] == id]
    return found


def lines(rung):
    return (ROOT / "ladder" / f"{rung}.py").read_text("utf-8").splitlines()


def steps(rung):
    """What changes from the rung before to this one, and the lines of both."""
    names = list(RUNGS)
    both = lines(names[names.index(rung) - 1]), lines(rung)
    return changes(*both), both


def signs(rung):
    """How many lines of each sign there are; "~" are those that changed, and a moved one is counted once."""
    found, both = steps(rung)
    rows = [(change.region, row) for change in found for row in change.rows]
    counts = Counter(row.sign for _, row in rows if row.sign != ">" or row.old)
    counts["~"] = sum(len(changed(change, *both)) for change in found)
    counts.subtract({"+": counts["~"], "-": counts["~"]})
    return counts, rows


def last(rung):
    return fmean(RECORD[rung][-100:])


def length(losses):
    """A mean of losses, as the chapter says it."""
    return f"{fmean(losses):.3f}"


# --- the programs ---


def test_how_long_the_programs_are():
    for rung in RUNGS:
        said(f"[{rung}.py](../ladder/{rung}.py)")
        (row,) = [row for row in page(CHAPTER).splitlines() if row.startswith(f"| [{rung}.py]")]
        assert row.endswith(f"| {len(lines(rung))} |")
    said("The program has 196 lines")
    said("You have climbed from 65 lines to 196")
    assert (len(lines("train0")), len(lines("train5"))) == (65, 196)


def test_what_is_new_on_each_rung():
    said(
        "70 lines are new, and 33 of them are the gradients by hand and their check. 5 have changed"
    )
    counts, rows = signs("train1")
    assert (counts["+"], counts["~"]) == (70, 5)
    assert sum(row.sign == "+" and region in ("gradients", "check") for region, row in rows) == 33
    said("37 lines are gone: the loss as plain numbers, the gradients, the check. 55 are new")
    said("12 have changed, such as `p.data -= lr * p.grad`, where `row[j] -= lr * grad` was.")
    said("And four lines have moved, from the region *loss* to the region *training*.")
    counts, rows = signs("train2")
    assert (counts["-"], counts["+"], counts["~"], counts[">"]) == (37, 55, 12, 4)
    found, (old, new) = steps("train2")
    pairs = [(old[a - 1], new[b - 1]) for one in found for a, b in changed(one, old, new)]
    texts = [tuple(line.split("#")[0].strip() for line in pair) for pair in pairs]
    assert ("row[j] -= lr * grad", "p.data -= lr * p.grad") in texts
    assert {region for region, row in rows if row.sign == ">" and row.old} == {"loss"}
    assert {region for region, row in rows if row.sign == ">" and row.new} == {"training"}
    said("30 lines are new, 7 have changed, and 4 are gone")
    counts = signs("train3")[0]
    assert (counts["+"], counts["~"], counts["-"]) == (30, 7, 4)
    said("17 lines have changed, 9 are new, and 5 are gone.")
    counts = signs("train4")[0]
    assert (counts["~"], counts["+"], counts["-"]) == (17, 9, 5)
    said("9 lines are new, 4 have changed, and one is gone: it is the shortest climb of all.")
    counts = signs("train5")[0]
    assert (counts["+"], counts["~"], counts["-"]) == (9, 4, 1)
    climbs = {rung: signs(rung)[0] for rung in list(RUNGS)[1:]}
    assert min(climbs, key=lambda rung: sum(climbs[rung][sign] for sign in "+-~")) == "train5"


def test_the_task_has_one_answer():
    four = [rung for rung in list(RUNGS)[1:] if signs(rung)[0][">"] == 4]
    assert four == ["train1", "train2"]  # where it stands, and the one to be found
    assert item("explore", "13-moved")["example"]["rung"] == "train1"
    moved = [
        {lines(before)[row.old - 1] for _, row in signs(rung)[1] if row.sign == ">" and row.old}
        for before, rung in (("train0", "train1"), ("train1", "train2"))
    ]
    assert (
        len(moved[0] & moved[1]) == 3
        and "three of the four lines come back" in (item("explore", "13-moved")["explanation"])
    )


def test_the_recorded_runs():
    said("have the same mean, to within 0.003")
    assert 0.002 < abs(last("train1") - last("train0")) < 0.003
    said("In the recorded run the last hundred losses are lower by 0.005.")
    assert round(last("train3") - last("train4"), 3) == 0.005
    said(
        "ends at 2.276. That is the mean of its last hundred losses, and 0.031 lower than that of `train4`."
    )
    assert round(last("train5"), 3) == 2.276
    assert round(last("train4") - last("train5"), 3) == 0.031
    assert all(f"{a:.4f}" == f"{b:.4f}" for a, b in zip(RECORD["train1"], RECORD["train2"]))


# --- what each rung buys ---


def test_the_table():
    said("2.512 nats, and the seeds differ by 0.002.")
    assert (length(HELD["train0"]), round(spread(HELD["train0"]), 3)) == ("2.512", 0.002)
    said("4,343 to learn from and 482 to be measured on")
    assert GAINS["names"] == [len(LEARN), len(UNSEEN)] == [4343, 482]
    said("In the last hundred rounds the mean is 2.49.")
    assert output(CHAPTER, "train0-loop") == "(3.2958, 2.49)"
    said("So the row of `m` adds up to 29, and `a` has 2 of them: 2/29, about 0.07.")
    assert round(2 / 29, 2) == 0.07 and round(1 / 27, 2) == 0.04


def test_the_network():
    step = bought(GAINS)["train1"]
    said("**Worse, by 0.031.** The difference is more than ten times its error")
    assert step.verdict == "worse" and round(step.difference, 3) == 0.031
    assert step.difference / step.error > 10
    said(
        "With 0.3, 0.6, 1.5 and 2 instead of 1, the network comes to 2.612, 2.562, 2.543 and 2.545"
    )
    rates = PARTS["rates"]["train1"]
    assert [length(rates[rate]) for rate in ("0.3", "0.6", "1.5", "2")] == [
        "2.612", "2.562", "2.543", "2.545",
    ]  # fmt: skip
    assert all(fmean(losses) > fmean(HELD["train1"]) - 0.001 for losses in rates.values())
    assert 27 * 16 + 64 * 16 + 27 * 64 == 3184 and said("= 3{,}184$ parameters")


def test_the_gradients_by_hand():
    by_hand = output(CHAPTER, "by-hand").split("]")
    total, first = by_hand[1].strip(), by_hand[0].strip("[").split(", ")
    assert output(CHAPTER, "nudge") == output(CHAPTER, "value-loss") == f"({total}, -0.00577)"
    said("The first number is the one by hand: \N{MINUS SIGN}0.00269.")
    assert total == "-0.00269" and first[0] == "0.0" and float(first[3]) < 0
    said("Remember it: \N{MINUS SIGN}0.00577.")
    said("Nudge the second yourself: its gradient is 0.2447 minus 1.")
    assert round(math.exp(1) / (math.exp(2) + math.exp(1) + 1), 4) == 0.2447
    assert [0.5 - 2 * 0.75 + 0.25 * 0, -0.75 * 1] == [-1, -0.75]


def test_a_gradient_without_relu():
    wrong = PARTS["no_relu"]
    step = compare(HELD["train1"], wrong)
    said("On names held out it comes to 2.557, where the right gradients come to 2.543.")
    assert (length(wrong), length(HELD["train1"])) == ("2.557", "2.543")
    said("it is worse by $0.013 \\pm 0.002$")
    assert (round(step.difference, 3), round(step.error, 3)) == (0.013, 0.002)
    assert step.verdict == "worse"


def test_how_many_values_a_round_makes():
    """The graph of the loss of emma, as train2 builds it: every Value in it, parameters that take part included."""
    said("The loss of `emma` is now made of 31,689 `Value` objects")
    source = "\n".join(lines("train2"))
    part = source[source.index("# --- value") : source.index("# --- optimizer")]
    space = {
        "math": math,
        "random": random.Random(42),
        "vocab_size": 27,
        "print": lambda *a, **k: None,
    }
    exec(part, space)
    ids = Tokenizer(load_names()).encode("emma")
    losses = [-space["softmax"](space["model"](a))[b].log() for a, b in zip(ids, ids[1:])]
    waiting, seen = [(1 / 5) * sum(losses)], set()
    while waiting:
        value = waiting.pop()
        if value not in seen:
            seen.add(value)
            waiting.extend(value.children)
    assert len(seen) == 31_689


def test_looking_back():
    assert bought(GAINS)["train3"].verdict == "better"
    said("**0.133 nats, and no doubt about it.**")
    assert round(bought(GAINS)["train3"].difference, 3) == -0.133
    said("after `an` and after `en` the model gives the end the same chance")
    run = load_canonical()
    assert round(run.chances("an")["end"], 2) == round(run.chances("en")["end"], 2)


def test_what_was_it_that_paid():
    steps = {part: compare(HELD["train3"], losses) for part, losses in PARTS["parts"].items()}
    printed = output(CHAPTER, "parts-run").splitlines()
    for (part, step), line in zip(steps.items(), printed, strict=True):
        difference = f"{step.difference:+.3f} ± {step.error:.3f}"
        assert line == f"{part}: {step.mean:.3f}, {difference}: {step.verdict}"
    attention, positions, both = steps.values()
    said(
        "Take away attention, and you cannot tell the difference: 0.001 is less than the seeds differ"
    )
    assert attention.verdict == "cannot tell" and attention.difference < spread(HELD["train3"])
    said("the loss rises by 0.011 nats, a twelfth of the gain")
    assert positions.verdict == "worse" and round(positions.difference, 3) == 0.011
    assert round(-bought(GAINS)["train3"].difference / positions.difference) == 12
    said("**Take away both, and nearly all of the gain is gone**")
    assert both.difference > 0.9 * -bought(GAINS)["train3"].difference
    explanation = item("predict", "13-parts")["explanation"]
    assert explanation == "Without attention 0.001, without positions 0.011, without both 0.120."
    assert [round(step.difference, 3) for step in steps.values()] == [0.001, 0.011, 0.120]


def test_what_attention_is_worth():
    step = compare(HELD["train3"], PARTS["parts"]["without attention"])
    said("Without it the loss is higher by 0.0013, with an error of 0.0002.")
    assert (round(step.difference, 4), round(step.error, 4)) == (0.0013, 0.0002)
    said("But the seeds alone differ by 0.009")
    assert round(spread(HELD["train3"]), 3) == 0.009
    said("On the last rung, after 1,000 rounds, attention was worth 0.008 in chapter 08.")
    said("And after 20,000 rounds it was worth some ten times as much.")
    short, long = (
        compare(ablated["whole"], ablated["attention"]).difference
        for ablated in (load_ablations(), load_ablations(20_000))
    )
    assert round(short, 3) == 0.008 and 9 < long / short < 12


def test_heads():
    assert bought(GAINS)["train4"].verdict == "cannot tell"
    said("trained by Adam for 20,000 rounds, one head is worse than four by 0.051")
    ablated = load_ablations(20_000)
    assert round(compare(ablated["whole"], ablated["heads"]).difference, 3) == 0.051


def test_adam():
    assert bought(GAINS)["train5"].verdict == "better"
    said("**Better, by 0.031.**")
    assert round(bought(GAINS)["train5"].difference, 3) == -0.031
    rates = PARTS["rates"]["train4"]
    said("With 0.2, 0.3 and 0.5, `train4` comes to 2.403, 2.401 and 2.400.")
    assert [length(rates[rate]) for rate in ("0.2", "0.3", "0.5")] == ["2.403", "2.401", "2.400"]
    step = compare(HELD["train5"], rates["0.5"])
    said("Adam gains $0.019 \\pm 0.002$")
    assert (round(step.difference, 3), round(step.error, 3)) == (0.019, 0.002)
    assert step.verdict == "worse"
    said("So more than a third of the 0.031 was the rate")
    assert 1 / 3 < 1 - step.difference / -bought(GAINS)["train5"].difference < 1 / 2
    said("By SGD the second one would need 875 such moves")
    assert round(0.7 / 0.0008) == 875


# --- the whole ladder ---


def test_the_whole_ladder():
    first, whole = fmean(HELD["train0"]), fmean(HELD["train5"])
    said("From the first rung to the last it is 0.130 nats.")
    assert round(first - whole, 3) == 0.130
    said("the counts of `train0` take away 0.784 of it")
    assert round(math.log(27) - first, 3) == 0.784
    said("together add a sixth of it.")
    assert round((math.log(27) - first) / (first - whole)) == 6
    said("$e^{2.512}$ is 12.3 and $e^{2.382}$ is 10.8")
    assert (round(math.exp(2.512), 1), round(math.exp(2.382), 1)) == (12.3, 10.8)
    said("The table is worse by 0.034, beyond luck.")
    assert output(CHAPTER, "against-5").strip().endswith("+0.034 ± 0.003: worse")
    predicted = item("predict", "13-whole")
    assert predicted["answer"] == round(whole, 2) and "gains 0.13 nats" in predicted["explanation"]


def test_where_it_gains():
    lower = [difference for difference, _ in by_position(GAINS, "train5")]
    said("At the first letter, which follows BOS, there is nothing to look back at.")
    assert lower[0] < 0
    said(
        "At letters 2 and 3 the model gains a quarter of a nat: "
        "partly because it knows that hardly a name ends so early."
    )
    assert all(0.2 < gain < 0.3 for gain in lower[1:3])
    said(
        "From 4 to 6, where the average over all positions is about right, it gains little or nothing."
    )
    assert all(abs(gain) < 0.06 for gain in lower[3:6])
    said("From 7 on it gains up to half a nat")
    assert lower[6] < lower[7] < lower[8] and round(lower[8], 1) == 0.5
    said("82 of the 3,415 guesses are at letter 9")
    assert GAINS["predictions"][8] == 82 and sum(GAINS["predictions"]) == 3415


def test_what_the_chance_of_the_end_costs_the_table():
    said("that costs it 0.12 of its nats at letter 2 and 0.21 at letter 3")
    said("No name has one letter, and few have two.")
    assert min(map(len, LEARN)) == 2 and sum(len(name) == 2 for name in LEARN) == 11
    tokenizer, costs = Tokenizer(LEARN), {2: [], 3: []}
    for order in orders():
        counts = [[1] * 27 for _ in range(27)]
        for name in order:
            ids = tokenizer.encode(name)
            for before, after in zip(ids, ids[1:]):
                counts[before][after] += 1
        for letter, each in costs.items():
            ids = [tokenizer.encode(name) for name in UNSEEN if len(name) >= letter]
            rows = [counts[some[letter - 1]] for some in ids]
            each.append(fmean(-math.log(1 - row[tokenizer.BOS] / sum(row)) for row in rows))
    assert [round(fmean(each), 2) for each in costs.values()] == [0.12, 0.21]


def test_longer_runs():
    steps, held = GAINS["lengths"]["steps"], GAINS["lengths"]["held"]
    at = {rung: dict(zip(steps, map(fmean, losses))) for rung, losses in held.items()}
    said("The table stops at 2.47: from 3,000 rounds to 10,000 it gains less than 0.01.")
    assert round(at["train0"][10_000], 2) == 2.47
    assert 0 < at["train0"][3000] - at["train0"][10_000] < 0.01
    said("The network of `train1` comes near it, 2.48")
    assert round(at["train1"][10_000], 2) == 2.48
    said("with Adam it comes to 2.24")
    assert round(at["train5"][10_000], 2) == 2.24
    said("a bit more than twice through the list")
    assert 2 < 10_000 / 4343 < 2.5


# --- tables with longer rows ---

EXTRA = [1, 0.3, 0.2, 0.1]


def orders():
    """The first 1,000 names of each seed, as a rung with this seed meets them."""
    for seed in range(1, 9):
        order = list(LEARN)
        random.Random(seed).shuffle(order)
        yield order[:1000]


def test_the_table_that_knows_the_position():
    said("0.2 is the best of 1, 0.3, 0.2 and 0.1")
    losses = {
        extra: fmean(table_loss(order, UNSEEN, extra, position=True) for order in orders())
        for extra in EXTRA
    }
    assert min(losses, key=losses.get) == 0.2
    assert f"position True, extra 0.2: {losses[0.2]:.3f}" in output(CHAPTER, "compare-tables")
    said("The first line is `train0` again, to the last digit.")
    assert output(CHAPTER, "compare-tables").startswith(
        f"position False, extra 1: {length(HELD['train0'])}\n"
    )
    said("With 0.2 the position gains 0.082 nats, and the smaller `extra` by itself 0.014.")
    alone = fmean(table_loss(order, UNSEEN, 0.2, position=False) for order in orders())
    assert round(alone - losses[0.2], 3) == 0.082
    assert round(fmean(HELD["train0"]) - alone, 3) == 0.014
    assert output(CHAPTER, "table-verdict").strip().endswith("cannot tell")


def test_tables_of_all_names():
    said("the loss with the best of four `extra`")
    for says, *row in (
        ("the last letter", 1, False),
        ("position and last letter", 1, True),
        ("the last two", 2, False),
        ("position and the last two", 2, True),
        ("position and the last three", 3, True),
    ):
        met = Counter(known for known, _ in guesses(LEARN, *row))
        best = min(table_loss(LEARN, UNSEEN, extra, *row) for extra in EXTRA)
        said(f"| {says} | {len(met):,} | {best:.3f} |")
        if row == [2, True]:
            said(f"the last two letters comes to {best:.3f}, when it has counted all 4,343 names")
    said(f"and the loss rises, to {best:.3f}: half of them have been met once.")
    assert round(sum(count == 1 for count in met.values()) / len(met), 1) == 0.5


def test_the_longer_list():
    """It is not in the package, so its tables are recorded."""
    record, makemore = load_scaling(), PARTS["makemore"]
    means = {size: over_seeds(runs)[0] for size, runs in best_rates(record["sizes"]).items()}
    said("The model with 795,392 parameters comes to 1.96.")
    assert round(means[795_392], 2) == 1.96
    said("With 26,545 names, no table that we tried comes lower than 2.10.")
    assert record["train_names"] == makemore["names"][0] == 26_545
    assert round(min(table["loss"] for table in makemore["tables"]), 2) == 2.10


def test_the_widget_says_the_same():
    assert "2.41 nats, 0.13 below train2: better" in Ladder("train3").summary()


def test_the_rate_of_sgd_changes_on_the_third_rung():
    said(
        "the rate of SGD begins at 0.1, where `train1` and `train2` begin at 1. It stays 0.1 on the next rung."
    )
    for rung, rate in {"train1": "1.0", "train2": "1.0", "train3": "0.1", "train4": "0.1"}.items():
        program = (ROOT / f"ladder/{rung}.py").read_text("utf-8")
        assert f"sgd({rate} * (1 - step / num_steps)" in program, rung
