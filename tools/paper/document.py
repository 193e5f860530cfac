"""One document of all the stills, with a title page and a contents; it is printed as it stands."""

import re
from html import escape
from pathlib import Path

# Each page of the paper: its number in the foot, and room for a name in the head. The first has neither.
MARGINS = """
@page {
  size: A4;
  margin: 24mm 20mm 22mm;
  font: 400 9pt/1 sans-serif;
  color: #555;
  @top-left { vertical-align: bottom; padding-bottom: 6mm; content: "" }
  @bottom-right { vertical-align: top; padding-top: 6mm; content: counter(page) }
}
@page paper-title { @bottom-right { content: "" } }
"""
SHARED = ("book.css", "course.css")
SHEET = Path(__file__).with_name("paper.css")
# Where a sheet that a page brings for itself begins to speak of its own printing, and of all that is printed with it.
PRINTING = re.compile("@page|@media print")


def make(stills, title, front):
    """The HTML of the document; `front` is what stands on the title page below the title."""
    shared, own = styles_of(stills)
    links = "".join(f'<link rel="stylesheet" href="{path.as_uri()}">' for path in shared)
    inline = "".join(PRINTING.split(path.read_text("utf-8"))[0] for path in own)
    named = "".join(name_page(still) for still in stills)
    articles = "".join(article(still) for still in stills)
    for still in stills:
        articles = lead_home(articles, still)
    return f"""<!doctype html>
<html lang="en" data-theme="light" data-mode="light">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
{links}
<style>{inline}</style>
<link rel="stylesheet" href="{SHEET.as_uri()}">
<style>{MARGINS}{named}</style>
</head>
<body>
<div class="bd-container"><div class="bd-container__inner bd-page-width">
<main class="bd-main"><div class="bd-content"><div class="bd-article-container">
<article class="bd-article paper-title"><h1>{escape(title)}</h1>{front}</article>
<article class="bd-article paper-contents" id="contents"><h1>Contents</h1>{contents(stills)}</article>
{articles}
</div></div></main>
</div></div>
{counted(articles)}
</body>
</html>"""


def styles_of(stills):
    """The styles of the book and its widgets, each once, the book's last; and those that single pages bring."""
    found = list(dict.fromkeys(path for still in stills for path in still.styles))
    found.sort(key=lambda path: path.name == "course.css")
    shared = [path for path in found if path.name in SHARED or "mg" in path.parts]
    return shared, [path for path in found if path not in shared]


def name_of(still):
    """What the head of its pages says: a chapter's number and its title."""
    number = re.match(r"p-(\d\d)_", still.page.id)
    return f"{number[1]}  {still.title}" if number else still.title


def name_page(still):
    """The rule that puts the chapter's name into the head of its pages."""
    text = name_of(still).replace("\\", "\\\\").replace('"', '\\"')
    return f'@page {still.page.id} {{ @top-left {{ content: "{text}" }} }}\n'


def article(still):
    return (
        f'<article class="bd-article paper-page" id="{still.page.id}" style="page: {still.page.id}">'
        f"{still.html}</article>\n"
    )


def lead_home(html, still):
    """Links to what a page has on a screen alone lead to the page."""
    for id_ in still.left:
        for start in ('href="#', 'data-page="'):
            html = html.replace(f'{start}{id_}"', f'{start}{still.page.id}"')
    return html


def counted(html):
    """Links that nobody sees: the browser tells on which page a place is only where a link leads there."""
    places = re.findall('data-from="(.*?)"', html)
    links = "".join(f'<a href="#{one}"></a>' for one in places)
    return f"<nav hidden>{links}</nav>"


def contents(stills):
    """The parts, their chapters and the sections of these, each with its page, which is filled in once it is known."""
    lines, part = [], None
    for still in stills:
        if still.page.part != part:
            part = still.page.part
            lines.append(f"<h2>{escape(part)}</h2>")
        lines.append(line("chapter", still.page.id, name_of(still)))
        lines += [line("section", head["id"], head["title"]) for head in still.named_heads]
    return "".join(lines)


def line(kind, id_, text):
    return (
        f'<p class="paper-{kind}"><a href="#{id_}"><span>{escape(text)}</span> '
        f'<span data-page="{id_}"></span></a></p>'
    )
