"""The page's Python has the course's widgets, but not those of Jupyter."""

widget_serialization = {}


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    raise ImportError(
        f"ipywidgets.{name} needs a notebook: open this chapter in Colab, in Binder or on your own computer."
    )
