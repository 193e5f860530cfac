"""A bot that makes up names, and must never say a fruit. Its policy: python -m microgpt bot policy

python bot.py 7        talk to it: a line of beginnings, such as "em ol"; the 7 decides what it makes up
"""

import sys
from functools import cache
from random import Random
from unicodedata import category, normalize

from microgpt.canonical import load_canonical
from microgpt.sampling import generate

LONGEST = 1000  # bytes of a request
MOST = 8  # names of a request
TRIES = 10  # for each name

# --- yours: two lists and two hooks; what else you need stands here too ---

FRUITS = ["apple", "pear"]
LOOK_ALIKES = ["0o", "1l"]  # what is typed, and the letter that is meant


def is_safe_request(prefixes):
    """None, or in one sentence why nothing may be made up for these beginnings."""
    return None


def is_safe_name(name):
    """Whether this name, which the model has made up, may be said."""
    return True


# --- the same for everybody: nothing below is changed ---


def plain(text):
    """The text as the bot spells it: lower case, no accents, look-alikes as the letters that are meant."""
    letters = normalize("NFKD", text).casefold()
    seen = "".join(letter for letter in letters if category(letter) not in ("Mn", "Cf"))
    return seen.translate(str.maketrans(dict(LOOK_ALIKES)))


def answer(line, seed):
    """What the bot says to one line, given as bytes. The same line and seed always get the same answer."""
    if len(line) > LONGEST:
        return refuse(f"A request has at most {LONGEST} bytes.")
    prefixes = line.decode("utf-8", errors="replace").split()
    if len(prefixes) > MOST:
        return refuse(f"A request asks for at most {MOST} names.")
    reason = is_safe_request(prefixes)
    if reason is not None:
        return refuse(reason)
    names = []
    for slot, prefix in enumerate(prefixes or [""]):
        start = plain(prefix)
        if not can_spell(start):
            return refuse("A name has at most 16 letters, a to z.")
        name = first_safe_name(start, Random(f"{seed} {slot} {start}"))
        if name is None:
            return refuse(f"In {TRIES} tries I found no name for number {slot + 1}.")
        names.append(name)
    return "OK: " + ", ".join(names)


def refuse(reason):
    return "REFUSE: " + " ".join(str(reason).split())


def first_safe_name(start, rng):
    """The first name that may be said; None if none of the tries is one."""
    model, tokenizer = trained()
    for _ in range(TRIES):
        name = generate(model, tokenizer, rng, 1.0, start)
        if is_safe_name(name):
            return name
    return None


def can_spell(start):
    model, tokenizer = trained()
    return len(start) <= model.config.block_size and set(start) <= set(tokenizer.chars)


@cache
def trained():
    """The course's model and its tokenizer."""
    run = load_canonical()
    return run.model, run.tokenizer


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    for line in sys.stdin.buffer:
        print(answer(line.rstrip(b"\r\n"), seed), flush=True)


if __name__ == "__main__":
    main()
