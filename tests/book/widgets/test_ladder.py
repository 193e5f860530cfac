"""The ladder to the program, in a browser."""

from fit import assert_fits

from microgpt.rungs import RUNGS


def pick(view, name):
    view.get_by_role("radio", name=name).check()


def opened(view):
    return view.locator(".mg-ladder-title[aria-expanded=true] code").all_inner_texts()


def test_the_region_with_the_idea_is_open_and_others_open_too(open_widget):
    page, view = open_widget("Ladder", rung="train2")
    assert opened(view) == ["value"]
    loss = view.get_by_role("button", name="loss gone, 8 lines, 4 moved away")
    loss.click()
    body = view.locator(f"[id='{loss.get_attribute('aria-controls')}']")
    assert body.locator("del").count() == 2
    assert (
        body.locator(".mg-moved .mg-ladder-note").inner_text().strip()
        == "moved to lines 134 to 137 of train2"
    )
    signs = body.locator(".mg-ladder-sign").all_inner_texts()
    assert signs == ["−", "−", "↕", "↕", "↕", "↕", "−", "−"]
    view.get_by_role("button", name="Open all regions").click()
    assert len(opened(view)) == view.locator(".mg-ladder-title").count() == 13
    view.get_by_role("button", name="Close all regions").click()
    assert opened(view) == []
    view.get_by_role("button", name="Reset").click()
    assert opened(view) == ["value"]
    pick(view, "train5: Adam")
    assert opened(view) == ["optimizer"]
    assert "the same: sampling" in view.inner_text()
    assert view.locator("ins .mg-hidden").first.inner_text().strip() == "New:"


def test_all_rungs_in_all_views_by_the_keyboard(open_widget):
    page, view = open_widget("Ladder", rung="train0", view="difference")
    assert "Nothing stands before the first rung" in view.inner_text()
    page.keyboard.press("Tab")
    for name, rung in RUNGS.items():
        assert view.locator(".mg-ladder-idea").inner_text() == rung.idea
        assert page.evaluate("document.activeElement.value") == name
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert opened(view) == ["model"]
    assert "counts = [[0]" not in view.locator(".mg-ladder-body.mg-open").inner_text()
    page.keyboard.press("ArrowRight")
    assert "3.2958, 3.3095, 3.2326" in view.inner_text()
    assert "zfyclahab" in view.inner_text()


def test_a_run_is_shown_when_it_has_been_foretold(open_widget):
    page, view = open_widget("Ladder", rung="train5", view="run")
    chart = view.get_by_role("slider", name="The recorded losses")
    assert not chart.is_visible()
    same = view.get_by_role("radio", name="about the same (within 0.02)")
    same.focus()
    page.keyboard.press("Space")
    assert chart.is_visible()
    assert page.evaluate("document.activeElement.value") == "same"
    said = view.locator(".mg-ladder-said")
    assert said.inner_text().startswith("You said about the same; it is lower: 2.2")
    view.get_by_role("radio", name="lower", exact=True).click()
    assert same.is_checked() and said.inner_text().startswith("You said about the same")
    pick(view, "train4: heads")
    assert not chart.is_visible() and said.inner_text() == ""
    view.get_by_role("button", name="Reset").click()
    assert view.get_by_role("radio", name="train5: Adam").is_checked()
    assert not same.is_checked() and not chart.is_visible()


def test_its_run_says_the_numbers_at_a_step(open_widget):
    page, view = open_widget("Ladder", rung="train3", view="run", guesses={"train3": "lower"})
    chart = view.get_by_role("slider", name="The recorded losses")
    chart.focus()
    page.keyboard.press("Home")
    assert view.locator(".mg-ladder-run .mg-chart-words").inner_text() == (
        "round 1: loss 3.38, mean of 50 3.38, the same, rung before 3.30"
    )
    pick(view, "train0: counts")
    words = view.locator(".mg-ladder-run .mg-chart-words").inner_text()
    assert "3.30" in words and "before" not in words
    assert "NaN" not in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert view.get_by_role("radio", name="train3: attention").is_checked()


def test_it_fits_a_phone_and_two_do_not_disturb_each_other(open_widget):
    page, view = open_widget("Ladder", copies=2, rung="train1", width=390)
    view.get_by_role("button", name="Open all regions").click()
    assert_fits(page, 390)
    page.set_viewport_size({"width": 320, "height": 800})
    assert_fits(page)
    assert opened(page.locator(".mg-view").nth(1)) == ["gradients"]
    for show in ("the program", "its run"):
        pick(view, show)
        assert_fits(page)


def test_on_paper_all_regions_are_open(open_widget):
    page, view = open_widget("Ladder", rung="train4", view="program")
    page.emulate_media(media="print")
    bodies = view.locator(".mg-ladder-body").all()
    assert len(bodies) == 17 and all(body.is_visible() for body in bodies)


def test_on_paper_the_run_stands_below_what_is_new(open_widget):
    page, view = open_widget("Ladder", rung="train3")
    printed = view.locator(".mg-ladder-printed")
    assert not printed.is_visible()
    page.emulate_media(media="print")
    words = printed.inner_text()
    assert "The run of train3" in words and "first losses" in words and "32,033 names" in words
    assert printed.get_by_role("slider", name="The recorded losses").is_visible()
    assert "arrow keys" not in words
    page.emulate_media(media="screen")
    pick(view, "its run")
    page.emulate_media(media="print")
    assert not printed.is_visible()
