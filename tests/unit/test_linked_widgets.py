"""The kernel between widgets that belong together: what a task sees, and where a trained model goes."""

import gc

import pytest
from traitlets import TraitError

from microgpt.widgets import ChatWithModel, DotProduct, Task, TrainHere, stored
from microgpt.widgets.handover import ASK, OFFER, TAKEN, Handover

ZERO = {"a": [1, 1, -1], "b": [1, 1, 2]}


def task_and_widget():
    dots = DotProduct()
    return Task("01-zero-dot", watches=dots), dots


def put(widget, state):
    """What comes from a front end."""
    widget._handle_msg({"content": {"data": {"method": "update", "state": state}}, "buffers": []})


# ---- a task ----


def test_a_task_sees_each_change_and_nothing_before_the_first():
    task, dots = task_and_widget()
    assert task._seen == {}
    dots.a = [1, 1, -1]
    assert task._seen == {"a": [1, 1, -1], "b": dots.b}
    put(dots, ZERO)
    assert task._seen == ZERO


def test_a_task_hears_of_changed_values_alone():
    task, dots = task_and_widget()
    seen = []
    task.observe(lambda change: seen.append(change["new"]), "_seen")
    put(dots, ZERO)
    put(dots, ZERO)
    assert seen == [ZERO]


def test_two_tasks_watch_one_widget_and_one_leaves():
    one, dots = task_and_widget()
    two = Task("01-zero-dot", watches=dots)
    dots.a = [1, 0, 0]
    assert one._seen == two._seen == {"a": [1, 0, 0], "b": dots.b}
    one.close()
    one.close()
    dots.a = [0, 1, 0]
    assert one._seen["a"] == [1, 0, 0] and two._seen["a"] == [0, 1, 0]


def test_a_task_changes_what_it_watches():
    task, before = task_and_widget()
    after = DotProduct()
    task.watches = after
    before.a = [1, 0, 0]
    assert task._seen == {}
    after.a = [0, 1, 0]
    assert task._seen["a"] == [0, 1, 0]
    task.watches = (
        "IPY_MODEL_DotProduct-1"  # as a notebook stores it: the kernel has nothing to watch
    )
    after.a = [0, 0, 1]
    assert task._seen["a"] == [0, 1, 0]


def test_a_closed_widget_leaves_its_task_as_it_was():
    task, dots = task_and_widget()
    put(dots, ZERO)
    dots.close()
    assert task._seen == ZERO
    task.close()


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_a_task_without_a_widget_is_refused():
    with pytest.raises(TraitError, match="must be a widget to watch, not None"):
        Task("01-zero-dot", watches=None)
    gc.collect()  # what was half made goes without a complaint


def test_a_notebook_does_not_store_what_a_task_has_seen():
    task, dots = task_and_widget()
    before = stored.store(task)
    put(dots, ZERO)
    assert stored.store(task) == before and "_seen" not in before["state"]


# ---- a trained model ----


@pytest.fixture
def sent(monkeypatch):
    """[(widget, message)] of what the kernel sends."""
    messages = []
    for make in (ChatWithModel, TrainHere):
        monkeypatch.setattr(make, "send", lambda self, message: messages.append((self, message)))
    return messages


def tell(widget, **message):
    """A message from a widget's front end."""
    data = {"method": "custom", "content": message}
    widget._handle_msg({"content": {"data": data}, "buffers": []})


def offer(label):
    return {"kind": OFFER, "handover": {"label": label}}


def test_the_offer_of_a_trainer_goes_to_every_chat(sent):
    chats, train = [ChatWithModel(), ChatWithModel()], TrainHere()
    closed = ChatWithModel()
    closed.close()
    tell(train, **offer("x"))
    got = [widget for widget, message in sent if message == offer("x")]
    assert all(got.count(chat) == 1 for chat in chats) and closed not in got and train not in got
    assert sent[-1] == (train, {"kind": TAKEN})
    late = ChatWithModel()
    tell(late, kind=ASK)
    assert sent[-1] == (late, offer("x")), "who comes late asks"


def test_of_two_trainers_the_later_counts_until_it_is_closed(sent):
    one, two, chat = TrainHere(), TrainHere(), ChatWithModel()
    tell(one, **offer("one"))
    tell(two, **offer("two"))
    tell(chat, kind=ASK)
    assert sent.pop() == (chat, offer("two"))
    two.close()
    sent.clear()
    tell(chat, kind=ASK)
    assert sent == []


def test_without_a_taker_the_trainer_hears_nothing(sent):
    train, alone = TrainHere(), Handover()
    alone._pass_on(train, offer("x"), [])
    assert sent == [] and alone.offer == offer("x")


def test_no_trait_holds_the_weights(sent):
    chat, train = ChatWithModel(), TrainHere()
    before = [widget.get_state() for widget in (chat, train)]
    tell(train, **offer("x"))
    assert [widget.get_state() for widget in (chat, train)] == before
