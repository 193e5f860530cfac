"""The built-in list of names keeps the promises of its README."""

import re
from pathlib import Path

import microgpt
from microgpt import load_names

README = (Path(microgpt.__file__).parent / "datasets/README.md").read_text("utf-8")


def test_the_list():
    names = load_names()
    assert len(names) >= 4000
    assert names == sorted(set(names)), "sorted, each name once"
    assert all(re.fullmatch("[a-z]{2,15}", name) for name in names)
    assert {name[0] for name in names} == set("abcdefghijklmnopqrstuvwxyz")
    assert {"emma", "olivia", "liam", "noah"} <= set(names)


def test_the_numbers_in_the_readme():
    names = load_names()
    lengths = [len(name) for name in names]
    assert f"{len(names):,} given names" in README
    assert f"{min(lengths)} to {max(lengths)} letters" in README
