"""What is played for paper: each play works and changes its widget, solves nothing, and leaves no "not yet" behind.

Every run plays some of the pages; the weekly run, and whoever names this file, all of them.
"""

import re
import sys

import pytest
from conftest import BOOK, ROOT

sys.path.insert(0, str(ROOT / "tools"))

import pdf
from paper import order, plays, stills

PAGES = order.pages((ROOT / "_toc.yml").read_text("utf-8"))
CHAPTERS = [page for page in PAGES if page.file.startswith("notebooks/")]
LONG = {"09_training", "11_scale"}  # they train

# Of a figure that was played or needs no play. And of any widget: what only a screen can keep.
EMPTY = re.compile(
    r"\byet\b|[Nn]othing has|none so far|[Pp]ress (Step|Play|Start|Train|Run)|No line tried"
)
SCREEN = re.compile(
    r"[Kk]ept in this browser|ticks itself|Open a region|Click the one|press and drag|on by one round"
)
# The figures that may say such a thing on paper, and what.
MAY = {
    "WordAttention": "not there yet",  # later words: that is what they teach
    "TrainedHeads": "not there yet",
    "SgdVsAdam": "SGD is not down yet",  # so it stands after 40 steps
    "Ladder": "what never came yet may come",  # a line of the program
}

# What a figure says on paper to the question that stands above it, or of what it leaves to a screen.
SAYS = {
    "08_model": {"ParameterMatrices-1": "Moved most after BOS e m: z "},
    "09_training": {
        "DrawCurve-1": "with a pencil",
        "IsItReal-1": "Mean difference of 5 pairs",
        "DiagnoseRun-1": "This is case a, one of 7.",
    },
    "10_generation": {"GenerationStepper-1": "Why was the most probable letter not chosen?"},
    "11_scale": {"ScaleTable-1": "Shown is GPT-2 small."},
}

# What can be read of each widget on paper: its texts, whether it asks, whether it is answered.
READ = """() => [...document.querySelectorAll("article.bd-article .mg-view[data-model]")].map((view) => {
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { parentElement: box, data } = walker.currentNode;
    if (box.closest(".mg-hidden, .mg-button, .mg-reset, script, style") || !box.checkVisibility()) continue;
    if (data.trim()) texts.push(data.trim());
  }
  return {
    model: view.dataset.model,
    item: Boolean(view.querySelector(".mg-item")),
    done: Boolean(view.querySelector(".mg-done, .mg-right, .mg-wrong")),
    texts,
    drawn: view.innerHTML,
  };
})"""


# What is marked as hidden in a drawing, and seen all the same: a browser hides by itself only what is HTML.
SEEN = """() => [...document.querySelectorAll(".mg svg [hidden]")]
  .filter((one) => one.getBoundingClientRect().width > 0).map((one) => one.outerHTML)"""


def slug(page):
    return page.file.rsplit("/", 1)[1]


def case(page):
    marks = [pytest.mark.page(f"{page.file}.html")]
    if slug(page) in LONG:
        marks.append(pytest.mark.weekly)
    return pytest.param(page, id=slug(page), marks=marks)


@pytest.fixture(scope="module")
def tab(browser):
    tab = browser.new_page(viewport={"width": pdf.WIDTH, "height": 1200})
    tab.set_default_timeout(stills.PATIENCE)
    tab.emulate_media(media="print", reduced_motion="reduce")
    yield tab
    tab.close()


def read(tab):
    tab.evaluate(stills.AT_REST)
    return {one["model"]: one for one in tab.evaluate(READ)}


@pytest.mark.one_in(9)
@pytest.mark.parametrize("page", [case(page) for page in CHAPTERS])
def test_a_page_is_played(tab, page):
    tab.goto((BOOK / f"{page.file}.html").as_uri())
    tab.wait_for_function(stills.SETTLED)
    before = read(tab)
    plays.play(tab, page)
    after = read(tab)
    assert tab.evaluate(SEEN) == []
    played = plays.PLAYS.get(slug(page), {})
    assert set(played) <= set(after)
    same = [model for model in played if before[model]["drawn"] == after[model]["drawn"]]
    assert same == []
    solved = [model for model, one in after.items() if one["item"] and one["done"]]
    assert solved == []
    assert [(model, text) for model, one in after.items() for text in says(one)] == []
    for model, words in SAYS.get(slug(page), {}).items():
        assert words in " ".join(after[model]["texts"])


def says(one):
    """What a widget says that means nothing on paper."""
    kind = one["model"].split("-")[0]
    for text in one["texts"]:
        if SCREEN.search(text):
            yield text
        elif not one["item"] and EMPTY.search(text.replace(MAY.get(kind, "no such words"), "")):
            yield text


def test_only_pages_on_paper_are_played_and_by_known_moves():
    assert set(plays.PLAYS) <= {slug(page) for page in PAGES}
    moves = [move for its in plays.PLAYS.values() for all_ in its.values() for move in all_]
    assert {move[0] for move in moves} == set(plays.MOVES)


def test_a_button_that_is_not_there_is_named(tab, monkeypatch):
    page = order.named(PAGES, ["01"])[0]
    monkeypatch.setitem(plays.PLAYS, slug(page), {"ZipLists-1": [("press", "Stop")]})
    tab.set_default_timeout(1000)
    tab.goto((BOOK / f"{page.file}.html").as_uri(), timeout=stills.PATIENCE)
    with pytest.raises(ValueError, match=r"01_numbers: ZipLists-1 cannot press Stop"):
        plays.play(tab, page)
    tab.set_default_timeout(stills.PATIENCE)
