"""WebKit, the engine of every browser on an iPhone: Debian's WebKitGTK, driven by selenium on a screen of its own."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .engine import Engine, written

# The bars of the browser's window are as wide as their buttons: without this the page is never narrower than 447 px.
SMALL_BARS = (
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }"
)
# Its driver does not say what is written to the console; so the page keeps it, from the end of its loading on.
LISTEN = """window.said = [];
addEventListener("error", (event) => said.push(event.message));
for (const kind of ["log", "warn", "error"]) console[kind] = (...words) => said.push(words.join(" "));"""


class WebKit(Engine):
    name = "webkit"

    def __init__(self, program):
        self.home = tempfile.TemporaryDirectory()  # a fresh one: nothing is kept, no setting found
        style = Path(self.home.name) / "gtk-3.0/gtk.css"
        style.parent.mkdir()
        style.write_text(SMALL_BARS, "utf-8")
        self.screen, display = screen()
        environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": self.home.name,
            "XDG_CONFIG_HOME": self.home.name,
            "GDK_BACKEND": "x11",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
        }
        service = Service(program, env=environment, log_output=subprocess.DEVNULL)
        self.driver = webdriver.WebKitGTK(options=Options(), service=service)

    @property
    def complaints(self):
        return self.run("window.said ?? []")

    def worked(self):
        """How many seconds the processes of its pages have worked so far."""
        ticks = 0
        for process in Path("/proc").glob("[0-9]*"):
            try:
                mine = self.home.name.encode() in (process / "environ").read_bytes()
                name, _, numbers = (process / "stat").read_text().rpartition(") ")
            except OSError:  # it has ended meanwhile
                continue
            if mine and "WebKitWebProc" in name:
                ticks += sum(
                    map(int, numbers.split()[11:13])
                )  # in the program, and in the system for it
        return ticks / os.sysconf("SC_CLK_TCK")

    def open(self, url):
        self.driver.get(url)
        self.driver.execute_script(LISTEN)

    def resize(self, width, height=900):
        self.driver.set_window_rect(0, 0, width, height)
        self.wait(f"innerWidth === {width}")

    def run(self, expression):
        return json.loads(self.driver.execute_script(f"return {written(expression)}"))

    def perform(self, kind, actions):
        device = {"type": kind, "id": kind, "actions": actions}
        self.driver.execute(Command.W3C_ACTIONS, {"actions": [device]})

    def close(self):
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait()
        self.home.cleanup()


def screen():
    """A screen that nobody sees, (its process, its name): the X server picks a free number and writes it down."""
    reading, writing = os.pipe()
    size = ["-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *size],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        return process, f":{answer.readline().strip()}"
