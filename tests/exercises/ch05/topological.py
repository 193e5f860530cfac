"""ex-05-3: the topological order"""

from ..edits import edited, made

ORDER = """
def topological(result):
    order, seen, stack = [], set(), [(result, False)]
    while stack:
        value, done = stack.pop()
        if done:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            for child in value.children:
                stack.append((child, False))
    return order
"""


ORDER_WAITING = """
def topological(result):
    order, done, stack = [], set(), [result]
    while stack:
        value = stack[-1]
        waiting = [child for child in value.children if child not in done]
        if waiting:
            stack.append(waiting[0])
            continue
        stack.pop()
        if value not in done:
            done.add(value)
            order.append(value)
    return order
"""


ORDER_COUNTING = """
def topological(result):
    values, parents = [result], {result: 0}
    for value in values:
        for child in value.children:
            if child not in parents:
                parents[child] = 0
                values.append(child)
            parents[child] += 1
    free, order = [result], []
    while free:
        value = free.pop()
        order.append(value)
        for child in value.children:
            parents[child] -= 1
            if parents[child] == 0:
                free.append(child)
    order.reverse()
    return order
"""


ORDER_ITERATORS = """
def topological(result):
    seen, order, stack = {id(result)}, [], [(result, iter(result.children))]
    while stack:
        value, children = stack[-1]
        for child in children:
            if id(child) not in seen:
                seen.add(id(child))
                stack.append((child, iter(child.children)))
                break
        else:
            order.append(value)
            stack.pop()
    return order
"""


ORDER_LAST_SEEN = """
def topological(result):
    values, place = [result], {}
    found, stack, seen = [], [result], set()
    while stack:
        value = stack.pop()
        if value is None:
            found.append(stack.pop())
        elif value not in seen:
            seen.add(value)
            stack += [value, None, *reversed(value.children)]
    return found
"""


ORDER_STATES = """
from collections import deque

def topological(result):
    state, order, stack = {}, [], deque([result])
    while stack:
        value = stack[-1]
        if state.get(value) is None:
            state[value] = "open"
            stack.extend(child for child in value.children if child not in state)
        else:
            stack.pop()
            if state[value] == "open":
                state[value] = "closed"
                order.append(value)
    return tuple(order)
"""


ORDER_DEPTHS = """
def topological(result):
    depth, stack = {}, [result]
    while stack:
        value = stack[-1]
        open_children = [c for c in value.children if c not in depth]
        if open_children:
            stack.extend(open_children)
        else:
            depth[value] = 1 + max((depth[c] for c in value.children), default=-1)
            stack.pop()
    return sorted(depth, key=depth.get)
"""


ORDER_MARKS_ON_VALUES = """
def topological(result):
    mark, order, stack = object(), [], [(result, False)]
    while stack:
        value, done = stack.pop()
        if done:
            order.append(value)
        elif getattr(value, "mark", None) is not mark:
            value.mark = mark
            stack.append((value, True))
            stack.extend((child, False) for child in value.children)
    return order
"""


ORDER_ALL = """
def topological(result):
    order, seen, stack = [], set(), [result]
    while stack:
        value = stack[-1]
        if all(child in seen for child in value.children):
            stack.pop()
            if value not in seen:
                seen.add(value)
                order.append(value)
        else:
            stack += [child for child in value.children if child not in seen]
    return order
"""


ORDER_LISTS = """
def topological(result):
    order, stack = [], [result]
    while stack:
        value = stack[-1]
        left = [child for child in value.children if child not in order]
        if left:
            stack += left
        else:
            stack.pop()
            if value not in order:
                order.append(value)
    return order
"""


ORDER_MOVES = """
def topological(result):
    order, stack = [], [result]
    while stack:
        value = stack.pop()
        if value in order:
            order.remove(value)
        order.append(value)
        stack += value.children
    return order[::-1]
"""


ORDER_MOVES_ONE = """
def topological(result):
    order = [result]
    for value in order:
        for child in value.children:
            if child in order:
                order.remove(child)
            order.append(child)
    return order[::-1]
"""


ORDER_YIELDS = """
def topological(result):
    seen = set()

    def walk(value):
        if value not in seen:
            seen.add(value)
            for child in value.children:
                yield from walk(child)
            yield value

    return list(walk(result))
"""


ORDER_RECURSIVE = """
def topological(result):
    order, seen = [], set()

    def visit(value):
        if value not in seen:
            seen.add(value)
            for child in value.children:
                visit(child)
            order.append(value)

    visit(result)
    return order
"""


def order(*changes, source=ORDER):
    return edited(source, "topological", *changes)


FIRST_MET = """
def topological(result):
    order, seen, queue = [], {result}, [result]
    while queue:
        value = queue.pop(0)
        order.append(value)
        for child in value.children:
            if child not in seen:
                seen.add(child)
                queue.append(child)
    return order[::-1]
"""


WITHOUT_MARKS = """
def topological(result):
    order, stack = [], [result]
    while stack:
        value = stack.pop()
        order.append(value)
        stack.extend(value.children)
    return order[::-1]
"""


SEEN = "elif value not in seen:"


RIGHT = [
    order(),
    made(ORDER_WAITING, "topological"),
    made(ORDER_COUNTING, "topological"),
    made(ORDER_ITERATORS, "topological"),
    made(ORDER_LAST_SEEN, "topological"),
    made(ORDER_STATES, "topological"),
    made(ORDER_DEPTHS, "topological"),
    made(ORDER_MARKS_ON_VALUES, "topological"),
    order(("for child in value.children", "for child in reversed(value.children)")),
    order(
        ("seen, stack = [], set()", "seen, stack = [], {}"),
        ("seen.add(value)", "seen[value] = True"),
    ),
    order(
        ("value not in seen", "id(value) not in seen"),
        ("seen.add(value)", "seen.add(id(value))"),
    ),
    order(("return order", "return tuple(order)")),
    order(
        (
            "stack.append((child, False))",
            "if child not in seen:\n                    stack.append((child, False))",
        )
    ),
    order(
        (
            "order, seen, stack = [], set(), [(result, False)]",
            "stack, order, seen = [(result, False)], list(), set()",
        ),
        ("while stack:", "while len(stack) > 0:"),
    ),
    order(
        ("[(result, False)]", "[[result, 0]]"),
        ("(value, True)", "[value, 1]"),
        ("(child, False)", "[child, 0]"),
    ),
    made(ORDER_ALL, "topological"),
    made(ORDER_LISTS, "topological"),
    order(("elif value", "if value")),
    order(("order.append(value)", "order += [value]")),
    order(
        ("seen, stack = [], set()", "seen, stack = {}, set()"),
        ("order.append(value)", "order[value] = len(order)"),
        ("return order", "return list(order)"),
    ),
]


WRONG = [
    (order(("return order", "return order[::-1]")), "the parents stand first"),
    (order(("order.append(value)", "order.insert(0, value)")), "the parents stand first"),
    (
        order(("return order[::-1]", "return order"), source=FIRST_MET),
        "the parents stand first",
    ),
    (order(source=FIRST_MET), "a value is written down when it is first met"),
    (
        order(("queue.pop(0)", "queue.pop()"), source=FIRST_MET),
        "a value is written down when it is first met",
    ),
    (
        order(("value.children", "reversed(value.children)"), source=FIRST_MET),
        "a value is written down when it is first met",
    ),
    (
        order(
            ("order.append", "order.appendleft"),
            ("[], {result}", "deque(), {result}"),
            ("return order[::-1]", "return list(order)"),
            ("def top", "from collections import deque\ndef top"),
            source=FIRST_MET,
        ),
        "a value is written down when it is first met",
    ),
    (order(source=WITHOUT_MARKS), "a value is there more than once"),
    (
        order(("stack.pop()", "stack.pop(0)"), source=WITHOUT_MARKS),
        "a value is there more than once",
    ),
    (order((SEEN, "else:")), "a value is there more than once"),
    (order(("            seen.add(value)\n", "")), "a value is there more than once"),
    (order(("[::-1]", ""), source=WITHOUT_MARKS), "a value is there more than once"),
    (made(ORDER_MOVES, "topological"), "each way to a value is walked again"),
    (made(ORDER_MOVES_ONE, "topological"), None),
    (made(ORDER_YIELDS, "topological"), "a thousand deep"),
    (made(ORDER_RECURSIVE, "topological"), "a thousand deep"),
    (
        order(
            (
                "order, seen = [], set()",
                "import sys\n    sys.setrecursionlimit(10**6)\n    order, seen = [], set()",
            ),
            source=ORDER_RECURSIVE,
        ),
        "a thousand deep",
    ),
    (
        order(
            (
                "order.append(value)\n\n",
                "if value.children:\n                order.append(value)\n\n",
            ),
            source=ORDER_RECURSIVE,
        ),
        "the inputs are missing",
    ),
    (
        order(("return order", "return order[::-1]"), source=ORDER_RECURSIVE),
        "the parents stand first",
    ),
    (
        order(
            (
                "        if value not in seen:\n"
                "            seen.add(value)\n"
                "            for child in value.children:\n"
                "                visit(child)\n"
                "            order",
                "        for child in value.children:\n            visit(child)\n        order",
            ),
            source=ORDER_RECURSIVE,
        ),
        "a value is there more than once",
    ),
    (order(("return order", "return order[:-1]")), "the result is missing"),
    (
        order(("return order", "return [v for v in order if v.children]")),
        "the inputs are missing",
    ),
    (
        order(
            (
                "            for child in value.children:",
                "            for child in [c for c in value.children if c.children]:",
            )
        ),
        "the inputs are missing",
    ),
    (
        order(("return order", "return [v for v in order if not v.children]")),
        "these are the inputs alone",
    ),
    (
        made("def topological(result):\n    return [result]", "topological"),
        "that is the result alone",
    ),
    (
        made("def topological(result):\n    return list(result.children)", "topological"),
        "these are the children alone",
    ),
    (
        made("def topological(result):\n    return [*result.children, result]", "topological"),
        "this goes one step deep",
    ),
    (order(("value.children:", "value.children[:1]:")), "only the first child is followed"),
    (order(("value.children:", "value.children[1:]:")), "only the last child is followed"),
    (
        order(
            ("value not in seen", "value.data not in seen"),
            ("seen.add(value)", "seen.add(value.data)"),
        ),
        "equal numbers are taken for one value",
    ),
    (order(("order.append(value)", "order.append(value.data)")), "put the values themselves"),
    (order(("return order", "return [v.data for v in order]")), "put the values themselves"),
    (
        order(("return order", "return sorted(order, key=lambda v: v.data)")),
        "the values are sorted by their numbers",
    ),
    (
        order(("return order", "return sorted(order, key=lambda v: v.data, reverse=True)")),
        "and turned round",
    ),
    (
        order(
            ("seen, stack = [], set(), [(result", "stack = [], [(result"),
            ("def topological", "seen = set()\n\ndef topological"),
        ),
        "the marks of an earlier call",
    ),
    (
        order(
            ("topological(result)", "topological(result, seen=set())"),
            ("seen, stack = [], set(), [(result", "stack = [], [(result"),
        ),
        "the marks of an earlier call",
    ),
    (
        order(
            ("value not in seen", "not hasattr(value, 'seen')"),
            ("seen.add(value)", "value.seen = True"),
        ),
        "the marks of an earlier call",
    ),
    (
        order(
            ("topological(result)", "topological(result, order=[])"),
            ("order, seen, stack = [], ", "seen, stack = "),
        ),
        "kept between calls",
    ),
    (order(("return order", "return set(order)")), "collect it with list"),
    (order(("return order", "return iter(order)")), "collect it with list"),
    (order(("return order", "return (v for v in order)")), "collect it with list"),
    (order(("return order", "print(order)")), "nothing comes back"),
    (order(("return order", "return [order]")), "an item of the list is a list"),
    (order(("    return order", "        return order")), None),
    (order(("seen.add(value)", "seen.add(value)\n            value.children = ()\n")), None),
    (order(("stack.pop()", "stack[-1]")), None),
    (
        order(("for child in value.children:", "for child in result.children:")),
        "this goes one step deep",
    ),
    (order(("return order", "return order + [result]")), None),
    (
        order(("order.append(value)", "order.append(value)\n            value.grad = 1.0")),
        "the values have changed",
    ),
]
