"""What the trained model expects after em, as a JavaScript module: python tools/make_after_em_js.py

27 numbers, where a page would need all the weights to compute them. A test proves that they are the model's.
"""

import json
from pathlib import Path

from microgpt.canonical import load_canonical

FILE = Path(__file__).parents[1] / "microgpt/widgets/data/after_em.js"


def text():
    """To six decimals, far more than are seen."""
    rounded = {
        letter: round(chance, 6) for letter, chance in load_canonical().chances("em").items()
    }
    note = "// Written by tools/make_after_em_js.py from microgpt/datasets: not for editing."
    return f"{note}\nexport const chances = {json.dumps(rounded)};\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(text())} characters")
