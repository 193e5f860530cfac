"""Builds the book of an edition, with the tools that build the course's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .chapters import ROOT


class BookError(Exception):
    """What Jupyter Book says of a book that it cannot build."""


def build(project, html):
    """Build the project in a folder, and put its pages where they belong."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}  # not a copy of the package installed elsewhere
    jupyter_book = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(project)]
    run([*jupyter_book, "--warningiserror", "--keep-going", "--quiet"], env)
    run([str(ROOT / "tools/finish_book.py"), str(project / "_build/html")], env)
    html.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(project / "_build/html", html)


def run(command, env):
    done = subprocess.run([sys.executable, *command], env=env, capture_output=True, text=True)
    if done.returncode:
        raise BookError(f"The book cannot be built:\n{done.stdout}{done.stderr}".rstrip())
