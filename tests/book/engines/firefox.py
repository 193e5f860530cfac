"""Firefox, as it is installed. It speaks WebDriver BiDi, and so does selenium: no driver stands between."""

import json
import subprocess
import tempfile
import time
from pathlib import Path

from selenium.webdriver.common.bidi.browsing_context import BrowsingContext
from selenium.webdriver.common.bidi.input import Input
from selenium.webdriver.common.bidi.script import Script
from selenium.webdriver.common.bidi.session import Session
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from .engine import PATIENCE, Engine, written

NOTE = "WebDriverBiDiServer.json"  # which Firefox leaves in its profile: where it listens
# What it says of a formula that it draws while the page is still on its way.
HALF_READ = "Invalid markup: Incorrect number of children"


class Firefox(Engine):
    name = "firefox"

    def __init__(self, program):
        self.complaints = []
        self.profile = tempfile.TemporaryDirectory()
        command = [program, "--headless", "--no-remote", "--profile", self.profile.name]
        self.process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.connection = WebSocketConnection(f"{self.address()}/session", PATIENCE, 0.01)
        self.session = Session(self.connection)
        self.session.new({"alwaysMatch": {}})
        self.windows = BrowsingContext(self.connection)
        self.window = self.windows.get_tree()[0].context
        self.connection.callbacks["log.entryAdded"] = [self.hear]
        self.session.subscribe(["log.entryAdded"])

    def address(self):
        """Where it listens, as soon as it does."""
        note = Path(self.profile.name) / NOTE
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"Firefox ended with {self.process.returncode} at its start")
            if note.exists() and (text := note.read_text("utf-8")):
                where = json.loads(text)
                return f"ws://{where['ws_host']}:{where['ws_port']}"
            time.sleep(0.02)
        raise TimeoutError("Firefox does not listen")

    def hear(self, entry):
        if not entry["text"].startswith(HALF_READ):
            self.complaints.append(entry["text"])

    def open(self, url):
        self.windows.navigate(self.window, url, "complete")

    def resize(self, width, height=900):
        self.windows.set_viewport(self.window, {"width": width, "height": height})

    def run(self, expression):
        script, where = Script(self.connection), {"context": self.window}
        answer = script.evaluate(written(expression), where, False)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def perform(self, kind, actions):
        device = {"type": kind, "id": kind, "actions": actions}
        Input(self.connection).perform_actions(self.window, [device])

    def close(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.profile.cleanup()
