"""The data of TrainHere: lists of one's own, files, and what is no list."""

import pytest
from train_here import LIST, facts, fold, press, status, texts, trained, use_list


def test_a_list_of_ones_own(open_widget):
    page, view = open_widget("TrainHere", steps=100)
    fold(view, "Data:")
    use_list(view, LIST)
    facts(view, "This list is in use")
    facts(view, "6 documents, 17 different symbols, 5.0 symbols per document on average.")
    facts(view, "Nothing is held out")
    trained(view)
    press(view, "Back to the first list")
    facts(view, "Data: the built-in names, 4,825 documents")
    facts(view, "Not trained yet")


def test_a_list_stays_in_its_field_after_going_back(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Data:")
    use_list(view, LIST)
    facts(view, "This list is in use")
    press(view, "Back to the first list")
    facts(view, "The first list is in use again.")
    assert view.get_by_label("Your own list").input_value() == LIST


def test_two_lists_one_after_the_other(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Data:")
    for text in (LIST, "xy\nyx\nyy\n"):
        use_list(view, text)
        facts(view, f"Data: your list, {len(text.split())} documents")
        page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
    assert set("".join(texts(view))) <= set("xy(empty)"), (
        "no text of the first list's model is left"
    )


@pytest.mark.parametrize(
    "text, says",
    [
        ("", "There is nothing in it yet"),
        ("anna", "This is one line only"),
        ("aa\na", "the one symbol “a”"),
    ],
)
def test_a_list_that_cannot_be_used_changes_nothing(open_widget, text, says):
    page, view = open_widget("TrainHere", steps=20)
    trained(view)
    before = status(view).inner_text()
    fold(view, "Data:")
    use_list(view, text)
    facts(view, says)
    facts(view, "Nothing was changed")
    assert status(view).inner_text() == before
    assert view.get_by_label("Your own list").input_value() == text, (
        "what was pasted is still there"
    )


def test_files(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Data:")
    choose = view.get_by_label("Or choose a text file")

    def give(name, content):
        choose.set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})

    give("big.txt", b"anna\n" * 420_000)
    facts(view, "big.txt has 2.1 MB; the limit is 2 MB")
    give("picture.png", bytes([0x89, 0x50, 0x4E, 0x47, 0xFF]))
    facts(view, "picture.png is not a text file in UTF-8")
    give("latin.txt", "zoé\nana".encode("latin-1"))
    facts(view, "latin.txt is not a text file in UTF-8")
    give("many.txt", "\n".join(map(chr, range(0x4E00, 0x4E00 + 3000))).encode())
    facts(view, "3,000 different symbols; the limit is 200. Take fewer lines")
    facts(view, "Data: the built-in names")
    give("long.txt", f"{'abc' * 9}\nbo\n".encode())
    facts(view, "Data: long.txt, 2 documents")
    facts(view, "Of 1 document only the first 16 symbols are used")
    view.locator(".mg-train-drop").evaluate("""el => {
        const carried = new DataTransfer();
        carried.items.add(new File(["x\\ny\\nz"], "dropped.txt"));
        el.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    }""")
    facts(view, "Data: dropped.txt, 3 documents")


def test_a_file_dropped_beside_the_field_is_taken_too(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Data:")
    drop = """(el, file) => {
        const carried = new DataTransfer();
        if (file) carried.items.add(new File(["x\\ny\\nz"], "dropped.txt"));
        else carried.setData("text/plain", "anna");
        const event = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
        el.dispatchEvent(event);
        return event.defaultPrevented;
    }"""
    area = view.get_by_label("Your own list")
    assert not area.evaluate(drop, False), "text dropped into the field goes into the field"
    assert area.evaluate(drop, True), "the browser must not open the file in place of the page"
    facts(view, "Data: dropped.txt, 3 documents")


def test_what_is_typed_is_never_html(open_widget):
    page, view = open_widget("TrainHere", steps=30)
    fold(view, "Data:")
    use_list(view, "<img src=x onerror=alert(1)>\n<b>x</b>")
    trained(view)
    assert view.locator("img, b:text-is('x')").count() == 0
