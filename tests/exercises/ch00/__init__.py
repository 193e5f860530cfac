"""Answers to the exercises of chapter 00: right in several ways, and wrong by name.

RIGHT lists answers that must pass. WRONG lists pairs: an answer that must fail, and a part of the
message that names its mistake; None where the message may only say what was seen.
"""

from . import count, novel

EXERCISES = {"ex-00-1": count, "ex-00-2": novel}
RIGHT = {id: answers.RIGHT for id, answers in EXERCISES.items()}
WRONG = {id: answers.WRONG for id, answers in EXERCISES.items()}
