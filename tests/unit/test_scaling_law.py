"""ScalingLaw: traits, words, numbers; JavaScript against Python."""

import doctest
import math

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import measured, sizes
from microgpt.evidence import compare
from microgpt.widgets import ScalingLaw
from microgpt.widgets.scale import scaling_law
from microgpt.widgets.scale.scaling_law import records

RUN = {"width": 48, "layers": 1, "rate": 0.01, "rounds": 1000, "losses": [2.4, 2.5, None]}


def test_examples_in_docstrings():
    assert doctest.testmod(scaling_law).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: ScalingLaw(show="far"), "show must be one of 'short', 'long', 'card'"),
        (lambda: ScalingLaw(n_embd=9), "n_embd must be one of 4, 8, 12, 16, 24, 32, 48"),
        (lambda: ScalingLaw(n_layer=3), "n_layer must be one of 1, 2"),
        (lambda: ScalingLaw(rate=0.1), "rate must be one of 0.01, 0.003"),
        (lambda: ScalingLaw(guess=0), "guess must be a number from 1.5 to 3.5"),
        (lambda: ScalingLaw(guess=math.nan), "guess must be a number from 1.5 to 3.5"),
        (lambda: ScalingLaw(committed=1), "committed must be one of False, True"),
        (lambda: ScalingLaw(seeds=9), "seeds must be a whole number from 1 to 8"),
        (lambda: ScalingLaw(fitted=5), "fitted must be one of 2, 3, 4, 'all'"),
        (lambda: ScalingLaw(runs=3), "runs must be a list of runs"),
        (lambda: ScalingLaw(runs=[{**RUN, "width": 5}]), "runs must be a list of runs"),
        (lambda: ScalingLaw(runs=[{**RUN, "rounds": 7}]), "runs must be a list of runs"),
        (lambda: ScalingLaw(runs=[{**RUN, "losses": []}]), "runs must be a list of runs"),
        (lambda: ScalingLaw(runs=[{**RUN, "losses": ["2"]}]), "runs must be a list of runs"),
        (lambda: ScalingLaw(runs=[{**RUN, "losses": [math.inf]}]), "runs must be a list of runs"),
        (lambda: ScalingLaw(runs=[RUN] * 99), "runs must be a list of runs"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_records_cannot_be_set():
    with pytest.raises(TraitError):
        ScalingLaw().content = {}


def test_every_widget_has_runs_of_its_own():
    one, other = ScalingLaw(), ScalingLaw()
    assert one.runs == [] and one.runs is not other.runs
    assert one.guess is None and ScalingLaw(guess=2).guess == 2


def test_the_words_tell_of_the_reader_s_model():
    said = ScalingLaw(runs=[RUN], guess=2.33).summary()
    assert said.endswith(" Your model of width 48: 2.450 ± 0.071, foretold as 2.330.")
    assert "Your" not in ScalingLaw(runs=[{**RUN, "rounds": 5000}]).summary()
    assert "Your" not in ScalingLaw(runs=[{**RUN, "losses": [None]}]).summary()


def test_the_card_shows_what_its_figure_shows():
    best = measured.best_rates(measured.load_scaling()["sizes"])
    law = ScalingLaw(show="card").law()
    assert [(size.params, size.rate) for size in law] == [
        (params, runs[0]["lr"]) for params, runs in best.items()
    ]
    assert [size.mean for size in law] == [measured.over_seeds(runs)[0] for runs in best.values()]
    assert ScalingLaw(show="card").summary().startswith("26,545 names on a graphics card: 2.324")


def test_counting_comes_to_less_the_more_it_knows():
    assert scaling_law.levels() == [
        ["pairs counted", 2.471],
        ["letters counted", 2.856],
        ["blind guess", round(math.log(27), 3)],
    ]


def test_the_digits_left_out_on_the_page_change_no_verdict():
    for show, rounds in scaling_law.ROUNDS.items():
        law = [size for size in sizes.load_sizes(rounds) if size.layers == 1]
        short = [losses for *_, losses in records()[show]["law"]]
        for i in range(len(law) - 1):
            exact = compare(law[i].losses, law[i + 1].losses).verdict
            assert compare(short[i], short[i + 1]).verdict == exact


def case(show, fitted):
    widget = ScalingLaw(show=show, fitted=fitted, revealed=True)
    # from what the page has, so that both sides round alike
    law = [sizes.Size(*row) for row in records()[show]["law"]]
    line = sizes.power_law(law if fitted == "all" else law[:fitted])
    return {
        "state": {name: getattr(widget, name) for name in widget.public_traits()},
        "power": line.power,
        "factor": line.factor,
        "steps": [vars(sizes.step(a, b)) for a, b in zip(law, law[1:])],
        "levels_off": sizes.levels_off(law).params,
    }


def test_numbers_in_javascript_are_python_s():
    cases = [case(show, some) for show in ("short", "long", "card") for some in (2, 3, 4, "all")]
    limits = {
        "widths": scaling_law.WIDTHS,
        "rates": scaling_law.RATES,
        "seeds": scaling_law.MOST_SEEDS,
        "guess": [scaling_law.LOWEST, scaling_law.HIGHEST],
    }
    write("scaling_law", [{"records": records(), "limits": limits}, *cases])
