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


def codes_in(answer):
    """The compiled bodies of the functions that give a result."""
    return [each.__code__ for each in functions_in(answer) if each.__name__ != "__init__"]


def nodes_in(answer, kinds):
    """The nodes of these kinds in the answer's syntax trees."""
    for function in functions_in(answer):
        try:
            tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        except (OSError, TypeError, SyntaxError, ValueError):
            continue
        if function.__name__ == "<lambda>":
            lambdas = [node for node in ast.walk(tree) if isinstance(node, ast.Lambda)]
            tree = lambdas[0] if len(lambdas) == 1 else ast.Module([], [])
        yield from (node for node in ast.walk(tree) if isinstance(node, kinds))


def returns_in_loop(answer):
    """Whether a return stands inside a loop, so that the loop may end before its last round."""
    loops = nodes_in(answer, LOOPS)
    return any(isinstance(node, ast.Return) for loop in loops for node in ast.walk(loop))


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
        and node.targets[0].id
        not in {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
        for loop in nodes_in(answer, LOOPS)
        for node in loop.body
    )


def multiplies_in_loop(answer):
    """Whether a loop multiplies a total, as in `total *= x`."""
    return any(isinstance(node.op, ast.Mult) for node in nodes_in(answer, ast.AugAssign))


def returns_what_gives_nothing(answer):
    """The name of a method that changes its list and gives None, if that is what is returned."""
    for node in nodes_in(answer, (ast.Return, ast.Lambda)):
        value = node.body if isinstance(node, ast.Lambda) else node.value
        if isinstance(value, ast.Call):
            function = value.func
            name = getattr(function, "attr", getattr(function, "id", ""))
            if name in NOTHING_BACK:
                return name
    return ""


def hands_nothing_back(answer):
    """Whether no return in the function has a value."""
    codes = codes_in(answer)
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
    codes, blank = codes_in(answer), (lambda: None).__code__
    return bool(codes) and all(
        len(code.co_code) == len(blank.co_code) and not hands_back(code) for code in codes
    )
