"""The program's model, line by line: what each line does, in plain words."""

from ... import course
from ..base import Widget
from ..links import links
from ..traits import Number, OneOf
from .texts import load_lines

MOST = max(map(len, load_lines().values()))  # lines of one region


class GptLines(Widget):
    """A region of the program with each line explained: what it does, and how many numbers are in what it makes.

    `region` is one of gpt, attention, mlp, softmax, rmsnorm, linear and parameters; `line` counts its lines of code
    from 1 (beyond the last one: the last).

    >>> GptLines(region="gpt", line=2)
    gpt, line 2 of 7. Takes row number token_id of wte and row number pos_id of wpe, and adds them pair by pair. \
Now x knows what the token is and where it stands. Sizes: x: 16 numbers.
    """

    module = "model/gpt_lines.js"
    region = OneOf("gpt", list(load_lines()))
    line = Number(1, low=1, high=MOST, whole=True)

    def summary(self):
        told = load_lines()[self.region]
        at = min(self.line, len(told))
        words = f"{told[at - 1]['says']} Sizes: {told[at - 1]['sizes'].rstrip('.')}."
        return f"{self.region}, line {at} of {len(told)}. {plain(words)}"

    def public_state(self):
        return {**super().public_state(), "links": links(course.ready())}


def plain(text):
    """Without the marks of code and emphasis; a lone asterisk stays.

    >>> plain("`x` is *added*")
    'x is added'
    """
    return text.replace("`", "").replace("*", "")
