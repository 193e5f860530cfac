"""Training in the page, as a reader does it: one button, lists of one's own, files, a link, and the model handed on."""

import json
import re

import pytest
from conftest import static_page

from microgpt import GPT, Config, Tokenizer, load_checkpoint, save_checkpoint
from microgpt.canonical import load_canonical
from microgpt.widgets import ChatWithModel, TrainHere

BROKEN = re.compile("NaN|undefined|Infinity")
LIST = "Anna\n  Bruno \n\nChiara\nDário\nElena\nFabio\n"


def press(view, name):
    view.get_by_role("button", name=name, exact=True).click()


def trained(view):
    """Presses Train and waits for the end of the run."""
    press(view, "Train")
    finished(view)


def finished(view):
    view.get_by_role("button", name="Train again").wait_for(timeout=60_000)
    view.get_by_text("What the model after step").wait_for()


def fold(view, name):
    view.locator("summary", has_text=name).click()


def status(view):
    return view.locator(".mg-train-status")


def texts(view):
    return view.locator(".mg-train-texts li").evaluate_all(
        "all => all.map(one => one.firstChild.textContent)"
    )


def facts(view, text):
    view.get_by_text(text).first.wait_for()


def use_list(view, text):
    view.get_by_label("Your own list").fill(text)
    press(view, "Use this list")


@pytest.fixture
def open_page_of(open_page, tmp_path):
    """open_page_of({id: widget}, end of the address) -> a page from a file with these widgets, alive."""

    def open_(widgets, end="", **context):
        file = tmp_path / "page.html"
        file.write_text(static_page(widgets), "utf-8")
        page = open_page(file.as_uri() + end, **context)
        page.wait_for_selector(".mg-view[data-alive]")
        return page

    return open_


def test_one_button_trains_the_canonical_run(open_widget):
    page, view = open_widget("TrainHere", copies=2)
    facts(view, "Not trained yet")
    assert page.workers == [], "nothing trains unasked"
    trained(view)
    run = load_canonical()
    assert (
        f"Step 1,000 of 1,000: the document “coral” had loss {run.losses[-1]:.2f}"
        in status(view).inner_text()
    )
    view.locator(".mg-train-texts li", has_text=run.samples[-1]).wait_for()
    assert texts(view) == run.samples
    assert "Not trained yet" in page.locator(".mg-view").nth(1).inner_text()
    press(view, "Reset")
    facts(view, "Not trained yet")


def test_step_pause_rewind_and_look_back(open_widget):
    page, view = open_widget("TrainHere", steps=400)
    press(view, "Step")
    facts(view, "Step 1 of 400")
    press(view, "Step")
    facts(view, "Step 2 of 400")
    view.get_by_label("4 steps a second").check()
    press(view, "Train") if view.get_by_role("button", name="Train", exact=True).count() else press(
        view, "Go on"
    )
    facts(
        view, re.compile(r"Step ([4-9]|\d\d) of 400")
    )  # four a second: one of them may go by unseen
    press(view, "Pause")
    view.get_by_role("button", name="Go on", exact=True).wait_for()
    view.get_by_label("full speed").check()
    press(view, "Go on")
    finished(view)
    view.locator("output", has_text="step 400").wait_for()
    last = texts(view)
    slider = view.get_by_label("look back")
    slider.press("Home")
    facts(view, "What the untrained model writes")
    assert texts(view) != last
    slider.press("ArrowRight")
    facts(view, "What the model after step 8 writes")
    slider.press("End")
    facts(view, "What the model after step 400 writes")
    assert texts(view) == last
    press(view, "Rewind")
    facts(view, "Not trained yet")
    trained(view)
    view.locator(".mg-train-texts li", has_text=last[0]).first.wait_for()
    assert texts(view) == last, "the same start gives the same run"


def test_going_on_after_a_look_back_resumes_from_the_end(open_widget):
    page, view = open_widget("TrainHere", steps=400)
    for n in (1, 2, 3):
        press(view, "Step")
        facts(view, f"Step {n} of 400")
        view.locator("output", has_text=f"step {n}").wait_for()
    view.get_by_label("look back").press("Home")
    facts(view, "Training goes on from step 3")
    press(view, "Step")
    facts(view, "Step 4 of 400")
    view.get_by_label("look back").press("Home")
    facts(view, "Training goes on from step 4")
    view.get_by_label("4 steps a second").check()
    press(view, "Go on")
    view.locator(
        "output", has_text=re.compile(r"step ([5-9]|\d\d)")
    ).wait_for()  # the fifth may go by unseen
    view.get_by_label("look back").press("Home")
    facts(view, re.compile(r"Training goes on from step ([6-9]|\d\d)"))
    press(view, "Reset")
    assert view.get_by_label("full speed").is_checked()


def test_a_step_at_the_end_shows_the_end(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    trained(view)
    view.get_by_label("look back").press("Home")
    facts(view, "What the untrained model writes")
    press(view, "Step")
    facts(view, "What the model after step 20 writes")


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

    give("big.txt", b"anna\n" * 2_000_000)
    facts(view, "big.txt has 10.0 MB; the limit is 2 MB")
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


def test_settings(open_widget):
    page, view = open_widget("TrainHere")
    fold(view, "Settings:")
    view.get_by_label("width, as a number").fill("8")
    facts(view, "Settings: 1,328 parameters, 1,000 steps")
    view.get_by_label("steps", exact=True).fill("50")
    view.get_by_label("SGD").check()
    assert view.get_by_label("learning rate").input_value() == "0.1"
    trained(view)
    facts(view, "Step 50 of 50")
    view.get_by_label("seed", exact=True).fill("7")
    facts(view, "Not trained yet")
    press(view, "Reset")
    facts(view, "Settings: 4,192 parameters, 1,000 steps")
    assert view.get_by_label("learning rate").input_value() == "0.01"


def test_numbers_out_of_their_limits_are_said(open_widget):
    page, view = open_widget("TrainHere")
    fold(view, "Settings:")
    rate = view.get_by_label("learning rate")
    limits = "Write a number from 0.0001 to 100."
    rate.fill("0")
    facts(view, limits)
    rate.fill("0,02")
    assert rate.get_attribute("aria-valuenow") == "0.02" and view.get_by_text(limits).count() == 0
    rate.fill("1e9")
    facts(view, limits)
    rate.fill("fast")
    rate.blur()
    facts(view, "Write a number, such as 1.5 or -2.")
    assert rate.input_value() == "fast" and rate.get_attribute("aria-valuenow") == "0.02"
    press(view, "Reset")
    assert rate.input_value() == "0.01" and view.get_by_text("Write a number").count() == 0
    view.get_by_label("steps", exact=True).fill("1")
    facts(view, "Settings: 4,192 parameters, 1 step")


def test_a_word_to_look_at_outlives_the_settings(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    fold(view, "Look inside")
    word = view.get_by_label("Attention on a name")
    word.fill("Sofia")
    assert view.locator(".mg-heat").first.locator(".mg-heat-cell").count() == 36, (
        "known in the other case"
    )
    fold(view, "Settings:")
    view.get_by_label("steps", exact=True).fill("30")
    facts(view, "30 steps")
    assert word.input_value() == "Sofia"
    press(view, "Reset")
    assert word.input_value() == "emma"


def test_a_learning_rate_far_too_large_is_said_in_words(open_widget):
    page, view = open_widget("TrainHere", optimiser="sgd", learning_rate=100)
    press(view, "Train")
    facts(view, "The loss is no longer a number after step")
    facts(view, "the learning rate 100 is too large")
    view.get_by_role("button", name="Train again").wait_for()
    assert not BROKEN.search(view.evaluate("el => el.innerHTML"))


def test_weights_go_to_python_and_come_back(open_widget, tmp_path):
    page, view = open_widget("TrainHere", steps=60)
    trained(view)
    view.locator("output", has_text="step 60").wait_for()
    written = texts(view)
    fold(view, "Keep and share")
    with page.expect_download() as download:
        press(view, "Download the weights")
    assert download.value.suggested_filename == "microgpt-60-steps.json"
    file = tmp_path / "microgpt-60-steps.json"
    download.value.save_as(file)
    model, tokenizer = load_checkpoint(file)
    assert (
        len(model.parameters()) == 4192 and "".join(tokenizer.chars) == "abcdefghijklmnopqrstuvwxyz"
    )
    logits = [value.data for value in model(tokenizer.BOS, 0, *model.new_cache())]
    found = page.evaluate(
        """text => {
            const { model, tokenizer } = microgpt.need("engine/checkpoint.js").parseCheckpoint(text, "x");
            return Array.from(model.step(model.start(), tokenizer.BOS));
        }""",
        file.read_text("utf-8"),
    )
    assert found == pytest.approx(logits, abs=1e-12)
    press(view, "Rewind")
    facts(view, "What the untrained model writes")
    view.get_by_label("Load weights").set_input_files(file)
    facts(view, "What the model of microgpt-60-steps.json writes")
    assert texts(view) == written


def test_two_files_of_the_same_name(open_widget, tmp_path):
    import random

    page, view = open_widget("TrainHere")
    fold(view, "Keep and share")
    tokenizer, seen = Tokenizer(["abc"]), []
    for seed in (1, 2):
        file = tmp_path / "mine.json"
        save_checkpoint(
            file,
            GPT(
                Config(n_embd=4, n_head=2, block_size=4), tokenizer.vocab_size, random.Random(seed)
            ),
            tokenizer,
        )
        view.get_by_label("Load weights").set_input_files(file)
        facts(view, "What the model of mine.json writes")
        page.evaluate(
            "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 50))"
        )
        seen.append(texts(view))
    assert seen[0] != seen[1]


def test_a_file_of_pythons_and_bad_ones(open_widget, tmp_path):
    import random

    page, view = open_widget("TrainHere")
    fold(view, "Keep and share")
    tokenizer = Tokenizer(["héllo", "w"])
    file = tmp_path / "mine.json"
    save_checkpoint(
        file,
        GPT(
            Config(n_layer=2, n_embd=6, n_head=2, block_size=4),
            tokenizer.vocab_size,
            random.Random(1),
        ),
        tokenizer,
    )
    before = texts(view)
    for name, content, says in (
        ("bad.json", "{", "bad.json is not a weights file"),
        ("bad.json", "{}", "it does not say"),
        (
            "bad.json",
            json.dumps(json.loads(file.read_text("utf-8")) | {"vocabulary": "ba"}),
            "its vocabulary is not",
        ),
    ):
        view.get_by_label("Load weights").set_input_files(
            {"name": name, "mimeType": "application/json", "buffer": content.encode()}
        )
        facts(view, says)
        assert texts(view) == before
    view.get_by_label("Load weights").set_input_files(file)
    facts(view, "What the model of mine.json writes")
    assert len(texts(view)) == 20


def test_the_model_goes_to_the_chat_and_back(open_page_of):
    page = open_page_of({"p0": ChatWithModel(prefix="em"), "p1": TrainHere(steps=30)})
    chat, view = page.locator(".mg-view").nth(0), page.locator(".mg-view").nth(1)
    assert "This is" not in chat.inner_text()
    fold(view, "Data:")
    use_list(view, LIST)
    trained(view)
    press(view, "Use this model in the widgets of this page")
    facts(chat, "This is your model, 30 steps on 6 lines.")
    facts(view, "Done. The widgets of this page")
    field = chat.get_by_label("Type the beginning of a name")
    field.fill("Dá9")
    assert field.input_value() == "Dá"
    facts(chat, "This model has never seen “9”: left out.")
    assert chat.locator(".mg-letter").count() == 18
    chat.get_by_role("button", name=re.compile("^add r")).click()
    assert field.input_value() == "Dár"
    press(chat, "Back to the course’s model")
    facts(chat, "This is the course’s model.")
    assert field.input_value() == "em", "the traits stayed with the course's model"
    assert chat.locator(".mg-letter").count() == 27
    press(chat, "Use your model")
    facts(chat, "This is your model")
    press(chat, "Reset")
    facts(chat, "This is the course’s model.")
    assert not BROKEN.search(page.locator("main").inner_text())


def test_no_widget_to_hand_it_to(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    trained(view)
    press(view, "Use this model in the widgets of this page")
    facts(view, "No other widget on this page can use a model.")


def test_a_link_carries_the_settings(open_page_of):
    page = open_page_of(
        {"p0": TrainHere()}, "#train=seed:7,steps:20,width:8,rate:0.02,optimiser:adam"
    )
    view = page.locator(".mg-view").first
    facts(view, "Settings: 1,328 parameters, 20 steps")
    fold(view, "Keep and share")
    assert (
        view.get_by_label("The same settings in a notebook").input_value()
        == "TrainHere(seed=7, steps=20, n_embd=8, learning_rate=0.02)"
    )
    link = view.get_by_label("Link to these settings").input_value()
    assert link == page.url
    press(view, "Copy link")
    view.get_by_text(re.compile("clipboard|is selected")).wait_for()
    page.evaluate("location.hash = '#train=steps:30,seed:junk'")
    facts(view, "Settings: 1,328 parameters, 30 steps")


def test_look_inside_follows_the_model(open_widget):
    page, view = open_widget("TrainHere", steps=60)
    fold(view, "Look inside")
    first = view.locator(".mg-train-map text").first
    before = first.get_attribute("transform")
    trained(view)
    view.locator("output", has_text="step 60").wait_for()
    page.wait_for_function(
        "(before) => document.querySelector('.mg-train-map text').getAttribute('transform') !== before",
        arg=before,
    )
    view.get_by_label("Attention on a name").fill("o1")
    facts(view, "This model has never seen “1”: left out.")
    heads = view.locator(".mg-heat")
    assert heads.count() == 4 and heads.first.locator(".mg-heat-cell").count() == 4
    heads.first.press("End")
    view.get_by_text(re.compile("Head 1: the start cannot look ahead")).wait_for()


def test_a_screen_reader_hears_the_beginning_and_the_end(open_widget):
    page, view = open_widget("TrainHere", steps=400)
    page.evaluate(
        """() => {
            globalThis.heard = [];
            const live = (el) => el?.closest("[aria-live], [role=status], output");
            new MutationObserver((changes) => changes.forEach(({ target }) => {
                const found = live(target.nodeType === 3 ? target.parentElement : target);
                if (found && found.getAttribute("aria-live") !== "off" && found.textContent) heard.push(found.textContent);
            })).observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""
    )
    trained(view)
    page.wait_for_function("heard.length > 1")
    heard = page.evaluate("heard")
    assert (
        heard[0] == "Training." and heard[-1].endswith("All steps are done.") and len(heard) <= 3
    ), heard


def test_the_focus_is_kept(open_page_of):
    page = open_page_of({"p0": ChatWithModel(prefix="em"), "p1": TrainHere(steps=20)})
    chat, view = page.locator(".mg-view").nth(0), page.locator(".mg-view").nth(1)
    trained(view)
    press(view, "Use this model in the widgets of this page")
    for name in ("Back to the course’s model", "Use your model"):
        chat.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        assert (
            "odel" in page.evaluate("document.activeElement.textContent")
            and page.evaluate("document.activeElement.tagName") == "BUTTON"
        )
    view.get_by_label("look back").focus()
    page.evaluate("location.hash = '#train=steps:30'")
    facts(view, "Not trained yet")
    assert page.evaluate("document.activeElement.type") == "range"


def test_with_the_keyboard_alone(open_widget):
    page, view = open_widget("TrainHere", steps=20)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    finished(view)
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "range"
    page.keyboard.press("ArrowLeft")
    facts(view, "What the model after step 19 writes")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_small_phone(open_widget, width):
    page, view = open_widget("TrainHere", width=width, steps=20)
    for name in ("Data:", "Settings:", "Look inside", "Keep and share"):
        fold(view, name)
    trained(view)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    view.get_by_label("learning rate").fill("0.0001")
    assert view.get_by_label("learning rate").evaluate(
        "el => el.scrollWidth <= el.clientWidth && el.clientWidth >= 70"
    ), "the number can be read"
    small = """el => [...el.querySelectorAll('button, input, summary, textarea')].map(b => [b.outerHTML.slice(0, 80), b.getBoundingClientRect()])
        .filter(([, b]) => b.width && (b.width < 24 || b.height < 24) ).filter(([html]) => !html.includes('radio')).map(([html]) => html)"""
    assert view.evaluate(small) == []


def test_a_view_that_goes_takes_its_worker_along(open_widget):
    page, _ = open_widget("TrainHere")
    page.evaluate(
        """() => {
            const state = { seed: 1, steps: 10000, n_embd: 16, learning_rate: 0.01, optimiser: "adam", names: [] };
            const model = { get: (name) => state[name], set: (name, value) => { state[name] = value; }, save_changes() {}, on() {}, off() {} };
            const el = document.createElement("div");
            document.querySelector("main").append(el);
            globalThis.leave = microgpt.need("training/train_here.js").default.render({ model, el });
            el.querySelector("button").click();
            globalThis.words = () => el.querySelector(".mg-train-status").textContent;
        }"""
    )
    page.wait_for_function("words().startsWith('Step')")
    assert len(page.workers) == 1
    with page.workers[0].expect_event("close"):
        page.evaluate("leave()")
    assert page.workers == []


def test_in_a_notebook_where_each_widget_has_modules_of_its_own(open_page, tmp_path):
    """anywidget loads one module string for each widget class: they share the document, and nothing else."""
    file = tmp_path / "empty.html"
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Notebook</title><main></main>',
        "utf-8",
    )
    page = open_page(file.as_uri())
    widgets = [ChatWithModel(prefix="em"), TrainHere(steps=30, names=["Anna", "Bruno", "Dário"])]
    page.evaluate(
        """async (all) => {
            for (const { code, state } of all) {
                const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
                const { default: widget } = await import(address);
                const model = { get: (name) => state[name], set: (name, value) => { state[name] = value; }, save_changes() {}, on() {}, off() {} };
                const el = document.createElement("div");
                document.querySelector("main").append(el);
                widget.render({ model, el });
            }
        }""",
        [{"code": widget._esm, "state": widget.public_state()} for widget in widgets],
    )
    chat, view = page.locator("main > div").nth(0), page.locator("main > div").nth(1)
    facts(view, "Data: your list, 3 documents")
    trained(view)
    assert len(page.workers) == 1
    press(view, "Use this model in the widgets of this page")
    facts(chat, "This is your model, 30 steps on 3 lines.")
    fold(view, "Keep and share")
    assert view.get_by_label("Link to these settings").count() == 0, (
        "in a notebook the address is not ours"
    )
