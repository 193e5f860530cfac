"""What every widget gets from the figure around it."""


def test_two_copies_do_not_interact(open_widget):
    page, first = open_widget("DotProduct", copies=2)
    first.get_by_label("a 1", exact=True).press("End")
    assert "= 7.5" in first.inner_text()
    assert "= 3.5" in page.locator(".mg-view").nth(1).inner_text()


def test_reset_restores(open_widget):
    page, view = open_widget("DotProduct", a=[1, 1, 1], b=[1, 1, 1])
    view.get_by_label("b 2", exact=True).press("Home")
    assert "= −1" in view.inner_text()
    view.get_by_role("button", name="Reset").click()
    assert "= 3" in view.inner_text()
