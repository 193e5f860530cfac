"""Execute notebooks in place and normalise them: the same notebook gives the same bytes.

    python tools/execute.py NOTEBOOK...

Kept: cell ids, tags, execution counts 1..n, the printed outputs, and of a widget what can be shown without a kernel.
Dropped: what only this run's kernel knows, times, versions, machine paths. All else is as Jupyter writes it, so that
*Run All* and save in Jupyter changes little, and this tool puts it back.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from still import stand_still

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {  # as the kernel says it, without the version, and without a lexer: "python" names the one we use
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
    },
}


def run(notebook, folder):
    """Execute all cells, top to bottom, in a fresh kernel. A cell may fail only where its tags say so."""
    NotebookClient(
        notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(folder)}}
    ).execute()


def normalise(notebook):
    """Make the notebook independent of the run that produced it."""
    stand_still(notebook)
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict(
            {key: cell.metadata[key] for key in ("tags",) if key in cell.metadata}
        )
        for output in cell.get("outputs", []):
            if output.output_type != "execute_result":
                output.pop("execution_count", None)
            if output.output_type == "error":
                output.traceback = [f"{output.ename}: {output.evalue}"]
    merge_streams(notebook)


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
