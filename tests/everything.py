"""What every run of the tests looks at, and what only the weekly ones look at besides.

Some lists are long and each of their entries is slow: the answers of the exercises, the pages of the book. Every run
takes a fixed part of them. With MICROGPT_EVERYTHING=1 all of it is tested: in the weekly run, and by whoever has
changed what they are about. `pytest tests/unit/test_parity.py` runs all cases of the files that it names,
`make test-book PAGES=05` all that is about a page.
"""

import os
from collections import Counter
from zlib import crc32

EVERYTHING = os.environ.get("MICROGPT_EVERYTHING") == "1"
WEEKLY = "weekly: slow, and about what seldom changes: runs where everything is tested"
ONE_IN = "one_in(n): of its many cases, or of a file's many such tests, every run takes each n-th"


def some(items, every):
    """Each `every`-th of the items, from the first on; all of them where everything is tested."""
    return list(items)[:: 1 if EVERYTHING else every]


def of_every_run(tests, named=()):
    """Those that are not left to the weekly run, and all of the files that are named.

    Different files begin with different cases.
    """
    seen = Counter()

    def taken(test):
        if test.path in named:
            return True
        if test.get_closest_marker("weekly"):
            return False
        if not (mark := test.get_closest_marker("one_in")):
            return True
        (n,) = mark.args
        name, *case = test.nodeid.split("[", 1)
        file = name.split("::")[0]
        key = name if case else file
        seen[key] += 1
        return (seen[key] + crc32(file.encode())) % n == 0

    return [test for test in tests if taken(test)]
