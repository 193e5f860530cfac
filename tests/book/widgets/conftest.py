"""The widgets' own tests."""

import pytest


def pytest_itemcollected(item):
    """Every run takes half of them. Who changes a widget names their file, or a page: then all are run."""
    if not any(item.get_closest_marker(name) for name in ("one_in", "weekly")):
        item.add_marker(pytest.mark.one_in(2))
