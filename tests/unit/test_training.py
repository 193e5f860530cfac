import gc
import random

import pytest

from microgpt import GPT, SGD, Config, Tokenizer, Value, document_loss, generate, train

DOCS = ["emma", "ava", "mia", "maximilianus"]
TOKENIZER = Tokenizer(DOCS)


def small_model():
    return GPT(Config(n_embd=4, n_head=2, block_size=8), TOKENIZER.vocab_size, random.Random(1))


def test_records():
    records = list(train(small_model(), TOKENIZER, DOCS, steps=5))
    assert [record.step for record in records] == [1, 2, 3, 4, 5]
    assert [record.lr for record in records] == pytest.approx([0.01, 0.008, 0.006, 0.004, 0.002])
    assert all(record.seconds > 0 and record.loss > 0 for record in records)


def test_learning_happens_with_either_optimizer():
    for make in (None, lambda model: SGD(model.parameters(), lr=0.5)):
        model = small_model()
        losses = [r.loss for r in train(model, TOKENIZER, DOCS, 60, make and make(model))]
        assert sum(losses[-4:]) < 0.8 * sum(losses[:4])


def test_gradient_of_the_loss_against_finite_differences():
    model, tokens = small_model(), TOKENIZER.encode("emma")
    document_loss(model, tokens).backward()
    for name, rows in model.state_dict.items():
        p = rows[1][2]
        number = p.data
        p.data = number + 1e-5
        up = document_loss(model, tokens).data
        p.data = number - 1e-5
        down = document_loss(model, tokens).data
        p.data = number
        assert p.grad == pytest.approx((up - down) / 2e-5, rel=1e-3, abs=1e-7), name


def test_a_long_document_is_cut_to_the_block():
    model = small_model()
    assert (
        document_loss(model, TOKENIZER.encode("maximilianus")).data
        == document_loss(model, TOKENIZER.encode("maximilia")).data
    )


@pytest.mark.parametrize("enabled", [True, False])
def test_the_caller_never_sees_the_garbage_collector_changed(enabled):
    was = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        records = train(small_model(), TOKENIZER, DOCS, steps=3)
        assert [gc.isenabled() for _ in records] == [enabled] * 3
        records = train(small_model(), TOKENIZER, DOCS, steps=3)
        next(records)
        records.close()
        assert gc.isenabled() == enabled
        with pytest.raises(ValueError):
            list(train(small_model(), TOKENIZER, ["?"], steps=3))
        assert gc.isenabled() == enabled
    finally:
        gc.enable() if was else gc.disable()


def test_nothing_piles_up():
    def count():
        return sum(issubclass(type(o), Value) for o in gc.get_objects())

    model = small_model()
    gc.collect()  # what other tests left behind is not to vanish while this one counts
    before = count()
    for _ in train(model, TOKENIZER, DOCS, steps=3):
        assert count() == before
    for _ in range(3):
        generate(model, TOKENIZER, random.Random(1))
    assert count() == before


def test_nothing_to_train_on():
    with pytest.raises(ValueError, match="no document"):
        next(train(small_model(), TOKENIZER, []))
    with pytest.raises(ValueError, match="steps must be 1 or more"):
        next(train(small_model(), TOKENIZER, DOCS, steps=0))


def test_the_global_random_numbers_are_left_alone():
    state = random.getstate()
    model = small_model()
    list(train(model, TOKENIZER, DOCS, steps=2))
    generate(model, TOKENIZER, random.Random(1))
    assert random.getstate() == state
