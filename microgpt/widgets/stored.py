"""A widget as a notebook stores it: beside the sentence that everyone can read, what is needed to make it anew.

The kernel sends this with each display, so every client saves it, and none has to understand it. The book reads it.
It is the state of that moment, the one that the sentence describes: what is set later shows where it is displayed next.
"""

from collections import Counter

MIME = "application/vnd.microgpt.widget+json"
REFERENCE = "IPY_MODEL_"
made = Counter()


def page_id(widget):
    """An id that is the same in every run: the class, and how many of its kind were made before it."""
    name = type(widget).__name__
    made[name] += 1
    return f"{name}-{made[name]}"


def store(widget):
    """{id, class, public traits} of a widget as it is now; a widget that it refers to becomes that widget's id."""
    state = {name: getattr(widget, name) for name in widget.public_traits()}
    for name, value in state.items():
        if hasattr(value, "public_traits"):
            state[name] = REFERENCE + value._page_id
    return {"id": widget._page_id, "widget": type(widget).__name__, "state": state}


def restore(stored):
    """The widget, made anew. What its class does not know or allow is an error that says so.

    >>> restore({"id": "DotProduct-1", "widget": "DotProduct", "state": {"a": [1, 2], "b": [3, 0.5]}})
    The dot product of [1, 2] and [3, 0.5] is 4; their cosine is 0.588.
    """
    from microgpt import widgets

    name, state = stored["widget"], stored["state"]
    if name not in widgets.__all__:
        raise ValueError(f"{name} is not one of the course's widgets")
    make = getattr(widgets, name)
    if strange := state.keys() - make.public_traits():
        raise ValueError(f"{name} has no trait {', '.join(sorted(strange))}")
    return make(_page_id=stored["id"], **state)
