"""What is read of the output of a program."""

import pytest

from microgpt.check.program.reading import Reading, number


@pytest.mark.parametrize(
    "line, step, text",
    [
        ("step    1 / 1000 | loss 3.4632", 1, "3.4632"),
        ("step 3 | lr 0.0100 | loss 3.4632 | 12 ms", 3, "3.4632"),
        ("Epoch 3/10, Loss: 3.46E+00", 3, "3.46E+00"),
        ("train loss after step 4: 3.463", 4, "3.463"),
        ("step 2: loss: tensor(3.4632, grad_fn=<MeanBackward0>)", 2, "3.4632"),
        ("step 1 loss Value(data=3.4632, grad=0)", 1, "3.4632"),
        ("\x1b[32mstep 9\x1b[0m loss=\x1b[1m3.4632\x1b[0m", 9, "3.4632"),
        ("7 / 1000 | 3.4632", 7, "3.4632"),
        ("7 3.4632 0.0100", 7, "3.4632"),
        ("(7, 3.4632)", 7, "3.4632"),
        ("step 7 - 3.4632", 7, "3.4632"),
        ("3.463208497844406", 1, "3.463208497844406"),
        ("loss 3.4632 in step 5", 5, "3.4632"),
        ("loss nan", 1, "nan"),
        ("step 1 loss -inf", 1, "-inf"),
    ],
)
def test_lines_that_hold_a_loss(line, step, text):
    assert [(at, loss.text) for at, loss in Reading([line]).losses.items()] == [(step, text)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hello",
        "num docs: 4825",
        "step 7",
        "loss 3",
        "loss of information",
        "took 0.31 s",
        "1.2.3",
    ]
    + [
        "sample  1: dadin",
        "lr 0.01",
        "[]",
        "[3.1, 'a']",
        "nan",
        "----",
        "9" * 30_000,
        "1." * 10_000,
        "loss " * 10_000,
    ],
)
def test_lines_that_hold_none(line):
    assert Reading([line]).losses == {}


@pytest.mark.parametrize(
    "lines, steps",
    [
        (["step 0 loss 3.1", "step 1 loss 3.2"], [1, 2]),
        (["step 1 loss 3.1", "step 2 loss 3.2"], [1, 2]),
        (["0 3.1", "100 3.2"], [1, 101]),
        (["step 100 loss 3.1", "step 200 loss 3.2"], [100, 200]),
        (["epoch 1 loss 3.1", "epoch 1 loss 3.2"], [1, 2]),
        (["loss 3.1", "3.2", "step 9 loss 3.3"], [1, 2, 3]),
        (["[3.1, 3.2, 3.3]"], [1, 2, 3]),
    ],
)
def test_steps_are_numbered_or_counted(lines, steps):
    reading = Reading(lines)
    assert list(reading.losses) == steps and reading.last == (steps[-1], reading.losses[steps[-1]])


def test_the_digits_say_how_exact_a_number_is():
    for text, digits in [("3.4632", 4), ("3.46", 2), ("3.46e-1", 3), ("3.46E+01", 1), ("nan", 0)]:
        assert number(text).digits == digits
    printed = number("3.4632")
    assert printed.agrees(3.46324) and printed.agrees(3.46316) and not printed.agrees(3.46326)
    assert not number("nan").agrees(3.4632) and not number("inf").agrees(3.4632)
    reading = Reading(["3.4632", "3.25"])  # round(3.25003, 4)
    assert reading.digits == 4
    assert not reading.losses[2].agrees(3.2532, reading.digits)


@pytest.mark.parametrize(
    "line, params",
    [
        ("num params: 4192", 4192),
        ("4,192 parameters", 4192),
        ("number of parameters: 4192.", 4192),
        ("params = 4_192", 4192),
        ("4192 trainable parameters", 4192),
        ("4.2k parameters", None),
        ("parameters: 4.2k", None),
        ("4192", None),
    ],
)
def test_the_number_of_parameters(line, params):
    assert Reading([line]).params == params


def test_counts_and_the_number_of_steps():
    reading = Reading(["num docs: 4825", "vocab size: 27", "step 1 / 20 | loss 3.1", "docs: 7"])
    assert reading.counts == {"names": 4825, "tokens": 27} and reading.total == 20


@pytest.mark.parametrize(
    "form",
    ["sample {0:2d}: {1}", "sample {0} -> '{1}'", "{0}. {1}", "{0:2d} {1}", "{1}", " '{1}',"],
)
def test_samples(form):
    names = ["dadin", "janan", "chana"]
    lines = ["nancy", "3.4632", "--- new, invented names ---", ""]
    lines += [form.format(i, name) for i, name in enumerate(names, 1)]
    assert Reading([*lines, "it took 12 s"]).samples == names


def test_an_empty_sample_is_one():
    assert Reading(["3.4632", "sample 1: ", "sample 2: ava"]).samples == ["", "ava"]


def test_what_comes_after_the_last_step_is_no_loss():
    reading = Reading(
        [f"{i} 3.4632" for i in range(1, 1001)] + ["sample 1: ava", "final loss 2.1899"]
    )
    assert len(reading.losses) == 1000 and reading.samples == ["ava"]
