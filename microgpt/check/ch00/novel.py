"""Exercise 0.2: keep what is new."""

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop

POOL = ["emma", "anna", "ann", "zoa", "kei", "kein", "jo", "joan"]


def novel(samples, names):
    return [sample for sample in samples if sample not in names]


def known(samples, names):
    return [sample for sample in samples if sample in names]


def remove_while_walking(samples, names):
    for sample in samples:
        if sample in names:
            samples.remove(sample)
    return samples


def pop_while_walking(samples, names):
    for place, sample in enumerate(samples):
        if sample in names:
            samples.pop(place)
    return samples


def remove_one_each(samples, names):
    """Each name takes away one sample only."""
    left = list(samples)
    for name in names:
        if name in left:
            left.remove(name)
    return left


def before(stop, samples):
    """The samples before the first for which `stop` is true."""
    found = []
    for sample in samples:
        if stop(sample):
            break
        found.append(sample)
    return found


def samples_and_names(rng):
    return rng.choices(POOL, k=rng.randint(3, 7)), rng.sample(POOL, rng.randint(1, 4))


NOVEL = Function(
    "ex-00-2",
    "novel(samples, names)",
    start="start with an empty list; walk through samples and ask of each: is it in names?",
    right=novel,
    more=samples_and_names,
    drawn="names",
    cases=[
        Case(
            "two known, two new, one of them twice",
            (["zoa", "emma", "ann", "zoa"], ["anna", "emma"]),
            ["zoa", "ann", "zoa"],
        ),
        Case("all are known", (["emma", "anna"], ["anna", "emma"]), []),
        Case("all are new", (["zoa", "kei"], ["emma"]), ["zoa", "kei"]),
        Case("a known one that came twice", (["emma", "kei", "emma"], ["emma"]), ["kei"]),
        Case("the last name counts too", (["jo", "kei"], ["emma", "ann", "jo"]), ["kei"]),
        Case("like a name is not in names", (["ann", "joanna"], ["anna", "jo"]), ["ann", "joanna"]),
        Case("no samples", ([], ["emma"]), []),
        Case("no names", (["zoa", "zoa"], []), ["zoa", "zoa"]),
    ],
    mistakes=[
        Mistake("these are the names that are in the list; keep the others.", known),
        Mistake(
            "these are the names of the list that were not sampled; walk through samples instead.",
            lambda samples, names: [n for n in names if n not in samples],
        ),
        Mistake(
            "these are the names of the list; walk through samples instead.",
            lambda samples, names: [n for n in names if n in samples],
            lambda samples, names: list(names),
        ),
        Mistake(
            "that is how many there are; return the names themselves.",
            lambda samples, names: len(novel(samples, names)),
        ),
        Mistake(
            "that is how many are known; return the new names themselves.",
            lambda samples, names: len(known(samples, names)),
        ),
        Mistake(
            "these are the answers to your question; keep the names for which it is True.",
            lambda samples, names: [s not in names for s in samples],
            lambda samples, names: [s in names for s in samples],
        ),
        Mistake(
            "that is True or False; return the names themselves.",
            lambda samples, names: any(s not in names for s in samples),
            lambda samples, names: all(s not in names for s in samples),
            lambda samples, names: any(s in names for s in samples),
            lambda samples, names: all(s in names for s in samples),
            lambda samples, names: samples not in names,
            lambda samples, names: samples in names,
        ),
        Mistake(
            "a repeat is lost; keep every sample, in its order.",
            lambda samples, names: list(dict.fromkeys(novel(samples, names))),
        ),
        Mistake(
            "the names are sorted; keep the order of samples.",
            lambda samples, names: sorted(novel(samples, names)),
        ),
        Mistake(
            "the names are sorted, and a repeat is lost; keep every sample, in its order.",
            lambda samples, names: sorted(set(novel(samples, names))),
        ),
        Mistake(
            "you ask whether it is a part of a name; ask whether it is one of the names.",
            lambda samples, names: [s for s in samples if not any(s in n for n in names)],
            lambda samples, names: [s for s in samples if s not in " ".join(names)],
            lambda samples, names: [s for s in samples if not any(n.startswith(s) for n in names)],
        ),
        Mistake(
            "you ask whether a name is a part of it; ask whether it is one of the names.",
            lambda samples, names: [s for s in samples if not any(n in s for n in names)],
            lambda samples, names: [s for s in samples if not any(s.startswith(n) for n in names)],
        ),
        Mistake(
            "you compare with the first name alone; compare with all of them.",
            lambda samples, names: [s for s in samples if s not in names[:1]],
            lambda samples, names: [s for s in samples if s != names[0]],
        ),
        Mistake(
            "you compare with the last name alone; compare with all of them.",
            lambda samples, names: [s for s in samples if s not in names[-1:]],
        ),
        Mistake(
            "a sample comes in once for every name that it is not; it has to differ from all of them.",
            lambda samples, names: [s for s in samples for n in names if s != n],
        ),
        Mistake(
            "each name takes away one sample only; a known sample goes each time it comes.",
            remove_one_each,
        ),
        Mistake(
            "it stops at the first known one; leave that out, and go on.",
            lambda samples, names: before(lambda s: s in names, samples),
        ),
        Mistake(
            "that is the first new name alone; collect them all in a list.",
            lambda samples, names: next(iter(novel(samples, names)), None),
        ),
        Mistake(
            "that is the last new name alone; collect them all in a list.",
            lambda samples, names: novel(samples, names)[-1],
            lambda samples, names: next(reversed(novel(samples, names)), None),
        ),
        Mistake(
            "the list holds the first new name alone.",
            lambda samples, names: novel(samples, names)[:1],
            lambda samples, names: novel(samples, names)[:1] or (None if samples else []),
            lambda samples, names: novel(samples, names)[:1] or None,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "the list holds the last new name alone; start the list once, before the loop.",
            lambda samples, names: novel(samples, names)[-1:],
        ),
        Mistake(
            "only the first sample is looked at.",
            lambda samples, names: novel(samples[:1], names),
            lambda samples, names: novel(samples[:1], names) if samples else None,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake("the last sample is missing.", lambda samples, names: novel(samples[:-1], names)),
        Mistake("the first sample is missing.", lambda samples, names: novel(samples[1:], names)),
        Mistake(
            "you remove from the list you walk through, and so skip the name behind it.",
            remove_while_walking,
            pop_while_walking,
        ),
        Mistake(
            "these are all samples; leave out those that are in names.",
            lambda samples, names: samples,
        ),
        Mistake(
            "these are their places; return the names themselves.",
            lambda samples, names: [i for i, s in enumerate(samples) if s not in names],
        ),
        Mistake(
            "each name comes with its place; return the names alone.",
            lambda samples, names: [(i, s) for i, s in enumerate(samples) if s not in names],
        ),
        Mistake(
            "these are letters; the names themselves belong into the list.",
            lambda samples, names: [c for s in novel(samples, names) for c in s],
        ),
        Mistake(
            "that is one text; return a list of names.",
            lambda samples, names: " ".join(novel(samples, names)),
            lambda samples, names: ", ".join(novel(samples, names)),
            lambda samples, names: ",".join(novel(samples, names)),
            lambda samples, names: "".join(novel(samples, names)),
            lambda samples, names: "\n".join(novel(samples, names)),
        ),
        Mistake(
            "the new and the known ones are both there; return the new ones alone.",
            lambda samples, names: [novel(samples, names), known(samples, names)],
        ),
    ],
)
