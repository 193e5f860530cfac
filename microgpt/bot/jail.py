"""Gives away what a bot must not have, before a line of it runs. None of it can be taken back by the process itself.

Everywhere Python's own audit hook refuses what Python does by name: start a process, send a signal, open a file outside
the standard library. That stops the careless, and is no wall. Behind it stand the limits of Unix; and on Linux the
kernel itself, which refuses the calls in `syscalls.txt` and the reading of files (seccomp and Landlock).
"""

import os
import sys
from pathlib import Path

if os.name == "posix":  # Windows has no such limits
    import resource

NOBODY = 65534
REFUSED = (  # beginnings of the names of audit events
    "_posixsubprocess.", "_winapi.", "ctypes.", "gc.", "mmap.", "os.chdir", "os.chflags", "os.chmod", "os.chown",
    "os.exec", "os.fork", "os.kill", "os.link", "os.mkdir", "os.posix_spawn", "os.putenv", "os.remove",
    "os.rename", "os.rmdir", "os.setxattr", "os.spawn", "os.startfile", "os.symlink", "os.system",
    "os.truncate", "os.utime", "pty.", "resource.", "shutil.", "signal.", "socket.", "sqlite3.", "subprocess.",
    "sys.addaudithook", "tempfile.", "webbrowser.", "winreg.",
)  # fmt: skip

NOT_IMPORTED = (  # from these one gets around the hook
    "_ctypes", "_posixshmem", "_posixsubprocess", "_socket", "_winapi", "_xxsubinterpreters", "_interpreters",
    "_testcapi", "_testinternalcapi", "faulthandler", "mmap",
)  # fmt: skip


def shut(memory, seconds):
    """Keep so many bytes of memory and seconds of the processor, and what is needed to compute; nothing else.

    What the kernel itself refuses comes back: "files", "calls", both or none.
    """
    walls = []
    readable = tuple(str(path) for path in [*standard_library(), Path.cwd()])
    if sys.platform == "linux":
        import linux  # beside this file

        walls += ["files"] * linux.refuse_files(readable)
    become_nobody()
    limit(memory, seconds)
    if sys.platform == "linux":
        walls += ["calls"] * linux.refuse_calls()
    refuse_by_name(readable)
    return walls


def become_nobody():
    """Where the grader runs as root, the bot does not. It may then find fewer modules than it could import as root."""
    if hasattr(os, "setuid") and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def limit(memory, seconds):
    """The limits of Unix."""
    if os.name != "posix":
        return
    limits = {
        "AS": memory,
        "CPU": seconds,
        "FSIZE": 0,  # bytes of a file that it writes
        "NPROC": 0,  # processes that it starts
        "NOFILE": 64,
        "CORE": 0,
    }
    for name, most in limits.items():
        which = getattr(resource, f"RLIMIT_{name}", None)
        try:
            if which is not None:
                resource.setrlimit(which, (most, most))
        except (OSError, ValueError):  # macOS refuses some of them
            if sys.platform == "linux":
                raise


def standard_library():
    """What may still be read: the standard library, without the packages that are installed inside it."""
    folder = Path(os.__file__).parent
    yield from (path for path in folder.iterdir() if not path.name.endswith("-packages"))


def refuse_by_name(readable):
    """Refuse what Python announces to its audit hooks, but for reading these files."""
    separator, writing = os.sep, os.O_WRONLY | os.O_RDWR | os.O_CREAT
    refused, not_imported, absolute = REFUSED, NOT_IMPORTED, os.path.abspath

    def may_open(path, flags):
        if isinstance(path, int):
            return True
        path = absolute(os.fsdecode(path))
        inside = any(path == one or path.startswith(one + separator) for one in readable)
        return inside and not (flags or 0) & writing

    def hook(event, arguments):
        if event.startswith(refused):
            raise PermissionError(f"a bot may not do this: {event}")
        if event == "import" and arguments[0] in not_imported:
            raise ImportError(f"a bot may not import this: {arguments[0]}")
        if event == "open" and not may_open(arguments[0], arguments[2]):
            raise PermissionError(f"a bot may not open this: {arguments[0]!r}")
        if event in ("os.listdir", "os.scandir") and not may_open(arguments[0] or ".", 0):
            raise PermissionError(f"a bot may not list this: {arguments[0]!r}")

    sys.addaudithook(hook)
