"""Makes a chapter's exercises into what nbgrader grades: a cell to write in, and one that raises.

The metadata are those of its schema 3, which later versions read too. A check cell is locked and gives its points if
it ends without an error; `raises-exception` lets Run All go on behind it.
"""

import re
from difflib import SequenceMatcher

STUB = re.compile(r"(ex-\d\d-\d+)-stub")
CHECK = re.compile(r"(ex-\d\d-\d+)-check")
CALL = re.compile(r'^check\("(ex-\d\d-\d+)", (.+)\)$', re.MULTILINE)
POINTS = 1
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


def about(id, **more):
    """What nbgrader wants to know of a cell."""
    plain = {"grade": False, "locked": False, "solution": False, "task": False}
    return {**plain, "schema_version": 3, "grade_id": id, **more}


def grade_cells(notebook):
    """Mark the cells of all exercises, and let their checks raise."""
    for cell in notebook["cells"]:
        if STUB.fullmatch(cell["id"]):
            cell["metadata"]["nbgrader"] = about(cell["id"], solution=True)
        elif match := CHECK.fullmatch(cell["id"]):
            graded = about(match[1], grade=True, locked=True, points=POINTS)
            cell["metadata"]["nbgrader"] = graded
            cell["metadata"]["tags"] = [*cell["metadata"].get("tags", []), "raises-exception"]
            cell["source"] = asserting(cell["source"])
            cell.update(outputs=[], execution_count=None)


def asserting(source):
    """A check cell that raises.

    >>> print(asserting('from microgpt.check import check\\n\\ncheck("ex-01-1", dot)'))
    from microgpt.check import assert_passes
    <BLANKLINE>
    assert_passes("ex-01-1", dot)
    """
    ((id, answer),) = CALL.findall(source)
    return f'from microgpt.check import assert_passes\n\nassert_passes("{id}", {answer})'


def solve_cells(notebook, ways):
    """Write the course's answer into each cell to write in, as the source that nbgrader hands out without it."""
    for cell in notebook["cells"]:
        if match := STUB.fullmatch(cell["id"]):
            cell["source"] = with_regions(cell["source"], ways[match[1]][0].rstrip("\n"))


def with_regions(stub, solution):
    """The solution; what it has beyond the stub stands between nbgrader's delimiters.

    >>> print(with_regions("def double(x):\\n    raise NotImplementedError", "def double(x):\\n    return 2 * x"))
    def double(x):
        ### BEGIN SOLUTION
        return 2 * x
        ### END SOLUTION
    """
    before, after = stub.splitlines(), solution.splitlines()
    lines = []
    for kind, _, _, start, end in SequenceMatcher(None, before, after, False).get_opcodes():
        part = after[start:end]
        if kind == "equal" or not any(line.strip() for line in part):
            lines += part
        else:
            first = next(line for line in part if line.strip())
            indent = first[: len(first) - len(first.lstrip())]
            lines += [indent + BEGIN, *part, indent + END]
    return "\n".join(lines)
