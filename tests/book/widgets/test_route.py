"""Where do I start? In a browser: by pointer and by keys, what is kept and what is not, and two copies."""

from visits import load_again

from microgpt.widgets import Progress, StartHere
from microgpt.widgets.quiz.start_here import load_questions

QUESTIONS = load_questions()
RIGHT = {
    question["id"]: next(i for i, option in enumerate(question["options"]) if "right" in option)
    for question in QUESTIONS
}
NEURON_IS_NEW = RIGHT | {"04-neuron": -1}
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('no', 'SecurityError'); },
})"""


def button(view, name):
    return view.get_by_role("button", name=name, exact=True)


def answer_all(view, answers):
    for question in QUESTIONS:
        place = answers.get(question["id"], -1)
        view.locator(".mg-asked:visible input").nth(place).check()
        button(view, "Next").click()


def test_ten_questions_by_pointer_and_the_route(open_widget):
    page, view = open_widget("StartHere")
    assert "Question 1 of 10" in view.inner_text()
    button(view, "Next").click()
    assert "Choose an answer first." in view.inner_text() and "Question 1" in view.inner_text()
    answer_all(view, NEURON_IS_NEW)
    text = view.inner_text()
    assert "Begin here: Chapter 02: The slope of a hill" in text
    assert "New to you: the neuron (chapter 04)." in text
    links = view.locator(".mg-route-list a").evaluate_all(
        "all => all.map((a) => a.getAttribute('href'))"
    )
    assert "../notebooks/03_descent.html" in links and "../notebooks/01_numbers.html" in links
    assert "../notebooks/07_attention.html#from-scores-to-probabilities" in links
    assert page.evaluate("document.activeElement.className") == "mg-route"
    assert page.evaluate("localStorage.length") == 0, "nothing is kept unasked"
    view.locator("summary", has_text="The answers").click()
    assert "This one. 3 − 8 + 1 is −4" in view.inner_text()
    button(view, "Back").click()
    assert "Question 10 of 10" in view.inner_text()
    assert view.locator(".mg-asked:visible input:checked").count() == 1
    button(view, "Reset").click()
    assert "Question 1 of 10" in view.inner_text()
    assert view.locator(".mg-asked:visible input:checked").count() == 0


def test_with_keys_only(open_widget):
    page, view = open_widget("StartHere")
    for _ in QUESTIONS:
        page.keyboard.press("Tab")  # from the question to its options
        page.keyboard.press("ArrowUp")  # round to the last: I do not know
        page.keyboard.press("Tab")
        if "Back" in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    assert "Begin here: Chapter 00: Why does this matter?" in view.inner_text()
    assert "The course begins from nothing" in view.inner_text()


def test_a_route_is_kept_when_asked_for_and_forgotten(open_widgets):
    page, views = open_widgets({"p1": StartHere(answers=NEURON_IS_NEW), "p2": Progress()})
    view, progress = views.nth(0), views.nth(1)
    button(view, "Keep this route").click()
    assert "Kept in this browser: begin at chapter 02." in view.inner_text()
    assert "Your route begins at chapter 02." in progress.inner_text()
    load_again(page)
    assert "Kept in this browser: begin at chapter 02." in view.inner_text()
    button(view, "Forget it").click()
    assert "Kept" not in view.inner_text() and "Your route" not in progress.inner_text()
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('microgpt'))") == []
    )


def test_without_storage_a_sentence_says_so(open_widgets):
    page, views = open_widgets({"p1": StartHere(answers=RIGHT)}, own_tab=True)
    page.add_init_script(NO_STORAGE)
    page.reload()
    page.wait_for_selector(".mg-view[data-alive]")
    button(views.first, "Keep this route").click()
    assert "This browser keeps nothing, so write it down" in views.first.inner_text()


def test_two_copies_keep_their_own_answers(open_widget):
    page, view = open_widget("StartHere", copies=2)
    view.get_by_label("11", exact=True).check()
    button(view, "Next").click()
    other = page.locator(".mg-view").nth(1)
    assert "Question 2" in view.inner_text() and "Question 1" in other.inner_text()
    assert other.locator("input:checked").count() == 0


def test_a_finger_finds_every_target(open_widget):
    _, view = open_widget("StartHere", width=320, answers=NEURON_IS_NEW)
    for target in view.locator("a:visible, button:visible, summary:visible").all():
        assert (
            target.evaluate(
                "(one) => one.closest('li, p, button, summary').getBoundingClientRect().height"
            )
            >= 24
        )
    assert view.evaluate("(one) => one.scrollWidth <= one.clientWidth")
