"""Where to look when the numbers fit nothing: it follows from the step at which they part."""

from .right import first_step, names, recorded

FORWARD = 7  # of the values of the first step: those before backward
FULL = 8  # digits at which small differences show


def advice(parted, digits):
    """Lines for a run that leaves the recorded one at this step, its losses printed with so many digits."""
    if parted == 1:
        return [
            "Step 1 comes before all training, so the names, the draws or the way forward differ.",
            "Print these one after the other; the first that differs says where to look:",
            *values(first_step()[:FORWARD]),
        ]
    if parted == 2:
        return [
            f"Step 1 agrees, to the digits that are printed. It has seen {names()[0]}, the first weights and the way",
            "forward with this one name: no fault shows there. What comes after, it has not seen.",
            *in_full(digits),
            f"Does step 2 train on {names()[1]}, with new lists of keys and values?",
            "Then look at backward and at the first step of the optimizer. Print these of step 1:",
            *values(first_step()[FORWARD:]),
        ]
    return [
        "The steps before agree, to the digits that are printed: in what they have used, no fault shows.",
        *in_full(digits),
        "Then look at what changes from round to round: gradients that are set back to 0, m and v that are",
        "kept, the power in the bias correction, and the learning rate, which is "
        f"{rate(parted)} in step {parted}.",
        *name_of(parted),
    ]


def in_full(digits):
    """The weights are small at first, and a fault in attention changes the last digits alone."""
    if digits >= FULL:
        return []
    loss = recorded().losses[0]
    return [
        f"Print the loss of step 1 in full: it is {loss:.{FULL}f}. If yours differs, the way forward does.",
    ]


def values(pairs):
    return [f"  {what}: {show(value)}" for what, value in pairs]


def show(value):
    return f"{value:.6f}" if isinstance(value, float) else str(value)


def rate(step):
    return f"{0.01 * (1 - (step - 1) / 1000):.5f}"


def name_of(step):
    """A line on the name of a step, if it is the longest so far."""
    name, before = names()[step - 1], names()[: step - 1]
    if len(name) <= max(map(len, before)):
        return []
    return [f"Step {step} trains on {name}, the longest name so far: look at positions, too."]
