"""Parameter counter, lines of the model, block diagram: traits, words, JavaScript against the package."""

import doctest
import random
import re
import runpy
import sys

import pytest
from js_cases import write
from reference import ROOT
from traitlets import TraitError

from microgpt import Config, load_names
from microgpt.widgets import BlockDiagram, GptLines, ParameterCounter
from microgpt.widgets.model import block_diagram, gpt_lines, parameter_counter, texts
from microgpt.widgets.model.texts import DESIGNS, find_line, load_blocks, load_lines

GENERATOR = runpy.run_path(str(ROOT / "tools" / "make_program_js.py"))
LINES = GENERATOR["program"]()
REGIONS = {region["name"]: region for region in GENERATOR["regions"](LINES)}
GPT2 = {"n_embd": 768, "n_layer": 12, "n_head": 12, "vocab_size": 50257, "block_size": 1024}


@pytest.mark.parametrize("module", [texts, parameter_counter, gpt_lines, block_diagram])
def test_examples_in_docstrings(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: ParameterCounter(n_embd=0), "n_embd must be a whole number from 1 to 16384"),
        (lambda: ParameterCounter(n_layer=1.5), "n_layer must be a whole number from 1 to 128"),
        (lambda: ParameterCounter(n_head=True), "n_head must be a whole number"),
        (lambda: ParameterCounter(vocab_size="27"), "vocab_size must be a whole number"),
        (lambda: ParameterCounter(block_size=131073), "block_size must be a whole number"),
        (lambda: GptLines(region="training"), "region must be one of 'gpt', 'attention'"),
        (lambda: GptLines(line=0), "line must be a whole number from 1 to 16"),
        (lambda: BlockDiagram(design="BERT"), "design must be one of '2017', 'GPT-2', 'microgpt'"),
        (lambda: BlockDiagram(box="norm3"), "box must be one of '', 'tokens'"),
        (lambda: BlockDiagram(region="data"), "region must be one of '', 'linear'"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


# ---- the parameter counter ----


def sizes():
    """Many sets of sizes: by name, at the ends, drawn."""
    yield {}
    yield {"n_embd": 32}
    yield {"n_layer": 2}
    yield GPT2
    yield dict.fromkeys(GPT2, 1)
    yield {
        name: trait.high for name, trait in ParameterCounter.class_traits().items() if name in GPT2
    }
    r = random.Random(8)
    for _ in range(40):
        yield {
            "n_embd": r.randint(1, 200),
            "n_layer": r.randint(1, 12),
            "n_head": r.randint(1, 16),
            "vocab_size": r.randint(1, 3000),
            "block_size": r.randint(1, 3000),
        }


def test_gpt2_small_has_its_own_count():
    """From its configuration, tensor by tensor; and how it comes from ours."""
    n, layers = GPT2["n_embd"], GPT2["n_layer"]
    norm = {"weight": n, "bias": n}
    block = {
        "ln_1": norm,
        "attn.c_attn": {"weight": n * 3 * n, "bias": 3 * n},
        "attn.c_proj": {"weight": n * n, "bias": n},
        "ln_2": norm,
        "mlp.c_fc": {"weight": n * 4 * n, "bias": 4 * n},
        "mlp.c_proj": {"weight": 4 * n * n, "bias": n},
    }
    biases = sum(one["bias"] for name, one in block.items() if "ln" not in name)
    wte, wpe = GPT2["vocab_size"] * n, GPT2["block_size"] * n
    whole = wte + wpe + layers * sum(sum(one.values()) for one in block.values()) + 2 * n
    assert whole == 124_439_808
    ours = ParameterCounter(**GPT2).total()
    norms = (2 * layers + 1) * 2 * n
    assert whole == ours - wte + layers * biases + norms
    write(
        "gpt2_count",
        [
            {
                **GPT2,
                "total": whole,
                "tied": wte,
                "biases": layers * biases,
                "norms": norms,
                "ours": ours,
            }
        ],
    )
    assert layers * biases < whole / 1000, "as the block diagram says"


def test_both_sides_count_what_config_counts():
    cases = []
    for some in sizes():
        widget = ParameterCounter(**some)
        cases.append(
            {
                "state": {name: getattr(widget, name) for name in GPT2},
                "counts": {
                    name: n for name, n in widget.counts().items() if name in Config().shapes(1)
                },
                "total": widget.total(),
                "groups": widget.groups(),
                "divisible": not widget.summary().endswith(")."),
            }
        )
        groups = widget.groups()
        assert groups["MLP"] == 2 * groups["attention"], "at every width"
    write("parameter_counter", cases)


def test_the_counts_that_the_course_names():
    ours = ParameterCounter()
    assert ours.total() == 4192 == 432 + 256 + 432 + 4 * 256 + 1024 + 1024
    assert ours.counts() == {
        name: rows * columns for name, (rows, columns) in Config().shapes(27).items()
    }
    assert ParameterCounter(n_embd=32).total() == 14528
    assert ParameterCounter(n_head=16).total() == 4192
    assert "n_embd (16) must be divisible by n_head (5)" in ParameterCounter(n_head=5).summary()


# ---- the lines of the model ----


def code_of(name):
    """The numbers of a region's lines of code."""
    region = REGIONS[name]
    return [n for n in range(region["first"], region["last"] + 1) if LINES[n - 1].strip()]


@pytest.mark.parametrize("name", load_lines())
def test_every_line_has_exactly_one_explanation(name):
    region = REGIONS[name]
    told = load_lines()[name]
    found = [find_line(LINES, region["first"], region["last"], one["line"]) for one in told]
    assert found == code_of(name)
    for one in told:
        assert set(one) == {"line", "says", "sizes"}
        assert one["says"][-1] == "." and len(one["says"]) < 300


def test_the_regions_of_chapters_one_to_eight_that_make_the_model_are_there():
    earned = {name for name, region in REGIONS.items() if region["chapter"] <= 8}
    engine = {"value", "operations", "shorthands", "backward", "data", "tokenizer"}
    assert set(load_lines()) == earned - engine


def model_of_the_program():
    """The names that the program's model defines, for 27 tokens."""
    names = ["value", "operations", "shorthands", *load_lines()]
    spans = sorted((REGIONS[name]["first"], REGIONS[name]["last"]) for name in names)
    source = "\n".join("\n".join(LINES[first - 1 : last]) for first, last in spans)
    space = {"vocab_size": 27}
    exec("import math, random\nrandom.seed(42)\nprint = lambda *a, **k: None\n" + source, space)
    return space


def locals_at_return(space, tokens):
    """{function: its local names when it last came back}, after `gpt` has seen these tokens."""
    seen = {}

    def watch(frame, event, arg):
        if event == "return":
            seen[frame.f_code.co_name] = dict(frame.f_locals)
        return watch

    keys, values = [[]], [[]]
    before = sys.gettrace()
    sys.settrace(watch)
    try:
        for position, token in enumerate(tokens):
            logits = space["gpt"](token, position, keys, values)
    finally:
        sys.settrace(before)
    seen["gpt"]["logits"] = logits
    return seen


def test_the_sizes_are_those_of_the_running_program():
    space = model_of_the_program()
    seen = locals_at_return(space, [26, 4, 12])
    checked = []
    for region in ("gpt", "attention", "mlp", "rmsnorm"):
        for one in load_lines()[region]:
            for name, many in re.findall(r"(\w+): (\d+) (?:numbers?|places)", one["sizes"]):
                if name in seen[region] and "so far" not in one["sizes"]:
                    value = seen[region][name]
                    assert (len(value) if hasattr(value, "__len__") else 1) == int(many), one
                    checked.append(name)
            for name in re.findall(r"(\w+): pos_id \+ 1 numbers", one["sizes"]):
                assert len(seen[region][name]) == 3
                checked.append(name)
    assert {"x", "q", "hidden", "scores", "shares", "part", "scale", "mean_square"} <= set(checked)
    assert len(seen["gpt"]["logits"]) == 27 and len(seen["attention"]["blend"]) == 16
    assert len(space["params"]) == 4192 and len(space["state_dict"]) == 9
    for one in load_lines()["parameters"]:
        for name, rows, columns in re.findall(r"([\w.]+): (\d+) × (\d+) = ", one["sizes"]):
            matrix = space["state_dict"][name]
            assert (len(matrix), len(matrix[0])) == (int(rows), int(columns))


def test_a_line_beyond_the_last_is_the_last():
    assert GptLines(region="mlp", line=16).summary().startswith("mlp, line 3 of 3. mlp_fc2 brings")


def test_the_page_shows_the_lines_in_their_order():
    cases = [
        {"region": name, "numbers": code_of(name), "says": [one["says"] for one in told]}
        for name, told in load_lines().items()
    ]
    write("gpt_lines", cases)


# ---- the block diagram ----


def test_every_box_is_told_of_in_each_design():
    for name, box in load_blocks().items():
        assert set(box) == {"id", "code", *DESIGNS}
        for design in DESIGNS:
            assert set(box[design]) <= {"label", "says", "absent", "struck"}, name
            assert box[design]["says"][-1] == "."
            assert box[design].get("absent") in (None, True)


def absent(design):
    return {name for name, box in load_blocks().items() if box[design].get("absent")}


def test_what_each_design_lacks():
    assert absent("2017") == {"norm0", "final_norm"}
    assert absent("GPT-2") == {"norm0", "cross"}
    assert absent("microgpt") == {"dropout", "mask", "cross", "biases", "final_norm", "tied"}
    struck = {name: box["microgpt"].get("struck") for name, box in load_blocks().items()}
    assert {name: old for name, old in struck.items() if old} == {
        "norm1": "LayerNorm",
        "norm2": "LayerNorm",
        "activation": "GeLU",
    }


def test_numbers_that_the_boxes_name():
    boxes = load_blocks()
    counts = ParameterCounter().counts()
    assert f"{counts['lm_head']} numbers of its own" in boxes["tied"]["microgpt"]["says"]
    assert f"{768 * 50257:,} numbers" in boxes["tied"]["GPT-2"]["says"]
    assert (8 * 64, 12 * 64, 4 * 4) == (512, 768, 16)  # heads times what each works on
    rows, columns = Config().shapes(27)["layer0.mlp_fc1"]
    assert f"{columns} → {rows} → {columns}" in boxes["mlp"]["microgpt"]["says"]
    assert len(set(load_names())) == len(load_names()) > 1000, "no name of our list comes twice"


def test_a_chosen_box_goes_before_a_region():
    assert BlockDiagram(box="mlp", region="gpt").lit() == ["mlp"]
    assert BlockDiagram(region="linear").lit() == ["lm_head"]
    assert BlockDiagram(region="linear", design="GPT-2").lit() == ["biases", "lm_head"]
    assert BlockDiagram().lit() == []
    assert "region rmsnorm does the work of: RMSNorm" in BlockDiagram(region="rmsnorm").summary()


def test_the_page_lights_what_python_lights():
    cases = []
    for design in DESIGNS:
        for name in load_blocks():
            cases.append({"design": design, "box": name, "region": ""})
        for name in block_diagram.IN_USE:
            cases.append({"design": design, "box": "", "region": name})
    cases = [{**case, "lit": BlockDiagram(**case).lit()} for case in sorted(cases, key=str)]
    write("block_diagram", cases)
