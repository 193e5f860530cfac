"""The book on paper, as far as no browser is needed: which pages, where links lead, the answers, the contents."""

import json
import re
import sys

import pytest
from reference import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from paper import answers, document, links, order, outline
from paper.stills import Still

from microgpt.widgets.program.items import load_items

TOC = (ROOT / "_toc.yml").read_text("utf-8")
PAGES = order.pages(TOC)
HTML = "file:///books/html/"
WEB = "https://example.org/course/"


def stills():
    one, two, three = PAGES[0], *order.named(PAGES, ["00", "01"])
    heads = [
        {"id": f"{two.id}--quiz", "title": "Quiz"},
        {"id": f"{two.id}--letter", "title": "A"},  # of a glossary: no contents names it
    ]
    return [
        Still(one, "How to", "<h1>How to</h1>", []),
        Still(two, 'Why "this"?', "<h1>Why</h1>", heads),
        Still(three, "Numbers & lists", "<h1>Numbers</h1>", []),
    ]


def test_the_pages_come_in_the_order_of_the_contents_and_all_chapters_are_there():
    files = [page.file for page in PAGES]
    named = re.findall(r"(?:file|root): (\S+)", TOC)
    assert files == [file for file in named if not order.is_left_out(file)]
    assert [file for file in files if file.startswith("notebooks/")] == [
        file for file in named if file.startswith("notebooks/")
    ]
    assert len({page.id for page in PAGES}) == len(PAGES)


def test_what_is_left_out_is_a_page_of_the_book():
    names = {file.rsplit("/", 1)[1] for file in re.findall(r"(?:file|root): (\S+)", TOC)}
    assert order.LEFT_OUT.keys() <= names
    assert all(order.LEFT_OUT.values())


def test_pages_are_named_as_people_name_them():
    assert [page.file for page in order.named(PAGES, ["glossary", "05"])] == [
        "notebooks/05_autograd",
        "book/glossary",
    ]
    for word in ("99", "gallery"):
        with pytest.raises(
            ValueError, match=f"No page on paper is called '{word}'. There are: how"
        ):
            order.named(PAGES, [word])


@pytest.mark.parametrize(
    "address, text, to",
    [
        ("notebooks/01_numbers.html", "chapter 01", {"to": "p-01_numbers"}),
        ("notebooks/01_numbers.html#quiz", "its quiz", {"to": "p-01_numbers--quiz"}),
        ("notebooks/01_numbers.html#caf%C3%A9", "a place", {"to": "p-01_numbers--café"}),
        ("notebooks/01_numbers.html#row=2&view=plain", "a state", {"to": "p-01_numbers"}),
        ("book/drills.html#x", "drills", {"href": f"{WEB}book/drills.html#x", "note": 1}),
        ("train5.py", "the program", {"href": f"{WEB}train5.py", "note": 1}),
    ],
)
def test_a_link_within_the_book_leads_there_or_to_the_web(address, text, to):
    assert links.plan([(HTML + address, text, True)], HTML, PAGES, WEB)[0] == [to]


def test_each_address_has_one_number_and_is_listed_once():
    found, notes = links.plan(
        [
            ("https://b.example/", "b", True),
            ("https://a.example/x", "a", True),
            ("https://b.example/", "b again", True),
            ("https://c.example/", "c.example", True),
            ("blob:null/1", "a file", True),
            ("javascript:void 0", "nothing", True),
        ],
        HTML,
        PAGES,
        WEB,
    )
    assert [one.get("note") for one in found] == [1, 2, 1, None, None, None]
    assert found[3] == {"href": "https://c.example/", "note": None} and found[4:] == [{}, {}]
    assert notes == ["https://b.example/", "https://a.example/x"]


def test_the_address_of_a_link_that_is_not_shown_is_not_listed():
    found, notes = links.plan(
        [("https://b.example/", "b", False), ("https://a.example/", "a", True)], HTML, PAGES, WEB
    )
    assert found[0] == {"href": "https://b.example/", "note": None}
    assert found[1]["note"] == 1 and notes == ["https://a.example/"]


def items():
    files = sorted((ROOT / "microgpt/widgets/quiz/items").glob("*.json"))
    for file in files:
        for kind, group in json.loads(file.read_text("utf-8")).items():
            if isinstance(group, list):
                yield from ((f"{file.stem} {kind}", item) for item in group)


def test_every_question_of_the_course_has_its_answer():
    asked = [(where, item) for where, item in items() if answers.question(item)]
    assert len(asked) > 100
    for where, item in asked:
        said = answers.answer(item)
        right = [option["text"] for option in item.get("options", []) if option.get("right")]
        assert all(answers.rich(text) in said for text in right), where
        assert len(said) > 40, where


def test_a_number_is_said_with_its_unit_and_nothing_is_taken_for_html():
    number = {"answer": -4192, "unit": "parameters", "explanation": "As `a < b`."}
    assert answers.answer(number) == (
        "<p><b>\N{MINUS SIGN}4,192 parameters</b>. As <code>a &lt; b</code>.</p>"
    )
    assert answers.answer({"answer": 2, "unit": ""}) == "<p><b>2</b>.</p>"
    assert answers.section("p", []) == ""


def test_an_answer_begins_with_the_letter_of_its_option():
    content = {"options": [{"text": "one"}, {"text": "`two`", "right": True}], "explanation": "So."}
    assert answers.answer(content) == "<p><b>B: <code>two</code></b>. So.</p>"


def test_an_answer_names_the_page_of_its_question():
    made = answers.section("p-05", [("p-05--place-1", "p-05--why", "Why?", "<p>So.</p>")])
    assert 'data-from="p-05--place-1-from" data-page="p-05--why"' in made
    assert '<a href="#p-05--place-1-from"></a>' in document.counted(made)


def test_a_link_to_what_is_left_out_leads_to_its_page():
    still = Still(PAGES[0], "", "", [], left=["p-how_to_use--colab"])
    html = '<a href="#p-how_to_use--colab"></a><i data-page="p-how_to_use--colab"></i>'
    assert document.lead_home(html, still) == (
        '<a href="#p-how_to_use"></a><i data-page="p-how_to_use"></i>'
    )


def test_a_line_that_is_asked_for_is_named():
    for item in load_items().values():
        said = answers.answer(item)
        found = re.findall(r"<b>Line (\d+):</b> <code>(.*?)</code>", said)
        assert found and said.endswith(f"{answers.rich(item['explanation'])}</p>"), item["id"]
    assert "<b>Line 196:</b> <code>print(f&quot;sample" in answers.answer(load_items()["00-a"])


def test_the_contents_names_parts_chapters_and_sections():
    made = document.contents(stills())
    words = re.findall(r"<h2>(.*?)</h2>|<span>(.*?)</span>", made)
    assert [part or text for part, text in words] == [
        "Start",
        "How to",
        "Part I: the mathematics, from nothing",
        "00  Why &quot;this&quot;?",
        "Quiz",
        "01  Numbers &amp; lists",
    ]
    assert re.findall(r'data-page="(.*?)"', made) == re.findall(r'href="#(.*?)"', made)


def test_the_outline_has_the_same_with_each_chapter_below_its_part():
    found = outline.entries(stills(), document.name_of)
    assert [(level, title) for level, title, id_ in found] == [
        (0, "Start"),
        (1, "How to"),
        (0, "Part I: the mathematics, from nothing"),
        (1, '00  Why "this"?'),
        (2, "Quiz"),
        (1, "01  Numbers & lists"),
    ]
    assert found[2][2] == found[3][2] == "p-00_why"


def test_a_title_in_the_head_of_a_page_keeps_its_quotes():
    assert document.name_page(stills()[1]) == (
        '@page p-00_why { @top-left { content: "00  Why \\"this\\"?" } }\n'
    )


@pytest.mark.parametrize("name", ["paper.css", "sheet.css", "one_page.css"])
def test_what_a_sheet_says_of_its_own_printing_is_not_taken_over(name, tmp_path):
    folder = ROOT / "book/theme"
    text = (folder / name).read_text("utf-8")
    kept, *left = document.PRINTING.split(text)
    assert left and "{" in "".join(left)
    core = ROOT / "microgpt/widgets/mg/core.css"
    still = Still(PAGES[0], "", "", [], [], [folder / "course.css", core, folder / name])
    assert document.styles_of([still, still]) == (
        [core, folder / "course.css"],
        [folder / name],
    )
    made = document.make([still], "", "")
    assert made.split("<style>")[1].split("</style>")[0] == kept
