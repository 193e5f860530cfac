"""The page "History and relatives": our program prints what tells its three versions of microgpt apart."""

import random
import re

import pytest
from reference import PROGRAM, ROOT, RUN

from microgpt.canonical import load_canonical
from microgpt.child import Child

PAGE = (ROOT / "book/history.md").read_text("utf-8")
VERSIONS = ["first", "second", "third"]


def table():
    """{what is compared: [the three cells]}"""
    lines = PAGE.split("| version | first |")[1].split("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {head: cells for head, *cells in rows}


@pytest.fixture(scope="module")
def names():
    """A list as long as makemore's: its length alone decides the order, so the names that come first can be ours."""
    order = list(range(RUN["config"]["num_docs"]))
    random.Random(42).shuffle(order)
    docs = ["abcdefghijklmnopqrstuvwxyz"] * len(order)
    for place, name in zip(order, RUN["first_docs"]):
        docs[place] = name
    return "\n".join(docs)


def with_settings(version):
    """Our program's text, with the settings that the page gives for a version."""
    column = {head: cells[VERSIONS.index(version)] for head, cells in table().items()}
    spread = column["spread of the first weights"]
    at_first = "0" if column["`attn_wo` and `mlp_fc2` at first"] == "all 0" else spread
    changes = {
        "1, 16, 4, 16": f"1, 16, 4, {column['`block_size`']}",
        "def matrix(rows, columns):": f"def matrix(rows, columns, std={spread}):",
        "random.gauss(0, 0.08)": "random.gauss(0, std)",
        "matrix(n_embd, n_embd)": f'matrix(n_embd, n_embd, {at_first} if name == "attn_wo" else {spread})',
        "matrix(n_embd, 4 * n_embd)": f"matrix(n_embd, 4 * n_embd, {at_first})",
        "num_steps = 1000": f"num_steps = {column['steps'].replace(',', '')}",
    }
    if "squared" in column["in the MLP"]:
        changes["h.relu() for"] = "h.relu() ** 2 for"
    if column["marks at the ends of a name"].startswith("two"):
        changes |= {
            "BOS = len(letters)": "letters = ['BOS', 'EOS'] + letters; BOS = 0",
            "vocab_size = len(letters) + 1": "vocab_size = len(letters)",
            "for letter in doc] + [BOS]": "for letter in doc] + [1]",
            "encode(docs[step % len(docs)])": "encode(docs[step % len(docs)])[:block_size]",
            "    x = rmsnorm(x)\n": "",  # one norm less
        }
    if column["the matrix for the logits"].startswith("`wte`"):
        changes['    "lm_head": matrix(vocab_size, n_embd),'] = "    "
        changes['state_dict["lm_head"]'] = 'state_dict["wte"]'
    text = PROGRAM.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_is_recognised_by_what_it_prints(version, names):
    rows, i = table(), VERSIONS.index(version)
    with Child("program.py", {"program.py": with_settings(version), "input.txt": names}) as child:
        printed = ""
        for line in child.lines():
            printed += line + "\n"
            if "loss" in line:
                break
    assert re.search(r"num params: (\d+)", printed)[1] == rows["prints `num params`"][i].replace(
        ",", ""
    ), child.errors
    assert re.search(r"vocab size: (\d+)", printed)[1] == rows["prints `vocab size`"][i]
    assert re.search(r"/ +(\d+)", printed)[1] == rows["steps"][i].replace(",", "")
    loss, told = re.search(r"loss (\S+)", printed)[1], rows["first loss"][i]
    assert loss.startswith(told)
    assert version != "first" or f"it gives {loss};" in PAGE


def test_what_the_third_is_said_to_be_is_the_recorded_run():
    said, config = {head: cells[2] for head, cells in table().items()}, RUN["config"]
    assert said["`block_size`"] == str(config["block_size"])
    assert said["spread of the first weights"] == str(config["init_std"])
    assert said["Adam's `beta1`, `beta2`"] == f"{config['beta1']}, {config['beta2']}"
    assert said["learning rate"].startswith(str(config["learning_rate"]))
    assert said["prints `num params`"] == f"{config['num_params']:,}"


def test_the_losses_of_our_program_are_those_of_the_record():
    first = [f"{loss:.4f}" for loss in RUN["losses"][:5]]
    assert f"{', '.join(first[:4])} and {first[4]}" in " ".join(PAGE.split())
    assert f"the last one is {RUN['losses'][-1]:.4f}" in PAGE
    assert f"On that list the first loss is {load_canonical().losses[0]:.4f}" in PAGE
    assert f"all {len(RUN['samples'])} samples" in PAGE
