"""Run a learner's function safely, whatever it does.

It may loop without end, call itself without end, sleep, ask for input, exit or raise. `run` always
comes back, with an `Outcome`. Python's own trace hook counts the lines: no threads are needed, so it
is the same in a terminal, in Jupyter and in a Python that runs in a browser. Where there are signals,
an alarm stands behind the hook.

What no hook can stop: a loop inside one C function, such as `sum(range(10**12))`. It runs no line of
Python, so nothing is told about it. A page ends its worker then, and a notebook its kernel. An answer
that means harm can also reach the check itself: whoever gives marks for answers of strangers runs
`grade` in a process of its own, and believes nothing but its own copy of the package.
"""

import builtins
import os
import sys
import time
from opcode import opmap
from typing import NamedTuple

from .alarm import Alarm
from .compare import plain
from .errors import place, sentence
from .kept import Kept, seed_generators

STEPS = 1_000_000  # lines of the learner's code; an endless loop uses them up in about a second
SECONDS = 5.0  # for loops whose lines are slow
DEEPEST = 20_000  # calls inside calls, for those who raise Python's own limit

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIBRARY = (PACKAGE, os.path.dirname(os.__file__), "<frozen", "<case")
WAITING = {
    time.sleep: "sleep",
    breakpoint: "breakpoint",
    os._exit: "exit",
    os.abort: "exit",
    sys.settrace: "unwatched",
    sys.setprofile: "unwatched",
}
SLEEP = getattr(time.sleep, "__code__", None)  # in a browser it is a function written in Python

# `while True: pass` is one instruction that jumps to itself; Python 3.11 reports no line for it.
SELF_JUMP = bytes([opmap["JUMP_BACKWARD"], 1])
SILENT_JUMP = sys.version_info < (3, 12)


class Outcome(NamedTuple):
    """What came of one call.

    `kind` is "value", "error", or one of the ways not to come back: "endless", "deep", "sleep",
    "input", "breakpoint", "exit", "keyboard", "unwatched". "todo" means that the function raised
    NotImplementedError.
    """

    kind: str
    value: object = None  # the plain value, or the text of the error
    arguments: object = None  # the plain arguments after the call
    printed: str = ""
    place: object = None  # the Place at which an error arose; None is the call itself


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
        self.steps, self.seconds = steps, seconds
        self.deadline = time.monotonic() + seconds
        self.depth, self.reason, self.on = 0, "", False
        self.heard, self.alarm, self.kept = Heard(), Alarm(), Kept()

    def start(self):
        self.allow(self.kept.limit)
        seed_generators()
        sys.stdout = sys.stderr = self.heard
        builtins.input = self.refuse_input
        self.on = True
        self.alarm.start(self.seconds, self.ring)
        self.arm(None)

    def end(self):
        self.on = False
        self.alarm.end()
        self.kept.put_back()

    def allow(self, depth):
        """Let calls go `depth` deep; Python's limit lies higher, so that it does not meet our hooks."""
        self.deepest = min(depth, DEEPEST)
        self.limit = 3 * self.deepest + 200
        sys.setrecursionlimit(self.limit)

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
        if self.depth > self.deepest and self.too_deep():
            self.stop("deep")
        if self.reason or self.steps < 0 or monotonic() > self.deadline:
            self.stop("endless")
        return self.on_line

    def too_deep(self):
        """Whether it is deeper than Python allows; the learner may have raised the limit meanwhile."""
        if sys.getrecursionlimit() != self.limit:
            self.allow(sys.getrecursionlimit())
        return self.depth > self.deepest

    def on_call(self, frame, event, argument):
        """The profile function: also called for each call of a function written in C."""
        if self.reason and event == "call" and not is_library(frame):
            self.stop(self.reason)
        if event == "call" and frame.f_code is SLEEP:
            self.stop("sleep")
        if event == "call" and frame.f_code.co_qualname.endswith("ExitAutocall.__call__"):
            self.stop("exit")  # the exit() of Jupyter, which ends the kernel and raises nothing
        if event == "c_call" and type(argument) is type(len) and argument in WAITING:
            if not is_ours(frame):
                self.stop(WAITING[argument])

    def ring(self, frame):
        """What the alarm calls; where it meets the watch itself, the next ring will do."""
        if self.on and frame.f_code.co_filename != __file__:
            self.stop("endless")

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
    return frame.f_code.co_filename.startswith(PACKAGE)


def run(function, *arguments, steps=STEPS, seconds=SECONDS):
    """Call the function and return the Outcome; nothing that it does gets past this point."""
    watch, where = Watch(steps, seconds), None
    try:
        try:
            watch.start()
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
            kind, value = "error", sentence(error)
            where = place(error, is_library)
        finally:
            watch.end()
    except BaseException as error:  # a Stop, or an error that cannot even be put into words
        interrupted = isinstance(error, KeyboardInterrupt)  # while things were put back
        kind, value = "keyboard" if interrupted else "error", type(error).__name__
        watch.end()
    if watch.reason:
        kind, value, where = watch.reason, None, None
    return Outcome(kind, value, arguments, watch.heard.text, where)
