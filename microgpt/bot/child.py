"""A program of a stranger in a process of its own, asked line by line.

It gets no settings, an empty folder with nothing but itself, pipes to speak through, and so much time, memory and
output; `jail.py` says what it is refused. At the end it is killed, and all that it began. Nothing that it says is
believed here: an answer is bytes, and whoever asked compares them with what is right.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from .errors import ChildError, StartError

RUNNER = Path(__file__).with_name("runner.py")
PACKAGE = Path(__file__).parents[2]
END_OF_LINE = b"\r" if os.name == "nt" else b""  # what Windows writes before the line feed
NEEDED = ["SYSTEMROOT"]  # Windows starts no process without it


@dataclass(frozen=True)
class Limits:
    """How much a child may have: seconds for an answer, and in all; bytes of memory and of output.

    `start` is for our own part, before a line of the bot runs.
    """

    start: float = 60
    answer: float = 5
    total: float = 120
    memory: int = 512 * 2**20
    output: int = 2**20


def keep_memory_to_itself():
    """On Linux, a process of the same user can neither read nor write the memory of this one from now on."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE


class Child:
    """A program as a child process: `with Child(source, "7") as child: child.ask(b"em")`.

    With a `stand_in` it is lent a model that always makes up this name.
    """

    def __init__(self, source, *arguments, limits=None, stand_in=None):
        self.limits = limits or Limits()
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        script = Path(self.folder.name) / "bot.py"
        script.write_bytes(source)
        if (
            hasattr(os, "geteuid") and os.geteuid() == 0
        ):  # then the bot is somebody else, and must read it too
            os.chmod(self.folder.name, 0o755)
            script.chmod(0o644)
        keep_memory_to_itself()
        limits = self.limits.memory, int(self.limits.total) + 1
        order = [PACKAGE, *limits, stand_in or "", script.name, *arguments]
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-X", "utf8", RUNNER, *map(str, order)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            cwd=self.folder.name,
            env={key: os.environ[key] for key in NEEDED if key in os.environ},
            start_new_session=True,
        )
        self.said = Heard(self.process.stdout, self.limits.output)
        self.errors = Heard(self.process.stderr, self.limits.output)
        self.deadline = time.monotonic() + self.limits.start
        try:
            self.await_runner()
        except BaseException:  # also Ctrl-C
            self.end()
            raise
        self.deadline = time.monotonic() + self.limits.total

    def await_runner(self):
        """Wait for the line that `runner.py` writes before it hands over to the bot."""
        ready = self.said.line(self.deadline)
        if ready is None:
            raise StartError(f"no bot can be started here: {self.why()}")
        self.walls = ready.decode().split()[1:]  # what the kernel refuses

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def ask(self, line):
        """The line that it answers, as bytes; ChildError if it gives none."""
        if self.said.text:
            raise ChildError("protocol", "it says more than one line to a request")
        until = min(self.deadline, time.monotonic() + self.limits.answer)
        threading.Thread(target=self.write, args=(line,), daemon=True).start()
        answer = self.said.line(until)
        if answer is not None:
            return answer
        raise self.why()

    def write(self, line):
        """In a thread: who does not read must not keep us waiting."""
        try:
            waiting = memoryview(line + b"\n")
            while waiting:
                waiting = waiting[self.process.stdin.write(waiting) :]
        except (OSError, ValueError):  # it has gone
            pass

    def why(self):
        """Why there was no answer, as a ChildError."""
        if self.said.full:
            return ChildError("protocol", f"it says more than {self.limits.output:,} bytes")
        if self.said.over:
            self.errors.wait_to_the_end(time.monotonic() + 1)
            return ChildError("crash", "it stops" + self.last_words())
        return ChildError("timeout", "it takes too long")

    def last_words(self):
        """The last line of its errors, as a part of a sentence; whatever stands there."""
        lines = self.errors.text[-2000:].decode(errors="replace").split("\n")
        words = [line.strip() for line in lines if line.strip()]
        shown = "".join(c for c in words[-1][:160] if c.isprintable()) if words else ""
        return f": {shown}" if shown else ""

    def finish(self):
        """Tell it that there are no more lines; ChildError if it says one more."""
        try:
            self.process.stdin.close()
        except OSError:
            pass
        self.said.wait_to_the_end(min(self.deadline, time.monotonic() + self.limits.answer))
        if self.said.text:
            raise ChildError("protocol", "it says more than one line to a request")

    def end(self):
        """End the process and those that it has begun, and put its folder away."""
        if hasattr(os, "killpg"):
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass
        self.process.kill()
        self.process.wait()
        try:
            self.process.stdin.close()
        except OSError:
            pass
        self.folder.cleanup()


def missing_walls():
    """What the kernel of this system cannot refuse a bot, of "files" and "calls"."""
    with Child(b"", "0") as child:
        return [wall for wall in ("files", "calls") if wall not in child.walls]


class Heard:
    """What comes out of a pipe, collected by a thread, up to so many bytes in all."""

    def __init__(self, pipe, most):
        self.pipe, self.most = pipe, most
        self.text, self.count, self.ends = bytearray(), 0, 0
        self.full = self.over = False
        self.news = threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while not self.full and (chunk := self.read()):
            with self.news:
                self.text += chunk
                self.count += len(chunk)
                self.ends += chunk.count(b"\n")
                self.full = self.count > self.most
                self.news.notify_all()
        with self.news:
            self.over = True
            self.news.notify_all()
        self.pipe.close()

    def read(self):
        try:
            return os.read(self.pipe.fileno(), 2**16)
        except (OSError, ValueError):
            return b""

    def line(self, until):
        """The next line without its end; None if none comes until then."""
        with self.news:
            self.news.wait_for(lambda: self.ends or self.over, until - time.monotonic())
            if self.full or not self.ends:
                return None
            line, _, self.text = self.text.partition(b"\n")
            self.ends -= 1
            return bytes(line).removesuffix(END_OF_LINE)

    def wait_to_the_end(self, until):
        with self.news:
            self.news.wait_for(lambda: self.over, until - time.monotonic())
