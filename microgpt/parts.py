"""What the parts of a rung of the ladder buy: losses on names held out, with something changed or taken away.

    python tools/record_parts.py NAMES     makes all runs anew (in a minute or two) and writes the record

The record, `datasets/parts.json`, is one JSON object. But for `makemore`, each of its lists of losses is like one of
`gains.json` (see `microgpt.gains`): the same names, 1,000 rounds, and the run with seed 1, 2, 3 and so on, in nats per
token.

    parts        train3 without attention, without positions, and without both. All its matrices are drawn as in the
                 whole rung; what is taken away is not used
    rates        for train1 and train4, {the rate at the start: losses}; the rate falls to 0, as in the program
    no_relu      train1, with each gradient let through where the ReLU has cut off
    makemore     tables of counts of the distinct names of makemore's `names.txt`, which is not part of the course:
                 `names`, how many to learn from and how many are held out, `extra`, what was added to each count,
                 and `tables`: of each kind of row, how many of the last `letters` it holds, whether it holds the
                 `position` too, and the `loss` on the names held out, with the best of `extra`
"""

import json
from pathlib import Path

PATH = Path(__file__).parent / "datasets" / "parts.json"


def load_parts() -> dict:
    """What the last rung came to without a part of it: a dict, with the losses of several seeds under `parts`.

    Losses are in nats per token, on the names held out. What it holds beside them is said at the top of the file.

    >>> from microgpt.evidence import mean
    >>> {part: round(mean(losses), 3) for part, losses in load_parts()["parts"].items()}
    {'without attention': 2.412, 'without positions': 2.422, 'without both': 2.53}
    """
    return json.loads(PATH.read_text(encoding="utf-8"))
