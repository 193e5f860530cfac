"""Where a notebook is read and nothing runs, as on GitHub: every widget's place holds its sentence, and no error."""

import json
from pathlib import Path

import pytest
from everything import some
from nbconvert import HTMLExporter, MarkdownExporter, PythonExporter

from microgpt.widgets.stored import MIME

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def each(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)


def outputs(path):
    """The data of all outputs that have some."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    shown = [output for cell in cells for output in cell.get("outputs", [])]
    return [output["data"] for output in shown if "data" in output]


def sentences(path):
    """What stands for the widgets."""
    found = [words("".join(data["text/plain"])) for data in outputs(path) if MIME in data]
    assert len(found) > 9
    return found


def words(text):
    return " ".join(text.split())


@pytest.mark.one_in(3)
@each(some(NOTEBOOKS, 4))
def test_as_a_web_page(path, browser, tmp_path):
    """On the screen and on paper. The page's own scripts, which come from elsewhere, are left out."""
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route(lambda url: url.startswith("http"), lambda route: route.fulfill(body=""))
    file = tmp_path / "page.html"
    file.write_text(HTMLExporter().from_filename(str(path))[0], "utf-8")
    page.goto(file.as_uri())
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        shown = words(page.inner_text("body"))
        assert all(sentence in shown for sentence in sentences(path))
        assert "Error displaying" not in shown and "javascript error" not in shown.lower()
    assert page.locator("img, svg").count() == sum(
        "image/svg+xml" in data for data in outputs(path)
    )
    page.close()
    assert not said


@pytest.mark.one_in(4)
@each(NOTEBOOKS)
def test_as_markdown_and_as_a_script(path):
    text = words(MarkdownExporter().from_filename(str(path))[0])
    assert all(sentence in text for sentence in sentences(path))
    compile(PythonExporter().from_filename(str(path))[0], path.stem, "exec")
