"""Chromium, driven by Playwright: the browser that all other tests use too."""

from .engine import KEYS, Engine

# Playwright tells of errors in the code alone; this is how those of the page itself are heard too.
LISTEN = "addEventListener('error', (event) => console.error(event.message))"
NAMES = {code: name for name, code in KEYS.items()}


class Chromium(Engine):
    name = "chromium"

    def __init__(self, browser):
        self.complaints = []
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.add_init_script(LISTEN)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))

    def open(self, url):
        self.page.goto(url)

    def resize(self, width, height=900):
        self.page.set_viewport_size({"width": width, "height": height})

    def run(self, expression):
        return self.page.evaluate(f"() => ({expression})")

    def perform(self, kind, actions):
        mouse, keyboard = self.page.mouse, self.page.keyboard
        do = {
            "keyDown": lambda one: keyboard.down(NAMES.get(one["value"], one["value"])),
            "keyUp": lambda one: keyboard.up(NAMES.get(one["value"], one["value"])),
            "pointerMove": lambda one: mouse.move(one["x"], one["y"]),
            "pointerDown": lambda one: mouse.down(),
            "pointerUp": lambda one: mouse.up(),
        }
        for one in actions:
            do[one["type"]](one)

    def close(self):
        self.context.close()
