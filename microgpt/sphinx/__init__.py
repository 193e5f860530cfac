"""The Sphinx side of the book: widgets and figures in static pages.

It is named under `extensions` in `_config.yml`.
"""

import zlib
from pathlib import Path

from sphinxcontrib import katex

from ..widgets import modules
from ..widgets.stored import MIME
from . import chapters
from .directive import WidgetDirective
from .gallery import GalleryDirective
from .plot import PlotDirective

STATIC = Path(__file__).parent / "static"


def write_static(app):
    """Write the widgets' classic scripts and styles where Sphinx picks up static files."""
    out = Path(app.doctreedir).parent / "microgpt_static"
    for path in sorted(modules.ROOT.rglob("*.js")):
        target = out / "mg" / modules.key(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.name == "registry.js":
            target.write_text(modules.page_registry(), "utf-8")
        else:
            target.write_text(modules.script(path), "utf-8")
    (out / "mg/host.js").write_text((STATIC / "host.js").read_text("utf-8"), "utf-8")
    (out / "mg/widgets.css").write_text(
        "".join(path.read_text("utf-8") for path in modules.all_styles()), "utf-8"
    )
    app.config.html_static_path.append(str(out))
    app.add_css_file("mg/widgets.css")


def fingerprint():
    """A number that changes with the package: pages keep widgets' texts, so they are read again when it does."""
    package = Path(__file__).parent.parent
    sources = sorted(
        path for path in package.rglob("*") if path.suffix in {".py", ".js", ".json", ".txt"}
    )
    return zlib.crc32(b"".join(path.read_bytes() for path in sources))


def wait_for_katex():
    """On a busy machine KaTeX's server is slow to start, and its Unix socket is there a moment before it answers.

    The network socket of the same server is tried until it answers; a formula may take its time.
    """
    katex.KaTeXServer.start_server_process = katex.KaTeXServer.start_network_socket
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = 60.0  # seconds


def setup(app):
    wait_for_katex()
    app.config.nb_render_plugin = "microgpt"
    app.config.nb_mime_priority_overrides = [
        ("html", MIME, 0)
    ]  # a stored widget before its sentence
    app.add_directive("widget", WidgetDirective)
    app.add_directive("gallery", GalleryDirective)
    app.add_directive("plot", PlotDirective)
    app.connect("builder-inited", write_static)
    chapters.setup(app)
    return {"env_version": fingerprint(), "parallel_read_safe": True, "parallel_write_safe": True}
