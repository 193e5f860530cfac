"""The address of the repository: decided in pyproject.toml, repeated where tools want it.

python tools/address.py                               where it stands now
python tools/address.py https://github.com/you/repo   change it everywhere
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def current():
    """The address as pyproject.toml has it, without a slash at the end."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"][
        "Repository"
    ]


def owner_and_name(url):
    """("owner", "repo"): what Binder and Colab links are made of. ValueError for anything but a GitHub address."""
    match = re.fullmatch(r"https://github\.com/([\w.-]+)/([\w.-]+)", url)
    if not match:
        raise ValueError(f"{url} is not of the form https://github.com/owner/repo")
    return match.groups()


def pages(url):
    """Where the book of a repository is published, without https:// and the last slash."""
    owner, name = owner_and_name(url)
    return f"{owner.lower()}.github.io/{name}"


def files():
    """{file: text} of the tracked text files in which the address stands in any form."""
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    old = "/".join(owner_and_name(current())), pages(current())
    found = {}
    for name in filter(None, tracked):
        path = ROOT / name
        try:
            text = path.read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        if any(one in text for one in old):
            found[path] = text
    return found


def change(new):
    """Replace owner/repo everywhere, and the address of the published book."""
    old_slug, new_slug = "/".join(owner_and_name(current())), "/".join(owner_and_name(new))
    old_pages, new_pages = pages(current()), pages(new)
    for path, text in files().items():
        path.write_text(text.replace(old_slug, new_slug).replace(old_pages, new_pages), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        try:
            change(sys.argv[1].rstrip("/"))
        except ValueError as error:
            sys.exit(str(error))
    print(current())
    for path in files():
        print(" ", path.relative_to(ROOT))
