"""What many sentences speak of: the course's recorded run, and its list of names."""

import pytest

from microgpt import load_names
from microgpt.canonical import load_canonical


@pytest.fixture(scope="session")
def run():
    return load_canonical()


@pytest.fixture(scope="session")
def names():
    return load_names()
