"""The program line by line: its words, and every number in them; the class; what stands on paper."""

import copy
import doctest
import gc
import html
import math
import random
import re
import struct
import sys
from dataclasses import dataclass
from functools import cache

import pytest
from js_cases import write
from reference import PROGRAM
from traitlets import TraitError

from microgpt import GPT, Config, course, load_names, scale
from microgpt import program as listing
from microgpt.canonical import load_canonical
from microgpt.widgets import LineByLine
from microgpt.widgets.program import line_by_line, paper, regions

TOLD = regions.load_regions()
REGIONS, LINES = listing.load_listing()


def texts(told):
    """All texts of a region."""
    return [*told["plain"], told["analogy"], *told["technical"].values()]


def test_examples_in_docstrings():
    assert all(doctest.testmod(module).failed == 0 for module in (line_by_line, paper, listing))


# ---- the words ----


def test_the_listing_is_the_program():
    assert PROGRAM.read_text("utf-8").splitlines() == LINES
    assert [region["name"] for region in REGIONS] == line_by_line.NAMES
    assert set(line_by_line.NAMES) == set(course.REGIONS) == set(TOLD)


DAMAGE = {
    "no title": lambda told: told.pop("title"),
    "an empty analogy": lambda told: told.update(analogy=" "),
    "another field": lambda told: told.update(more="text"),
    "plain as one text": lambda told: told.update(plain="text"),
    "no plain words": lambda told: told.update(plain=[]),
    "no numerics": lambda told: told["technical"].pop("numerics"),
    "an empty cost": lambda told: told["technical"].update(cost=""),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_words_are_refused(damage):
    told = copy.deepcopy(TOLD["mlp"])
    regions.validate("mlp", told)
    damage(told)
    with pytest.raises(regions.RegionError, match="mlp: "):
        regions.validate("mlp", told)


@pytest.mark.parametrize("name", TOLD)
def test_plain_words_are_few_and_say_nothing_of_ease(name):
    told = TOLD[name]
    sentences = re.split(r"(?<=[.?:;]) ", " ".join(told["plain"]))
    assert 5 <= len(sentences) <= 16 and max(len(one.split()) for one in sentences) <= 32
    for text in [told["title"], *texts(told)]:
        assert not re.search(r"\b(simply|just|obviously|eas(y|ily)|clearly|of course)\b|!", text)
        assert text.count("`") % 2 == 0


@pytest.mark.parametrize("name", TOLD)
def test_what_is_in_backticks_is_in_the_program(name):
    """Names of code in the plain words: the reader finds each in the listing."""
    code = "\n".join(LINES)
    for text in TOLD[name]["plain"]:
        for piece in re.findall(r"`([^`]+)`", text):
            if piece not in OWN_EXAMPLES:
                assert piece in code, piece


OWN_EXAMPLES = ["a + b", "a * b", "a + 2", "-a", "a * -1", "a - b", "a + (-b)", "a / b",
                "a * b ** -1", "2 * a", "1 - beta ** (step + 1)"]  # fmt: skip


# ---- the numbers ----


def run_head(layers=1):
    """The program's names up to its training, read with the course's list."""
    code = PROGRAM.read_text("utf-8").split("# --- training")[0].split("# --- tokenizer")[1]
    code = code.replace("block_size = 1,", f"block_size = {layers},")  # the first is n_layer
    names = {"math": math, "random": random.Random(1), "docs": load_names()}
    exec("#" + code, names)
    return names


@cache
def program():
    """The program's names, and a count of the Values made so far."""
    names, made = run_head(), [0]
    init = names["Value"].__init__

    def counted(self, *args, **kwargs):
        made[0] += 1
        init(self, *args, **kwargs)

    names["Value"].__init__ = counted
    return names, made


def values_made(action):
    """How many Values an action makes, which gets the program's names."""
    names, made = program()
    made[0] = 0
    action(names)
    return made[0]


def forward(names, doc):
    """The loss of a document, as the training computes it."""
    tokens, layers = names["encode"](doc), names["n_layer"]
    keys, values = [[] for _ in range(layers)], [[] for _ in range(layers)]
    losses = []
    for i in range(len(tokens) - 1):
        probs = names["softmax"](names["gpt"](tokens[i], i, keys, values))
        losses.append(-probs[tokens[i + 1]].log())
    return (1 / len(losses)) * sum(losses)


def edges_and_depth(loss):
    """How many lines the graph below a Value has, and how many Values its longest way."""
    depth, edges, waiting = {}, 0, [(loss, False)]
    while waiting:
        value, is_last = waiting.pop()
        if is_last:
            depth[value] = 1 + max((depth[child] for child in value.children), default=0)
            edges += len(value.children)
        elif value not in depth:
            depth[value] = 0
            waiting += [(value, True), *((child, False) for child in value.children)]
    return edges, depth[loss]


LONG = "abcdefghijklmno"


@cache
def depths():
    """Of the graph of a name of 15 letters, with one layer and with two: each further one adds as much."""
    gc.disable()  # it would walk the half million Values again and again
    one, two = (edges_and_depth(forward(run_head(n), LONG))[1] for n in (1, 2))
    gc.enable()
    return one, two


def vector(names, length=16):
    return [names["Value"](0.1) for _ in range(length)]


@cache
def positions():
    """The Values that `gpt` makes at position 0, 1 and 2."""
    keys, values = [[]], [[]]
    return [values_made(lambda p, i=i: p["gpt"](0, i, keys, values)) for i in range(3)]


@dataclass(frozen=True)
class From:
    """A number that a source tells; the text names it."""

    source: str


RADFORD, BROWN = "Radford and others, 2019", "Brown and others, 2020"
MODEL = GPT(Config(), 27)
MICRO, SMALL, LLAMA = (scale.MODELS[key].sizes for key in ("microgpt", "gpt2", "llama3"))
MATRICES = 4 * 16 * 16 + 2 * 16 * 64 + 27 * 16  # each number of them is multiplied once for a token
READ = scale.MODELS["microgpt"].tokens


def share(sizes):
    """Of the MLP, in percent."""
    return 100 * scale.parameters(sizes)["MLP"] / scale.total(sizes)


def spread(values):
    return (sum(x * x for x in values) / len(values)) ** 0.5


NUMBERS = {
    "data": {
        "42": 42,
        "8": From(RADFORD),
        "40": From(RADFORD),
        "15.6": scale.MODELS["llama3"].tokens / 1e12,
        "6,944": READ,
    },
    "tokenizer": {"50,257": SMALL.vocab, "128,256": LLAMA.vocab, "256": 2**8, "26": 26},
    "value": {
        "39,703": lambda: values_made(lambda p: forward(p, "emma")),
        "4,192": len(MODEL.parameters()),
        "64": 8 * struct.calcsize("d"),
        "53": sys.float_info.mant_dig,
        "16": math.ceil(sys.float_info.mant_dig * math.log10(2)),
        "8": From("Micikevicius and others, 2018"),
        "32": 32,
    },
    "operations": {"709.78": math.floor(100 * math.log(sys.float_info.max)) / 100, "1e-5": 1e-5},
    "shorthands": {
        "3": lambda: values_made(lambda p: P_A - P_B),
        "0.9999999999999999": 49 * 49**-1,
    },
    "backward": {
        "75,632": lambda: edges_and_depth(forward(program()[0], "emma"))[0],
        "4,192": len(MODEL.parameters()),
        "1,000": 1000,  # sys.getrecursionlimit() where nobody has changed it
        "15": 15,
        "279": lambda: depths()[0],
        "1,095": lambda: depths()[0] + 4 * (depths()[1] - depths()[0]),
    },
    "parameters": {
        "16": MODEL.config.n_embd,
        "4": MODEL.config.n_head,
        "4,192": len(MODEL.parameters()),
        "124,439,808": scale.total(SMALL),
        "405,853,388,800": scale.total(LLAMA),
        "38,597,376": SMALL.vocab * SMALL.width,
        "64": 8 * struct.calcsize("d"),
        "33,536": 8 * len(MODEL.parameters()),
        "12": (scale.parameters(MICRO)["attention"] + scale.parameters(MICRO)["MLP"]) / 16**2,
        "3,072": 12 * 16**2,
        "0.08": lambda: round(spread([p.data for p in program()[0]["params"]]), 2),
        "0.02": From("Radford and others, 2018"),
        "0.32": 0.08 * 16**0.5,
        "27": 27,
        "3.30": math.log(27),
    },
    "linear": {
        "3,504": MATRICES,
        "16": 16,
        "528": lambda: values_made(
            lambda p: p["linear"](P_X, p["state_dict"]["layer0.attn_wq"]),
        ),
    },
    "softmax": {
        "2.718": math.e,
        "27": 27,
        "163": lambda: values_made(lambda p: p["softmax"](P_27)),
        "745.2": 745.2,  # tested below
    },
    "rmsnorm": {
        "1e-5": 1e-5,
        "16": 16,
        "54": lambda: values_made(lambda p: p["rmsnorm"](P_X)),
        "0.71": 1e-5**0.5 / (1e-5 + 1e-5) ** 0.5,
        "32": 32,
    },
    "attention": {
        "4": 4,
        "16": 16,
        "12": SMALL.heads,
        "64": SMALL.width // SMALL.heads,
        "128": LLAMA.heads,
        "8": LLAMA.kv_heads,
        "1,024": 4 * 16**2,
        "32": 16 + 16,
        "516,096": scale.cache_bytes(LLAMA),
    },
    "mlp": {
        "64": 64,
        "16": 16,
        "4": SMALL.hidden // SMALL.width,
        "8": scale.MODELS["mixtral"].sizes.experts,
        "2,048": 2 * 16 * 64,
        "48.9": share(MICRO),
        "45.5": share(SMALL),
        "4,240": lambda: values_made(lambda p: p["mlp"](P_X, 0)),
    },
    "gpt": {
        "27": 27,
        "12": SMALL.layers,
        "126": LLAMA.layers,
        "3,504": MATRICES,
        "32": 32,
        "7,573": lambda: positions()[0],
        "100": lambda: positions()[2] - positions()[1],
    },
    "optimizer": {
        "0.9": From("Kingma and Ba (2015)"),
        "0.999": From("Kingma and Ba (2015)"),
        "0.85": lambda: program()[0]["beta1"],
        "0.99": lambda: program()[0]["beta2"],
        "0.95": From(BROWN),
        "1.0": From(BROWN),
        "0.1": From(BROWN),
        "8,384": 2 * len(MODEL.parameters()),
        "16": scale.TRAINING_BYTES,
        "6.49": scale.memory(LLAMA)["training"] / 1e12,
        "0.01": 0.01,
        "1e-8": lambda: program()[0]["eps"],
    },
    "training": {
        "0.01": 0.01,
        "3.30": math.log(27),
        "27": 27,
        "2.4": lambda: sum(load_canonical().losses[-200:]) / 200,
        "3.2": From(BROWN),
        "1,000": 1000,
        "6,944": READ,
        "6": 6,
        "175": scale.training_flops(MICRO, READ) / 1e6,
        "15": 16 - 1,
    },
    "sampling": {
        "0.5": 0.5,
        "27": 27,
        "40": From(RADFORD),
        "7,573": lambda: positions()[0],
    },
}
P_A, P_B = (program()[0]["Value"](x) for x in (2.0, 3.0))
P_X, P_27 = vector(program()[0]), vector(program()[0], 27)
NAMED = re.compile(r"`[^`]*`|\bGPT-\d|\bLlama 3( 405B)?|\bH100|\bbfloat16|\b(19|20)\d\d\b")
NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?:e-\d+)?")
WORDS = {"0", "1", "2"}  # so small that they need no proof


def numbers_in(text):
    return set(NUMBER.findall(NAMED.sub("", text))) - WORDS


@pytest.mark.parametrize("name", TOLD)
def test_every_number_is_computed_or_has_its_source(name):
    all_texts = " ".join(texts(TOLD[name]))
    assert numbers_in(all_texts) == set(NUMBERS[name])
    for shown, value in NUMBERS[name].items():
        if isinstance(value, From):
            assert value.source in all_texts, shown
            continue
        value = value() if callable(value) else value
        decimals = len(shown.partition(".")[2])
        assert shown in (f"{value:,.{decimals}f}", f"{value:.0e}".replace("e-0", "e-")), value


def test_what_else_is_said_of_the_program_s_numbers():
    names, _ = program()
    assert sorted(load_names()) == load_names() and load_names()[999][0] == "d"
    assert values_made(lambda _: P_A / P_B) == 2
    assert values_made(lambda _: sum([P_A])) == 2
    with pytest.raises(OverflowError):
        math.exp(709.79)
    assert math.exp(709.78) > 0 and math.exp(-745.2) == 0 < math.exp(-745.1)
    with pytest.raises(ValueError):
        names["Value"](0.0).log()
    with pytest.raises(ZeroDivisionError):
        names["Value"](0.0) ** -0.5
    assert names["Value"](0.0).relu().local_grads == (0.0,)
    assert scale.training_flops(MICRO, READ) / scale.H100 < 1e-6
    assert SMALL.hidden == 4 * SMALL.width and scale.MODELS["mixtral"].sizes.active == 2
    assert load_canonical().losses[0] == pytest.approx(math.log(27), abs=0.2)
    losses = load_canonical().losses
    assert min(sum(losses[i : i + 100]) / 100 for i in (700, 800, 900)) > 2.3


# ---- the class ----


@pytest.mark.parametrize(
    "make, says",
    [
        (lambda: LineByLine(region="header"), "region must be one of 'data', 'tokenizer'"),
        (lambda: LineByLine(view="all"), "view must be one of 'plain', 'technical', 'both'"),
    ],
)
def test_wrong_values_are_refused_by_name(make, says):
    with pytest.raises(TraitError, match=says):
        make()


def test_every_region_has_a_summary():
    for at, name in enumerate(line_by_line.NAMES, 1):
        text = LineByLine(region=name).summary()
        assert f"region {name}, {at} of 16: {TOLD[name]['title']}. " in text
        assert "`" not in text and text.endswith(".") and len(text) < 320


def test_only_pages_get_links():
    assert "links" not in LineByLine.public_traits()
    assert LineByLine().public_state()["links"]["7"].endswith("07_attention.html")


def test_paper_has_every_line_and_every_word_once():
    page = paper.paper(line_by_line.NAMES)
    read = html.unescape(re.sub(r"<[^>]+>", "", page))
    for number, line in enumerate(LINES, 1):
        assert not line.strip() or f"{number:3d}  {line}" in read
    for told in TOLD.values():
        for text in texts(told):
            words = re.sub(r"`([^`]+)`|\*([^*]+)\*", r"\1\2", text)
            assert read.count(words) == 1
    assert LineByLine().on_paper() == page


def test_a_part_of_the_program():
    part = LineByLine(regions=["gpt", "mlp"])
    assert (part.regions, part.region) == (["mlp", "gpt"], "mlp")
    assert "region mlp, 1 of 2" in part.summary()
    part.region = "gpt"
    part.regions = ["data"]
    assert part.region == "data"
    with pytest.raises(TraitError, match="region must be one of the regions data"):
        part.region = "gpt"
    for wrong in ([], ["header"], "data", None):
        with pytest.raises(TraitError, match="regions must be a list of one or more of 'data'"):
            LineByLine(regions=wrong)


def test_parts_on_paper_are_the_whole():
    names = line_by_line.NAMES
    parts = [LineByLine(regions=names[:3]), LineByLine(regions=names[3:])]
    above = f'<div class="mg-paper">{paper.HOW}'
    inside = [part.on_paper().removeprefix(above).removesuffix("</div>") for part in parts]
    assert "".join(inside) in LineByLine().on_paper()


def test_both_sides_know_the_same_regions_and_views():
    write(
        "line_by_line",
        [{"names": line_by_line.NAMES, "views": line_by_line.VIEWS, "told": TOLD}],
    )
