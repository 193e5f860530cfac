"""Execute notebooks in place and normalise them: the same notebook gives the same bytes.

    python tools/execute.py NOTEBOOK...

Kept: cell ids, execution counts 1..n, the printed outputs, and of the widgets only what a view shows. Dropped: code,
times, versions, machine paths.
"""

import json
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
CODE = {"_esm", "_css"}


def run(notebook, folder):
    """Execute all cells, top to bottom, in a fresh kernel. A cell may fail only where its tags say so."""
    NotebookClient(
        notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(folder)}}
    ).execute()


def normalise(notebook):
    """Make the notebook independent of the run that produced it."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "widgets": notebook.metadata.get("widgets", {}),
        }
    )
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict(
            {key: cell.metadata[key] for key in ("tags",) if key in cell.metadata}
        )
        for output in cell.get("outputs", []):
            output.pop("execution_count", None) if output.output_type != "execute_result" else None
            if output.output_type == "error":
                output.traceback = [f"{output.ename}: {output.evalue}"]
            if output.output_type == "stream":
                output.text = "".join(output.text)
    merge_streams(notebook)
    normalise_widgets(notebook)


def merge_streams(notebook):
    """Join neighbouring pieces of one stream: where a stream is cut depends on the machine's speed."""
    for cell in notebook.cells:
        merged = []
        for output in cell.get("outputs", []):
            if (
                merged
                and output.output_type == "stream" == merged[-1].output_type
                and output.name == merged[-1].name
            ):
                merged[-1].text += output.text
            else:
                merged.append(output)
        if "outputs" in cell:
            cell.outputs = merged


def normalise_widgets(notebook):
    """Keep the models that an output shows, and what they refer to, numbered in order of appearance, without code."""
    state = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    order = {}

    def visit(model_id):
        if model_id in state and model_id not in order:
            order[model_id] = f"m{len(order) + 1:02d}"
            for reference in re.findall(
                r'"IPY_MODEL_([^"]+)"', json.dumps(state[model_id]["state"], sort_keys=True)
            ):
                visit(reference)

    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if VIEW in output.get("data", {}):
                visit(output["data"][VIEW]["model_id"])
    kept = {}
    for model_id in order:
        model = dict(state[model_id])
        # An error inside an Output stops no cell: nobody would notice.
        for output in model["state"].get("outputs", []):
            if output["output_type"] == "error":
                raise RuntimeError(
                    f"a widget's output holds an error: {output['ename']}: {output['evalue']}"
                )
        if model["model_module"] == "anywidget":
            model["state"] = {
                name: value for name, value in model["state"].items() if name not in CODE
            }
        kept[model_id] = model
    text = json.dumps([notebook.cells, kept])
    for old, new in order.items():
        text = text.replace(old, new)
    cells, kept = json.loads(text)
    notebook.cells = [nbformat.from_dict(cell) for cell in cells]
    if kept:
        notebook.metadata["widgets"] = {
            STATE: {"state": kept, "version_major": 2, "version_minor": 0}
        }
    else:
        del notebook.metadata["widgets"]


def execute(source, target):
    """Execute the notebook file `source` and write the normalised result to `target`."""
    notebook = nbformat.read(source, as_version=4)
    run(notebook, Path(source).parent)
    normalise(notebook)
    nbformat.validate(notebook)
    nbformat.write(notebook, target)  # text as lists of lines, as Jupyter saves it


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, flush=True)
        execute(name, name)
