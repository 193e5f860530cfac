"""What Python's errors mean, in plain words."""

import builtins
import re

# A line: the kind of error, and a pattern that its message fits. Under it, indented: what that means; {0}, {1} ... are
# the pattern's groups. The first entry that fits is used.
TABLE = r"""
NotImplementedError |
    Your answer is not written yet: it goes where the last line says raise.
NameError | cannot access local variable '(\w+)'
    Inside this function {0} is used before it has a value. A name that is set in a function
    belongs to that function.
NameError | name '(\w+)' is not defined
    Python does not know {0}. Check the spelling, and that a line above gives it a value.
TypeError | 'NoneType'
    One of the values here is None. A function without a return gives back None.
TypeError | unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'
    {0} does not work between these two kinds of value: {1} on its left, {2} on its right.
TypeError | can only concatenate (\w+) \(not "(\w+)"\)
    + joins a {0} only to another {0}, not to a {1}.
TypeError | can't multiply sequence by non-int
    A list or a text can be repeated by a whole number only. To multiply each number, go through
    the list.
TypeError | '(\w+)' object is not callable
    There are brackets behind something that is no function: it is of the kind {0}.
TypeError | '(\w+)' object is not subscriptable
    There are square brackets behind something that has no places: it is of the kind {0}.
TypeError | '(\w+)' object is not iterable
    A loop, sum or zip wants a list here, and gets one value of the kind {0}.
TypeError | (\w+)\(\) missing (\d+) required positional arguments?: (.+)
    {0} is called with too few values: {2} is missing.
TypeError | (\w+)\(\) takes (\d+) positional arguments? but (\d+) (?:was|were) given
    {0} is called with {2} values and takes {1}. In a class the first one is the object itself.
TypeError | (?:list indices|string indices|tuple indices) must be integers
    A place in a list is a whole number: 0, 1, 2 and so on.
IndexError | pop from empty
    There is nothing left to take: the list is empty.
IndexError |
    There is no such place: a list of n values has the places 0 to n - 1.
KeyError |
    The dictionary has no such key.
AttributeError | 'NoneType' object has no attribute '(\w+)'
    The value before .{0} is None. A function without a return gives back None.
AttributeError | '(\w+)' object has no attribute '(\w+)'
    A value of the kind {0} has no {1}. Check the spelling, and what kind of value it is.
ZeroDivisionError |
    A number is divided by 0.
OverflowError |
    The number became too large for Python to hold.
ValueError | math domain error|expected a positive input
    The function is not defined there: log wants a number above 0, sqrt one that is not below 0.
ValueError | not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)
    There are {0} names on the left and only {1} values on the right.
ValueError | too many values to unpack \(expected (\d+)
    There are more values on the right than the {0} names on the left.
ValueError | argument 2 is (shorter|longer) than argument 1
    The two lists are not equally long: the second one is {0}.
RecursionError |
    The function calls itself again and again without coming to an end.
MemoryError | Parser stack overflowed
    Too many brackets, or words that hold others, stand inside each other here.
MemoryError |
    The page has no memory left, so what this cell had made is gone. Look for a list that grows without end.
AssertionError |
    The line says that something must be true, and it is not.
TabError |
    Tabs and spaces are mixed at the beginning of lines. Use four spaces.
IndentationError | expected an indented block
    After a line that ends with a colon, the next one begins four spaces further in.
IndentationError |
    The beginnings of the lines do not fit: lines of one block begin at the same place.
SyntaxError | '(.)' was never closed
    The bracket {0} is opened and never closed.
SyntaxError | unmatched '(.)'
    The bracket {0} is closed, and was never opened.
SyntaxError | unterminated .*string
    A text begins with a quotation mark, and has none at its end.
SyntaxError | expected ':'
    A colon is missing at the end of this line.
SyntaxError | Maybe you meant '==' or ':='
    One = sets a name. To ask whether two things are equal, write ==.
SyntaxError | 'return' outside function
    return stands outside of a function. Is the line far enough to the right?
SyntaxError |
    Python cannot read this line as it stands.
"""


def entries():
    """(kind, pattern, sentence) for each entry of the table."""
    found = []
    for line in TABLE.strip().splitlines():
        if line.startswith(" "):
            found[-1][2].append(line.strip())
        else:
            kind, pattern = line.split(" |", 1)
            found.append((getattr(builtins, kind), re.compile(pattern.strip()), []))
    return [(kind, pattern, " ".join(words)) for kind, pattern, words in found]


def meaning(error):
    """What the error means, in one or two sentences; empty where nothing helpful can be said."""
    message = str(error.msg if isinstance(error, SyntaxError) else error)
    for kind, pattern, sentence in entries():
        if isinstance(error, kind) and (match := pattern.search(message)):
            return sentence.format(*match.groups())
    return ""
