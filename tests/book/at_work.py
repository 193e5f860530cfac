"""Who works for a page. The browser says so a moment after the page has asked for a worker, or ended one."""


def assert_somebody_works(page):
    assert waited(page, lambda: page.workers), "nobody works"


def assert_nobody_works(page):
    assert waited(page, lambda: not page.workers), f"still at work: {page.workers}"


def waited(page, condition):
    """Whether the condition comes true within five seconds."""
    for _ in range(50):
        if condition():
            return True
        page.wait_for_timeout(100)
    return False
