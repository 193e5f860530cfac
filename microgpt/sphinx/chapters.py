"""What the book adds to a chapter: the line above its title, and the look of its exercises."""

import re
from urllib.parse import urlencode

from docutils import nodes

from .. import course

EXERCISE = re.compile(r"^Exercise \d+\.\d+ \(Build\)")


def chapter_of(docname):
    """The course's chapter that a page holds, or None."""
    slug = docname.removeprefix("notebooks/")
    return next((chapter for chapter in course.CHAPTERS if chapter.slug == slug), None)


def launch_links(config, docname):
    """{name: address} of the services that run this page's notebook; none in an edition for students."""
    options = config.html_theme_options
    buttons = options.get("launch_buttons", {})
    if "colab_url" not in buttons:
        return {}
    repository = options["repository_url"].removeprefix("https://github.com/")
    branch = options["repository_branch"]
    lab = urlencode({"urlpath": f"lab/tree/{docname}.ipynb"})
    return {
        "Colab": f"{buttons['colab_url']}/github/{repository}/blob/{branch}/{docname}.ipynb",
        "Binder": f"{buttons['binderhub_url']}/v2/gh/{repository}/{branch}?{lab}",
    }


def mark_exercises(app, doctree):
    """Give each Build exercise its look."""
    if chapter_of(app.env.docname) is None:
        return
    for section in doctree.findall(nodes.section):
        if EXERCISE.match(section.next_node(nodes.title).astext()):
            section["classes"].append("course-exercise")


def name_the_chapter(app, pagename, templatename, context, doctree):
    """Put the part and the number of the chapter above its title."""
    chapter = chapter_of(pagename)
    if chapter and "body" in context:
        where = f"Part {chapter.part} &middot; Chapter {chapter.label}"
        kicker = f'<p class="course-kicker" data-chapter="{chapter.label}">{where}</p>'
        context["body"] = context["body"].replace("<h1>", kicker + "<h1>", 1)


def setup(app):
    app.connect("doctree-read", mark_exercises)
    app.connect("html-page-context", name_the_chapter)
