"""Find a browser for the tests, or install one; or fail with a sentence that says how to get one.

    python tools/browser.py            makes sure that Chromium can be started (part of `make test`)

MICROGPT_CHROMIUM and MICROGPT_FIREFOX name a program of your own.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

NAMES = {
    "chromium": ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    "firefox": ["firefox-esr", "firefox"],
}
# What a browser does on its own account would reach for the network; the tests count every request.
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HELP = """No Chromium was found and none could be installed.
Do one of these, then run the command again:
  sudo apt-get install chromium                 (Debian, Ubuntu)
  .venv/bin/playwright install chromium         (Playwright's own copy)
  export MICROGPT_CHROMIUM=/path/to/chromium    (one that you have)"""


def own(playwright, kind="chromium"):
    """The path of Playwright's own copy of a browser, or None."""
    path = getattr(playwright, kind).executable_path
    return path if os.path.exists(path) else None


def find(kind="chromium"):
    """The path of a browser on this machine, or None."""
    named = os.environ.get(f"MICROGPT_{kind.upper()}")
    return named or next((path for path in map(shutil.which, NAMES[kind]) if path), None)


def install():
    """Try Playwright's download, then (as root) Debian's package. Output is shown only by the last that is tried."""
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        capture_output=True,
        timeout=600,
    )
    with sync_playwright() as playwright:
        if own(playwright):
            return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], stdout=subprocess.DEVNULL)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "chromium"],
            stdout=subprocess.DEVNULL,
            env=environment,
        )


def ready():
    """Whether Chromium can be had without installing anything."""
    with sync_playwright() as playwright:
        return bool(find() or own(playwright))


if __name__ == "__main__":
    if not ready():
        print("No Chromium here: installing one for the tests.", flush=True)
        install()
    if not ready():
        sys.exit(HELP)
