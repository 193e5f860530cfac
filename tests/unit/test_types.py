"""What signatures say is what comes out.

Types stand where a result is handed on, or one thing is mistaken for another."""

import random
import typing
from collections.abc import Iterator

import pytest

from microgpt import GPT, Config, Tokenizer, document_loss, generate, load_names, train
from microgpt.checkpoint import load_checkpoint, save_checkpoint

NAMES = ["emma", "ava"]
TOKENIZER = Tokenizer(NAMES)
MODEL = GPT(Config(n_embd=4, n_head=1), TOKENIZER.vocab_size, random.Random(1))
IDS = TOKENIZER.encode("emma")


def saved_and_loaded(path):
    save_checkpoint(path, MODEL, TOKENIZER)
    return load_checkpoint(path)


RESULTS = {
    Tokenizer.encode: lambda path: IDS,
    Tokenizer.decode: lambda path: TOKENIZER.decode(IDS),
    GPT.parameters: lambda path: MODEL.parameters(),
    document_loss: lambda path: document_loss(MODEL, IDS),
    train: lambda path: train(MODEL, TOKENIZER, NAMES, steps=2),
    generate: lambda path: generate(MODEL, TOKENIZER, random.Random(1)),
    load_names: lambda path: load_names(),
    load_checkpoint: saved_and_loaded,
}


def fits(result, hint):
    """Whether `result` is what a hint says; of lists and iterators every item is looked at."""
    kind, parts = typing.get_origin(hint) or hint, typing.get_args(hint)
    if not isinstance(result, kind):
        return False
    if kind is tuple:
        return len(result) == len(parts) and all(map(fits, result, parts))
    return all(fits(item, parts[0]) for item in result) if parts else True


@pytest.mark.parametrize("function", RESULTS, ids=lambda function: function.__qualname__)
def test_a_result_is_what_the_signature_says(function, tmp_path):
    hint = typing.get_type_hints(function)["return"]
    assert fits(RESULTS[function](tmp_path / "weights.json"), hint)


def test_what_does_not_fit_is_seen():
    assert fits([1], list[int]) and not fits(["1"], list[int]) and not fits(1, list[int])
    assert not fits(iter("a"), Iterator[int]) and not fits((1,), tuple[int, int])
