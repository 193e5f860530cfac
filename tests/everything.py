"""What every run of the tests looks at, and what only the weekly ones look at besides.

Some lists are long and each of their entries is slow: the answers of the exercises, the colours of the chapters. Every
run takes a fixed part of them. With MICROGPT_EVERYTHING=1 all of it is tested: in the weekly run, and by whoever has
changed what they are about.
"""

import os

EVERYTHING = os.environ.get("MICROGPT_EVERYTHING") == "1"


def some(items, every):
    """Each `every`-th of the items, from the first on; all of them where everything is tested."""
    return list(items)[:: 1 if EVERYTHING else every]
