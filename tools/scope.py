"""What the text of a function says before it runs: its variables, what it reads from outside, where its loops are."""

import ast
import builtins

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope:
    """What the text of a function, or some statements, says of them: their names, and where their loops are."""

    def __init__(self, name, body, arguments=()):
        self.name = name
        inside = [node for statement in body for node in within(statement)]
        self.statements = {}  # the number of each line, to its statement
        for node in inside:
            if isinstance(node, ast.stmt):
                for line in range(node.lineno, head_end(node) + 1):
                    self.statements[line] = node
        self.arguments = list(arguments)
        targets = [name for node in inside for name in assigned(node)]
        self.names = list(dict.fromkeys([*arguments, *targets]))
        self.outer = list(dict.fromkeys(outer_names(body, self.names)))
        self.loops = {  # the first line of each loop's head, and of which further lines it consists
            node.lineno: range(node.lineno + 1, node.end_lineno + 1)
            for node in inside
            if isinstance(node, ast.For)
        }

    def around(self, line):
        """The heads of the loops that a line stands in."""
        return [head for head, body in self.loops.items() if line in body]


def within(node):
    """A statement and all below it that runs with it: not the bodies of functions, nor comprehensions."""
    yield node
    if not isinstance(node, (ast.FunctionDef, *COMPREHENSIONS)):
        for child in ast.iter_child_nodes(node):
            yield from within(child)


def head_end(node):
    """The last line of a statement, or of its head where it has a body."""
    return node.body[0].lineno - 1 if hasattr(node, "body") else node.end_lineno


def assigned(node):
    """What a node gives a value to, as text: "x", "m[i]", "p.grad"."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
        return [ast.unparse(node)] if isinstance(node.ctx, ast.Store) else []
    return []


def outer_names(body, own):
    """The names that are read and are neither the function's own, nor a comprehension's, nor Python's."""
    nodes = [node for statement in body for node in ast.walk(statement)]
    names = [node for node in nodes if isinstance(node, ast.Name)]
    stored = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    for node in names:
        if node.id not in stored and node.id not in own and not hasattr(builtins, node.id):
            yield node.id


def scopes(tree):
    """{line of its def: Scope} of each function of a file."""
    return {
        node.lineno: Scope(node.name, node.body, [argument.arg for argument in node.args.args])
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }


def targets_of(statement):
    """What a statement gives a value to before its body runs, if it has one."""
    heads = {ast.For: "target", ast.If: "test"}
    part = heads.get(type(statement))
    nodes = within(getattr(statement, part) if part else statement)
    return [name for node in nodes for name in assigned(node)]
