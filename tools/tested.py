"""The record of a run of the tests, in _build/tests: on what it ran, and what came of it.

    python tools/tested.py      part of `make test`: forgets the last run, and notes on what this one runs

Each part of `make test` adds its report there, in the form that test runners share (JUnit's XML). The book reads them
when it is built: tools/evidence_page.py.
"""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
from collections import Counter
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / "_build/tests"
BROWSERS = {"Chromium": "chromium", "Firefox": "firefox", "WebKit": "webkit"}
KINDS = ["tests.unit", "tests.notebooks", "notebooks", "test", "tests.book"]  # as reports name them


def said(*command):
    """What a command prints; None where it is not there or fails."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def files():
    """In which state the course's files are: {commit, changed}; no commit where git does not know them."""
    return {
        "commit": said("git", "rev-parse", "HEAD"),
        "changed": bool(said("git", "status", "-s")),
    }


def versions():
    """Of what runs here, by its name; None where it does not say."""
    return {
        "Python": platform.python_version(),
        "NumPy": version("numpy"),
        "Node": (said("node", "--version") or "").removeprefix("v") or None,
    }


def browsers():
    """The versions of the browsers that the tests look through; None where one is there and does not say."""
    import browser
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        light = browser.chromium(playwright)
    paths = {name: browser.find(kind) for name, kind in BROWSERS.items()} | {"Chromium": light}
    found = {name: re.search(r"\d[\d.]+", said(path, "--version") or "")
             for name, path in paths.items() if path}  # fmt: skip
    return {name: match and match[0] for name, match in found.items()}


def address():
    """Where everybody can read what this run printed; None on a machine of one's own."""
    known = [os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID")]
    return "{}/{}/actions/runs/{}".format(*known) if all(known) else None


def begin(record=RECORD):
    """Forget the last run, and note on what this one runs."""
    from benchmarks import machine

    shutil.rmtree(record, ignore_errors=True)
    record.mkdir(parents=True)
    notes = files() | {
        "date": datetime.now(UTC).date().isoformat(),
        "everything": os.environ.get("MICROGPT_EVERYTHING") == "1",
        "machine": f"{machine.processor()}, {os.cpu_count()} cores, {machine.system()}",
        "versions": versions() | browsers(),
        "address": address(),
    }
    (record / "run.json").write_text(json.dumps(notes, indent=1) + "\n", "utf-8")


def kind(case):
    """Which kind of test a case of a report is. A file that is left out whole has its name in another place."""
    name = case.get("classname") or case.get("name")
    found = next((one for one in KINDS if f"{name}.".startswith(f"{one}.")), None)
    if found is None:
        raise ValueError(f"{name} is a test of no kind that tools/tested.py knows: {KINDS}")
    return found


def outcome(case):
    tags = {child.tag for child in case}
    return (
        "failed" if tags & {"failure", "error"} else "left out" if "skipped" in tags else "passed"
    )


def reason(skipped):
    """Why a test was left out, in the words of whoever wrote it."""
    of_a_file = re.search(r"'Skipped: (.*)'\)$", skipped.text or "")
    return of_a_file[1] if of_a_file else skipped.get("message")


def read(record):
    """The last run: its notes, {kind: Counter of outcomes}, {notebook: [cells, seconds]}, Counter of reasons.

    None where no run has left a record.
    """
    if not (record / "run.json").is_file():
        return None
    counts, notebooks, reasons = {}, {}, Counter()
    for report in sorted(record.glob("*.xml")):
        for case in xml.parse(report).iter("testcase"):
            counts.setdefault(kind(case), Counter())[outcome(case)] += 1
            if outcome(case) == "left out":
                reasons[reason(case.find("skipped"))] += 1
            if kind(case) == "notebooks":
                seen = notebooks.setdefault(case.get("classname").split(".")[1], [0, 0.0])
                seen[0] += 1
                seen[1] += float(case.get("time"))
    notes = json.loads((record / "run.json").read_text("utf-8"))
    return {"notes": notes, "counts": counts, "notebooks": notebooks, "reasons": reasons}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    begin()
