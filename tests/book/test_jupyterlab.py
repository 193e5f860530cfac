"""The same widget in JupyterLab, with a kernel: it shows, it moves, and Python and the page agree."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CELLS = {
    "try": [
        "from microgpt.widgets import DotProduct\ndots = DotProduct()\ndots",
        "from microgpt.widgets import Task\nTask('01-zero-dot', watches=dots)",
        "print('python has', dots.a, dots.summary())",
    ],
    "train": [
        "from microgpt.widgets import ChatWithModel\nChatWithModel(prefix='em')",
        "from microgpt.widgets import TrainHere\nnames = ['Anna', 'Bruno', 'Chiara', 'Dário']\n"
        "own = TrainHere(names=names, steps=40)\nown",
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


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab on 127.0.0.1 whose root holds the notebooks, with settings of its own."""
    (tmp_path / "work").mkdir()
    for name, sources in CELLS.items():
        (tmp_path / f"work/{name}.ipynb").write_text(json.dumps(notebook(sources)), "utf-8")
    homes = {
        name: str(tmp_path / name)
        for name in (
            "JUPYTER_CONFIG_DIR",
            "JUPYTER_RUNTIME_DIR",
            "JUPYTER_DATA_DIR",
            "IPYTHONDIR",
            "HOME",
        )
    }
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port=0",
        "--IdentityProvider.token=course",
        f"--ServerApp.root_dir={tmp_path / 'work'}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]
    log = (tmp_path / "lab.log").open("w")
    server = subprocess.Popen(command, env={**os.environ, **homes}, stdout=log, stderr=log)
    try:
        yield address(server, tmp_path / "lab.log")
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
        shutil.rmtree(tmp_path / "work", ignore_errors=True)


def address(server, log):
    for _ in range(240):
        found = re.search(r"http://127\.0\.0\.1:(\d+)/lab", log.read_text("utf-8"))
        if found:
            base = f"http://127.0.0.1:{found[1]}"
            urllib.request.urlopen(f"{base}/api?token=course", timeout=20)
            return base
        assert server.poll() is None, log.read_text("utf-8")
        time.sleep(0.25)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text('utf-8')}")


def run_all(page, lab, name):
    """Opens a notebook and runs all its cells."""
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/{name}.ipynb?token=course&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()  # before that, "Run" does nothing
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def test_alive_in_jupyterlab(lab, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    run_all(page, lab, "try")
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
    context.close()


def test_a_model_trained_in_one_cell_speaks_in_another(lab, browser, tmp_path):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    run_all(page, lab, "train")
    train = page.get_by_role("figure", name="Train the model here")
    chat = page.get_by_role("figure", name="Chat with the model")
    train.get_by_text("Data: your list, 4 documents").wait_for()
    train.get_by_role("button", name="Train", exact=True).click()
    train.get_by_role("button", name="Train again").wait_for()
    train.get_by_role("button", name="Use this model in the widgets of this page").click()
    chat.get_by_text("This is your model, 40 steps on 4 lines.").wait_for()
    field = chat.get_by_label("Type the beginning of a name")
    field.fill("Dá")
    chat.get_by_text("after “Dá”").first.wait_for()

    # What is saved holds the small state and the sentence that stands for the widget, and no code.
    page.locator(
        ".jp-Notebook .jp-Cell .cm-content"
    ).first.click()  # in a widget's field the keys are the widget's
    page.keyboard.press("Control+s")
    file, deadline = tmp_path / "work/train.ipynb", time.monotonic() + 60
    while '"execution_count": 2' not in file.read_text("utf-8") and time.monotonic() < deadline:
        page.wait_for_timeout(200)
    saved = file.read_text("utf-8")
    assert "to be trained for 40 steps on 4 lines" in saved
    assert "createElement" not in saved and "_esm" not in saved and len(saved) < 20_000
    context.close()
