"""FineTune in a browser: learn, forget, rehearse; a list of one's own, odd input, Stop, Reset, keys, little room."""

import re

import pytest
from fit import assert_fits
from whole import assert_whole

from microgpt.finetune import LISTS

OWN = ["ulfrun", "ulfrik", "ulfhild", "ulfgar", "ulfwin", "ulfmar", "ulfred", "ulfbert"]


def start(view):
    view.get_by_role("button", name="Start").click()


def ended(view, words=re.compile(r"All \d+ rounds are done")):
    view.locator(".mg-tune-status", has_text=words).wait_for(timeout=60_000)


def found(view):
    return view.locator(".mg-tune-found").inner_text()


def facts(view):
    return re.sub("[\u2068\u2069]", "", view.locator(".mg-tune-facts").inner_text())


def rows(view):
    """(the run, what each loss changed by) of each line of the table."""
    return [
        (
            line.locator("th").inner_text(),
            [
                float(cell.split()[0].replace("−", "-"))
                for cell in line.locator("td").all_inner_texts()
            ],
        )
        for line in view.locator(".mg-tune-runs tbody tr").all()
    ]


def test_it_learns_and_forgets_and_rehearsal_helps(open_widget):
    page, view = open_widget("FineTune", copies=2)
    first = found(view)
    assert first.startswith("Before: a letter of your list costs the model 2.78 nats")
    assert not page.workers and not view.locator(".mg-tune-runs").is_visible()
    start(view)
    ended(view)
    words = found(view)
    assert "fell from 2.78 to 0.6" in words and "something that the names have in common" in words
    assert "Forgotten: on 100 names" in words and "rose from 2.39 to 4." in words
    assert words.splitlines()[0] in view.get_by_role("status").last.inner_text()
    assert "your list" in view.locator(".mg-tune-names").last.inner_text()
    view.get_by_label("25 %").check()
    assert found(view) == first, "other settings: nothing is trained yet"
    start(view)
    ended(view)
    (plain, (own, _, general)), (mixed, (own_too, _, general_too)) = rows(view)
    assert plain.endswith("0 % old, seed 1") and mixed.endswith("25 % old, seed 1")
    assert own < own_too < -1.8 and 0 < general_too < general / 3
    assert found(page.locator(".mg-view").nth(1)) == first, "the other one heard of nothing"
    assert_whole(view)


def test_reset_goes_back_to_the_trained_weights(open_widget):
    page, view = open_widget("FineTune", steps=20)
    before = view.locator(".mg-tune-names").first.inner_text()
    first, names = found(view), view.get_by_label("or your own").input_value()
    view.get_by_label("stars").check()
    assert view.get_by_label("or your own").input_value() == ", ".join(LISTS["stars"])
    assert found(view) != first
    start(view)
    ended(view)
    view.get_by_label("or your own").fill("4")
    view.get_by_role("button", name="Reset").click()
    assert found(view) == first and view.get_by_label("or your own").input_value() == names
    assert view.get_by_label("names in -olf").is_checked() and not rows(view)
    assert facts(view).startswith("32 names: 26 to train on, 6 held back")
    assert view.locator(".mg-tune-names").first.inner_text() == before
    assert "Nothing yet" in view.inner_text()
    assert view.locator(".mg-tune-status").inner_text() == ""


def test_stop_ends_at_once_and_start_begins_anew(open_widget):
    page, view = open_widget("FineTune", steps=1000)
    start(view)
    view.locator(".mg-tune-status", has_text=re.compile(r"Round [1-9]\d* of 1000")).wait_for()
    view.get_by_role("button", name="Stop").click()
    status = view.locator(".mg-tune-status").inner_text()
    assert re.fullmatch(r"Stopped after \d+ of 1000 rounds\.", status)
    page.wait_for_timeout(200)
    assert view.locator(".mg-tune-status").inner_text() == status and not page.workers
    assert found(view).startswith("Learned") and not rows(view)
    view.get_by_label("rounds, as a number").fill("30")
    assert found(view).startswith("Before")
    start(view)
    ended(view, "All 30 rounds are done")
    assert len(rows(view)) == 1


def test_a_setting_changed_while_it_runs_ends_the_run(open_widget):
    page, view = open_widget("FineTune", steps=1000)
    start(view)
    view.get_by_label("50 %").check()
    assert found(view).startswith("Before")
    assert view.get_by_role("button", name="Start", exact=True).is_visible()
    page.wait_for_timeout(200)
    assert found(view).startswith("Before") and not page.workers


def test_a_list_of_ones_own(open_widget):
    _, view = open_widget("FineTune", steps=100)
    area = view.get_by_label("or your own")
    area.fill(" ".join(OWN).upper())
    assert area.input_value() == " ".join(OWN).upper(), "what is typed stays as it is"
    assert facts(view).startswith("8 names: 7 to train on, 1 held back")
    assert not view.get_by_label("names in -olf").is_checked()
    start(view)
    ended(view)
    assert rows(view)[0][0].startswith("your own list, 100 rounds") and rows(view)[0][1][0] < -1
    assert_whole(view)
    view.get_by_label("flowers").check()
    assert area.input_value().startswith("anemone, aster")


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "text, says",
    [
        ("", "There is no name in it yet."),
        ("ulfrun, ulfrik", "2 names so far: 5 or more are needed"),
        (
            ", ".join(OWN) + ", r2d2",
            "“r2d2” holds “2”: the model knows only the letters from a to z.",
        ),
        (", ".join(OWN) + ", <i>x</i>", "“<i>x</i>” holds “<”"),
        (", ".join([*OWN, "u" * 16]), "has 16 letters: a name has 2 to 15 here."),
        ("\u202e😀 ж", "the model knows only the letters"),
    ],
)
def test_odd_input_is_explained_and_nothing_is_lost(open_widget, text, says):
    _, view = open_widget("FineTune", names=OWN, steps=20)
    first, area = found(view), view.get_by_label("or your own")
    area.fill(text)
    assert says in facts(view) and facts(view).endswith("The last list stays in use.")
    assert area.input_value() == text and found(view) == first
    assert view.locator(".mg-tune-facts i").count() == 0
    start(view)
    ended(view)
    assert area.input_value() == text and rows(view)
    area.fill(", ".join(OWN))
    assert facts(view).startswith("8 names")


def test_with_keys_alone(open_widget):
    page, view = open_widget("FineTune", steps=20)
    view.get_by_label("names in -olf").focus()
    page.keyboard.press("ArrowRight")
    assert view.get_by_label("stars").is_checked()
    slider = view.get_by_role("slider", name="rounds", exact=True)
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.input_value() == "30"
    view.get_by_role("button", name="Start").press("Enter")
    ended(view, "All 30 rounds are done")
    chart = view.get_by_role("slider", name="loss at each round")
    chart.focus()
    page.keyboard.press("Home")
    assert "round 0: your list, trained on 2.62" in view.locator(".mg-chart-words").inner_text()


@pytest.mark.one_in(2)
@pytest.mark.parametrize("width", [320, 390])
def test_the_extremes_in_little_room(open_widget, width):
    names = ["w" * 15, "ab", "q" * 15, "zz", "m" * 15]
    page, view = open_widget(
        "FineTune", width=width, names=names, steps=1000, learning_rate=0.05, seed=10**9
    )
    assert_fits(page, width)
    start(view)
    ended(view)
    assert_fits(page, width)
    assert_whole(view)


def test_where_no_worker_may_start(open_widget):
    """As on a page that forbids them: the page itself trains, in slices."""
    page, view = open_widget("FineTune", steps=40)
    page.evaluate("() => { window.Worker = class { constructor() { throw new Error(); } }; }")
    start(view)
    ended(view)
    assert rows(view)[0][1][0] < -1
