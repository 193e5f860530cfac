"""The page that holds the whole course, a picture and two sentences for each idea: python tools/make_one_page.py

The cards are in tools/one_page/, a file for each part of the course. Each number in a picture or a sentence is computed
there, by the package or from its records. A test proves that book/one_page.md is what this writes.
"""

from pathlib import Path

from one_page import CARDS

PAGE = Path(__file__).parents[1] / "book" / "one_page.md"
HEAD = """<!-- Written by tools/make_one_page.py from tools/one_page: not for editing. -->

# The whole course on one page

<link rel="stylesheet" href="../_static/paper.css">
<link rel="stylesheet" href="../_static/one_page.css">

One picture and two sentences for each idea, in the order of the chapters. Is a card new to you? Its title leads to the
place that explains it. Do you know it? Look at the picture, and say it in two sentences of your own before you read
ours. Printed, the page is one sheet of A4, on both sides.

<ol class="one-page">
"""


def page():
    """The text of the page."""
    return HEAD + "".join(str(make()) for make in CARDS) + "</ol>\n"


if __name__ == "__main__":
    words = page()
    PAGE.write_text(words, encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: {len(words)} characters")
