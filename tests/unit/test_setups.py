"""The ways to set the course up: a reader's, Binder's, Colab's and the workshop's. They agree on every version."""

import os
import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NOTEBOOKS = [Requirement(one) for one in PROJECT["optional-dependencies"]["notebooks"]]


def lines(file):
    """The lines of a requirements file that ask for something, as (what is asked, the reason)."""
    text = (ROOT / file).read_text("utf-8")
    parts = [line.partition("#") for line in text.splitlines()]
    return [(wanted.strip(), reason.strip()) for wanted, _, reason in parts if wanted.strip()]


def pins(file):
    """{name: version} of the exact versions in a requirements file."""
    exact = [wanted.split("==") for wanted, _ in lines(file) if not wanted.startswith("-")]
    return {canonicalize_name(name): version for name, version in exact}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_each_version_is_exact_has_its_reason_and_is_the_one_that_is_tested(file):
    assert pins(file).items() <= pins("constraints.txt").items()
    assert [wanted for wanted, reason in lines(file) if wanted[0] != "-" and not reason] == []


def test_the_workshop_stands_on_what_a_reader_installs():
    assert "--requirement requirements.txt" in dict(lines("requirements-dev.txt"))
    assert not pins("requirements-dev.txt").keys() & pins("requirements.txt").keys()
    assert {"--constraint constraints.txt", "--editable ."} < dict(lines("requirements.txt")).keys()


def test_binder_installs_what_the_notebooks_import_in_the_versions_of_a_reader():
    reader, names = pins("requirements.txt"), {one.name for one in NOTEBOOKS}
    assert pins(".binder/requirements.txt") == {name: reader[name] for name in names}


def test_binder_keeps_what_it_installed_when_the_course_changes():
    """A line that names a file or another list would make it install everything anew at each commit."""
    assert [wanted for wanted, _ in lines(".binder/requirements.txt") if "==" not in wanted] == []


def test_on_binder_the_package_is_the_folder_itself():
    script = ROOT / ".binder/postBuild"
    assert os.access(script, os.X_OK)
    last = script.read_text("utf-8").splitlines()[-1]
    assert last.startswith("python -m pip install ") and last.endswith(" --editable .")
    subprocess.run(["bash", "-n", script], check=True)


def test_binder_runs_the_oldest_python_that_is_tested():
    oldest = PROJECT["requires-python"].removeprefix(">=")
    assert (ROOT / ".binder/runtime.txt").read_text("utf-8") == f"python-{oldest}\n"


def test_colab_gets_versions_that_include_the_tested_ones():
    tested = pins("requirements.txt")
    assert [str(one) for one in NOTEBOOKS if tested[one.name] not in one.specifier] == []


def test_every_version_can_be_had_on_the_oldest_python():
    """3.11.0, not some later 3.11: Debian 12 has 3.11.2."""
    oldest = PROJECT["requires-python"].removeprefix(">=") + ".0"
    tested, refused = pins("constraints.txt"), []
    for one in metadata.distributions():
        name = canonicalize_name(one.metadata["Name"])
        if one.version == tested.get(name):
            wants = SpecifierSet(one.metadata.get("Requires-Python") or "")
            refused += [] if oldest in wants else [f"{name} wants Python {wants}"]
    assert refused == []


def test_windows_gets_the_same_commands():
    """Each command of a reader's set-up stands there in both forms, and opens a notebook that exists."""
    page = (ROOT / "book/how_to_use.md").read_text("utf-8")
    blocks = re.findall(r"```text\n(.*?)```", page, re.S)
    unix, windows = (block for block in blocks if "-m venv" in block)
    there = windows.replace("py -m", "python3 -m").replace("\\Scripts\\", "/bin/")
    assert there.replace("\\", "/") == unix and windows != unix
    assert (ROOT / re.search(r"jupyter lab (\S+)", unix)[1]).is_file()
