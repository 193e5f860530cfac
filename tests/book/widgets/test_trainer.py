"""Training in a real browser: in a worker wherever one may start, on the page where not, and the page never waits.

Times are asserted with wide margins only: what is fast here may be slow on a busy machine.
"""

import functools
import http.server
import threading

import pytest
from pages import BOOK
from visits import Watch

from microgpt.canonical import load_canonical
from microgpt.widgets import modules

# Runs the course's own training and returns what was heard, and how the page fared meanwhile.
RUN = """async (options) => {
  const trainerModule = await globalThis.trainerModule;
  const { names } = microgpt.need("data/names.js");
  const { seconds = 0, ...rest } = options;
  const heard = { losses: [], batches: 0, errors: [], gaps: [], long: [] };
  const observer = new PerformanceObserver((list) => heard.long.push(...list.getEntries().map((e) => e.duration)));
  observer.observe({ type: "longtask" });
  let last = performance.now(), watching = true;
  const frame = (now) => { heard.gaps.push(now - last); last = now; if (watching) requestAnimationFrame(frame); };
  await new Promise((resolve) => requestAnimationFrame((now) => { last = now; resolve(); }));
  requestAnimationFrame(frame);
  const began = performance.now();
  let trainer;
  await new Promise((resolve) => {
    trainer = trainerModule.startTrainer({
      docs: names.split(" "), ...rest,
      onRecords: (records) => { heard.batches++; for (const { loss } of records) heard.losses.push(loss); },
      onDone: resolve,
      onError: (message) => { heard.errors.push(message); resolve(); },
    });
    trainer.run();
    if (seconds) setTimeout(resolve, 1000 * seconds);
  });
  heard.ms = performance.now() - began;
  heard.weights = heard.errors.length ? [] : Array.from(await trainer.weights());
  watching = false;
  observer.disconnect();
  globalThis.trainer = trainer;
  heard.gaps.sort((a, b) => a - b);
  return heard;
}"""

PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">'
    '<title>Training</title><script src="page.js"></script>'
)


def start_page(page):
    page.evaluate("() => { globalThis.trainerModule = microgpt.need('engine/trainer.js'); }")
    return page


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A page with the trainer and the list of names, as the book's pages hold them: a registry and classic scripts."""
    folder = tmp_path_factory.mktemp("trainer")
    needed = modules.modules("data/names.js", modules.modules("engine/trainer.js"))
    code = modules.page_registry() + "".join(modules.script(path) for path in needed)
    (folder / "page.js").write_text(code, "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The same page, made of the very files that the built book loads: made small, and parted otherwise."""
    folder = tmp_path_factory.mktemp("published")
    scripts = ["core.js", "pages/book/index.first.js", "pages/book/index.js", "data/names.js"]
    code = "".join((BOOK / "_static/mg" / name).read_text("utf-8") for name in scripts)
    (folder / "page.js").write_text(code, "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


@pytest.fixture
def serve(folder):
    """serve(policy) -> the address of the page under a content security policy."""
    servers = []

    def start(policy):
        class Handler(http.server.SimpleHTTPRequestHandler):
            def end_headers(self):
                if policy:
                    self.send_header("Content-Security-Policy", policy)
                super().end_headers()

            def log_message(self, *args):
                pass

        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/index.html"

    yield start
    for server in servers:
        server.shutdown()


def is_the_canonical_run(heard):
    run = load_canonical()
    assert not heard["errors"]
    assert heard["losses"] == pytest.approx(run.losses, abs=1e-9)
    assert heard["weights"] == pytest.approx(run.weights, abs=1e-9)


def page_stayed_free(heard):
    # Ratios, not seconds: frames went on while it trained, and no single task took most of the time.
    assert len(heard["gaps"]) >= 3, heard
    assert max(heard["long"] + heard["gaps"]) < 0.8 * heard["ms"], heard


@pytest.mark.parametrize(
    "policy", [None, "default-src 'self'; img-src data:; worker-src blob:", "file"]
)
def test_the_canonical_run_in_a_worker(policy, folder, serve, open_page):
    page = start_page(
        open_page((folder / "index.html").as_uri() if policy == "file" else serve(policy))
    )
    heard = page.evaluate(RUN, {})
    is_the_canonical_run(heard)
    page_stayed_free(heard)
    assert heard["batches"] <= 2 + heard["ms"] / 30
    assert len(page.workers) == 1
    page.evaluate("trainer.stop()")
    page.wait_for_timeout(300)
    assert page.workers == []


def test_the_canonical_run_in_a_worker_of_the_published_scripts(published, open_page):
    page = start_page(open_page((published / "index.html").as_uri()))
    assert "\n" not in page.evaluate("String(trainerModule.startTrainer)"), "it was made small"
    is_the_canonical_run(page.evaluate(RUN, {}))
    assert len(page.workers) == 1


def test_without_workers_the_page_trains_in_slices(browser, serve):
    """The browser says that the policy forbids the worker; our code says nothing and goes on."""
    watch = Watch()
    context = browser.new_context()
    page = watch.page(context.new_page())
    page.goto(serve("default-src 'self'; img-src data:"))
    start_page(page)
    heard = page.evaluate(RUN, {})
    is_the_canonical_run(heard)
    page_stayed_free(heard)
    assert page.workers == []
    context.close()
    ours = [text for text in watch.complaints if "Content Security Policy" not in text]
    assert ours == [] and len(watch.complaints) <= 2, watch.complaints


def test_inside_the_one_module_of_a_notebook(folder, serve, open_page):
    """anywidget loads a module string from a blob: the worker starts from there too."""
    code = modules.esm("engine/trainer.js").replace(
        'need("engine/trainer.js").default', 'need("engine/trainer.js")'
    )
    page = open_page(serve(None))
    page.evaluate(
        """(code) => {
            const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
            globalThis.trainerModule = import(address).then((module) => module.default);
        }""",
        code,
    )
    is_the_canonical_run(page.evaluate(RUN, {}))
    assert len(page.workers) == 1


def test_blob_addresses_are_given_back(folder, open_page):
    page = open_page((folder / "index.html").as_uri())
    page.evaluate(
        """() => {
            globalThis.addresses = [];
            const make = URL.createObjectURL, revoke = URL.revokeObjectURL;
            URL.createObjectURL = (blob) => { const made = make(blob); addresses.push(made); return made; };
            URL.revokeObjectURL = (made) => { addresses = addresses.filter((one) => one !== made); revoke(made); };
        }"""
    )
    start_page(page)
    left = page.evaluate(
        """async () => {
            const { startTrainer } = await trainerModule;
            const many = Array.from({ length: 5 }, () => startTrainer({ docs: ["emma"] }));
            const made = addresses.length;
            many[0].stop();
            many[1].stop();
            await Promise.all(many.slice(2).map((trainer) => trainer.weights()));
            many.slice(2).forEach((trainer) => trainer.stop());
            return [made, addresses.length];
        }"""
    )
    assert left == [5, 0]


def test_memory_stays_flat(folder, open_page):
    """On the page itself, where its memory can be asked for: 6,000 steps leave nothing behind."""
    page = open_page((folder / "index.html").as_uri(), own_tab=True)
    session = page.context.new_cdp_session(page)

    def used():
        session.send("HeapProfiler.collectGarbage")
        usage = session.send("Runtime.getHeapUsage")
        return usage["usedSize"] + usage.get("backingStorageSize", 0)

    page.evaluate(
        """() => {
            const { Training } = microgpt.need("engine/train.js");
            const docs = microgpt.need("data/names.js").names.split(" ");
            globalThis.training = new Training({ docs, steps: 100000 });
            globalThis.steps = (n) => { for (let i = 0; i < n; i++) training.step(); };
            steps(500);
        }"""
    )
    before = used()
    page.evaluate("steps(6000)")
    assert used() - before < 200_000


def test_a_slow_run_can_be_watched(folder, open_page):
    page = start_page(open_page((folder / "index.html").as_uri()))
    heard = page.evaluate(RUN, {"pace": 40, "seconds": 1.5})
    assert (
        3 < len(heard["losses"]) < 75
    )  # never faster than asked; how much slower is up to the machine
    assert heard["batches"] > 2  # a few at a time, not all at the end
