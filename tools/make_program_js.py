"""The program, the course's table and what is said of its lines as JavaScript modules: python tools/make_program_js.py

The sources are ladder/train5.py, microgpt/course.py and, in microgpt/widgets, model/gpt_lines.json, model/blocks.json
and program/regions.
A test proves that the modules are what this writes.
"""

import json
import re
import runpy
from pathlib import Path

from microgpt.course import CHAPTERS, PARTS

ROOT = Path(__file__).parents[1]
WIDGETS = ROOT / "microgpt" / "widgets"
MARKER = re.compile(r"\s*# --- (\w+): (.+) ---$")


def program():
    """The lines of the program."""
    return (ROOT / "ladder" / "train5.py").read_text("utf-8").splitlines()


def regions(lines):
    """[region] in the program's order. `mark` is the number of its marker line; `first` to `last` are its code."""
    found = []
    for number, line in enumerate(lines, 1):
        if match := MARKER.match(line):
            name, words = match.groups()
            chapter = next(chapter.number for chapter in CHAPTERS if name in chapter.regions)
            explanation = words[0].upper() + words[1:] + "."
            found.append(
                {
                    "name": name,
                    "explanation": explanation,
                    "chapter": chapter,
                    "mark": number,
                    "first": number + 1,
                }
            )
        if found and line.strip():
            found[-1]["last"] = number
    return found


def module(source, **values):
    """A module that exports each value under its name, the entries of a list one per line."""
    text = f"// Written by tools/make_program_js.py from {source}: not for editing.\n"
    for name, entries in values.items():
        text += (
            f"export const {name} = [\n"
            + "".join(f"  {json.dumps(entry, ensure_ascii=False)},\n" for entry in entries)
            + "];\n"
        )
    return text


def by_itself(name):
    """What a file of the widgets defines. It is run by itself: no widget can be imported before these modules exist."""
    return runpy.run_path(str(WIDGETS / name))


def texts(lines):
    """(gpt_lines, blocks): what is said of lines and boxes, each line named by a piece of it now by its number."""
    read = by_itself("model/texts.py")
    spans = {region["name"]: (region["first"], region["last"]) for region in regions(lines)}

    def number(name, piece):
        return read["find_line"](lines, *spans[name], piece)

    gpt_lines = [
        {"region": name, **one, "line": number(name, one["line"])}
        for name, told in read["load_lines"]().items()
        for one in told
    ]
    blocks = [
        {
            **box,
            "code": {
                name: [number(name, piece) for piece in pieces]
                for name, pieces in box["code"].items()
            },
        }
        for box in read["load_blocks"]().values()
    ]
    return gpt_lines, blocks


def words(lines):
    """What is said of each region, in the program's order."""
    told = by_itself("program/regions.py")["load_regions"]()
    return [{"name": region["name"], **told[region["name"]]} for region in regions(lines)]


def modules():
    """{path below microgpt/widgets: text} of each module."""
    lines = program()
    gpt_lines, blocks = texts(lines)
    fields = ("number", "title", "part", "line", "regions")
    return {
        "data/program.js": module("ladder/train5.py", regions=regions(lines), lines=lines),
        "data/course.js": module(
            "microgpt/course.py",
            parts=[{"part": part, "title": title} for part, title in PARTS.items()],
            chapters=[{field: getattr(chapter, field) for field in fields} for chapter in CHAPTERS],
        ),
        "data/gpt_lines.js": module("model/gpt_lines.json", gptLines=gpt_lines),
        "data/region_words.js": module("program/regions", words=words(lines)),
        "data/blocks.js": module("model/blocks.json", blocks=blocks),
    }


if __name__ == "__main__":
    for name, text in modules().items():
        (WIDGETS / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text)} characters")
