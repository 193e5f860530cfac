"""Numbers that stand in a sentence of chapter 15 and under no cell: each test names the sentence, and computes it."""

import json
import re
import unicodedata
from math import prod
from pathlib import Path

import pytest
from prose import output, page

from microgpt import load_names
from microgpt.bot.attack import attack
from microgpt.bot.bad import bad_bots
from microgpt.bot.cases import FAMILIES, cases, naming_seed
from microgpt.bot.game import STAND_IN
from microgpt.bot.judge import judge
from microgpt.bot.policy import FRUITS, LOOK_ALIKES, fruit_in
from microgpt.bot.reference import expected, new_bot
from microgpt.canonical import load_canonical
from microgpt.nn import softmax

CHAPTER = "15_bot"
ROOT = Path(__file__).parents[3]
ITEMS = json.loads((ROOT / "microgpt/widgets/quiz/items/15.json").read_text("utf-8"))
RECORD = json.loads((ROOT / "microgpt/datasets/fruits.json").read_text("utf-8"))
DRAWN = RECORD["names"] * len(RECORD["fruits"]["1.0"])
COUNTS = [sum(RECORD["fruits"][temperature]) for temperature in ("1.0", "0.5")]
RUN = load_canonical()
SEED = 1


def said(*sentences):
    for sentence in sentences:
        assert sentence in page(CHAPTER), sentence


def item(kind, id):
    (found,) = [one for one in ITEMS[kind] if one["id"] == id]
    return found


def chances(word, temperature=1.0):
    cache, ids, found = RUN.model.new_cache(), RUN.tokenizer.encode(word)[:-1], []
    for place, (id, after) in enumerate(zip(ids, ids[1:])):
        logits = RUN.model(id, place, *cache)
        found.append(softmax([z.data / temperature for z in logits])[after])
    return found


def says_none(name):
    return fruit_in(name) is None


def test_how_often_it_says_a_fruit():
    said("400,000 names at temperature 1", "284 names hold one: about **one in 1,400**")
    warm, cold = COUNTS
    assert (DRAWN, warm, cold) == (400_000, 284, 164)
    assert round(DRAWN / warm, -2) == 1400
    said("Differences of about 24 are usual.")
    assert round((2 * warm) ** 0.5) == 24  # both counts are uncertain
    said("164 of them hold a fruit, about one in 2,400")
    assert round(DRAWN / cold, -2) == 2400
    assert warm - cold > 4 * (warm + cold) ** 0.5  # more than chance does
    texts = json.dumps(ITEMS["predict"])
    assert "284 of 400,000" in texts and "164 of 400,000" in texts


@pytest.mark.weekly
@pytest.mark.parametrize("temperature, count", zip([1.0, 0.5], COUNTS))
def test_the_record_fits_what_can_be_computed(temperature, count):
    """That a name *begins* with a fruit has an exact probability, and is part of what was counted."""
    begins = sum(prod(chances(fruit, temperature)) for fruit in FRUITS)
    counted = count / DRAWN
    assert begins < counted < 2.5 * begins


def test_what_the_list_holds_and_what_was_read():
    names = load_names()
    holding = [name for name in names if fruit_in(name)]
    said("Eight names of 4,825.", "35 fruits", "23 signs", "the 4,817 names")
    assert (len(holding), len(names), len(FRUITS), len(LOOK_ALIKES)) == (8, 4825, 35, 23)
    assert len(names) - len(holding) == 4817
    said("*cherry*, *clementine* and *olive*", "*philemon* ends with *lemon*")
    assert [name for name in holding if name in FRUITS] == ["cherry", "clementine", "olive"]
    assert "philemon".endswith("lemon") and fruit_in("pearl") == "pear"
    assert output(CHAPTER, "seen") == "0" == str(item("predict", "15-seen")["answer"])
    assert "1.7" in item("predict", "15-seen")["mistakes"][1]["feedback"]
    assert round(8 * 1000 / 4825, 1) == 1.7


def test_the_walk_to_a_fruit():
    said("At the start `l` has 0.076. After it `i` comes with 0.189, then `m` with 0.040")
    assert [round(p, 3) for p in chances("lime")] == [0.076, 0.189, 0.040, 0.135]
    said("0.000078, so about one name in 12,800")
    assert round(prod(chances("lime")), 6) == 0.000078
    assert round(1 / prod(chances("lime")), -2) == 12_800
    said("*li* as in *lia*, *im* as in *kim*, *me* as in *esme*")
    assert {"lia", "kim", "esme"} <= set(load_names())
    said("comes about every fourth or fifth time", "nearly one in five", "it is one time in ten")
    assert 1 / 5 < chances("olive")[-1] < 1 / 4
    assert 0.17 < chances("banana")[-1] < 0.2
    assert 0.08 < chances("pear")[-1] < 0.11


SIDES = {  # of each rule: what is refused, and what is answered
    1: (["em,ol"], ["em ol"]),
    2: (["lemon"], ["tomato"]),
    3: (["philemon", "oliver"], ["olivia", "clementina"]),
    4: (["P3ÁR"], ["p3ter"]),
    5: (["oliver", "em pear"], ["oliv"]),
    6: (["a b c d e f g h i", "a" * 17], ["a b c d e f g h", "a" * 16]),
    7: (["pear"], ["pea", "pe ar", "banan"]),
}


@pytest.mark.parametrize("rule", SIDES)
def test_the_sides_of_the_rules(rule):
    refused, answered = SIDES[rule]
    assert all(expected(line.encode(), 7).startswith("REFUSE: ") for line in refused)
    assert all(expected(line.encode(), 7).startswith("OK: ") for line in answered)
    row = next(line for line in page(CHAPTER).split("\n") if line.startswith(f"| {rule} |"))
    for example in refused + answered:
        shown = len(example.split()) > 4 or len(example) > 15  # these are said in words
        assert shown or example in row


def test_the_other_rules():
    assert says_none("oliva") and not says_none("olive")
    assert judge(b"pear", 7, b"REFUSE: I say no fruit.") is None
    assert judge(b"pear", 7, b"REFUSE: Please update your wish.").words == "it says date"
    said("10 times in all", "more than 8 beginnings, or more than 1,000 bytes")


def test_the_guards_and_the_pull():
    said(
        "It lets four of six through.",
        "three harmless requests of six: `pea`, `banan`, and `olivia`",
    )
    table = output(CHAPTER, "scores-table")
    assert re.search(r"whole words +let through 4, wrongly refused 0", table)
    assert re.search(r"early +let through 0, wrongly refused 3", table)
    rows = [line.split() for line in output(CHAPTER, "pull-table").splitlines()]
    said("the likeliest single fruit comes once in 10,000 names")
    assert rows[0] == ["1", "3400", "0.0001"]
    said("With three letters it refuses 129 names", "17 times in a thousand")
    assert rows[2] == ["3", "129", "0.0171"] and round(100 * 129 / 4817, 1) == 2.7
    assert round(prod(chances("fig")[2:]), 3) == 0.017
    said("only 3 harmless names are refused, and `melo` becomes a melon in 37 of 100")
    assert rows[4] == ["5", "3", "0.3709"] and round(chances("melon")[-1], 2) == 0.37


def test_the_practice():
    scores = output(CHAPTER, "practice-none")
    said(
        "13 lines of the talks make",
        "17 lines are harmless",
        "it answered 15 as the reference does",
    )
    assert "leaks 13 of 13   false refusals 0 of 17   as the reference 15 of 17" in scores
    said("7 leaks are left")
    assert "leaks 7 of 13" in output(CHAPTER, "practice-words")
    said("Two leaks are left, both of them *slips*.")
    assert output(CHAPTER, "practice-spelled").splitlines()[2:] == ["  slips: leak in 2 of 2 lines"]
    said("each of the 17 harmless requests")
    assert output(CHAPTER, "hooks-name").splitlines() == [
        "your hooks: accepted",
        "leaks 0 of 13   false refusals 0 of 17   as the reference 17 of 17",
    ]
    said("3 false refusals of 17", "The talk was `berr`", "`ber` is what remained")
    careful = output(CHAPTER, "hooks-careful")
    assert "leaks 0 of 13   false refusals 3 of 17" in careful
    assert "  slips: false refusal in 2 of 2 lines" in careful
    assert "  > ber\n" in careful and "  > berr\n" in careful


def test_the_second_hook_alone():
    said("None of the ten may be said")
    assert output(CHAPTER, "second-tries").endswith(", 0)")
    said("The second line is that of a right bot, and the verdict is *rejected*.")
    verdict, scores, *families = output(CHAPTER, "practice-second").splitlines()
    assert verdict == "your hooks: rejected (made up first)"
    assert scores == "leaks 0 of 6   false refusals 0 of 9   as the reference 9 of 9"
    assert families and all("made up first in" in line for line in families)
    said("one that makes up *emma*, whatever it is asked")
    assert STAND_IN == "emma"
    assert output(CHAPTER, "stand-in") == "REFUSE: I say no fruit.\nOK: emma\n"


def test_the_exam_of_the_starter():
    shown = page(CHAPTER)
    for name in re.findall(r"^  ([a-z ]+): (?:leak|false refusal) in", shown, re.M):
        assert name.replace(" ", "_") in {family.__name__ for family in FAMILIES}
    all_lines = [line for case in cases(SEED) for line in case.lines]
    answerable = sum(expected(line, naming_seed(SEED)).startswith("OK: ") for line in all_lines)
    said(f"false refusals 0 of {answerable}   as the reference {answerable} of {answerable}")
    assert len(FRUITS) == sum(case.family == "direct" for case in cases(SEED))
    said("direct: leak in 35 of 35 lines")
    case = next(case for case in cases(SEED) if case.number == 50)
    assert case.lines == (b"felip anycherry",)


@pytest.mark.weekly
def test_the_attacks():
    said("The one line `PEAR` breaks 4 of the 15.", "an empty line, `em`) breaks 9")
    assert len(bad_bots()) == 15
    for lines, broken in (([b"PEAR"], 4), ([b"banana pear", b"pearl", b"", b"em"], 9)):
        assert sum(turn is not None for _, turn in attack(lines)) == broken


def test_what_a_count_can_tell():
    said("nearly a third of such bots pass", "nine of ten do", "is about 0.05")
    assert output(CHAPTER, "unseen") == "0.1 0.0\n0.01 0.31\n0.001 0.89\n"
    assert round((1 - 3 / 115) ** 115, 2) == 0.05
    feedback = item("quiz", "15-d")["options"][0]["feedback"]
    assert "three times in four" in feedback and round(0.999**300, 2) == 0.74
    assert 0.99**300 < 0.05


def test_the_goal_knows_the_fruits_of_the_policy():
    source = (ROOT / "microgpt/widgets/quiz/goals/15.js").read_text("utf-8")
    told = " ".join(re.findall(r'"([a-z ]+)"', source.split("FRUITS = (")[1].split(")")[0]))
    assert told.split() == FRUITS


def test_the_block_to_be_copied_is_the_right_bot():
    """In the place of the starter's own part it answers every line of an exam as the reference does."""
    fold = page(CHAPTER).split("Both lists and both hooks, to be copied as one block")[1]
    block = re.search(r"```python\n(.+?)```", fold, re.S)[1]
    bot = new_bot()
    exec(block, vars(bot))
    assert (bot.FRUITS, bot.LOOK_ALIKES) == (FRUITS, LOOK_ALIKES)
    seed = naming_seed(SEED)
    for case in cases(SEED):
        for line in case.lines:
            assert bot.answer(line, seed) == expected(line, seed), line


def test_the_signs_that_look_the_same():
    said(
        "From the tenth pair on the two look the same: the first of them is a letter of the Russian"
    )
    alphabets = [unicodedata.name(pair[0]).split()[0] for pair in LOOK_ALIKES]
    assert not {"CYRILLIC", "GREEK"} & set(alphabets[:9])
    assert set(alphabets[9:]) == {"CYRILLIC", "GREEK"}
