"""Faults in what is predicted, and in how the losses become one number."""

from .fault import fault

ENCODE = "return [BOS] + [letters.index(letter) for letter in doc] + [BOS]"
TARGET = "losses.append(-probs[tokens[pos_id + 1]].log())"
COUNT = "n = min(block_size, len(tokens) - 1)"
MEAN = "loss = (1 / n) * sum(losses)"
DOC = "docs[step % len(docs)]"

FAULTS = [
    fault(
        "no-bos-at-the-end",
        "The names have no BOS at their end, so that their end is never predicted.",
        ENCODE,
        ENCODE.removesuffix(" + [BOS]"),
    ),
    fault(
        "no-bos-at-the-start",
        "The names have no BOS at their start, so that their first letter is never predicted.",
        ENCODE,
        ENCODE.replace("[BOS] + [l", "[l"),
    ),
    fault(
        "another-end",
        "The end of a name has a token of its own; BOS is at both ends of a name.",
        (ENCODE, ENCODE.replace("+ [BOS]", "+ [BOS + 1]")),
        ("vocab_size = len(letters) + 1", "vocab_size = len(letters) + 2"),
    ),
    fault(
        "target-itself",
        "Each token is asked to predict itself; the target is the token after it.",
        TARGET,
        TARGET.replace("pos_id + 1", "pos_id"),
    ),
    fault(
        "target-after-next",
        "The target is the token after the next one; the targets are one too far.",
        (TARGET, TARGET.replace("pos_id + 1", "min(pos_id + 2, n)")),
    ),
    fault(
        "last-not-predicted",
        "The loop stops one prediction early, so that the end of a name is not predicted.",
        COUNT,
        "n = min(block_size, len(tokens) - 2)",
    ),
    fault(
        "sum",
        "The losses of a name are added up; the loss is their mean.",
        MEAN,
        "loss = sum(losses)",
    ),
    fault(
        "sum-backward",
        "The gradients come from the sum of the losses; call backward on their mean.",
        ("loss.backward()", "sum(losses).backward()"),
    ),
    fault(
        "mean-over-tokens",
        "The mean divides by the number of tokens, BOS included twice; divide by the number of predictions.",
        MEAN,
        "loss = (1 / len(tokens)) * sum(losses)",
    ),
    fault(
        "mean-over-letters",
        "The mean divides by the number of letters; divide by the number of predictions, one more.",
        MEAN,
        "loss = (1 / (len(tokens) - 2)) * sum(losses)",
    ),
    fault(
        "mean-over-block",
        "The mean divides by block_size; divide by the number of predictions.",
        MEAN,
        "loss = (1 / block_size) * sum(losses)",
    ),
    fault(
        "last-loss",
        "The loss is that of the last prediction alone; take the mean of all.",
        MEAN,
        "loss = losses[-1]",
    ),
    fault(
        "log2",
        "The loss is counted in bits (log2); take the natural logarithm.",
        MEAN,
        "loss = (1 / 0.6931471805599453 / n) * sum(losses)",
    ),
    fault(
        "sign-of-loss",
        "The minus before the logarithm is missing.",
        TARGET,
        TARGET.replace("-probs", "probs"),
    ),
    fault(
        "same-name",
        "Every round trains on the first name; take the next one each time.",
        DOC,
        "docs[0]",
    ),
    fault(
        "first-name-skipped",
        "The first round takes the second name; begin with the first.",
        DOC,
        "docs[(step + 1) % len(docs)]",
    ),
    fault(
        "random-names",
        "Each round draws a name at random; take them in their shuffled order.",
        DOC,
        "random.choice(docs)",
    ),
]
