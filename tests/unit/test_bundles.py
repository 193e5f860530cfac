"""Which modules a page loads: each that its widgets need, each once."""

import re

import pytest

from microgpt.sphinx import bundles
from microgpt.widgets import modules

WIDGETS = sorted(bundles.every_widget())


def brought(text):
    return re.findall(r'^microgpt\.define\("([^"]+)"', text, re.M)


@pytest.mark.parametrize(
    "names", [[name] for name in WIDGETS] + [WIDGETS], ids=lambda names: names[0]
)
def test_the_scripts_of_a_page_bring_what_its_widgets_need(names):
    scripts = [bundles.core_script(), *bundles.beyond_core(names).values()]
    found = [name for text in scripts for name in brought(text)]
    assert len(found) == len(set(found)), "none comes twice"
    needed = {modules.key(path) for name in names for path in modules.modules(name)}
    assert needed <= set(found)
    beyond = set(found) - set(brought(bundles.core_script()))
    assert beyond <= needed, "what the page does not use is not on it"


def test_data_comes_in_files_of_its_own():
    assert not [name for name in brought(bundles.core_script()) if name.startswith("data/")]
    scripts = bundles.beyond_core(["generation/chat.js"])
    assert brought(scripts["data/trained.js"]) == ["data/trained.js"]
    assert not [name for name in brought(scripts[bundles.OWN]) if name.startswith("data/")]


def test_the_first_widget_of_a_page_waits_for_no_other():
    """What it needs comes first, and nothing else is in that; the others' come after, each module once."""
    chat, trainer = "generation/chat.js", "training/train_here.js"
    files = bundles.page_scripts([chat, "program/course_map.js", trainer])
    alone = bundles.page_scripts([chat])
    assert list(alone) == list(files)[: len(alone)] and alone.items() <= files.items()
    assert bundles.FIRST in alone and bundles.OWN not in alone
    assert trainer in brought(files[bundles.OWN])
    found = [name for text in files.values() for name in brought(text)]
    both = bundles.beyond_core([chat, "program/course_map.js", trainer])
    assert sorted(found) == sorted(name for text in both.values() for name in brought(text))


def test_a_page_that_begins_with_a_widget_of_the_core_has_one_script_of_its_own():
    files = bundles.page_scripts(["quiz/predict.js", "generation/chat.js"])
    assert files == bundles.beyond_core(["generation/chat.js"])


@pytest.mark.parametrize("name", WIDGETS)
def test_styles_of_core_and_page_are_all_that_a_widget_has(name):
    """In the same order among themselves, and none twice."""
    both = bundles.core_style() + bundles.own_style([name])
    for path in modules.styles(name):
        assert both.count(path.read_text("utf-8")) == 1, path.name
