"""Answers to the exercises of chapter 00: right in several ways, and wrong by name.

RIGHT lists answers that must pass. WRONG lists pairs: an answer that must fail, and a part of the
message that names its mistake.
"""

# ex-00-2: novel(samples, names)


def loop(samples, names):
    found = []
    for sample in samples:
        if sample in names:
            continue
        found.append(sample)
    return found


def set_for_speed(samples, names):
    known = set(names)
    return [s for s in samples if s not in known]


def by_counting(samples, names):
    return [samples[i] for i in range(len(samples)) if names.count(samples[i]) == 0]


def recursion(samples, names):
    if not samples:
        return []
    rest = recursion(samples[1:], names)
    return rest if samples[0] in names else [samples[0]] + rest


def array(samples, names):
    import numpy

    samples = numpy.array(samples, dtype=str)
    return samples[~numpy.isin(samples, numpy.array(names, dtype=str))]


def swallowed_by_not(samples, names):
    found = []
    for s in samples:
        if s in names:
            found.append(s)
    return found


def without_repeats(samples, names):
    found = []
    for s in samples:
        if s not in names and s not in found:
            found.append(s)
    return found


def removes(samples, names):
    for i, s in enumerate(samples):
        if s in names:
            samples.pop(i)
    return samples


def removes_from_the_input(samples, names):
    for name in names:
        while name in samples:
            samples.remove(name)
    return samples


def returns_early(samples, names):
    for s in samples:
        if not s in names:
            return s


def returns_early_list(samples, names):
    found = []
    for s in samples:
        if s not in names:
            found.append(s)
            return found
    return found


def prints(samples, names):
    print([s for s in samples if s not in names])


RIGHT = {
    "ex-00-1": [5, 5.0, len("emma") + 1],
    "ex-00-2": [
        loop,
        set_for_speed,
        by_counting,
        recursion,
        array,
        lambda samples, names: tuple(s for s in samples if s not in names),
        lambda s, n: list(filter(lambda x: x not in n, s)),
        lambda samples, names: [s.lower() for s in samples if s.lower() not in names],
    ],
}

WRONG = {
    "ex-00-1": [
        (4, "the end of the name has to be predicted too"),
        (6, "nothing predicts the first one"),
        (3, "from letter to letter"),
        (1, "in one piece"),
        (27, "how many choices"),
        (12, "that is not it"),
        ("5", "the text '5'"),
        ([5], "the list [5]"),
        (True, "answer is True"),
        (lambda: 5, "call the function"),
    ],
    "ex-00-2": [
        (swallowed_by_not, "names that are in the list"),
        (lambda samples, names: [n for n in names if not n in samples], "were not sampled"),
        (lambda samples, names: len([s for s in samples if s not in names]), "how many"),
        (lambda samples, names: [not s in names for s in samples], "answers to your question"),
        (lambda samples, names: any(s not in names for s in samples), "True or False"),
        (lambda samples, names: set(samples) - set(names), "a set has no order"),
        (without_repeats, "a repeat is lost"),
        (lambda samples, names: sorted([s for s in samples if s not in names]), "are sorted"),
        (lambda samples, names: [s for s in samples if s not in " ".join(names)], "part of a name"),
        (returns_early, "collect them all"),
        (returns_early_list, "return after the loop"),
        (removes, "skip the name behind it"),
        (removes_from_the_input, "changed its input samples"),
        (lambda samples, names: list(samples), "leave out those"),
        (lambda samples, names: (s for s in samples if s not in names), "collect them with list"),
        (lambda samples, names: [[s] for s in samples if s not in names], "list of its own"),
        (prints, "you printed the answer"),
        (lambda samples: samples, "does not start"),
    ],
}
