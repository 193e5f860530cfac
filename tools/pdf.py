"""The whole book as one PDF: `make pdf`.

    python tools/pdf.py                         all of it, into _build/microgpt-course.pdf
    python tools/pdf.py --pages "05 glossary"   a part of it

Each page of the built book is opened in Chromium, at the width of the paper, and taken down as it stands: its widgets
in the state in which they open. One document of all pages is made of that, with a title page and a contents, and
printed. Nothing is asked of the network.

What is otherwise on paper than on a screen:

* Folds are open. Those with an answer are not: it stands at the end of the chapter, together with the answers to what
  its predictions, quizzes, tasks and prompts ask, and a line says on which page.
* A link to another site has a number, and the chapter's last section has the addresses. A link to another page of the
  book leads there, and names the page of the paper, unless it stands on that page. One to a page that is left out has
  the address on the web.
* What only works on a screen is left out: `paper/order.py` says which pages, and why. Of a page that stays, what has
  the class `not-on-paper`.

It is printed more than once: the first time says on which page everything is, the next has the numbers in it.
"""

import argparse
import io
import sys
import time
import tomllib
from datetime import date
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

import address
from browser import CHROMIUM_ARGS, HELP, chromium, install, ready
from paper import document, order, outline, stills

ROOT = Path(__file__).parents[1]
TITLE = "microgpt, from nothing"
SCALE = 0.75  # of what a screen shows: then a line has as many letters as there, and 9.9 points
ATTEMPTS = 5
WIDTH = round(170 / 25.4 * 96 / SCALE)  # A4 without its margins, as document.py has them
FRONT = """<p class="paper-line">A book in which you build a whole GPT: 200 lines of Python that learn how names are
spelled and invent new ones.</p>
<p>This is the book on paper. Its widgets stand still here, its code cells do not run, and nobody checks what you write.
In a browser all of that moves, with nothing to install: <a href="https://{web}/">{web}</a></p>
<p>The answers to all questions stand at the end of their chapter. What a link leads
to is named behind it: a page of this book as (p.&nbsp;7), an address as a small number, which the last section of the
chapter lists.</p>
<p class="paper-foot">Version {version}, {day}. Code: MIT. Text and pictures: CC BY 4.0.<br>
The algorithm is that of Andrej Karpathy's microgpt, February 2026.</p>"""


def say(text):
    print(text, flush=True)


def front(project):
    """What stands on the title page."""
    return FRONT.format(
        web=address.pages(project["urls"]["Repository"]),
        version=escape(project["version"]),
        day=date.today().isoformat(),
    )


def printed(tab):
    return tab.pdf(
        prefer_css_page_size=True, scale=SCALE, tagged=True, outline=False, print_background=True
    )


def fill_in(tab, pages):
    """Write the numbers of pages where they are asked for; the ids that have none. Behind a link, one is hidden where
    it is that of its own page, or not known."""
    return tab.evaluate(
        """(pages) => [...document.querySelectorAll("[data-page]")].flatMap((one) => {
          const { page, from } = one.dataset;
          const known = Object.keys(pages).length;
          one.textContent = pages[page] ?? "000";
          if (from && known) one.hidden ||= !pages[page] || pages[page] === pages[from];
          return pages[page] || from ? [] : [page];
        })""",
        pages,
    )


def numbered(tab):
    """The PDF, with the numbers of its pages. They take room, and may move what they count: it is printed until they
    do not."""
    fill_in(tab, {})
    found = None
    for attempt in range(1, ATTEMPTS + 1):
        say(f"  printing it, attempt {attempt}")
        data = printed(tab)
        now = outline.places(io.BytesIO(data))
        if found and now.items() <= found.items():
            return data
        found, missing = now, fill_in(tab, now)
        if missing:
            raise ValueError(f"no page is known of {', '.join(missing)}")
    raise ValueError("the numbers of the pages have moved what they count")


def dangling(tab):
    """The ids that links of the document lead to and that are not in it."""
    return tab.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id))"""
    )


def make(browser, html, pages, out):
    """Write the PDF of some Pages of the book built in the folder `html`. ValueError where it would not be whole."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    published = f"https://{address.pages(project['urls']['Repository'])}/"
    context = browser.new_context(viewport={"width": WIDTH, "height": 1200}, color_scheme="light")
    context.set_default_timeout(stills.PATIENCE)
    context.set_offline(True)
    tab, lost = context.new_page(), []
    tab.on("requestfailed", lambda request: lost.append(request.url))
    tab.emulate_media(media="print", reduced_motion="reduce")
    taken = []
    for page in pages:
        start = time.monotonic()
        taken.append(stills.take(tab, html, page, pages, published))
        say(f"  {page.file}: {time.monotonic() - start:.0f} s")
    file = out.with_suffix(".html")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(document.make(taken, TITLE, front(project)), "utf-8")
    tab.goto(file.as_uri())
    tab.evaluate(stills.AT_REST)
    missing = lost + dangling(tab)
    if missing:
        raise ValueError(f"this is not there: {', '.join(sorted(set(missing)))}")
    data = numbered(tab)
    about = {
        "/Title": TITLE,
        "/Author": project["authors"][0]["name"],
        "/Subject": project["description"],
    }
    outline.write(io.BytesIO(data), out, outline.entries(taken, document.name_of), about)
    context.close()


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--html", default=ROOT / "_build/html", type=Path, help="the built book")
    parser.add_argument("--out", default=ROOT / "_build/microgpt-course.pdf", type=Path)
    parser.add_argument("--pages", default="", help='such as "05 glossary" (default: all)')
    args = parser.parse_args(arguments)
    start = time.monotonic()
    try:
        pages = order.pages((ROOT / "_toc.yml").read_text("utf-8"))
        pages = order.named(pages, args.pages.split()) if args.pages else pages
        if not (ready("light") or ready("chromium")):
            install("light")
        with sync_playwright() as playwright:
            path = chromium(playwright) or sys.exit(HELP)
            browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
            make(browser, args.html.resolve(), pages, args.out.resolve())
            browser.close()
    except (ValueError, stills.StillError, OSError) as error:
        sys.exit(f"No PDF was made: {error}")
    size = args.out.stat().st_size / 1e6
    say(f"{args.out}: {size:.1f} MB in {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
