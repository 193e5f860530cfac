"""The names that everything is measured on: the thousand of a run, the first few of them typical.

The program takes a third of a second for one name, so only a few can be waited for. They should cost what names cost
on average. So they are chosen evenly by length from the thousand that a run with the seed 42 learns from, and moved to
its front. The program shuffles the list that it reads; the file is written so that after this shuffle they are there.
"""

import random

SEED, RUN = 42, 1000


def typical_first(docs, few):
    """The documents in the order of the run, in its first thousand first `few` of typical lengths, then the rest."""
    docs = list(docs)
    random.Random(SEED).shuffle(docs)
    by_length = sorted(range(RUN), key=lambda i: len(docs[i]))
    chosen = [by_length[(2 * k + 1) * RUN // (2 * few)] for k in range(few)]
    random.Random(few).shuffle(chosen)  # else the first ones would be the shortest
    rest = [i for i in range(len(docs)) if i not in set(chosen)]
    return [docs[i] for i in chosen + rest]


def before_shuffle(docs):
    """The list that a shuffle with the seed turns into `docs`."""
    places = list(range(len(docs)))
    random.Random(SEED).shuffle(places)  # the shuffle brings what stood at places[i] to i
    before = [None] * len(docs)
    for doc, place in zip(docs, places):
        before[place] = doc
    return before
