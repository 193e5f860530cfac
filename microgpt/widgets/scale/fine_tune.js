/** The trained model goes on training on a small list: what it learns, and what it forgets. */

import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { controls } from "./fine_tune/controls.js";
import { curves } from "./fine_tune/curves.js";
import { labelOf, listField, listOf } from "./fine_tune/list_field.js";
import { runsTable } from "./fine_tune/runs_table.js";
import { samples } from "./fine_tune/samples.js";
import { Tuning } from "./fine_tune/tuning.js";
import { changesOf, findings, statusWords } from "./fine_tune/words.js";

/**
 * @typedef {{ preset: string, names: string[], steps: number, learning_rate: number, mix: number,
 *   seed: number, content: { lists: { [preset: string]: string[] } } }} State
 */

const KEYS = ["preset", "names", "steps", "learning_rate", "mix", "seed", "content"];
const CAPTION =
  "Every run begins with the course’s trained weights. A loss is a mean over names, in nats for each " +
  "letter; ± says how far a difference may be off, measured on so few names. Another seed draws " +
  "another order of the names, and moves the numbers a little too.";

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Fine-tuning",
    caption: CAPTION,
    onReset() {
      table.clear();
      list.putBack(view.read());
      begin(view.read());
    },
  });
  const tuning = new Tuning({ onChange: () => paint(), onEnd: () => finished() });
  const list = listField(view.set);
  const knobs = controls(view.set, press);
  const chart = curves();
  const found = h("div", { class: "mg-tune-found" });
  const written = samples();
  const table = runsTable();
  let planned = "";
  view.body.append(list.el, knobs.el, chart.el, found, written.el, table.el);

  /** The trained weights again, with the list and the settings as they are. @param {State} state */
  function begin(state) {
    tuning.begin(listOf(state), state);
    paint();
  }
  function press() {
    if (tuning.running) {
      tuning.stop();
      return end();
    }
    tuning.start();
    view.say("Training.");
  }
  function finished() {
    const state = view.read();
    const list = state.names.length ? "your own list" : labelOf(state.preset);
    if (tuning.done) table.add({ ...state, list, changes: changesOf(tuning) });
    end();
  }
  function end() {
    paint();
    view.say([statusWords(tuning), ...findings(tuning, view.read().mix)].join(" "));
  }
  function paint() {
    knobs.tell(tuning, statusWords(tuning));
    chart.set(tuning);
    const words = findings(tuning, view.read().mix);
    found.replaceChildren(...words.map((text) => h("p", {}, text)));
    written.set(tuning);
  }
  return view.show(
    (/** @type {State} */ state) => {
      list.set(state);
      knobs.set(state);
      const { steps, learning_rate, mix, seed } = state;
      const key = JSON.stringify([listOf(state), steps, learning_rate, mix, seed]);
      if (key !== planned) begin(state);
      planned = key;
    },
    () => tuning.stop(),
  );
}

export default { render };
