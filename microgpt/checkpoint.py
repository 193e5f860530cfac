"""Checkpoints: a trained model as one JSON file, checked thoroughly when it is loaded.

The file is one object: `format` (the text "microgpt-course checkpoint 1"), `config` (the four sizes), `vocabulary`
(the characters in the order of their ids) and `state_dict` (for each matrix its rows of numbers). The numbers are
written so that they come back to the last bit.
"""

import json
import sys
from pathlib import Path

from microgpt.files import reason, write_atomically
from microgpt.model import GPT, Config
from microgpt.tokenizer import Tokenizer

FORMAT = "microgpt-course checkpoint 1"


class CheckpointError(ValueError):
    """A weights file that cannot be used or written; the message says which and why, in one sentence."""


def save_checkpoint(path, model: GPT, tokenizer: Tokenizer):
    """Write a model and its tokenizer to `path`, all or nothing.

    CheckpointError if the path cannot be written to, or if a weight is not a finite number; whatever stood there
    before is then still there.

    No example here: that of `load_checkpoint` shows both.
    """
    content = {
        "format": FORMAT,
        "config": vars(model.config),
        "vocabulary": "".join(tokenizer.chars),
        "state_dict": {
            name: [[p.data for p in row] for row in rows] for name, rows in model.state_dict.items()
        },
    }
    try:
        write_atomically(path, json.dumps(content, allow_nan=False).encode())
    except OSError as error:
        raise CheckpointError(f"cannot write {path}: {reason(error)}") from None
    except ValueError:
        raise CheckpointError(
            f"{path} was not written: the model has weights that are not finite numbers"
        ) from None


def load_checkpoint(path) -> tuple[GPT, Tokenizer]:
    """The model and the tokenizer of a weights file, as a pair (GPT, Tokenizer).

    CheckpointError if the file cannot be read, is not such a file, or holds anything but the matrices that its
    config asks for, filled with finite numbers.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from microgpt.toy import toy_model
    >>> path = Path(tempfile.mkdtemp()) / "weights.json"
    >>> save_checkpoint(path, toy_model(), Tokenizer("abc"))
    >>> model, tokenizer = load_checkpoint(path)
    >>> tokenizer
    Tokenizer('abc', BOS=3, vocab_size=4)
    """
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise CheckpointError(f"cannot read {path}: {reason(error)}") from None
    except (ValueError, RecursionError):
        raise CheckpointError(
            f"{path} is not a weights file, or only a part of one (it is not valid JSON)"
        ) from None
    try:
        return _model_from(content)
    except ValueError as error:
        raise CheckpointError(f"{path} is not a usable weights file: {error}") from None


def _model_from(content):
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError(f"it does not say {FORMAT!r}")
    sizes, vocabulary, matrices = (
        content.get(key) for key in ("config", "vocabulary", "state_dict")
    )
    if not isinstance(sizes, dict) or set(sizes) != set(vars(Config())):
        raise ValueError("its config does not name exactly n_layer, n_embd, n_head and block_size")
    config = Config(**sizes)
    if (
        not isinstance(vocabulary, str)
        or not vocabulary
        or list(vocabulary) != sorted(set(vocabulary))
    ):
        raise ValueError("its vocabulary is not a text of distinct characters in order")
    tokenizer = Tokenizer(vocabulary)
    # The counts are compared before anything is built from sizes that nobody has checked yet.
    if not isinstance(matrices, dict) or len(matrices) != 3 + 6 * config.n_layer:
        raise ValueError(
            f"its state_dict does not hold the {3 + 6 * config.n_layer} matrices of its config"
        )
    for name, shape in config.shapes(tokenizer.vocab_size).items():
        if name not in matrices:
            raise ValueError(f"the matrix {name} is missing")
        _check_matrix(name, matrices[name], shape)
    model = GPT(config, tokenizer.vocab_size)
    for name, rows in model.state_dict.items():
        for row, numbers in zip(rows, matrices[name]):
            for p, number in zip(row, numbers):
                p.data = float(number)
    return model, tokenizer


def _check_matrix(name, rows, shape):
    """ValueError unless `rows` is a list of lists of finite numbers with this (rows, columns)."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ValueError(f"the matrix {name} is not a list of rows")
    if len(rows) != shape[0] or any(len(row) != shape[1] for row in rows):
        raise ValueError(f"the matrix {name} does not have {shape[0]} rows of {shape[1]} numbers")
    for number in (number for row in rows for number in row):
        if type(number) not in (int, float):
            raise ValueError(
                f"the matrix {name} holds something that is not a number: {number!r:.40}"
            )
        if not abs(number) <= sys.float_info.max:  # also false for NaN
            raise ValueError(f"the matrix {name} holds {number!r:.40}, which is no weight")
