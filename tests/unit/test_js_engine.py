"""The JavaScript engine against the package: what Python computes is what tests/js/cases has for node to compare."""

import base64
import json
import random
import runpy
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from js_cases import write

from microgpt import GPT, Config, Tokenizer, document_loss, generate
from microgpt.data import load_names

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "tests" / "reference" / "run.json"
NODE = shutil.which("node", path=Path(sys.prefix) / "bin") or "node"  # the pinned one first
SEEDS = [0, 1, 42, 1337, 2**31, 2**32 - 1, 2**32, 2**40 + 7, 2**53 - 1, -42, 2**64 + 1, 10**200]


# ---- random.js ----


def random_case(seed):
    r = random.Random(seed)
    case = {"seed": str(seed), "random": [r.random() for _ in range(5)]}
    case["getrandbits"] = [[k, r.getrandbits(k)] for k in (0, 1, 8, 31, 32, 33, 40, 53)]
    ranges = (0, 1), (0, 27), (-5, 5), (0, 2**31), (0, 2**32), (1, 2**45), (0, 2**53 - 1)
    case["randrange"] = [[a, b, r.randrange(a, b)] for a, b in ranges]
    case["uniform"] = [[a, b, r.uniform(a, b)] for a, b in ((0, 1), (-0.3, 0.3), (5, 2))]
    case["shuffle"] = list(range(40))
    r.shuffle(case["shuffle"])
    case["gauss"] = [r.gauss(0, 0.08) for _ in range(7)]
    weights = [r.random() * r.random() for _ in range(27)]
    case["choices"] = r.choices(range(27), weights=weights, k=60)
    for _ in range(2000):  # past several renewals of the 624 words
        r.random()
    case["gauss_after"] = r.gauss(1, 2)  # the second of the pair that was begun above
    case["random_after"] = r.random()
    return case


def test_random_js_draws_what_python_draws():
    write("random", [random_case(seed) for seed in SEEDS])


# ---- gpt.js ----


def filled(config, vocab_size, weights):
    return filled_like(GPT(config, vocab_size), weights)


def filled_like(model, weights):
    """The same model, its weights replaced."""
    for parameter, weight in zip(model.parameters(), weights, strict=True):
        parameter.data = weight
    return model


class Overheard:
    """A model whose cache and last logits can be asked for, so that a document is computed once only."""

    def __init__(self, model):
        self.model, self.config = model, model.config

    def new_cache(self):
        self.cache = self.model.new_cache()
        return self.cache

    def __call__(self, token, position, keys, values):
        self.logits = self.model(token, position, keys, values)
        return self.logits


def expected(model, tokens):
    """The loss of a document, and the logits after its last token that fits into the block."""
    overheard = Overheard(model)
    loss = document_loss(overheard, tokens)
    if len(tokens) <= model.config.block_size:  # the last token is predicted, and predicts nothing
        overheard(tokens[-1], len(tokens) - 1, *overheard.cache)
    return {"loss": loss.data, "logits": [logit.data for logit in overheard.logits]}


def model_case(seed, vocab, scale, **sizes):
    """A model whose weights are `uniform(-scale, scale)` from its seed, so the file need not hold them."""
    r = random.Random(seed)
    count = len(GPT(Config(**sizes), vocab).parameters())
    model = filled(Config(**sizes), vocab, [r.uniform(-scale, scale) for _ in range(count)])
    lengths = (0, 1, sizes["block_size"] - 1, sizes["block_size"] + 3)
    documents = [
        [vocab - 1] + [r.randrange(vocab - 1) for _ in range(n)] + [vocab - 1] for n in lengths
    ]
    case = {"config": sizes, "vocab": vocab, "seed": seed, "scale": scale, "count": count}
    return case | {
        "documents": [{"tokens": tokens} | expected(model, tokens) for tokens in documents]
    }


MODELS = [
    dict(vocab=27, scale=0.14, n_layer=1, n_embd=16, n_head=4, block_size=16),
    dict(vocab=27, scale=1.0, n_layer=1, n_embd=16, n_head=4, block_size=16),
    dict(vocab=4, scale=0.5, n_layer=1, n_embd=2, n_head=1, block_size=4),
    dict(vocab=11, scale=0.3, n_layer=3, n_embd=12, n_head=3, block_size=7),
    dict(vocab=40, scale=0.2, n_layer=2, n_embd=24, n_head=1, block_size=20),
    dict(vocab=5, scale=0.4, n_layer=4, n_embd=10, n_head=10, block_size=1),
]


def reference_model():
    reference = json.loads(REFERENCE.read_text())
    data = base64.b64decode(reference["final_params"])
    weights = struct.unpack(f"<{len(data) // 8}d", data)
    return (
        filled(Config(), 27, weights),
        Tokenizer(["abcdefghijklmnopqrstuvwxyz"]),
        reference["samples"],
    )


def name_cases(model, tokenizer, names):
    r = random.Random(7)
    invented = ["".join(r.choices(tokenizer.chars, k=1 + i % 16)) for i in range(80)]
    for name in [*names, "emma", "a", "zzzzzzzzzzzzzzz", *invented]:
        yield {"name": name} | expected(model, tokenizer.encode(name))


def sample_cases(model, tokenizer):
    settings = (0.5, ""), (1.0, ""), (0.1, "em"), (0.7, "j"), (3.0, ""), (1e-9, "")
    for seed, (temperature, prefix) in enumerate(settings):
        r = random.Random(seed)
        texts = [generate(model, tokenizer, r, temperature, prefix) for _ in range(10)]
        yield {"seed": seed, "temperature": temperature, "prefix": prefix, "texts": texts}


@pytest.mark.weekly
def test_gpt_js_computes_what_python_computes():
    model, tokenizer, samples = reference_model()
    write("gpt", [model_case(seed=100 + i, **m) for i, m in enumerate(MODELS)])
    write("reference", name_cases(model, tokenizer, samples))
    write("samples", sample_cases(model, tokenizer))


# ---- the shipped model and list of names ----


def test_generated_modules_are_what_the_generator_writes():
    tool = "tools/make_trained_js.py"
    generator = runpy.run_path(str(ROOT / tool))
    for name, text in generator["modules"]().items():
        assert (generator["DATA"] / name).read_bytes() == text.encode(), (
            f"{name} is stale: python {tool}"
        )


def test_canonical_js_knows_the_names_that_were_trained_on():
    docs = load_names()
    random.Random(42).shuffle(docs)
    code = f"""import {{ nameList }} from "{(ROOT / "microgpt/widgets/engine/canonical.js").as_uri()}";
        const list = nameList(); console.log(JSON.stringify(list.all.filter(list.seenInTraining)));"""
    command = [NODE, "--input-type=module", "-e", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert sorted(json.loads(done.stdout)) == sorted(docs[:1000])
