"""Fine-tuning: the lists, the order of the names, what it learns and forgets; JavaScript against Python."""

import doctest
import re

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import Adam, finetune, load_names, train
from microgpt.canonical import load_canonical
from microgpt.evidence import split
from microgpt.widgets import FineTune
from microgpt.widgets.scale import fine_tune


def test_examples_in_docstrings():
    assert doctest.testmod(finetune).failed == 0 and doctest.testmod(fine_tune).failed == 0


@pytest.mark.parametrize("names", finetune.LISTS.values(), ids=finetune.LISTS)
def test_the_small_lists(names):
    assert 20 <= len(names) <= 40 and names == sorted(set(names))
    assert all(re.fullmatch("[a-z]{2,15}", name) for name in names)
    assert not set(names) & set(load_names()), "nothing that the model may have read"


def test_the_list_in_olf_keeps_its_promise():
    assert all(name.endswith("olf") for name in finetune.LISTS["olf"])


@pytest.mark.parametrize("mix, old", [(0, 0), (25, 50), (50, 100), (100, 200)])
def test_old_names_are_spread_evenly(mix, old):
    own = finetune.LISTS["stars"]
    docs = finetune.documents(own, load_names(), 200, mix)
    is_old = [doc not in own for doc in docs]
    assert sum(is_old) == old and abs(sum(is_old[:100]) - old / 2) <= 1
    assert docs != finetune.documents(own, load_names(), 200, mix, seed=2)


def test_names_measured_are_in_no_step():
    run = load_canonical()
    old, general = finetune.course_names(run)
    assert len(general) == 100 and not set(old) & set(general)
    _, without = finetune.course_names(run, but=general[:3])
    assert without[:97] == general[3:] and len(without) == 100


def test_too_short_a_list():
    with pytest.raises(ValueError, match="5 different names or more, not 4"):
        finetune.finetune([*"abcd", "a", "a"])


@pytest.fixture(scope="module")
def tuned():
    return finetune.finetune(finetune.LISTS["olf"], steps=60, never_seen=20)


@pytest.mark.weekly
def test_it_learns_and_forgets(tuned):
    found = tuned.compared()
    for what in ("trained", "held_back"):
        assert found[what].difference < -1.5 and found[what].error < 0.1
    assert found["general"].difference > 3 * found["general"].error > 0


@pytest.mark.weekly
def test_rehearsal_lessens_forgetting(tuned):
    rehearsed = finetune.finetune(finetune.LISTS["olf"], steps=60, mix=50, never_seen=20)
    before, after = tuned.compared(), rehearsed.compared()
    assert after["general"].difference < 0.5 * before["general"].difference
    assert before["trained"].difference < after["trained"].difference < -1


def test_what_is_printed(tuned):
    lines = str(tuned).splitlines()
    assert len(lines) == 4 and re.fullmatch(
        r"trained on +2\.78 +\d\.\d\d  -\d\.\d\d ± 0\.\d\d", lines[1]
    )
    assert re.fullmatch(r"FineTuned\(trained -.*, held_back -.*, general \+.*\)", repr(tuned))


def test_of_one_name_no_error_is_printed():
    lines = str(finetune.finetune(["abel", "kain", "enos", "jarel", "lamek"], steps=1)).splitlines()
    assert "±" in lines[1] and "±" not in lines[2] and "±" in lines[3]


# ---- the widget ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: FineTune(preset="rivers"), "preset must be one of 'olf', 'stars', 'flowers'"),
        (lambda: FineTune(names="bandolf"), "names must be a list of names of 2 to 15 letters"),
        (lambda: FineTune(names=["b4n"] * 5), "names must be a list of names"),
        (lambda: FineTune(names=["ab\n", "cd", "ef", "gh", "ij"]), "names must be a list"),
        (lambda: FineTune(names=["a" * 16] * 5), "names must be a list of names of 2 to 15"),
        (lambda: FineTune(names=["ab", "cd", "ef", "gh", "gh"]), "5 to 500 different names, not 4"),
        (lambda: FineTune(steps=9), "steps must be a whole number from 10 to 1000"),
        (lambda: FineTune(learning_rate=0.1), "learning_rate must be a number from 0.0005 to 0.05"),
        (lambda: FineTune(mix=30), "mix must be one of 0, 25, 50"),
        (lambda: FineTune(seed=-1), "seed must be a whole number from 0"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_list_in_use():
    assert FineTune(preset="stars").listed() == finetune.LISTS["stars"]
    own = ["ulfrun", "ulfrik", "ulfhild", "ulfgar", "ulfwin", "ulfwin"]
    assert FineTune(names=own).listed() == own[:5] and "on 5 names, 1 of them" in repr(
        FineTune(names=own)
    )


# ---- JavaScript ----


def case(key, steps, lr, mix, seed):
    """Twenty losses of a run, and where each of its names comes from."""
    run, names = load_canonical(), finetune.LISTS[key]
    model, tokenizer = run.model, run.tokenizer
    trained, held_back = split(names, finetune.FIFTH)
    old, general = finetune.course_names(run, but=names)
    docs = finetune.documents(trained, old, steps, mix, seed)
    training = train(model, tokenizer, docs, steps, Adam(model.parameters(), lr=lr))
    return {
        "names": names,
        "choices": {"steps": steps, "learning_rate": lr, "mix": mix, "seed": seed},
        "held_back": held_back,
        "general": general,
        "docs": docs,
        "losses": [next(training).loss for _ in range(20)],
    }


@pytest.mark.weekly
def test_javascript_goes_on_from_the_same_weights():
    settings = [
        ("olf", 200, 0.005, 0, 1),
        ("stars", 30, 0.01, 25, 2),
        ("flowers", 90, 0.002, 50, 3),
    ]
    cases = [case(*one) for one in settings]
    measured = finetune.finetune(finetune.LISTS["olf"], steps=20, lr=0.01, mix=50, seed=4)
    cases[0]["finetuned"] = {
        "choices": {"steps": 20, "learning_rate": 0.01, "mix": 50, "seed": 4},
        "compared": {
            what: [found.mean - found.difference, found.mean, found.error]
            for what, found in measured.compared().items()
            if what != "general"  # measured on fewer names here
        },
    }
    write("fine_tune", cases)
