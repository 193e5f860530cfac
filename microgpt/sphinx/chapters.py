"""What the book adds to a chapter: the line above its title, and how to solve its exercises."""

import re
from html import escape
from urllib.parse import urlencode

from docutils import nodes

from .. import course

EXERCISE = re.compile(r"^Exercise \d+\.\d+ \(Build\)")


def chapter_of(docname):
    """The course's chapter that a page holds, or None."""
    slug = docname.removeprefix("notebooks/")
    return next((chapter for chapter in course.CHAPTERS if chapter.slug == slug), None)


def launch_links(config, docname):
    """{name: address} of the services that run this page's notebook."""
    options = config.html_theme_options
    buttons = options["launch_buttons"]
    repository = options["repository_url"].removeprefix("https://github.com/")
    branch = options["repository_branch"]
    lab = urlencode({"urlpath": f"lab/tree/{docname}.ipynb"})
    return {
        "Colab": f"{buttons['colab_url']}/github/{repository}/blob/{branch}/{docname}.ipynb",
        "Binder": f"{buttons['binderhub_url']}/v2/gh/{repository}/{branch}?{lab}",
    }


def explain_exercises(app, doctree):
    """Say at each Build exercise how it is done: a static page has no Python."""
    docname = app.env.docname
    if chapter_of(docname) is None:
        return
    places = {name: escape(url) for name, url in launch_links(app.config, docname).items()}
    links = ", ".join(f'<a href="{url}">{name}</a>' for name, url in places.items())
    own = '<a href="../book/how_to_use.html">on your own computer</a>'
    line = f'<p class="course-here">Solve it in a notebook: {links}, or {own}.</p>'
    for section in doctree.findall(nodes.section):
        if EXERCISE.match(section.next_node(nodes.title).astext()):
            section["classes"].append("course-exercise")
            section.insert(2, nodes.raw(text=line, format="html"))  # after the title and the goal


def name_the_chapter(app, pagename, templatename, context, doctree):
    """Put the part and the number of the chapter above its title."""
    chapter = chapter_of(pagename)
    if chapter and "body" in context:
        where = f"Part {chapter.part} &middot; Chapter {chapter.label}"
        kicker = f'<p class="course-kicker" data-chapter="{chapter.label}">{where}</p>'
        context["body"] = context["body"].replace("<h1>", kicker + "<h1>", 1)


def setup(app):
    app.connect("doctree-read", explain_exercises)
    app.connect("html-page-context", name_the_chapter)
