"""How the tests go to the workers: in which order, and what stays together.

A file stays with one worker, because its tests share what is slow to make: a visit to a page, a browser, a Python. A
long file whose tests share it with those of the same exercise, page or engine alone is parted by that. The longest
files come first, so that no worker waits long at the end.
"""

import os
import re
from pathlib import Path

import pytest
from everything import EVERYTHING, ONE_IN, WEEKLY, of_every_run
from xdist.scheduler import LoadFileScheduling

LONGEST = (
    "test_pages",
    "test_engines",
    "test_cells",
    "test_cells_check",
    "test_sweep",
    "test_jupyterlab",
    "test_check",
    "test_ladder",
    "test_exercises",
    "test_parity",
    "test_execution",
    "test_bot_commands",
    "test_bot_game",
    "test_check_parts",
    "test_hand_in",
    "test_editions",
    "test_check_guard",
    "test_check_garbage",
    "test_check_program_run",
    "test_bot_hostile",
    "test_ch10",
    "test_ch15",
    "test_bot_early",
    "test_canonical",
    "test_finetune",
    "test_fine_tune",
    "test_failures",
    "test_containers",
    "test_is_it_real",
)
PAGE = r"\[.*?((?:book|notebooks)/\w+)\.html"
PARTED = {
    "tests/unit/test_check.py": r"(ex-\d\d-\d)",
    "tests/unit/test_ladder.py": r"\[(train\d)",
    "tests/notebooks/test_exercises.py": r"\[(\d\d_\w+)",
    "tests/notebooks/test_execution.py": r"\[(\d\d_\w+)",
    "tests/book/test_cells.py": r"\[(\d\d_\w+)",
    "tests/book/test_engines.py": r"\[.*?(chromium|firefox|webkit)",
    "tests/book/test_pages.py": PAGE,
    "tests/book/test_sweep.py": PAGE,
}


class ByFileOrPart(LoadFileScheduling):
    """A test of a parted file goes with those of the same part, any other with those of its file."""

    def _split_scope(self, nodeid):
        file = super()._split_scope(nodeid)
        part = re.search(PARTED[file], nodeid) if file in PARTED else None
        return f"{file} {part[1]}" if part else file


def pytest_xdist_make_scheduler(config, log):
    return ByFileOrPart(config, log)


def place(item):
    name = item.path.stem
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def pytest_configure(config):
    for line in WEEKLY, ONE_IN:
        config.addinivalue_line("markers", line)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    if not (EVERYTHING or config.getoption("--pages", "")):
        kept = of_every_run(items, {Path(name.split("::")[0]).resolve() for name in config.args})
        config.hook.pytest_deselected(items=[one for one in items if one not in kept])
        items[:] = kept
    items.sort(key=place)


@pytest.fixture(autouse=True)
def the_list_that_programs_find():
    """`begin` of chapter 14 points to the course's list, and leaves it so for the reader; no test inherits it."""
    before = os.environ.get("MICROGPT_NAMES")
    yield
    if before is None:
        os.environ.pop("MICROGPT_NAMES", None)
    else:
        os.environ["MICROGPT_NAMES"] = before
