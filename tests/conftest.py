"""In which order the files of tests go to the workers: the longest first, so that no worker waits long at the end.

A file stays with one worker, because its tests share what is slow to make: a visit to a page, a browser, a Python.
"""

import pytest

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


def place(item):
    name = item.path.stem
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=place)
