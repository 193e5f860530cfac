"""Put into a claim why it is not met: where the losses part, which faults fit, how the program ended."""

from .advice import advice
from .facts import fact, of_setup
from .right import recorded
from .suspects import by_error, by_losses, compared, says


def say_difference(reading, claim, verdict):
    """The message for losses that differ."""
    step = verdict.parted
    printed, right = reading.losses[step], recorded().losses[step - 1]
    claim.message = (
        f"step {step}: the loss it prints is {printed.text}; the recorded one is "
        f"{right:.{max(printed.digits, 4)}f}."
    )
    verdict.suspects = by_losses(reading, step)
    if verdict.suspects:
        claim.place = name_suspects(reading, verdict.suspects)
    else:
        strikes = fact(reading.losses, recorded().losses, reading.digits)
        none = "The numbers fit none of the usual faults exactly."
        setup = of_setup(reading, recorded().counts)
        claim.place = [strikes or none, *(setup or advice(step, reading.digits))]


def name_suspects(reading, names):
    number = compared(reading, names[0])
    losses = f"{number} losses" if number > 1 else "the one loss"
    if len(names) == 1:
        return [f"The numbers fit this fault exactly ({losses} compared):", bullet(names[0])]
    return [f"The numbers fit these faults, which give the same {losses}:", *map(bullet, names)]


def bullet(name):
    return f"  {says(name)}"


def say_ending(reading, claim, verdict, ending):
    """The message for a program that ended before it came so far."""
    so_far = f"after step {reading.last[0]}, its losses right so far"
    done = so_far if reading.losses else "before its first loss"
    claim.message = f"{done}: {ending.sentence()}"
    if ending.error:
        claim.place = ending.place(verdict.id)
        verdict.suspects = by_error(reading, ending.error.partition(":")[0])
        if verdict.suspects:
            claim.place += [
                "These faults end like this; it may be another:",
                *map(bullet, verdict.suspects),
            ]


def say_unsteady(verdict, again):
    """Put into a verdict that a second run prints another first loss."""
    claim = next(claim for claim in verdict.claims if claim.text.startswith("its first"))
    claim.place = [f"A second run prints {again}.", says("unsteady")]
    verdict.suspects = ["unsteady"]
