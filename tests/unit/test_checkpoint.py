import json
import os
import random

import pytest

from microgpt import GPT, Config, Tokenizer, Value, load_checkpoint, save_checkpoint
from microgpt.checkpoint import CheckpointError

TOKENIZER = Tokenizer("abc")


def small_model():
    return GPT(
        Config(n_layer=2, n_embd=4, n_head=2, block_size=6), TOKENIZER.vocab_size, random.Random(1)
    )


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "weights.json"
    save_checkpoint(path, small_model(), TOKENIZER)
    return path


def test_what_is_saved_comes_back_to_the_last_bit(saved):
    model, tokenizer = load_checkpoint(saved)
    assert [p.data for p in model.parameters()] == [p.data for p in small_model().parameters()]
    assert model.config == small_model().config
    assert tokenizer.chars == TOKENIZER.chars
    assert os.listdir(saved.parent) == ["weights.json"]


def change(path, edit):
    content = json.loads(path.read_text())
    edit(content)
    path.write_text(json.dumps(content))


def weights(content, value, row=0, column=0, name="wpe"):
    content["state_dict"][name][row][column] = value


TAMPERING = {
    "other format": lambda c: c.update(format="something else"),
    "no format": lambda c: c.pop("format"),
    "no config": lambda c: c.pop("config"),
    "config is a list": lambda c: c.update(config=[1, 2]),
    "config lacks a size": lambda c: c["config"].pop("n_head"),
    "config has one size more": lambda c: c["config"].update(dropout=1),
    "size is a text": lambda c: c["config"].update(n_embd="4"),
    "size is negative": lambda c: c["config"].update(n_layer=-1),
    "heads do not divide": lambda c: c["config"].update(n_head=3),
    "a layer more": lambda c: c["config"].update(n_layer=3),
    "a billion layers": lambda c: c["config"].update(n_layer=10**9),
    "a huge width": lambda c: c["config"].update(n_embd=2 * 10**9),
    "no vocabulary": lambda c: c.pop("vocabulary"),
    "empty vocabulary": lambda c: c.update(vocabulary=""),
    "vocabulary is a number": lambda c: c.update(vocabulary=3),
    "a letter twice": lambda c: c.update(vocabulary="aab"),
    "letters out of order": lambda c: c.update(vocabulary="cab"),
    "a letter more": lambda c: c.update(vocabulary="abcd"),
    "missing matrix": lambda c: c["state_dict"].pop("lm_head"),
    "renamed matrix": lambda c: c["state_dict"].update(other=c["state_dict"].pop("lm_head")),
    "matrices are a list": lambda c: c.update(state_dict=[]),
    "matrix is a number": lambda c: c["state_dict"].update(wte=1),
    "rows are numbers": lambda c: c["state_dict"].update(wte=[1, 2, 3, 4]),
    "a row less": lambda c: c["state_dict"]["wte"].pop(),
    "a number less": lambda c: c["state_dict"]["wte"][2].pop(),
    "not a number": lambda c: weights(c, float("nan")),
    "infinite": lambda c: weights(c, float("inf")),
    "huge": lambda c: weights(c, 10**400),
    "a text": lambda c: weights(c, "0.1"),
    "null": lambda c: weights(c, None),
    "true": lambda c: weights(c, True),
}


@pytest.mark.parametrize("edit", TAMPERING.values(), ids=TAMPERING)
def test_tampered_files_are_refused(saved, edit):
    change(saved, edit)
    with pytest.raises(CheckpointError) as error:
        load_checkpoint(saved)
    assert str(saved) in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b"null", b"hello", b"\xff\xfe\x00", b"[" * 100_000]
)
def test_other_files_are_refused(tmp_path, content):
    path = tmp_path / "weights.json"
    path.write_bytes(content)
    with pytest.raises(CheckpointError):
        load_checkpoint(path)


def test_truncated_files_are_refused(saved):
    content = saved.read_bytes()
    for length in range(0, len(content) - 1, len(content) // 20):
        saved.write_bytes(content[:length])
        with pytest.raises(CheckpointError):
            load_checkpoint(saved)


def test_missing_file_and_folder(tmp_path):
    for path in (tmp_path / "nothing.json", tmp_path):
        with pytest.raises(CheckpointError, match="cannot read"):
            load_checkpoint(path)


def test_whole_numbers_are_weights_too(saved):
    change(saved, lambda content: weights(content, 1))
    model, _ = load_checkpoint(saved)
    assert type(model.state_dict["wpe"][0][0].data) is float


def test_a_failed_save_leaves_the_old_file(saved):
    before = saved.read_bytes()
    model = small_model()
    model.state_dict["wte"][0][0] = Value(float("nan"))
    with pytest.raises(CheckpointError, match="finite"):
        save_checkpoint(saved, model, TOKENIZER)
    assert saved.read_bytes() == before
    assert os.listdir(saved.parent) == ["weights.json"]


def test_paths_that_cannot_be_written(tmp_path):
    for path in (tmp_path, tmp_path / "no such folder" / "weights.json"):
        with pytest.raises(CheckpointError, match="cannot write"):
            save_checkpoint(path, small_model(), TOKENIZER)
    assert os.listdir(tmp_path) == []


def test_a_link_stays_a_link(saved):
    link = saved.parent / "link.json"
    link.symlink_to(saved.name)
    save_checkpoint(link, small_model(), TOKENIZER)
    assert link.is_symlink() and load_checkpoint(saved)
    assert sorted(os.listdir(saved.parent)) == ["link.json", "weights.json"]
