"""What it was measured on: kinds and versions, nothing that would name the machine or its owner."""

import os
import platform
import re
from datetime import date
from pathlib import Path


def processor():
    """The model of the processor."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return found[1].strip() if found else platform.processor() or platform.machine()


def system():
    """The operating system and its version."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def describe(versions):
    """The machine, and the `versions` of what ran on it."""
    python = {platform.python_implementation().lower(): platform.python_version()}
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "architecture": platform.machine(),
        "system": system(),
        "versions": python | versions,
        "date": date.today().isoformat(),
    }
