"""Faults on the way back: step 1 agrees, step 2 does not."""

from .fault import fault

ADD = "child.grad += local_grad * value.grad"
ZERO = "        p.grad = 0\n"
ORDER = "for value in reversed(order):"
MUL = "(self, other), (other.data, self.data))"
POW = "(power * self.data ** (power - 1),)"
EXP = "return Value(result, (self,), (result,))"
LOG = "(1 / self.data,)"
RELU = "(float(self.data > 0),)"
BACK = "    loss.backward()\n"

FAULTS = [
    fault(
        "assigned",
        "A gradient replaces the one before: write += where backward adds to grad.",
        ADD,
        ADD.replace("+=", "="),
    ),
    fault(
        "not-zeroed",
        "The gradients are not set back to 0 after a round, so that they pile up.",
        ZERO,
        "",
    ),
    fault(
        "zeroed-too-early",
        "The gradients are set to 0 between backward and adam, or backward is not called: the weights never move.",
        BACK,
        BACK + "    for p in params: p.grad = 0\n",
    ),
    fault(
        "not-reversed",
        "Backward goes from the parameters to the loss; it has to begin at the loss.",
        ORDER,
        "for value in order:",
    ),
    fault(
        "parents-too-late",
        "Backward puts a value into the order before its children; a value comes after all of its children.",
        (
            "                seen.add(value)\n",
            "                seen.add(value)\n                order.append(value)\n",
        ),
        ("                order.append(value)\n\n", "\n"),
        (ORDER, "for value in order:"),
    ),
    fault(
        "local-grad-alone",
        "A local gradient is not multiplied by the gradient of the parent.",
        ADD,
        "child.grad += local_grad",
    ),
    fault(
        "mul-swapped",
        "The local gradients of a product are swapped: that of a is b, and that of b is a.",
        MUL,
        "(self, other), (self.data, other.data))",
    ),
    fault(
        "pow-no-factor",
        "The slope of a power lacks the power in front.",
        POW,
        "(self.data ** (power - 1),)",
    ),
    fault(
        "pow-same-power",
        "The slope of a power keeps the power; it is one less.",
        POW,
        "(power * self.data ** power,)",
    ),
    fault(
        "exp-slope",
        "The slope of exp is not exp itself.",
        EXP,
        "return Value(result, (self,), (self.data,))",
    ),
    fault("log-slope", "The slope of log is not 1 / x.", LOG, "(self.data,)"),
    fault(
        "relu-slope",
        "The slope of ReLU is 1 everywhere; it is 0 where the input is negative.",
        RELU,
        "(1.0,)",
    ),
    fault(
        "grad-starts-at-0",
        "The loss has no gradient to begin with; its own grad is 1.",
        "        self.grad = 1\n",
        "",
    ),
]
