"""The numbers in the words of the landing page."""

from prose import page


def test_parameters(run):
    assert (
        "4,192 numbers, trained on a list of names" in page("index.md") and len(run.weights) == 4192
    )
