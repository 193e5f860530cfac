"""The check of a whole program says in the page what it says anywhere."""

import pytest
from in_page import in_browser
from pages import BOOK, ROOT

from microgpt.check.program import check_program

BY_HAND = (ROOT / "tests/unit/programs/slopes_by_hand.py").read_text("utf-8")
PLAIN = (ROOT / "ladder/train5.py").read_text("utf-8")
PROGRAMS = {
    "right": (BY_HAND, 12, "my_microgpt.py: done."),
    "wrong": (BY_HAND.replace("wq, wk, wv, wo =", "wk, wq, wv, wo ="), 12, "key, query, value"),
    "plain": (PLAIN.replace("child.grad +=", "child.grad ="), 4, "write += where backward"),
    "broken": (PLAIN.replace('["wte"][', '["wt"]['), 4, "KeyError: 'wt'"),
    "text": ("step 1 loss 3.4632\nstep 2 loss 3.2503", 2, "my_microgpt.py: done."),
}
RUN = "from microgpt.check.program import check_program\ncheck_program({source!r}, {steps})"
BLOCK = """from microgpt.check.program import checked
with checked(2):
    for step, loss in enumerate([3.4632, 3.2503, 0.0]):
        print(step, loss)"""


@pytest.fixture(scope="module")
def page_python(browser):
    """run(source) -> what it prints."""
    page = browser.new_page()
    page.goto((BOOK / "notebooks/01_numbers.html").as_uri())
    yield lambda source: in_browser(page.evaluate).run("short", source)
    page.close()


@pytest.mark.weekly
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_is_judged_as_anywhere(name, page_python, capsys):
    source, steps, words = PROGRAMS[name]
    there = page_python(RUN.format(source=source, steps=steps))
    check_program(source, steps)
    assert there.strip() == capsys.readouterr().out.strip()
    assert words in there


@pytest.mark.weekly
def test_a_block_is_left_in_the_page_too(page_python):
    there = page_python(BLOCK)
    assert "2 0.0" not in there and there.strip().endswith("my_microgpt.py: done.")
