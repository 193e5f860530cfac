"""What stands in a notebook's outputs for a widget where no kernel runs.

Jupyter stores a widget as a view, which is the number of a model in a kernel that is gone, and (if asked to) the states
of all models, without the code that could show them. Clients try, and show errors. So neither is kept. One of the
course's widgets stays as what the kernel sent beside the view: its sentence, and what the book needs to make it anew.
Any other is replaced by what it shows: a box by what is in it, an `Output` by its outputs, and the settings of sliders
by a line that names them.
"""

from itertools import chain

import nbformat

from microgpt import widgets
from microgpt.widgets.stored import MIME, REFERENCE, restore

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
NOTE = "Where this notebook runs, you can move this. Here it stands still at {}."


def stand_still(notebook):
    """Replace all that needs the kernel which executed this notebook; its models are in the notebook's metadata."""
    models = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for cell in notebook.cells:
        if "outputs" in cell:
            cell.outputs = list(chain(*(still(output, models) for output in cell.outputs)))


def still(output, models):
    """The outputs that stand for this one."""
    view = output.get("data", {}).pop(VIEW, None)
    if view is None or MIME in output.data:
        return [output]
    shown = list(parts(view["model_id"], models))
    settings = ", ".join(part for part in shown if isinstance(part, str))
    rest = [part for part in shown if not isinstance(part, str)]
    if settings:
        note = NOTE.format(settings)
        rest.append(display({"text/markdown": f"*{note}*", "text/plain": note}))
    return rest or [output]


def parts(model_id, models):
    """What a model shows, in its order: outputs, and settings as text ("rate = 0.5")."""
    state = models[model_id]["state"]
    if "_page_id" in state:
        yield of_the_course(state, models)
    for output in state.get("outputs", []):
        if output["output_type"] == "error":  # it stops no cell: nobody would notice
            raise RuntimeError(f"a widget shows an error: {output['ename']}: {output['evalue']}")
        yield from still(nbformat.from_dict(output), models)
    for child in state.get("children", []):
        yield from parts(child.removeprefix(REFERENCE), models)
    if "value" in state and state.get("description"):
        yield f"{state['description']} = {state['value']}"


def of_the_course(state, models):
    """What the kernel would have sent, had this widget been shown by itself."""
    name = state["_anywidget_id"].rsplit(".", 1)[1]
    public = {trait: state[trait] for trait in getattr(widgets, name).public_traits()}
    for trait, value in public.items():
        if isinstance(value, str) and value.startswith(REFERENCE):
            other = models[value.removeprefix(REFERENCE)]["state"]
            public[trait] = REFERENCE + other["_page_id"]
    stored = {"id": state["_page_id"], "widget": name, "state": public}
    return display({MIME: stored, "text/plain": restore(stored).summary()})


def display(data):
    return nbformat.v4.new_output("display_data", data=data)
