"""Exercise 0.1: how many guesses?"""

from ..answer import Answer
from ..mistakes import Mistake

COUNT = Answer(
    "ex-00-1",
    "answer",
    start="write down what the model is fed, one token at a time, and what must follow each.",
    asks="how many guesses the model makes for emma",
    expected=5,
    proves="one for each letter, and one for the end of the name.",
    mistakes=[
        Mistake("you counted the letters; the end of the name has to be predicted too.", 4),
        Mistake("you counted the tokens; nothing predicts the first one, it is given.", 6),
        Mistake("you counted from letter to letter; the first and the end are predicted too.", 3),
        Mistake("the model does not predict the name in one piece, but one token at a time.", 1),
        Mistake("the model does predict: after the start, and after each letter.", 0),
        Mistake("that is how many choices one prediction has; count the predictions.", 27, 26),
        Mistake("that is every choice of every prediction; count the predictions.", 135),
    ],
)
