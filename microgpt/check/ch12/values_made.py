"""Exercise 12.2: how many Values a step of training makes."""

from dataclasses import dataclass, replace

from ..function import Case, Function
from ..mistakes import Mistake
from ..source import returns_in_loop


@dataclass(frozen=True)
class Lines:
    """How many Values the lines of a step make; each number can be changed, as a mistake would do it."""

    first: int = 1  # how many of the tokens the first one looks at
    step: int = 1  # how many more each later one does
    whole: bool = False  # every token looks at all n
    sum: int = 1  # what a sum of k Values makes beside k
    wrapped: int = 1  # a plain number beside a Value
    embed: int = 16
    norms: int = 3
    heads: int = 4
    squares: int = 4  # matrices of attention
    residual: int = 2
    relu: int = 64
    fc1: bool = True
    fc2: bool = True
    lm_head: bool = True
    probs: bool = True
    log: int = 3
    mean: bool = True
    scale: bool = True  # the division by the root of head_dim
    guesses: int = 0  # more tokens than n
    extra: int = 0

    def matrix(self, rows, columns):
        return rows * (2 * columns + self.sum)

    def softmax(self, k):
        return k * (1 + self.wrapped) + k + k + self.sum + 2 * k

    def rmsnorm(self):
        return 16 + 16 + self.sum + 3 * (1 + self.wrapped) - self.wrapped + 16

    def attention(self, t):
        score = 4 + 4 + self.sum + (1 + self.wrapped) * self.scale
        blend = 4 * (2 * t + self.sum)
        return self.squares * self.matrix(16, 16) + self.heads * (
            score * t + self.softmax(t) + blend
        )

    def gpt(self, t):
        mlp = self.fc1 * self.matrix(64, 16) + self.relu + self.fc2 * self.matrix(16, 64)
        rest = self.embed + 16 * self.residual + self.lm_head * self.matrix(27, 16)
        return rest + self.norms * self.rmsnorm() + self.attention(t) + mlp

    def token(self, t):
        return self.gpt(t) + self.probs * self.softmax(27) + self.log

    def made(self, n):
        tokens = n + self.guesses
        seen = [n if self.whole else self.first + self.step * p for p in range(tokens)]
        mean = (tokens + self.sum + 1 + self.wrapped) * self.mean
        return sum(map(self.token, seen)) + mean + self.extra


RIGHT = Lines()


def values_made(n):
    return RIGHT.made(n)


def lines(**changes):
    return replace(RIGHT, **changes).made


VALUES_MADE = Function(
    "ex-12-2",
    "values_made(n)",
    start="begin with gpt for the first token, and write the number of Values beside each line.",
    right=values_made,
    cases=[
        Case("one guess", (1,), 7743),
        Case("two guesses", (2,), 15583),
        Case("emma", (5,), 39703),
        Case("nancy", (6,), 47943),
        Case("three guesses", (3,), 23523),
        Case("nine guesses", (9,), 73263),
        Case("twelve guesses", (12,), 99483),
        Case("the longest name", (16,), 135843),
    ],
    mistakes=[
        Mistake(
            "every token costs as much as the first here; the token at position p looks at p + 1 tokens.",
            lines(step=0),
        ),
        Mistake(
            "every token looks at all n tokens here; later ones are not in the lists yet.",
            lines(whole=True),
        ),
        Mistake(
            "the token at position p looks at p tokens here; it looks at itself too, so p + 1.",
            lines(first=0),
            lambda n: lines(first=0)(n) + 4,
        ),
        Mistake(
            "the token at position p looks at p + 2 tokens here; it looks at itself and those before it, p + 1.",
            lines(first=2),
        ),
        Mistake(
            "a sum of k Values is counted as k; it begins with the number 0, which becomes a Value: k + 1.",
            lines(sum=0),
        ),
        Mistake(
            "a sum of k Values is counted as k - 1; it begins with the number 0: k + 1.",
            lines(sum=-1),
        ),
        Mistake(
            "the plain numbers are left out; one that meets a Value becomes a Value itself.",
            lines(wrapped=0),
            lines(wrapped=0, sum=0),
            lines(wrapped=0, log=2),
            lines(wrapped=0, sum=0, log=2),
        ),
        Mistake("rmsnorm is called three times for each token, not twice.", lines(norms=2)),
        Mistake("rmsnorm is called three times for each token, not once.", lines(norms=1)),
        Mistake("rmsnorm is called three times for each token, not four times.", lines(norms=4)),
        Mistake("rmsnorm is missing: it is called three times for each token.", lines(norms=0)),
        Mistake("there are four heads; one is counted.", lines(heads=1)),
        Mistake("the heads are missing: scores, shares and blend of four heads.", lines(heads=0)),
        Mistake("attention has four matrices; three are counted.", lines(squares=3)),
        Mistake(
            "each head is counted with matrices of its own; the heads share four matrices.",
            lines(squares=16),
        ),
        Mistake(
            "attention is missing.",
            lines(squares=0, heads=0),
        ),
        Mistake(
            "16 additions are missing for each token: the rows of token and position, or one of the two "
            "residual connections.",
            lines(embed=0),
        ),
        Mistake(
            "the residual connections are missing: two times 16 additions for each token.",
            lines(residual=0),
        ),
        Mistake("relu is missing: 64 Values for each token.", lines(relu=0)),
        Mistake("relu is counted 16 times; it is called for each of 64 numbers.", lines(relu=16)),
        Mistake(
            "64 rows of 16 numbers are missing for each token: mlp_fc1, or the four matrices of attention.",
            lines(fc1=False),
        ),
        Mistake("mlp_fc2 is missing: 16 rows of 64 numbers.", lines(fc2=False)),
        Mistake("the MLP is missing.", lines(fc1=False, fc2=False, relu=0)),
        Mistake("lm_head is missing: 27 rows of 16 numbers.", lines(lm_head=False)),
        Mistake(
            "the softmax of the 27 logits is missing, for each token.",
            lines(probs=False),
        ),
        Mistake(
            "the minus makes two Values: the -1 and the product; with the log that is three.",
            lines(log=2),
        ),
        Mistake("the minus before the log is missing: it makes two Values.", lines(log=1)),
        Mistake("the minus and the log are missing: three Values for each guess.", lines(log=0)),
        Mistake(
            "softmax, minus and log of each guess are missing: that is gpt, and the mean.",
            lines(probs=False, log=0),
        ),
        Mistake(
            "that is all calls of gpt; softmax, minus and log of each guess are missing, and the mean.",
            lines(probs=False, log=0, mean=False),
        ),
        Mistake(
            "the line that computes loss is missing: a sum, and (1 / n) times it.",
            lines(mean=False),
        ),
        Mistake(
            "the sum in the line that computes loss makes n + 1 Values.",
            lines(extra=-1),
        ),
        Mistake(
            "the product with (1 / n) is missing: it makes two Values, one of them for the plain number.",
            lines(extra=-2),
        ),
        Mistake(
            "the sum of the losses is missing: n + 1 Values.",
            lambda n: values_made(n) - n - 1,
        ),
        Mistake(
            "the sum of the losses is counted for each guess; it comes once, after all of them.",
            lambda n: values_made(n) + (n - 1) * (n + 3),
            lambda n: values_made(n) + (n - 1) * (n + 1),
        ),
        Mistake(
            "the parameters are counted; they are there already.",
            lines(extra=4192),
        ),
        Mistake(
            "one token too many goes through gpt; the last BOS is only guessed.",
            lines(guesses=1),
        ),
        Mistake(
            "one token too few goes through gpt; there are as many as guesses.",
            lines(guesses=-1),
        ),
        Mistake(
            "the division by the root of head_dim is missing: two Values for each score.",
            lines(scale=False),
        ),
        Mistake(
            "the division by the root of head_dim makes two Values; one is counted.",
            lambda n: values_made(n) - 4 * n * (n + 1) // 2,
        ),
        Mistake(
            "that is one call of gpt, with n tokens to look at; add up the calls for all n tokens.",
            lambda n: RIGHT.gpt(n),
            lambda n: RIGHT.token(n),
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake(
            "that is the first token alone; n of them go through gpt.",
            lambda n: RIGHT.gpt(1),
            lambda n: RIGHT.token(1),
            lambda n: 7743,
            because={returns_in_loop: "return after the loop, not inside it."},
        ),
        Mistake("that is always the count of emma; n is an argument.", lambda n: 39703),
        Mistake(
            "the values that backward finds are counted; those that nobody uses are made too.",
            lambda n: values_made(n) - 52 * n,
        ),
    ],
)
