/** Softmax with logits to drag: every exp, their sum, every probability; and what breaks it. */

import { button, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { addToOne } from "../kit/rounding.js";
import { logitRows } from "./softmax_rows.js";
import { compute } from "./softmax_steps.js";
import { probabilitiesLine, sumLine } from "./softmax_sums.js";
import { tell } from "./softmax_words.js";
import { checkSwitch } from "./switch.js";

/** @typedef {import("./softmax_steps.js").Steps & { labels: string[] }} State */

const REACH = 5; // of a slider
const WIDE = { min: -1000, max: 1000 }; // what can be typed
const STEP = 0.1;
const FAR = 800; // beyond what exp can do

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["logits", "labels", "shift", "subtract"],
    name: "Softmax",
    caption:
      "Drag a logit, or type one. Then add the same number to all of them. " +
      "Probabilities are rounded so that they add to 1.",
  });
  let now = /** @type {State} */ (view.read());
  const scale = { min: -REACH, max: REACH, step: STEP, typed: WIDE };
  const rows = logitRows(scale, (i, value) => view.set({ logits: now.logits.with(i, value) }));
  const shift = slider({
    name: "add to all",
    ...scale,
    value: now.shift,
    onInput: (value) => view.set({ shift: value }),
  });
  const subtract = checkSwitch("subtract the largest first", (on) => view.set({ subtract: on }));
  const sums = h("p", { class: "mg-soft-sums" });
  const words = h("p", { class: "mg-facts mg-soft-words" });
  view.body.append(
    rows.el,
    sums,
    h(
      "div",
      { class: "mg-soft-controls" },
      shift.el,
      button(`add ${FAR} to all`, () => view.set({ shift: FAR })),
      subtract.el,
    ),
    words,
  );

  return view.show((/** @type {State} */ state) => {
    now = state;
    const result = compute(state);
    const texts = result.probabilities && addToOne(result.probabilities);
    rows.set(state, result, texts);
    shift.set(state.shift);
    subtract.set(state.subtract);
    sums.replaceChildren(sumLine(result), probabilitiesLine(texts));
    words.textContent = tell(state, result);
    words.classList.toggle("mg-soft-broken", result.fails !== "");
    view.say(texts ? `probabilities ${texts.join(", ")}` : "no probabilities");
  });
}

export default { render };
