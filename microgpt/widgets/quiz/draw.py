"""Which items a seed draws, and in which order their options stand: what the page draws too."""

from random import Random

from ... import course
from .items import load_items


def by_chapter():
    """{chapter: [quiz items]} of the chapters that have some."""
    items = load_items()["quiz"].values()
    found = {
        chapter.label: [item for item in items if item["id"].startswith(f"{chapter.label}-")]
        for chapter in course.CHAPTERS
    }
    return {label: items for label, items in found.items() if items}


def drawn(seed):
    """[(item, [places of its options])]: one item of each chapter, its options shuffled.

    >>> [item["id"] for item, _ in drawn(1)][:3]
    ['00-b', '01-d', '02-b']
    """
    random = Random(seed)
    test = []
    for items in by_chapter().values():
        item = items[random.randrange(len(items))]
        order = list(range(len(item["options"])))
        random.shuffle(order)
        test.append((item, order))
    return test
