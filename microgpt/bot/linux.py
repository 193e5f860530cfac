"""What Linux refuses a process for good: system calls by number (seccomp), and files (Landlock).

Both need no rights, and hold for everything that the process does, in Python or not. An older kernel, or another
processor than the two in the list, has fewer of them: then the limits of `jail.py` stand alone.
"""

import ctypes
import os
import platform
import struct
from pathlib import Path

NO_NEW_PRIVILEGES, PARENT_DEATH_SIGNAL, SECCOMP = 38, 1, 22
KILL, ALLOW, PERMISSION, NOT_THERE = 0x80000000, 0x7FFF0000, 0x50001, 0x50026  # answers of a filter
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # instructions of a filter
NUMBER, ARCHITECTURE, FIRST, SECOND = 0, 4, 16, 24  # places in what a filter is shown
MACHINES = {
    "x86_64": (1, 0xC000003E),
    "aarch64": (2, 0xC00000B7),
}  # column of the list, and its own name
OWNER_COMMANDS = (8, 10, 15)  # of fcntl: whom a file sends a signal, and which

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ_FILE, READ_FOLDER = 1 << 2, 1 << 3
HANDLED = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF}  # what each version of Landlock knows
NEWEST = 0xFFFF

CALLS = Path(__file__).with_name("syscalls.txt").read_text(encoding="utf-8")

libc = ctypes.CDLL(None, use_errno=True)


def refuse_files(readable):
    """From now on this process reads these files and folders, and writes none; whether the kernel can do that."""
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    version = libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return False
    handled = struct.pack("Q", HANDLED.get(version, NEWEST))
    rules = libc.syscall(CREATE_RULESET, handled, ctypes.c_size_t(len(handled)), 0)
    for path in readable:
        allowed = READ_FILE | READ_FOLDER if os.path.isdir(path) else READ_FILE
        try:
            place = os.open(path, os.O_PATH)
        except OSError:  # not for this user
            continue
        libc.syscall(ADD_RULE, rules, 1, struct.pack("=Qi", allowed, place), 0)
        os.close(place)
    done = libc.syscall(RESTRICT_SELF, rules, 0)
    os.close(rules)
    return done == 0


def refuse_calls():
    """From now on it starts no process and sends no signal, if the kernel can do that; it ends when the grader does."""
    libc.prctl(PARENT_DEATH_SIGNAL, 9, 0, 0, 0)
    if platform.machine() not in MACHINES:
        return False
    program = b"".join(struct.pack("HBBI", *one) for one in filter_program(platform.machine()))
    kept = ctypes.create_string_buffer(program)
    header = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(kept))
    return libc.prctl(SECCOMP, 2, header, 0, 0) == 0


def filter_program(machine):
    """A filter as instructions: what to do, how far to jump if it is so and if not, and a number."""
    numbers, own = call_numbers(machine), MACHINES[machine][1]
    yield LOAD, 0, 0, ARCHITECTURE
    yield EQUAL, 1, 0, own
    yield RETURN, 0, 0, KILL
    yield LOAD, 0, 0, NUMBER
    yield AT_LEAST, 0, 1, 0x40000000  # the same calls by other numbers
    yield RETURN, 0, 0, PERMISSION
    yield EQUAL, 0, 1, numbers.pop("clone3")  # Python then asks for clone, and is refused
    yield RETURN, 0, 0, NOT_THERE
    limits, control = numbers.pop("prlimit64"), numbers.pop("fcntl")
    for number in numbers.values():
        yield EQUAL, 0, 1, number
        yield RETURN, 0, 0, PERMISSION
    yield EQUAL, 0, 4, limits  # its own limits, which it can only lower, and nobody else's
    yield LOAD, 0, 0, FIRST
    yield EQUAL, 1, 0, 0
    yield RETURN, 0, 0, PERMISSION
    yield RETURN, 0, 0, ALLOW
    yield EQUAL, 0, 1 + len(OWNER_COMMANDS), control
    yield LOAD, 0, 0, SECOND
    for i, command in enumerate(OWNER_COMMANDS):
        yield EQUAL, len(OWNER_COMMANDS) - i, 0, command
    yield RETURN, 0, 0, ALLOW
    yield RETURN, 0, 0, PERMISSION


def call_numbers(machine):
    """{name of a refused call: its number}, from the list beside this file."""
    column = MACHINES[machine][0]
    rows = [line.split() for line in CALLS.splitlines() if line and not line.startswith("#")]
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}
