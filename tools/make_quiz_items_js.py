"""Quiz items and predictions of all chapters as a JavaScript module: python tools/make_quiz_items_js.py

The sources are microgpt/widgets/quiz/items and microgpt/course.py. For each item the module also has the place of the
passage that explains it: a chapter, and the id that the book gives to the heading. A test proves that the module is
what this writes.
"""

import json
from pathlib import Path

from docutils.nodes import make_id

from microgpt.course import CHAPTERS

ROOT = Path(__file__).parents[1]
ITEMS = ROOT / "microgpt" / "widgets" / "quiz" / "items"
FILE = ROOT / "microgpt" / "widgets" / "data" / "quiz_items.js"
NOTE = "// Written by tools/make_quiz_items_js.py from quiz/items and microgpt/course.py: not for editing.\n"


def entry(kind, item, label):
    """An item with its kind, and with where its passage stands."""
    place = {"chapter": item.get("about", label), "anchor": make_id(item["section"])}
    return {"asks": kind} | item | {"passage": place}


def chapters():
    """Read from the files: no widget can be imported before the module exists."""
    found = []
    for chapter in CHAPTERS:
        path = ITEMS / f"{chapter.label}.json"
        file = json.loads(path.read_text("utf-8")) if path.exists() else {}
        items = [
            entry(kind, item, chapter.label)
            for kind in ("quiz", "predict")
            for item in file.get(kind, [])
        ]
        if items:
            found.append({"chapter": chapter.label, "title": chapter.title, "items": items})
    return found


def module():
    """The text of the module, an item a line."""
    text = f"{NOTE}export const chapters = [\n"
    for chapter in chapters():
        items = "".join(f"    {json.dumps(one, ensure_ascii=False)},\n" for one in chapter["items"])
        head = json.dumps(
            {name: chapter[name] for name in ("chapter", "title")}, ensure_ascii=False
        )
        text += f'  {head[:-1]}, "items": [\n{items}  ]}},\n'
    return f"{text}];\n"


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(module())} characters")
