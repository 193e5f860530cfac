"""Traits whose errors say what is allowed, in one sentence."""

import copy
from math import isfinite

import traitlets


class Number(traitlets.TraitType):
    """A finite number from `low` to `high`; only a whole one, if asked for."""

    def __init__(self, default, low, high, whole=False):
        self.low, self.high = low, high
        self.kind, self.allows = ("a whole number", is_whole) if whole else ("a number", is_number)
        super().__init__(default)
        self.tag(sync=True)

    def validate(self, obj, value):
        if self.allows(value) and self.low <= value <= self.high:
            return value
        raise traitlets.TraitError(
            f"{self.name} must be {self.kind} from {self.low} to {self.high}, not {value!r}."
        )


class ListTrait(traitlets.TraitType):
    """A trait that holds a list, at first a copy of `initial`: a list of its own for every widget."""

    def __init__(self, initial=()):
        super().__init__()
        self.initial = list(initial)
        self.tag(sync=True)

    def make_dynamic_default(self):
        return copy.deepcopy(self.initial)


class Numbers(ListTrait):
    """A list of `shortest` to `longest` finite numbers, each from `low` to `high`; `whole` ones only, if asked for."""

    def __init__(self, default, shortest, longest, low, high, whole=False):
        self.shortest, self.longest, self.low, self.high = shortest, longest, low, high
        self.kind, self.allows = ("whole numbers", is_whole) if whole else ("numbers", is_number)
        super().__init__(default)

    def validate(self, obj, value):
        if (
            isinstance(value, (list, tuple))
            and self.shortest <= len(value) <= self.longest
            and all(self.allows(x) and self.low <= x <= self.high for x in value)
        ):
            return list(value)
        size = (
            self.shortest if self.shortest == self.longest else f"{self.shortest} to {self.longest}"
        )
        raise traitlets.TraitError(
            f"{self.name} must be a list of {size} {self.kind}, each from {self.low} to {self.high}, not {value!r}."
        )


class Matrix(ListTrait):
    """A list of equally long lists of finite numbers, each from `low` to `high`, of at most `rows` by `columns`."""

    def __init__(self, default, rows, columns, low, high):
        self.rows, self.columns, self.low, self.high = rows, columns, low, high
        super().__init__(map(list, default))

    def validate(self, obj, value):
        if (
            isinstance(value, (list, tuple))
            and 1 <= len(value) <= self.rows
            and all(
                isinstance(row, (list, tuple)) and 1 <= len(row) <= self.columns for row in value
            )
            and len({len(row) for row in value}) == 1
            and all(is_number(x) and self.low <= x <= self.high for row in value for x in row)
        ):
            return [list(row) for row in value]
        raise traitlets.TraitError(
            f"{self.name} must be 1 to {self.rows} equally long lists of 1 to {self.columns} numbers, "
            f"each from {self.low} to {self.high}, not {value!r}."
        )


class Labels(ListTrait):
    """A list of `shortest` to `longest` short texts; None stands for an empty one, where that is allowed."""

    size = 12  # characters

    def __init__(self, default, shortest, longest):
        self.shortest, self.longest = shortest, longest
        super().__init__(default)

    def validate(self, obj, value):
        value = [] if value is None else value
        if (
            isinstance(value, (list, tuple))
            and self.shortest <= len(value) <= self.longest
            and all(isinstance(text, str) and 1 <= len(text) <= self.size for text in value)
        ):
            return list(value)
        raise traitlets.TraitError(
            f"{self.name} must be a list of {self.shortest} to {self.longest} texts "
            f"of 1 to {self.size} characters, not {value!r}."
        )


class NumbersByLetter(traitlets.TraitType):
    """{small letter: a finite number from `low` to `high`}, at first a copy of `initial`."""

    def __init__(self, initial, low, high):
        self.initial, self.low, self.high = dict(initial), low, high
        super().__init__()
        self.tag(sync=True)

    def make_dynamic_default(self):
        return dict(self.initial)

    def validate(self, obj, value):
        if isinstance(value, dict) and all(
            isinstance(letter, str)
            and len(letter) == 1
            and "a" <= letter <= "z"
            and is_number(x)
            and self.low <= x <= self.high
            for letter, x in value.items()
        ):
            return dict(value)
        raise traitlets.TraitError(
            f"{self.name} must give letters from a to z numbers from {self.low} to {self.high}, not {value!r}."
        )


class WholeByName(traitlets.TraitType):
    """{a name: a whole number from `low` to what `most` gives for that name}, at first empty.

    `wanted` says it in words: what follows "must give".
    """

    def __init__(self, most, low, wanted):
        self.most, self.low, self.wanted = most, low, wanted
        super().__init__()
        self.tag(sync=True)

    def make_dynamic_default(self):
        return {}

    def validate(self, obj, value):
        if isinstance(value, dict) and all(
            name in self.most and is_whole(x) and self.low <= x <= self.most[name]
            for name, x in value.items()
        ):
            return dict(value)
        raise traitlets.TraitError(f"{self.name} must give {self.wanted}, not {value!r}.")


class Text(traitlets.TraitType):
    """A text of at most `longest` characters."""

    def __init__(self, default="", longest=200):
        self.longest = longest
        super().__init__(default)
        self.tag(sync=True)

    def validate(self, obj, value):
        if isinstance(value, str) and len(value) <= self.longest:
            return value
        raise traitlets.TraitError(
            f"{self.name} must be a text of at most {self.longest} characters, not {value!r}."
        )


class Letters(traitlets.TraitType):
    """A text of `shortest` to `longest` small letters from a to z."""

    def __init__(self, default, shortest, longest):
        self.shortest, self.longest = shortest, longest
        super().__init__(default)
        self.tag(sync=True)

    def validate(self, obj, value):
        if (
            isinstance(value, str)
            and self.shortest <= len(value) <= self.longest
            and all("a" <= letter <= "z" for letter in value)
        ):
            return value
        raise traitlets.TraitError(
            f"{self.name} must be {self.shortest} to {self.longest} letters from a to z, not {value!r}."
        )


class OneOf(traitlets.TraitType):
    """One of a few values, in its own type: True is not 1."""

    def __init__(self, default, options):
        self.options = list(options)
        super().__init__(default)
        self.tag(sync=True)

    def validate(self, obj, value):
        if any(type(value) is type(option) and value == option for option in self.options):
            return value
        raise traitlets.TraitError(
            f"{self.name} must be one of {', '.join(map(repr, self.options))}, not {value!r}."
        )


class Among(ListTrait):
    """Some of a few values, at least one, in the order of `options`; at first all of them."""

    def __init__(self, options):
        self.options = list(options)
        super().__init__(self.options)

    def validate(self, obj, value):
        if isinstance(value, (list, tuple)) and value and all(one in self.options for one in value):
            return [option for option in self.options if option in value]
        raise traitlets.TraitError(
            f"{self.name} must be a list of one or more of {', '.join(map(repr, self.options))}, not {value!r}."
        )


def is_number(value):
    """Whether `value` is an ordinary finite number; True and False are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def is_whole(value):
    """Whether `value` is a whole number, written as one: 2.0 and True are not."""
    return isinstance(value, int) and not isinstance(value, bool)


def same_length(*names):
    """A rule for a widget class: the named lists have one length. Write `_equal = same_length("a", "b")`."""

    @traitlets.validate(*names)
    def rule(self, proposal):
        value, mine = proposal["value"], proposal["trait"].name
        for other in names:
            if other != mine and len(getattr(self, other)) != len(value):
                raise traitlets.TraitError(
                    f"{' and '.join(names)} must have the same number of entries."
                )
        return value

    return rule
