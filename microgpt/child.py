"""A Python program in a process of its own, with limits: run what somebody else has written, and read what it prints.

    with Child("program.py", {"program.py": source, "input.txt": names}) as child:
        for line in child.lines():      # as they come; leave the loop when you have seen enough
            print(line)
    child.ending, child.code, child.errors

The program sees a folder of its own, which is removed at the end, and nothing of ours: no settings, no variable of the
environment, no module from the folder it was started in. It is ended, together with the processes it has begun, when
the block ends, when its time is over and when it has written too much.

The environment is made here, so Python's flag -I, which would ignore all of it, is not needed; without the flag the
order of sets can be fixed, and a run can be repeated. The limit on memory holds where the system knows one (Linux; not
Windows, and on macOS it depends). This is no prison: a program that means harm can read files and open connections.
"""

import codecs
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

NEEDED = ["SYSTEMROOT"]  # Windows starts no process without it
KEPT = 20_000  # bytes of what it writes to stderr: the last ones
LIMITER = """
import os, resource, sys
for name, value in [("RLIMIT_AS", int(sys.argv[1])), ("RLIMIT_CORE", 0)]:
    try:
        resource.setrlimit(getattr(resource, name), (value, value))
    except (AttributeError, ValueError, OSError):
        pass
os.execv(sys.argv[2], sys.argv[2:])
"""


@dataclass(frozen=True)
class Limits:
    """`seconds` from the start to the end, `memory` and `output` in bytes."""

    seconds: float = 60
    memory: int = 4_000_000_000
    output: int = 5_000_000


class Child:
    """A program while it runs, and what came of it.

    `files` are put into its folder, texts or bytes by their names; `program` is the name of one of them. With
    `talk=True` it can be sent lines; else its input is empty. `hash_seed` decides the order of sets of texts.

    `ending` is "" while it runs, then "done", "time", "output", or "stopped" where the block was left before its end.
    `code` is its exit code, `errors` what it wrote to stderr, with the names of its own folder taken out.

    >>> with Child("hello.py", {"hello.py": "print('hello')"}) as child:
    ...     list(child.lines())
    ['hello']
    >>> child.ending, child.code
    ('done', 0)
    """

    def __init__(
        self,
        program,
        files,
        arguments=(),
        environment=None,
        limits: Limits | None = None,
        talk=False,
        hash_seed=0,
    ):
        self.limits = limits or Limits()
        self.program, self.files, self.arguments = program, files, arguments
        self.environment, self.talk, self.hash_seed = environment or {}, talk, hash_seed
        self.ending, self.code = "", None
        self._written, self._errors, self._chunks = 0, b"", SimpleQueue()

    def __enter__(self):
        self._home = tempfile.TemporaryDirectory(prefix="child-", ignore_cleanup_errors=True)
        self.folder = Path(self._home.name).resolve()
        try:
            for name, content in self.files.items():
                data = content.encode() if isinstance(content, str) else content
                (self.folder / name).write_bytes(data)
            self._start()
        except BaseException:
            self._home.cleanup()
            raise
        return self

    def __exit__(self, *error):
        self.ending = self.ending or "stopped"
        self._end()
        self._home.cleanup()

    def lines(self):
        """Each line that it prints, as it comes; what returns the cursor to the beginning also ends a line."""
        decode, rest = codecs.getincrementaldecoder("utf-8")("replace").decode, ""
        while (chunk := self._next()) is not None:
            *whole, rest = re.split(r"\r\n|[\r\n]", rest + decode(chunk))
            yield from whole
        if rest:
            yield rest

    def send(self, text):
        """Write to its input; whether it still listens."""
        try:
            self.process.stdin.write(text.encode())
            self.process.stdin.flush()
        except (OSError, ValueError):
            return False
        return True

    @property
    def errors(self):
        """What it wrote to stderr, the last of it."""
        text = self._errors.decode("utf-8", "replace")
        return text.replace(f"{self.folder}{os.sep}", "").replace(str(self.folder), ".")

    def _start(self):
        command = [sys.executable, "-P", "-s", str(self.folder / self.program), *self.arguments]
        apart = {"start_new_session": True}
        if os.name == "nt":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        else:  # a process that limits itself and then becomes the program
            limiter = [sys.executable, "-I", "-S", "-c", LIMITER, str(self.limits.memory)]
            command = limiter + command
        self.deadline = time.monotonic() + self.limits.seconds
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if self.talk else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self._environment(),
            **apart,
        )
        self._pumps = [
            Thread(target=pump, daemon=True) for pump in (self._pump_output, self._pump_errors)
        ]
        for pump in self._pumps:
            pump.start()

    def _environment(self):
        kept = {key: os.environ[key] for key in NEEDED if key in os.environ}
        folders = dict.fromkeys(["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"], str(self.folder))
        python = {
            "PYTHONHASHSEED": str(self.hash_seed),
            "PYTHONUTF8": "1",
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return kept | folders | python | self.environment

    def _pump_output(self):
        for chunk in self._read(self.process.stdout):
            self._chunks.put(chunk)
        self._chunks.put(None)

    def _pump_errors(self):
        for chunk in self._read(self.process.stderr):
            self._errors = (self._errors + chunk)[-KEPT:]

    def _read(self, stream):
        """What comes, until it is too much."""
        try:
            while chunk := stream.read1(65_536):
                self._written += len(chunk)
                if self._written > self.limits.output:
                    return
                yield chunk
        except (OSError, ValueError):  # closed under our hands: the block has ended
            pass

    def _next(self):
        """The next piece of its output; None at the end of it, or of what it may have."""
        while not self.ending:
            left = self.deadline - time.monotonic()
            if self._written > self.limits.output:
                self.ending = "output"
            elif left <= 0:
                self.ending = "time"
            else:
                try:
                    chunk = self._chunks.get(timeout=min(left, 0.2))
                except Empty:
                    if self.process.poll() is not None:
                        self._kill()  # processes that it began may hold its output open
                    continue
                if chunk is not None:
                    return chunk
                self._wait()
        return None

    def _wait(self):
        """Its output is closed: give it the rest of its time to come to its end."""
        if self._written > self.limits.output:
            self.ending = "output"
            return
        try:
            self.process.wait(max(0, self.deadline - time.monotonic()))
            self.ending = "done"
        except subprocess.TimeoutExpired:
            self.ending = "time"

    def _kill(self):
        """End the processes that it has begun, and itself."""
        if os.name == "nt":
            ending = ["taskkill", "/F", "/T", "/PID", str(self.process.pid)]
            subprocess.run(ending, capture_output=True, check=False)
        else:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):  # all gone, or so macOS says it
                pass
        self.process.kill()

    def _end(self):
        self._kill()
        self.code = self.process.wait()
        for pump in self._pumps:
            pump.join(1)  # what it wrote last
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                if stream:
                    stream.close()
            except OSError:  # what was sent last finds nobody
                pass
