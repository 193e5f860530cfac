"""OneSignal: the way of one token against the package, its texts, its traits; cases for the JavaScript."""

import doctest

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import Tokenizer, course
from microgpt.canonical import load_canonical
from microgpt.nn import softmax
from microgpt.optim import Adam
from microgpt.widgets import OneSignal
from microgpt.widgets.model import at_position
from microgpt.widgets.model.one_number import NAMES
from microgpt.widgets.program import one_signal
from microgpt.widgets.program.one_signal import load_stops
from microgpt.widgets.training.rounds import index_of

SIGNALS = [
    {},
    {"position": 0, "matrix": "lm_head", "temperature": 2, "seed": 0},
    {"position": 3, "matrix": "fc2", "temperature": 0.1},
    {"position": 4, "matrix": "wpe", "seed": 9999},
    {"name": "z", "position": 1, "matrix": "wq", "temperature": 1},
    {"name": "alexandriannaxy", "position": 15, "matrix": "wo", "seed": 7},
    {"name": "mmmmmmmm", "position": 5, "matrix": "fc1", "temperature": 1.3},
]


def test_examples_in_docstrings():
    result = doctest.testmod(one_signal)
    assert result.failed == 0 and result.attempted
    assert doctest.testmod(at_position).failed == 0


# ---- the numbers ----


def test_the_way_is_the_programs_own():
    """The guess at position 3 of emma alone: forward, backward and a step of Adam, with nothing but the package."""
    run = load_canonical()
    model, tokens = run.model, Tokenizer(run.vocabulary).encode("emma")
    keys, values = model.new_cache()
    for position, token in enumerate(tokens[:4]):
        logits = model(token, position, keys, values)
    loss = -softmax(logits)[tokens[4]].log()
    loss.backward()
    way = OneSignal(position=3).walk()
    assert way.round.loss == loss.data and way.target == tokens[4] == 0
    assert way.blame == pytest.approx([logit.grad for logit in logits], abs=1e-15)
    params = model.parameters()
    assert way.round.gradients == [p.grad for p in params]
    start = index_of("lm_head", 0, 0)
    squares = [p.grad**2 for p in params[start : start + 27 * 16]]
    assert way.length("lm_head") == sum(squares) ** 0.5
    Adam(params, lr=0.01).step()
    assert way.round.values_after == [p.data for p in params]
    assert way.round.loss_after < way.round.loss


def test_what_comes_later_does_not_reach_the_guess():
    assert OneSignal(name="emma", position=1).walk().blocks == (
        OneSignal(name="ember", position=1).walk().blocks
    )
    short = OneSignal(name="em", position=1).walk()
    assert short.round.gradients == OneSignal(name="emma", position=1).walk().round.gradients


def test_the_numbers_that_the_gallery_shows():
    way = OneSignal().walk()
    assert (round(way.round.loss, 4), round(way.round.loss_after, 4)) == (4.7715, 3.6028)
    assert round(way.blocks["probs"][way.target], 4) == 0.0085
    assert way.steepest("wte") == (12, 1) and round(way.length("wte"), 3) == 5.785
    assert sum(x == 0 for x in way.blocks["relu"]) == 49


def test_a_cold_draw_is_the_surest_guess():
    for seed in range(5):
        assert OneSignal(temperature=0.1, seed=seed).drawn() == "a"
    assert len({OneSignal(temperature=2, seed=seed).drawn() for seed in range(40)}) > 5


# ---- the texts ----


def test_the_stops_lead_to_every_chapter_before_this_one():
    stops = load_stops()
    assert len(stops) == 10
    led = {number for stop in stops for number in stop["chapters"]}
    assert led == set(range(11)) and all(course.CHAPTERS[number].ready for number in led)
    assert [stop["chapters"][0] for stop in stops] == [6, 6, 7, 7, 8, 8, 9, 5, 9, 10]
    for stop in stops:
        assert stop.keys() == {"title", "sentence", "chapters"}
        assert stop["sentence"].endswith(".") and len(stop["sentence"]) < 200
        assert len(set(stop["chapters"])) == len(stop["chapters"])


def test_the_words_give_the_numbers():
    assert repr(OneSignal()) == (
        "m at position 2 of “emma” is token 12, then 16 numbers; head 0 takes most from e (0.58), 49 of 64 units are "
        "off, and m follows with probability 0.01: loss 4.77. Its logit has the gradient −0.99, Adam moves wte[m][1] "
        "from −0.120 to −0.110, and at temperature 0.5 the token drawn is e."
    )
    last = OneSignal(position=4, matrix="lm_head").summary()
    assert "and end follows with probability" in last and "Adam moves lm_head[end][" in last


def test_a_page_knows_where_the_chapters_are():
    state = OneSignal().public_state()
    assert state["links"]["7"] == course.CHAPTERS[7].href
    assert state["content"] == {"stops": load_stops()}
    assert "content" not in OneSignal.public_traits()


# ---- traits ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: OneSignal(name=""), "name must be 1 to 15 letters"),
        (lambda: OneSignal(name="Emma"), "name must be 1 to 15 letters"),
        (lambda: OneSignal(name="al", position=3), "position must be 0 to 2 for 'al', not 3"),
        (lambda: OneSignal(stop=10), "stop must be one of 0, 1, 2"),
        (lambda: OneSignal(matrix="attn_wq"), "matrix must be one of 'wte', 'wpe'"),
        (lambda: OneSignal(temperature=0), "temperature must be a number from 0.1 to 2"),
        (lambda: OneSignal(seed=1.5), "seed must be a whole number from 0 to 9999"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_a_shorter_name_takes_the_position_along_and_keeps_the_stop():
    signal = OneSignal(position=4, stop=7)
    signal.name = "al"
    assert (signal.position, signal.stop) == (2, 7)


# ---- what the page computes ----


def case(signal):
    way = signal.walk()
    row, column = way.steepest(signal.matrix)
    return {
        "state": {name: getattr(signal, name) for name in signal.public_traits()},
        "blocks": {name: way.blocks[name] for name in ("norm", "weights", "relu", "mlp_add")},
        "probs": way.blocks["probs"],
        "target": way.target,
        "loss": way.round.loss,
        "after": way.round.loss_after,
        "blame": way.blame,
        "lengths": {matrix: way.length(matrix) for matrix in NAMES},
        "place": [row, column],
        "weight": way.round.number(index_of(signal.matrix, row, column)),
        "drawn": signal.drawn(),
    }


def test_javascript_walks_the_same_way():
    write("one_signal", [case(OneSignal(**traits)) for traits in SIGNALS])
