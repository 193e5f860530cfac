"""The core of the book in three engines: Chromium, Firefox and WebKit. Every other test looks through Chromium alone.

The pages are read from files. Each browser is started once.
"""

import time

import pytest
from browser import EVERYTHING, MISSING, find
from conftest import static_page
from drawn import SIDEWAYS, assert_drawn, assert_narrow, assert_numbered
from engines.chromium import Chromium
from engines.firefox import Firefox
from engines.webkit import WebKit
from in_page import in_browser, solve
from pages import BOOK, PAGES, shown_on
from test_containers import SIZES, contained
from test_projector import CHAPTER, IN_VIEW, SCALE, SEEN
from visits import THEME_SAYS

from microgpt.canonical import load_canonical
from microgpt.nn import dot
from microgpt.widgets import ChatWithModel, DotProduct, Quiz, TrainHere

INSTALLED = {"firefox": Firefox, "webkit": WebKit}


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def engine(request):
    if request.param == "chromium":
        one = Chromium(request.getfixturevalue("browser"))
    elif program := find(request.param):
        one = INSTALLED[request.param](program)
    elif EVERYTHING:
        pytest.fail(MISSING[request.param], pytrace=False)
    else:
        pytest.skip(MISSING[request.param])
    yield one
    one.close()


@pytest.fixture
def visit(engine):
    """visit(path of a page) -> the engine with that page open. What the page complains of fails the test."""

    def visit_(path, width=1280):
        engine.resize(width)
        engine.open(path.as_uri())
        engine.wait("!document.querySelector('.mg-view:not([data-alive], [data-failed])')")
        return engine

    yield visit_
    said = [text for text in engine.complaints if not text.startswith(THEME_SAYS)]
    if engine.name != "webkit":
        engine.complaints.clear()
    assert not said


# Each widget is seen in each engine; what a gallery shows again, Chromium alone looks at, in test_pages.py.
GALLERIES = [page for page in PAGES if page.startswith("book/gallery_")]
ELSEWHERE = set().union(*(shown_on(page) for page in PAGES if page not in GALLERIES))
VISITED = [page for page in PAGES if page not in GALLERIES or shown_on(page) - ELSEWHERE]


@pytest.mark.one_in(25)
@pytest.mark.parametrize("page", VISITED)
@pytest.mark.parametrize("engine", [*INSTALLED], indirect=True)
def test_page(page, visit):
    engine = visit(BOOK / page)
    assert_drawn(engine.run)
    assert_narrow(engine.run, engine.resize)
    assert_numbered(engine.run)


@pytest.mark.one_in(2)
@pytest.mark.parametrize("engine", [*INSTALLED], indirect=True)
def test_an_exercise_is_solved_in_the_page(visit):
    """In Chromium, test_cells.py looks at it."""
    engine = visit(BOOK / "notebooks/01_numbers.html", width=390)
    cells = in_browser(engine.run)
    engine.run("localStorage.clear()")
    solve(cells)
    cells.write("short", "while True:\n    pass")
    cells.press("short")
    cells.until(lambda: cells.status("short").startswith("Running"), "it does not begin")
    cells.press("short", "Stop")
    cells.wait("short")
    if engine.name == "webkit":
        assert idle(engine), "the loop goes on where nobody sees it"
    cells.run("short", "from microgpt.widgets import NetworkPlayground\nNetworkPlayground()")
    engine.wait(
        "document.querySelector('#cell-short .mg-cell-output .mg-view[data-alive]') !== null"
    )
    assert engine.run(SIDEWAYS) <= 0


@pytest.mark.parametrize("engine", [*INSTALLED], indirect=True)
def test_the_projector_shows_one_widget_and_gives_the_page_back(visit):
    """In Chromium, test_projector.py looks at it."""
    engine = visit(BOOK / CHAPTER)
    status = "(document.querySelector('.projector-bar [role=status]')?.innerText ?? '')"
    every = engine.run(IN_VIEW)
    engine.press("F2")
    engine.wait(f"{status}.startsWith('1 of ')")
    engine.press("ArrowRight")
    engine.wait(f"{status}.startsWith('2 of ')")
    assert engine.run(IN_VIEW) == every[:1] and engine.run(SCALE) > 1
    x, y = engine.middle(f"{SEEN}[{every[0]}]")
    assert engine.run(
        f"document.elementFromPoint({x}, {y}).closest('.mg-view') === {SEEN}[{every[0]}]"
    )
    assert engine.run(SIDEWAYS) <= 0
    engine.press("Escape")
    engine.wait(f"{status} === ''")
    assert engine.run(IN_VIEW) == every and engine.run(SCALE) == 1


def idle(engine, tries=3):
    """Whether the page's process rests: it works for less than a third of some three seconds."""
    for _ in range(tries):
        begin, worked = time.monotonic(), engine.worked()
        time.sleep(3)
        if engine.worked() - worked < (time.monotonic() - begin) / 3:
            return True
    return False


@pytest.fixture
def widgets(visit, tmp_path):
    """widgets({name: widget}) -> the engine with a page of these widgets."""

    def widgets_(some):
        file = tmp_path / "widgets.html"
        file.write_text(static_page(some), "utf-8")
        return visit(file)

    return widgets_


def view(name):
    return f"document.querySelector('[data-model={name}]')"


def button(name, text):
    return f"[...{view(name)}.querySelectorAll('button')].find((one) => one.innerText.includes('{text}'))"


def test_a_slider_is_moved_with_the_keyboard(widgets):
    engine = widgets({"dot": DotProduct(a=[2, 1], b=[1, -1])})
    slider = f"{view('dot')}.querySelector('input[type=range]')"
    total = f"{view('dot')}.querySelector('.mg-dot-sum b').innerText"
    assert engine.run(total) == number(dot([2, 1], [1, -1]))
    engine.run(f"{slider}.focus()")
    engine.press("ArrowRight")
    assert engine.run(f"{slider}.value") == "2.5"
    assert engine.run(total) == number(dot([2.5, 1], [1, -1]))


def test_an_arrow_is_dragged(widgets):
    engine = widgets({"dot": DotProduct(a=[2, 1], b=[1, -1])})
    tip = f"{view('dot')}.querySelector('[aria-label=\"tip of b\"] circle')"
    start = engine.middle(tip)
    box = engine.run(f"{view('dot')}.querySelector('svg.mg-plane').getBoundingClientRect()")
    engine.drag(
        start, (box["x"] + 60, box["y"] + 60), (max(1, box["x"] - 50), max(1, box["y"] - 50))
    )
    assert engine.run(f"{view('dot')}.querySelector('.mg-dot-sum b').innerText") == number(
        dot([2, 1], [-3, 3])
    )


def test_a_quiz_is_answered(widgets):
    engine = widgets({"quiz": Quiz(item="01-a")})
    engine.click(button("quiz", "A letter that"))
    assert "Not this one." in engine.run(f"{view('quiz')}.innerText")
    engine.click(button("quiz", "A number that"))
    assert "Right at the second try" in engine.run(f"{view('quiz')}.innerText")


def test_the_model_answers_what_is_typed(widgets):
    engine = widgets({"chat": ChatWithModel(prefix="em", seed=22)})
    engine.click(f"{view('chat')}.querySelector('input')")
    engine.press(*"il")
    expected = ChatWithModel(prefix="emil", seed=22)
    assert (
        engine.run(f"{view('chat')}.querySelector('.mg-name-mirror').textContent") == expected.name
    )


def test_the_canonical_run_is_trained(widgets):
    engine = widgets({"train": TrainHere()})
    engine.click(button("train", "Train"))
    engine.wait(f"!!{button('train', 'Train again')}")
    run = load_canonical()
    status = engine.run(f"{view('train')}.querySelector('.mg-train-status').innerText")
    assert f"Round 1,000 of 1,000: the document “coral” had loss {run.losses[-1]:.2f}" in status
    engine.wait(f"{view('train')}.innerText.includes('{run.samples[-1]}')")


@pytest.mark.parametrize("style", ["display: flex", "display: grid"])
def test_a_container_gives_a_width(style, visit, tmp_path):
    file = tmp_path / "contained.html"
    for width in (200, 1000):
        file.write_text(
            contained({"dot": DotProduct(), "quiz": Quiz("01-a")}, style, width), "utf-8"
        )
        found = visit(file).run(SIZES)
        assert [wide for _, wide, _ in found] == 2 * [width]


def number(value):
    return f"{value:g}".replace("-", "−")
