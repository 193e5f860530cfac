"""What the answers of chapter 04 share."""


def dot(a, b):
    return sum(p * q for p, q in zip(a, b))


def made(call, init=None):
    """A class with this `__call__`; its parts are kept in self.parts."""

    class Made:
        def __init__(self, parts):
            self.parts = init(parts) if init else parts

        def __call__(self, x):
            return call(self, x)

    return Made


def then(function, change):
    """The same, with something done to the result."""
    return lambda *arguments: change(function(*arguments))


def after(cls, change):
    """The same class, with something done to what its call gives."""
    return made(lambda self, x: change(cls(self.parts)(x)))
