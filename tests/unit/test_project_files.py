"""The files that speak about the project: what they name exists, and the forms are what GitHub takes for forms."""

import re
import struct
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import yaml

from microgpt import course

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import address  # noqa: E402
import pack  # noqa: E402
import picture  # noqa: E402

FILES = ["SECURITY.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md"]
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
FORMS.remove(ROOT / ".github/ISSUE_TEMPLATE/config.yml")


def text(name):
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_the_files_that_it_names_exist(name):
    for path in re.findall(r"`([\w./]+\.\w+)`", text(name)):
        assert path == "microgpt.check" or (ROOT / path).is_file(), path


def test_the_commands_that_they_name_exist():
    named = {one for name in FILES for one in re.findall(r"`python -m ([\w. ]+)`", text(name))}
    assert named == {"microgpt", "microgpt check", "microgpt.check", "microgpt bot grade"}
    for one in named:
        command = [sys.executable, "-m", *one.split(), "--help"]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert said.returncode == 0 and f"python -m {one}" in said.stdout, one


def test_links_lead_into_this_repository():
    url = tomllib.loads(text("pyproject.toml"))["project"]["urls"]["Repository"]
    links = [one for name in FILES for one in re.findall(r"\]\(([^)]+)\)", text(name))]
    assert links == [f"{url}/security/advisories/new"] * 2


def test_the_version_is_the_same_everywhere():
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert yaml.safe_load(text("CITATION.cff"))["version"] == version
    assert re.findall(r"^## (\S+),", text("CHANGELOG.md"), re.M)[0] == version


def test_the_changelog_has_every_chapter_under_its_part():
    found, part = [], ""
    for line in text("CHANGELOG.md").splitlines():
        if match := re.match(r"\*\*Part (\w+): (.+)\*\*$", line):
            part, title = match.groups()
            assert course.PARTS[part] == title
        elif match := re.match(r"- (\d\d) \*(.+?)\* \S", line):
            found.append((part, *match.groups()))
    assert found == [(one.part, one.label, one.title) for one in course.CHAPTERS if one.ready]


def test_the_memory_of_a_page_is_what_the_worker_gives_it():
    said = int(re.search(r"It has (\d+) MB", text("SECURITY.md"))[1])
    assert f"const LARGEST = {said} * 2 ** 20" in text("microgpt/widgets/cells/worker.js")


def test_there_are_three_forms():
    assert [one.stem for one in FORMS] == ["class", "error", "idea"]


def size(path):
    """Width and height, which a PNG has in its first chunk."""
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">2I", data[16:24])


def test_the_readme_shows_the_book_in_light_and_dark():
    shown = re.findall(r'<(\w+) [^>]*(?:src|srcset)="([^"]+)"', text("README.md"))
    assert shown == [("source", "book/picture_dark.png"), ("img", "book/picture_light.png")]
    files = [ROOT / name for _, name in shown]
    assert files == [picture.file("dark"), picture.file("light")]
    assert {size(file) for file in files} == {tuple(picture.SIZE.values())}
    assert all(file.stat().st_size < 150_000 for file in files)
    assert files[0].read_bytes() != files[1].read_bytes()
    assert re.search(r'alt="[^"]{40,}"', text("README.md"))


def test_the_readme_leads_to_the_book_the_notebooks_and_the_zip():
    book = f"https://{address.pages(address.current())}/"
    links = re.findall(r"\]\(([^)]+)\)", text("README.md"))
    assert links == [book, "notebooks/00_why.ipynb", f"{book}{pack.ZIP}"]
    assert (ROOT / links[1]).is_file()


def test_the_words_that_nobody_needs_yet_wait_in_a_fold():
    """On the landing page, which a nervous beginner sees first."""
    page = text("book/index.md")
    folds = re.findall(r"<details><summary>.+?</details>", page, re.S)
    jargon = re.compile("uniform|unigram|bigram|held out", re.I)
    assert len(jargon.findall("".join(folds))) == 4
    assert not jargon.search(re.sub(r"<details>.+?</details>", "", page, flags=re.S))


# What GitHub's form schema takes: the attributes that a field needs, and those that it may have.
NEEDED = {
    "markdown": {"value"},
    "input": {"label"},
    "textarea": {"label"},
    "dropdown": {"label", "options"},
}
ALLOWED = {
    "markdown": set(),
    "input": {"description", "placeholder", "value"},
    "textarea": {"description", "placeholder", "value", "render"},
    "dropdown": {"description", "multiple", "default"},
}


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.stem)
def test_a_form_is_what_github_takes(form):
    data = yaml.safe_load(form.read_text("utf-8"))
    assert set(data) == {"name", "description", "title", "labels", "body"}
    assert all(data[key].strip() for key in ("name", "description", "title"))
    # GitHub gives every repository these labels.
    assert set(data["labels"]) <= {"bug", "enhancement", "question"}
    fields = [one for one in data["body"] if one["type"] != "markdown"]
    assert fields and any(one.get("validations", {}).get("required") is True for one in fields)
    for one in data["body"]:
        kind, has = one["type"], set(one["attributes"])
        assert NEEDED[kind] <= has <= NEEDED[kind] | ALLOWED[kind], one
        assert set(one) <= {"type", "id", "attributes", "validations"}
        words = [one["attributes"].get(key, "x") for key in ("label", "description", "value")]
        assert all(isinstance(word, str) and word.strip() for word in words)
        options = one["attributes"].get("options", ["one"])
        assert all(isinstance(option, str) for option in options)
        assert len(set(options)) == len(options) and "none" not in map(str.lower, options)
    for names in ([one["id"] for one in fields], [one["attributes"]["label"] for one in fields]):
        assert max(Counter(names).values()) == 1
    # A query parameter with the id of a field fills it in; these names mean something else there.
    ids = {one["id"] for one in fields}
    assert all(re.fullmatch(r"[\w-]+", one) for one in ids)
    assert not ids & {"title", "body", "labels", "template", "milestone", "assignees", "projects"}


def test_the_page_to_choose_a_form_leads_on():
    config = yaml.safe_load(text(".github/ISSUE_TEMPLATE/config.yml"))
    assert set(config) == {"blank_issues_enabled", "contact_links"}
    for link in config["contact_links"]:
        assert set(link) == {"name", "url", "about"}
        if "/blob/main/" in link["url"]:
            assert (ROOT / link["url"].split("/blob/main/")[1]).is_file()
