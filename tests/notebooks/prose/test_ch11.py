"""Numbers that stand in a sentence of chapter 11 and under no cell: each test names the sentence, and computes it."""

import json
import math
import random
from ast import literal_eval
from pathlib import Path

import pytest
from prose import output, page

from microgpt import Config, load_names
from microgpt.bpe import count_pairs, encode, learn_merges, merge
from microgpt.canonical import load_canonical
from microgpt.finetune import LISTS
from microgpt.measured import (
    best_rates,
    grouped,
    load_graphics_card,
    load_scaling,
    over_seeds,
    share_of_peak,
)
from microgpt.scale import H100, MODELS, cache_bytes, changed, memory, parameters, total
from microgpt.sizes import load_sizes
from microgpt.training import document_loss
from microgpt.widgets import OneSignal

CHAPTER = "11_scale"
ROOT = Path(__file__).parents[3]
ITEMS = json.loads((ROOT / "microgpt/widgets/quiz/items/11.json").read_text("utf-8"))


def said(sentence):
    """The sentence stands in the chapter."""
    assert sentence in page(CHAPTER), sentence
    return True


def item(kind, id):
    (found,) = [one for one in ITEMS[kind] if one["id"] == id]
    return found


def share(model, part):
    sizes = MODELS[model].sizes
    return 100 * parameters(sizes)[part] / total(sizes)


def test_the_numbers_of_gpt2_and_of_ours():
    ours = Config()
    said("50,257 tokens, 1,024 positions, vectors of 768 numbers, 12 heads and 12 layers")
    sizes = MODELS["gpt2"].sizes
    assert sizes[1:6] == (50257, 1024, 768, 12, 12)
    said("Your model has 27, 16, 16, 4 and 1.")
    assert (ours.block_size, ours.n_embd, ours.n_head, ours.n_layer) == (16, 16, 4, 1)
    said("the real number is 124,439,808")
    assert total(sizes) == 124_439_808
    said("with vectors of 12,288 numbers, 96 layers and 2,048 positions")
    gpt3 = MODELS["gpt3"].sizes
    assert (gpt3.width, gpt3.layers, gpt3.context) == (12288, 96, 2048)


def test_where_the_parameters_are():
    said("in GPT-2 small the tokens still take 31 %, and in GPT-3 0.4 %")
    assert round(share("gpt2", "tokens in")) == 31 and round(share("gpt3", "tokens in"), 1) == 0.4
    said("its MLP takes 97 %")
    assert round(share("mixtral", "MLP")) == 97
    assert round(share("gpt3", "MLP")) == item("predict", "11-share")["answer"]
    assert "66.4 %" in item("predict", "11-share")["explanation"]
    assert round(share("gpt3", "MLP"), 1) == 66.4
    for model in ("microgpt", "gpt3"):  # attention and MLP, one to two
        assert share(model, "MLP") == pytest.approx(2 * share(model, "attention"))
    values = [mistake["value"] for mistake in item("predict", "11-share")["mistakes"]]
    assert round(share("microgpt", "MLP")) in values


def test_what_the_models_have_read():
    said("6,944 guesses, one for each letter and one for the end")
    run, names = load_canonical(), load_names()

    random.Random(42).shuffle(names)
    guesses = [min(len(run.tokenizer.encode(name)) - 1, 16) for name in names[:1000]]
    assert sum(guesses) == 6944 == MODELS["microgpt"].tokens
    said("300 billion tokens")
    assert MODELS["gpt3"].tokens == 300e9
    said("15.6 trillion, which is 15,600 billion")
    assert MODELS["llama3"].tokens == 15.6e12 == 15_600e9


def test_how_many_names_it_takes():
    runs = grouped(load_scaling()["names"], "params", "pool")
    small, large = (4192, 402176)

    def held(size, pool, what="held"):
        return round(over_seeds(runs[size, pool], what)[0], 2)

    said("1.22 nats on its own names at the end, and 4.81 on others")
    assert (held(small, 500, "train"), held(small, 500)) == (1.22, 4.81)
    assert held(small, 500) > 3.296  # worse than a blind guess
    said("the model of 402,176 parameters learns 500 names even better by heart, 0.87")
    said("even worse on others, 6.88")
    assert (held(large, 500, "train"), held(large, 500)) == (0.87, 6.88)
    said("the large model was worse than a blind guess at the first look already")
    assert held(large, 500, "best") > 3.3  # the lowest of all looks, the first among them
    assert {run["steps"] for run in load_scaling()["names"]} == {2000}
    assert 2000 * load_scaling()["batch"] / 500 == 512
    said("each of the 500 is met some 500 times")
    said("1.97 against 2.12")
    assert (held(large, 26545), held(small, 26545)) == (1.97, 2.12)
    said("With 26,545 names the two losses meet")
    assert abs(held(small, 26545) - held(small, 26545, "train")) < 0.02
    said("a list of 29,494 names of which a tenth is held out")
    assert 26545 == 29494 - 29494 // 10


def test_the_merges_by_hand():
    said("`l o` comes three times, `o w` three times, `w e` twice, the others once")
    words = ["low", "lower", "lowest"]
    counts = count_pairs({word: list(word) for word in words}, dict.fromkeys(words, 1))
    pairs = {a + b: times for (a, b), times in counts.items()}
    assert {pair for pair, times in pairs.items() if times > 1} == {"lo", "ow", "we"}
    assert (pairs["lo"], pairs["ow"], pairs["we"]) == (3, 3, 2)
    assert learn_merges(words, 9) == [("l", "o"), ("lo", "w"), ("low", "e")]
    said(
        "With 50,000 merges, and one more token for the end of a text, that makes the 50,257 tokens."
    )
    assert 256 + 50_000 + 1 == MODELS["gpt2"].sizes.vocab
    example = item("explore", "11-pieces")["example"]
    learned = learn_merges(example["text"], example["merges"])
    assert encode(example["word"], learned) == ["slowness"]
    assert merge(merge(list("lowlow"), ("l", "o")), ("lo", "w")) == ["low", "low"]  # 11-b


def test_the_work():
    assert 6 * 1000 * 2000 == 12e6  # 11-c
    said("Yours takes 175 million operations.")
    assert round(6 * 4192 * 6944 / 1e6) == 175
    said("nearly two million billion")
    assert 1.75e15 < 6 * 175e9 * 300e9 / (6 * 4192 * 6944) < 2e15
    said("The paper counts $3.14 \\cdot 10^{23}$.")
    assert round(6 * total(MODELS["gpt3"].sizes) * 300e9 / 1e23, 2) == 3.14
    said("$989 \\cdot 10^{12}$ operations a second")
    assert H100 == 989e12
    said("`training_days(405e9, 15.6e12, 16_384, 989e12, 0.4)` gives 68 days")
    assert round(6 * 405e9 * 15.6e12 / (16384 * 989e12 * 0.4) / 86400) == 68
    said("the weights of GPT-3 take 350 gigabytes")
    assert 2 * 175e9 == 350e9
    said("35 cards are full")
    assert literal_eval(output(CHAPTER, "bytes")) == (16, 35)


def test_the_card():
    record = load_graphics_card()
    ms, growth = record["one_step_ms"], record["growth"]
    said("the card took 3.1 milliseconds for a round")
    said("took 0.18, on one core of a processor")
    said("they took 0.18 as well")
    assert (round(ms["card"], 1), round(ms["numpy"], 2), round(ms["card_graph"], 2)) == (
        3.1,
        0.18,
        0.18,
    )
    said("to within $2 \\cdot 10^{-15}$")
    assert record["parity"]["steps"] == 1000 and record["parity"]["largest_difference"] < 2e-15
    said("needed 17 times as long as one core of a processor")
    assert 17 <= ms["card"] / ms["numpy"] < 18
    wide = {row["n_embd"]: row for row in growth}
    said("3.1 million tokens a second, twelve times as many as 16 cores")
    assert round(wide[16]["card_tokens_per_s"] / 1e6, 1) == 3.1
    assert round(wide[16]["card_tokens_per_s"] / wide[16]["cores_tokens_per_s"]) == 12
    assert record["machine"]["cpus"] == 16
    said("At width 1,024 it is about 110 times as many.")
    assert round(wide[1024]["card_tokens_per_s"] / wide[1024]["cores_tokens_per_s"], -1) == 110
    said("the card does 0.02 % of what it can do, and at width 4,096 it does 45 %")
    assert round(100 * share_of_peak(wide[16], record), 2) == 0.02
    assert round(100 * share_of_peak(wide[4096], record)) == 45
    said("The figure has 2,048 names in each round")
    assert {row["names"] for row in growth} == {2048}
    said("(an NVIDIA H200, in November 2026)")
    assert record["machine"]["gpu"] == "NVIDIA H200" and record["date"].startswith("2026-11")
    said("in 149 lines")
    program = (ROOT / "ladder/train6_torch.py").read_text("utf-8")
    assert len(program.splitlines()) == 149


def test_the_cache():
    gpt3, llama3 = MODELS["gpt3"].sizes, MODELS["llama3"].sizes
    assert literal_eval(output(CHAPTER, "cache")) == (cache_bytes(gpt3), cache_bytes(llama3))
    said("GPT-3 keeps 4.7 megabytes for each token, and the larger Llama 3 keeps 0.5")
    said("it has 128 heads, but 16 queries look at the same keys and values")
    assert (llama3.heads, llama3.heads // llama3.kv_heads) == (128, 16)
    example = item("explore", "11-cache")
    own = changed(llama3, **example["example"]["sizes"])
    assert own.kv_heads == own.heads and cache_bytes(own) == 16 * cache_bytes(llama3)
    assert "8.3 megabytes" in example["explanation"] and round(cache_bytes(own) / 1e6, 1) == 8.3
    assert "more than a terabyte" in example["explanation"] and memory(own)["cache"] > 1e12
    assert "the weights take 0.8" in example["explanation"]
    assert round(memory(llama3)["weights"] / 1e12, 1) == 0.8


def test_tokens_for_each_parameter():
    said("GPT-3 had read 1.7.")
    said("Yours also has 1.7 tokens for each parameter. Llama 3 has 39: its authors")
    assert literal_eval(output(CHAPTER, "chinchilla")) == (1.7, 1.7, 39)


def test_the_losses_of_several_sizes():
    record = load_scaling()
    means = {size: over_seeds(runs)[0] for size, runs in best_rates(record["sizes"]).items()}
    said("from 472 to 3.2 million parameters")
    assert (min(means), round(max(means) / 1e6, 1)) == (472, 3.2)
    said("From 472 to 14,528 parameters the loss falls from 2.32 to 2.05.")
    assert (round(means[472], 2), round(means[14528], 2)) == (2.32, 2.05)
    said("with 3.2 million parameters, 1.975, it is no better than with 800,000, 1.962")
    assert round(means[3163648], 3) == 1.975 and round(means[795392], 3) == 1.962
    assert means[3163648] > means[795392]
    said("2,000 rounds of 128 names")
    assert {run["steps"] for run in record["sizes"]} == {2000}


def test_writing_for_many():
    names, run = load_names(), load_canonical()

    random.Random(42).shuffle(names)
    model = run.model
    losses = [document_loss(model, run.tokenizer.encode(name)).data for name in names[1000:1030]]
    assert output(CHAPTER, "rounding-loss").strip() == f"not rounded: {sum(losses) / 30:.3f}"
    said(
        "with 4 bits little: a weight may then have one of 15 values. With 2 bits it may have three"
    )
    assert [2 * (2 ** (bits - 1) - 1) + 1 for bits in (4, 2)] == [15, 3]
    said("there the model gives 0.75 to the end of the name")
    assert round(run.chances("nicholas")["end"], 2) == 0.75
    kept = literal_eval(output(CHAPTER, "guess-3"))
    said("After `em`, 84 of 100 guesses of the table would be kept. After `nicholas` it is 40")
    assert kept[1:] == (0.84, 0.4)


def test_the_experts():
    said("46.7 billion, as you counted")
    mixtral = MODELS["mixtral"].sizes
    assert round(total(mixtral) / 1e9, 1) == 46.7
    assert output(CHAPTER, "wrong-active") == "3.6"


def fine_tuned(cell):
    """{a line of the table that the cell prints: [before, after, the difference]}"""
    lines = output(CHAPTER, cell).splitlines()[-3:]
    return {line[:10].strip(): [float(n) for n in line[10:].split()[:3]] for line in lines}


def test_what_fine_tuning_learns_and_forgets():
    plain, mixed = fine_tuned("fine-cell"), fine_tuned("fine-mix-cell")
    said("on those held back the loss falls by 1.68")
    assert plain["held back"][2] == -1.68
    said("On other names the loss rises from 2.38 to 2.84")
    assert plain["never seen"][:2] == [2.38, 2.84]
    said("a list of 32 invented names, and all of them end in *olf*")
    assert len(LISTS["olf"]) == 32 and all(name.endswith("olf") for name in LISTS["olf"])
    rehearsed = item("predict", "11-rehearse")
    assert mixed["never seen"][1] == rehearsed["answer"]
    assert "1.28, in place of 1.15" in rehearsed["explanation"]
    assert [run["held back"][1] for run in (mixed, plain)] == [1.28, 1.15]
    rise = [run["never seen"][2] for run in (mixed, plain)]
    assert "a bit more than a quarter of the way" in rehearsed["explanation"]
    assert 0.25 < rise[0] / rise[1] < 0.33


def test_the_law_of_our_own():
    said("the loss falls from 2.47 with 472 parameters to 2.34 with 53,632")
    said("After 5,000 rounds it falls further, from 2.41 to 2.23.")
    ends = {}
    for rounds in (1000, 5000):
        law = [size for size in load_sizes(rounds) if size.layers == 1]
        ends[rounds] = [round(size.mean, 2) for size in (law[0], law[-1])]
        assert (law[0].params, law[-1].params) == (472, 53632)
    assert ends == {1000: [2.47, 2.34], 5000: [2.41, 2.23]}
    said("with the rate 0.01 for every size, the curve turns up")
    plain = [size.mean for size in load_sizes(5000, rate=0.01) if size.layers == 1]
    assert plain[-1] > min(plain) + 0.03


def test_one_signal():
    shown = output(CHAPTER, "signal-figure")
    said("it gave 0.01 to the *m* that follows, and 0.33 to *a*")
    said("So the surprise is large, 4.77 nats.")
    assert "m follows with probability 0.01: loss 4.77" in shown
    chances = load_canonical().chances("em")
    assert round(chances["a"], 2) == 0.33 and max(chances, key=chances.get) == "a"
    assert round(-math.log(chances["m"]), 2) == 4.77
    said("With the moved weights the same guess costs 3.60.")
    assert round(OneSignal().walk().round.surprises_after[-1], 2) == 3.60
