"""Every output a frame of its own, as in Colab: widgets that belong together find each other through the kernel.

Each frame has an origin and copies of the front-end models of its own. What a frame changes goes to the kernel, which
is the real one but for its wire, and not to other frames; what the kernel sends goes to every frame, and no frame
knows `echo_update`.
"""

import json

import pytest

from microgpt.widgets import ChatWithModel, DotProduct, Task, TrainHere

# A frame's widget manager: its models, its one output, and the messages that wait for the kernel.
FRAME = """
(() => {
  const models = {};
  const outbox = [];
  function make(id, state) {
    const listeners = [];
    const changed = {};
    const tell = (event, ...args) =>
      listeners.filter((one) => one.event === event).forEach((one) => one.listener(...args));
    const put = (name, value) => {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return false;
      state[name] = value;
      tell(`change:${name}`);
      tell("change");
      return true;
    };
    return {
      model: {
        get: (name) => state[name],
        set: (name, value) => { if (put(name, value)) changed[name] = value; },
        save_changes() {
          const values = { ...changed };
          Object.keys(changed).forEach((name) => delete changed[name]);
          if (Object.keys(values).length) outbox.push([id, { method: "update", state: values }]);
        },
        send: (content) => outbox.push([id, { method: "custom", content }]),
        on: (event, listener) => listeners.push({ event, listener }),
        off: (event, listener) => {
          const i = listeners.findIndex((one) => one.event === event && one.listener === listener);
          if (i >= 0) listeners.splice(i, 1);
        },
        widget_manager: {
          get_model: async (other) => {
            if (!models[other]) throw new Error(`no model ${other}`);
            return models[other].model;
          },
        },
      },
      hear({ method, state: values, content }) {
        if (method === "update") Object.entries(values).forEach(([name, value]) => put(name, value));
        if (method === "custom") tell("msg:custom", content, []);
      },
    };
  }
  globalThis.frame = {
    async show(states, ids) {
      for (const [id, state] of Object.entries(states)) models[id] = make(id, state);
      for (const id of ids) {
        const style = document.createElement("style");
        style.textContent = states[id]._css;
        const el = document.createElement("div");
        document.body.append(style, el);
        const code = new Blob([states[id]._esm], { type: "text/javascript" });
        const { default: widget } = await import(URL.createObjectURL(code));
        widget.render({ model: models[id].model, el });
      }
    },
    hear: (id, message) => models[id]?.hear(message),
    take: () => outbox.splice(0),
  };
})();
"""


class Wire:
    """The comm of one widget: what its Python sends waits in `sent`."""

    def __init__(self, id_, sent):
        self.comm_id, self.sent = id_, sent

    def send(self, data, buffers=None):
        self.sent.append((self.comm_id, json.loads(json.dumps(data))))

    def on_msg(self, callback):
        self.hear = callback

    def close(self):
        pass


class Notebook:
    """Outputs in frames of one page, and the kernel's widgets at the other end of the wires."""

    def __init__(self, page, widgets):
        self.page, self.sent, self.frames = page, [], []
        self.widgets = {widget.model_id: widget for widget in widgets}
        for id_, widget in self.widgets.items():
            widget.comm = Wire(id_, self.sent)

    def output(self, *shown):
        """A new frame, with a copy of every model, that shows these widgets."""
        number = len(self.frames)
        self.page.evaluate(
            "document.body.append(Object.assign(document.createElement('iframe'),"
            " { sandbox: 'allow-scripts', srcdoc: '<!doctype html><p>Output', width: 900, height: 900 }))"
        )
        frame = self.page.locator("iframe").nth(number).element_handle().content_frame()
        frame.get_by_text("Output").wait_for()
        self.frames.append(frame)
        frame.evaluate(FRAME)
        states = {
            id_: {name: value for name, value in widget.get_state().items() if is_plain(value)}
            for id_, widget in self.widgets.items()
        }
        ids = [widget.model_id for widget in shown]
        frame.evaluate("([states, ids]) => frame.show(states, ids)", [states, ids])
        self.settle()
        return frame

    def settle(self):
        """Carry messages in both directions until there are none."""
        moved = True
        while moved:
            moved = False
            for frame in self.frames:
                for id_, data in frame.evaluate("frame.take()"):
                    self.widgets[id_].comm.hear({"content": {"data": data}, "buffers": []})
                    moved = True
            while self.sent:
                id_, data = self.sent.pop(0)
                for frame in self.frames:
                    frame.evaluate("([id, data]) => frame.hear(id, data)", [id_, data])
                moved = True


def is_plain(value):
    return isinstance(value, (str, int, float, bool, list, dict, type(None)))


@pytest.fixture
def notebook(open_page, tmp_path):
    """notebook(widget, ...) -> a Notebook of these widgets, without an output."""

    def make(*widgets):
        file = tmp_path / "notebook.html"
        file.write_text('<!doctype html><html lang="en"><title>Notebook</title><body>', "utf-8")
        return Notebook(open_page(file.as_uri(), own_tab=True), widgets)

    return make


def type_in(frame, **numbers):
    for name, value in numbers.items():
        frame.get_by_label(f"{name[0]} {name[1]}, as a number").fill(str(value))


ORTHOGONAL = {"a1": 1, "a2": 1, "a3": -1, "b1": 1, "b2": 1, "b3": 2}
MET = "Met with a = [1, 1, −1], b = [1, 1, 2]."


@pytest.mark.one_in(2)
def test_a_task_ticks_when_the_widget_of_another_frame_gets_there(notebook):
    dots = DotProduct()
    task = Task("01-zero-dot", watches=dots)
    book = notebook(dots, task)
    first, second = book.output(dots), book.output(task)
    type_in(first, a1=0, b2=0, b3=0)
    book.settle()
    assert dots.a[0] == 0 and "= 0" in first.locator("body").inner_text()
    assert "Not done yet." in second.locator("body").inner_text(), "there are zeros"
    type_in(first, **ORTHOGONAL)
    assert "Not done yet." in second.locator("body").inner_text(), "only the kernel can tell it"
    book.settle()
    assert MET in second.locator("body").inner_text()
    first.get_by_role("button", name="Reset").click()
    book.settle()
    assert MET in second.locator("body").inner_text(), "what is done stays done"
    assert task._seen == {"a": dots.a, "b": dots.b}


@pytest.mark.one_in(2)
def test_a_task_hears_of_what_the_notebook_sets(notebook):
    dots = DotProduct()
    task = Task("01-zero-dot", watches=dots)
    book = notebook(dots, task)
    second = book.output(task)
    dots.a, dots.b = [1, 1, -1], [1, 1, 2]
    book.settle()
    assert MET in second.locator("body").inner_text()


@pytest.mark.one_in(2)
def test_in_one_frame_a_task_ticks_at_once(notebook):
    dots = DotProduct()
    task = Task("01-zero-dot", watches=dots)
    frame = notebook(dots, task).output(dots, task)
    type_in(frame, **ORTHOGONAL)
    assert MET in frame.locator("body").inner_text(), "without the kernel"


@pytest.mark.one_in(2)
def test_two_frames_of_one_task_and_an_answer_that_stays_its_own(notebook):
    """The task writes nothing to what it watches: no message goes back."""
    dots = DotProduct()
    task = Task("01-zero-dot", watches=dots)
    book = notebook(dots, task)
    first = book.output(dots)
    tasks = [book.output(task), book.output(task)]
    type_in(first, **ORTHOGONAL)
    book.settle()
    assert all(MET in frame.locator("body").inner_text() for frame in tasks)
    assert [frame.evaluate("frame.take()") for frame in book.frames] == [[], [], []]
    assert book.sent == []


USE = "Use this model in the widgets of this page"


def trained(frame):
    frame.get_by_role("button", name="Train", exact=True).click()
    frame.get_by_role("button", name="Train again").wait_for()


def test_a_model_trained_in_one_frame_speaks_in_another(notebook):
    chat = ChatWithModel(prefix="em")
    train = TrainHere(names=["Anna", "Bruno", "Chiara", "Dário"], steps=40)
    book = notebook(chat, train)
    first, second = book.output(chat), book.output(train)
    trained(second)
    before = [chat.get_state(), train.get_state()]
    assert "This is your model" not in first.locator("body").inner_text()
    second.get_by_role("button", name=USE).click()
    book.settle()
    first.get_by_text("This is your model, 40 rounds on 4 lines.").wait_for()
    first.get_by_label("Type the beginning of a name").fill("Dá")
    first.get_by_text("after “Dá”").first.wait_for()
    assert second.get_by_text("Done. The widgets of this page that can use it").is_visible()
    assert [chat.get_state(), train.get_state()] == before, "no state holds the model"

    late = book.output(chat)  # the same cell, run again
    late.get_by_text("This is your model, 40 rounds on 4 lines.").wait_for()


@pytest.mark.one_in(2)
def test_in_one_frame_a_model_is_handed_over_once(notebook):
    chat = ChatWithModel(prefix="em")
    train = TrainHere(names=["Anna", "Bruno", "Chiara", "Dário"], steps=40)
    book = notebook(chat, train)
    frame = book.output(chat, train)
    trained(frame)
    frame.get_by_role("button", name=USE).click()
    frame.get_by_text("This is your model, 40 rounds on 4 lines.").wait_for()
    frame.get_by_role("button", name="Back to the course’s model").click()
    book.settle()
    assert "This is the course’s model." in frame.locator("body").inner_text(), "the kernel's copy"


@pytest.mark.one_in(2)
def test_without_another_widget_the_trainer_says_so(notebook, monkeypatch):
    train = TrainHere(names=["Anna", "Bruno", "Chiara", "Dário"], steps=40)
    monkeypatch.setattr("microgpt.widgets.handover.handover.takers", [])
    book = notebook(train)
    frame = book.output(train)
    trained(frame)
    frame.get_by_role("button", name=USE).click()
    book.settle()
    frame.get_by_text("No other widget on this page can use a model.").wait_for()
