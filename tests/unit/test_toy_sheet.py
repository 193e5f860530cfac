"""The sheet for pencil and paper: what it prints is what a careful reader gets, and what the model computes."""

import re
import sys
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from reference import ROOT

from microgpt import toy
from microgpt.by_hand import step_by_hand

sys.path.insert(0, str(ROOT / "tools"))
import make_toy_sheet as sheet

PAGE = (ROOT / "book" / "toy_sheet.md").read_text("utf-8")
STEP = step_by_hand(toy.toy_model(), [0, 1, 2, 0])


def printed():
    """{name: number} of all answers as they stand on the page."""
    answers = PAGE.split("<summary>Answers</summary>")[1]
    found = re.findall(r'sheet-number">(.*?) <b>(−?)([\d.]+)</b>', answers)
    return {
        re.sub(r"</?sub>", "", name): float(f"{'-' if minus else ''}{number}")
        for name, minus, number in found
    }


ANSWERS = printed()


def test_the_page_is_what_the_generator_writes():
    assert sheet.page() == PAGE, "python tools/make_toy_sheet.py"


def test_every_blank_has_its_answer_in_the_same_order():
    questions, answers = PAGE.split("<summary>Answers</summary>")
    blanks = re.findall(r'sheet-number">(.*?) <span class="sheet-blank">', questions)
    assert blanks == re.findall(r'sheet-number">(.*?) <b>', answers)
    assert len(blanks) == len(set(blanks)) > 100


def careful(x):
    """Rounded as a person does it: four decimals, a half goes up."""
    if np.ndim(x):
        return np.array([careful(one) for one in x])
    return float(Decimal(repr(float(x))).quantize(Decimal("0.0001"), ROUND_HALF_UP))


def by_hand(w):
    """The whole sheet once more, by vectors, from the tables: what a reader does who rounds with `w`."""
    m = {
        name.split("_")[-1] if "." in name else name: np.array(rows)
        for name, rows in toy.WEIGHTS.items()
    }
    before = STEP["positions"][:2]
    cache = {key: [careful(one["out"][key]) for one in before] for key in "kv"}

    def norm(x):
        size = w(np.sqrt(np.mean(x**2) + 1e-5))
        return size, w(x / size)

    def softmax(x):
        exps = w(np.exp(x))
        return w(exps / w(exps.sum()))

    def back(dy, y, size):
        return (dy - y * w(np.mean(y * dy))) / size

    def named(name, numbers, who=None):
        for i, number in enumerate(numbers):
            got[f"{name}{i}" if who is None else f"{name} {who[i]}"] = number

    def grads(name, numbers, who=None):
        for i, number in enumerate(numbers):
            got[f"{name}{i}.grad" if who is None else f"{name} {who[i]}.grad"] = number

    got, who = {}, ["BOS", "a", "b"]
    e = w(m["wte"][2] + m["wpe"][2])
    size_e, x = norm(e)
    size_x, _ = norm(x)
    q, k, v = (w(m[name] @ x) for name in ("wq", "wk", "wv"))
    keys, values = np.array([*cache["k"], k]), np.array([*cache["v"], v])
    scores = w(keys @ q / np.sqrt(2))
    weights = softmax(scores)
    blend = w(weights @ values)
    o = w(m["wo"] @ blend)
    y = w(x + o)
    size_y, n = norm(y)
    h = w(m["fc1"] @ n)
    f = w(m["fc2"] @ np.maximum(h, 0))
    z = w(y + f)
    logits = w(m["lm_head"] @ z)
    probs = softmax(logits)
    surprise = w(-np.log(probs[0]))
    for name, numbers in dict(
        e=e, x=x, q=q, k=k, v=v, blend=blend, o=o, y=y, m=n, h=h, f=f, z=z
    ).items():
        named(name, numbers)
    named("score", scores, who)
    named("weight", weights, who)
    named("logit", logits, toy.TOKENS)
    named("P", probs, toy.TOKENS)
    loss = w((sum(careful(one["surprise"]) for one in before) + surprise) / 3)
    got |= {
        "size e": size_e,
        "size x": size_x,
        "size y": size_y,
        "surprise": surprise,
        "loss": loss,
    }

    right = np.array([1, 0, 0, 0])
    dlogits = w((probs - right) / 3)
    lm_head = careful(sum(one["grad"]["logits"][0] * one["out"]["mlp_add"][0] for one in before))
    dz = w(m["lm_head"].T @ dlogits)
    dh = w((m["fc2"].T @ dz) * (h > 0))
    fc1 = careful(sum(one["grad"]["fc1"][1] * one["out"]["mlp_norm"][0] for one in before))
    dm = w(m["fc1"].T @ dh)
    dy = w(dz + back(dm, n, size_y))
    dblend = w(m["wo"].T @ dy)
    dv = w(weights[2] * dblend)
    dweights = w(values @ dblend)
    dscores = w(weights * (dweights - w(weights @ dweights)))
    dk = w(dscores[2] * q / np.sqrt(2))
    dq = w(dscores @ keys / np.sqrt(2))
    dn = w(m["wq"].T @ dq + m["wk"].T @ dk + m["wv"].T @ dv)
    dx = w(dy + back(dn, x, size_x))
    de = w(back(dx, x, size_e))
    grads("logit", dlogits, toy.TOKENS)
    for name, numbers in dict(z=dz, m=dm, y=dy, blend=dblend, v=dv, k=dk, q=dq, n=dn, x=dx).items():
        grads(name, numbers)
    grads("weight", dweights, who)
    grads("score", dscores, who)
    got |= {f"h{i}.grad": dh[i] for i in range(8) if h[i] > 0}
    moved = {
        "lm_head[BOS][0]": (0.3, w(lm_head + dlogits[0] * z[0])),
        "fc1[1][0]": (-0.2, w(fc1 + dh[1] * n[0])),
        "wte[b][0]": (-0.3, de[0]),
        "wte[b][1]": (0.4, de[1]),
    }
    got |= {f"{name}.grad": gradient for name, (_, gradient) in moved.items()}
    for name, (old, gradient) in list(moved.items())[:3]:
        got[f"new {name}"] = old - 0.01 * np.sign(gradient)
    return got


def test_who_rounds_every_result_lands_on_every_printed_digit():
    got = by_hand(careful)
    assert len(got) > 80 and set(got) <= set(ANSWERS)
    left = set(ANSWERS) - set(got)  # what goes into other answers, and is no vector
    assert all(re.match(r"exp|sum of|c[xyew]$|step of", name) for name in left), left
    for name, number in got.items():
        assert ANSWERS[name] == pytest.approx(number, abs=1e-9), name


def test_who_never_rounds_is_close_to_what_is_printed():
    """The answers agree with the model's own numbers to three decimals, and with each other."""
    for name, number in by_hand(lambda x: x).items():
        assert ANSWERS[name] == pytest.approx(number, abs=2.5e-4), name


def test_the_answers_are_the_models_numbers():
    here = STEP["positions"][2]
    for name, block in dict(q="q", k="k", v="v", y="attn_add", h="fc1", z="mlp_add").items():
        for i, number in enumerate(here["out"][block]):
            assert ANSWERS[f"{name}{i}"] == pytest.approx(number, abs=2.5e-4)
    assert ANSWERS["loss"] == pytest.approx(STEP["loss"], abs=2.5e-4)
    gradients = STEP["gradients"]
    for name, number in {
        "lm_head[BOS][0]": gradients["lm_head"][0][0],
        "fc1[1][0]": gradients["layer0.mlp_fc1"][1][0],
        "wte[b][0]": gradients["wte"][2][0],
        "wte[b][1]": gradients["wte"][2][1],
    }.items():
        assert ANSWERS[f"{name}.grad"] == pytest.approx(number, abs=2.5e-4), name
    moved = STEP["weights"]
    assert ANSWERS["new lm_head[BOS][0]"] == pytest.approx(moved["lm_head"][0][0], abs=1e-4)
    assert ANSWERS["new fc1[1][0]"] == pytest.approx(moved["layer0.mlp_fc1"][1][0], abs=1e-4)
    assert ANSWERS["new wte[b][0]"] == pytest.approx(moved["wte"][2][0], abs=1e-4)
    assert f"the loss is **{STEP['after']:.4f}**" in PAGE
