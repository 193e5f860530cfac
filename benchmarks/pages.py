"""What the built pages cost a reader: python -m benchmarks.pages [PAGE...], after `make book`

For each page: what a first visit brings over the wire, compressed, and in how many files; how long it takes until the
first widget can be used, and until all can. That on this machine, and as on a slow phone: 1.6 Mbit/s, 150 ms to each
answer, a processor four times slower. Times are the median of a few visits, each with nothing kept from before.
"""

import argparse
import functools
import http.server
import json
import statistics
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from browser import CHROMIUM_ARGS, HELP, find, own
from weights import PACKED, packed

BOOK = Path(__file__).resolve().parent.parent / "_build/html"
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 200_000,
}
LOOK = """() => {
  const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const alive = performance.getEntriesByName("microgpt-alive").map((mark) => mark.startTime);
  return {
    bytes: files.reduce((sum, file) => sum + file.encodedBodySize, 0),
    files: files.length,
    first: alive[0] ?? null,
    all: alive.at(-1) ?? null,
  };
}"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the book compressed, as the web servers of project pages do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        data = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix not in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass  # the browser has seen enough


def visit(browser, url, slow):
    """One visit with nothing kept: {bytes, files, first, all}."""
    context = browser.new_context(viewport={"width": 390 if slow else 1280, "height": 844})
    page = context.new_page()
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("!document.querySelector('.mg-view:not([data-alive])')")
    seen = page.evaluate(LOOK)
    context.close()
    return seen


def measure(browser, url, rounds):
    """{bytes, files, and the medians in ms: first, all, slow first, slow all}; None where a page has no widget."""
    fast, slow = ([visit(browser, url, slow) for _ in range(rounds)] for slow in (False, True))

    def median(visits, name):
        times = [seen[name] for seen in visits]
        return None if None in times else round(statistics.median(times))

    return {
        "bytes": fast[0]["bytes"],
        "files": fast[0]["files"],
        "first": median(fast, "first"),
        "all": median(fast, "all"),
        "slow first": median(slow, "first"),
        "slow all": median(slow, "all"),
    }


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description=__doc__.split("\n")[0]
    )
    parser.add_argument("pages", nargs="*", help="paths below _build/html (default: all)")
    parser.add_argument("--rounds", type=int, default=5, help="visits of each kind (default 5)")
    parser.add_argument("--json", type=Path, help="also write the numbers to this file")
    args = parser.parse_args()
    found = sorted(
        path for folder in ("book", "notebooks") for path in (BOOK / folder).rglob("*.html")
    )
    pages = args.pages or [path.relative_to(BOOK).as_posix() for path in found]
    handler = functools.partial(Handler, directory=str(BOOK))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    results = {}
    with sync_playwright() as playwright:
        path = find() or own(playwright) or sys.exit(HELP)
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        for page in pages:
            url = f"http://127.0.0.1:{server.server_port}/{page}"
            results[page] = one = measure(browser, url, args.rounds)
            print(
                f"{page:32} {one['bytes'] / 1000:6.1f} KB {one['files']:3d} files   first widget {one['first']} ms, "
                f"all {one['all']} ms   slow: {one['slow first']} ms, {one['slow all']} ms",
                flush=True,
            )
        browser.close()
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
