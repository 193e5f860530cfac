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
NOTEBOOK = {
    "cells": [
        {"cell_type": "code", "id": "one", "metadata": {}, "source": "from microgpt.widgets import DotProduct\ndots = DotProduct()\ndots", "outputs": [], "execution_count": None},
        {"cell_type": "code", "id": "task", "metadata": {}, "source": "from microgpt.widgets import Task\nTask('01-zero-dot', watches=dots)", "outputs": [], "execution_count": None},
        {"cell_type": "code", "id": "two", "metadata": {}, "source": "print('python has', dots.a, dots.summary())", "outputs": [], "execution_count": None},
    ],
    "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab on 127.0.0.1 whose root holds the notebook, with settings of its own."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work/try.ipynb").write_text(json.dumps(NOTEBOOK), "utf-8")
    homes = {name: str(tmp_path / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR", "HOME")}
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0",
        "--IdentityProvider.token=course", f"--ServerApp.root_dir={tmp_path / 'work'}",
        "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.extension_manager=readonly",
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


def test_alive_in_jupyterlab(lab, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/try.ipynb?token=course&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()  # before that, "Run" does nothing
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    widget = page.locator(".jp-OutputArea figure.mg").first
    widget.wait_for()
    assert "= 3.5" in widget.inner_text()
    assert widget.evaluate("el => getComputedStyle(el).color") == "rgb(28, 29, 33)", "the tokens hang on the widget itself"

    widget.get_by_label("a 1", exact=True).press("End")
    assert "= 7.5" in widget.inner_text()
    page.locator(".jp-Notebook .jp-Cell").nth(2).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    page.wait_for_function("document.body.innerText.includes('python has [3, 2, -1]')")
    assert "is 7.5" in page.locator(".jp-OutputArea-output", has_text="python has [3").first.inner_text()

    # A task watches the other widget's model, through the front end's own widget manager.
    task = page.locator(".jp-OutputArea .mg", has_text="without making any number 0").first
    widget.get_by_role("button", name="Reset").click()
    widget.get_by_label("b 3", exact=True).press("End")
    widget.get_by_label("b 2", exact=True).press("ArrowLeft")
    task.locator(".mg-explanation", has_text="The products cancel").wait_for()
    context.close()
