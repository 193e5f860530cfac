"""Whether a page fits a small screen, and its targets a finger."""

TARGETS = """button, summary, textarea, input:not([type=radio], [type=checkbox]), label:has([type=radio]),
    [role=slider], [role=gridcell][tabindex]"""
TOO_SMALL = """(targets) => Array.from(document.querySelectorAll(targets))
    .map((one) => ({ one, box: (one.querySelector(".mg-target") ?? one).getBoundingClientRect() }))
    .filter(({ box }) => box.width && (box.width < 24 || box.height < 24))
    .map(({ one, box }) => `${box.width} x ${box.height}: ${one.outerHTML.slice(0, 120)}`)"""


def assert_fits(page, width=320):
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"the page is {wide} px wide"
    small = page.evaluate(TOO_SMALL, TARGETS)
    assert not small, "\n".join(small)
