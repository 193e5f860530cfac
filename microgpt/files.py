"""Files, written whole or not at all."""

import os
import tempfile
from pathlib import Path


def reason(error):
    """Why an OSError (or the ValueError of an impossible path) happened, as the end of a sentence.

    >>> reason(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    text = getattr(error, "strerror", None) or str(error)
    return text[:1].lower() + text[1:]


def check_writable(path):
    """Return if a file could be written at `path`, which stays as it is; OSError if not."""
    path = Path(path).resolve()
    if path.is_dir():
        raise IsADirectoryError(21, "Is a directory")
    if path.exists() and not path.is_file():  # a device, such as /dev/null, must not become a file
        raise OSError(22, "Not an ordinary file")
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied")
    with tempfile.TemporaryFile(dir=path.parent):
        pass


def write_atomically(path, content):
    """Write bytes to `path` so that it holds either what it held before or all of `content`, never a part.

    A symbolic link stays one: the file it names is written. OSError if the folder is missing or cannot be written to,
    or if `path` is a folder, a device, or a file that is protected.
    """
    path = Path(path).resolve()
    check_writable(path)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)  # mkstemp's files are for the owner only
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
