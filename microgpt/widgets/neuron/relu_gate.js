/** A number at the ReLU gate: what passes, and the slope that blame can pass back through. */

import { slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";

/** @param {{ z: number }} state */
export function compute({ z }) {
  return { out: z > 0 ? z : 0, slope: z > 0 ? 1 : 0 };
}

/** @type {import("@anywidget/types").Render<{ z: number }>} */
export function render({ model, el }) {
  const view = figure({ model, el, keys: ["z"], name: "ReLU gate", caption: "Negative numbers stop at 0. Positive ones pass unchanged." });
  const input = slider({ name: "z", min: -3, max: 3, step: 0.1, value: model.get("z"), colour: "data", onInput: (z) => view.set({ z }) });
  const words = h("p", { class: "mg-facts" });
  view.body.append(input.el, words);
  return view.show(({ z }) => {
    const { out, slope } = compute({ z });
    input.set(z);
    words.textContent = `ReLU(${fmt(z)}) = ${fmt(out)}. Slope ${slope}.`;
  });
}

export default { render };
