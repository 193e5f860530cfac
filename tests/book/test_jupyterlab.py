"""In JupyterLab: what a chapter shows before it runs; its widgets move with a kernel; saving it changes little."""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

from microgpt.widgets.stored import MIME

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import execute  # noqa: E402
from browser import CHROMIUM_ARGS, chromium  # noqa: E402
from still import VIEW  # noqa: E402

# JupyterLab says so of itself where the machine is busy.
BUSY = re.compile(r"is taking too long to activate|took [\d.]+ms to activate")
HOMES = ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR", "HOME")
CELLS = {
    "try": [
        "from microgpt.widgets import DotProduct\ndots = DotProduct()\ndots",
        "from microgpt.widgets import Task\nTask('01-zero-dot', watches=dots)",
        "print('python has', dots.a, dots.summary())",
        "from microgpt import Value\nfrom microgpt.widgets import show_graph\n"
        "a = Value(2)\nc = a * 3 + a\nc.backward()\nshow_graph(c, a=a, c=c)",
    ],
    "train": [
        "from microgpt.widgets import ChatWithModel\nChatWithModel(prefix='em')",
        "from microgpt.widgets import TrainHere\n"
        "own = TrainHere(names=['Anna', 'Bruno', 'Chiara', 'Dário'], steps=40)\nown",
    ],
}


def notebook(sources):
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{i}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for i, source in enumerate(sources)
    ]
    kernel = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture(scope="module")
def browser(playwright):
    """As in the other tests, but with scroll bars, which are not shown otherwise."""
    shown = {"args": CHROMIUM_ARGS, "ignore_default_args": ["--hide-scrollbars"]}
    browser = playwright.chromium.launch(executable_path=chromium(playwright), **shown)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab on 127.0.0.1, with settings of its own: its `address`, and the `folder` that holds the notebooks."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "work"
    shutil.copytree(ROOT / "notebooks", folder)
    for name, sources in CELLS.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook(sources)), "utf-8")
    tracker = home / "JUPYTER_CONFIG_DIR/lab/user-settings/@jupyterlab/notebook-extension"
    tracker.mkdir(parents=True)
    every_cell = {"windowingMode": "none"}  # not only those that are on the screen
    (tracker / "tracker.jupyterlab-settings").write_text(json.dumps(every_cell), "utf-8")
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port=0",
        "--IdentityProvider.token=course",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]
    environment = {**os.environ, **{name: str(home / name) for name in HOMES}}
    with (home / "lab.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        base = address(server, home / "lab.log")
        yield SimpleNamespace(address=base, folder=folder, environment=environment)
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()


def address(server, log):
    for _ in range(240):
        found = re.search(r"http://127\.0\.0\.1:(\d+)/lab", log.read_text("utf-8"))
        if found:
            base = f"http://127.0.0.1:{found[1]}"
            try:
                urllib.request.urlopen(f"{base}/api?token=course", timeout=20)
                return base
            except urllib.error.URLError:
                pass  # it says its address before it listens
        assert server.poll() is None, log.read_text("utf-8")
        time.sleep(0.25)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text('utf-8')}")


@pytest.fixture
def open_notebook(lab, browser):
    """open_notebook(name) -> a page whose warnings and errors fail the test, once the kernel is there."""
    said, contexts = [], []

    def open_(name):
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 1000}))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: said.append((message.type, message.text)))
        page.on("pageerror", lambda error: said.append(("error", str(error))))
        page.goto(f"{lab.address}/lab/tree/{name}.ipynb?token=course&reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()  # before, "Run" does nothing
        return page

    yield open_
    for context in contexts:
        context.close()
    loud = [text for kind, text in said if kind in ("warning", "error")]
    assert not [text for text in loud if not BUSY.search(text)]


def run_all(page):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def save(page, file, until):
    """Save the notebook; its text, once `until(text)` is true."""
    # In a widget's field the keys are the widget's.
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Control+s")
    deadline = time.monotonic() + 60
    while not until(file.read_text("utf-8")) and time.monotonic() < deadline:
        page.wait_for_timeout(200)
    return file.read_text("utf-8")


def widgets(text):
    """{place among the cells: sentence} of a notebook's widgets."""
    cells = enumerate(json.loads(text)["cells"])
    shown = {i: output for i, cell in cells for output in cell.get("outputs", [])}
    return {
        i: " ".join("".join(output["data"]["text/plain"]).split())
        for i, output in shown.items()
        if MIME in output.get("data", {})
    }


def test_alive_in_jupyterlab(open_notebook):
    page = open_notebook("try")
    run_all(page)
    widget = page.locator(".jp-OutputArea figure.mg").first
    widget.wait_for()
    assert "= 3.5" in widget.inner_text()
    assert widget.evaluate("el => getComputedStyle(el).color") == "rgb(28, 29, 33)", (
        "the tokens hang on the widget itself"
    )

    widget.get_by_label("a 1", exact=True).press("End")
    assert "= 7.5" in widget.inner_text()
    page.locator(".jp-Notebook .jp-Cell").nth(2).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    page.wait_for_function("document.body.innerText.includes('python has [3, 2, -1]')")
    assert (
        "is 7.5"
        in page.locator(".jp-OutputArea-output", has_text="python has [3").first.inner_text()
    )

    # A task watches the other widget's model, through the front end's own widget manager.
    task = page.locator(".jp-OutputArea .mg", has_text="without making any number 0").first
    widget.get_by_role("button", name="Reset").click()
    widget.get_by_label("b 3", exact=True).press("End")
    widget.get_by_label("b 2", exact=True).press("ArrowLeft")
    task.locator(".mg-explanation", has_text="The products cancel").wait_for()

    # A graph that was built in Python is drawn, and walked with the keys.
    graph = page.locator(".jp-OutputArea figure.mg", has_text="A graph of").first
    graph.wait_for()


@pytest.mark.weekly
def test_a_model_trained_in_one_cell_speaks_in_another(lab, open_notebook):
    page = open_notebook("train")
    run_all(page)
    train = page.get_by_role("figure", name="Train the model here")
    chat = page.get_by_role("figure", name="Chat with the model")
    train.get_by_text("Data: your list, 4 documents").click()
    area = train.get_by_label("Your own list")
    area.press_sequentially("Anna\nBruno\nChiara\nDário\nEmma")
    area.press("Control+z")
    assert area.input_value().startswith("Anna\nBruno"), "Enter makes a new line"
    assert len(area.input_value()) < 28, "undo takes back what was typed"
    train.get_by_role("button", name="Train", exact=True).click()
    train.get_by_role("button", name="Train again").wait_for()
    train.get_by_role("button", name="Use this model in the widgets of this page").click()
    chat.get_by_text("This is your model, 40 rounds on 4 lines.").wait_for()
    field = chat.get_by_label("Type the beginning of a name")
    field.fill("Dá")
    chat.get_by_text("after “Dá”").first.wait_for()

    # What is saved holds the small state and the sentence that stands for the widget, and no code.
    saved = save(page, lab.folder / "train.ipynb", lambda text: '"execution_count": 2' in text)
    assert "to be trained for 40 rounds on 4 lines" in saved
    assert "createElement" not in saved and "_esm" not in saved and len(saved) < 20_000


@pytest.mark.weekly
@pytest.mark.parametrize("trusted", [False, True], ids=["untrusted", "trusted"])
def test_before_it_runs_a_chapter_shows_sentences_and_pictures(lab, open_notebook, trusted):
    """Of the chapters, this one holds all kinds of outputs: a slider of Jupyter's own too."""
    name = "03_descent"
    if trusted:
        command = [sys.executable, "-m", "jupyter", "trust", lab.folder / f"{name}.ipynb"]
        subprocess.run(command, env=lab.environment, check=True, capture_output=True)
    contents = urllib.request.urlopen(f"{lab.address}/api/contents/{name}.ipynb?token=course")
    cells = json.load(contents)["content"]["cells"]
    assert {cell["metadata"].get("trusted", trusted) for cell in cells} == {trusted}
    page = open_notebook(name)
    cells = page.locator(".jp-Notebook .jp-Cell")
    expected = widgets((lab.folder / f"{name}.ipynb").read_text("utf-8"))
    assert len(expected) == 19
    for i, sentence in expected.items():
        assert (
            " ".join(cells.nth(i).locator(".jp-OutputArea-output").inner_text().split()) == sentence
        )
    still = cells.filter(has_text="it stands still at rate = 0.09").last.locator(".jp-OutputArea")
    if trusted:
        assert still.locator("img").evaluate("image => image.naturalWidth") > 300
    else:
        assert "The prediction, step by step, at the rate 0.09." in still.inner_text()


@pytest.mark.weekly
def test_run_all_and_save_changes_nothing_that_matters(lab, open_notebook):
    """What only this run's kernel knows comes into the file; normalised, it is byte for byte what it was."""
    file = lab.folder / "01_numbers.ipynb"
    before = file.read_text("utf-8")
    page = open_notebook("01_numbers")
    run_all(page)
    count = len(widgets(before))
    page.locator(".jp-OutputArea-output .mg").nth(count - 1).wait_for()
    too_tall = """outputs => outputs.filter((output) => output.querySelector(".mg")).map((output) =>
        [output.scrollHeight - output.clientHeight, output.offsetWidth - output.clientWidth])"""
    assert page.locator(".jp-OutputArea-output").evaluate_all(too_tall) == [[0, 0]] * count
    explain = page.locator(".jp-OutputArea-output textarea").first
    explain.press_sequentially("It multiplies.\nIt adds.")
    assert explain.input_value() == "It multiplies.\nIt adds."

    after = save(page, file, lambda text: text.count(VIEW) == count)
    changed = list(difflib.ndiff(before.split("\n"), after.split("\n")))
    gone = [line[1:].strip() for line in changed if line.startswith("-")]
    assert len(gone) == 2 and gone[0].startswith('"ValueError:') and "exporter" in gone[1]
    come = [line for line in changed if line.startswith("+")]
    assert len(come) < 5 * count + 10, (
        "a view is five lines; then a traceback, and Python's version"
    )
    notebook = nbformat.reads(after, 4)
    execute.normalise(notebook)
    assert nbformat.writes(notebook) + "\n" == before
