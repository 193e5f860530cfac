"""Exercise 15.1: which fruit does a text say?"""

import re

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop

FRUITS = ["apple", "banana", "fig", "lemon", "lime", "mango", "olive", "pear"]


def by(says):
    """find_fruit, with another idea of what it is that a text says a fruit."""

    def find_fruit(text, fruits):
        return next((fruit for fruit in fruits if says(text, fruit)), None)

    return find_fruit


find_fruit = by(lambda text, fruit: fruit in text.lower())


def of_result(change):
    """The right result, changed."""
    return lambda text, fruits: change(find_fruit(text, fruits))


def all_found(text, fruits):
    return [fruit for fruit in fruits if fruit in text.lower()]


def first_in_text(text, fruits):
    return min(all_found(text, fruits), key=text.lower().index, default=None)


def last_in_text(text, fruits):
    return max(all_found(text, fruits), key=text.lower().index, default=None)


def last_in_list(text, fruits):
    return next(reversed(all_found(text, fruits)), None)


def only_first_fruit(text, fruits):
    return find_fruit(text, fruits[:1])


def only_last_fruit(text, fruits):
    return find_fruit(text, fruits[-1:])


def text_and_fruits(rng):
    """Fruits in any order; a text that holds two, one or none of them, among other letters."""
    fruits = rng.sample(FRUITS, rng.randint(2, 6))
    parts = rng.sample(fruits, rng.choice([0, 1, 1, 2])) + rng.choices(
        ["em", "lia", "pe", "o"], k=2
    )
    rng.shuffle(parts)
    text = "".join(parts)
    return (text.upper() if rng.random() < 0.3 else text), fruits


INSIDE = "letters that stand side by side anywhere in the text count: write fruit in text."
SIDES = ["apple", "lime", "lemon", "pear"]

FIND_FRUIT = Function(
    "ex-15-1",
    "find_fruit(text, fruits)",
    start="make the text lower case, and look at one fruit after the other.",
    right=find_fruit,
    more=text_and_fruits,
    drawn="texts and fruits",
    cases=[
        Case("a fruit inside a name", ("pearl", SIDES), "pear"),
        Case("a fruit in the middle", ("alimea", SIDES), "lime"),
        Case("a fruit at the end", ("philemon", SIDES), "lemon"),
        Case("the fruit itself", ("apple", SIDES), "apple"),
        Case("capital letters", ("PeARL", SIDES), "pear"),
        Case("two of them: the first in the list", ("lemonlime", SIDES), "lime"),
        Case("the list in another order", ("lemonlime", ["pear", "lemon", "lime"]), "lemon"),
        Case("a capital letter at the start", ("Pearl", SIDES), "pear"),
        Case("a word among others", ("em lime", SIDES), "lime"),
        Case("a fruit that lacks a letter", ("pea", SIDES), None),
        Case("letters that are not side by side", ("pe ar", SIDES), None),
        Case("no fruit", ("emma", SIDES), None),
        Case("an empty text", ("", SIDES), None),
        Case("no fruits to look for", ("pear", []), None),
    ],
    mistakes=[
        Mistake(
            f"only a text that is a fruit from end to end is found; {INSIDE}",
            by(lambda text, fruit: fruit == text.lower()),
            by(lambda text, fruit: fruit == text),
        ),
        Mistake(
            f"only whole words are found; {INSIDE}",
            by(lambda text, fruit: fruit in text.lower().split()),
            by(lambda text, fruit: fruit in text.split()),
            by(lambda text, fruit: bool(re.search(rf"\b{fruit}\b", text.lower()))),
        ),
        Mistake(
            f"only a fruit at the start of the text is found; {INSIDE}",
            by(lambda text, fruit: text.lower().startswith(fruit)),
            by(lambda text, fruit: text.startswith(fruit)),
        ),
        Mistake(
            f"only a fruit at the end of the text is found; {INSIDE}",
            by(lambda text, fruit: text.lower().endswith(fruit)),
            by(lambda text, fruit: text.endswith(fruit)),
        ),
        Mistake(
            f"a fruit at the start or at the end is found, and one in the middle is not; {INSIDE}",
            by(lambda text, fruit: text.lower().startswith(fruit) or text.lower().endswith(fruit)),
        ),
        Mistake(
            "a fruit at the very start of the text is not found: find gives 0 there, and 0 counts as false.",
            by(lambda text, fruit: text.lower().find(fruit) > 0),
        ),
        Mistake(
            "every text says a fruit here: find gives -1 where there is none, and -1 counts as true.",
            by(lambda text, fruit: bool(text.lower().find(fruit))),
            by(lambda text, fruit: True),
        ),
        Mistake(
            "capital letters hide a fruit; make the text lower case first.",
            by(lambda text, fruit: fruit in text),
        ),
        Mistake(
            "only capital letters at the start are taken as small ones; use lower() on the whole text.",
            by(lambda text, fruit: fruit in text[:1].lower() + text[1:]),
        ),
        Mistake(
            "it looks for the text in the fruit, so that pea says pear; look for the fruit in the text.",
            by(lambda text, fruit: text.lower() in fruit),
            by(lambda text, fruit: text in fruit),
            by(lambda text, fruit: bool(text) and text.lower() in fruit),
        ),
        Mistake(
            "one in the other is enough here, whichever it is; only a fruit in the text counts.",
            by(lambda text, fruit: fruit in text.lower() or text.lower() in fruit),
        ),
        Mistake(
            "the letters of the fruit may stand anywhere here; they have to stand side by side.",
            by(lambda text, fruit: set(fruit) <= set(text.lower())),
            by(lambda text, fruit: all(letter in text.lower() for letter in fruit)),
        ),
        Mistake(
            "the spaces are taken out of the text; letters with a space between them are not side by side.",
            by(lambda text, fruit: fruit in text.lower().replace(" ", "")),
            by(lambda text, fruit: fruit in "".join(text.lower().split())),
        ),
        Mistake(
            "only the first fruit of the list is looked for.",
            only_first_fruit,
            because={returns_in_loop: "return None after the loop, not inside it."},
        ),
        Mistake(
            "only the last fruit of the list counts.",
            only_last_fruit,
        ),
        Mistake(
            "the last fruit of the list that the text says is returned; asked is the first.",
            last_in_list,
            because={},
        ),
        Mistake(
            "the fruit that comes first in the text is returned; asked is the first in the list.",
            first_in_text,
        ),
        Mistake(
            "the fruit that comes last in the text is returned; asked is the first in the list.",
            last_in_text,
        ),
        Mistake(
            "the longest fruit is returned; asked is the first in the list.",
            lambda text, fruits: max(all_found(text, fruits), key=len, default=None),
        ),
        Mistake(
            "the shortest fruit is returned; asked is the first in the list.",
            lambda text, fruits: min(all_found(text, fruits), key=len, default=None),
        ),
        Mistake(
            "the first of the alphabet is returned; keep the order of the list.",
            lambda text, fruits: find_fruit(text, sorted(fruits)),
        ),
        Mistake(
            "all of them are returned, in a list; return the first one alone.",
            all_found,
            lambda text, fruits: all_found(text, fruits) or None,
        ),
        Mistake(
            "it says whether there is one; return the fruit itself, or None.",
            of_result(lambda fruit: fruit is not None),
            of_result(lambda fruit: True if fruit else None),
        ),
        Mistake(
            "True and False are turned round, and the fruit itself is asked.",
            of_result(lambda fruit: fruit is None),
        ),
        Mistake(
            "it returns the place of the fruit in the list; return the fruit itself.",
            lambda text, fruits: (
                fruits.index(found) if (found := find_fruit(text, fruits)) else None
            ),
        ),
        Mistake(
            "it returns where the fruit stands in the text; return the fruit itself.",
            lambda text, fruits: (
                text.lower().index(found) if (found := find_fruit(text, fruits)) else None
            ),
        ),
        Mistake(
            "it returns how many fruits the text says; return the first one.",
            lambda text, fruits: len(all_found(text, fruits)),
        ),
        Mistake(
            "it returns the text; return the fruit that the text says.",
            lambda text, fruits: text if find_fruit(text, fruits) else None,
            lambda text, fruits: text.lower() if find_fruit(text, fruits) else None,
        ),
        Mistake(
            "the fruit stands in a list; return the fruit alone.",
            of_result(lambda fruit: fruit and [fruit]),
            of_result(lambda fruit: [fruit] if fruit else []),
        ),
        Mistake(
            "where there is none, None is asked, and nothing in its place.",
            *[
                of_result(lambda fruit, empty=empty: empty if fruit is None else fruit)
                for empty in ("", False, "None", 0, -1, [])
            ],
        ),
        Mistake(
            "nothing comes back for any text. The fruits are in lower case, so look for them in text.lower(); "
            "and hand the fruit back with return, not with print.",
            lambda text, fruits: None,
        ),
        Mistake(
            "the fruit is returned in capital letters; return it as it stands in the list.",
            of_result(lambda fruit: fruit and fruit.upper()),
        ),
        Mistake(
            "it returns a fruit that the text does not say; the condition is turned round.",
            by(lambda text, fruit: fruit not in text.lower()),
            by(lambda text, fruit: fruit not in text),
        ),
        Mistake(
            "where the list is empty there is nothing to look for; return None.",
            raises="list index out of range|empty|StopIteration",
        ),
    ],
)
