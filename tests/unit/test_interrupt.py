"""An interrupt at any moment leaves nothing behind: the next result is that of a clean start.

Interrupts are raised from a trace function, at chosen events inside the package: a line, or a single bytecode.
Whatever was interrupted must then be as it was before, or, where the last step had been done, as it is after.
"""

import random
import signal
import sys
from functools import partial
from pathlib import Path

import pytest

import microgpt
from microgpt import SGD, Adam, Config, Tokenizer, Value, fast, generate, train
from microgpt.dot import Dot

PACKAGE = str(Path(microgpt.__file__).parent)
DOCS = ["emma", "ava", "mia"]
TOKENIZER = Tokenizer(DOCS)
CONFIG = Config(n_embd=4, n_head=2, block_size=6)


def interrupted(call, at, bytecodes=False):
    """Call, with a KeyboardInterrupt at the event number `at`; how many events there were: fewer if it ended before."""
    events, kind = 0, "opcode" if bytecodes else "line"

    def trace(frame, event, argument):
        nonlocal events
        if not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        frame.f_trace_opcodes = bytecodes
        if event == kind:
            events += 1
            if events == at:
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    except KeyboardInterrupt:
        assert events == at
    finally:
        sys.settrace(before)
    return events


def some(call, number):
    """Seeded event numbers of a call, from its first to its last."""
    events = interrupted(call, at=-1)
    return sorted({1, events, *random.Random(number).sample(range(1, events), number)})


def shared_graph():
    """Two losses that share values, the first one's gradients already there."""
    a, b = Value(2.0), Value(-3.0)
    shared = a * b + a
    dot = Dot([a, shared], [shared, b])
    (shared * shared).backward()
    loss = dot.relu() + dot * shared - a / 4
    return loss, [a, b, shared, dot, loss]


def grads(values):
    return [value.grad for value in values]


def test_backward_adds_all_or_nothing_at_every_bytecode():
    loss, values = shared_graph()
    before = grads(values)
    loss.backward()
    after = grads(values)
    loss.backward()
    twice = grads(values)
    assert len({tuple(before), tuple(after), tuple(twice)}) == 3
    at, whole = 0, 0
    while True:
        at += 1
        loss, values = shared_graph()
        if interrupted(loss.backward, at, bytecodes=True) < at:
            break
        assert grads(values) in (before, after), at
        whole += grads(values) == after
        follows = {tuple(before): after, tuple(after): twice}[tuple(grads(values))]
        loss.backward()
        assert grads(values) == follows, at
    assert at > 500 and whole < 20  # only where nothing is left to do but to return


class Alarm(Value):
    """A value that sends this process the signal of Ctrl-C, once, when it is walked over or passes its gradient on."""

    __slots__ = ("when", "_next")

    @property
    def children(self):
        self.ring("walk")
        return self._next

    @children.setter
    def children(self, children):
        self.when, self._next = None, children

    def _pass_on(self):
        self.ring("pass on")
        super()._pass_on()

    def ring(self, moment):
        if self.when == moment:
            self.when = None
            signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("moment", ["walk", "pass on"])
def test_backward_after_the_signal_of_ctrl_c(moment):
    x = Value(1.0)
    y = x
    for _ in range(150_000):
        y = y + x
    y = alarm = Alarm(y.data, (y,), (1.0,))
    for _ in range(149_999):
        y = y + x
    alarm.when = moment
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            y.backward()
    finally:
        signal.signal(signal.SIGINT, handler)
    assert x.grad == alarm.grad == y.grad == 0.0
    y.backward()
    assert x.grad == 300_000.0


def test_an_error_on_the_way_back_undoes_it_too(monkeypatch):
    loss, values = shared_graph()
    before = grads(values)

    def fail(self):
        raise OverflowError

    with monkeypatch.context() as patch:
        patch.setattr(Dot, "_pass_on", fail)
        with pytest.raises(OverflowError):
            loss.backward()
    assert grads(values) == before


def scalar_run(make_optimizer):
    model = microgpt.GPT(CONFIG, TOKENIZER.vocab_size, random.Random(1))
    optimizer = make_optimizer(model.parameters())
    return model, optimizer, lambda: [p.data for p in model.parameters()]


def fast_run(make_optimizer):
    model = fast.GPT(CONFIG, TOKENIZER.vocab_size, random.Random(1))
    return model, make_optimizer(model), model.params.tolist


RUNS = {
    "Adam": (scalar_run, train, Adam),
    "SGD": (scalar_run, train, lambda params: SGD(params, lr=0.1)),
    "fast Adam": (fast_run, fast.train, fast.Adam),
}


@pytest.mark.parametrize("name", RUNS)
def test_a_step_that_is_interrupted_has_not_begun_or_is_done(name):
    make, train_model, make_optimizer = RUNS[name]

    def begin():
        """A run of which one step is done: what goes on with it, and the numbers of its model."""
        model, optimizer, numbers = make(make_optimizer)

        def steps():
            return train_model(model, TOKENIZER, DOCS[1:], steps=2, optimizer=optimizer)

        next(train_model(model, TOKENIZER, DOCS, steps=2, optimizer=optimizer))
        return steps, numbers, model

    steps, numbers, model = begin()
    before = numbers()
    clean = [(record.loss, numbers()) for record in steps()]
    once = begin()[0]
    for at in some(partial(next, once()), 40):
        steps, numbers, model = begin()
        assert interrupted(partial(next, steps()), at) == at
        assert numbers() in (before, clean[0][1]), at
        if numbers() == before:
            assert [(record.loss, numbers()) for record in steps()] == clean, at
        if train_model is train:
            assert not any(grads(model.parameters()))


def test_what_was_tried_out_before_does_not_count():
    losses = []
    for tried in (False, True):
        model, _, _ = scalar_run(Adam)
        if tried:
            microgpt.document_loss(model, TOKENIZER.encode("emma")).backward()
        losses.append([record.loss for record in train(model, TOKENIZER, DOCS, steps=3)])
    assert losses[0] == losses[1]


@pytest.mark.parametrize("engine", [microgpt, fast])
def test_generate_draws_all_or_nothing(engine):
    model = engine.GPT(CONFIG, TOKENIZER.vocab_size, random.Random(1))
    clean = generate(model, TOKENIZER, random.Random(7), prefix="e")
    rng = random.Random(7)
    before = rng.getstate()
    generate(model, TOKENIZER, rng, prefix="e")
    after = rng.getstate()
    for at in some(lambda: generate(model, TOKENIZER, random.Random(7), prefix="e"), 40):
        rng.setstate(before)
        assert interrupted(lambda: generate(model, TOKENIZER, rng, prefix="e"), at) == at
        assert rng.getstate() in (before, after), at
        rng.setstate(before)
        assert generate(model, TOKENIZER, rng, prefix="e") == clean, at


def test_a_fast_backward_that_is_interrupted_asks_for_the_loss_again():
    model = fast.GPT(CONFIG, TOKENIZER.vocab_size, random.Random(1))
    tokens = TOKENIZER.encode("emma")

    model.loss([tokens])
    events = interrupted(model.backward, at=-1)
    clean = model.grads.tolist()
    for at in range(1, events + 1):
        model.loss([tokens])
        assert interrupted(model.backward, at) == at
        if at == 1:  # it has not begun
            model.backward()
        else:
            with pytest.raises(RuntimeError, match="compute that first"):
                model.backward()
            model.loss([tokens])
            model.backward()
        assert model.grads.tolist() == clean, at
