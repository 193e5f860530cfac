"""The weights of TrainHere: to Python and back, from files, and on to the widgets of the page."""

import json
import random
import re

import pytest
from playwright.sync_api import expect
from train_here import LIST, facts, fold, press, texts, trained, use_list

from microgpt import GPT, Config, Tokenizer, load_checkpoint, save_checkpoint
from microgpt.widgets import ChatWithModel, TrainHere

BROKEN = re.compile("NaN|undefined|Infinity")


def test_weights_go_to_python_and_come_back(open_widget, tmp_path):
    page, view = open_widget("TrainHere", steps=60)
    trained(view)
    view.locator("output", has_text="round 60").wait_for()
    written = texts(view)
    fold(view, "Keep and share")
    with page.expect_download() as download:
        press(view, "Download the weights")
    assert download.value.suggested_filename == "microgpt-60-rounds.json"
    file = tmp_path / "microgpt-60-rounds.json"
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
    facts(view, "What the model of microgpt-60-rounds.json writes")
    assert texts(view) == written


def test_two_files_of_the_same_name(open_widget, tmp_path):
    page, view = open_widget("TrainHere")
    fold(view, "Keep and share")
    tokenizer, file = Tokenizer(["abc"]), tmp_path / "mine.json"

    def load(seed):
        sizes = Config(n_embd=4, n_head=2, block_size=4)
        save_checkpoint(file, GPT(sizes, tokenizer.vocab_size, random.Random(seed)), tokenizer)
        view.get_by_label("Load weights").set_input_files(file)
        facts(view, "What the model of mine.json writes")

    load(1)
    list_of_texts = view.locator(".mg-train-texts").first
    first = list_of_texts.inner_text()
    load(2)
    expect(list_of_texts).not_to_have_text(first, use_inner_text=True)


def test_a_file_of_pythons_and_bad_ones(open_widget, tmp_path):
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


def test_the_model_goes_to_the_chat_and_back(open_widgets):
    page, views = open_widgets({"p0": ChatWithModel(prefix="em"), "p1": TrainHere(steps=30)})
    chat, view = views.nth(0), views.nth(1)
    assert "This is" not in chat.inner_text()
    fold(view, "Data:")
    use_list(view, LIST)
    trained(view)
    press(view, "Use this model in the widgets of this page")
    facts(chat, "This is your model, 30 rounds on 6 lines.")
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
