"""A graph as a trait: what `microgpt.graph.value_graph` writes, and nothing else."""

import traitlets

from microgpt.graph import MOST

from ..traits import is_number

NODE = {"label", "op", "by", "data", "grad"}
OPS = ["", "+", "-", "*", "**", "log", "exp", "relu", "dot", "?"]
STRANGE = ["inf", "-inf", "nan"]
START = {"nodes": [{"label": "a", "op": "", "by": None, "data": 2.0, "grad": None}], "edges": []}


class GraphTrait(traitlets.TraitType):
    """{"nodes": [...], "edges": [...]} of 1 to 60 values in topological order."""

    default_value = START
    info_text = "a graph, as microgpt.graph.value_graph(value) gives it"

    def __init__(self):
        super().__init__(START)
        self.tag(sync=True)

    def validate(self, obj, value):
        if is_graph(value):
            return value
        raise traitlets.TraitError(
            f"{self.name} must be {self.info_text}, of at most {MOST} values; show_graph(value) makes it."
        )


def is_graph(value):
    """Whether it is a graph in every part."""
    if not isinstance(value, dict) or value.keys() != {"nodes", "edges"}:
        return False
    nodes, edges = value["nodes"], value["edges"]
    if not isinstance(nodes, list) or not isinstance(edges, list) or not 1 <= len(nodes) <= MOST:
        return False
    return all(map(is_node, nodes)) and all(is_edge(edge, len(nodes)) for edge in edges)


def is_node(node):
    """Whether it has all parts of a value, each of its kind."""
    return (
        isinstance(node, dict)
        and NODE <= node.keys() <= NODE | {"more"}
        and isinstance(node["label"], str)
        and node["op"] in OPS
        and is_written(node["data"])
        and all(node[name] is None or is_written(node[name]) for name in ("by", "grad"))
    )


def is_edge(edge, count):
    """Whether it leads from a value to a later one."""
    return (
        isinstance(edge, dict)
        and edge.keys() == {"from", "to", "local"}
        and all(type(edge[end]) is int for end in ("from", "to"))
        and 0 <= edge["from"] < edge["to"] < count
        and is_written(edge["local"])
    )


def is_written(x):
    """A number, as JSON can hold it."""
    return is_number(x) or x in STRANGE
