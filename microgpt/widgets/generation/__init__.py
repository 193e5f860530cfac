"""Widgets in which the trained model writes: chat with it, and guess against it."""

import random
from math import exp, log

from traitlets import TraitError

from ..base import Widget
from ..handover import handover
from ..traits import ListTrait, Number, OneOf, is_number
from .greedy import Greedy
from .novelty import Novelty
from .speaker import END, LAST_SEED, Prefix, entropy, next_letter, trained
from .stepper import GenerationStepper
from .temperature import Temperature

__all__ = [
    "ChatWithModel",
    "GenerationStepper",
    "Greedy",
    "GuessNextLetter",
    "Novelty",
    "Temperature",
]

FAMILIAR = (
    "leila liam emma noah kenji olivia anna sofia maria omar aisha priya elena oscar oliver felix "
    "hugo jonas lena elijah victor zara daniel emily henry james laura martin maya thomas anita "
    "diego amelia lucia bruno alice harper nina leo rosa"
)
"""Names that most readers have met, of many origins; the model was not trained on any of them."""

SURE = [25, 50, 75, 95]
"""How sure a reader may be of a guess, in percent."""


class Bets(ListTrait):
    """A list of bets, each a list of a letter (or "end") and how sure, in percent."""

    def validate(self, obj, value):
        if isinstance(value, (list, tuple)) and all(map(is_bet, value)):
            return [list(bet) for bet in value]
        options = ", ".join(map(str, SURE))
        raise TraitError(
            f'{self.name} must be a list of bets such as ["e", 50] or ["{END}", 75]; sure: {options}.'
        )


def is_bet(value):
    """Whether `value` is one bet: a letter or "end", and how sure.

    >>> is_bet(["e", 50]), is_bet(["E", 50]), is_bet(["end", 60])
    (True, False, False)
    """
    return (
        isinstance(value, (list, tuple))
        and len(value) == 2
        and isinstance(value[0], str)
        and (value[0] == END or (len(value[0]) == 1 and "a" <= value[0] <= "z"))
        and is_number(value[1])
        and value[1] in SURE
    )


class Names(ListTrait):
    """A list of names to be guessed."""

    def validate(self, obj, value):
        if isinstance(value, (list, tuple)) and 1 <= len(value) <= 100 and all(map(is_name, value)):
            return list(value)
        raise TraitError(
            f"{self.name} must be a list of 1 to 100 names of 2 to 15 letters from a to z, not {value!r}."
        )


def is_name(value):
    """Whether `value` could be in the list of names.

    >>> is_name("emma"), is_name("Emma"), is_name("e")
    (True, False, False)
    """
    return (
        isinstance(value, str)
        and 2 <= len(value) <= 15
        and all("a" <= letter <= "z" for letter in value)
    )


class ChatWithModel(Widget):
    """The trained model continues what is typed, shows what it expects next, and says whether the name is in the list.

    `seed` fixes what is drawn: "Another name" counts it up. `ended` says that the name ends where `prefix` does.
    A model that `TrainHere` hands over speaks in the page alone: traits and summary stay with the course's model.

    >>> chat = ChatWithModel(prefix="em", temperature=0.5, seed=1)
    >>> chat.name
    'emas'
    """

    module = "generation/chat.js"
    prefix = Prefix("em")
    temperature = Number(0.5, low=0.1, high=2)
    seed = Number(1, low=0, high=LAST_SEED, whole=True)
    ended = OneOf(False, [False, True])

    def __init__(self, **traits):
        super().__init__(**traits)
        handover.takes(self)

    @property
    def name(self):
        """The name as it stands there: the prefix and its continuation."""
        from microgpt.sampling import generate

        model, tokenizer, _, _ = trained()
        if self.ended:
            return self.prefix
        return generate(model, tokenizer, random.Random(self.seed), self.temperature, self.prefix)

    def ranked(self, count=5):
        """The letters that are likeliest after the prefix: [(letter or "end", probability)], the likeliest first."""
        probs = next_letter(self.prefix, self.temperature)
        return sorted(probs.items(), key=lambda item: -item[1])[:count]

    def summary(self):
        _, _, listed, seen = trained()
        name = self.name
        typed = name == self.prefix
        status = "is not in the list of names" + ("" if typed else ": invented")
        if name in listed:
            status = "is in the list of names" + (
                ", and was trained on" if name in seen else ", but was not trained on"
            )
        probs = next_letter(self.prefix, self.temperature)
        if not probs:
            return f"“{name}” {status}. The model reads at most {Prefix.longest} letters."
        top = ", ".join(f"{letter} {100 * p:.0f} %" for letter, p in self.ranked(3))
        choices = exp(entropy(probs.values()))
        begin = (
            f"“{name}”"
            if typed
            else f"The trained model continues “{self.prefix}” to “{name}”, which"
        )
        return (
            f"{begin} {status}. "
            f"Likeliest after “{self.prefix}” at temperature {self.temperature:g}: {top}; "
            f"as open as a fair choice among {choices:.1f} letters."
        )


class GuessNextLetter(Widget):
    """Hidden names, guessed letter by letter, against the trained model; the score is surprise in nats.

    `seed` mixes the `names`; the usual ones are in the list, but the model was not trained on them. `bets` are the
    bets so far, from the first letter of the first name on; `answered`: the answer to the last of them is on view.

    >>> guess = GuessNextLetter(seed=1, bets=[["a", 50], ["e", 25]])
    >>> guess.bets
    [['a', 50], ['e', 25]]
    """

    module = "generation/guess.js"
    seed = Number(1, low=0, high=LAST_SEED, whole=True)
    names = Names(FAMILIAR.split())
    bets = Bets()
    answered = OneOf(False, [False, True])

    def truths(self):
        """What was guessed at: [(name, position, letter or "end")], one for each bet."""
        names = self.names[:]
        random.Random(self.seed).shuffle(names)
        truths = [(name, i, letter) for name in names for i, letter in enumerate([*name, END])]
        return truths[: len(self.bets)]

    def surprises(self):
        """[(the reader's surprise, the model's)] in nats, one pair for each bet."""
        pairs = []
        for (letter, sure), (name, position, truth) in zip(self.bets, self.truths()):
            probs = next_letter(name[:position])
            share = sure / 100 if letter == truth else (1 - sure / 100) / (len(probs) - 1)
            pairs.append((-log(share), -log(probs[truth])))
        return pairs

    def summary(self):
        pairs = self.surprises()
        if not pairs:
            return "A hidden name, to be guessed letter by letter against the trained model. No bet has been made yet."
        you, model = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
        return (
            f"Mean surprise over {len(pairs)} letter{'s' * (len(pairs) > 1)}: "
            f"you {you:.2f} nats, the model {model:.2f} nats; blind guessing is {log(len(next_letter(''))):.2f} nats."
        )
