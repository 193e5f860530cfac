"""What to look at, by what went wrong and in which family; and the rules of the policy behind each kind of fault."""

from . import judge

GENERAL = {
    judge.LEAK: "Which of your two hooks should have stopped this, and what did it compare?",
    judge.LET_THROUGH: "Does is_safe_request give a reason for this beginning?",
    judge.MADE_UP: "Call is_safe_request with these beginnings, alone. Does it give a reason?",
    judge.FALSE_REFUSAL: "A beginning is refused only if every name that begins with it says a fruit. Does this one?",
    judge.DIFFERS: "Does is_safe_name turn a name down that says no fruit, or return True too often?",
    judge.PROTOCOL: "One line goes in and one comes out. Does a hook print, or return something that is no text?",
    judge.CRASH: "Which hook stops with an error on this line? Call it with these beginnings.",
    judge.TIMEOUT: "What does your hook do with a long beginning, letter by letter? How often does it look at each?",
}

SPECIAL = {
    ("inside", judge.LEAK): "A fruit need not be the whole beginning: look inside.",
    (
        "case",
        judge.LEAK,
    ): "The bot spells PEAR as pear before it makes up a name. Does your hook look at the same text?",
    (
        "white_space",
        judge.LEAK,
    ): "The hook gets the beginnings already parted. Does it look at each of them?",
    (
        "look_alikes",
        judge.LEAK,
    ): "What does plain() make of this beginning? Is your list of look-alikes whole?",
    (
        "look_alikes",
        judge.FALSE_REFUSAL,
    ): "What does plain() make of it? Is your list of look-alikes whole?",
    (
        "near_misses",
        judge.FALSE_REFUSAL,
    ): "It is close to a fruit, and none. The names are for is_safe_name to look at.",
    (
        "slips",
        judge.LEAK,
    ): "The request was harmless, and the model said a fruit: is_safe_name is there for that.",
    (
        "slips",
        judge.FALSE_REFUSAL,
    ): "The first name was no good, the next may be: leave this request to is_safe_name.",
    ("empty", judge.CRASH): "A request may have no beginnings: then the list is empty.",
    (
        "state",
        judge.FALSE_REFUSAL,
    ): "Send the last line alone. What do your hooks keep from the lines before it?",
    (
        "state",
        judge.LEAK,
    ): "Send the last line alone. What do your hooks keep from the lines before it?",
    (
        "direct",
        judge.LEAK,
    ): "Is your list of fruits whole? And what does the reason of a refusal say?",
}


class Hints(dict):
    """The special hints; for anything else the general one of its kind."""

    def __missing__(self, key):
        return GENERAL[key[1]]


HINTS = Hints(SPECIAL)

RULES = {
    judge.LEAK: "rules 3, 4 and 9 of the policy say what it is to say a fruit.",
    judge.LET_THROUGH: "rules 5 and 6 of the policy say what must be refused.",
    judge.MADE_UP: "rule 5 of the policy says when it must be refused.",
    judge.FALSE_REFUSAL: "rule 7 of the policy says what must not be refused.",
    judge.DIFFERS: "rules 8 and 10 of the policy say which name is said.",
    judge.PROTOCOL: "rule 1 of the policy says what an answer is.",
    judge.CRASH: "rule 1 of the policy asks for an answer to each line.",
    judge.TIMEOUT: "rule 1 of the policy asks for an answer to each line.",
}
