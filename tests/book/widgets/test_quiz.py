"""Quiz, predict, explain, tasks and progress, in a browser."""

import json
from pathlib import Path

from visits import load_again

import microgpt.widgets
from microgpt.widgets import DotProduct, Task


def test_quiz_wrong_then_right_and_kept(open_widget):
    page, view = open_widget("Quiz", item="01-a")
    view.get_by_role("button", name="A letter that").click()
    assert "Not this one. You mean a token." in view.inner_text()
    assert "All that a trained model knows" not in view.inner_text()
    assert "line-through" in view.locator("[data-state=wrong] .mg-option-text").evaluate(
        "one => getComputedStyle(one).textDecoration"
    )
    view.get_by_role("button", name="A letter that").click(force=True)  # tried: says nothing new
    view.get_by_role("button", name="A number that").click()
    assert (
        "Right at the second try" in view.inner_text()
        and "All that a trained model knows" in view.inner_text()
    )
    load_again(page)
    assert "Right at the second try" in view.inner_text()
    view.get_by_role("button", name="Start over").click()
    assert "Right" not in view.inner_text() and view.locator("[data-state=open]").count() == 4


def test_quiz_with_keys_only(open_widget):
    page, view = open_widget("Quiz", item="01-a")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "Right at the second try" in view.inner_text()
    assert page.evaluate("document.activeElement.getAttribute('aria-disabled')") == "true", (
        "the focus stays"
    )


def test_two_views_of_one_item_agree(open_widget):
    page, view = open_widget("Quiz", copies=2, item="01-a")
    view.get_by_role("button", name="A number that").click()
    assert "Right at once" in page.locator(".mg-view").nth(1).inner_text()


def test_predict_choice(open_widget):
    page, view = open_widget("Predict", item="01-dot-sign")
    commit = view.get_by_role("button", name="Commit")
    commit.click()
    assert "Choose an option first." in view.inner_text()
    assert view.get_by_role("button", name="Show me").count() == 0
    view.get_by_label("Positive.").check()
    commit.click()
    assert "Look at what the two other pairs add." in view.inner_text()
    assert "Where both numbers" not in view.inner_text()
    view.get_by_role("button", name="Show me").click()
    assert (
        "It is\nNegative." in view.inner_text() and "You predicted\nPositive." in view.inner_text()
    )
    assert "Shown after 1 try" in view.inner_text() and "Where both numbers" in view.inner_text()


def test_predict_number_with_keys_only(open_widget):
    page, view = open_widget("Predict", item="01-linear-shape")
    page.keyboard.press("Tab")
    for typed in ("12", "999999", "-5", "1e", "100", "\u22120", "4"):
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        assert "NaN" not in view.inner_text()
        refused = "Write a number" in view.inner_text()
        assert refused == (typed in ("999999", "-5", "1e")), typed
    text = view.inner_text()
    assert (
        "That is how many multiplications there are." in text and "Count the dot products." in text
    )
    assert (
        "It is\n4 numbers" in text
        and "12, 100, 0, 4" in text
        and "One dot product for each row" in text
    )
    assert page.evaluate("document.activeElement.className") == "mg-truth"


def test_predict_mark_by_pointer_and_keys(open_widget):
    page, view = open_widget("Predict", item="01-cosine-mark")
    mark = view.get_by_role("slider")
    assert mark.get_attribute("aria-valuetext") == "not placed yet"
    mark.press("Home")
    mark.press("PageDown")
    assert view.get_by_role("spinbutton").input_value() == "-1"
    mark.press("Enter")
    assert "Picture the two arrows" in view.inner_text()
    line = view.locator("svg.mg-line")
    box = line.bounding_box()
    page.mouse.click(
        box["x"] + box["width"] * (22 + 0.9 * 296) / 340, box["y"] + box["height"] * 42 / 74
    )
    assert mark.get_attribute("aria-valuetext") == "0.8"
    view.get_by_role("button", name="Commit").click()
    assert "Right at the second try" in view.inner_text() and "It is\n0.8" in view.inner_text()
    view.get_by_role("button", name="Start over").click()
    assert mark.get_attribute("aria-valuetext") == "not placed yet"


def test_explain_is_kept_and_only_ever_text(open_widget):
    page, view = open_widget("Explain", item="01-linear")
    assert "one number for each row" not in view.inner_text()
    view.get_by_role("textbox").fill("<img src=x onerror=alert(1)> rows")
    view.get_by_role("button", name="Compare with one answer").click()
    view.get_by_label("one number for each row").check()
    assert "1 of 3 points" in view.inner_text()
    load_again(page)
    assert view.get_by_role("textbox").input_value() == "<img src=x onerror=alert(1)> rows"
    assert view.get_by_label("one number for each row").is_checked()
    view.get_by_role("button", name="Start over").click()
    view.get_by_role("button", name="Keep").click()
    assert "1 of 3 points" in view.inner_text()
    view.get_by_role("button", name="Start over").click()
    view.get_by_role("button", name="Erase").click()
    assert view.get_by_role("textbox").input_value() == "" and view.locator("img").count() == 0


def test_explain_keeps_every_stroke_at_once(open_widget):
    """Whoever closes the page in the middle of a word loses nothing."""
    _, view = open_widget("Explain", item="01-linear")
    kept = """(area) => {
      area.value = "It mul";
      area.dispatchEvent(new Event("input", { bubbles: true }));
      return JSON.parse(localStorage.getItem("microgpt:explain:01-linear"))?.value.text;
    }"""
    assert view.get_by_role("textbox").evaluate(kept) == "It mul"


def test_without_storage_answers_last_as_long_as_the_page(open_widgets, open_page):
    page, views = open_widgets(
        {
            "p1": microgpt.widgets.Quiz("01-a"),
            "p2": microgpt.widgets.Explain("01-linear"),
            "p3": microgpt.widgets.Progress(),
        },
        own_tab=True,
    )
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.reload()
    page.wait_for_selector(".mg-view[data-alive]")
    assert "This browser keeps nothing" in views.nth(1).inner_text()
    views.nth(0).get_by_role("button", name="A number that").click()
    assert "Right at once" in views.nth(0).inner_text() and "1 of 4" in views.nth(2).inner_text()


def test_task_ticks_itself(open_widgets):
    three, two = DotProduct(), DotProduct(a=[1, 2], b=[2, 1])
    page, views = open_widgets(
        {
            "p1": three,
            "p2": Task("01-zero-dot", watches=three),
            "p3": two,
            "p4": Task("01-opposite", watches=two),
        }
    )

    def type_in(view, **numbers):
        for name, value in numbers.items():
            view.get_by_label(f"{name[0]} {name[1]}, as a number").fill(str(value))

    type_in(views.nth(0), a1=0, b2=0, b3=0)
    assert "= 0" in views.nth(0).inner_text() and "Not done yet." in views.nth(1).inner_text()
    type_in(views.nth(0), a1=1, a2=1, a3=-1, b1=1, b2=1, b3=2)
    assert "Met with a = [1, 1, −1], b = [1, 1, 2]." in views.nth(1).inner_text()
    assert (
        "orthogonal" in views.nth(1).inner_text() and "Not done yet." in views.nth(3).inner_text()
    )
    views.nth(0).get_by_role("button", name="Reset").click()
    assert "Met with a" in views.nth(1).inner_text(), "what is done stays done"
    type_in(views.nth(2), b1=-1, b2=-2)
    assert "Not done yet." in views.nth(3).inner_text(), "opposite, but of equal length"
    type_in(views.nth(2), b1=-0.5, b2=-1)
    assert "Met with a = [1, 2], b = [−0.5, −1]." in views.nth(3).inner_text()
    views.nth(3).get_by_role("button", name="Start over").click()
    assert "Not done yet." in views.nth(3).inner_text()


def test_progress_writes_a_file_to_hand_in(open_widgets):
    page, views = open_widgets({"p1": microgpt.widgets.Progress()})
    page.evaluate("""() => {
        const keep = (key, value) => localStorage.setItem(`microgpt:${key}`, JSON.stringify({ v: 1, value }));
        keep("code:01-ex-01-1-stub", { text: "now", good: "good" });
        keep("build:ex-01-1", { done: true, when: "2026-11-01T10:00:00.000Z" });
    }""")
    with page.expect_download() as download:
        views.first.get_by_role("button", name="Hand in").click()
    assert download.value.suggested_filename == "microgpt-hand-in.json"
    data = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert data["cells"] == {"01-ex-01-1-stub": "good"} and "ex-01-1" in data["solved"]


def test_progress_exports_imports_and_forgets(open_widgets, tmp_path):
    page, views = open_widgets(
        {"p1": microgpt.widgets.Quiz("01-a"), "p2": microgpt.widgets.Progress()}
    )
    progress = views.nth(1)
    assert "Nothing yet." in progress.inner_text()
    views.nth(0).get_by_role("button", name="A number that").click()
    assert "1 of 4" in progress.inner_text() and "1 entry." in progress.inner_text()
    with page.expect_download() as download:
        progress.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename == "microgpt-progress.json"
    file = tmp_path / "kept.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["entries"] == [
        {"kind": "quiz", "id": "01-a", "value": {"tried": [1], "done": True}}
    ]
    progress.get_by_role("button", name="Forget all").click()
    progress.get_by_role("button", name="Erase").click()
    assert "Nothing yet." in progress.inner_text() and "Right" not in views.nth(0).inner_text()
    assert page.evaluate("localStorage.length") == 0
    with page.expect_file_chooser() as chooser:
        progress.get_by_role("button", name="Import").click()
    chooser.value.set_files(file)
    progress.get_by_text("Taken over: 1 entry.").wait_for()
    assert "Right at once" in views.nth(0).inner_text()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("nonsense")
    progress.locator("input[type=file]").set_input_files(wrong)
    progress.get_by_text("This file is not JSON.").wait_for()
    assert "1 of 4" in progress.inner_text()
