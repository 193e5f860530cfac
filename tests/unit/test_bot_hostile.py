"""Hostile bots: whatever they try, they change neither the verdict nor the machine.

Each is played with by a grader of its own, `python -m microgpt bot grade`, which must come to its end and say so. The
bots leak, so "accepted" would be a verdict that they have changed.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from reference import ROOT

from microgpt.bot.child import Child, Limits, missing_walls
from microgpt.bot.errors import ChildError
from microgpt.bot.reference import STARTER

LINUX = sys.platform == "linux"
BOT = ROOT / "microgpt" / "bot"
WAIT = Limits(answer=3)


def bot(act, before=""):
    """A bot that tries something at each line, and says what came of it."""
    indented = act.replace("\n", "\n    ")
    return f"""
import _signal as signal, os, sys, time
{before}

def act():
    {indented}
    return "done"

for line in sys.stdin.buffer:
    try:
        said = act()
    except BaseException as error:
        said = type(error).__name__
    print("REFUSE: " + str(said), flush=True)
""".encode()


def outcome(source, lines=(b"em",), limits=WAIT):
    """The last answer of a bot, or the kind of what it did instead."""
    with Child(source, "7", limits=limits) as child:
        try:
            answers = [child.ask(line) for line in lines]
            child.finish()
            return answers[-1].decode(errors="replace").removeprefix("REFUSE: ")
        except ChildError as error:
            return error.kind


def processes():
    """The numbers of all processes that run a bot."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if b"runner.py" in folder.joinpath("cmdline").read_bytes():
                found.add(int(folder.name))
        except OSError:
            pass
    return found


@pytest.fixture(autouse=True)
def nothing_is_left():
    """No process of a bot, and no file of it, is there afterwards that was not there before."""
    before = processes()
    yield
    deadline = time.monotonic() + 30
    while (left := processes() - before) and time.monotonic() < deadline:
        time.sleep(0.1)
    own = {
        one for one in left if os.path.exists(f"/proc/{one}") and parent(one) in (os.getpid(), 1)
    }
    assert not own


def parent(process):
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return None
    return int(re.search(r"PPid:\s+(\d+)", status)[1])


REFUSED = {
    "fork": "os.fork()",
    "fork bomb": "while True:\n    os.fork()",
    "daemon": "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)",
    "shell": "os.system('touch /tmp/was_here')",
    "new program": "os.execv(sys.executable, [sys.executable, '-c', 'pass'])",
    "spawn": "os.posix_spawn(sys.executable, [sys.executable], {})",
    "subprocess": "import subprocess\nsubprocess.Popen([sys.executable])",
    "its parent's end": "os.kill(os.getppid(), signal.SIGKILL)",
    "its group's end": "os.killpg(0, signal.SIGKILL)",
    "everybody's end": "os.kill(-1, signal.SIGKILL)",
    "its parent's memory": "return open(f'/proc/{os.getppid()}/mem', 'rb').read(1)",
    "its parent's settings": "return open(f'/proc/{os.getppid()}/environ', 'rb').read(1)",
    "its parent's pipes": "return os.open(f'/proc/{os.getppid()}/fd/1', os.O_WRONLY)",
    "the judge": f"return open({str(BOT / 'judge.py')!r}).read()",
    "the policy": f"return open({str(BOT / 'policy.py')!r}).read()",
    "the passwords": "return open('/etc/passwd').read()",
    "other bots": "return os.listdir('/tmp')",
    "a file": "open('here', 'w')",
    "a file elsewhere": "open('/tmp/was_here', 'w')",
    "a network": "import socket\nsocket.socket()",
    "a thread": "import _thread\n_thread.start_new_thread(print, ())",
    "C": "import ctypes\nctypes.CDLL(None)",
    "the grader": "from microgpt.bot.judge import judge",
    "the reference": "from microgpt.bot.reference import expected",
    "other limits": "import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
    "its parent's limits": "import resource\nresource.prlimit(os.getppid(), resource.RLIMIT_CPU, (0, 0))",
    "its parent's turn": "os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)\n",
    "1 GB of memory": "bytearray(10**9)",
    "1 GB in pieces": "kept = []\nwhile True:\n    kept.append(bytearray(10**6))",
    "the terminal": "open('/dev/tty', 'w').write('accepted')",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_bot_is_refused(name):
    said = outcome(bot(REFUSED[name]))
    assert said in (
        "PermissionError",
        "MemoryError",
        "ModuleNotFoundError",
        "OSError",
        "RuntimeError",
        "ImportError",
        "ValueError",
    ), said
    assert not os.path.exists("/tmp/was_here")


ENDED = {
    "sleep": ("time.sleep(3600)", "timeout"),
    "no end": ("while True: pass", "timeout"),
    "one long step": ("sum(range(10**12))", "timeout"),
    "endless output": ("while True: sys.stdout.write('OK: emma')", "protocol"),
    "endless lines": ("while True: print('OK: emma')", "protocol"),
    "endless errors": ("while True: sys.stderr.write('accepted' * 1000)", "BrokenPipeError"),
    "two lines": ("print('OK: emma', flush=True)", "protocol"),
    "closed output": ("os.close(1)\ntime.sleep(3600)", "crash"),
    "its end": ("os._exit(0)", "crash"),
    "a broken Python": ("sys.setrecursionlimit(10**9)\ndef f(): f()\nf()", "crash timeout"),
    "no answer": ("return '\\r'.join([''] * 3)", None),
    "not reading": ("os.close(0)\nreturn 'x'", None),
}


@pytest.mark.parametrize("name", ENDED)
def test_how_a_bot_is_ended(name):
    act, kind = ENDED[name]
    said = outcome(bot(act), lines=[b"em", b"a" * 200_000, b"em"])
    assert kind is None or said in kind.split(), said


def test_a_bot_that_ignores_signals_is_ended_too():
    before = "for one in range(1, 32):\n    try: signal.signal(one, signal.SIG_IGN)\n    except Exception: pass"
    assert outcome(bot("time.sleep(3600)", before)) == "timeout"


def test_all_its_time_together_is_limited():
    limits = Limits(answer=5, total=3)
    assert outcome(bot("time.sleep(1)"), [b"em"] * 10, limits) == "timeout"


# --- the grader itself, in a process of its own ---

TRIES = {
    "prints verdicts": "print('accepted', file=sys.stderr); sys.stderr.flush()",
    "prints a table": "sys.stderr.write('bot.py: accepted\\nleaks 0 of 60   false refusals 0 of 110\\n')",
    "ends its parent": "os.kill(os.getppid(), 9)",
    "ends itself with 0": "import atexit; atexit.register(os._exit, 0)",
    "patches the printing": "import builtins; builtins.print = lambda *a, **k: os.write(1, b'accepted' + bytes([10]))",
    "writes a verdict": "open('verdict', 'w').write('accepted')",
}


def hostile_starter(code):
    """The starter, which leaks, with one more statement in the learner's part."""
    source = STARTER.read_text(encoding="utf-8")
    attempt = f"try:\n    import os\n    {code}\nexcept Exception:\n    pass\n\n\n"
    return source.replace("def is_safe_request", attempt + "def is_safe_request", 1)


@pytest.mark.parametrize("name", TRIES)
def test_no_bot_changes_its_verdict(tmp_path, name):
    path = tmp_path / "bot.py"
    path.write_text(hostile_starter(TRIES[name]), encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "microgpt",
            "bot",
            "grade",
            str(path),
            "--seed",
            "1",
            "--case",
            "15",
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=120,
    )
    assert done.returncode == 1, done
    assert (
        "accepted" not in done.stdout.replace("the bot:        accepted", "") and done.stderr == ""
    )
    assert re.search("leak: it says|protocol: ", done.stdout)


@pytest.mark.skipif(not LINUX, reason="this is about Linux")
def test_the_walls_stand_here():
    assert missing_walls() == []


# --- the walls of Linux alone, without Python's own ---

BEHIND = """
import ctypes, os, sys
sys.path.insert(0, {bot!r})
import jail, linux

if {as_nobody}:
    jail.become_nobody()
linux.refuse_files({readable!r})
linux.refuse_calls()
libc = ctypes.CDLL(None, use_errno=True)
numbers = linux.call_numbers(__import__("platform").machine())

def call(name, *arguments):
    done = libc.syscall(numbers[name], *arguments)
    return ctypes.get_errno() if done == -1 else 0

def opened(path, how=os.O_RDONLY):
    try:
        os.close(os.open(path, how))
        return 0
    except OSError as error:
        return error.errno

parent = os.getppid()
print([call("kill", parent, 0), call("tkill", parent, 0), call("clone", 17, 0, 0, 0, 0), call("clone3", 0, 0)])
print([call("socket", 1, 1, 0), call("ptrace", 16, parent, 0, 0), call("execve", b"/bin/true", 0, 0)])
print([call("prlimit64", parent, 0, 0, 0), call("prlimit64", 0, 0, 0, 0)])
print([call("fcntl", 0, 8, parent), call("fcntl", 0, 1, 0)])
print([call("chmod", b"/tmp", 0o777), call("memfd_create", b"x", 0), call("setpriority", 0, parent, 19)])
print([opened("/etc/passwd"), opened("/tmp/was_here", os.O_WRONLY | os.O_CREAT), opened(f"/proc/{{parent}}/mem")])
print([opened({bot!r} + "/judge.py"), opened({readable!r}[0])])
"""


@pytest.fixture
def readable():
    """A folder that nobody may read too: those above pytest's own may be closed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield folder


@pytest.mark.skipif(not LINUX, reason="this is about Linux")
@pytest.mark.parametrize("as_nobody", [True, False])
def test_what_the_kernel_refuses(readable, as_nobody):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            BEHIND.format(bot=str(BOT), readable=(str(readable),), as_nobody=as_nobody),
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    rows = [eval(line) for line in done.stdout.splitlines()]
    assert rows[:5] == [[1, 1, 1, 38], [1, 1, 1], [1, 0], [1, 0], [1, 1, 1]]
    assert rows[5][:2] == [13, 13] and rows[5][2] in (2, 13)
    assert rows[6] == [13, 0]
