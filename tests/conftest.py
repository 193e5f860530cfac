"""Which tests run in one worker: those of one part of a file. A worker that is done takes the next part.

The parts of a file are its pages, engines, chapters or exercises, for a part shares what is slow to make: a visit to a
page, a browser, a Python. The files whose parts take longest come first, so that no worker waits long at the end.
"""

import pytest

PARTS = (
    "engine",
    "page",
    "slug",
    "path",
    "id",
)  # by what a file is parted: the first that its tests have
LONGEST = (
    "test_engines",
    "test_jupyterlab",
    "test_static_outputs",
    "test_check",
    "test_parity",
    "test_cells",
    "test_pages",
)


def place(item):
    name = item.path.stem
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        part = next((parameters[name] for name in PARTS if name in parameters), "")
        item.add_marker(pytest.mark.xdist_group(f"{item.path.stem} {getattr(part, 'stem', part)}"))
    items.sort(key=place)
