"""Ablation in a browser: what is recorded, runs of the reader's own, Stop, the keyboard, little room, paper."""

import re

import pytest
from at_work import assert_nobody_works, assert_somebody_works
from fit import assert_fits
from whole import assert_whole

from microgpt.evidence import compare, load_ablations

ROUNDS = 40


def press(view, name):
    view.get_by_role("button", name=name).click()


def finished(view, runs):
    status(view, f"All {runs} runs finished.")


def status(view, words):
    view.locator(".mg-ablation-status", has_text=words).wait_for(timeout=60_000)


def rows(view):
    """{model: [mean loss, spread, difference, verdict]}"""
    lines = view.locator(".mg-ablation-table tbody tr").all()
    return {line.locator("th").inner_text(): line.locator("td").all_inner_texts() for line in lines}


def dots(view):
    return view.locator(".mg-ablation-dot").count()


def test_the_recorded_runs_stand_there_before_anything_is_run(open_widget):
    page, view = open_widget("Ablation")
    losses = load_ablations()
    found = compare(losses["whole"], losses["residual"])
    numbers = f"+{found.difference:.3f} ± {found.error:.3f}"
    assert rows(view)["no residual"] == [
        f"{found.mean:.3f}",
        f"{found.spread:.3f}",
        numbers,
        "worse",
    ]
    assert len(rows(view)) == 9 and dots(view) == 72
    assert "Recorded on this list: 1,000 rounds, 8 seeds each" in view.inner_text()
    view.get_by_label("recorded, 20,000 rounds").check()
    assert "20,000 rounds, 8 seeds each" in view.inner_text()
    assert rows(view)["no attention"][3] == "worse"
    assert not page.workers, "nothing runs unasked"
    assert_whole(view)


def test_runs_of_ones_own_become_dots_and_a_verdict(open_widget):
    page, view = open_widget("Ablation", copies=2, seeds=4, rounds=ROUNDS, without=["residual"])
    other = page.locator(".mg-view").nth(1)
    press(view, "Run 8 models")
    finished(view, 8)
    assert list(rows(view)) == ["whole model", "no residual"] and dots(view) == 8
    assert "Your runs: 40 rounds, 4 seeds each" in view.inner_text()
    said = view.get_by_role("status").last.inner_text()
    assert said.startswith("All 8 runs finished. No residual: ")
    assert view.locator(".mg-ablation-words li").inner_text() in said
    first = rows(view)
    press(view, "Run 8 models")
    finished(view, 8)
    assert rows(view) == first, "the same seeds give the same numbers"
    assert "your runs" in view.inner_text() and len(rows(other)) == 9
    assert_nobody_works(page)
    press(view, "Reset")
    assert len(rows(view)) == 9 and "finished" not in view.locator(".mg-body").inner_text()


def test_one_seed_never_makes_a_verdict(open_widget):
    _, view = open_widget("Ablation", seeds=1, rounds=ROUNDS, without=["residual", "norm"])
    press(view, "Run 3 models")
    finished(view, 3)
    assert "One run cannot tell luck from effect" in view.inner_text()
    assert {row[3] for row in rows(view).values()} == {"–", "cannot tell"}
    assert_whole(view)


def test_stop_ends_all_at_once_and_what_is_finished_stays(open_widget):
    page, view = open_widget("Ablation", seeds=10, rounds=20_000)
    press(view, "Run 20 models")
    status(view, re.compile(r"\d+ of 20 runs finished; [1-9]"))
    assert_somebody_works(page)
    press(view, "Stop")
    status(view, re.compile(r"Stopped after \d+ of 20 runs"))
    assert_nobody_works(page)
    press(view, "Run 20 models")
    view.get_by_role("button", name="Stop").wait_for()
    view.get_by_role("button", name="Reset").click()
    view.get_by_role("button", name="Run 20 models").wait_for()
    assert_nobody_works(page)
    assert len(rows(view)) == 9


def test_by_keyboard_alone(open_widget):
    page, view = open_widget("Ablation", seeds=1, rounds=ROUNDS)
    view.get_by_label("no position", exact=True).focus()
    page.keyboard.press("Space")
    run = view.get_by_role("button", name=re.compile("^Run"))
    assert run.is_disabled() and run.inner_text() == "Run 1 model"
    view.get_by_label("no MLP", exact=True).focus()
    page.keyboard.press("Space")
    view.get_by_label("seeds", exact=True).focus()
    page.keyboard.press("ArrowRight")
    view.get_by_role("button", name="Run 4 models").focus()
    page.keyboard.press("Enter")
    finished(view, 4)
    assert list(rows(view)) == ["whole model", "no MLP"]
    assert "2 seeds cannot tell luck from effect" in view.inner_text()


def test_without_runs_there_is_nothing_to_see(open_widget):
    _, view = open_widget("Ablation", show="yours")
    assert "Nothing has been run yet: press Run." in view.inner_text()
    assert not view.locator(".mg-ablation-dots").is_visible()
    assert not view.locator(".mg-ablation-table").is_visible()


@pytest.mark.parametrize("traits", [{}, {"seeds": 2, "rounds": 1, "without": ["mlp", "norm"]}])
def test_on_little_room(open_widget, traits):
    page, view = open_widget("Ablation", width=320, **traits)
    if traits:
        press(view, "Run 6 models")
        finished(view, 6)
    for summary in view.locator("summary").all():
        summary.click()
    assert_fits(page)
    assert_whole(view)


def test_a_view_that_is_gone_trains_no_more(open_widget):
    page, view = open_widget("Ablation", seeds=10, rounds=20_000)
    press(view, "Run 20 models")
    view.get_by_role("button", name="Stop").wait_for()
    page.wait_for_function("() => true")
    module = "microgpt.need('model/ablation.js').default"
    # the page's own host never takes a view away; a notebook does
    left = page.evaluate(
        f"""async () => {{
            const traits = {{ without: ["mlp"], seeds: 10, rounds: 20000, show: "recorded", results: {{}} }};
            const model = {{ get: (key) => traits[key], set: (key, value) => {{ traits[key] = value; }},
                save_changes() {{}}, on() {{}}, off() {{}} }};
            const el = document.body.appendChild(document.createElement("div"));
            const away = await {module}.render({{ model, el }});
            [...el.querySelectorAll("button")].find((one) => one.textContent.startsWith("Run")).click();
            await new Promise((resolve) => setTimeout(resolve, 300));
            away();
            const heard = JSON.stringify(traits.results);
            await new Promise((resolve) => setTimeout(resolve, 300));
            return heard === JSON.stringify(traits.results);
        }}"""
    )
    assert left
    press(view, "Stop")
    assert_nobody_works(page)
