"""Lists of names: the course's own, the reference's (downloaded on request), or any text file with one per line."""

import hashlib
import os
import sys
from pathlib import Path

from microgpt.files import reason, write_atomically

# The reference program's list. It belongs to another project, so it is fetched from there, at a fixed commit.
MAKEMORE_URL = "https://raw.githubusercontent.com/karpathy/makemore/988aa59e4d8fefa526d06f3b453ad116258398d4/names.txt"
MAKEMORE_SHA256 = "0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d"


class DataError(ValueError):
    """A list of names that cannot be used; the message says which and why, in one sentence."""


def load_names(source="course") -> list[str]:
    """A list of names, as a new list of strings in the order of the file.

    "course" is the list that comes with the package. "makemore" is the reference's: the file that the environment
    variable MICROGPT_NAMES points to, or else a download (228 KB), which is checked and kept in the user's cache
    directory for the next time. DataError if it cannot be had or is not the right file; ValueError for any other
    source.

    >>> names = load_names()
    >>> "emma" in names, len(names) >= 4000
    (True, True)
    """
    if source == "course":
        return read_documents(Path(__file__).parent / "datasets" / "names.txt")
    if source == "makemore":
        return read_documents(_makemore_file())
    raise ValueError(f"the source of names is 'course' or 'makemore', not {source!r}")


def read_documents(path):
    """The lines of a UTF-8 text file, without the empty ones and without spaces around them.

    DataError if the file is missing, a folder, not readable, not UTF-8 text, or has no line with a character in it.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(f"{path} is not a text file in UTF-8") from None
    except (OSError, ValueError) as error:
        raise DataError(f"cannot read {path}: {reason(error)}") from None
    if "\0" in text:
        raise DataError(f"{path} is not a text file in UTF-8")
    docs = [line.strip() for line in text.split("\n") if line.strip()]
    if not docs:
        raise DataError(f"{path} is empty: it needs one name per line")
    return docs


def _makemore_file():
    """The path of a checked copy of the reference's list: the reader's own, the cached one, or a new download."""
    own = os.environ.get("MICROGPT_NAMES")
    cached = _cache_directory() / "makemore-names.txt"
    path = Path(own) if own else cached
    if not own and not path.is_file():
        _download(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError(f"cannot read {path}: {reason(error)}") from None
    if hashlib.sha256(content).hexdigest() != MAKEMORE_SHA256:
        remedy = "point MICROGPT_NAMES at another copy" if own else "delete it and try again"
        raise DataError(
            f"{path} is not the reference's list of names (its SHA-256 differs): {remedy}"
        )
    return path


def _cache_directory():
    home = Path.home()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or home / ".cache"
    return Path(base) / "microgpt-course"


def _download(path):
    """Fetch the reference's list to `path`: whole and checked, or not at all."""
    import http.client  # only here: nothing else in the package knows about the network
    import urllib.request

    chunks, received = [], 0
    try:
        with urllib.request.urlopen(MAKEMORE_URL, timeout=30) as response:
            size = int(response.headers.get("Content-Length") or 0)
            while chunk := response.read(16384):
                chunks.append(chunk)
                received += len(chunk)
                share = f" of {size // 1000}" if size else ""
                print(
                    f"\rdownloading names.txt: {received // 1000}{share} KB",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
        if received < size:
            raise OSError("the connection broke off")
    except (OSError, ValueError, http.client.HTTPException) as error:
        why = getattr(error, "reason", error)
        raise DataError(
            f"cannot download {MAKEMORE_URL} ({why}): go online, or set MICROGPT_NAMES to a copy of it"
        ) from None
    finally:
        if received:
            print(file=sys.stderr)
    content = b"".join(chunks)
    if hashlib.sha256(content).hexdigest() != MAKEMORE_SHA256:
        raise DataError(
            f"what {MAKEMORE_URL} sent is not the expected list (its SHA-256 differs); nothing was kept"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content)
    except OSError as error:
        raise DataError(f"cannot keep the list in {path}: {reason(error)}") from None
