"""Run a learner's function safely, whatever it does.

It may loop without end, call itself without end, sleep, ask for input, exit or raise. `run` always
comes back, with an `Outcome`. Python's own trace hook counts the lines: no threads and no signals,
so it is the same in a terminal, in Jupyter and in a Python that runs in a browser.

What no hook can stop: a loop inside one C function, such as `sum(itertools.count())`. It runs no
line of Python, so nothing is told about it.
"""

import builtins
import os
import re
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from opcode import opmap
from typing import NamedTuple

from .compare import plain

STEPS = 1_000_000  # lines of the learner's code; an endless loop uses them up in about a second
SECONDS = 5.0  # for loops whose lines are slow
DEPTH = 300  # calls inside calls

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARY = (HERE, os.path.dirname(os.__file__), "<frozen")
WAITING = {time.sleep: "sleep", breakpoint: "breakpoint", os._exit: "exit", os.abort: "exit"}

# `while True: pass` is one instruction that jumps to itself; Python 3.11 reports no line for it.
SELF_JUMP = bytes([opmap["JUMP_BACKWARD"], 1])
SILENT_JUMP = sys.version_info < (3, 12)


class Outcome(NamedTuple):
    """What came of one call.

    `kind` is "value", "error", or one of the ways not to come back: "endless", "deep", "sleep",
    "input", "breakpoint", "exit", "keyboard". "todo" means the function raised NotImplementedError.
    """

    kind: str
    value: object = None  # the plain value, or the text of the error
    arguments: object = None  # the plain arguments after the call
    printed: str = ""
    line: int = 0  # the line of the function at which an error arose; 0 is the call itself


class Stop(BaseException):
    """Ends the watched code. Code that swallows it (a bare `except:`) meets the next one."""

    def __init__(self, watch):
        self.watch = watch

    def __del__(self):
        # A swallowed Stop dies while the code still runs: the moment to put the hooks back.
        if self.watch.on:
            self.watch.arm(sys._getframe(1))


class Watch:
    """Counts lines and calls between `start` and `end`, and raises Stop when it is enough."""

    def __init__(self, steps, seconds):
        self.steps, self.deadline = steps, time.monotonic() + seconds
        self.depth, self.reason, self.on = 0, "", False

    def start(self):
        self.before = sys.gettrace(), sys.getprofile(), builtins.input
        self.on = True
        builtins.input = self.refuse_input
        self.arm(None)

    def end(self):
        self.on = False
        trace, profile, builtins.input = self.before
        sys.setprofile(profile)
        sys.settrace(trace)

    def arm(self, frame):
        """Set the hooks, also for the frames that already run, up to the call in `run`."""
        while frame and frame.f_code is not run.__code__:
            if not is_library(frame):
                frame.f_trace = self.on_line
            frame = frame.f_back
        sys.setprofile(self.on_call)
        sys.settrace(self.on_line)

    def on_line(self, frame, event, argument):
        """The trace function: called for each line of the learner's, and each call of anybody's."""
        if is_library(frame):  # its lines are not the learner's: only the clock counts
            if not self.reason and not is_ours(frame) and monotonic() > self.deadline:
                self.stop("endless")
            return None
        if SILENT_JUMP and event == "call" and SELF_JUMP in frame.f_code.co_code:
            frame.f_trace_opcodes = True
        self.steps -= 1
        self.depth += (event == "call") - (event == "return")
        if self.depth > DEPTH:
            self.stop("deep")
        if self.reason or self.steps < 0 or monotonic() > self.deadline:
            self.stop("endless")
        return self.on_line

    def on_call(self, frame, event, argument):
        """The profile function: also called for each call of a function written in C."""
        if self.reason and event == "call" and not is_library(frame):
            self.stop(self.reason)
        if event == "call" and frame.f_code.co_qualname.endswith("ExitAutocall.__call__"):
            self.stop("exit")  # the exit() of Jupyter, which ends the kernel and raises nothing
        if event == "c_call" and type(argument) is type(len) and argument in WAITING:
            self.stop(WAITING[argument])

    def refuse_input(self, *prompt):
        self.stop("input")

    def stop(self, reason):
        self.reason = self.reason or reason
        sys.setprofile(self.on_call)  # Python drops the hook that raises; the other one stays
        sys.settrace(self.on_line)
        raise Stop(self)


class Heard:
    """Stands in for the screen and keeps the beginning of what is printed."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += str(text)[: max(0, 200 - len(self.text))]
        return len(text)

    def flush(self):
        pass


monotonic = time.monotonic
known_files = {}


def is_library(frame):
    """Whether this code belongs to Python or to an installed package, not to the learner."""
    name = frame.f_code.co_filename
    if name not in known_files:
        known_files[name] = name.startswith(LIBRARY) or "-packages" in name
    return known_files[name]


def is_ours(frame):
    return frame.f_code.co_filename.startswith(HERE)


def run(function, *arguments, steps=STEPS, seconds=SECONDS):
    """Call the function and return the Outcome; nothing that it does gets past this point."""
    watch, heard = Watch(steps, seconds), Heard()
    line = 0
    try:
        with redirect_stdout(heard), redirect_stderr(heard):
            watch.start()
            try:
                kind, value = "value", plain(function(*arguments))
                arguments = plain(arguments)
            except NotImplementedError:
                kind, value = "todo", None
            except SystemExit:
                kind, value = "exit", None
            except KeyboardInterrupt:
                kind, value = "keyboard", None
            except RecursionError:
                kind, value = "deep", None
            except Exception as error:
                kind, value, line = "error", sentence(error), line_of(error)
            finally:
                watch.end()
    except BaseException as error:  # a Stop, or an error that cannot even be put into words
        kind, value = "error", type(error).__name__
    return Outcome(watch.reason or kind, value, arguments, heard.text, line)


def sentence(error):
    """The error as Python prints it, without memory addresses, on one line."""
    words = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
    words = re.sub(r" at 0x[0-9a-fA-F]+", "", words)
    return words if len(words) <= 160 else words[:157] + "..."


def line_of(error):
    """The line, counted from the function's first, at which the error arose; 0 for the call itself."""
    inside = error.__traceback__.tb_next
    while inside and is_library(inside.tb_frame):
        inside = inside.tb_next
    return inside.tb_lineno - inside.tb_frame.f_code.co_firstlineno + 1 if inside else 0
