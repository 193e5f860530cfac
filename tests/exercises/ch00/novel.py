"""ex-00-2: novel(samples, names)"""

import collections
import functools
import itertools
import operator

import numpy


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
    samples = numpy.array(samples, dtype=str)
    return samples[~numpy.isin(samples, numpy.array(names, dtype=str))]


def a_while_loop(samples, names):
    i, found = 0, []
    while i < len(samples):
        if samples[i] not in names:
            found += [samples[i]]
        i += 1
    return found


def two_loops(samples, names):
    found = []
    for sample in samples:
        for name in names:
            if name == sample:
                break
        else:
            found.append(sample)
    return found


def with_a_flag(samples, names):
    found = []
    for sample in samples:
        is_new = True
        for name in names:
            if name == sample:
                is_new = False
        if is_new:
            found.append(sample)
    return found


def on_a_copy(samples, names):
    left = samples.copy()
    for sample in samples:
        if sample in names:
            left.remove(sample)
    return left


def from_the_back(samples, names):
    left = list(samples)
    for i in range(len(left) - 1, -1, -1):
        if left[i] in names:
            del left[i]
    return left


def by_dictionary(samples, names):
    table = dict.fromkeys(names, True)
    return [s for s in samples if not table.get(s)]


def by_exception(samples, names):
    found = []
    for s in samples:
        try:
            names.index(s)
        except ValueError:
            found.append(s)
    return found


def by_generator(samples, names):
    def new():
        for s in samples:
            if s not in names:
                yield s

    return list(new())


class Sieve:
    def __call__(self, samples, names):
        return [s for s in samples if s not in names]


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


def returns_after_the_first(samples, names):
    found = []
    for s in samples:
        if s not in names:
            found.append(s)
        return found


def stops_at_a_known_one(samples, names):
    found = []
    for s in samples:
        if s in names:
            break
        found.append(s)
    return found


def once_for_every_name(samples, names):
    found = []
    for s in samples:
        for n in names:
            if s != n:
                found.append(s)
    return found


def starts_again(samples, names):
    found = []
    for s in samples:
        if s not in names:
            found = []
            found.append(s)
    return found


def keeps_the_list(samples, names, found=[]):
    for s in samples:
        if s not in names:
            found.append(s)
    return found


def prints(samples, names):
    print([s for s in samples if s not in names])


def returns_append(samples, names):
    found = []
    for s in samples:
        if s not in names:
            found.append(s)
    return found.sort()


def forgets_return(samples, names):
    found = []
    for s in samples:
        if s not in names:
            found.append(s)


def adds_letters(samples, names):
    found = []
    for s in samples:
        if s not in names:
            found += s
    return found


def counts_down_names(samples, names):
    left = collections.Counter(names)
    found = []
    for s in samples:
        if left[s]:
            left[s] -= 1
        else:
            found.append(s)
    return found


def eats_names(samples, names):
    found = []
    for s in samples:
        if s in names:
            names.remove(s)
        else:
            found.append(s)
    return found


def never_moves_on(samples, names):
    i, found = 0, []
    while i < len(samples):
        if samples[i] not in names:
            found.append(samples[i])
            i += 1
    return found


def typing_slip(samples, names):
    return [s for s in sample if s not in names]


RIGHT = [
    loop,
    set_for_speed,
    by_counting,
    recursion,
    array,
    a_while_loop,
    two_loops,
    with_a_flag,
    on_a_copy,
    from_the_back,
    by_dictionary,
    by_exception,
    by_generator,
    Sieve(),
    lambda samples, names: tuple(s for s in samples if s not in names),
    lambda s, n: list(filter(lambda x: x not in n, s)),
    lambda samples, names: list(itertools.filterfalse(names.__contains__, samples)),
    lambda samples, names: [s.lower() for s in samples if s.lower() not in names],
    lambda samples, names: [s.strip() for s in samples if s.strip() not in names],
    lambda samples, names: functools.reduce(
        lambda found, s: found if s in names else [*found, s], samples, []
    ),
    lambda samples, names: sum([[s] for s in samples if s not in names], []),
    lambda samples, names: [s for s in samples if all(s != n for n in names)],
    lambda samples, names: [s for s in samples if not any(map(s.__eq__, names))],
    lambda samples, names: [s for s in samples if operator.not_(s in names)],
]


WRONG = [
    (swallowed_by_not, "names that are in the list"),
    (lambda samples, names: [n for n in names if not n in samples], "were not sampled"),
    (lambda samples, names: [n for n in names if n in samples], "these are the names of the"),
    (lambda samples, names: len([s for s in samples if s not in names]), "how many"),
    (lambda samples, names: sum(s in names for s in samples), "how many are known"),
    (lambda samples, names: [not s in names for s in samples], "answers to your question"),
    (lambda samples, names: any(s not in names for s in samples), "True or False"),
    (lambda samples, names: samples not in names, "True or False"),
    (lambda samples, names: set(samples) - set(names), "a set, which has no order"),
    (lambda samples, names: list(dict.fromkeys(loop(samples, names))), "a repeat is lost"),
    (without_repeats, "a repeat is lost"),
    (lambda samples, names: sorted([s for s in samples if s not in names]), "are sorted"),
    (lambda samples, names: sorted(set(samples).difference(names)), "and a repeat is lost"),
    (lambda samples, names: [s for s in samples if s not in " ".join(names)], "part of a name"),
    (
        lambda samples, names: [s for s in samples if not any(n in s for n in names)],
        "is a part of it",
    ),
    (lambda samples, names: [s for s in samples if s != names[0]], "the first name alone"),
    (lambda samples, names: [s for s in samples if [s] != names[:1]], "the first name alone"),
    (returns_early, "collect them all"),
    (returns_early_list, "return after the loop"),
    (returns_after_the_first, "return after the loop"),
    (stops_at_a_known_one, "stops at the first known"),
    (once_for_every_name, "once for every name"),
    (starts_again, "start the list once"),
    (keeps_the_list, "kept between calls"),
    (removes, "skip the name behind it"),
    (removes_from_the_input, "changed its input samples"),
    (eats_names, "takes away one sample only"),
    (counts_down_names, "takes away one sample only"),
    (lambda samples, names: list(samples), "leave out those"),
    (lambda samples, names: (s for s in samples if s not in names), "collect them with list"),
    (
        lambda samples, names: filter(lambda s: s not in names, samples),
        "collect them with list",
    ),
    (lambda samples, names: [[s] for s in samples if s not in names], "list of its own"),
    (lambda samples, names: [[s for s in samples if s not in names]], "one list too many"),
    (lambda samples, names: " ".join(loop(samples, names)), "that is one text"),
    (lambda samples, names: {s: s not in names for s in samples}, "the dictionary"),
    (
        lambda samples, names: [i for i, s in enumerate(samples) if s not in names],
        "their places",
    ),
    (lambda samples, names: loop(samples, names)[::-1], "in reverse order"),
    (lambda samples, names: [], "it gives [] whatever comes in"),
    (lambda samples, names: loop(samples[:-1], names), "the last sample is missing"),
    (lambda samples, names: loop(names, samples), "were not sampled"),
    (
        lambda samples, names: [s for s in samples + names if (s in names) != (s in samples)],
        None,
    ),
    (lambda samples, names: [s.upper() for s in loop(samples, names)], None),
    (lambda samples, names: [s.title() for s in loop(samples, names)], None),
    (lambda samples, names: samples - names, "Python does not compute with a whole list"),
    (adds_letters, "these are letters"),
    (prints, "hands nothing back"),
    (forgets_return, "no return in it has a value"),
    (returns_append, "sort changes its list"),
    (never_moves_on, "never ends"),
    (typing_slip, "name 'sample' is not defined"),
    (lambda samples: samples, "does not start"),
    (lambda samples, names, more: samples, "does not start"),
]
