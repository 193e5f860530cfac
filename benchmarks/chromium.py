"""Train in Chromium, and print what it cost as JSON: python -m benchmarks.chromium FEW STEPS

The page holds what the book's pages hold: the course's own `Training`, as classic scripts. The steps run without a
pause. "cold" is a run on a fresh page, before the browser has compiled anything; "warm" another run on the same page.
Times are those of the thread that computes; `wall` is the page's own clock (performance.now) around the cold run. The
memory is what the page's JavaScript holds after it, arrays included; the browser around it is not counted.
"""

import json
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.names import RUN
from microgpt.data import read_documents
from microgpt.widgets import modules

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from browser import CHROMIUM_ARGS, HELP, find, own

TRAIN = """({ docs, run, few, steps }) => {
  const { Training } = microgpt.need("engine/train.js");
  const training = new Training({ docs, steps: run });
  if (few) training.docs = training.docs.slice(1, few);
  const losses = [], began = performance.now();
  while (losses.length < steps) losses.push(training.step().loss);
  globalThis.kept = training;
  return { seconds: (performance.now() - began) / 1000, losses };
}"""


def measure(browser, docs, few, steps):
    """See above; per step, but for `wall`, which is the cold run's whole time."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>Training</title>")
    for code in (modules.page_registry(), *map(modules.script, modules.modules("engine/train.js"))):
        page.add_script_tag(content=code)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def thread_seconds():
        return next(
            m["value"]
            for m in session.send("Performance.getMetrics")["metrics"]
            if m["name"] == "ThreadTime"
        )

    times, runs = [], []
    again = max(1, steps // (few - 1)) * (few - 1)  # every name equally often
    for names, count in ((None, steps), (few, again)):
        before = thread_seconds()
        runs.append(page.evaluate(TRAIN, {"docs": docs, "run": RUN, "few": names, "steps": count}))
        times.append((thread_seconds() - before) / count)
    heap = session.send("Runtime.getHeapUsage")
    return {
        "cold": times[0],
        "warm": times[1],
        "wall": runs[0]["seconds"],
        "loss": runs[0]["losses"][few - 1],
        "held": heap["usedSize"] + heap.get("backingStorageSize", 0),
        "versions": {"chromium": browser.version},
    }


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = find() or own(playwright) or sys.exit(HELP)
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        docs = read_documents(os.environ["MICROGPT_NAMES"])
        print(json.dumps(measure(browser, docs, int(sys.argv[1]), int(sys.argv[2]))))
        browser.close()
