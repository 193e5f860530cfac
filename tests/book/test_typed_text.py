"""What a person typed, where a sentence of ours quotes it: a letter that turns the direction turns it no more."""

import json

from microgpt.widgets import ChatWithModel, TrainHere

RIGHT_TO_LEFT = "\u202e"  # "from here on": said by a letter that nobody sees
HEBREW = "\u05d0"
# Elements in which the letter stands outside <bdi>; a field's own text is the browser's affair.
LOOSE = """(letter) => [...document.querySelectorAll(".mg *")].filter((one) => !one.closest("bdi, pre, textarea")
    && [...one.childNodes].some((child) => child.nodeType === 3 && child.data.includes(letter)))
    .map((one) => one.outerHTML)"""


def quoted(view, letter):
    return view.locator(f"bdi:text-is('{letter}')").count()


def test_a_letter_the_chat_does_not_know(open_widget):
    page, view = open_widget("ChatWithModel")
    view.locator(".mg-name-input").fill(f"em{RIGHT_TO_LEFT}")
    assert quoted(view, RIGHT_TO_LEFT) == 1
    assert page.evaluate(LOOSE, RIGHT_TO_LEFT) == []


def test_a_sign_without_meaning_in_an_expression(open_widget):
    page, view = open_widget("DerivativeExplorer")
    view.get_by_label("your own").check()
    view.locator("input[type=text].mg-text").fill(f"x + {HEBREW}")
    assert quoted(view, HEBREW) == 1
    assert page.evaluate(LOOSE, HEBREW) == []


def test_a_list_of_one_symbol(open_widget):
    page, view = open_widget("TrainHere")
    use_list(view, 2 * [RIGHT_TO_LEFT])
    assert quoted(view, RIGHT_TO_LEFT) == 1
    assert page.evaluate(LOOSE, RIGHT_TO_LEFT) == []


def test_documents_that_turn_the_direction(open_widgets):
    """Trained on: in the status, in what the model writes, inside the model, and in the chat that takes it over."""
    page, _ = open_widgets({"train": TrainHere(steps=5), "chat": ChatWithModel()})
    train, chat = page.locator("[data-model=train]"), page.locator("[data-model=chat]")
    use_list(train, [f"a{RIGHT_TO_LEFT}b", f"{RIGHT_TO_LEFT}a"])
    train.get_by_role("button", name="Train", exact=True).click()
    train.get_by_role("button", name="Train again").wait_for()
    train.locator("summary", has_text="Look inside").click()
    train.get_by_label("Attention on a name you type").fill(f"a{RIGHT_TO_LEFT}{HEBREW}")
    train.locator(".mg-heatmap [role=slider]").first.press("ArrowDown")
    train.get_by_role("button", name="Use this model").click()
    chat.locator(".mg-name-input").fill(f"{RIGHT_TO_LEFT}a{HEBREW}")
    assert train.locator("bdi", has_text=RIGHT_TO_LEFT).count() > 3
    assert quoted(train, HEBREW) == quoted(chat, HEBREW) == 1
    assert chat.locator(".mg-name-facts bdi", has_text=RIGHT_TO_LEFT).count() >= 1
    assert page.evaluate(LOOSE, HEBREW) == []


def test_a_file_with_such_a_name(open_widget):
    page, view = open_widget("TrainHere")
    view.locator("summary", has_text="Data").click()
    name = f"list{RIGHT_TO_LEFT}txt.exe"
    file = {"name": name, "mimeType": "text/plain", "buffer": b"anna\nbob"}
    view.locator(".mg-train-drop input").set_input_files(file)
    view.locator("summary bdi", has_text=name).wait_for()
    assert page.evaluate(LOOSE, RIGHT_TO_LEFT) == []


def test_our_sentence_keeps_its_place(open_widget):
    """Measured: the words after the letter stand to the right of it."""
    _, view = open_widget("ChatWithModel")
    view.locator(".mg-name-input").fill(f"em{RIGHT_TO_LEFT}")
    left, right = view.locator(".mg-name-note").evaluate("""(note) => {
      const words = [...note.childNodes].filter((one) => one.nodeType === 3);
      return words.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range.getBoundingClientRect();
      });
    }""")
    assert left["right"] <= right["left"] + 1, json.dumps([left, right])


def use_list(view, lines):
    view.locator("summary", has_text="Data").click()
    view.get_by_label("Your own list").fill("\n".join(lines))
    view.get_by_role("button", name="Use this list").click()
