"""What a page links to, and where links may lead within it."""

import functools
from html.parser import HTMLParser


class Links(HTMLParser):
    """Collects the addresses a page links to and the anchors it has."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(path.read_text("utf-8"))

    @staticmethod
    @functools.cache
    def of(path):
        return Links(path)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id"):
            self.anchors.add(attributes["id"])
        if tag in ("a", "link", "img", "script"):
            self.links += [value for name in ("href", "src") if (value := attributes.get(name))]
