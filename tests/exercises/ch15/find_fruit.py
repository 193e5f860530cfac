"""ex-15-1: find_fruit(text, fruits)"""

import re
from functools import lru_cache

from ..edits import edited, made


def written(body):
    return made(f"import re\n\ndef find_fruit(text, fruits):\n{body}", "find_fruit")


SOURCE = """
def find_fruit(text, fruits):
    text = text.lower()
    for fruit in fruits:
        if fruit in text:
            return fruit
    return None
"""


def changed(*pairs):
    """The answer with some of its text changed: old, new, old, new."""
    return edited(SOURCE, "find_fruit", *zip(pairs[::2], pairs[1::2]))


def by_next(text, fruits):
    return next((fruit for fruit in fruits if fruit in text.lower()), None)


def by_find(text, fruits):
    for fruit in fruits:
        if text.lower().find(fruit) >= 0:
            return fruit


def by_count(text, fruits):
    for fruit in fruits:
        if text.casefold().count(fruit):
            return fruit


def by_pattern(text, fruits):
    for fruit in fruits:
        if re.search(re.escape(fruit), text, re.IGNORECASE):
            return fruit
    return None


def by_list(text, fruits):
    found = [fruit for fruit in fruits if fruit in text.lower()]
    return found[0] if found else None


def by_index(text, fruits):
    i = 0
    while i < len(fruits):
        if fruits[i] in text.lower():
            return fruits[i]
        i += 1


def by_slices(text, fruits):
    text = text.lower()
    for fruit in fruits:
        for start in range(len(text)):
            if text[start : start + len(fruit)] == fruit:
                return fruit
    return None


def by_error(text, fruits):
    for fruit in fruits:
        try:
            text.lower().index(fruit)
        except ValueError:
            continue
        return fruit


def by_filter(text, fruits):
    return next(filter(text.lower().__contains__, fruits), None)


def backwards(text, fruits):
    found = None
    for fruit in fruits[::-1]:
        if fruit in text.lower():
            found = fruit
    return found


def recursive(text, fruits):
    if not fruits:
        return None
    return fruits[0] if fruits[0] in text.lower() else recursive(text, fruits[1:])


def by_split(text, fruits):
    for fruit in fruits:
        if len(text.lower().split(fruit)) > 1:
            return fruit


def by_partition(text, fruits):
    for fruit in fruits:
        if text.lower().partition(fruit)[1]:
            return fruit
    return None


class Finder:
    def __call__(self, text, fruits):
        return by_next(text, fruits)


@lru_cache
def remembered(text, fruits):
    return by_next(text, fruits)


RIGHT = [
    by_next,
    by_find,
    by_count,
    by_pattern,
    by_list,
    by_index,
    by_slices,
    by_error,
    by_filter,
    backwards,
    recursive,
    by_split,
    by_partition,
    Finder(),
    lambda text, fruits: remembered(text, tuple(fruits)),
    lambda text, fruits: ([f for f in fruits if f in text.lower()] + [None])[0],
    changed(),
]


def in_place(text, fruits):
    fruits.sort(key=lambda fruit: fruit not in text.lower())
    return fruits[0] if fruits and fruits[0] in text.lower() else None


seen = []


def keeps(text, fruits):
    seen.extend(fruits)
    return by_next(text, seen)


IN, FOUND = "fruit in text:", "            return fruit\n"
ALL = "[f for f in fruits if f in text.lower()]"

WRONG = [
    (changed(IN, "fruit == text:"), "from end to end"),
    (written("    return text if text in fruits else None"), "from end to end"),
    (written("    return text.lower() if text.lower() in fruits else None"), "from end to end"),
    (changed(IN, "fruit in text.split():"), "only whole words are found"),
    (
        written(
            "    for word in text.split():\n        if word in fruits:\n            return word"
        ),
        "only whole words",
    ),
    (changed(IN, "text.startswith(fruit):"), "only a fruit at the start"),
    (changed(IN, "text[: len(fruit)] == fruit:"), "only a fruit at the start"),
    (changed(IN, "text.endswith(fruit):"), "only a fruit at the end"),
    (changed(IN, "text.startswith(fruit) or text.endswith(fruit):"), "one in the middle is not"),
    (changed("text = text.lower()", "pass"), "capital letters hide a fruit"),
    (changed("text = text.lower()", "text.lower()"), "capital letters hide a fruit"),
    (changed("text.lower()", "text.upper()"), "nothing comes back for any text"),
    (changed(IN, "text in fruit:"), "looks for the text in the fruit"),
    (changed(IN, "text in fruit or fruit in text:"), "one in the other is enough"),
    (changed(IN, "set(fruit) <= set(text):"), "side by side"),
    (changed(IN, "all(c in text for c in fruit):"), "side by side"),
    (changed("text.lower()", 'text.lower().replace(" ", "")'), "the spaces are taken out"),
    (changed(FOUND, FOUND + "        return None\n"), "return None after the loop"),
    (changed("    return None", "        return None"), "return None after the loop"),
    (changed(IN, "text.find(fruit):"), "every text says a fruit"),
    (changed(IN, "text.find(fruit) > 0:"), "0 counts as false"),
    (changed(IN, "fruit not in text:"), "the condition is turned round"),
    (changed(IN, "fruit:"), "every text says a fruit"),
    (written(f"    return {ALL}"), "all of them are returned"),
    (written(f"    return {ALL} or None"), "all of them are returned"),
    (written(f"    return ({ALL} or [None])[-1]"), "the last fruit of the list that the text says"),
    (written(f"    return max({ALL}, key=len, default=None)"), "the longest fruit"),
    (written(f"    return min({ALL}, key=len, default=None)"), "the shortest fruit"),
    (written(f"    return min({ALL}, default=None)"), "first of the alphabet"),
    (
        written(f"    return min({ALL}, key=text.lower().index, default=None)"),
        "first in the text",
    ),
    (
        written(
            "    found = re.search('|'.join(fruits) or '-', text.lower())\n    return found and found[0]"
        ),
        "first in the text",
    ),
    (written("    return any(f in text.lower() for f in fruits)"), "it says whether there is one"),
    (changed("return fruit\n", "return True\n", "return None", "return False"), "it says whether"),
    (changed("return fruit\n", "return True\n"), "it says whether"),
    (changed("return fruit\n", "return False\n", "return None", "return True"), "turned round"),
    (changed("return fruit\n", "return fruits.index(fruit)\n"), "place of the fruit in the list"),
    (changed("return fruit\n", "return text.index(fruit)\n"), "where the fruit stands in the text"),
    (written(f"    return len({ALL})"), "how many fruits"),
    (changed("return fruit\n", "return text\n"), "it returns the text"),
    (changed("return fruit\n", "return [fruit]\n"), "the fruit stands in a list"),
    (changed("return None", 'return ""'), "where there is none, None is asked"),
    (changed("return None", "return False"), "where there is none, None is asked"),
    (changed("return None", 'return "None"'), "where there is none, None is asked"),
    (changed("return fruit\n", "return fruit.upper()\n"), "in capital letters"),
    (written(f"    return {ALL}[0]"), "nothing to look for"),
    (changed("return fruit\n", "print(fruit)\n"), "not with print"),
    (changed("return fruit\n", "return text, fruit\n"), None),
    (in_place, "changed its input"),
    (keeps, None),
    (changed("for fruit in fruits", "while True"), None),
    (lambda fruits, text: by_next(text, fruits), "in the order of"),
    (lambda text: text, "does not start"),
    ("pear", "not a function"),
    (["pear"], "not a function"),
]
