"""IsItReal: traits, words, and the record behind it."""

import doctest
import random
import runpy

import pytest
from js_cases import write
from test_js_engine import ROOT
from traitlets import TraitError

from microgpt import GPT, Adam, Config, Tokenizer, document_loss
from microgpt.data import load_names
from microgpt.evidence import compare, split
from microgpt.widgets import IsItReal
from microgpt.widgets.training import changes, is_it_real
from microgpt.widgets.training.changes import CHANGES, load_changes, recorded

LOSSES = {"before": [2.40, 2.42, 2.41, 2.41, 2.40], "after": [2.45, 2.47, 2.47, 2.46, None]}


def test_examples_in_docstrings():
    assert doctest.testmod(is_it_real).failed == 0 and doctest.testmod(changes).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: IsItReal("wings"), "change must be one of None, 'seed', 'rate_up'"),
        (lambda: IsItReal(guess="same"), "guess must be one of '', 'better', 'worse'"),
        (lambda: IsItReal(belief=True), "belief must be one of '', 'yes', 'no'"),
        (lambda: IsItReal(seeds=1), "seeds must be a whole number from 2 to 8"),
        (lambda: IsItReal(seeds=9), "seeds must be a whole number from 2 to 8"),
        (lambda: IsItReal(rounds=0), "rounds must be a whole number from 1 to 5000"),
        (lambda: IsItReal(conclusion="maybe"), "conclusion must be one of ''"),
        (lambda: IsItReal(results=None), "results must be {} or hold rounds and losses"),
        (lambda: IsItReal(results={"rounds": 9, "losses": {"after": [2.0]}}), "results must be"),
        (lambda: IsItReal(results={"rounds": 9, "losses": {"before": [2.0] * 9}}), "results must"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_words_say_how_far_the_reader_has_come():
    assert IsItReal().summary().startswith("Is it real? A change to be chosen: another seed, rate")
    pair = {"rounds": 1000, "losses": {"before": [2.38], "after": [2.37]}}
    assert IsItReal("width", results=pair).summary() == (
        "Is it real? width 24, 1 pair: -0.0100, cannot tell."
    )
    widget = IsItReal("decay", results={"rounds": 1000, "losses": LOSSES}, conclusion="worse")
    assert widget.summary() == (
        "Is it real? no decay, 4 pairs: +0.0525 ± 0.0025, worse; you concluded: worse."
    )
    assert IsItReal("decay", results={"rounds": 9, "losses": {"before": [None]}}).found() is None


# ---- the record ----


def test_the_record_has_every_change_and_32_seeds_of_it():
    losses = load_changes()["losses"]
    assert list(losses) == ["before", *CHANGES]
    assert all(len(row) == 32 and all(2.3 < x < 2.7 for x in row) for row in losses.values())


def test_what_the_record_says():
    """The changes teach what they should: some real, some not, and one that five seeds do not show."""
    verdicts = {name: recorded(name).verdict for name in CHANGES}
    worse, better = ["rate_up", "rate_down", "decay"], ["width"]
    assert [name for name in CHANGES if verdicts[name] == "worse"] == worse
    assert [name for name in CHANGES if verdicts[name] == "better"] == better
    assert verdicts["seed"] == "cannot tell", "nothing but the seed is changed"
    losses = load_changes()["losses"]
    five = compare(losses["before"][:5], losses["rate_up"][:5])
    assert five.verdict == "cannot tell"


def first_losses(options):
    """The first losses of a run with seed 1 and these options, by Values."""
    docs, held_out = split(load_names())
    r = random.Random(1)
    tokenizer = Tokenizer(docs + held_out)
    r.shuffle(docs)
    model = GPT(Config(**options.get("config", {})), tokenizer.vocab_size, r)
    adam = Adam(model.parameters(), beta1=options.get("beta1", 0.85))
    rate, losses = options.get("learningRate", 0.01), []
    for step in range(4):
        loss = document_loss(model, tokenizer.encode(docs[step]))
        loss.backward()
        adam.step(rate * (1 - step / 1000) if options.get("decay", True) else rate)
        losses.append(loss.data)
    return losses


def test_the_record_is_computed_again_in_part():
    """The first steps by Python too; two whole runs by the JavaScript engine, which made the record."""
    some = ["rate_up", "decay", "beta1", "width", "heads"]
    write("changes_first", [{"name": n, "losses": first_losses(CHANGES[n].options)} for n in some])


def test_the_module_of_the_page_is_what_the_tool_writes():
    tool = runpy.run_path(str(ROOT / "tools" / "make_changes_js.py"))
    assert tool["FILE"].read_text("utf-8") == tool["module"]()


def test_the_picture_computes_what_python_computes():
    cases = []
    for before, after in (
        ([2.38], [2.37]),
        ([2.40, 2.42, 2.41, None], [2.45, 2.47, 2.47, 2.4]),
        (LOSSES["before"], LOSSES["after"]),
        ([2.4] * 5, [2.41, 2.39, 2.42, 2.40, 2.41]),
    ):
        found = IsItReal(
            "decay", results={"rounds": 9, "losses": {"before": before, "after": after}}
        ).found()
        cases.append({"before": before, "after": after, **vars(found)})
    write("is_it_real", cases)
