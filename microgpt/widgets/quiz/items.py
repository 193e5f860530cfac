"""The texts and answers of quiz, predict, explain and explore items: `items/NN.json` holds those of chapter NN.

A file is one JSON object with four lists, one for each kind. Every item has an `id` that begins with its chapter.
Texts may contain `code` in backticks and *emphasis* between asterisks, and no other markup.

    quiz     question, options, explanation; optionally `about`, the earlier chapter that it asks about
    predict  kind, question, explanation, and by its kind:
             choice   options
             number   answer, low, high, unit, hint, mistakes; optionally tolerance
             mark     answer, low, high, step, tolerance, hint, mistakes: a place on a line from low to high
    explain  prompt, model (an answer to compare with), points (two or three to look for in one's own)
    explore  goal, explanation, widget (the class it watches), example (traits of a widget it can be met with)

`options` is a list of {text, feedback}; exactly one also has `"right": true`. The feedback of a wrong option names
the misunderstanding and does not give the answer away. `mistakes` is a list of {value, feedback}; `hint` is said to
every other wrong number.
"""

import json
import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..traits import is_number

FOLDER = Path(__file__).parent / "items"
# `section` is the heading of the passage to read again: in the chapter that `about` names, else in its own.
ASKED = {"id", "section", "question", "explanation"}
OPTIONS = ASKED | {"options"}
GUESS = ASKED | {"kind", "answer", "low", "high", "hint", "mistakes"}
FIELDS = {  # kind of item: (fields it has, fields it may have)
    "quiz": (OPTIONS, {"about"}),
    "predict choice": (OPTIONS | {"kind"}, set()),
    "predict number": (GUESS | {"unit"}, {"tolerance"}),
    "predict mark": (GUESS | {"step", "tolerance"}, set()),
    "explain": ({"id", "prompt", "model", "points"}, set()),
    "explore": ({"id", "goal", "explanation", "widget", "example"}, set()),
    "start": ({"id", "topic", "question", "options"}, {"section"}),
}
KINDS = ("quiz", "predict", "explain", "explore")
MARKUP = re.compile(r"`([^`]+)`|\*([^*\s](?:[^*]*[^*\s])?)\*")
CODE = 28
FOREIGN = re.compile(r"[`*$<>\n]|\]\(|\bNaN\b")


class ItemError(ValueError):
    """An item that is not there or cannot be used; the message names it and says why."""


def plain(text):
    """
    >>> plain("What does `zip` do with *short* lists?")
    'What does zip do with short lists?'
    """
    return MARKUP.sub(lambda match: match[1] or match[2], text)


def need(condition, item, message):
    if not condition:
        raise ItemError(f"{item.get('id', 'an item without id')}: {message}")


def check_text(item, text):
    need(isinstance(text, str) and text == text.strip() != "", item, f"{text!r} must be a text.")
    code_aside = MARKUP.sub(lambda match: "" if match[1] else match[2], text)
    need(not FOREIGN.search(code_aside), item, f"{text!r}: only `code` and *emphasis* are allowed.")
    codes = [match[1] for match in MARKUP.finditer(text) if match[1]]
    short = all(len(code) <= CODE for code in codes)
    need(short, item, f"{text!r}: code may have {CODE} characters, so that it fits a phone.")


def check_options(item):
    options = item["options"]
    need(isinstance(options, list) and 2 <= len(options) <= 5, item, "needs two to five options.")
    for option in options:
        whole = isinstance(option, dict) and option.keys() - {"right"} == {"text", "feedback"}
        need(whole, item, "an option has text and feedback.")
        need(option.get("right", True) is True, item, "`right` is true, or not there.")
        check_text(item, option["text"])
        check_text(item, option["feedback"])
    right = sum("right" in option for option in options)
    need(right == 1, item, "exactly one option must be right.")
    for field in ("text", "feedback"):
        different = len({option[field] for option in options}) == len(options)
        need(different, item, f"two options have the same {field}.")


def check_guess(item):
    low, high, answer, step = item["low"], item["high"], item["answer"], item.get("step", 1)
    tolerance = item.get("tolerance", 0)
    numbers = all(map(is_number, (low, high, answer, tolerance)))
    need(numbers, item, "low, high, answer and tolerance must be numbers.")
    need(low <= answer <= high and low < high, item, "the answer must lie between low and high.")
    need(0 <= tolerance < (high - low) / 4, item, "the tolerance must be small.")
    need(is_number(step) and step > 0, item, "step must be a positive number.")
    check_text(item, item["hint"])
    if item.get("unit"):
        check_text(item, item["unit"])
    need(isinstance(item["mistakes"], list), item, "mistakes must be a list.")
    for mistake in item["mistakes"]:
        whole = isinstance(mistake, dict) and mistake.keys() == {"value", "feedback"}
        need(whole, item, "a mistake has value and feedback.")
        value = mistake["value"]
        inside = is_number(value) and low <= value <= high
        need(inside, item, "a mistake lies between low and high.")
        need(abs(value - answer) > tolerance, item, f"{value} is no mistake.")
        check_text(item, mistake["feedback"])
    values = [mistake["value"] for mistake in item["mistakes"]]
    need(len(set(values)) == len(values), item, "a mistake stands twice.")


def validate(item, kind, chapter):
    """Raise ItemError unless `item` of this kind and of chapter "NN" has what its widget needs."""
    need(
        isinstance(item, dict), {"id": f"{kind} of chapter {chapter}"}, "an item must be an object."
    )
    shape = f"{kind} {item.get('kind')}" if kind == "predict" else kind
    need(shape in FIELDS, item, "kind must be choice, number or mark.")
    has, may = FIELDS[shape]
    need(has <= item.keys() <= has | may, item, f"must have the fields {', '.join(sorted(has))}.")
    need(
        re.fullmatch(rf"{chapter}-[a-z0-9-]+", str(item["id"])),
        item,
        f"its id must begin with {chapter}-.",
    )
    for field in ("section", "topic", "question", "explanation", "prompt", "model", "goal"):
        if field in item:
            check_text(item, item[field])
    if "options" in item:
        check_options(item)
    if "answer" in item:
        check_guess(item)
    if "about" in item:
        need(
            re.fullmatch(r"\d\d", str(item["about"])) and item["about"] < chapter,
            item,
            "about must be an earlier chapter.",
        )
    if kind == "explain":
        need(
            isinstance(item["points"], list) and 2 <= len(item["points"]) <= 3,
            item,
            "needs two or three points.",
        )
        for point in item["points"]:
            check_text(item, point)
    if kind == "explore":
        need(
            isinstance(item["widget"], str) and isinstance(item["example"], dict),
            item,
            "widget is a name, example is an object.",
        )


@cache
def load_items():
    """{kind: {id: item}} of all chapters, each kind in the order of the files."""
    items = {kind: {} for kind in KINDS}
    for path in sorted(FOLDER.glob("*.json")):
        file = json.loads(path.read_text("utf-8"))
        if file.keys() != set(KINDS):
            raise ItemError(f"{path.name} must have the lists {', '.join(KINDS)}.")
        for kind in KINDS:
            for item in file[kind]:
                validate(item, kind, path.stem)
                need(item["id"] not in items[kind], item, "this id is used twice.")
                items[kind][item["id"]] = item
    return items


def find_item(kind, item_id):
    """The item with this id; ItemError with the nearest ids when there is none.

    >>> find_item("quiz", "01-a")["id"]
    '01-a'
    """
    items = load_items()[kind]
    if isinstance(item_id, str) and item_id in items:
        return items[item_id]
    near = get_close_matches(str(item_id), items, n=3, cutoff=0.5) or list(items)[:4]
    raise ItemError(
        f"there is no {kind} item {item_id!r}; did you mean {' or '.join(map(repr, near))}?"
    )
