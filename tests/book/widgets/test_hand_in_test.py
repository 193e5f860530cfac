"""The last test: in a browser, by pointer and by keys, what is open, the score and the passages."""

from test_route import NO_STORAGE, button

from microgpt.widgets import LastTest
from microgpt.widgets.quiz.draw import drawn


def right_option(item):
    return next(i for i, option in enumerate(item["options"]) if "right" in option)


def answers_of(seed, wrong=()):
    """All right, but for the items of these chapters."""
    found = {}
    for item, _ in drawn(seed):
        right = right_option(item)
        found[item["id"]] = int(right == 0) if item["id"][:2] in wrong else right
    return found


def test_answer_all_hand_in_and_read_again(open_widget):
    page, view = open_widget("LastTest", seed=7)
    questions = view.locator(".mg-asked")
    assert questions.count() == 16
    button(view, "Hand in").click()
    assert "Still open: chapters 00, 01, 02" in view.inner_text()
    missed = drawn(7)[5][0]
    for at, (item, order) in enumerate(drawn(7)):
        right = right_option(item)
        place = order.index(right if item is not missed else int(right == 0))
        questions.nth(at).locator("input").nth(place).check()
    assert "Still open" not in view.inner_text() and "right." not in view.inner_text()
    button(view, "Hand in").click()
    text = view.inner_text()
    assert "15 of 16 right." in text and "Not this one." in text
    link = view.locator(".mg-test-again a")
    assert link.count() == 1 and link.inner_text().endswith(missed["section"])
    assert link.get_attribute("href").startswith("../notebooks/") and "#" in link.get_attribute(
        "href"
    )
    assert page.evaluate("document.activeElement.className") == "mg-test-result"
    assert page.evaluate("localStorage.length") == 0
    button(view, "Another test").click()
    assert page.evaluate("document.activeElement.className") == "mg-question"
    assert view.get_by_role("spinbutton", name="seed").input_value() == "8"
    assert view.locator("input[type=radio]:checked").count() == 0
    button(view, "Reset").click()
    assert view.get_by_role("spinbutton", name="seed").input_value() == "7"


def test_one_open_question_is_named_and_found_by_keys(open_widget):
    answers = answers_of(7)
    last = drawn(7)[15][0]["id"]
    page, view = open_widget(
        "LastTest", seed=7, answers={k: v for k, v in answers.items() if k != last}
    )
    button(view, "Hand in").focus()
    page.keyboard.press("Enter")
    assert "Still open: chapter 15." in view.inner_text()
    page.keyboard.press("Space")  # the keys stand on its first option
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "of 16 right." in view.inner_text()


def test_all_right(open_widget):
    _, view = open_widget("LastTest", seed=3, answers=answers_of(3), handed_in=True)
    assert "16 of 16 right." in view.inner_text() and "Nothing to read again." in view.inner_text()
    assert view.locator("[data-state=wrong]").count() == 0


def test_a_seed_typed_by_mistake_loses_nothing(open_widget):
    _, view = open_widget("LastTest", seed=3, answers=answers_of(3, wrong=["04"]))
    before = view.locator(".mg-asked-list").inner_text()
    seed = view.get_by_role("spinbutton", name="seed")
    for typed in ("9999", "0", "-1", "1e9", "x", "", "3"):
        seed.fill(typed)
        assert view.locator(".mg-asked").count() == 16
    assert view.locator(".mg-asked-list").inner_text() == before
    assert view.locator("input[type=radio]:checked").count() == 16
    button(view, "Hand in").click()
    assert "15 of 16 right." in view.inner_text()


def test_two_copies_and_no_storage(open_widgets):
    page, views = open_widgets({"p1": LastTest(seed=3), "p2": LastTest(seed=3)}, own_tab=True)
    page.add_init_script(NO_STORAGE)
    page.reload()
    page.wait_for_selector(".mg-view[data-alive]")
    views.nth(0).locator("input[type=radio]").first.check()
    assert views.nth(0).locator("input[type=radio]:checked").count() == 1
    assert views.nth(1).locator("input[type=radio]:checked").count() == 0
