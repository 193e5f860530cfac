"""ScaleTable: traits, words, numbers; JavaScript against Python."""

import doctest
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import scale
from microgpt.widgets import ScaleTable
from microgpt.widgets.scale import scale_table


def test_examples_in_docstrings():
    assert doctest.testmod(scale_table).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: ScaleTable(model="gpt4"), "model must be one of 'microgpt', 'gpt2'"),
        (lambda: ScaleTable(sizes={"depth": 3}), "sizes must give some of width, layers"),
        (lambda: ScaleTable(sizes={"width": 0}), "sizes must give some of width, layers"),
        (lambda: ScaleTable(sizes={"width": 1.5}), "sizes must give some of width, layers"),
        (lambda: ScaleTable(sizes={"layers": 257}), "sizes must give some of width, layers"),
        (lambda: ScaleTable(sizes=3), "sizes must give some of width, layers"),
        (lambda: ScaleTable(tokens=-1), "tokens must be a number from 0 to"),
        (lambda: ScaleTable(cards=0), "cards must be a whole number from 1 to 1000000"),
        (lambda: ScaleTable(peak=0), "peak must be a number from 0.001 to 100000"),
        (lambda: ScaleTable(share=1.2), "share must be a number from 0.01 to 1"),
        (lambda: ScaleTable(price=-1), "price must be a number from 0 to 10000"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_the_models_cannot_be_set():
    with pytest.raises(TraitError):
        ScaleTable().content = {}


def test_what_a_source_does_not_tell_is_not_made_up():
    assert ScaleTable(model="gpt2").flops() is None and ScaleTable(model="mixtral").days() is None
    assert ScaleTable(model="gpt2", tokens=1e9).flops() == pytest.approx(6 * 124_439_808 * 1e9)


def test_changes_are_said():
    assert repr(ScaleTable(sizes={"layers": 1})).startswith("GPT-2 small, changed, has ")


def random_state(rng):
    names = rng.sample(list(scale_table.MOST), rng.randint(0, 5))
    return {
        "model": rng.choice(list(scale.MODELS)),
        "sizes": {name: rng.choice([1, 2, 8, 64, scale_table.MOST[name]]) for name in names},
        "tokens": rng.choice([0, 1, 3e9, 1e15]),
        "cards": rng.choice([1, 16_384]),
        "peak": rng.choice([0.5, 989]),
        "share": rng.choice([0.01, 0.4, 1]),
        "price": rng.choice([0, 2.5]),
    }


def test_numbers_in_javascript_are_python_s():
    rng = random.Random(11)
    states = [{"model": name} for name in scale.MODELS]
    cases = []
    for state in [*states, *(random_state(rng) for _ in range(40))]:
        table = ScaleTable(**state)
        sizes, days = table.chosen(), table.days()
        cases.append(
            {
                "state": {name: getattr(table, name) for name in table.public_traits()},
                "sizes": sizes._asdict(),
                "counts": scale.parameters(sizes),
                "active": scale.total(sizes, active=True),
                "memory": scale.memory(sizes),
                "flops": table.flops(),
                "days": days,
                "cost": scale.cost(days, table.cards, table.price)
                if days and table.price
                else None,
            }
        )
    write("scale_table", [{"content": ScaleTable().content}, *cases])
