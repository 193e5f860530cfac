"""The book on paper, printed: its pages, its outline, its links, and that nothing runs over a page's edge.

Whoever names this file prints a chapter and two pages beside it; the weekly run the whole book.
"""

import re
import sys
from pathlib import Path

import pytest
from conftest import BOOK, ROOT
from everything import EVERYTHING
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject, TextStringObject

sys.path.insert(0, str(ROOT / "tools"))

import pdf
import printed
from paper import order, stills

pytestmark = [pytest.mark.page("notebooks/00_why.html"), pytest.mark.weekly]
PAGES = order.pages((ROOT / "_toc.yml").read_text("utf-8"))
SOME = (
    PAGES if EVERYTHING else order.named(PAGES, ["how_to_use", "00", "misconceptions", "history"])
)
A4 = (595, 842)  # points
MARGIN = 55  # points, a little less than document.py has

# Texts and pictures that reach beyond the paper, and boxes that hide a part of what they hold.
BEYOND = """(width) => {
  const all = [...document.querySelectorAll("article *")].filter((one) => one.checkVisibility());
  const named = (one) => `${one.closest("article").id} ${one.tagName}: ${one.textContent.trim().slice(0, 40)}`;
  const holds = (one) => /^(svg|IMG|PRE|TABLE|FIGURE)$/.test(one.tagName)
    || [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  const hidden = (one) => one.closest("svg *, .katex-mathml, .mg-hidden, [aria-hidden='true'] svg");
  return all.filter((one) => holds(one) && !hidden(one)).filter((one) => {
    const { left, right, width: wide, height } = one.getBoundingClientRect();
    return wide > 2 && height > 2 && (left < -1 || right > width + 1);
  }).map(named).slice(0, 20);
}"""


# What would be cut in two although it fits on one page, and is not among what may be.
MAY = ".paper-parts, .paper-long, table:has(tr:nth-child(9))"
WHOLE = ".mg-view, .mg-figure, .paper-part, table, tr, .highlight, .katex-display, img"
PARTED = f"""(room) => [...document.querySelectorAll("{WHOLE}")]
  .filter((one) => !one.matches("{MAY}"))
  .filter((one) => !one.closest("table table, .katex-mathml") && one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < room)
  .filter((one) => {{
    for (let at = one; at; at = at.parentElement)
      if (getComputedStyle(at).breakInside === "avoid") return false;
    return true;
  }}).map((one) => `${{one.closest("article").id}} ${{one.tagName}} ${{one.className}}`)"""


class Watched:
    """A browser that remembers what its pages have asked for."""

    def __init__(self, browser):
        self.browser, self.asked = browser, []

    def new_context(self, **options):
        context = self.browser.new_context(**options)
        context.on("request", lambda request: self.asked.append(request.url))
        return context


@pytest.fixture(scope="module")
def made(browser, site, tmp_path_factory):
    """(the path of a PDF, what was asked for on the way)."""
    out = tmp_path_factory.mktemp("pdf") / "book.pdf"
    watched = Watched(browser)
    pdf.make(watched, BOOK, SOME, out)
    return out, watched.asked


@pytest.fixture(scope="module")
def reader(made):
    return PdfReader(made[0])


@pytest.fixture(scope="module")
def read(made):
    return printed.read(made[0])


@pytest.fixture(scope="module")
def texts(read):
    """What is written on each page, as [(x, y, text)], in points from the lower left corner."""
    return read[0]


def words(page):
    """What is written on a page, without its spaces: they are where the typesetter wanted them."""
    return "".join("".join(text.split()) for x, y, text in page)


def apart(page):
    """The same, a space between what was written apart: a number does not run into the next."""
    return " ".join(" ".join(text.split()) for x, y, text in page)


def strings(thing):
    """All texts of an object of the file."""
    if isinstance(thing, StreamObject):
        yield thing.get_data().decode("latin-1")
    if isinstance(thing, DictionaryObject):
        for one in thing.values():
            yield from strings(one)
    elif isinstance(thing, ArrayObject):
        for one in thing:
            yield from strings(one)
    elif isinstance(thing, (TextStringObject, bytes, str)):
        yield str(thing)


def test_it_is_made_of_files_of_this_machine_alone(made):
    assert made[1] and {url.split(":")[0] for url in made[1]} <= {"file", "data", "blob"}


def test_all_its_pages_are_a4_and_none_is_empty(reader, texts):
    assert len(reader.pages) > 3 * len(SOME)
    assert {tuple(map(round, page.mediabox[2:])) for page in reader.pages} == {A4}
    assert [n for n, page in enumerate(texts, 1) if len(page) < 3] == []


def test_no_address_of_this_machine_is_in_it(made, reader):
    assert b"file:" not in made[0].read_bytes()
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    inside = [text[:80] for one in objects for text in strings(one) if "file:" in text]
    assert inside == [] and str(ROOT) not in str(reader.metadata)


def test_its_numbers_and_names_stand_in_the_foot_and_the_head(texts):
    for n, page in enumerate(texts[1:], 2):
        foot = [text.strip() for x, y, text in page if y < MARGIN]
        assert foot == [str(n)], n
    named = [page for page in texts if any("00 Why" in " ".join(t.split()) for x, y, t in page)]
    assert len(named) > 5


def test_the_outline_leads_to_the_titles(reader, texts):
    def walk(entries, level=0):
        for one in entries:
            if isinstance(one, list):
                yield from walk(one, level + 1)
            else:
                yield level, one.title, reader.get_destination_page_number(one)

    found = list(walk(reader.outline))
    parts = list(dict.fromkeys(page.part for page in SOME))
    assert [title for level, title, page in found if level == 0] == parts
    chapters = [title for level, title, page in found if level == 1]
    assert len(chapters) == len(SOME) and any("Why does this matter?" in one for one in chapters)
    assert {"Quiz", "Answers"} <= {title for level, title, page in found if level == 2}
    for level, title, page in found:
        if level:
            name = title.split("  ")[-1]
            assert "".join(name.split()) in words(texts[page]), title


def test_no_title_stands_alone_at_the_end_of_a_page(reader, texts):
    titles = {"".join(one.split()) for one in titles_of(reader.outline)}
    assert "Quiz" in titles
    for n, page in enumerate(texts[1:], 2):
        inside = [(y, text) for x, y, text in page if y > MARGIN]
        low = min(y for y, text in inside)
        last = words([(0, y, text) for y, text in inside if y < low + 2])
        assert last not in titles, n


def titles_of(outline):
    for one in outline:
        yield from titles_of(one) if isinstance(one, list) else [one.title]


def test_the_contents_gives_the_pages_of_the_outline(reader, texts):
    contents = words(texts[1])
    for one in reader.outline[1]:
        if not isinstance(one, list):
            page = reader.get_destination_page_number(one) + 1
            assert f"{''.join(one.title.split())}{page}" in contents


def test_every_link_leads_somewhere(reader):
    places = reader.named_destinations
    links = [
        link.get_object()
        for page in reader.pages
        for link in page.get("/Annots", [])
        if link.get_object()["/Subtype"] == "/Link"
    ]
    inside = [link["/Dest"] for link in links if "/Dest" in link]
    outside = [link["/A"]["/URI"] for link in links if "/A" in link]
    assert len(inside) > 50 and len(outside) > 5 and len(inside) + len(outside) == len(links)
    assert [name for name in inside if name not in places] == []
    assert [address for address in outside if not address.startswith("https://")] == []


def test_no_text_stands_outside_of_the_margins(texts):
    outside = [
        (n, text)
        for n, page in enumerate(texts, 1)
        for x, y, text in page
        if not (MARGIN - 3 < x < A4[0] - MARGIN + 3 and 20 < y < A4[1] - 20)
    ]
    assert outside == []


def test_its_letters_are_as_large_as_they_should_be(read):
    """Where something is too wide, the browser makes all of it smaller."""
    sizes = read[1]
    wanted = 1.1 * 16 * pdf.SCALE * 72 / 96  # the book's 1.1rem
    assert abs(sizes.most_common(1)[0][0] - wanted) < 0.2, sizes.most_common(5)


def test_nothing_is_wider_than_the_paper_or_cut_in_two(made, browser):
    tab = browser.new_page(viewport={"width": pdf.WIDTH, "height": 1200})
    tab.emulate_media(media="print")
    tab.goto(made[0].with_suffix(".html").as_uri())
    tab.evaluate(stills.AT_REST)
    assert tab.evaluate(BEYOND, pdf.WIDTH) == []
    assert tab.evaluate(PARTED, 1060) == []
    tab.close()


def test_each_question_says_on_which_page_its_answer_stands(reader, texts):
    pages = {name: reader.get_destination_page_number(to) + 1 for name, to in places(reader)}
    said = [int(n) for page in texts for n in re.findall(r"Answer: ?page (\d+)", apart(page))]
    assert len(said) > 8 and sorted(said) == sorted(pages.values())


def places(reader):
    """The places of the answers that a link leads to."""
    found = reader.named_destinations.items()
    return [(name, to) for name, to in found if name.endswith("-answer")]


def test_a_link_names_the_page_it_leads_to_and_its_own_has_no_number(made, browser, reader):
    pages = {name.lstrip("/"): page for name, page in page_of(reader)}
    tab = browser.new_page()
    tab.emulate_media(media="print")
    tab.goto(made[0].with_suffix(".html").as_uri())
    marks = tab.evaluate("""() => [...document.querySelectorAll("[data-from]")]
      .map((one) => [one.id, one.dataset.page])""")
    tab.close()
    assert len(marks) > 8
    said = {(pages[id_], pages[to]) for id_, to in marks if id_ in pages}
    assert said and all(at != to for at, to in said)


def test_the_numbers_of_links_are_right(reader, texts):
    contents = words(texts[1])
    for n, page in enumerate(texts, 1):
        for number in re.findall(r"\(p\.(\d+)\)", words(page)):
            assert int(number) != n and 1 < int(number) <= len(texts)
    assert "000" not in contents


def page_of(reader):
    for name, to in reader.named_destinations.items():
        yield name, reader.get_destination_page_number(to) + 1


def test_what_only_works_on_a_screen_is_left_out(texts):
    said = "".join(words(page) for page in texts)
    assert "Thisisthecourseonpaper." in said and "Answer:page" in said
    assert "Yourprogressonthisdevice" not in said and "Everychapterhasamenu" not in said


def test_addresses_are_those_of_numbers_that_stand_in_the_text(made, browser):
    tab = browser.new_page()
    tab.goto(made[0].with_suffix(".html").as_uri())
    listed, marked = tab.evaluate("""() => [".paper-notes li", ".paper-mark a"].map((all) =>
      [...document.querySelectorAll(all)].map((one) => one.id || one.hash.slice(1)))""")
    tab.close()
    assert len(listed) > 5 and sorted(set(marked)) == sorted(listed)


def test_a_page_that_was_not_built_is_named(browser, tmp_path):
    with pytest.raises(stills.StillError, match=r"\.html is not there: `make book`"):
        pdf.make(browser, Path(tmp_path), SOME[:1], tmp_path / "book.pdf")
