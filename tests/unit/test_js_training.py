"""The JavaScript training against the package: Python writes tests/js/cases/train_*.json, and node compares."""

import base64
import random
import struct
import subprocess
from dataclasses import asdict

from js_cases import write
from reference import reference_names
from test_js_engine import NODE, ROOT, filled

from microgpt import GPT, SGD, Adam, Config, Tokenizer, document_loss, generate, train


def packed(numbers):
    """For the JSON: as in a checkpoint, float64, lowest byte first, base64."""
    return base64.b64encode(struct.pack(f"<{len(numbers)}d", *numbers)).decode()


def random_config(r):
    head_dim, n_head = r.randint(1, 3), r.randint(1, 3)
    return Config(
        n_layer=r.randint(1, 3), n_embd=head_dim * n_head, n_head=n_head, block_size=r.randint(1, 8)
    )


def gradient_case(seed):
    """A random model with weights `uniform(-scale, scale)` from the seed, and its gradients at one random document."""
    r = random.Random(seed)
    config, vocab, scale = random_config(r), r.randint(2, 6), r.choice([0.08, 0.4, 1.0])
    tokens = (
        [vocab - 1]
        + [r.randrange(vocab - 1) for _ in range(r.randint(0, config.block_size + 2))]
        + [vocab - 1]
    )
    count, weights = len(GPT(config, vocab).parameters()), random.Random(seed)
    model = filled(config, vocab, [weights.uniform(-scale, scale) for _ in range(count)])
    loss = document_loss(model, tokens)
    loss.backward()
    case = {
        "seed": seed,
        "config": asdict(config),
        "vocab": vocab,
        "scale": scale,
        "tokens": tokens,
    }
    return case | {"loss": loss.data, "grads": packed([p.grad for p in model.parameters()])}


def run_case(seed, docs, steps, config, optimiser, lr):
    r, shuffled = random.Random(seed), list(docs)
    r.shuffle(shuffled)
    tokenizer = Tokenizer(docs)
    model = GPT(config, tokenizer.vocab_size, r)
    kind = {"adam": Adam, "sgd": SGD}[optimiser]
    records = list(train(model, tokenizer, shuffled, steps, kind(model.parameters(), lr)))
    case = {
        "seed": seed,
        "docs": docs,
        "steps": steps,
        "config": asdict(config),
        "optimiser": optimiser,
        "learningRate": lr,
    }
    return case | {
        "chars": "".join(tokenizer.chars),
        "losses": [record.loss for record in records],
        "rates": [record.lr for record in records],
        "weights": packed([p.data for p in model.parameters()]),
        "samples": [generate(model, tokenizer, r) for _ in range(5)],
    }


# Sorted by code point, not by UTF-16 unit.
DOCS = ["emma", "olivia", "zoé", "jo", "anne-marie", "bartholomew", "\U0001f642\uff5e"]


def test_train_js_computes_what_python_computes():
    write("train_gradients", [gradient_case(seed) for seed in range(16)])
    small = Config(n_layer=2, n_embd=6, n_head=3, block_size=5)
    tiny = Config(n_layer=1, n_embd=4, n_head=2, block_size=8)
    write(
        "train_runs",
        [
            run_case(1, DOCS, 20, small, "adam", 0.01),
            run_case(2, DOCS, 20, small, "sgd", 0.1),
            run_case(3, DOCS[:2], 30, tiny, "adam", 0.05),
            run_case(4, ["a"], 9, Config(n_layer=3, n_embd=3, n_head=1, block_size=1), "sgd", 1.0),
        ],
    )


def test_node_finds_the_reference_list_where_python_does():
    """Beside the checkout, or named by MICROGPT_NAMES: there the whole reference run is not skipped."""
    command = [NODE, "--test", "--test-reporter=tap", str(ROOT / "tests/js/train.test.js")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.count("# SKIP") == (reference_names() is None), done.stdout
