"""The first cell of every notebook, in an emulated Colab: it installs the course, or says that it cannot."""

import json
import subprocess
import sys
import tomllib
import types
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
COLAB = "7.7.1"  # the ipywidgets that it brings


def first_cell():
    """The same in all notebooks, as another test says."""
    cells = json.loads((ROOT / "notebooks/00_why.ipynb").read_text("utf-8"))["cells"]
    return "".join(next(cell["source"] for cell in cells if cell["cell_type"] == "code"))


@pytest.fixture
def colab(monkeypatch):
    """colab(pip's exit code): run the first cell in Colab; the commands it ran, and what it asked of Colab."""
    done = []

    def pip(command, **options):
        done.append(command[-1])
        return subprocess.CompletedProcess(command, pip.code)

    def run(code):
        pip.code = code
        exec(first_cell(), {})

    output = types.SimpleNamespace(enable_custom_widget_manager=lambda: done.append("widgets"))
    monkeypatch.setitem(sys.modules, "google.colab", types.SimpleNamespace(output=output))
    monkeypatch.setattr(subprocess, "run", pip)
    run.done = done
    return run


def test_it_installs_the_course(colab):
    colab(0)
    package, widgets = colab.done
    assert package.startswith("microgpt-course[notebooks] @ git+https://github.com/")
    assert widgets == "widgets"


def test_a_wrong_address_is_said_in_one_sentence(colab):
    with pytest.raises(SystemExit, match=r"could not be installed from https://.*right\?$"):
        colab(1)


def test_elsewhere_it_does_nothing(monkeypatch):
    monkeypatch.setattr(subprocess, "run", None)
    exec(first_cell(), {})


def test_it_upgrades_no_widgets_that_colab_has():
    """An upgrade of what is loaded would ask the reader to restart."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = map(Requirement, project["optional-dependencies"]["notebooks"])
    assert next(COLAB in one.specifier for one in wanted if one.name == "ipywidgets")
