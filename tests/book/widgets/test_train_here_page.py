"""TrainHere on its page: what a screen reader hears, the focus, a phone, a notebook, and what is left when it goes."""

import re

import pytest
from fit import assert_fits
from train_here import facts, fold, press, trained

from microgpt.widgets import ChatWithModel, TrainHere

# A model as anywidget hands it to `render`, with these traits and nobody listening.
MODEL_OF = """() => {
    globalThis.modelOf = (state) => ({
        get: (name) => state[name],
        set: (name, value) => { state[name] = value; },
        save_changes() {}, send() {}, on() {}, off() {},
    });
}"""


def test_look_inside_follows_the_model(open_widget):
    page, view = open_widget("TrainHere", steps=60)
    fold(view, "Look inside")
    first = view.locator(".mg-train-map text").first
    before = first.get_attribute("transform")
    trained(view)
    view.locator("output", has_text="round 60").wait_for()
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
                const region = live(target.nodeType === Node.TEXT_NODE ? target.parentElement : target);
                const spoken = region?.getAttribute("aria-live") !== "off" && region?.textContent;
                if (spoken) heard.push(spoken);
            })).observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""
    )
    trained(view)
    page.wait_for_function("heard.length > 1")
    heard = page.evaluate("heard")
    assert (
        heard[0] == "Training." and heard[-1].endswith("All rounds are done.") and len(heard) <= 3
    ), heard


def test_the_focus_is_kept(open_widgets):
    page, views = open_widgets({"p0": ChatWithModel(prefix="em"), "p1": TrainHere(steps=20)})
    chat, view = views.nth(0), views.nth(1)
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


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_on_a_small_phone(open_widget, width):
    page, view = open_widget("TrainHere", width=width, steps=20)
    for name in ("Data:", "Settings:", "Look inside", "Keep and share"):
        fold(view, name)
    trained(view)
    assert_fits(page, width)
    view.get_by_label("learning rate", exact=True).fill("0.0001")
    assert view.get_by_label("learning rate", exact=True).evaluate(
        "el => el.scrollWidth <= el.clientWidth && el.clientWidth >= 70"
    ), "the number can be read"
    assert_fits(page, width)


def test_a_view_that_goes_takes_its_worker_along(open_widget):
    page, _ = open_widget("TrainHere")
    page.evaluate(MODEL_OF)
    page.evaluate(
        """() => {
            const state = { seed: 1, steps: 10000, n_embd: 16, learning_rate: 0.01, optimiser: "adam",
                names: [], only: 0, compare: {} };
            const el = document.createElement("div");
            document.querySelector("main").append(el);
            const model = modelOf(state);
            globalThis.leave = microgpt.need("training/train_here.js").default.render({ model, el });
            el.querySelector("button").click();
            globalThis.words = () => el.querySelector(".mg-train-status").textContent;
        }"""
    )
    page.wait_for_function("words().startsWith('Round')")
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
    page.evaluate(MODEL_OF)
    page.evaluate(
        """async (all) => {
            for (const { code, state } of all) {
                const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
                const { default: widget } = await import(address);
                const el = document.createElement("div");
                document.querySelector("main").append(el);
                widget.render({ model: modelOf(state), el });
            }
        }""",
        [{"code": widget._esm, "state": widget.public_state()} for widget in widgets],
    )
    chat, view = page.locator("main > div").nth(0), page.locator("main > div").nth(1)
    facts(view, "Data: your list, 3 documents")
    trained(view)
    assert len(page.workers) == 1
    press(view, "Use this model in the widgets of this page")
    facts(chat, "This is your model, 30 rounds on 3 lines.")
    fold(view, "Keep and share")
    assert view.get_by_label("Link to these settings").count() == 0, (
        "in a notebook the address is not ours"
    )
