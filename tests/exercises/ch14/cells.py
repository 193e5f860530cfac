"""Texts of cells, written otherwise than the course writes them."""

from textwrap import dedent


def cell(text):
    return dedent(text).strip() + "\n"


def changer(source):
    """A function that gives the source with changes: old, new, old, new."""

    def changed(*pairs):
        text = source
        for old, new in zip(pairs[::2], pairs[1::2]):
            assert old in text, f"{old!r} is not in the cell"
            text = text.replace(old, new)
        return text

    return changed
