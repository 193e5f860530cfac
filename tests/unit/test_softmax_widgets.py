"""Softmax, the soft dictionary and the words of a sentence: traits, words, and JavaScript against the package."""

import copy
import doctest
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt.nn import softmax
from microgpt.widgets import DragQuery, Softmax, WordAttention, rounding
from microgpt.widgets.attention import lookups, soft
from microgpt.widgets.attention.lookups import plain_softmax
from microgpt.widgets.attention.sentence import SENTENCE, validate, words_of
from microgpt.widgets.rounding import add_to_one


@pytest.mark.parametrize("module", [soft, lookups, rounding])
def test_examples_in_docstrings(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: Softmax(logits=[1]), "logits must be a list of 2 to 8 numbers"),
        (lambda: Softmax(logits=[0] * 9), "logits must be a list of 2 to 8 numbers"),
        (lambda: Softmax(logits=[0, float("nan")]), "each from -1000 to 1000"),
        (lambda: Softmax(shift=1001), "shift must be a number from -1000 to 1000"),
        (lambda: Softmax(subtract=1), "subtract must be one of False, True"),
        (lambda: Softmax(labels=["a", "b"]), "labels must be as many as logits, or none"),
        (lambda: Softmax(labels=["a", "b", ""]), "labels must be a list of 0 to 8 texts of 1 to"),
        (lambda: Softmax(labels="abc"), "labels must be a list of 0 to 8 texts"),
        (lambda: DragQuery(q=[1]), "q must be a list of 2 numbers, each from -3 to 3"),
        (lambda: DragQuery(k=[[1, 1]]), "k, v and labels must have the same number"),
        (
            lambda: DragQuery(k=[[1], [2]], v=[[1], [2]], labels=["a", "b"]),
            "must be lists of pairs of numbers",
        ),
        (lambda: DragQuery(labels=[]), "labels must be a list of 1 to 6 texts"),
        (lambda: DragQuery(look="hard"), "look must be one of 'softly', 'exactly'"),
        (lambda: WordAttention(ending="red"), "ending must be one of 'tired', 'flat'"),
        (lambda: WordAttention(word=9), "word must be one of 0, 1"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


# ---- rounding ----


def shares_of(parts):
    return [part / sum(parts) for part in parts]


def rounding_cases():
    r = random.Random(7)
    odd = [
        [1, 1, 1],
        [1] * 7,
        [0.125] * 8,
        [0.29, 0.71],
        [0.005, 0.005, 0.99],
        [1e-12, 1],
        [0, 0, 1],
    ]
    drawn = [[r.random() ** 4 for _ in range(r.randint(1, 27))] for _ in range(60)]
    return [
        {
            "numbers": shares_of(parts),
            "digits": digits,
            "texts": add_to_one(shares_of(parts), digits),
        }
        for parts in odd + drawn
        for digits in (0, 2, 3)
    ]


def test_shares_add_to_one_as_printed_on_both_sides():
    cases = rounding_cases()
    for case in cases:
        units = 10 ** case["digits"]
        printed = [round(units * float(text)) for text in case["texts"]]
        assert sum(printed) == units, case
        in_order = [n for _, n in sorted(zip(case["numbers"], printed))]
        assert in_order == sorted(in_order), "a larger share never prints smaller"
    write("rounding", cases)


# ---- softmax ----


def outcome(logits):
    """What plain exps give: probabilities, or the name of the error."""
    try:
        return plain_softmax(logits)
    except ArithmeticError as error:
        return type(error).__name__


def softmax_case(logits, shift):
    shifted = [logit + shift for logit in logits]
    return {
        "logits": logits,
        "shift": shift,
        "stable": softmax(shifted),
        "plain": outcome(shifted),
    }


def test_the_page_computes_the_softmax_that_python_computes():
    shifts = [0, 1, -1, 5, 700, 707.7, 709, 800, 1000, -700, -743, -746, -800, -1000]
    r = random.Random(5)
    some = [[2.0, 1.0, 0.1], [0, 0], [1000, -1000], [709.5, 709.5], [709.79, 0], [-0.0, 0, -5]]
    cases = [softmax_case(logits, shift) for logits in some for shift in shifts]
    cases += [
        softmax_case([r.uniform(-5, 5) for _ in range(r.randint(2, 8))], 0) for _ in range(20)
    ]
    plain = [case["plain"] for case in cases]
    assert {"OverflowError", "ZeroDivisionError"} < {
        one for one in plain if isinstance(one, str)
    } | {0}
    assert [0.0, 0.0] in plain, "a sum that is inf"
    write("softmax", cases)


def test_the_worked_case_says_its_numbers():
    assert repr(Softmax()) == "softmax([2.0, 1.0, 0.1]) is [0.66, 0.24, 0.10]."
    assert "ZeroDivisionError" in repr(Softmax(shift=-800))
    assert Softmax(labels=None).labels == []


# ---- the soft dictionary ----


def lookup_case(**traits):
    widget = DragQuery(**traits)
    case = {name: getattr(widget, name) for name in ("q", "k", "v", "look")}
    try:
        return case | {"weights": widget.weights(), "out": widget.answer()}
    except KeyError:
        return case | {"weights": None, "out": None}


def test_the_page_looks_up_what_python_looks_up():
    r = random.Random(6)

    def pairs(n):
        return [[r.uniform(-3, 3), r.uniform(-3, 3)] for _ in range(n)]

    cases = [lookup_case(q=q) for q in [[0, 0], [3, 3], [-3, 3], [0.5, -2.0], *pairs(10)]]
    for n in (1, 2, 6):
        cases.append(lookup_case(q=pairs(1)[0], k=pairs(n), v=pairs(n), labels=list("abcdef")[:n]))
    cases += [lookup_case(q=q, look="exactly") for q in ([1.0, 1.0], [0.5, -2.0], [2, 1])]
    twice = {"k": [[1, 1], [1, 1]], "v": [[1, 0], [0, 1]], "labels": ["m", "m"]}
    cases.append(lookup_case(q=[1, 1], look="exactly", **twice))
    assert cases[-1]["out"] == [0, 1], "as in a dict, the last one counts"
    write("lookup", cases)


def test_a_query_can_point_at_each_value_nearly_alone():
    """The question above the widget has an answer, for `a` and for every other key."""
    steps = [x / 4 for x in range(-12, 13)]
    best = [
        max(DragQuery(q=[x, y]).weights()[i] for x in steps[::2] for y in steps[::2])
        for i in range(4)
    ]
    assert min(best) > 0.95, best


# ---- the words of a sentence ----


def test_the_page_shows_the_weights_of_the_sentence():
    write(
        "sentence",
        [
            {
                "state": {"ending": ending, "word": word, "content": SENTENCE},
                "weights": WordAttention(ending=ending, word=word).weights(),
            }
            for ending in SENTENCE["endings"]
            for word in range(len(SENTENCE["words"]) + 1)
        ],
    )


def test_the_last_word_decides_and_no_other_knows():
    """`it` is torn between the two nouns; each ending takes most from another one of them."""
    words = words_of(SENTENCE, "tired")
    it = WordAttention(word=words.index("it")).weights()
    puppy, ball = words.index("puppy"), words.index("ball")
    assert it[puppy] == it[ball] == max(it)
    tired, flat = (WordAttention(word=8, ending=one).weights() for one in SENTENCE["endings"])
    assert max(tired) == tired[puppy] and max(flat) == flat[ball]


@pytest.mark.parametrize(
    "spoil, says",
    [
        (lambda s: s["weights"][1].__setitem__(0, 31), "'puppy' must be hundredths that add up"),
        (lambda s: s["weights"][1].append(0), "'puppy' needs 2 weights, not 3"),
        (lambda s: s["weights"].pop(), "9 words need 9 rows, not 8"),
        (lambda s: s["last"].pop("flat"), "each ending needs a row"),
        (lambda s: s["last"]["flat"].__setitem__(0, -1), "'flat' must be hundredths"),
    ],
)
def test_a_sentence_that_does_not_add_up_is_refused(spoil, says):
    sentence = copy.deepcopy(SENTENCE)
    validate(sentence)
    spoil(sentence)
    with pytest.raises(ValueError, match=says):
        validate(sentence)
