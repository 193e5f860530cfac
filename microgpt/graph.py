"""The graph behind a Value, as plain lists and dicts: what a picture of it is drawn from.

>>> from microgpt import Value
>>> a, b = Value(2.0), Value(3.0)
>>> c = a * b + a
>>> graph = value_graph(c, a=a, b=b, c=c)
>>> [(node["label"], node["op"], node["data"], node["grad"]) for node in graph["nodes"]]
[('a', '', 2.0, None), ('b', '', 3.0, None), ('', '*', 6.0, None), ('c', '+', 8.0, None)]
>>> graph["edges"][:2]
[{'from': 0, 'to': 2, 'local': 3.0}, {'from': 1, 'to': 2, 'local': 2.0}]
"""

from microgpt.dot import Dot
from microgpt.operation import operation

MOST = 60  # values in one picture
NEEDED = ("data", "grad", "children", "local_grads")  # what a Value of one's own has


class TooLarge(ValueError):
    """A graph of more values than one picture can hold."""


def value_graph(value, /, around=None, **names):
    """{"nodes": [...], "edges": [...]} of all that `value` was computed from.

    The nodes stand in topological order, each after those it was computed from; the last one is `value`. A node has
    its `label`, its `op` ("" for one that was given), `by` (the plain number in `x * 3`, else None), `data`, and
    `grad`: None where it has not been computed. An edge leads `from` a node `to` one computed from it; `local` is its
    local gradient. `names` says what the values are called: a=a, or w=[w0, w1] for a list.

    Above 60 values TooLarge is raised. With `around`, a value of this graph, there are at most the 60 nearest to it;
    then `more` of a node is how many of its edges are left out.
    """
    _require_value(value)
    order = topological(value)
    if around is not None:
        order = _nearest(order, around)
    elif len(order) > MOST:
        raise TooLarge(
            f"This graph has {len(order):,} values; {MOST} fit in a picture. "
            "Choose one of them, x, and show what is around it: show_graph(value, around=x)."
        )
    place = {id(one): i for i, one in enumerate(order)}
    labels = labelled(names)
    walked = getattr(value, "_walk", None) is not None or value.grad != 0
    nodes = [_node(one, labels.get(id(one), ""), walked) for one in order]
    edges = []
    for one in order:
        for child, local in zip(one.children, local_gradients(one)):
            if id(child) in place and id(one) in place:
                ends = {"from": place[id(child)], "to": place[id(one)]}
                edges.append({**ends, "local": number(local)})
    if around is not None:
        _count_missing(nodes, order, edges, topological(value))
    return {"nodes": nodes, "edges": edges}


def topological(value):
    """All values that `value` was computed from, and itself at the end: each after its children. Of any depth.

    >>> from microgpt import Value
    >>> x = Value(1.0)
    >>> for _ in range(10_000):
    ...     x = x + 1
    >>> len(topological(x))
    10001
    """
    order, seen, stack = [], {id(value)}, [(value, iter(value.children))]
    while stack:
        one, children = stack[-1]
        for child in children:
            if id(child) not in seen:
                seen.add(id(child))
                stack.append((child, iter(child.children)))
                break
        else:
            order.append(one)
            stack.pop()
    return order


def local_gradients(value):
    """d(value)/d(child), one for each child."""
    if not isinstance(value, Dot):
        return value.local_grads
    children = value.children
    return [
        partner.data
        for i in range(0, len(children), 2)
        for partner in (children[i + 1], children[i])
    ]


def labelled(names):
    """{id of a value: its name}, of {name: value, or list of values, or list of lists}.

    >>> from microgpt import Value
    >>> w = [Value(1.0), Value(2.0)]
    >>> list(labelled({"w": w}).values())
    ['w[0]', 'w[1]']
    """
    labels, left = {}, list(reversed(names.items()))
    while left:
        name, thing = left.pop()
        if isinstance(thing, (list, tuple)):
            left += [(f"{name}[{i}]", one) for i, one in reversed(list(enumerate(thing)))]
        else:
            labels.setdefault(id(thing), name)
    return labels


def number(x):
    """A number as JSON can hold it: "inf", "-inf" and "nan" are texts."""
    x = float(x)
    return x if x - x == 0 else str(x)


def _node(value, label, walked):
    op, by = operation(value)
    # A gradient of 0.0 means nothing as long as no backward() came by.
    known = walked or value.grad != 0
    grad = number(value.grad) if known else None
    return {
        "label": label,
        "op": op,
        "by": None if by is None else number(by),
        "data": number(value.data),
        "grad": grad,
    }


def _nearest(order, around):
    """At most MOST values, in the same order: `around`, its neighbours, their neighbours, and so on."""
    neighbours = {id(one): list(one.children) for one in order}
    if id(around) not in neighbours:
        raise ValueError(
            "`around` must be a value of this graph: one that the value was computed from."
        )
    for one in order:
        for child in one.children:
            neighbours[id(child)].append(one)
    found, next_at = [around], 0
    chosen = {id(around)}
    while next_at < len(found) and len(found) < MOST:
        for one in neighbours[id(found[next_at])]:
            if id(one) not in chosen and len(found) < MOST:
                chosen.add(id(one))
                found.append(one)
        next_at += 1
    return [one for one in order if id(one) in chosen]


def _count_missing(nodes, order, edges, everything):
    """Give each node `more`: how many of its edges lead out of the part that is shown."""
    place = {id(one): i for i, one in enumerate(order)}
    for node in nodes:
        node["more"] = 0
    for one in everything:
        for child in one.children:
            for end in (one, child):
                if id(end) in place:
                    nodes[place[id(end)]]["more"] += 1
    for edge in edges:
        for end in (edge["from"], edge["to"]):
            nodes[end]["more"] -= 1


def _require_value(value):
    missing = [name for name in NEEDED if not hasattr(value, name)]
    if missing and not isinstance(value, Dot):
        raise TypeError(
            f"A graph is drawn of a Value; {type(value).__name__} has no {', '.join(missing)}."
        )
