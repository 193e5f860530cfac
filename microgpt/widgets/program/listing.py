"""The program's lines and regions as the widgets show them: what `tools/make_program_js.py` wrote of it."""

import json
import re
from functools import cache
from pathlib import Path

LISTING = Path(__file__).parents[1] / "data" / "program.js"
LIST = re.compile(r"^export const (\w+) = \[\n(.*?)^\];$", re.MULTILINE | re.DOTALL)


@cache
def load_listing():
    """(regions, lines). A region has a name, its chapter, and the numbers of its lines: mark, first, last.

    >>> regions, lines = load_listing()
    >>> regions[8]["name"], lines[regions[8]["first"] - 1]
    ('softmax', 'def softmax(logits):')
    """
    text = LISTING.read_text("utf-8")
    found = {
        name: json.loads(f"[{body.rstrip().rstrip(',')}]") for name, body in LIST.findall(text)
    }
    return found["regions"], found["lines"]
