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
INSTALLED = (os.path.dirname(os.__file__), "<frozen", "<case")
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

    def __init__(self, steps, seconds, deepest=None):
        self.steps, self.seconds, self.fixed = steps, seconds, deepest
        self.deadline = time.monotonic() + seconds
        self.depth, self.reason, self.on = 0, "", False
        self.heard, self.alarm, self.kept = Heard(), Alarm(), Kept()
        self.jumps = {}

    def start(self):
        if self.steps is not None:
            self.allow(self.kept.limit)
        seed_generators()
        sys.stdout = sys.stderr = self.heard
        sys.unraisablehook = forget
        builtins.input = self.refuse_input
        self.on = True
        self.alarm.start(self.seconds, self.ring)
        if self.steps is not None:
            self.arm(None)

    def end(self):
        self.on = False
        self.alarm.end()
        self.kept.put_back()

    def allow(self, depth):
        """Let calls go `depth` deep; Python's limit lies higher, so that it does not meet our hooks."""
        self.deepest = self.fixed or min(depth, DEEPEST)
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
        owner = known_files.get(frame.f_code.co_filename) or owner_of(frame)
        if owner is not LEARNER:  # its lines are not the learner's: only the clock counts
            if owner is LIBRARY and not self.reason and monotonic() > self.deadline:
                self.stop("endless")
            return None
        if event != "line":
            self.depth += (event == "call") - (event == "return")
            if SILENT_JUMP and event == "call" and self.jumps_to_itself(frame.f_code):
                frame.f_trace_opcodes = True
            if self.depth > self.deepest and self.too_deep():
                self.stop("deep")
        self.steps = (self.steps or 0) - 1
        if self.reason or self.steps < 0 or monotonic() > self.deadline:
            self.stop("endless")
        return self.on_line

    def jumps_to_itself(self, code):
        """Looked up once: Python writes the bytes of a function anew whenever it is asked for them."""
        if code not in self.jumps:
            self.jumps[code] = SELF_JUMP in code.co_code
        return self.jumps[code]

    def too_deep(self):
        """Whether it is deeper than Python allows; the learner may have raised the limit meanwhile."""
        if not self.fixed and sys.getrecursionlimit() != self.limit:
            self.allow(sys.getrecursionlimit())
        return self.depth > self.deepest

    def on_call(self, frame, event, argument):
        """The profile function: also called for each call of a function written in C."""
        if event == "c_call":
            if type(argument) is BUILT_IN and argument in WAITING and not is_ours(frame):
                self.stop(WAITING[argument])
        elif event == "call":
            if self.reason and not is_library(frame):
                self.stop(self.reason)
            code = frame.f_code
            if code is SLEEP:
                self.stop("sleep")
            if code.co_name == "__call__" and "ExitAutocall" in code.co_qualname:
                self.stop("exit")  # the exit() of Jupyter, which ends the kernel and raises nothing

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


def forget(unraisable):
    """In the place of who tells of errors that nobody can catch, and keeps their frames: a Stop in what is closed."""


monotonic = time.monotonic
BUILT_IN = type(len)
OURS, LIBRARY, LEARNER = "ours", "library", "learner"
known_files = {}


def owner_of(frame):
    """Whose code this is: the course's, Python's or an installed package's, or the learner's."""
    name = frame.f_code.co_filename
    if name not in known_files:
        installed = name.startswith(INSTALLED) or "-packages" in name
        other = LIBRARY if installed else LEARNER
        known_files[name] = OURS if name.startswith(PACKAGE) else other
    return known_files[name]


def is_library(frame):
    """Whether this code belongs to Python or to an installed package, not to the learner."""
    return owner_of(frame) is not LEARNER


def is_ours(frame):
    return owner_of(frame) is OURS


def run(function, *arguments, steps=STEPS, seconds=SECONDS, deepest=None):
    """Call the function and return the Outcome; nothing that it does gets past this point.

    Calls inside calls go as deep as Python allows, or as `deepest`, which the function cannot raise.
    With `steps` of None no line is looked at, so that it takes no longer than without a guard: the clock alone ends
    it, and in a page, where there is no alarm, the reader.
    """
    watch, where = Watch(steps, seconds, deepest), None
    try:
        try:
            watch.start()
            kind, value, arguments, where = called(function, arguments)
        except BaseException as error:  # a Stop, or an error that cannot even be put into words
            kind, value = unsaid(error)
            # Its frames hold things of the learner's. They go while the watch is on: a generator may loop as it closes.
            error.__traceback__ = error.__context__ = None
        finally:
            watch.end()
    except BaseException as error:  # while things were put back
        kind, value = unsaid(error)
        watch.end()
    if watch.reason:
        kind, value, where = watch.reason, None, None
    return Outcome(kind, value, arguments, watch.heard.text, where)


def called(function, arguments):
    """Call it; the kind, the value, the arguments after the call, and the place of an error."""
    kind, value, where = "value", None, None
    try:
        value, arguments = plain(function(*arguments)), plain(arguments)
    except NotImplementedError:
        kind = "todo"
    except SystemExit:
        kind = "exit"
    except KeyboardInterrupt:
        kind = "keyboard"
    except RecursionError:
        kind = "deep"
    except Exception as error:
        kind, value = "error", sentence(error)
        where = place(error, is_library)
    return kind, value, arguments, where


def unsaid(error):
    """Kind and value where an error came out of the watch itself."""
    return "keyboard" if isinstance(error, KeyboardInterrupt) else "error", type(error).__name__
