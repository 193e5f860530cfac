"""A run of the program, recorded statement by statement: what `sys.settrace` tells, folded to what can be read.

Of each loop the first, the second and the last round are kept; a call is kept where `Tracer.opens` says so. What is
kept is a list of moments in the order in which they came. A moment is a dictionary:

    line     the number of the line that was done; of a call, of its `def`; 0 before the first line
    set      {name: text}, the variables that the line gave a value, or that now show another one
    call     only where a call begins, and at the start: the name of the function
    outer    only there: {name: text}, what is read beside the variables that are given values
    round    [which, of how many], of the head of a loop
    skipped  how many rounds are left out before this one
    over     true where a loop has no further round
    made     how many Values were made meanwhile
    left     how many calls that the line made are left out
    gives    what the function gives back; "" where it gives nothing. Such a moment is the last one of its call
    prints   what was printed
"""

import ast
import contextlib
import io
import sys
from dataclasses import dataclass, field
from types import ModuleType

from scope import Scope, scopes, targets_of
from shown import show

PARTS = (
    "<listcomp>",
    "<setcomp>",
    "<dictcomp>",
    "<genexpr>",
)  # comprehensions, where they are calls
TWICE = 2  # how often an operation is opened from one function
DEPTH = 2  # how many calls of one function are open at a time


class Done(BaseException):
    """Ends the run of the program once all is recorded. No program catches it."""


@dataclass
class Open:
    """A call that is being recorded: where it is, and what its variables showed last."""

    scope: Scope
    frame: object
    line: int = 0
    shown: dict = field(default_factory=dict)
    rounds: dict = field(default_factory=dict)  # head of a loop: (which round, of how many)
    made: int = 0  # Values, when the present statement began
    calls: int = 0  # of the present statement, that are left out

    def hidden(self, line):
        """Whether a line stands in a round that is left out."""
        return any(not self.keeps(head) for head in self.scope.around(line))

    def keeps(self, head):
        which, of = self.rounds[head]
        return which <= 2 or which >= of

    def look(self):
        """{name: text} of all variables that there are now; of the outer ones, no functions and modules."""
        scope, found = self.scope, {}
        for name in [*scope.names, *scope.outer]:
            with contextlib.suppress(NameError, AttributeError, IndexError):
                value = self.value(name)
                if name in scope.names or not (callable(value) or isinstance(value, ModuleType)):
                    found[name] = show(value)
        return found

    def begin_round(self, head):
        """The head of a loop is about to run. What the program's loops go over can be gone over twice."""
        which, of = self.rounds.get(head, (0, 0))
        if self.line not in self.scope.loops[head]:
            loop = ast.unparse(self.scope.statements[head].iter)
            which, of = 0, sum(1 for _ in self.value(loop))
        self.rounds[head] = which + 1, of

    def round(self, line):
        """What is said of the round that a loop's head has begun; nothing of other lines."""
        which, of = self.rounds.get(line, (0, 0))
        if which > of:
            return {"over": True}
        skipped = {"skipped": of - 3} if which == of and of > 3 else {}
        return {"round": [which, of], **skipped} if which else {}

    def value(self, text):
        """What an expression is here and now."""
        return eval(text, self.frame.f_globals, self.frame.f_locals)


class Tracer:
    """Records the statements of a file that stand in the lines `region`, (first, last), and the calls that they make.

    Of an outermost loop among them one round is recorded; then the run ends.
    """

    def __init__(self, path, region):
        self.text = path.read_text("utf-8")
        self.file = str(path)
        tree = ast.parse(self.text)
        first, last = region
        body = [node for node in tree.body if first <= node.lineno <= last]
        self.start = body[0].lineno
        self.main = Scope("training loop", body)
        self.scopes = scopes(tree)
        self.moments, self.stack, self.opened = [], [], {}
        self.made = self.printed = 0
        self.output = io.StringIO()

    def run(self):
        """The moments."""
        code = compile(self.text, self.file, "exec")
        before, limit = sys.gettrace(), sys.getrecursionlimit()
        sys.setrecursionlimit(limit + 1000)  # the tracer's own calls come on top of the program's
        try:
            with contextlib.redirect_stdout(self.output), contextlib.suppress(Done):
                sys.settrace(self.call)
                exec(code, {"__name__": "__main__"})
        finally:
            sys.settrace(before)
            sys.setrecursionlimit(limit)
        return self.moments

    def call(self, frame, event, arg):
        """A call of anything: whether its lines are recorded."""
        code = frame.f_code
        if code.co_filename != self.file:
            return None
        if code.co_name == "<module>":
            return self.wait
        if code.co_name in PARTS:
            return None
        self.made += code.co_name == "__init__"
        if not self.stack or caller(frame) is not self.stack[-1].frame:
            return None
        if not self.opens(code):
            self.stack[-1].calls += 1
            return None
        return self.begin(self.scopes[code.co_firstlineno], frame)

    def opens(self, code):
        """Whether a call made by the innermost recorded one is recorded too.

        Not in a round that is left out. Operations the first two times from each function; functions that call
        themselves, two deep; the others always.
        """
        here, name = self.stack[-1], code.co_name
        if here.hidden(here.line) or sum(one.scope.name == name for one in self.stack) >= DEPTH:
            return False
        if code.co_qualname != f"Value.{name}" or name == "backward":
            return True
        pair = here.scope.name, name
        self.opened[pair] = self.opened.get(pair, 0) + 1
        return self.opened[pair] <= TWICE

    def begin(self, scope, frame):
        """Opens a call, and tells what it was given."""
        now = Open(scope, frame, made=self.made)
        now.shown = now.look()
        self.stack.append(now)
        self.moments.append(
            {
                "call": scope.name,
                "line": 0 if scope is self.main else frame.f_lineno,
                "set": {name: now.shown[name] for name in scope.arguments},
                "outer": {name: now.shown[name] for name in scope.outer if name in now.shown},
            }
        )
        return self.line

    def wait(self, frame, event, arg):
        """The statements of the file before the first one that is recorded."""
        if event == "line" and frame.f_lineno == self.start:
            self.prints()  # what came before is not part of the record
            frame.f_trace = self.begin(self.main, frame)
            return self.line(frame, event, arg)
        return self.wait

    def line(self, frame, event, arg):
        """A recorded call comes to a line, or to its end."""
        now = self.stack[-1]
        if event == "return":
            self.finish(now, {"gives": "" if arg is None else show(arg)})
            self.stack.pop()
        elif event == "line":
            line = now.scope.statements[frame.f_lineno].lineno
            if line != now.line:  # else a comprehension goes round
                self.finish(now, {})
                self.arrive(now, line)
        return self.line

    def arrive(self, now, line):
        """A statement is about to run."""
        if line in now.scope.loops and not now.hidden(line):
            now.begin_round(line)
            if now.scope is self.main and not now.scope.around(line) and now.rounds[line][0] > 1:
                raise Done
        now.line, now.made, now.calls = line, self.made, 0

    def finish(self, now, more):
        """The present statement is done: what it changed."""
        line = now.line
        if not line or now.hidden(line) or (line in now.rounds and not now.keeps(line)):
            return
        shown = now.look()
        loop = now.round(line)
        targets = () if "over" in loop else targets_of(now.scope.statements[line])
        changed = {name: shown[name] for name in targets if name in shown}
        changed |= {name: text for name, text in shown.items() if text != now.shown.get(name)}
        now.shown = shown
        facts = {"made": self.made - now.made, "left": now.calls, "prints": self.prints()}
        kept = {name: value for name, value in facts.items() if value}
        self.moments.append({"line": line, "set": changed, **loop, **kept, **more})

    def prints(self):
        """What was printed since the last time."""
        text = self.output.getvalue()[self.printed :]
        self.printed += len(text)
        return text.rstrip("\n")


def caller(frame):
    """The function's frame that a call came from, past comprehensions."""
    frame = frame.f_back
    while frame.f_code.co_name in PARTS:
        frame = frame.f_back
    return frame
