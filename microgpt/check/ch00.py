"""Chapter 00: why does this matter?"""

from .exercise import Answer, Case, Function, Mistake


def new_names(result, samples, names):
    """Whether the result has the right names, but not every repeat of them."""
    right = [sample for sample in samples if sample not in names]
    return set(result) == set(right) and len(result) < len(right)


def first_new(samples, names):
    for sample in samples:
        if sample not in names:
            return sample


def remove_while_walking(samples, names):
    for sample in samples:
        if sample in names:
            samples.remove(sample)
    return samples


EXERCISES = [
    Answer(
        "ex-00-1",
        "answer",
        start="write down what the model is fed, one token at a time, and what must follow each.",
        expected=5,
        proves="one for each letter, and one for the end of the name.",
        mistakes=[
            Mistake("you counted the letters; the end of the name has to be predicted too.", 4),
            Mistake("you counted the tokens; nothing predicts the first one, it is given.", 6),
            Mistake(
                "you counted from letter to letter; the first and the end are predicted too.", 3
            ),
            Mistake(
                "the model does not predict the name in one piece, but one token at a time.", 1
            ),
            Mistake("that is how many choices one prediction has; count the predictions.", 27),
        ],
    ),
    Function(
        "ex-00-2",
        "novel(samples, names)",
        start="start with an empty list; walk through samples and ask of each: is it in names?",
        cases=[
            Case(
                "two known, two new, one of them twice",
                (["zoa", "emma", "ann", "zoa"], ["anna", "emma"]),
                ["zoa", "ann", "zoa"],
            ),
            Case("all are known", (["emma", "anna"], ["anna", "emma"]), []),
            Case("all are new", (["zoa", "kei"], ["emma"]), ["zoa", "kei"]),
            Case("no samples", ([], ["emma"]), []),
        ],
        mistakes=[
            Mistake(
                "these are the names that are in the list; keep the others.",
                lambda samples, names: [s for s in samples if s in names],
            ),
            Mistake(
                "these are the names of the list that were not sampled; walk through samples instead.",
                lambda samples, names: [n for n in names if n not in samples],
            ),
            Mistake(
                "that is how many there are; return the names themselves.",
                lambda samples, names: sum(s not in names for s in samples),
            ),
            Mistake(
                "these are the answers to your question; keep the names for which it is True.",
                lambda samples, names: [s not in names for s in samples],
            ),
            Mistake(
                "that is True or False; return the names themselves.",
                when=lambda result, samples, names: isinstance(result, bool),
            ),
            Mistake("a repeat is lost; keep every sample, in its order.", when=new_names),
            Mistake(
                "the names are sorted; keep the order of samples.",
                lambda samples, names: sorted(s for s in samples if s not in names),
            ),
            Mistake(
                "you ask whether it is a part of a name; ask whether it is one of the names.",
                lambda samples, names: [s for s in samples if not any(s in n for n in names)],
            ),
            Mistake("that is the first new name alone; collect them all in a list.", first_new),
            Mistake(
                "that is the first new name alone; return after the loop, not inside it.",
                lambda samples, names: [s for s in samples if s not in names][:1],
            ),
            Mistake(
                "you remove from the list you walk through, and so skip the name behind it.",
                remove_while_walking,
            ),
            Mistake(
                "these are all samples; leave out those that are in names.",
                lambda samples, names: samples,
            ),
        ],
    ),
]
