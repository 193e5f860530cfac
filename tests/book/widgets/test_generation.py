"""The widgets in which the trained model writes, in a real browser."""

import re

from fit import assert_fits
from whole import assert_whole

from microgpt.widgets import ChatWithModel, GuessNextLetter

FIELD = "Type the beginning of a name"


def field(view):
    return view.get_by_label(FIELD)


def letter(view, name):
    return view.get_by_role("button", name=re.compile(f"^(add|choose) {name}\\b"))


def agrees(view, **traits):
    """The page shows the name, the likeliest letter and the effective choices that Python computes."""
    chat = ChatWithModel(**traits)
    assert view.locator(".mg-name-mirror").text_content() == chat.name
    choices = float(re.search(r"a fair choice among ([\d.]+)", chat.summary())[1])
    top = [one if one != "end" else "the end" for one, _ in chat.ranked()]
    assert view.locator(".mg-next .mg-c-letter").all_text_contents() == top
    assert f"a fair choice among {choices:g} letter" in view.inner_text()
    assert ("not in the list" in view.inner_text()) == ("not in the list" in chat.summary())
    assert_whole(view)


def test_chat_shows_what_python_computes(open_widget):
    page, view = open_widget("ChatWithModel")
    agrees(view)
    field(view).fill("")
    agrees(view, prefix="")
    field(view).press_sequentially("Emma")
    assert field(view).input_value() == "emma"
    agrees(view, prefix="emma")
    view.get_by_role("button", name="Another name").click()
    agrees(view, prefix="emma", seed=2)
    view.get_by_label("temperature", exact=True).press("End")
    agrees(view, prefix="emma", seed=2, temperature=2)
    view.get_by_role("button", name="Reset").click()
    agrees(view)


def test_chat_typed_text_and_continuation_stand_in_one_line(open_widget):
    for width in (1280, 390, 320):
        page, view = open_widget("ChatWithModel", width=width, prefix="mmmmmmmmmmmm", temperature=2)
        boxes = view.evaluate("""el => {
            const box = (name) => el.querySelector(`.mg-name${name}`).getBoundingClientRect();
            const input = el.querySelector(".mg-name-input");
            return { typed: box("-typed"), ghost: box("-ghost"), field: box(""), input: box("-input"),
                     indent: parseFloat(getComputedStyle(input).textIndent),
                     scroll: input.scrollWidth - input.clientWidth };
        }""")
        assert abs(boxes["typed"]["left"] - boxes["input"]["left"] - boxes["indent"]) < 0.5
        assert abs(boxes["typed"]["right"] - boxes["ghost"]["left"]) < 0.5
        assert boxes["ghost"]["right"] <= boxes["field"]["right"]
        assert boxes["scroll"] <= 0
        assert_fits(page, width)


def test_chat_leaves_out_what_it_does_not_know_and_says_so(open_widget):
    page, view = open_widget("ChatWithModel", prefix="")
    field(view).press_sequentially("jo-sé1")
    assert field(view).input_value() == "jos"
    note = view.locator(".mg-name-note")
    assert "“1” is left out" in note.inner_text()
    field(view).fill("<img src=x onerror=alert(1)>")
    assert view.locator("img").count() == 0
    field(view).fill("abcdefghijklmnopqrst")
    assert (
        field(view).input_value() == "abcdefghijklmnop"
        and "at most 16 letters" in note.inner_text()
    )
    assert "all are used" in view.inner_text() and "NaN" not in view.inner_text()
    field(view).fill("ana")
    assert note.inner_text() == ""
    field(view).press("Home")
    field(view).press_sequentially("d9i")  # the caret stays where the reader types
    assert field(view).input_value() == "diana"


def test_chat_follows_a_keyboard_that_composes(open_widget):
    page, view = open_widget("ChatWithModel", prefix="")
    field(view).focus()
    keyboard = page.context.new_cdp_session(page)
    for text in ("e", "em", "emé"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
        assert view.locator(".mg-name-typed").text_content() == text.removesuffix("é")
        assert field(view).input_value() == text
    keyboard.send("Input.insertText", {"text": "emé"})
    assert field(view).input_value() == "em" and "“é” is left out" in view.inner_text()


def test_chat_letters_are_buttons(open_widget):
    page, view = open_widget("ChatWithModel", copies=2)
    letter(view, "m").click()
    agrees(view, prefix="emm")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    agrees(view, prefix="emma")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    agrees(view, prefix="emma", ended=True)
    agrees(page.locator(".mg-view").nth(1))


def test_chat_checks_the_page(open_widget):
    page, view = open_widget("ChatWithModel")
    view.get_by_role("button", name="Check this page").click()
    assert "20 of 20 recorded names come out the same" in view.inner_text()


def test_guess_with_the_mouse(open_widget):
    page, view = open_widget("GuessNextLetter", seed=3, copies=2)
    name = GuessNextLetter(seed=3, bets=[["a", 50]]).truths()[0][0]
    bets = []
    for choice in [*name, "end"]:
        letter(view, choice if choice != "end" else "the end").click()
        view.get_by_role("radio", name="75 %").check()
        view.get_by_role("button", name="Bet 75 %").click()
        bets.append([choice, 75])
        (you, model) = GuessNextLetter(seed=3, bets=bets).surprises()[-1]
        result = view.locator(".mg-guess-result").inner_text()
        assert f"{you:.2f} nats" in result and f"{model:.2f} nats" in result
        view.get_by_role("button", name="Next").click()
    pairs = GuessNextLetter(seed=3, bets=bets).surprises()
    means = view.locator("td.mg-guess-mean").all_inner_texts()
    assert means == [f"{sum(pair[side] for pair in pairs) / len(pairs):.2f}" for side in (0, 1)]
    assert "Another name is hidden" in view.inner_text()
    assert "A name is hidden" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "A name is hidden" in view.inner_text() and view.locator("td.mg-guess-mean").count() == 0


def test_guess_with_the_keyboard_alone(open_widget):
    page, view = open_widget("GuessNextLetter", names=["ava"])
    page.keyboard.press("Tab")
    for key, words in (
        ("a", "The letter is a"),
        ("q", "The letter is v"),
        ("z", "The letter is a"),
    ):
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        assert words in view.inner_text()
        page.keyboard.press("Enter")
    letter(view, "the end").press("Enter")
    page.keyboard.press("Enter")
    assert "The name is ava" in view.inner_text()
    page.keyboard.press("Enter")
    assert "You have been through all the names" in view.inner_text()
    assert_whole(view)


def test_guess_on_a_phone(open_widget):
    for width in (390, 320):
        page, view = open_widget(
            "GuessNextLetter", width=width, bets=[["a", 95]] * 5, answered=True
        )
        assert_fits(page, width)
