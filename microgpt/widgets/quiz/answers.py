"""The trait of what was answered so far."""

from ..traits import WholeByName


def answered(items, lowest=0):
    """{id: which option, from 0} of these questions; -1, where that is `lowest`: "I do not know".

    >>> answered([{"id": "01-a", "options": ["this", "that"]}]).most
    {'01-a': 1}
    """
    last = {item["id"]: len(item["options"]) - 1 for item in items}
    wanted = f"ids of questions the number of an option, counted from {lowest}"
    return WholeByName(last, lowest, wanted)
