"""The small slips of the pen: each function takes a part of a program and gives what may stand there.

`repair` tries them on a learner's own code.
"""

import ast
import pickle

OPERATORS = [ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Pow]
COMPARISONS = [ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq]
LOOPS = (ast.For, ast.While)


def changes(tree):
    """Pairs: the part that is changed, and a copy of the whole tree with the change."""
    names = names_in(tree)
    for part in ast.walk(tree):
        both = pickle.dumps((tree, part))  # a copy of these is made faster than by copy.deepcopy
        for other in others(part, names):
            changed, old = pickle.loads(both)
            yield part, Replace(old, other).visit(changed)
        if isinstance(part, ast.FunctionDef) and returns_in_last_loop(part):
            changed, function = pickle.loads(both)
            move_return_out(function)
            yield part.body[-1].body[-1], changed


class Replace(ast.NodeTransformer):
    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else super().visit(node)


def names_in(tree):
    """The names of the function's own values."""
    names = [node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)]
    names += [node.id for node in ast.walk(tree) if stored(node)]
    return [name for name in dict.fromkeys(names) if name != "self"]


def stored(node):
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def others(node, names):
    """What may stand in the place of this part."""
    if isinstance(node, ast.BinOp):
        yield from (ast.BinOp(node.left, op(), node.right) for op in other(OPERATORS, node.op))
        yield ast.BinOp(node.right, node.op, node.left)
        yield from (node.left, node.right)
    elif isinstance(node, ast.AugAssign):
        for op in other(OPERATORS, node.op):
            yield ast.AugAssign(node.target, op(), node.value)
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        yield ast.AugAssign(node.targets[0], ast.Add(), node.value)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for op in other(COMPARISONS, node.ops[0]):
            yield ast.Compare(node.left, [op()], node.comparators)
        yield ast.UnaryOp(ast.Not(), node)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        numbers = {0, 1, 2, node.value + 1, node.value - 1, -node.value} - {node.value}
        yield from map(ast.Constant, sorted(numbers))
        yield from (ast.Name(name, ast.Load()) for name in names)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd, ast.Not)):
        yield node.operand
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield from (ast.Name(name, ast.Load()) for name in names if name != node.id)
    elif isinstance(node, ast.Call) and not node.keywords:
        if len(node.args) == 1:
            yield node.args[0]
        elif len(node.args) == 2:
            yield ast.Call(node.func, node.args[::-1], [])


def other(kinds, one):
    return [kind for kind in kinds if not isinstance(one, kind)]


def returns_in_last_loop(function):
    last = function.body[-1]
    return isinstance(last, LOOPS) and isinstance(last.body[-1], ast.Return) and len(last.body) > 1


def move_return_out(function):
    function.body.append(function.body[-1].body.pop())
