"""The code cells of the built chapters run where they are read, and give what the notebook stores."""

import gzip
import json
import re
import subprocess
import sys

import pytest
import traitlets
from accessible import assert_accessible
from in_page import RIGHT, STUB, WRONG, in_browser, solve
from pages import BOOK, ROOT
from visits import Visit, load_again

sys.path.insert(0, str(ROOT / "tests"))

from everything import EVERYTHING
from exercises.notebook import exercises_of

from microgpt import widgets
from microgpt.sphinx import gallery

CHAPTER = "notebooks/01_numbers.html"
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
OTHER_WORDS = {
    "overflow",
    "log-zero",
}  # the C library of WebAssembly, and a newer Python, say it in other words


def stored(slug):
    """The code cells of a notebook that run in its page, each with what it stores as text; None for a widget."""
    for cell in json.loads((ROOT / f"notebooks/{slug}.ipynb").read_text("utf-8"))["cells"]:
        tags = set(cell["metadata"].get("tags", []))
        if cell["cell_type"] != "code" or cell["id"].endswith("-check"):
            continue
        if tags & {"remove-cell", "remove-input", "needs-notebook"}:
            continue
        parts = [
            "".join(one.get("text", one.get("data", {}).get("text/plain", "")))
            for one in cell["outputs"]
        ]
        if any(
            "application/vnd.microgpt.widget+json" in one.get("data", {}) for one in cell["outputs"]
        ):
            yield cell["id"], None, []
            continue
        errors = [f"{one['ename']}: {one['evalue']}" for one in cell["outputs"] if "ename" in one]
        yield cell["id"], "".join(parts).strip(), errors


each_chapter = pytest.mark.parametrize("slug", NOTEBOOKS, scope="module")


@pytest.fixture(scope="module")
def chapter_visit(slug, browser):
    """One visit to each chapter, and one start of Python."""
    visit = Visit(browser, (BOOK / f"notebooks/{slug}.html").as_uri())
    yield visit
    visit.close()


@pytest.fixture
def in_chapter(chapter_visit):
    with chapter_visit.turn() as page:
        yield in_browser(page.evaluate)


@pytest.mark.one_in(16)
@each_chapter
def test_every_cell_gives_what_the_notebook_stores(in_chapter, slug):
    cells, differ = in_chapter, {}
    for cell, text, errors in stored(slug):
        got = cells.run(cell).strip()
        if cell.endswith("-stub"):
            right = "Begin like this" in got and "○" in cells.claims(cell)
        elif errors:
            right = cell in OTHER_WORDS or errors[0] in got
        elif text is None:
            right = got and "Error" not in got
        else:
            right = got == text
        if not right:
            differ[cell] = got, text, errors
    assert not differ


@pytest.mark.one_in(16)
@each_chapter
def test_every_exercise_is_solved_by_the_answers_that_the_chapter_shows(in_chapter, slug):
    cells = in_chapter
    for exercise in exercises_of(ROOT / f"notebooks/{slug}.ipynb"):
        others = exercise.others if EVERYTHING else []  # they are checked outside of a page too
        for answer in [*others, exercise.solution]:
            cells.run(f"{exercise.id}-stub", answer)
            assert cells.status(f"{exercise.id}-stub") == "Solved.", exercise.id


@pytest.fixture
def chapter(open_page):
    """page, cells = chapter(): chapter 01, opened from its file."""

    def open_(**options):
        page = open_page((BOOK / CHAPTER).as_uri(), **options)
        return page, in_browser(page.evaluate)

    return open_


@pytest.fixture(scope="module")
def begun_visit(browser):
    visit = Visit(browser, (BOOK / CHAPTER).as_uri())
    yield visit
    visit.close()


@pytest.fixture
def begun(begun_visit):
    """page, cells: chapter 01, whose Python other tests have used before."""
    with begun_visit.turn() as page:
        yield page, in_browser(page.evaluate)


def kept(page, key):
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))?.value ?? null", key)


@pytest.mark.weekly
def test_nothing_of_python_is_loaded_before_the_first_run(chapter):
    page, cells = chapter()
    parts = []
    page.on(
        "request", lambda request: parts.append(request.url) if "/python/" in request.url else None
    )
    page.reload()
    page.mouse.wheel(0, 5000)
    assert parts == []
    cells.run("score")
    assert len(parts) == 4


@pytest.mark.parametrize("slug", NOTEBOOKS)
def test_what_the_cells_add_to_a_page_is_little(slug):
    """On the wire, before the first run: scripts, styles, and what the page says of its cells.

    The sentences that say what an exercise asks are a part of the chapter, and few.
    """
    page = (BOOK / f"notebooks/{slug}.html").read_text("utf-8")
    whole = page
    page = re.sub(r'<div class="mg mg-claims">.*?</div>', "", page, flags=re.S)
    assert len(gzip.compress(whole.encode(), 6)) - len(gzip.compress(page.encode(), 6)) < 1600
    without = page
    for added in (
        r'<div class="mg mg-cell-bar"></div>',
        r'<script[^>]*id="mg-cells".*?</script>',
        r' id="cell-[^"]+"| course-runs| course-check|<[^>]*mg/cells\.(js|css)[^>]*>',
    ):
        without, count = re.subn(added, "", without, flags=re.S)
        assert count
    files = [(BOOK / f"_static/mg/cells.{kind}").read_bytes() for kind in ("js", "css")]
    sizes = [len(gzip.compress(one, 6)) for one in (page.encode(), without.encode(), *files)]
    assert sizes[0] - sizes[1] + sizes[2] + sizes[3] <= 10 * 1024


@pytest.mark.weekly
def test_the_same_package_gives_the_same_python(tmp_path):
    script = ROOT / "tools/in_page/make.mjs"
    order = ["node", script, ROOT / "microgpt", traitlets.__path__[0], tmp_path]
    subprocess.run(order, check=True, capture_output=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (BOOK / "_static/mg/python").iterdir()}


def test_an_exercise_is_solved_where_it_is_read(chapter):
    page, cells = chapter()
    place = page.locator(f"#cell-{STUB}")
    assert "three pairs: dot([1, 2, -1], [2, 1, 0.5]) is 3.5." in cells.claims(STUB)
    assert not page.locator(".course-check").first.is_visible()
    assert not place.get_by_role("button", name="Compare").is_visible()
    solve(cells)
    place.get_by_role("button", name="Compare").click()
    fold = page.locator("#exercise-1-1-build-the-dot-product details", has_text="Another way")
    assert fold.get_attribute("open") is not None
    assert kept(page, "microgpt:build:ex-01-1")["done"] is True
    load_again(page)
    assert cells.source(STUB) == RIGHT and cells.status(STUB) == "You have solved this."
    assert cells.run("scale", "dot([1, 2], [3, 4])") == "11", "the cells below use the answer"


@pytest.mark.weekly
def test_a_wrong_answer_is_no_ground_for_the_cells_below(chapter):
    page, cells = chapter()
    cells.run(STUB, WRONG)
    load_again(page)
    assert cells.source(STUB) == WRONG
    assert "NotImplementedError" in cells.run("scale", "dot([1], [1])")


def test_an_answer_by_another_name(begun):
    page, cells = begun
    assert "Your answer has to be named cosine" in cells.run("ex-01-2-stub", "def cos(a, b): pass")


@pytest.mark.weekly
def test_what_is_typed_is_kept_at_every_stroke_and_put_back(chapter):
    page, cells = chapter()
    field = page.locator("#cell-score textarea")
    course = cells.source("score")
    field.press("End")
    field.press_sequentially(" +* (")
    assert " +* (" in kept(page, "microgpt:code:01-score")["text"]
    load_again(page)
    assert " +* (" in cells.source("score")
    assert "SyntaxError" in cells.run("score") and 'File "this cell"' in cells.output("score")
    page.locator("#cell-score").get_by_role("button", name="Put back").click()
    assert cells.source("score") == course and cells.output("score") == ""
    assert kept(page, "microgpt:code:01-score") is None


def test_two_cells_with_one_name_in_two_chapters_are_two(chapter):
    page, cells = chapter()
    cells.write("score", "1")
    assert kept(page, "microgpt:code:01-score") == {"text": "1"}


def test_stop_and_what_comes_after(chapter):
    page, cells = chapter()
    assert cells.run("emma", "emma = [5, 5, 5]") == ""
    cells.write("short", "while True:\n    pass")
    cells.press("short")
    cells.until(lambda: cells.status("short").startswith("Running"), "it does not begin")
    cells.press("score")
    cells.press("short", "Stop")
    cells.wait("short")
    cells.wait("score")
    assert cells.status("short").startswith("Stopped.") and cells.status("score").startswith("Stop")
    assert cells.run("short", "emma") == "[5, 5, 5]", "the reader's own cell came again"


@pytest.mark.weekly
def test_stop_while_python_is_loaded(chapter):
    page, cells = chapter()
    cells.press("score")
    cells.press("score", "Stop")
    cells.wait("score")
    assert cells.status("score").startswith("Stopped.")
    assert cells.run("score") == "5"


FULL = """
a, size = [], 10**7
while size > 100:
    try:
        a.append("x" * size)
    except MemoryError:
        size //= 2
1 / 0
"""


def test_what_a_cell_has_made_goes_when_no_memory_is_left(begun):
    _, cells = begun
    cells.run("short", "a = 1")
    for _ in range(3):
        full = cells.run("short", "a = []\nwhile True:\n    a.append('x' * 10_000_000)")
        assert "MemoryError" in full and "The page has no memory left" in full
        assert cells.run("short", "len('x' * 10_000_000), a") == "(10000000, 1)"


@pytest.mark.weekly
def test_an_error_is_told_even_when_no_memory_is_left(chapter):
    _, cells = chapter()
    told = cells.run(
        "short", FULL
    )  # where there is no room even for the error of 1 / 0, Python says that
    assert "ZeroDivisionError" in told or "The page has no memory left" in told
    assert cells.run("short", "1 + 1") == "2"


@pytest.mark.parametrize(
    "source, sentence",
    [
        ("input('name? ')", "input() cannot ask in this page"),
        ("exit()", "exit() would end Python. Here it ends the cell."),
        ("import sys\nsys.exit(3)", "Here it ends the cell."),
        ("while True:\n    print('x' * 1000)\n    if _n > 9: break", "Python does not know _n."),
        ("for i in range(10000):\n    print('x' * 1000)", "only 50,000 characters are shown"),
        ("import numpy", "The Python in this page has no numpy."),
        ("import urllib.request", "Colab, in Binder or on your own computer"),
        ("def f():\n    return f()\nf()", "calls itself again and again"),
        (
            "class A:\n    def __add__(a, b):\n        return a + b\nA() + 1",
            "calls itself again and again",
        ),
        (
            "class A:\n    def __repr__(a):\n        return f'{a}'\nprint(A())",
            "calls itself again and again",
        ),
        ("def f():\n    return sum(f() for _ in [1])\nf()", "calls itself again and again"),
        (
            "import sys\nsys.setrecursionlimit(10**6)\ndef f():\n    return max([1, 2], key=lambda _: f())\nf()",
            "calls itself again and again",
        ),
    ],
)
def test_what_cannot_go_well_gets_a_sentence(begun, source, sentence):
    page, cells = begun
    assert sentence in cells.run("short", source)
    assert cells.run("length", "1 + 1") == "2"


def test_a_widget_made_in_a_cell_is_alive_both_ways(begun):
    page, cells = begun
    cells.run("short", "from microgpt.widgets import DotProduct\nd = DotProduct(a=[1, 2, -1])\nd")
    view = page.locator("#cell-short .mg-cell-output .mg-view")
    view.locator("input[type=range]").first.press("ArrowRight")
    assert cells.run("length", "d.a") == "[1.5, 2, -1]"
    cells.run("length", "d.a = [3, 0, 0]")
    assert "3·2 + 0·1" in view.inner_text()
    told = "heard = []\nd.observe(lambda change: heard.append(change.name), ['b'])"
    cells.run("length", told)
    view.locator("input[type=range]").nth(3).press("ArrowRight")
    assert cells.run("length", "heard") == "['b']"
    task = "from microgpt.widgets import Task\nTask('01-zero-dot', watches=d)"
    cells.run("length", task)
    assert "exactly 0" in page.locator("#cell-length .mg-cell-output .mg-view").inner_text()
    cells.run("score", "d.b = [0, 0, 0]\nd.b = [0, 1, 1]")


@pytest.mark.weekly
def test_each_widget_of_the_course_can_be_made_in_a_cell(begun):
    page, cells = begun
    for topic, makes in gallery.topics().items():
        for make in makes:
            source, _ = gallery.example(make)
            names = [name for name in widgets.__all__ if name in source]
            source = (
                f"from microgpt.widgets import {', '.join(names)}\n{source}" if names else source
            )
            error = cells.run("short", source)
            page.locator("#cell-short .mg-cell-output .mg-view[data-alive]").last.wait_for()
            assert "Error" not in error, topic


def test_a_cell_that_needs_a_notebook_says_where_there_is_one(open_page):
    page = open_page((BOOK / "notebooks/03_descent.html").as_uri())
    cell = page.locator(".tag_needs-notebook").first
    assert cell.get_by_role("link", name="Colab").is_visible()
    assert cell.locator("textarea, .mg-button").count() == 0


def test_tab_leaves_the_field_until_one_types(chapter):
    page, cells = chapter()
    field = page.locator("#cell-score textarea")
    field.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"
    field.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nif a:")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("b")
    assert cells.source("score").endswith("\nif a:\n        b")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"


@pytest.mark.weekly
def test_a_page_whose_cells_ran_is_accessible(chapter):
    page, cells = chapter()
    cells.run("score")
    cells.run("short", "print('x' * 1000)\n1 / 0")
    cells.run("length", "from microgpt.widgets import DotProduct\nDotProduct()")
    cells.run(STUB, WRONG)
    cells.run("ex-01-2-stub")
    page.set_viewport_size({"width": 320, "height": 900})
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= 320
    assert_accessible(page, 1280, "light", "all rules")
    assert_accessible(page, 390, "dark", "all rules")


def test_the_letters_of_the_field_lie_on_those_of_the_page(chapter):
    page, cells = chapter()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert (
            page.evaluate("""() => [...document.querySelectorAll(".mg-cell-code")].filter((frame) => {
            const [code, field] = [frame.querySelector("pre"), frame.querySelector("textarea")];
            const [a, b] = [code.getBoundingClientRect(), field.getBoundingClientRect()];
            const [x, y] = [getComputedStyle(code), getComputedStyle(field)];
            const same = ["fontFamily", "fontSize", "lineHeight", "paddingTop", "paddingLeft", "letterSpacing"]
              .every((name) => x[name] === y[name]);
            const close = ["left", "top", "width", "height"].every((side) => Math.abs(a[side] - b[side]) < 1);
            return !(same && close && field.scrollHeight <= field.clientHeight + 1);
        }).map((one) => one.textContent)""")
            == []
        )


POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "


@pytest.fixture
def under(browser, site):
    """page, cells = under(policy, script): chapter 01 over http under this policy, after this script."""
    contexts = []

    def open_(policy="", script=""):
        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.add_init_script(
            "addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>"
            f" (globalThis.refused ??= []).push(blockedURI + ' ' + violatedDirective)); {script}"
        )

        def with_policy(route):
            answer = route.fetch()
            route.fulfill(
                response=answer, headers={**answer.headers, "content-security-policy": policy}
            )

        if policy:
            page.route("**/*.html", with_policy)
        page.goto(site + CHAPTER)
        return page, in_browser(page.evaluate)

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.weekly
def test_under_a_strict_policy(under):
    page, cells = under(f"{POLICY} script-src 'self' 'wasm-unsafe-eval'; worker-src blob:")
    solve(cells)
    cells.run("short", "from microgpt.widgets import NetworkPlayground\nNetworkPlayground()")
    page.locator("#cell-short .mg-cell-output .mg-view[data-alive]").wait_for()
    refused = page.evaluate("globalThis.refused ?? []")
    assert all(one.startswith("inline ") for one in refused), refused  # the theme's own


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "policy, script",
    [
        (POLICY + "script-src 'self'; worker-src blob:", ""),
        (POLICY + "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'", ""),
        ("", "delete globalThis.WebAssembly"),
        ("", "delete globalThis.Worker"),
        ("", "delete globalThis.DecompressionStream"),
    ],
)
def test_where_the_browser_forbids_what_python_needs(under, policy, script):
    _, cells = under(policy, script)
    said = cells.run("score")
    assert said.startswith("Python does not start in this page: "), said
    assert said.endswith("open this chapter in Colab, in Binder or on your own computer.")
    assert cells.run("score") == said, "and again at the next press"


@pytest.mark.weekly
def test_where_a_part_does_not_come_it_is_tried_again(under):
    page, cells = under()
    page.route("**/python/wasm.js*", lambda route: route.abort())
    assert "a part of it did not come (wasm.js)" in cells.run("score")
    page.unroute("**/python/wasm.js*")
    assert cells.run("score") == "5"


@pytest.mark.weekly
def test_where_a_part_hangs_stop_and_run_ask_for_it_again(under):
    page, cells = under()
    page.route("**/python/wasm.js*", lambda route: None)
    with page.expect_request("**/python/wasm.js*"):
        cells.press("score")
    cells.press("score", "Stop")
    cells.wait("score")
    assert cells.status("score").startswith("Stopped.")
    page.unroute("**/python/wasm.js*")
    assert cells.run("score") == "5"


def test_without_the_script_of_the_cells_the_page_says_so_after_a_while(under):
    page, _ = under()
    page.route("**/mg/cells.js*", lambda route: route.abort())
    page.reload()
    note = "getComputedStyle(document.querySelector('#cell-score .mg-cell-bar'), '::after')"
    assert "load the page again" in page.evaluate(f"{note}.content")
    assert page.evaluate(f"{note}.visibility") == "hidden"
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    assert page.evaluate(f"{note}.visibility") == "visible"


@pytest.mark.weekly
def test_where_python_itself_breaks(under):
    page, cells = under()
    source = "import os\nos.abort()"
    said = cells.run("short", source)
    assert said.endswith("Your text is kept, and the next run begins a new Python.")
    words = page.locator("#cell-short .mg-cell-output .mg-cell-err").last.inner_text()
    assert "unreachable" in words and words in said, "the browser's own, to be reported"
    assert cells.source("short") == source
    assert cells.run("length", "1 + 1") == "2"


@pytest.mark.weekly
def test_where_nothing_can_be_kept(under):
    denied = "Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('denied'); } })"
    page, cells = under(script=denied)
    solve(cells)
