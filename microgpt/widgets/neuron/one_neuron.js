/** One neuron in four stages, with its response curve. */

import { choice, slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";

/** @typedef {{ stage: number, x: number[], w: number[], b: number }} State */

/** @param {State} state */
export function compute({ stage, x, w, b }) {
  const products = x.map((one, i) => (stage > 1 ? w[i] * one : one));
  const sum = products.reduce((total, one) => total + one, 0);
  const z = stage > 2 ? sum + b : sum;
  return { products, sum, z, out: stage > 3 ? (z > 0 ? z : 0) : z };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({ model, el, keys: ["stage", "x", "w", "b"], name: "One neuron", caption: "The neuron, stage by stage." });
  const stages = choice({ name: "Stage", options: ["1 adder", "2 weights", "3 bias", "4 ReLU"].map((label, i) => ({ value: String(i + 1), label })), value: "1", onInput: (stage) => view.set({ stage: Number(stage) }) });
  const replace = (/** @type {"x" | "w"} */ key, /** @type {number} */ i) => (/** @type {number} */ value) => view.set({ [key]: model.get(key).map((old, j) => (j === i ? value : old)) });
  const xs = model.get("x").map((value, i) => slider({ name: `x ${i + 1}`, min: -4, max: 4, step: 0.1, value, onInput: replace("x", i) }));
  const ws = model.get("w").map((value, i) => slider({ name: `w ${i + 1}`, min: -3, max: 3, step: 0.1, value, onInput: replace("w", i) }));
  const bias = slider({ name: "b", min: -5, max: 5, step: 0.1, value: model.get("b"), onInput: (b) => view.set({ b }) });
  const words = h("p", { class: "mg-facts" });
  view.body.append(stages.el, ...xs.map((one) => one.el), ...ws.map((one) => one.el), bias.el, words);
  return view.show((/** @type {State} */ state) => {
    stages.set(String(state.stage));
    xs.forEach((one, i) => one.set(state.x[i]));
    ws.forEach((one, i) => one.set(state.w[i]));
    bias.set(state.b);
    const { z, out } = compute(state);
    words.textContent = `z = ${fmt(z)}, output ${fmt(out)}.`;
  });
}

export default { render };
