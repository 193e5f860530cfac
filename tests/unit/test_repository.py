"""What must agree across files."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import address  # noqa: E402


def test_the_address_is_the_same_everywhere():
    """pyproject.toml decides; every other place repeats it. Another owner/repo would be left behind by a move."""
    slug = "/".join(address.owner_and_name(address.current()))
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    assert config["repository"]["url"] == address.current()
    for path, text in address.files().items():
        for found in re.findall(r"github\.com/(microgpt-course/[\w-]+)", text):
            assert found == slug, path
    assert f"https://{address.pages(address.current())}/" in (ROOT / "README.md").read_text("utf-8")


def test_the_address_can_be_changed(tmp_path):
    """In a copy: every mention moves, and back again gives the same files."""
    subprocess.run(["git", "clone", "-q", ROOT, tmp_path / "copy"], check=True)

    def move(url):
        command = [sys.executable, "tools/address.py", url]
        subprocess.run(command, cwd=tmp_path / "copy", check=True, capture_output=True)

    # In pieces, or moving back would change this line.
    move("/".join(["https://github.com", "someone", "else"]))
    left = subprocess.run(
        ["git", "grep", "-l", "-e", address.current(), "-e", address.pages(address.current())],
        cwd=tmp_path / "copy",
        capture_output=True,
        text=True,
    )
    assert left.stdout == ""
    move(address.current())
    assert (
        subprocess.run(
            ["git", "status", "--porcelain"], cwd=tmp_path / "copy", capture_output=True, text=True
        ).stdout
        == ""
    )


# What stands in a page for any chapter, topic or widget, and one that exists.
EXAMPLES = {
    "chNN": "ch00",
    "NN": "00",
    "TOPIC": "numbers",
    "name.test.js": "numbers.test.js",
    "name.": "dot_product.",
}
FOLDERS = [".", "ladder", "microgpt/widgets", "microgpt/widgets/numbers"]


PAGES = ["README.md", "CONTRIBUTING.md", "book/how_to_use.md", "book/teaching.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_files_and_commands_that_a_page_names_exist(page):
    text = (ROOT / page).read_text("utf-8")
    named = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    named += [
        line
        for block in re.findall(r"```[^\n]*\n(.*?)```", text, re.S)
        for line in block.splitlines()
    ]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    commands = [target for one in named for target in re.findall(r"\bmake ([a-z]+)", one)]
    assert set(commands) <= set(targets)
    assert bool(commands) == (not page.startswith("book/"))  # a reader needs no make
    assert {module for one in named for module in re.findall(r"python -m ([\w.]+)", one)} <= {
        "microgpt",
        "microgpt.canonical",
        "microgpt.heads",
        "microgpt.check",
        "benchmarks.pages",
        "pip",
    }
    for path in [
        path
        for one in named
        for path in re.findall(
            r"(?<![\w/:.-])(?:\w[\w.]*/[\w./]*|[\w-]+\.(?:md|yml|toml|txt|css))", one
        )
    ]:
        for any_, one in EXAMPLES.items():
            path = path.replace(any_, one)
        if path not in ("weights.json", "github.com/you/repo", "hand-ins/"):
            assert any((ROOT / folder / path).exists() for folder in FOLDERS), path


def test_the_wheel_holds_every_file_of_the_package():
    """What is tracked below microgpt/ is Python, or one of the patterns of package-data finds it."""
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"][
        "package-data"
    ]["microgpt"]
    packed = {path for pattern in patterns for path in (ROOT / "microgpt").glob(pattern)}
    tracked = subprocess.run(
        ["git", "ls-files", "microgpt"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert [
        name for name in tracked if not name.endswith(".py") and ROOT / name not in packed
    ] == []
    packages = {(ROOT / name).parent for name in tracked if name.endswith(".py")}
    assert [folder for folder in packages if not (folder / "__init__.py").exists()] == []


def test_the_wheel_says_that_the_package_has_types():
    pack = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert "py.typed" in pack["package-data"]["microgpt"]
    assert (ROOT / "microgpt/py.typed").is_file()


def test_distribution_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "microgpt-course" and project["dependencies"] == []


GENERATED = re.compile(r"microgpt/widgets/data/|package-lock")


def test_no_line_is_longer_than_one_can_read():
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    code = [name for name in files.stdout.split() if re.search(r"\.(py|js|mjs|css)$", name)]
    assert len(code) > 300
    for name in code:
        if not GENERATED.match(name):
            for number, line in enumerate((ROOT / name).read_text("utf-8").splitlines(), 1):
                assert len(line) <= 120, f"{name}:{number}"
