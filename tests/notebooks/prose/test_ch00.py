"""Numbers that stand in a sentence of chapter 00 and under no cell: each test names the sentence, and computes it."""

import random
import re
import sys
from collections import Counter
from math import exp, log, log2
from pathlib import Path
from statistics import mean

from prose import output, page

from microgpt.widgets import ChatWithModel

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tests/unit"))

from reference import RUN, reference_names  # noqa: E402


def test_parameters(run):
    sentence = "a **formula with 4,192 numbers in it**"
    assert sentence in page("00_why") and len(run.weights) == 4192


def test_rounds(run):
    assert "runs for a thousand **rounds**" in page("00_why") and run.steps == 1000


def test_blind_pick(run):
    text = page("00_why")
    assert "the blind guess, with its loss of 3.30, has 27 choices" in text
    assert len(run.vocabulary) + 1 == 27 and f"{log(27):.2f}" == "3.30"
    assert (
        "On its first name the model is a little worse than a blind guess" in text
        and 27 < exp(run.losses[0]) < 35
    )
    assert (
        "it is as unsure as between 11 letters" in text
        and round(exp(mean(run.losses[-100:]))) == 11
    )


def test_what_the_model_expects(run, names):
    """The fold under the first widget: `a` after em where the list says m, `u` after emq."""
    text = page("00_why")

    def likeliest(prefix):
        keys, values = run.model.new_cache()
        model, tokenizer = run.model, run.tokenizer
        for position, token in enumerate(tokenizer.encode(prefix)[:-1]):
            logits = [logit.data for logit in model(token, position, keys, values)]
        return tokenizer.chars[logits.index(max(logits))]

    assert (
        "After `em` the list says `m` most often, and the model says `a`." in text
        and likeliest("em") == "a"
    )
    assert "After `emq` it expects `u`, although no name on the list begins that way" in text
    assert likeliest("emq") == "u" and not any(name.startswith("emq") for name in names)


def test_copied_or_invented(run, names):
    text = page("00_why")
    docs = names[:]
    random.Random(42).shuffle(docs)
    listed = [name for name in run.samples if name in set(names)]
    new = [name for name in listed if name not in set(docs[:1000])]
    assert "Two of the six had been shown to it." in text and (
        len(listed),
        len(listed) - len(new),
    ) == (6, 2)
    assert f"The other four had never been: {', '.join(f'`{name}`' for name in new)}." in text
    assert "the list is almost five times as long" in text and 4.7 < len(names) / 1000 < 5


def test_recorded_facts_of_the_reference_run():
    """The facts that need no list: its samples, and how many of them the sentence names."""
    samples = RUN["samples"]
    row = next(line for line in page("00_why").splitlines() if line.startswith("| are in its list"))
    named = [name.strip() for name in row.split("|")[3].split(",")]
    assert int(row.split("|")[2]) == len(named) == 11
    assert [name for name in samples if name in named] == named


def test_recorded_facts_of_the_reference_list():
    """The facts that need the list itself: computed where it can be had."""
    assert "trained on a longer list, with 32,033 names" in page("00_why")
    docs = reference_names().read_text("utf-8").split()
    assert len(docs) == 32033
    samples = RUN["samples"]
    random.Random(42).shuffle(docs)
    assert sum(sample in set(docs) for sample in samples) == 11
    assert not set(samples) & set(docs[:1000])


def test_nats_and_bits():
    text = page("00_why")
    assert "Halve the probability, and the surprise grows by 0.69." in text
    assert "1 bit is 0.69 nats" in text and round(log(2), 2) == 0.69
    assert "In bits the blind guess costs 4.75." in text and f"{log2(27):.2f}" == "4.75"
    assert "A blind guess among 27 costs 3.30." in text


def test_the_seed_writes_the_same_name_in_the_figure():
    assert "with the seed 22 this cell always writes `emuda`, and so did the figure above" in page(
        "00_why"
    )
    assert output("00_why", "generate") == "'emuda'"
    assert "to “emuda”" in output("00_why", "chat")


def test_what_the_model_has_seen_after_m(run, names):
    """Six of its thousand names begin with em; the letters that follow an m are its highest bars, in their order."""
    assert (
        "It was trained on a thousand names of the list only, and six of them begin with `em`."
        in page("00_why")
    )
    assert (
        "what follows an `m` anywhere in a name: `a`, then `i`, `e` and `o`. Those are its highest bars."
        in page("00_why")
    )
    seen = names[:]
    random.Random(42).shuffle(seen)
    del seen[1000:]
    assert sum(name.startswith("em") for name in seen) == 6
    pairs = Counter(pair for name in seen for pair in zip(name, [*name[1:], "end"]))
    after = Counter({next: n for (letter, next), n in pairs.items() if letter == "m"})
    bars = ChatWithModel(prefix="em", temperature=1).ranked(4)
    assert (
        [letter for letter, _ in after.most_common(4)]
        == [letter for letter, _ in bars]
        == list("aieo")
    )


def test_the_regions_of_the_program():
    """The table names every region, in the program's order."""
    program = (ROOT / "ladder" / "train5.py").read_text("utf-8")
    regions = re.findall(r"# --- (\w+): ", program)
    assert re.findall(r"^\| `(\w+)` \| ", page("00_why"), re.M) == regions
    assert "It has 16 parts" in page("00_why") and "in 16 regions" in page("00_why")
    assert len(regions) == 16
