"""The map of the program, find the line and the map of the course, in a browser."""

from fit import assert_fits

from microgpt import course


def test_program_map_with_the_mouse(open_widget):
    page, view = open_widget("ProgramMap", chapter=1)
    assert "1 of 16 regions is yours after chapter 01" in view.inner_text()
    view.get_by_role("button", name="softmax").click()
    assert (
        "def softmax(logits):" in view.inner_text()
        and "Later: chapter 07, Attention." in view.inner_text()
    )
    picture = view.locator("svg .mg-program-region")
    assert picture.count() == len(course.REGIONS)
    picture.nth(7).locator("rect").click()  # the 8th region of the program
    assert (
        "One dot product per row of the matrix." in view.inner_text()
        and "def softmax" not in view.inner_text()
    )
    link = view.get_by_role("link")
    assert link.inner_text() == "chapter 01, Numbers all the way down"
    assert link.get_attribute("href") == "../notebooks/01_numbers.html"
    picture.nth(7).locator("rect").click()
    assert view.locator("pre").count() == 0


def test_program_map_with_keys_only(open_widget):
    page, view = open_widget("ProgramMap")
    page.keyboard.press("Tab")
    for key in ("End", "ArrowUp", "PageUp", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent").startswith("linear")
    assert view.get_by_role("button", expanded=True).count() == 1
    assert "def linear(x, w):" in view.inner_text() and "Later: chapter 01" in view.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Reset"
    page.keyboard.press("Enter")
    assert view.locator("pre").count() == 0


def test_program_map_copies_and_narrow_pages(open_widget):
    page, first = open_widget("ProgramMap", copies=2, width=320, chapter=11, region="parameters")
    first.get_by_role("button", name="gpt").click()
    assert (
        "def gpt" in first.inner_text()
        and "def matrix" in page.locator(".mg-view").nth(1).inner_text()
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_find_the_line_with_the_mouse(open_widget):
    page, view = open_widget("FindTheLine", item="01-a", copies=2)
    view.get_by_role("button", name="mean_square =").click()
    assert "Not this line. This is a dot product too: of x" in view.inner_text()
    view.get_by_role("button", name="w_i * x_i").click()
    assert (
        "Right. The inner part" in view.inner_text()
        and "Found after 1 other line." in view.inner_text()
    )
    view.get_by_role("button", name="total =").click(
        force=True
    )  # after the right line it is disabled
    assert "Found after 1 other line." in view.inner_text()
    assert "No line tried yet." in page.locator(".mg-view").nth(1).inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "No line tried yet." in view.inner_text() and "Right." not in view.inner_text()


def test_find_the_line_with_keys_only(open_widget):
    page, view = open_widget("FindTheLine", item="00-a", width=320)
    for key in ("Tab", "Enter", "End", "Enter"):
        page.keyboard.press(key)
    assert (
        "Not this line." in view.inner_text() and "Found after 1 other line." in view.inner_text()
    )
    assert view.get_by_role("status").text_content().startswith("Line 196: right.")
    assert_fits(page)


def test_course_map_links_only_to_what_exists(open_widget):
    page, view = open_widget("CourseMap", ready=[0, 1], width=320)
    links = view.get_by_role("link").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert links == ["../notebooks/00_why.html", "../notebooks/01_numbers.html"]
    assert view.get_by_text("to come").count() == len(course.CHAPTERS) - 2
    for chapter in course.CHAPTERS:
        assert chapter.title in view.inner_text() and chapter.line in view.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_course_map_shows_what_is_kept(open_widget):
    page, view = open_widget("CourseMap")
    keep = """(text) => {
        localStorage.setItem("microgpt:quiz:01-a", text);
        dispatchEvent(new StorageEvent("storage", { key: "microgpt:quiz:01-a" }));
    }"""
    page.evaluate(keep, '{"v": 1, "value": {"tried": [1]}}')
    assert view.get_by_text("1 answer kept").count() == 1
    page.evaluate(keep, '{"v": 1, "value":')
    assert "kept" not in view.inner_text()
