"""What can be read in the source of an answer, so that advice fits the code it is given to.

Each function takes an answer, a function or a class, and says True only if it is sure: where the
source cannot be had, nothing is.
"""

import ast
import dis
import inspect
import textwrap

LOOPS = (ast.For, ast.While)
NOTHING_BACK = {"append", "extend", "insert", "remove", "sort", "reverse", "update", "add", "print"}


def functions_in(answer):
    """The answer itself, or the methods that a class defines."""
    if isinstance(answer, type):
        return [member for member in vars(answer).values() if inspect.isfunction(member)]
    return [answer] if inspect.isfunction(answer) else []


def nodes_in(answer, kinds):
    """The nodes of these kinds in the answer's syntax trees."""
    for function in functions_in(answer):
        try:
            tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        except (OSError, TypeError, SyntaxError, ValueError):
            continue
        yield from (node for node in ast.walk(tree) if isinstance(node, kinds))


def returns_in_loop(answer):
    """Whether a loop ends with a return, so that it never comes to its second round."""
    return any(isinstance(loop.body[-1], ast.Return) for loop in nodes_in(answer, LOOPS))


def starts_list_in_loop(answer):
    """Whether a loop makes an empty list anew in each round."""
    return any(
        isinstance(node, ast.Assign) and isinstance(node.value, ast.List) and not node.value.elts
        for loop in nodes_in(answer, LOOPS)
        for node in loop.body
    )


def replaces_in_loop(answer):
    """Whether a loop puts a new value in the place of the old one, and does nothing with the old."""
    return any(
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id not in {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
        for loop in nodes_in(answer, LOOPS)
        for node in loop.body
    )


def multiplies_in_loop(answer):
    """Whether a loop multiplies a total, as in `total *= x`."""
    return any(isinstance(node.op, ast.Mult) for node in nodes_in(answer, ast.AugAssign))


def returns_what_gives_nothing(answer):
    """The name of a method that changes its list and gives None, if that is what is returned."""
    for node in nodes_in(answer, ast.Return):
        if isinstance(node.value, ast.Call):
            function = node.value.func
            name = getattr(function, "attr", getattr(function, "id", ""))
            if name in NOTHING_BACK:
                return name
    return ""


def hands_nothing_back(answer):
    """Whether no return in the function has a value."""
    codes = [function.__code__ for function in functions_in(answer) if function.__name__ != "__init__"]
    return bool(codes) and not any(map(hands_back, codes))


def hands_back(code):
    before = None
    for step in dis.get_instructions(code):
        if step.opname == "RETURN_CONST" and step.argval is not None:
            return True
        if step.opname == "RETURN_VALUE":
            if not (before and before.opname == "LOAD_CONST" and before.argval is None):
                return True
        before = step
    return False


def is_blank(answer):
    """Whether the body is `pass`, `...` or a docstring alone: it does no more than return None."""
    code, blank = getattr(answer, "__code__", None), (lambda: None).__code__
    return len(getattr(code, "co_code", "")) == len(blank.co_code) and not hands_back(code)
