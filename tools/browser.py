"""Find the browsers that the tests look through, install what is missing, or say how to get it.

    python tools/browser.py      part of `make test`

Chromium has to be there. Firefox and WebKit, the engine of every browser on an iPhone, should be; where CI is true they
have to be too. MICROGPT_CHROMIUM, MICROGPT_FIREFOX and MICROGPT_WEBKIT name a program of your own; for WebKit it is the
driver.

The tests look through Chromium's headless shell where they can: the same engine without windows, so that a page costs
half as much. It is "light" here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAMS = {  # any one of these names
    "chromium": ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    "light": ["chromium-headless-shell"],
    "firefox": ["firefox-esr", "firefox"],
    "webkit": ["WebKitWebDriver"],
}
PACKAGES = {  # of Debian
    "chromium": ["chromium"],
    "light": ["chromium-headless-shell"],
    "firefox": ["firefox-esr"],
    "webkit": ["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"],
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
MISSING = {
    "chromium": HELP,
    "light": """Chromium's headless shell is not here. In the whole Chromium the tests of the book take twice as long.
To get it:
  sudo apt-get install chromium-headless-shell          (Debian)
  .venv/bin/playwright install --only-shell chromium    (Playwright's own copy)""",
    "firefox": """No Firefox was found. Get one, then run the command again:
  sudo apt-get install firefox-esr              (Debian)
  export MICROGPT_FIREFOX=/path/to/firefox      (one that you have)""",
    "webkit": """No WebKit was found. It needs Linux; get it, then run the command again:
  sudo apt-get install webkit2gtk-driver xvfb   (Debian, Ubuntu)""",
}
EVERYTHING = os.environ.get("CI") == "true"  # nothing may be skipped


def own(playwright, kind="chromium"):
    """The path of Playwright's own copy of a browser, or None."""
    path = Path(playwright.chromium.executable_path)
    if kind == "light":
        folder = next(one for one in path.parents if one.name.startswith("chromium"))
        shells = folder.with_name(folder.name.replace("chromium", "chromium_headless_shell"))
        path = next(shells.glob("*/chrome-headless-shell*"), shells / "none")
    return str(path) if path.exists() else None


def find(kind="chromium"):
    """The path of a browser on this machine, or None."""
    if kind == "webkit" and not shutil.which("Xvfb"):
        return None  # it has no mode without a screen, and is given one of its own
    named = os.environ.get(f"MICROGPT_{kind.replace('light', 'chromium').upper()}")
    return named or next((path for path in map(shutil.which, PROGRAMS[kind]) if path), None)


def chromium(playwright):
    """The path of the Chromium that the tests look through, the light one first, or None."""
    kinds = ("light", "chromium")
    return next((path for kind in kinds if (path := find(kind) or own(playwright, kind))), None)


def ready(kind="chromium"):
    """Whether a browser can be had without installing anything."""
    if find(kind):
        return True
    if kind not in DOWNLOADS:
        return False
    with sync_playwright() as playwright:
        return bool(own(playwright, kind))


def install(kind):
    """Try the ways there are for this browser. Debian's packages show their errors, a download does not."""
    for way in WAYS.get(kind, (packages,)):
        way(kind)
        if ready(kind):
            return


def download(kind):
    command = [sys.executable, "-m", "playwright", "install", *DOWNLOADS[kind]]
    subprocess.run(command, capture_output=True, timeout=600)


def packages(kind):
    become = administrator()
    if become is not None and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL}
        subprocess.run([*become, "apt-get", "update", "-qq"], **quiet)
        command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq"]
        subprocess.run([*become, *command, *PACKAGES[kind]], **quiet)


DOWNLOADS = {"chromium": ["chromium"], "light": ["--only-shell", "chromium"]}
WAYS = {"chromium": (download, packages), "light": (packages, download)}


def administrator():
    """What to put before a command that installs packages; None where that is not ours to do."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if EVERYTHING and shutil.which("sudo") else None


def main():
    for kind in PROGRAMS:
        if ready(kind):
            continue
        name = {"light": "headless shell of Chromium"}.get(kind, kind)
        print(f"No {name} here: installing it for the tests.", flush=True)
        install(kind)
        if ready(kind):
            continue
        if kind == "chromium" or (EVERYTHING and kind != "light"):
            sys.exit(MISSING[kind])
        print(f"\n{MISSING[kind]}", flush=True)
        if kind != "light":
            print(f"Until then nothing is tested in {kind}.\n", flush=True)


if __name__ == "__main__":
    main()
