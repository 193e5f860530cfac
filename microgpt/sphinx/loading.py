"""Gives each page that is written what its widgets need: their state, scripts and styles."""

from . import bundles, pages
from .static import write_static


def load_core(app):
    """Write what is the same for all pages."""
    write_static(app, "mg/core.js", bundles.core_script())
    write_static(app, "mg/core.css", bundles.core_style())
    app.add_css_file("mg/core.css")


def load_widgets(app, pagename, templatename, context, doctree):
    """Write what is the page's own, and let it load that and the core."""
    state = pages.kept(app.env, pagename)
    if not state:
        return
    names = list(dict.fromkeys(model["module"] for model in state.values()))
    own = {bundles.FIRST: f"mg/pages/{pagename}.first.js", bundles.OWN: f"mg/pages/{pagename}.js"}
    app.add_js_file(None, id="mg-state", type="application/json", body=pages.as_script(state))
    first = {"loading_method": "defer", "fetchpriority": "high"}
    app.add_js_file("mg/core.js", priority=600, **first)
    for name, text in bundles.page_scripts(names).items():
        file = own.get(name, f"mg/{name}")
        write_static(app, file, text)
        app.add_js_file(file, priority=700, **first, **{"data-mg": ""})
    if style := bundles.own_style(names):
        write_static(app, f"mg/pages/{pagename}.css", style)
        app.add_css_file(f"mg/pages/{pagename}.css", priority=600)  # before course.css


def setup(app):
    app.connect("builder-inited", load_core)
    app.connect("html-page-context", load_widgets)
