"""The refresher as a page: what code comes to stands close below it, and the answers are folded."""

import pytest

pytestmark = pytest.mark.page("book/refresher.html")


def test_a_result_stands_right_below_its_code(open_page, site):
    tab = open_page(site + "book/refresher.html")
    results = tab.locator("div.highlight-python + div.highlight-text:visible").all()
    assert len(results) == tab.locator("h3").count()
    for result in results:
        gap = result.evaluate(
            "(one) => one.getBoundingClientRect().top"
            " - one.previousElementSibling.getBoundingClientRect().bottom"
        )
        assert abs(gap) < 2


def test_an_answer_opens_by_keyboard(open_page, site):
    tab = open_page(site + "book/refresher.html")
    fold = tab.locator(".bd-article details").first
    answer = fold.locator(".highlight-python")
    assert not answer.is_visible()
    fold.locator("summary").press("Enter")
    answer.wait_for(state="visible")
