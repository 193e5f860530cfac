"""How the tests go to the workers: in which order, and what stays together.

A file stays with one worker, because its tests share what is slow to make: a visit to a page, a browser, a Python. The
files that share nothing are parted by what their tests are about, an exercise. The longest files come first, so that no
worker waits long at the end.
"""

import re

import pytest
from xdist.scheduler import LoadFileScheduling

LONGEST = (
    "test_pages",
    "test_engines",
    "test_cells",
    "test_sweep",
    "test_jupyterlab",
    "test_static_outputs",
    "test_check",
    "test_parity",
    "test_anatomy",
)
PARTED = ("tests/unit/test_check.py",)


class ByFileOrExercise(LoadFileScheduling):
    """A test of a parted file goes with those of the same exercise, any other with those of its file."""

    def _split_scope(self, nodeid):
        file = super()._split_scope(nodeid)
        exercise = re.search(r"ex-\d\d-\d", nodeid)
        return f"{file} {exercise[0]}" if file in PARTED and exercise else file


def pytest_xdist_make_scheduler(config, log):
    return ByFileOrExercise(config, log)


def place(item):
    name = item.path.stem
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=place)
