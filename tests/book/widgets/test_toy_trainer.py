"""ToyTrainer in a browser: rounds, words of one's own, the weights that move, the keyboard, little room."""

import re

from descent import text
from fit import assert_fits

from microgpt.widgets import ToyTrainer


def probability(view, beginning, token):
    """[what the model says, the share in the words] of a token after a beginning."""
    line = view.locator(".mg-learn-table tbody tr").filter(
        has=view.page.get_by_role("rowheader", name=beginning, exact=True)
    )
    column = ["BOS", "a", "b", "c"].index(token)
    return [float(x) for x in line.locator("td").nth(column).inner_text().split()]


def told(view):
    return re.sub(r"\s+", " ", view.locator(".mg-learn-words").inner_text())


def test_rounds_are_the_package_s(open_widget):
    page, view = open_widget("ToyTrainer", copies=2)
    assert "Press Step: the first word is ab" in told(view)
    step = view.get_by_role("button", name="Step")
    for done, word in ((1, "ab"), (2, "ba"), (3, "ca"), (4, "ab")):
        step.click()
        widget = ToyTrainer(steps=done)
        assert f"Round {done} was {word}: its loss was {widget.losses()[-1]:.3f}" in told(view)
        assert f"All words together: loss {widget.loss():.3f}" in told(view)
    assert view.locator(".mg-block-cell[data-change]").count() > 50
    assert "Nothing has been learned" in told(page.locator(".mg-view").nth(1))
    view.get_by_label("rounds, as a number").fill("600")
    view.locator(".mg-learn-words", has_text="it knows them by heart").wait_for()
    assert probability(view, "BOS a", "b") == [1.0, 1.0]
    model, share = probability(view, "BOS", "c")
    assert abs(model - share) < 0.03 and share == 0.33
    assert step.get_attribute("aria-disabled") == "true"
    view.get_by_role("button", name="Reset").click()
    assert "Nothing has been learned" in told(view)


def test_words_of_ones_own(open_widget):
    _, view = open_widget("ToyTrainer", steps=20)
    field = view.get_by_label("the words, of a, b, c")
    field.fill("cc, b<b")
    note = view.locator(".mg-learn-note")
    assert note.inner_text() == (
        "< is unknown: the toy model knows a, b and c. Learned: ab, ba, ca."
    )
    assert field.get_attribute("aria-invalid") == "true" and "Round 20" in told(view)
    field.fill("cc b")
    assert note.inner_text() == "" and "the first word is cc" in told(view)
    assert probability(view, "BOS c", "c")[1] == 1 and "longer word weighs less" in told(view)
    field.fill("")
    assert "Write at least one word. Learned: cc, b." == note.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert field.input_value() == "ab, ba, ca" and "Round 20" in told(view)
    assert note.inner_text() == ""


def test_a_block_shows_its_numbers(open_widget):
    page, view = open_widget("ToyTrainer", steps=1)
    assert "lm_head: each weight" in text(view)
    block = view.locator("[data-block=token]")
    block.click()
    assert "wte: each weight" in text(view) and block.get_attribute("aria-pressed") == "true"
    cells = view.get_by_role("row").filter(has=page.get_by_role("rowheader", name="c", exact=True))
    assert "0.100 0.000" in re.sub(r"\s+", " ", cells.inner_text()), "c was not in ab"
    block.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert_fits(page, 1280)


def test_play_and_pause_and_the_rate(open_widget):
    page, view = open_widget("ToyTrainer", own_tab=True)
    page.clock.install()
    view.get_by_role("button", name="Play").click()
    page.clock.run_for(400)
    view.get_by_role("button", name="Pause").click()
    said = told(view)
    assert re.match(r"Round \d+ was", said)
    page.clock.run_for(2000)
    assert told(view) == said
    view.get_by_label("0.1", exact=True).check()
    assert "Nothing has been learned" in told(view), "another rate is another training"


def test_at_its_ends(open_widget):
    words = ["abc", "bca", "cab", "acb", "bac", "cba", "aaa", "bbb"]
    page, view = open_widget("ToyTrainer", width=320, words=words, learning_rate=0.1)
    for rounds in ("600", "0", "599"):
        view.get_by_label("rounds, as a number").fill(rounds)
        view.locator(".mg-learn-words", has_text="All words together").wait_for()
        for block in ("fc2", "q", "position"):
            view.locator(f"[data-block={block}]").click()
        text(view)
        assert_fits(page)
