"""The widgets about characters and tokens, in a browser."""

from fit import assert_fits
from whole import assert_whole

from microgpt import Tokenizer, load_names
from microgpt.baselines import count_pairs
from microgpt.widgets import (
    BigramTable,
    EmbeddingMap,
    LiveTokenizer,
    RMSNormVector,
    ShuffleNames,
    TokenPlusPosition,
)
from microgpt.widgets.tokens.built_in import TOKENS, bigram_table

# ---- a name becomes tokens ----


def chips(view):
    return view.locator(".mg-tokens li").all_text_contents()


def lit(view):
    return view.locator(".mg-vocab .mg-used .mg-vocab-text").all_inner_texts()


def test_a_name_is_typed_with_keys_only(open_widget):
    page, view = open_widget("LiveTokenizer", copies=2, text="")
    assert "No character yet" in view.inner_text() and lit(view) == ["BOS"]
    page.keyboard.press("Tab")
    page.keyboard.type("anna")
    assert view.locator(".mg-ids").inner_text() == str(LiveTokenizer(text="anna").ids())
    assert chips(view)[:3] == ["BOS, token 26", "a, token 0", "n, token 13"]
    assert lit(view) == ["a", "n", "BOS"]
    assert "4 characters and BOS at both ends: 6 tokens." in view.get_by_role("status").inner_text()
    assert lit(page.locator(".mg-view").nth(1)) == ["BOS"]
    view.get_by_role("button", name="Reset").click()
    assert view.get_by_label("Type a name").input_value() == ""


def test_what_no_name_has_is_refused_by_name(open_widget):
    page, view = open_widget("LiveTokenizer", width=320)
    field = view.get_by_label("Type a name")
    for typed, says in (
        ("Emma", "E is not in the vocabulary. e is: a capital is another character."),
        ("an na", "The space is not in the vocabulary"),
        ("zoe\u0301", "e is in the vocabulary; the combining mark U+0301 after it is not."),
        ("\U0001f469\u200d\U0001f467", "looks like one sign and is 3 characters"),
        ("<b>x</b>", "< (U+003C) is not in the vocabulary"),
    ):
        field.fill(typed)
        assert says in view.locator(".mg-live-words").inner_text(), typed
        assert "refused" in view.locator(".mg-ids").inner_text()
        assert view.locator(".mg-token-unknown").count()
        assert_whole(view, typed)
        assert_fits(page)
    assert view.locator("b").count() == 0


def test_text_of_the_other_direction_does_not_turn_the_sentence(open_widget):
    page, view = open_widget("LiveTokenizer", text="\u05de")
    typed = view.locator(".mg-live-words bdi")
    assert typed.inner_text() == "\u05de"
    left = typed.bounding_box()["x"]
    assert left < view.locator(".mg-live-words").bounding_box()["x"] + 20


# ---- shuffling with a seed ----


def shuffled(view):
    return view.locator(".mg-shuffle ol").nth(1).locator(".mg-shuffle-name").all_inner_texts()


def test_the_same_seed_gives_the_same_order(open_widget):
    page, view = open_widget("ShuffleNames", copies=2, width=320)
    first = ShuffleNames().first()
    assert shuffled(view) == first and "Shuffled once with seed 42" in view.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shuffled(view) == first
    assert "Shuffled 2 times with seed 42: each time all 4,825 names" in view.inner_text()
    view.get_by_label("seed").fill("7")
    assert shuffled(view) == ShuffleNames(seed=7).first()
    assert "Shuffled with seed 7" in view.inner_text()
    assert shuffled(page.locator(".mg-view").nth(1)) == first
    view.get_by_label("seed").fill("-1")
    assert "Write a whole number from 0" in view.inner_text()
    assert shuffled(view) == ShuffleNames(seed=7).first()
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert shuffled(view) == first and "Shuffled once with seed 42" in view.inner_text()


# ---- the bigram table ----


def row_of(view):
    lines = view.locator(".mg-rowbars li").all()
    return {
        line.locator(".mg-rowbar-name").inner_text(): line.locator(".mg-rowbar-value").inner_text()
        for line in lines
    }


def test_the_table_is_walked_with_keys(open_widget):
    page, view = open_widget("BigramTable", copies=2, width=390)
    picture = view.get_by_role("slider", name="which token follows which")
    size = view.locator(".mg-heat-cell").first.bounding_box()
    assert size["width"] >= 11 and size["height"] >= 11
    picture.focus()
    for _ in range(12):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    counts = count_pairs(load_names(), Tokenizer(load_names()))
    times = f"m \u2192 b: {counts[12][1]} times"
    assert picture.get_attribute("aria-valuetext").startswith(times)
    assert view.get_by_label("The row after").input_value() == "m"
    chances = bigram_table()[0][TOKENS.index("m")]
    assert row_of(view)["a"] == f"{100 * chances[0]:.1f} %"
    view.get_by_label("counts").check()
    assert row_of(view)["b"] == str(counts[12][1])
    assert page.locator(".mg-view").nth(1).get_by_label("The row after").input_value() == "BOS"
    assert_whole(view)


def test_a_row_is_held_by_a_press_not_by_pointing(open_widget):
    page, view = open_widget("BigramTable", row="q")
    cells = view.locator(".mg-heat-cell")
    cells.nth(27 * 4 + 2).hover()
    assert view.locator(".mg-heat-words").inner_text().startswith("e \u2192 c: ")
    assert view.get_by_label("The row after").input_value() == "q"
    cells.nth(27 * 4 + 2).click()
    assert view.get_by_label("The row after").input_value() == "e"
    view.get_by_label("The row after").select_option("z")
    assert view.locator(".mg-heat-pin").get_attribute("y") == str(24.5 + 25 * 12)
    view.get_by_role("button", name="Reset").click()
    assert view.get_by_label("The row after").input_value() == "q"


def test_a_name_is_sampled_letter_by_letter(open_widget):
    page, view = open_widget("BigramTable", seed=4, width=320)
    name, step = BigramTable(seed=4).name(), view.get_by_role("button", name="Step")
    step.focus()
    for i, letter in enumerate(name):
        page.keyboard.press("Enter")
        before = name[i - 1] if i else "BOS"
        assert f"From the row {before}: {letter}, probability" in view.inner_text()
        assert view.locator(".mg-rowbars .mg-drawn .mg-rowbar-name").inner_text() == letter
    page.keyboard.press("Enter")
    assert f"\u201c{name}\u201d: " in view.inner_text() and "so far" not in view.inner_text()
    assert step.get_attribute("aria-disabled") == "true"
    assert_fits(page)
    view.get_by_role("button", name="Another name").click()
    assert "The name begins at BOS" in view.inner_text()
    view.get_by_role("button", name="Reset").click()


def test_without_motion_a_whole_name_is_drawn_at_once(open_widget):
    page, view = open_widget("BigramTable", seed=4, context_reduced_motion="reduce")
    view.get_by_role("button", name="Play").click()
    assert f"\u201c{BigramTable(seed=4).name()}\u201d: " in view.inner_text()


# ---- the map of the embeddings ----


def nearest(view):
    rows = view.locator(".mg-near li").all()
    return [
        (row.locator(".mg-near-name").inner_text(), row.locator(".mg-near-value").inner_text())
        for row in rows
    ]


def as_shown(pairs):
    return [(token, f"{value:.2f}".replace("-", "\u2212")) for token, value in pairs]


def place(view, letter):
    return view.locator(".mg-map-name").nth(TOKENS.index(letter)).get_attribute("transform")


def test_before_and_after_training_with_keys_only(open_widget):
    page, view = open_widget("EmbeddingMap", copies=2, width=320)
    assert nearest(view) == as_shown(EmbeddingMap().nearest(5))
    after = place(view, "e")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    assert nearest(view) == as_shown(EmbeddingMap(when="before").nearest(5))
    assert place(view, "e") != after == place(page.locator(".mg-view").nth(1), "e")
    page.keyboard.press("Tab")
    page.keyboard.type("m")
    assert nearest(view) == as_shown(EmbeddingMap(letter="m", when="before").nearest(5))
    assert_fits(page)
    view.get_by_text("The map as a table").click()
    assert view.locator("tbody tr").count() == 26
    assert_fits(page)
    view.get_by_role("button", name="Reset").click()
    assert nearest(view) == as_shown(EmbeddingMap().nearest(5)) and place(view, "e") == after


def test_a_letter_is_chosen_on_the_map(open_widget):
    page, view = open_widget("EmbeddingMap")
    box = view.locator(".mg-map-name").nth(TOKENS.index("p")).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert view.get_by_label("Nearest to").input_value() == "p"
    frame = view.locator(".mg-embedding-map").bounding_box()
    page.mouse.click(frame["x"] + 5, frame["y"] + 5)  # where no letter is
    assert view.get_by_label("Nearest to").input_value() == "p"


def test_the_letters_move_when_asked_and_arrive(open_widget):
    page, view = open_widget("EmbeddingMap")
    after = place(view, "e")
    view.get_by_role("button", name="Watch them move").click()
    assert place(view, "e") != after
    view.locator("input[value=after]:checked").wait_for()
    assert place(view, "e") == after
    assert nearest(view) == as_shown(EmbeddingMap().nearest(5))


def test_with_less_motion_they_are_there_at_once(open_widget):
    page, view = open_widget("EmbeddingMap", when="before", context_reduced_motion="reduce")
    view.get_by_role("button", name="Watch them move").click()
    assert view.get_by_label("after 1,000 rounds").is_checked()
    assert_whole(view)


# ---- a token plus a position ----


def shown(number):
    return f"{number:.2f}".replace("-", "\u2212").replace("\u22120.00", "0.00")


def row_of_numbers(view, row):
    return view.locator(".mg-plus-row").nth(row).locator(".mg-cell").all_inner_texts()


def assert_adds(view, **traits):
    sums = TokenPlusPosition(**traits).sums()
    for row, numbers in ((2, sums[0]), (4, sums[1])):
        assert row_of_numbers(view, row) == [shown(number) for number in numbers]


def test_a_token_at_two_positions_with_keys_only(open_widget):
    page, view = open_widget("TokenPlusPosition", copies=2)
    assert_adds(view)
    for key in ("Tab", "e", "Tab", "End"):
        page.keyboard.press(key)
    assert_adds(view, letter="e", position=15)
    assert "+ wpe[15]" in view.inner_text() and "= e at 15" in view.inner_text()
    for key in ("Tab", "Tab", "Home", "Tab", "Tab"):
        page.keyboard.press(key)
    assert_adds(view, letter="e", position=15, other=0)
    page.keyboard.press("ArrowRight")
    assert "Number 1: " in view.inner_text()
    page.keyboard.press("ArrowDown")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("+ wpe[15], number 1: ")
    assert_adds(page.locator(".mg-view").nth(1))
    view.get_by_role("button", name="Reset").click()
    assert_adds(view)
    assert "Number 0: " in view.inner_text()


def test_five_vectors_fit_a_small_screen(open_widget):
    page, view = open_widget("TokenPlusPosition", width=320)
    assert_fits(page)
    view.locator(".mg-cell").nth(11).click()
    assert "Number 11: " in view.inner_text()
    assert_whole(view)


# ---- rmsnorm ----


def test_a_vector_is_normed_with_keys_only(open_widget):
    page, view = open_widget("RMSNormVector", copies=2, x=[3, 4])
    assert "y = rmsnorm(x) = [0.849, \u22121.131]" not in view.inner_text()
    assert "y = rmsnorm(x) = [0.849, 1.131]" in view.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    assert view.get_by_label("x 1", exact=True).input_value() == "2.5"
    assert "Its length is 1.41" in view.inner_text()
    page.keyboard.press("ArrowDown")
    y = RMSNormVector(x=[2.5, 3.5]).normed()
    assert f"y = rmsnorm(x) = [{y[0]:.3g}, {y[1]:.4g}]" in view.inner_text()
    assert "[0.849, 1.131]" in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "[0.849, 1.131]" in view.inner_text()


def test_zero_and_nearly_zero(open_widget):
    page, view = open_widget("RMSNormVector", width=320)
    view.get_by_role("button", name="all zeros").click()
    assert "y = rmsnorm(x) = [0, 0]" in view.inner_text() and "All zeros" in view.inner_text()
    assert_whole(view)
    view.get_by_role("button", name="very short").click()
    assert "but the length 0.63, not 1.41" in view.inner_text()
    view.get_by_label("x 1, as a number").fill("0,5")
    assert "Its length is 1.41" in view.inner_text()
    assert_fits(page)


def test_the_tip_is_dragged(open_widget):
    page, view = open_widget("RMSNormVector")
    box = view.locator(".mg-plane").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tip = view.get_by_role("slider", name="tip of x").locator(".mg-knob").bounding_box()
    page.mouse.move(tip["x"] + tip["width"] / 2, tip["y"] + tip["height"] / 2)
    page.mouse.down()
    page.mouse.move(middle[0] - box["width"] / 4, middle[1], steps=4)
    page.mouse.up()
    assert view.get_by_label("x 2", exact=True).input_value() == "0"
    assert "y = rmsnorm(x) = [\u22121.414, 0]" in view.inner_text()
