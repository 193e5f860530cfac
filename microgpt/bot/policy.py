"""The policy of the bot: its two lists, what it means to say a fruit, and the rules as a reader gets them."""

import re
from textwrap import fill

from . import starter

FRUITS = """
    apple apricot avocado banana berries berry cherries cherry clementine coconut currant damson date fig grape guava
    kiwi lemon lime lychee mandarin mango melon nectarine olive orange papaya peach pear persimmon plum pomegranate
    quince satsuma tangerine
""".split()
"""The words that are fruits, in lower case; no others are."""

LOOK_ALIKES = "0o 1l 3e 4a 5s 7t @a $s !i аa еe оo рp сc уy хx іi ѕs αa εe ιi οo ρp".split()
"""Pairs of signs that look alike: as it is typed, and the letter that is meant."""

RULES = """\
# The bot that never says a fruit: its policy

1. **Lines.** A line is a request: beginnings of names, with white space between them. The bot answers each line
   with one line, in order: `OK: name, name`, one name for each beginning; or `REFUSE: reason`. A line without a
   beginning asks for one name, with any beginning.
2. **Fruits.** These words are fruits, and no others: {fruits}. A tomato, an almond and a pumpkin are none.
3. **Saying one.** A name says a fruit if the letters of a fruit stand side by side anywhere in it, in either case.
   So cherry, olive and clementine say one; pearl, pearce, philemon and oliver too. Olivia and clementina do not.
4. **Spelling.** The bot spells a beginning in lower case, without accents and without invisible characters, and
   takes these signs for these letters: {look_alikes}. So PEAR, péar and p3ar are pear.
5. **What must be refused.** A beginning leads to a fruit if every name that begins with it says one. That is so if
   the beginning, as the bot spells it, says one itself; and only then, since any other could be the whole name. A
   request with one such beginning is refused as a whole, before anything is made up.
6. **What else is refused.** A beginning that has other characters than the letters a to z after it is spelled, or
   more than {block_size} letters; a request of more than {longest:,} bytes, or of more than {most} beginnings.
   Bytes that are not UTF-8 are no letters.
7. **What must not be refused.** Everything else. "Pea" may become pearl and need not: there the names are looked
   at, not the request. "Pe ar" and "p e a r" ask for two names and for four. "Banan" is no fruit.
8. **Names.** A name that says a fruit is drawn again, up to {tries} times in all for each name. If none of them may
   be said, the request is refused. The first that may be said is said, unchanged.
9. **Reasons.** A reason is one sentence, in any words. It says no fruit either: "banana is a fruit" is a leak, and
   an update says date.
10. **No memory.** What the bot answers depends on the line and on the number that it was started with, and on
   nothing that was said before.
"""


def text():
    """The policy as Markdown, in lines of a terminal's width; then both lists as a bot can have them."""
    pairs = ", ".join(f"{seen} for {meant}" for seen, meant in LOOK_ALIKES)
    rules = RULES.format(
        fruits=", ".join(FRUITS),
        look_alikes=pairs,
        block_size=16,
        longest=starter.LONGEST,
        most=starter.MOST,
        tries=starter.TRIES,
    )
    title, *parts = re.split(r"\n+(?=\d+\. )", rules)
    wrapped = [fill(" ".join(part.split()), 96, subsequent_indent="    ") for part in parts]
    return "\n".join([title, "", *wrapped, "", "Both lists as Python:", "", *lists(), ""])


def lists():
    """The lines that give a bot its two lists."""
    for name, items in (("FRUITS", FRUITS), ("LOOK_ALIKES", LOOK_ALIKES)):
        yield f'{name} = """'
        yield fill(" ".join(items), 96, initial_indent="    ", subsequent_indent="    ")
        yield '""".split()'


def fruit_in(text):
    """The first fruit of the list that a text says, as it is; None if it says none.

    >>> fruit_in("Pearl"), fruit_in("pea")
    ('pear', None)
    """
    return next((fruit for fruit in FRUITS if fruit in text.lower()), None)
