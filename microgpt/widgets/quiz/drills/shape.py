"""The shape of what comes out: of a matrix times a vector, of two layers, of the heads."""

from microgpt.nn import linear

from .numbers import between


def draw(rng, level):
    fits = between(rng, 0, 2) > 0
    return (one_matrix, two_layers, heads)[level - 1](rng, fits)


def one_matrix(rng, fits):
    rows, columns = between(rng, 2, 9), between(rng, 2, 8)
    columns += columns >= rows  # another number
    return {"n": columns if fits else rows, "rows": rows, "columns": columns}


def two_layers(rng, fits):
    """Where it does not fit, one of the matrices lies on its side."""
    hidden, n, out = between(rng, 4, 9), between(rng, 2, 8), between(rng, 2, 8)
    n, out = n + (n >= hidden), out + (out >= hidden)
    first, second = [hidden, n], [out, hidden]
    if not fits:
        (first, second)[between(rng, 0, 1)].reverse()
    return {"n": n, "first": first, "second": second}


def heads(rng, fits):
    n_head, size, position = between(rng, 2, 6), between(rng, 2, 9), between(rng, 1, 9)
    n_embd = n_head * size + (0 if fits else between(rng, 1, n_head - 1))
    return {"n_embd": n_embd, "n_head": n_head, "position": position}


def words(facts, level):
    if level == 1:
        return (
            f"w has {facts['rows']} rows and {facts['columns']} columns, and x has {facts['n']} numbers. "
            "How many numbers come out of linear(x, w)?"
        )
    if level == 2:
        (r1, c1), (r2, c2) = facts["first"], facts["second"]
        return (
            f"x has {facts['n']} numbers. w1 has {r1} rows and {c1} columns, w2 has {r2} rows and {c2} columns. "
            "h = linear(x, w1), then y = linear(h, w2). How many numbers are in h, and how many in y?"
        )
    return (
        f"n_embd is {facts['n_embd']}, n_head is {facts['n_head']}. The model has read positions 0 to "
        f"{facts['position'] - 1} and now reads position {facts['position']}. What are the sizes in attention?"
    )


def answers(facts, level):
    """What is there: only "fits", where it does not."""
    if level == 3:
        size, left = divmod(facts["n_embd"], facts["n_head"])
        found = {"query": size, "scores": facts["position"] + 1, "out": facts["n_embd"]}
        return {"fits": "no"} if left else {"fits": "yes", **found}
    try:
        if level == 1:
            found = {"y": len(linear([0] * facts["n"], zeros(facts["rows"], facts["columns"])))}
        else:
            h = linear([0] * facts["n"], zeros(*facts["first"]))
            found = {"h": len(h), "y": len(linear(h, zeros(*facts["second"])))}
    except ValueError:
        return {"fits": "no"}
    return {"fits": "yes", **found}


def zeros(rows, columns):
    return [[0] * columns for _ in range(rows)]
