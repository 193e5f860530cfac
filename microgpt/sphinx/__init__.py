"""The Sphinx side of the book: widgets and figures in static pages.

It is named under `extensions` in `_config.yml`.
"""

import zlib
from pathlib import Path

from sphinxcontrib import katex

from ..widgets.stored import MIME
from . import cells, chapters, glossary, loading
from .api import ApiDirective
from .directive import WidgetDirective
from .gallery import GalleryDirective
from .plot import PlotDirective


def fingerprint():
    """A number that changes with the package: pages keep widgets' summaries, so they are read again when it does."""
    package = Path(__file__).parent.parent
    sources = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".json", ".txt"})
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
    # A stored widget comes before its sentence.
    app.config.nb_mime_priority_overrides = [("html", MIME, 0)]
    app.add_directive("widget", WidgetDirective)
    app.add_directive("gallery", GalleryDirective)
    app.add_directive("plot", PlotDirective)
    app.add_directive("api", ApiDirective)
    loading.setup(app)
    chapters.setup(app)
    cells.setup(app)
    glossary.setup(app)
    return {"env_version": fingerprint(), "parallel_read_safe": True, "parallel_write_safe": True}
