"""An exercise whose answer is built and then used: a class, or functions that work together.

Each story is a piece of code in which the answer stands under its own name; the value of its last
line is what counts. So a story can call twice, build two of them, read a gradient, or look at what is
meant to change and what is meant to persist: whatever it looks at is stated, and nothing else is.
"""

import ast
import gc
import sys
import traceback
from copy import deepcopy
from functools import cache
from textwrap import dedent
from typing import NamedTuple

from .compare import plain
from .exercise import Exercise
from .guard import run
from .words import describe, show

PYTHON_LIMIT = 1000  # calls inside calls, as Python comes
SMALL_STACK = sys.platform == "emscripten"  # Python in a page


CONTAINERS = (tuple, list, dict, set)


class Story(NamedTuple):
    """What it proves, the code as a learner would type it, and what its last line gives.

    `tells` says in words what is expected, where the value says it badly. `aside` is for a story that
    looks at something else than a result, and says what it means if that is not as expected. `deep` is for
    a story in which calls inside calls go deeper than Python allows, and says so; to raise Python's limit
    does not help.
    """

    proves: str
    code: str
    expected: object
    tells: str = ""
    aside: str = ""
    deep: str = ""


class Scenario(Exercise):
    """`tools` are the names that stories may use beside the answer's own; each story gets a copy.

    A mistake's wrong implementation is used as the answer is. `right` judges the stories that `more`
    draws: it makes a piece of code from a random.Random.
    """

    def __init__(self, id, call, start, cases, mistakes, right, tools=None, more=None, **how):
        self.right, self.tools = right, tools or {}
        self.name = call.split("(")[0]
        if call.count("(") == 1:
            self.parameters = call[:-1].split("(")[1].split(", ")
        draw = more and (lambda rng: self.drawn_story(more(rng)))
        super().__init__(id, call, start, cases, mistakes, draw, **how)

    def drawn_story(self, code):
        story = Story("one with numbers drawn by chance", code, None)
        return story._replace(expected=plain(self.use(self.right, story)))

    def use(self, answer, story):
        names = self.names(answer)
        try:
            return tell(story, names)
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # they hold what the story has made
            raise
        finally:
            let_go(names, story.deep)

    def run(self, answer, story, **limits):
        """Tell the story; what it has made is held until nothing else does, such as an error's traceback."""
        if story.deep:
            limits["deepest"] = PYTHON_LIMIT
        names = self.names(answer)
        outcome = run(lambda: tell(story, names), **limits)
        run(lambda: let_go(names, story.deep))  # a learner's __del__ may do anything, too
        return outcome

    def names(self, answer):
        return {**deepcopy(self.tools), self.name: answer}

    def rights(self, story):
        return [story.expected]

    def inputs(self, story):
        return {}

    def written(self, story):
        return " ".join("; ".join(lines_of(story)).replace(":; ", ": ").split())

    def called(self, story):
        return self.written(story) if len(lines_of(story)) == 1 else f"“{story.proves}”"

    def shown(self, story):
        return lines_of(story) if len(lines_of(story)) > 1 else []

    def is_aside(self, story):
        return story.aside

    def too_deep(self, story):
        return story.deep

    def asked(self, story):
        return super().asked(story) if len(lines_of(story)) == 1 else f"{story.proves}."

    def told(self, story):
        return story.tells or f"is {show(story.expected, 80)}"

    def more_words(self):
        return f"{self.draws} more, with numbers drawn by chance."

    def kept_words(self):
        return "everything once more, in another order, gives the same."

    def refuse(self, answer):
        if callable(answer):
            return ""
        value = run(lambda: answer).value
        return (
            f"this is {describe(value)}. "
            f'Write check("{self.id}", {self.name}), with nothing in brackets after {self.name}.'
        )

    def misuse(self, answer, story):
        """Whether it failed where it was called: the place of the error is in no line of its own."""
        return True


def tell(story, names):
    """Run the story's code with these names; the value of its last line."""
    before, last = compiled(story.code)
    exec(before, names)
    return eval(last, names)


def let_go(names, deep=""):
    """Free what a story has made, one thing after the other.

    Python frees a thing, then what it held, then what that held, as calls within calls. A chain of
    1,200 values is too deep for that where Python runs in a page; elsewhere Python itself takes care.
    """
    if not SMALL_STACK:
        names.clear()
        return
    hook = sys.getprofile()
    sys.setprofile(None)  # nothing of the learner's runs until the things go, and the hook is slow
    if deep:
        gc.collect()  # a function that calls itself is a cycle; it may hold values of the chain
    held = parents_last(list(names.values()))
    if deep:  # an answer that marks values in a set of its own holds them longer: not as a chain
        for one in held:
            if type(one).__module__.startswith("microgpt.check."):
                one.children = ()
    names.clear()
    sys.setprofile(hook)
    while held:
        held.pop()


def parents_last(things):
    """These things and all that they hold, each one behind what it holds: the walk of exercise 5.3."""
    found, met, stack = [], set(), [(things, iter(things))]
    while stack:
        thing, inner = stack[-1]
        for other in inner:
            if id(other) not in met and gc.is_tracked(other):
                met.add(id(other))
                stack.append((other, iter(held_by(other))))
                break
        else:
            found.append(thing)
            stack.pop()
    return found


def held_by(one):
    return gc.get_referents(one) if type(one) in CONTAINERS or made_here(one) else ()


def made_here(one):
    """Whether its class is one of a learner's or of a story's own."""
    return type(type(one)) is type and type(one).__module__ != "builtins"


def lines_of(story):
    return dedent(story.code).strip().splitlines()


@cache
def compiled(code):
    """The code of a story in two parts: all but its last line, and that line."""
    tree = ast.parse(dedent(code).strip())
    last = ast.Expression(tree.body.pop().value)
    return compile(tree, "<case>", "exec"), compile(last, "<case>", "eval")
