"""Exercise 14.6: writing names. The names of the usual faults are recorded, so that a wrong one is found by them."""

from ..mistakes import Mistake
from ..program.reasons import bullet
from ..program.samples import ADVICE
from ..program.suspects import by_samples
from ..scenario import Story
from .part import Part
from .rooms import Variant

FIVE = ["dadin", "janan", "chana", "maria", "malia"]
RETURN, LETTER = "return name", "name += letters[token]"
BREAK = "        if token == BOS:\n            break\n"
START, TOKEN = 'token, name = BOS, ""', "token = random.choices"


def wrong(message, *edits, **how):
    return Mistake(message, Variant(6, *edits), **how)


class Writing(Part):
    """Five names, drawn one after the other."""

    def explain(self, answer, outcomes, failed):
        names = outcomes[-1].value
        if (
            outcomes[-1].kind == "value"
            and isinstance(names, list)
            and all(isinstance(n, str) for n in names)
        ):
            suspects = by_samples(list(names))
            if suspects:
                fits = ["The names fit this fault exactly:", *map(bullet, suspects)]
                return (
                    f"the names are {', '.join(names)}; the recorded ones are {', '.join(FIVE)}.",
                    fits,
                )
        message, place = super().explain(answer, outcomes, failed)
        return message, place or (ADVICE if outcomes[failed].kind == "value" else [])


WRITING = Writing(
    6,
    start="begin with BOS, an empty text and empty lists of keys and values.",
    watched=False,
    cases=[
        Story("five names", "[sample() for name in range(5)]", FIVE),
    ],
    mistakes=[
        wrong(
            "that is a list; join the letters, or add each to a text.",
            (RETURN, "return list(name)"),
        ),
        wrong(
            "these are the ids; letters[id] is the letter.",
            (START, "token, name = BOS, []"),
            (LETTER, "name.append(token)"),
        ),
        wrong("nothing came back: end sample with return name.", (RETURN, "")),
        wrong(
            "only the last letter came back; add each to the text.",
            (LETTER, "name = letters[token]"),
        ),
        wrong(
            "the name ends with a letter too few: only BOS ends it.", (RETURN, "return name[:-1]")
        ),
        wrong(
            "only one letter came back: return after the loop.",
            (LETTER, LETTER + "\n        return name"),
        ),
        wrong(
            "the likeliest letter is taken each time; draw one, by the probabilities.",
            (
                "token = random.choices(range(vocab_size), weights=weights)[0]",
                "token = weights.index(max(weights))",
            ),
        ),
        wrong(
            "the name holds the end as well; BOS is no letter.",
            (BREAK, ""),
            (LETTER, 'name += (letters + ["."])[token]\n' + BREAK),
        ),
        Mistake(
            "random.choices wants plain numbers as weights: [p.data for p in probs].",
            raises="'[<>]=?' not supported.*Value|must be real number, not Value|operand.*Value",
        ),
        Mistake(
            "random.choices gives a list with one item: take [0].",
            raises="list indices must be integers|unhashable type: 'list'",
        ),
        Mistake(
            "letters has no letter for BOS: ask for BOS first, and end there.",
            raises="list index out of range|string index out of range",
        ),
        Mistake(
            "the cell makes sample, with this name.",
            raises="name 'sample' is not defined",
            inside=False,
        ),
        Mistake(
            "the exercise calls it as sample(), with nothing in the brackets.",
            raises=r"sample\(\) (missing|takes|got)",
        ),
    ],
)
