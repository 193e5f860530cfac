"""The parameter counter, the lines of the model and the block diagram, in a browser."""

from fit import assert_fits
from hands import centre
from playwright.sync_api import expect
from whole import assert_whole

from microgpt.widgets import BlockDiagram, GptLines, ParameterCounter
from microgpt.widgets.model.texts import load_blocks, load_lines

# ---- the parameter counter ----


def total(view):
    return int(view.locator(".mg-count-total").inner_text().replace(",", ""))


def cells(view):
    """{matrix: [shape, count]} as they stand in the table."""
    rows = view.locator("tbody tr:not(.mg-count-group)").all()
    return {
        row.locator("th").inner_text(): [
            row.locator("td span").inner_text(),
            row.locator("td").last.inner_text(),
        ]
        for row in rows
    }


def area(view, group):
    """The pixels that a group's rectangles cover."""
    return view.locator(f"path.mg-count-{group}").evaluate_all(
        """(paths) => paths.map((path) => path.getAttribute("d")).join("").match(/h[\\d.]+v[\\d.]+/g)
          .map((piece) => piece.slice(1).split("v").map(Number)).reduce((sum, [w, h]) => sum + w * h, 0)"""
    )


def test_the_table_and_the_areas_are_the_counts(open_widget):
    _, view = open_widget("ParameterCounter")
    assert total(view) == 4192
    assert cells(view)["layer0.mlp_fc1"] == ["64 × 16", "1,024"]
    assert list(cells(view)) == [
        "wte", "wpe", *(f"layer0.attn_{one}" for one in ("wq", "wk", "wv", "wo")), "layer0.mlp_fc1", "layer0.mlp_fc2",
        "lm_head",
    ]  # fmt: skip
    assert abs(area(view, "mlp") / area(view, "attention") - 2) < 0.01
    assert abs(area(view, "embeddings") / area(view, "mlp") - 688 / 2048) < 0.01


def test_a_wider_model_with_keys_only(open_widget):
    page, view = open_widget("ParameterCounter", copies=2)
    view.get_by_label("n_embd, numbers in a vector", exact=True).focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert total(view) == ParameterCounter(n_embd=32).total() == 14528
    assert "= 2 : 1, as at every width" in view.inner_text()
    assert abs(area(view, "mlp") / area(view, "attention") - 2) < 0.01
    assert view.get_by_role("button", name="twice as wide").get_attribute("aria-pressed") == "true"
    assert total(page.locator(".mg-view").nth(1)) == 4192
    view.get_by_role("button", name="Reset").click()
    assert total(view) == 4192


def test_heads_change_no_matrix_and_must_divide(open_widget):
    page, view = open_widget("ParameterCounter", width=320)
    before = cells(view)
    field = view.get_by_label("n_head, heads, as a number")
    field.fill("8")
    assert "8 heads work, each on 2 of the 16 numbers" in view.inner_text()
    field.fill("5")
    assert "cannot be shared evenly among 5 heads" in view.inner_text()
    assert "Possible here: 1, 2, 4, 8, 16." in view.inner_text()
    assert cells(view) == before and total(view) == 4192
    field.fill("a few")
    field.blur()
    assert field.input_value() == "a few" and field.get_attribute("aria-invalid") == "true"
    assert_fits(page)
    assert_whole(view)


def test_the_sizes_of_gpt2_small(open_widget):
    page, view = open_widget("ParameterCounter", width=320)
    view.get_by_role("button", name="GPT-2 small").click()
    assert total(view) == 162_915_840
    assert "GPT-2 itself has 124,439,808" in view.inner_text()
    assert cells(view)["layer0…11.attn_wq"] == ["12 × (768 × 768)", "7,077,888"]
    assert_fits(page)
    for name in ("n_embd", "n_layer", "vocab_size", "block_size"):
        view.get_by_label(f"{name}, ").last.fill("1")
        assert_whole(view, name)
    view.get_by_label("vocab_size, ").last.fill("300000")
    assert_whole(view)
    box = view.locator(".mg-count-area").bounding_box()
    ends = view.locator(".mg-count-area path").evaluate_all(
        "(all) => Math.max(...all.map((one) => one.getBoundingClientRect().right))"
    )
    assert ends <= box["x"] + box["width"] + 1


# ---- the lines of the model ----


def opened(view):
    """The explanation that can be seen: one."""
    notes = view.locator(".mg-gpt-note:visible")
    assert notes.count() == 1
    return notes.locator(".mg-gpt-says").inner_text()


def said(region, line):
    return load_lines()[region][line - 1]["says"].replace("`", "").replace("*", "")


def test_lines_are_walked_with_keys_only(open_widget):
    page, view = open_widget("GptLines", copies=2)
    for _ in ("the region", "the chapter it is from", "the lines"):
        page.keyboard.press("Tab")
    assert opened(view) == said("gpt", 1)
    for key, line in (("ArrowDown", 2), ("ArrowDown", 3), ("End", 7), ("ArrowUp", 6), ("Home", 1)):
        page.keyboard.press(key)
        expect(view.locator(".mg-gpt-note:visible .mg-gpt-says")).to_have_text(said("gpt", line))
    assert opened(page.locator(".mg-view").nth(1)) == said("gpt", 1)


def test_a_called_region_opens_and_the_way_leads_back(open_widget):
    page, view = open_widget("GptLines", line=5)
    view.get_by_role("button", name="open attention").focus()
    page.keyboard.press("Enter")
    way = view.get_by_role("navigation", name="the way back")
    assert way.inner_text().split() == ["gpt", "→", "attention"]
    assert opened(view) == said("attention", 1)
    assert page.evaluate("document.activeElement.textContent").startswith("129def attention")
    view.get_by_role("button", name="shares = softmax(scores)").click()
    assert opened(view) == said("attention", 9)
    view.get_by_role("button", name="open softmax").click()
    assert way.inner_text().split() == ["gpt", "→", "attention", "→", "softmax"]
    way.get_by_role("button", name="back to attention").click()
    assert opened(view) == said("attention", 9)
    way.get_by_role("button", name="back to gpt").click()
    assert opened(view) == said("gpt", 5) and not way.is_visible()
    view.get_by_role("radio", name="mlp").check()
    assert opened(view) == said("mlp", 1) and not way.is_visible()
    view.get_by_role("button", name="Reset").click()
    assert opened(view) == said("gpt", 5)
    view.get_by_role("button", name="open rmsnorm").click()
    assert way.is_visible()
    view.get_by_role("button", name="Reset").click()
    assert opened(view) == said("gpt", 5) and not way.is_visible()


def test_lines_answer_a_finger_on_a_small_screen(open_widget):
    page, view = open_widget("GptLines", width=320, context_has_touch=True)
    for region, told in load_lines().items():
        view.get_by_role("radio", name=region).check()
        lines = view.locator(".mg-gpt-line")
        assert lines.count() == len(told)
        for i in (len(told) - 1, 1):
            page.touchscreen.tap(*centre(lines.nth(i)))
            assert opened(view) == said(region, i + 1)
        assert_fits(page)
        assert_whole(view, region)


def test_only_chapters_that_exist_are_linked(open_widget):
    _, view = open_widget("GptLines", region="linear")
    link = view.get_by_role("link")
    assert link.get_attribute("href") == "../notebooks/01_numbers.html"
    assert link.inner_text() == "chapter 01, Numbers all the way down"


def test_on_paper_every_line_is_explained(open_widget):
    page, view = open_widget("GptLines", own_tab=True)
    page.emulate_media(media="print")
    assert view.locator(".mg-gpt-note:visible").count() == len(load_lines()["gpt"])
    assert GptLines().summary().startswith("gpt, line 1 of 7.")


# ---- the block diagram ----


def lit(view):
    return view.locator(".mg-textbook-boxes [aria-pressed=true]").all_inner_texts()


def lit_lines(view):
    return [
        text.strip() for text in view.locator(".mg-textbook-lit .mg-line-text").all_inner_texts()
    ]


def test_a_box_lights_up_its_lines_and_a_region_its_boxes(open_widget):
    page, view = open_widget("BlockDiagram", copies=2)
    view.get_by_role("button", name="mask").click()
    assert load_blocks()["mask"]["microgpt"]["says"] in view.inner_text()
    assert [line.split("(")[0] for line in lit_lines(view)[:2]] == [
        "keys[i].append",
        "values[i].append",
    ]
    regions = view.get_by_role("toolbar", name="regions of the program")
    assert regions.get_by_role("button", pressed=True).all_inner_texts() == ["attention"]
    regions.get_by_role("button", name="parameters").click()
    assert lit(view) == ["token embedding", "position embedding", "layer × 1", "linear (lm_head)"]
    assert len(lit_lines(view)) > 15
    assert lit(page.locator(".mg-view").nth(1)) == []
    regions.get_by_role("button", name="parameters").click()
    assert lit(view) == [] and "Struck out: dropout, mask," in view.inner_text()


def tops(view, *names):
    """How far down these boxes stand."""
    return [view.get_by_role("button", name=name).last.bounding_box()["y"] for name in names]


def test_the_switch_moves_the_norms(open_widget):
    _, view = open_widget("BlockDiagram", design="2017", box="norm2")
    norm, work = tops(view, "LayerNorm", "feed-forward")
    assert norm > work
    view.get_by_role("radio", name="GPT-2").check()
    norm, work, final = (
        view.locator(".mg-textbook-layer")
        .get_by_role("button", name="LayerNorm")
        .last.bounding_box()["y"],
        *tops(view, "feed-forward", "final LayerNorm"),
    )
    assert norm < work < final
    assert lit(view) == ["LayerNorm"] and "beside the residual path" in view.inner_text()
    gone = view.locator(".mg-textbook-gone")
    assert gone.count() == 2
    view.get_by_role("radio", name="microgpt").check()
    assert gone.count() == 6
    assert view.get_by_role("button", name="not LayerNorm but RMSNorm").count() == 2
    assert view.get_by_role("button", name="dropout left out").count() == 1
    view.get_by_role("button", name="Reset").click()
    assert view.get_by_role("radio", name="2017").is_checked()


def test_boxes_are_walked_with_keys_only(open_widget):
    page, view = open_widget("BlockDiagram", box="softmax")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "softmax"
    for key in ("Home", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert lit(view) == ["position embedding"]
    assert "learned row for each of the 16 positions" in view.get_by_role("status").inner_text()
    page.keyboard.press("Enter")
    assert lit(view) == []


def test_every_box_answers_a_finger_on_a_small_screen(open_widget):
    page, view = open_widget("BlockDiagram", width=320, context_has_touch=True)
    for design in ("2017", "GPT-2", "microgpt"):
        view.get_by_role("radio", name=design).check()
        boxes = view.locator(".mg-textbook-boxes button")
        assert boxes.count() == len(load_blocks())
        for i in range(boxes.count()):
            box = boxes.nth(i).bounding_box()
            assert box["height"] >= 24 and box["width"] >= 24
        page.touchscreen.tap(
            *centre(view.locator(".mg-textbook-layer").get_by_role("button", name="add").first)
        )
        assert lit(view)[0].startswith("+")
        assert_fits(page)
        assert_whole(view, design)
        page.touchscreen.tap(
            *centre(view.locator(".mg-textbook-layer").get_by_role("button", name="add").first)
        )
    assert "6 of its 21 boxes are left out" in BlockDiagram().summary()


def test_the_sentence_stays_in_sight_under_a_finger(open_widget):
    """On a phone the lines are below the picture; what is said of a box is not."""
    page, view = open_widget("BlockDiagram", width=390, context_has_touch=True)
    page.touchscreen.tap(*centre(view.get_by_role("button", name="token embedding")))
    said = view.locator(".mg-textbook-now").bounding_box()
    assert 0 < said["y"] and said["y"] + said["height"] <= 900
