"""Numbers that stand in a sentence of chapter 14 and under no cell: each test names the sentence, and computes it."""

import json
import math
import random
import re
import statistics
from itertools import permutations
from pathlib import Path

import pytest
from prose import output, page

from microgpt import GPT, Value, load_names
from microgpt.canonical import load_canonical
from microgpt.check.program import verdict_on
from microgpt.check.program.faults import SAMPLING, TRAINING, backward, forward, optimizer
from microgpt.check.program.right import first_step, names, recorded
from microgpt.check.program.suspects import table

CHAPTER = "14_write"
ROOT = Path(__file__).parents[3]
ITEMS = json.loads((ROOT / "microgpt/widgets/quiz/items/14.json").read_text("utf-8"))
RIGHT = load_canonical().losses


def said(sentence):
    """The sentence stands in the chapter."""
    assert sentence in page(CHAPTER), sentence
    return True


def item(kind, id):
    (found,) = [one for one in ITEMS[kind] if one["id"] == id]
    return found


def losses(fault):
    return table()[fault]["losses"]


def four(number):
    return f"{number:.4f}"


def parts(fault):
    """The round in which the printed losses of a fault leave the recorded ones; None if they do not."""
    pairs = enumerate(zip(losses(fault), RIGHT), 1)
    return next((step for step, (wrong, right) in pairs if four(wrong) != four(right)), None)


def fingerprints():
    """What the first step goes through, by its words."""
    return dict(first_step())


def test_the_agreements():
    said("drawn matrix by matrix, row by row")
    order = ["wte", "wpe", "lm_head", "attn_wq", "attn_wk", "attn_wv", "attn_wo"]
    said(f"{', '.join(f'`{name}`' for name in order[:3])}, then in the layer")
    said(", ".join(f"`{name}`" for name in [*order[3:], "mlp_fc1", "mlp_fc2"]))
    found = [name.split(".")[-1] for name in load_canonical().config.shapes(27)]
    assert found == [*order, "mlp_fc1", "mlp_fc2"]


def test_weights_drawn_first():
    shuffled_later = table()["shuffled-later"]
    assert "3.2801" in item("predict", "14-order")["explanation"]
    assert four(shuffled_later["losses"][0]) == "3.2801" and shuffled_later["params"] == 4192


BEFORE = [
    ("import", "read"), ("import", "seed"), ("import", "shuffle"), ("read", "shuffle"),
    ("read", "letters"), ("letters", "bos"), ("letters", "size"), ("read", "print"), ("size", "print"),
]  # fmt: skip


def test_the_orders_of_the_lines():
    blocks = ["import", "read", "seed", "shuffle", "letters", "bos", "size", "encode", "print"]
    at = [dict(zip(order, range(9))) for order in permutations(blocks)]
    run = [order for order in at if all(order[a] < order[b] for a, b in BEFORE)]
    right = [order for order in run if order["seed"] < order["shuffle"]]
    said("Of the 362,880 orders of the nine lines, 540 print the right numbers.")
    said("In 405 further orders the seed is set after the shuffle.")
    assert (len(at), len(right), len(run) - len(right)) == (362_880, 540, 405)
    example = dict(zip(item("explore", "14-luck")["example"]["order"], range(9)))
    assert example in run and example not in right


def test_what_step_1_gives():
    tokens = load_canonical().tokenizer.encode("nancy")
    said("4,825 names, the first is `nancy`, the last `damon`. 27 tokens, BOS is 26")
    assert (len(names()), names()[0], names()[-1]) == (4825, "nancy", "damon")
    said(f'`encode("nancy")` is `{tokens}`')


def test_what_step_2_gives():
    said("with $a = 2$ and $b = 3$, $a \\cdot b + a$ is 8, and the gradients are 4 and 2")
    a, b = Value(2.0), Value(3.0)
    result = a * b + a
    result.backward()
    assert (result.data, a.grad, b.grad) == (8, 4, 2)


def test_what_steps_3_and_4_give():
    found = fingerprints()
    said(
        "`wte[0][0]` is -0.0906, `lm_head[0][0]` is 0.0191, and the very last, `mlp_fc2[15][63]`, is 0.0257"
    )
    weights = ["the first weight, wte[0][0]", "lm_head[0][0]", "the last weight, mlp_fc2[15][63]"]
    assert [four(found[name]) for name in weights] == ["-0.0906", "0.0191", "0.0257"]
    said("after BOS at position 0, the logit of `a` is -0.1089")
    assert four(found["the first logit of the first token"]) == "-0.1089"
    said("the mean surprise at the six places of `nancy` is 3.4632, before any training")
    assert four(found["the loss of the whole name"]) == "3.4632" == four(RIGHT[0])


def test_what_steps_5_and_6_give():
    said(f"**The recorded run here:** {', '.join(map(four, RIGHT[:5]))}.")
    said(f"**The recorded run here:** {', '.join(recorded().samples[:5])}.")


def test_the_sum():
    sums = item("predict", "14-sum")
    assert sums["answer"] == round(losses("sum")[0], 2) == round(6 * RIGHT[0], 2)
    assert "In round 2 it prints 19.50, which is 6 · 3.2503" in sums["explanation"]
    assert round(losses("sum")[1], 2) == 19.5 and len("ashok") + 1 == 6 and names()[1] == "ashok"
    assert losses("sum")[1] / 6 == pytest.approx(3.2503, abs=5e-5)
    others = {mistake["value"] for mistake in sums["mistakes"]}
    assert others == {round(RIGHT[0] * by, 2) for by in (5, 7, 1, 1 / 6)}


def test_the_file_of_the_answers():
    cells = re.findall(r"Show answer</summary>\n\n```python\n(.*?)```", page(CHAPTER), re.S)
    loops = next(
        text
        for text in re.findall(r"```python\n(.*?)```", page(CHAPTER), re.S)
        if text.startswith("for step in")
    )
    program = [line for text in [*cells, loops] for line in text.splitlines() if line.strip()]
    program = [line for line in program if not line.startswith("begin(")]
    said("the file has 140 lines that are not empty")
    assert len(cells) == 6 and len(program) == 140


def test_where_the_faults_part():
    kinds = {"the way forward": forward, "the way back": backward, "Adam and its rate": optimizer}
    of = {fault.name: kind for kind, module in kinds.items() for fault in module.FAULTS}
    rows = {kind: [0] * 4 for kind in ["names, draws, tokens and loss", *kinds, "*together*"]}
    for fault in TRAINING:
        step = table()[fault.name]["losses"] and parts(fault.name)
        if step:
            for kind in (of.get(fault.name, "names, draws, tokens and loss"), "*together*"):
                rows[kind][min(step, 4) - 1] += 1
    for kind, counts in rows.items():
        said(f"| {kind} | {' | '.join(map(str, counts))} |")
    said("Here are 133 of the recorded faults")
    assert sum(rows["*together*"]) == 133
    stop = [fault.name for fault in TRAINING if "error" in table()[fault.name]]
    said("(Three more stop at an error, two of them before any loss.)")
    assert len(stop) == 3 == len(TRAINING) - 133 and sum(not losses(name) for name in stop) == 2
    said("is right until `baltasar` comes, in round 4")
    assert names()[3] == "baltasar" and parts("cut-at-8") == 4
    said("four digits show nothing until round 6")
    assert parts("no-norm-attention") == 6
    late = {f.name for f in forward.FAULTS if parts(f.name) == 2}
    assert late - {"cache-not-emptied"} == {"no-scale", "scale-width", "scale-no-root", "two-heads"}
    assert losses("cache-not-emptied")[0] == round(RIGHT[0], 7)
    assert all(losses(name)[0] != round(RIGHT[0], 7) for name in late - {"cache-not-emptied"})


def test_the_verdicts():
    printed = re.findall(r"\d\.\d{4}", output(CHAPTER, "verdict-head").split("\n")[0])
    assert printed == [four(losses("head-last")[0]), four(RIGHT[0])]
    said("Different faults, and one effect: the weights never move.")
    assert len(verdict_on(str([float(four(x)) for x in losses("frozen")[:3]]), 3).suspects) == 4
    where = item("predict", "14-where")["question"]
    assert four(losses("assigned")[1]) in where and four(RIGHT[1]) in where


def test_ratios():
    said("`nancy` has five letters, so six guesses and seven tokens.")
    ratios = dict(re.findall(r"^(\S+) +(\S+)$", output(CHAPTER, "ratios"), re.M))
    said(
        "0.8571 is 6/7: the sum is divided by the seven tokens. 1.2 is 6/5: by the five letters. 0.375 is 6/16"
    )
    expected = [6, 6 / 7, 6 / 5, 6 / 16, 1 / math.log(2)]
    assert list(ratios.values()) == [four(ratio) for ratio in expected]
    said("And 1.4427 is $1 / \\log 2$")
    said("If the ratio is about 51, the weights are ten times too large: 0.8 in place of 0.08.")
    assert round(losses("sigma-0.8")[0] / RIGHT[0]) == 51
    said("It is 4,192 in nearly every wrong program.")
    counts = [fault["params"] for fault in table().values() if "params" in fault]
    assert counts.count(4192) / len(counts) > 0.95


def test_the_digits():
    said("and differs in the fifth digit")
    assert (f"{losses('no-scale')[0]:.5f}", f"{RIGHT[0]:.5f}") == ("3.46322", "3.46321")
    found = fingerprints()
    said("`lm_head[0][0]` has -0.283531, `mlp_fc2[15][63]` has 0.003966")
    assert f"{found['after backward, the gradient of lm_head[0][0]']:.6f}" == "-0.283531"
    assert f"{found['the gradient of mlp_fc2[15][63]']:.6f}" == "0.003966"
    said("After the move, `wte[26][0]` has changed by -0.01.")
    assert round(found["how far the first step moves wte[26][0]"], 6) == -0.01


def test_does_it_fall():
    two = [", ".join(f"{x:.2f}" for x in run[:4]) for run in (RIGHT, losses("frozen"))]
    said(
        f"The recorded losses begin with {two[0]}. A program whose weights never move prints {two[1]}."
    )
    said("2.93 against 3.33, which is still a blind guess")
    assert abs(statistics.mean(losses("frozen")[8:12]) - math.log(27)) < 0.05
    said("With the wrong sign it climbs in every round from the fifth on, to 10.47 in round 12.")
    up = losses("uphill")
    assert round(up[11], 2) == 10.47 and all(a < b for a, b in zip(up[3:], up[4:]))
    said("With a learning rate of 0.1 it leaps: 3.64 in round 8, 10.46 in round 9.")
    assert [round(x, 2) for x in losses("rate-0.1")[7:9]] == [3.64, 10.46]
    runs = [losses(fault.name) for fault in TRAINING if "error" not in table()[fault.name]]
    fall = [statistics.mean(run[4:]) < statistics.mean(run[:4]) for run in runs]
    said(
        f"Of the {len(runs)} faults in the table above, {sum(fall)} have a lower mean from round 5 on "
        "than in rounds 1 to 4."
    )
    said("has 2.93 in rounds 9 to 12, like the right one")
    both = [statistics.mean(run[8:12]) for run in (losses("no-scale"), RIGHT)]
    assert [round(mean, 2) for mean in both] == [2.93, 2.93]


def test_later_rounds():
    said("Gradients that are not set back give 3.4534 in round 3, where 3.4480 was recorded.")
    assert (four(losses("not-zeroed")[2]), four(RIGHT[2])) == ("3.4534", "3.4480")
    said("A correction that is always that of the first round gives 3.4551.")
    assert four(losses("correction-same")[2]) == "3.4551"
    said("a learning rate that does not fall shows in round 6, with 3.4286 and not 3.4287")
    assert parts("no-decay") == 6
    assert (four(losses("no-decay")[5]), four(RIGHT[5])) == ("3.4286", "3.4287")
    said("Without the 0.00001 in `rmsnorm` the first loss is 3.4633 in place of 3.4632.")
    assert four(losses("norm-no-eps")[0]) == "3.4633"


@pytest.mark.parametrize(
    "fault, number",
    [
        ("temperature-0.1", 3), ("temperature-1.0", 3), ("temperature-times", 2),
        ("seeded-for-samples", 3), ("seeded-for-each", 3), ("samples-keep-cache", 3),
        ("samples-position-0", 1), ("one-draw-before", 3),
    ],
)  # fmt: skip
def test_the_names_of_faults(fault, number):
    assert fault in {one.name for one in SAMPLING}
    said(f"| {', '.join(table()[fault]['samples'][:number])} |")


def test_the_quiz():
    feedback = [option["feedback"] for option in item("quiz", "14-b")["options"]]
    assert "3.2546" in feedback[0] and four(losses("head-last")[0]) == "3.2546"
    assert parts("no-decay") == 6 and parts("not-zeroed") == 3 and parts("same-name") == 2  # 14-d
    assert losses("assigned")[0] == round(RIGHT[0], 7)  # 14-b
    assert table()["correction-early"]["error"] == "ZeroDivisionError"  # 14-e
    keep = table()["samples-keep-cache"]["samples"]
    assert keep[0] == recorded().samples[0] and keep[1] != recorded().samples[1]  # 14-c


def test_the_dice():
    first, second = output(CHAPTER, "dice").splitlines()
    assert first != second
    random.seed(42)
    assert first == str([round(random.gauss(0, 0.08), 4) for _ in range(3)])
    said("If you make dice of your own, `dice = random.Random(42)` as in chapter 06")
    dice = random.Random(42)
    assert first == str([round(dice.gauss(0, 0.08), 4) for _ in range(3)])


def test_the_first_loss_needs_no_training():
    rng = random.Random(42)
    rng.shuffle(load_names())
    model, cache = GPT(load_canonical().config, 27, rng), ([[]], [[]])
    ids = load_canonical().tokenizer.encode("nancy")
    surprises = []
    for place, right in enumerate(ids[1:]):
        logits = [z.data for z in model(ids[place], place, *cache)]
        surprises.append(math.log(sum(map(math.exp, logits))) - logits[right])
    assert four(statistics.mean(surprises)) == "3.4632"
