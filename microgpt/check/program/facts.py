"""What strikes in losses that fit no fault: a fact, whatever its cause."""

from math import isfinite

NEAR = 0.002
RUN = 1000  # steps
FEWEST = 4  # losses that can show a fact


def fact(losses, right, digits):
    """A sentence about losses {step: Printed} that differ from the right ones; empty if nothing strikes.

    >>> from .reading import Reading
    >>> fact(Reading(["0.5000"] * 5).losses, [1.0, 2.0, 3.0, 4.0, 5.0], 4)
    'It prints the same loss in every round.'
    """
    odd = next((step for step, loss in losses.items() if not isfinite(loss.value)), None)
    if odd:
        return (
            f"In step {odd} the loss is {losses[odd].text}: a number was divided by 0, or has grown "
            "beyond all bounds."
        )
    if len(losses) < FEWEST:
        return ""
    if len({loss.value for loss in losses.values()}) == 1:
        return "It prints the same loss in every round."
    for by in (1, -1, 2, -2):
        if shifted(losses, right, digits, by):
            way = "late" if by > 0 else "early"
            much = "one line" if abs(by) == 1 else "two lines"
            return f"These are the right losses, {much} too {way}."
    if all(abs(loss.value - right[step - 1]) < NEAR for step, loss in losses.items()):
        return (
            "They are near the right ones, and differ in the last digits. Numbers of 32 bits do this, "
            "a rounding on the way, or a small number such as eps."
        )
    return ""


def of_setup(reading, right):
    """Sentences about what it says of names, tokens and steps, where that is not so in the recorded run."""
    words = {"names": "names", "tokens": "tokens in the vocabulary"}
    found = [
        f"It counts {reading.counts[name]:,} {words[name]}; there are {number:,}."
        for name, number in right.items()
        if reading.counts.get(name, number) != number
    ]
    if reading.total not in (0, RUN):
        found.append(
            f"It makes {reading.total:,} rounds; the run has {RUN:,}, and the learning rate falls with them."
        )
    return found


def shifted(losses, right, digits, by):
    """Whether the losses are the right ones, `by` lines too late."""
    pairs = [
        (loss, right[step - 1 - by]) for step, loss in losses.items() if 0 < step - by <= len(right)
    ]
    return len(pairs) >= FEWEST - 1 and all(loss.agrees(exact, digits) for loss, exact in pairs)
