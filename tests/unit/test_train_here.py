"""TrainHere: its traits and words, and the kit beneath it against the package: documents, baselines, checkpoints."""

import doctest
import json
import random

import pytest
from js_cases import write
from traitlets import TraitError

from microgpt import GPT, Config, Tokenizer, generate, load_checkpoint, load_names, save_checkpoint
from microgpt.canonical import load_canonical
from microgpt.checkpoint import CheckpointError
from microgpt.data import read_documents
from microgpt.widgets import TrainHere
from microgpt.widgets.training import train_here

EXAMPLES = [
    "emma\nava\n",
    "  anna \r\n\r\nbo\rcy\n\tdi\x1c\n",
    "zoé\n\u00a0\U0001f642\uff5e\u3000\nab",
    "\ufeffa b\nc",
    "\u200b\n\ufeffx\nx",
    "\x85y\nz\x0bq",
]


def test_examples_in_docstrings():
    assert doctest.testmod(train_here).failed == 0


# ---- traits ----


@pytest.mark.parametrize(
    "traits, says",
    [
        ({"seed": -1}, "seed must be a whole number from 0"),
        ({"steps": 0}, "steps must be a whole number from 1 to 10000"),
        ({"n_embd": 10}, "n_embd must be one of 4, 8, 12"),
        ({"learning_rate": 0}, "learning_rate must be a number from 0.0001"),
        ({"optimiser": "adamw"}, "optimiser must be one of 'adam', 'sgd'"),
        ({"names": "emma"}, "names must be a list of texts"),
        ({"names": ["a\nb"]}, "names must be a list of texts"),
        ({"names": ["emma"]}, "two or more lines"),
        ({"names": ["aa", "a"]}, "two or more different symbols"),
        ({"names": ["ab"] * 20_001}, "at most 20,000 lines"),
        ({"only": -1}, "only must be a whole number from 0 to 20000"),
        (
            {"compare": 0.03},
            "compare must be {}, or give one other value to one of 'learning_rate'",
        ),
        ({"compare": {"seed": 1, "n_embd": 8}}, "compare must be {}, or give one other value"),
        ({"compare": {"steps": 5}}, "compare must be {}, or give one other value"),
        ({"compare": {"n_embd": 10}}, "n_embd must be one of 4, 8, 12"),
        ({"names": [chr(0x4E00 + i) for i in range(201)]}, "200 of them different"),
    ],
)
def test_wrong_traits_are_explained(traits, says):
    with pytest.raises(TraitError, match=says):
        TrainHere(**traits)


def test_the_defaults_are_the_canonical_run():
    widget, run = TrainHere(), load_canonical()
    assert (widget.seed, widget.steps, widget.learning_rate, widget.optimiser) == (
        run.seed,
        run.steps,
        0.01,
        "adam",
    )
    assert Config(n_embd=widget.n_embd) == run.config and widget.documents() == load_names()
    assert widget.num_params() == 4192


def test_a_list_of_ones_own():
    widget = TrainHere(names=[" anna ", "", "bo"], optimiser="sgd")
    assert widget.names == ["anna", "bo"] and widget.learning_rate == 0.1
    assert "on 2 lines: sgd, learning rate 0.1, seed 42" in repr(widget)
    assert TrainHere(optimiser="sgd", learning_rate=0.5).learning_rate == 0.5
    assert "for 1 round on" in TrainHere(steps=1).summary()


def test_a_part_of_the_list_and_a_second_run():
    widget = TrainHere(only=500, compare={"learning_rate": 0.03})
    order = load_names()
    random.Random(42).shuffle(order)
    assert widget.documents() == order[:500] and widget.names == []
    assert "on 500 names" in repr(widget)
    assert repr(widget).endswith("Beside it, the same with learning rate 0.03.")
    assert TrainHere(only=20_000).documents() == load_names()
    assert TrainHere(names=["anna", "bo", "cy"], only=2).num_params() > 0


# ---- the same in JavaScript ----


def corpus_case(text, folder):
    file = folder / "list.txt"
    file.write_bytes(text.encode())
    docs = read_documents(file)
    return {
        "text": text,
        "docs": docs,
        "symbols": sorted(set("".join(docs))),
        "mean": sum(map(len, docs)) / len(docs),
    }


def test_documents_are_read_as_the_package_reads_them(tmp_path):
    write("corpus", [corpus_case(text, tmp_path) for text in EXAMPLES])


def bad_checkpoints(content):
    """Texts of files that are no checkpoint, one for each thing that may be wrong."""

    def changed(**changes):
        return json.dumps(content | changes)

    config, matrices = content["config"], content["state_dict"]
    yield from (
        "",
        "{",
        "[]",
        "null",
        json.dumps(content)[:-1],
        changed(format="another"),
        changed(config=None),
        changed(config=config | {"more": 1}),
    )
    yield from (changed(config=config | {"n_head": size}) for size in (0, 1.5, "2", 3))
    yield from (changed(vocabulary=text) for text in ("", "ba", "aa", ["a", "b"]))
    yield changed(state_dict=[])
    yield changed(state_dict={name: rows for name, rows in matrices.items() if name != "wpe"})
    yield changed(
        state_dict={("wpx" if name == "wpe" else name): rows for name, rows in matrices.items()}
    )
    yield from (
        changed(state_dict=matrices | {"wte": rows})
        for rows in ("x", [1], matrices["wte"][1:], [row[1:] for row in matrices["wte"]])
    )
    yield from (
        changed(state_dict=matrices | {"wpe": [[number, *row[1:]] for row in matrices["wpe"]]})
        for number in ("0", None, True, [0])
    )


def says(text, file):
    file.write_text(text, "utf-8")
    with pytest.raises(CheckpointError) as error:
        load_checkpoint(file)
    sentence = str(error.value).removeprefix(f"{file} ")
    # Values are spelled in each language's own way.
    return sentence.split("'")[0].split(", not ")[0].split("holds something")[0].rstrip(")")


def test_checkpoints(tmp_path):
    tokenizer = Tokenizer(["zoé", "ab"])
    model = GPT(Config(n_embd=4, n_head=2, block_size=3), tokenizer.vocab_size, random.Random(5))
    file = tmp_path / "x.json"
    save_checkpoint(file, model, tokenizer)
    text, r = file.read_text("utf-8"), random.Random(7)
    good = {"file": text, "samples": [generate(model, tokenizer, r) for _ in range(5)]}
    write(
        "checkpoint",
        [
            good,
            *({"text": bad, "says": says(bad, file)} for bad in bad_checkpoints(json.loads(text))),
        ],
    )
