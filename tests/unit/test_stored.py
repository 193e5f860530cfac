"""What a notebook stores of a widget, and what tools/still.py makes of other widgets."""

import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest

import microgpt.widgets
from microgpt.sphinx.gallery import example
from microgpt.widgets import DotProduct, Quiz, Task, stored

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import still  # noqa: E402

WIDGETS = [name for name in microgpt.widgets.__all__ if name != "Widget"]


def test_examples():
    assert doctest.testmod(stored).failed == 0


@pytest.mark.parametrize("name", WIDGETS)
def test_what_is_stored_makes_the_same_widget(name):
    _, widget = example(getattr(microgpt.widgets, name))
    data, _ = widget._repr_mimebundle_()
    assert data["text/plain"] == widget.summary()
    kept = json.loads(json.dumps(data[stored.MIME]))
    again = stored.restore(kept)
    assert stored.store(again) == kept and again.summary() == widget.summary()


def test_a_reference_is_the_id_of_the_other():
    dots = DotProduct()
    task = Task("01-zero-dot", watches=dots)
    assert stored.store(task)["state"]["watches"] == f"IPY_MODEL_{stored.store(dots)['id']}"


@pytest.mark.weekly
def test_ids_are_the_same_in_every_run():
    code = (
        "from microgpt.widgets import *; a, b, c = Quiz('01-a'), DotProduct(), Quiz('01-b'); print("
    )
    code += "*(w._repr_mimebundle_()[0]['application/vnd.microgpt.widget+json']['id'] for w in (c, b, a)))"
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
        for _ in range(2)
    }
    assert runs == {"Quiz-2 DotProduct-1 Quiz-1\n"}


def test_what_is_displayed_is_the_state_of_that_moment():
    dots = DotProduct(a=[1, 2], b=[2, 1])
    before, _ = dots._repr_mimebundle_()
    dots.a = [3, 3]
    assert before[stored.MIME]["state"]["a"] == [1, 2] and "[1, 2]" in before["text/plain"]


def test_an_error_inside_an_output_is_not_overlooked():
    error = {"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": []}
    with pytest.raises(RuntimeError, match="ValueError: no"):
        list(still.parts("m", {"m": {"state": {"outputs": [error]}}}))


def test_a_slider_alone_says_where_it_stands():
    models = {"m": {"state": {"description": "rate", "value": 0.5}}}
    view = {"output_type": "display_data", "metadata": {}}
    view = still.nbformat.from_dict({**view, "data": {still.VIEW: {"model_id": "m"}}})
    (line,) = still.still(view, models)
    assert line.data["text/plain"].endswith("Here it stands still at rate = 0.5.")


def test_a_quiz_stores_its_number_and_not_its_answers():
    assert stored.store(Quiz("01-a"))["state"] == {"item": "01-a"}
