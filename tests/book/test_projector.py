"""The projector mode: F2 shows a page to a class, one widget a screen."""

import re

import pytest
from accessible import assert_accessible
from pages import address
from visits import Visit, go

CHAPTER = "notebooks/02_slope.html"
ROOM = {"width": 1280, "height": 720}

pytestmark = pytest.mark.page(CHAPTER)

SEEN = "[...document.querySelectorAll('.bd-article .mg-view, .bd-article .mg-figure')]"
TASKS = "[data-widget^='quiz/goals/']"
# What is seen of the page's widgets and figures: their places among all of them.
IN_VIEW = f"{SEEN}.flatMap((one, i) => one.checkVisibility() ? [i] : [])"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SCALE = "new DOMMatrix(getComputedStyle(document.querySelector('.bd-article')).transform).a"
COUNTERS = "getComputedStyle(document.querySelector('.bd-article')).counterReset"
TO_THE_TOP = "scrollTo({ top: 0, behavior: 'instant' })"
BELOW = "document.documentElement.scrollHeight - innerHeight - scrollY"


class Projector:
    """The mode in a tab, as a teacher has it."""

    def __init__(self, tab):
        self.tab = tab
        self.bar = tab.locator(".projector-bar")
        self.status = self.bar.get_by_role("status")

    def begin(self):
        self.tab.keyboard.press("F2")
        self.bar.wait_for()
        return self

    def at(self):
        return int(self.status.inner_text().split()[0])

    def last(self):
        return int(self.status.inner_text().split()[2])

    def at_rest(self):
        return self.bar.count() == 0

    def press(self, name):
        self.bar.get_by_role("button", name=name).click()

    def to(self, shown):
        """Go on until this is seen."""
        target = self.tab.locator(f".bd-article {shown}").first
        while not target.is_visible():
            before = self.at()
            self.press("Next")
            assert self.at() == before + 1
        return target

    def leave(self):
        """Out of a control, out of the dark, out of the mode."""
        for _ in range(3):
            if self.bar.count():
                self.tab.keyboard.press("Escape")
        assert self.bar.count() == 0


@pytest.fixture(scope="module", params=["file", pytest.param("http", marks=pytest.mark.weekly)])
def visit(request, browser, site):
    visit = Visit(
        browser, address(request.param, CHAPTER, site), viewport=ROOM, color_scheme="light"
    )
    yield visit
    visit.close()


@pytest.fixture
def tab(visit):
    with visit.turn() as tab:
        tab.set_viewport_size(ROOM)
        tab.evaluate("document.activeElement.blur(); scrollTo({ top: 0, behavior: 'instant' })")
        yield tab
        Projector(tab).leave()


@pytest.fixture
def projector(tab):
    return Projector(tab)


def test_nothing_of_it_comes_before_it_is_asked_for(tab, projector):
    loaded = (
        "[...document.querySelectorAll('script[src], link[rel=stylesheet]')]"
        ".map((one) => one.src || one.href).filter((one) => /projector\\/mode/.test(one)).length"
    )
    assert tab.evaluate(loaded) == 0
    projector.begin()
    assert tab.evaluate(loaded) == 2
    projector.leave()
    projector.begin()
    assert tab.evaluate(loaded) == 2


def test_one_widget_a_screen_and_each_has_one(tab, projector):
    """With the tasks that watch it, and their numbers as in the page; nothing is too wide."""
    tasks = set(tab.evaluate(f'{SEEN}.flatMap((one, i) => one.matches("{TASKS}") ? [i] : [])'))
    every = tab.evaluate(f"{SEEN}.length")
    named = {
        heading.inner_text().strip("# \n")
        for heading in tab.locator(".bd-article :is(h1,h2,h3)").all()
    }
    projector.begin()
    assert projector.at() == 1 and tab.locator(".bd-article h1").is_visible()
    found = []
    for at in range(1, projector.last() + 1):
        assert projector.at() == at
        assert re.sub(r"^\d+ of \d+ ", "", projector.status.inner_text()) in named
        seen = tab.evaluate(IN_VIEW)
        assert len(set(seen) - tasks) <= 1 and (not seen or seen[0] not in tasks)
        found += seen
        assert tab.evaluate(SIDEWAYS) <= 0
        assert tab.locator(".bd-header-article, .bd-sidebar-primary").first.is_hidden()
        if at < projector.last():
            projector.press("Next")
    assert found == list(range(every))
    assert projector.bar.get_by_role("button", name="Next").get_attribute("aria-disabled") == "true"


@pytest.mark.weekly
def test_figures_keep_their_numbers(tab, projector):
    """What is counted before them in the page is counted on their screen, where it is not seen."""
    view = ".mg-view[data-widget='calculus/gradient_map.js']"
    counted = "[...document.querySelectorAll('.mg-view:has(figcaption), .mg-figure')]"
    figures = tab.evaluate(f'{counted}.findIndex((one) => one.matches("{view}"))')
    quizzes = tab.locator(".mg-view[data-widget='quiz/quiz.js']")
    projector.begin()
    projector.to(view)
    assert tab.evaluate(COUNTERS) == f"figure {figures} quiz 0" and figures > 2
    for _ in range(projector.last() - projector.at()):
        if not quizzes.last.is_visible():
            projector.press("Next")
    assert tab.evaluate(COUNTERS).endswith(f"quiz {quizzes.count() - 1}") and quizzes.count() > 4


@pytest.mark.one_in(2)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_it_can_be_read_from_the_last_row(size, tab, projector):
    """Words of a widget are at least a fortieth of the height; what fits is seen whole."""
    tab.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    projector.begin()
    line = projector.to(".mg-view[data-widget='quiz/predict.js'] label")
    scale = tab.evaluate(SCALE)
    letters = line.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") * scale
    assert letters >= size[1] / 40
    assert tab.evaluate(BELOW) < 1


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "on, back", [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft"), ("Space", "PageUp")]
)
def test_a_clicker_leads_on_and_back(on, back, tab, projector):
    """Also through what is taller than the screen, which is said; and not beyond the first or the last."""
    projector.begin()
    tab.keyboard.press(back)
    assert projector.at() == 1
    tab.keyboard.press(on)
    assert projector.at() == 2
    projector.to(".mg-view[data-widget='calculus/derivative.js']")
    at = projector.at()
    tab.locator(".bd-article").focus()  # Space on a button presses the button
    more = projector.bar.get_by_text("more")
    assert more.is_visible() and tab.evaluate("scrollY") == 0
    presses = 0
    while projector.at() == at and presses < 9:
        tab.keyboard.press(on)
        presses += 1
    assert 2 <= presses <= 5 and projector.at() == at + 1 and tab.evaluate("scrollY") == 0
    tab.keyboard.press(back)
    assert projector.at() == at and tab.evaluate("scrollY") == 0
    tab.keyboard.press(on)
    assert tab.evaluate("scrollY") > 100
    tab.keyboard.press(back)
    assert projector.at() == at and tab.evaluate("scrollY") == 0


@pytest.mark.one_in(4)
@pytest.mark.parametrize("held", ["Control", "Alt", "Shift", "Meta"])
def test_keys_held_with_others_are_not_meant(held, tab, projector):
    # Some of these are the browser's own: the page hears of them, and leaves them alone.
    press = """([held, key]) => document.body.dispatchEvent(new KeyboardEvent("keydown",
      { key, bubbles: true, cancelable: true, [`${held === "Control" ? "ctrl" : held.toLowerCase()}Key`]: true }))"""
    assert tab.evaluate(press, [held, "F2"])
    assert projector.bar.count() == 0
    projector.begin()
    for key in ("PageDown", "ArrowRight", "b", ".", "Escape", "F2"):
        assert tab.evaluate(press, [held, key]), key
    assert projector.at() == 1 and tab.locator("dialog[open]").count() == 0


CONTROLS = {
    "a field for words": ".mg-view[data-widget='quiz/explain.js'] textarea",
    "a field for a number": ".mg-view[data-widget='calculus/derivative.js'] input.mg-number",
    "a slider": ".mg-view[data-widget='calculus/derivative.js'] input[type=range]",
    "a choice": ".mg-view[data-widget='quiz/predict.js'] input[type=radio]",
    "a button of a widget": ".mg-view[data-widget='quiz/predict.js'] button",
    "a handle": ".mg-view[data-widget='calculus/derivative.js'] [role=slider]:not(input)",
    "an editor": ".course-exercise textarea",
}


@pytest.mark.one_in(4)
@pytest.mark.parametrize("control", CONTROLS)
def test_what_is_pressed_in_a_control_is_the_controls(control, tab, projector):
    """It neither begins the mode nor moves the page; Escape gives the keys back, and leaves only then."""
    field = tab.locator(f".bd-article {CONTROLS[control]}").first
    field.focus()
    tab.keyboard.press("F2")
    assert projector.bar.count() == 0
    field.blur()
    tab.evaluate(TO_THE_TOP)
    projector.begin()
    field = projector.to(CONTROLS[control])
    at = projector.at()
    field.focus()
    hint = projector.bar.get_by_text("Keys go to the widget")
    assert hint.is_visible()
    for key in ("PageDown", "PageUp", "ArrowRight", "ArrowLeft", "b", ".", "F2"):
        tab.keyboard.press(key)
    assert projector.at() == at and tab.locator("dialog[open]").count() == 0
    if "textarea" in CONTROLS[control]:
        assert "b." in field.input_value()
        for _ in "b.":
            tab.keyboard.press("Backspace")
    tab.keyboard.press("Escape")
    tab.wait_for_function("document.activeElement.matches('.bd-article')")
    assert projector.at() == at and hint.is_hidden()
    tab.keyboard.press("PageDown")
    tab.keyboard.press("Escape")
    assert projector.bar.count() == 0


@pytest.mark.one_in(2)
@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_goes_dark_and_comes_back(key, tab, projector):
    projector.begin()
    projector.press("Next")
    for again in (key, "PageDown", "Escape"):
        tab.keyboard.press(key)
        dark = tab.get_by_role("dialog", name="Blank screen")
        assert dark.bounding_box() == {"x": 0, "y": 0, **ROOM}
        ground = dark.evaluate("(one) => getComputedStyle(one).backgroundColor")
        assert ground == "rgb(0, 0, 0)"
        tab.keyboard.press(again)
        assert dark.count() == 0 and projector.at() == 2
    projector.press("Blank")
    tab.mouse.click(600, 300)
    assert tab.locator("dialog[open]").count() == 0 and projector.at() == 2


@pytest.mark.weekly
def test_widgets_are_the_same_and_stay_as_they_are(tab, projector):
    """Not a copy, not made anew: what was set is set in the mode, what is set there stays."""
    view = tab.locator(".mg-view[data-widget='calculus/gears.js']")
    slider = view.locator("input[type=range]").first
    slider.press("ArrowRight")
    told = view.inner_text()
    tab.evaluate(f"globalThis.before = {SEEN}.flatMap((one) => [one, ...one.children])")
    body = "document.querySelector('.bd-article').outerHTML.replace(/ data-lm-suppress-shortcuts=\"\"/g, '')"
    slider.blur()
    tab.evaluate(TO_THE_TOP)
    page = tab.evaluate(body)
    projector.begin()
    projector.to(".mg-view[data-widget='calculus/gears.js']")
    assert view.inner_text() == told
    projector.leave()
    assert tab.evaluate(body) == page
    same = f"{SEEN}.flatMap((one) => [one, ...one.children]).every((one, i) => one === before[i])"
    assert tab.evaluate(same) and view.inner_text() == told
    projector.begin()
    projector.to(".mg-view[data-widget='calculus/gears.js']")
    slider.press("ArrowRight")
    told_there = view.inner_text()
    assert told_there != told
    projector.leave()
    assert view.inner_text() == told_there
    assert tab.evaluate("Object.keys(localStorage).filter((one) => /projector/i.test(one))") == []


def test_it_begins_where_the_reader_is_and_gives_the_place_back(tab, projector):
    link = tab.locator("#rates-multiply summary").first
    link.focus()
    tab.locator("#rates-multiply > h2").evaluate(
        "(one) => one.scrollIntoView({ behavior: 'instant' })"
    )
    place = tab.evaluate("scrollY")
    assert place > 1000
    projector.begin()
    assert "Rates multiply" in projector.status.inner_text()
    assert tab.evaluate("document.activeElement.matches('.bd-article')")
    for _ in range(3):
        projector.press("Next")
    projector.press("Leave")
    assert abs(tab.evaluate("scrollY") - place) <= 1
    assert link.evaluate("(one) => one === document.activeElement")
    assert tab.locator(".bd-article").get_attribute("tabindex") is None


def test_the_menu_has_it_and_gets_the_focus_back(tab, projector):
    menu = tab.get_by_role("button", name="project this page")
    menu.click()
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.innerText.trim()") == "Projector (F2)"
    tab.keyboard.press("Enter")
    projector.bar.wait_for()
    tab.keyboard.press("F2")
    assert projector.bar.count() == 0
    assert menu.evaluate("(one) => one === document.activeElement")


@pytest.mark.weekly
@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_pressed_is_large_enough(width, tab, projector):
    tab.set_viewport_size({"width": width, "height": 720})
    projector.begin()
    buttons = projector.bar.get_by_role("button").all()
    assert len(buttons) == 4
    for box in (button.bounding_box() for button in buttons):
        assert box["width"] >= 44 and box["height"] >= 44 and box["x"] + box["width"] <= width
    for _ in range(projector.last() - 1):
        projector.press("Next")
        assert tab.evaluate(SIDEWAYS) <= 0
    assert tab.evaluate(IN_VIEW) != []


def test_on_paper_the_page_is_whole(tab, projector):
    projector.begin()
    tab.emulate_media(media="print")
    assert tab.locator("#rates-multiply > h2").is_visible() and projector.bar.is_hidden()
    tab.emulate_media(media="null")


def test_with_few_colours(tab, projector):
    """The buttons have edges, and dark is dark."""
    tab.emulate_media(forced_colors="active")
    projector.begin()
    edge = projector.bar.get_by_role("button", name="Next").evaluate(
        "(one) => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).borderTopColor]"
    )
    ground = projector.bar.evaluate("(one) => getComputedStyle(one).backgroundColor")
    assert edge[0] == "solid" and edge[1] != ground
    tab.keyboard.press("b")
    dark = tab.get_by_role("dialog", name="Blank screen")
    assert dark.evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgb(0, 0, 0)"
    tab.keyboard.press("b")
    tab.emulate_media(forced_colors="none")


@pytest.mark.weekly
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accessible(theme, open_page, site):
    tab = open_page(site + CHAPTER, color_scheme=theme)
    projector = Projector(tab).begin()
    projector.to(".mg-view[data-widget='calculus/gears.js']")
    assert_accessible(tab, 1280, theme, "all rules")


@pytest.mark.weekly
def test_a_strict_policy_and_a_script_that_does_not_come(browser, site):
    """It says so, and can be asked for again; and nothing that it writes is refused."""
    context = browser.new_context(viewport=ROOM)
    tab = context.new_page()
    complaints = []

    def strict(route):
        answer = route.fetch()
        policy = {"content-security-policy": "default-src 'self'"}
        route.fulfill(response=answer, headers={**answer.headers, **policy})

    tab.route("**/*.html", strict)
    tab.route("**/projector/mode.js*", lambda route: route.abort())
    tab.on("dialog", lambda dialog: dialog.accept())
    go(tab, site + CHAPTER)
    with tab.expect_event("dialog") as told:
        tab.keyboard.press("F2")
    assert "could not be loaded" in told.value.message
    tab.unroute("**/projector/mode.js*")
    tab.on("console", lambda message: complaints.append(message.text))
    projector = Projector(tab).begin()
    projector.to(".mg-view[data-widget='calculus/gears.js']")
    assert complaints == []
    context.close()


@pytest.mark.one_in(3)
@pytest.mark.parametrize("page", ["book/index.html", "book/glossary.html", "book/api.html"])
def test_other_pages_have_it(page, open_page, site):
    tab = open_page(site + page)
    projector = Projector(tab).begin()
    assert projector.at() == 1 and projector.last() > 3
    assert tab.locator(".bd-article h1").is_visible()
    projector.leave()


@pytest.mark.parametrize(
    "page, part",
    [
        ("notebooks/11_scale.html", ".mg-signal-steps"),
        ("notebooks/12_lines.html", ".mg-lines-code"),
    ],
)
def test_what_stays_in_view_on_a_page_keeps_its_place_on_the_stage(page, part, open_page, site):
    """A browser measures what is sticky without the scale: it would drift. And it is no higher than the window."""
    tab = open_page(site + page)
    position = f"getComputedStyle(document.querySelector('{part}')).position"
    assert tab.evaluate(position) == "sticky"
    shown = Projector(tab).begin().to(part)
    assert tab.evaluate(position) == "static"
    assert shown.bounding_box()["height"] < tab.viewport_size["height"]


@pytest.mark.one_in(2)
@pytest.mark.parametrize("page", ["search.html", "genindex.html"])
def test_lists_that_sphinx_makes_bear_the_key(page, open_page, site):
    tab = open_page(site + page)
    tab.keyboard.press("F2")
    assert tab.get_by_role("main").is_visible() and Projector(tab).at_rest()
