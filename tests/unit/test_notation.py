"""The page of names and symbols: its shapes are those of the model, its names the program's, its chapters the first."""

import ast
import json
import re

import pytest
from reference import PROGRAM, ROOT

from microgpt import Config, course, load_names
from microgpt.model import GPT
from microgpt.program import source

PAGE = (ROOT / "book" / "notation.md").read_text("utf-8")
PROGRAM_TEXT = PROGRAM.read_text("utf-8")
VOCAB = len(set("".join(load_names()))) + 1
SHAPES = Config().shapes(VOCAB)


def rows(heading):
    """The rows of the table in a section, cell by cell; the bar inside a formula is no border."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines[1:]]


def names(cell):
    """What stands in code in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def chapter_of(row):
    return re.search(r"\[(\d\d)\]\(\.\./notebooks/(\w+)\.ipynb\)", row[-1])


def cells(chapter):
    text = (ROOT / f"notebooks/{chapter.slug}.ipynb").read_text("utf-8")
    return [("".join(cell["source"]), cell["cell_type"]) for cell in json.loads(text)["cells"]]


WORDS = [
    "\n".join(text for text, kind in cells(one) if kind == "markdown") for one in course.CHAPTERS
]
WHOLE = ["\n".join(text for text, _ in cells(one)) for one in course.CHAPTERS]
OF_THE_PROGRAM = [
    "The sizes",
    "The matrices",
    "What flows through the model",
    "Other names of the program",
]
EVERY_ROW = [
    row for heading in ["In formulas", *OF_THE_PROGRAM, "The colours"] for row in rows(heading)
]


def test_each_row_leads_to_a_chapter():
    assert len(EVERY_ROW) > 80
    for row in EVERY_ROW:
        label, slug = chapter_of(row).groups()
        assert course.CHAPTERS[int(label)].slug == slug


def test_the_matrices_have_the_shapes_of_the_model():
    written = {names(row[0])[0]: row[1:3] for row in rows("The matrices")}
    real = {name.removeprefix("layer0."): shape for name, shape in SHAPES.items()}
    assert list(written) == list(real)
    for name, (height, width) in real.items():
        assert written[name] == [f"{height} × {width}", f"{height * width:,}"], name
    total = len(GPT(Config(), VOCAB).parameters())
    assert f"They have {total:,} numbers" in PAGE
    assert sum(height * width for height, width in real.values()) == total


def constants():
    """{name: number}: what the program sets to a plain number, one by one or several at once."""
    found = {}
    for node in ast.walk(ast.parse(PROGRAM_TEXT)):
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            several = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            pairs = zip(target.elts, node.value.elts) if several else [(target, node.value)]
            for one, value in pairs:
                if isinstance(value, ast.Constant) and isinstance(one, ast.Name):
                    found[one.id] = value.value
    return found


def test_the_sizes_are_the_program_s_and_the_model_s():
    written = {names(row[0])[0]: int(row[2].replace(",", "")) for row in rows("The sizes")}
    known = constants() | {"vocab_size": VOCAB, "head_dim": Config().head_dim}
    assert written == {name: known[name] for name in written}
    for name in vars(Config()):
        assert written[name] == getattr(Config(), name)


def test_the_other_numbers_are_the_program_s():
    known = constants()
    described = {name: row[1] for row in EVERY_ROW for name in names(row[0])}
    assert (
        f"0.85 and {known['beta2']}" in described["`beta1`".strip("`")] and known["beta1"] == 0.85
    )
    assert float(re.search(r"[\d.]+$", described["eps"])[0]) == known["eps"]
    assert float(re.search(r"[\d.]+$", described["temperature"])[0]) == known["temperature"]
    assert "adam(step, 0.01 * (1 - step / num_steps))" in PROGRAM_TEXT
    assert re.search(r"0\.01 at first, then falling to 0$", described["lr"])


def test_what_flows_has_the_lengths_that_the_program_gives_it():
    """Of a model with its sizes, one token in: what each name holds then."""
    space = {}
    exec(compile(model_part(), "train5.py", "exec"), space)
    seen = {}
    follow(space, seen)
    for row in rows("What flows through the model"):
        for name in names(row[0]):
            length = seen[name]
            said = row[2].removesuffix(" each")
            if name in ("scores", "shares"):
                assert (length, said) == (SO_FAR, "one for each token so far")
            else:
                assert length == int(said), name


SO_FAR = 3  # tokens that are read


def model_part():
    """The program without its data, training and sampling; a vocabulary as large as the list's."""
    value = PROGRAM_TEXT.index("# --- value:")
    return f"import math, random\nvocab_size = {VOCAB}\n" + PROGRAM_TEXT[
        value : PROGRAM_TEXT.index("# --- optimizer:")
    ].replace("print(", "str(").replace(", flush=True", "")


def follow(space, seen):
    """Read some tokens, and note how long the vectors are when each function returns."""
    import sys

    def note(frame, event, _):
        if event == "return" and frame.f_code.co_name in ("gpt", "attention", "mlp"):
            local = frame.f_locals
            for name in ("x", "q", "scores", "shares", "hidden"):
                if name in local:
                    seen[name] = len(local[name])
        return note

    keys, values = [[]], [[]]
    sys.settrace(note)
    try:
        for at in range(SO_FAR):
            logits = space["gpt"](at, at, keys, values)
    finally:
        sys.settrace(None)
    seen |= {
        "logits": len(logits),
        "probs": len(space["softmax"](logits)),
        "token_id": 1,
        "pos_id": 1,
        "keys": len(keys[0][-1]),
        "values": len(values[0][-1]),
    }


# Letters and words that earlier chapters use for something else. Chapter 00 lists the regions, and explains none.
ELSEWHERE = {
    "x": "any vector, any input",
    "q": "the letter",
    "loss": "of one guess, of one number",
    "gpt": "the region, by its name",
}


def in_code(chapter):
    """What stands in code in the words of a chapter, without its fenced blocks."""
    lines = re.sub(r"```.*?```", "", WORDS[chapter], flags=re.S).splitlines()
    return [code for line in lines for code in line.split("`")[1::2]]


@pytest.mark.parametrize("heading", OF_THE_PROGRAM)
def test_each_name_is_the_program_s_and_its_chapter_the_first_that_explains_it(heading):
    for row in rows(heading):
        chapter = int(chapter_of(row)[1])
        for name in names(row[0]):
            assert re.search(rf"\b{name}\b", PROGRAM_TEXT), name
            earned = (
                source(*course.CHAPTERS[chapter].regions)
                if course.CHAPTERS[chapter].regions
                else ""
            )
            assert re.search(rf"\b{name}\b", WHOLE[chapter] + earned), name
            word = re.compile(rf"(?<![\w.]){name}(?!\w)")
            earlier = [one for one in range(1, chapter) if any(map(word.search, in_code(one)))]
            assert earlier == [] or name in ELSEWHERE, (name, earlier)


FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.S)


def test_each_symbol_stands_in_a_formula_of_its_chapter():
    """By its LaTeX, without the letters that only stand for any other."""
    for row in rows("In formulas"):
        formulas = " ".join(a or b for a, b in FORMULA.findall(WORDS[int(chapter_of(row)[1])]))
        for symbol in re.findall(r"\$([^$]+)\$", row[0]):
            sign = re.match(
                r"\\(?!frac|text)[a-z]+|[a-zA-Z]'?|\\text\{lr\}|\\frac\{\\?\w+", symbol
            )[0]
            assert sign in formulas, (symbol, sign)


def test_each_colour_of_a_quantity_is_shown():
    tokens = (ROOT / "microgpt/widgets/kit/tokens.css").read_text("utf-8")
    css = (ROOT / "book/theme/course/prose.css").read_text("utf-8")
    shown = [re.search(r'class="(?:course-)?(\w+)"', row[0])[1] for row in rows("The colours")]
    assert shown == ["data", "grad", "token", "position", "q", "k", "v", "loss"]
    for name in shown:
        assert f"--{name}: #" in tokens
        assert re.search(rf"\.(course-)?{name} {{\n  color: var\(--{name}\);", css)
