/** A network of three neurons with a knob on every weight and bias. */

import { slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";
import { descender, forward, loss } from "./network.js";

/** @typedef {{ w: number[], b: number[], x: number[], challenge: string, steps: number, learning_rate: number }} State */

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({ model, el, keys: ["w", "b", "x", "challenge", "steps", "learning_rate"], name: "Network playground", caption: "Turn the knobs." });
  const all = /** @type {const} */ (["w", "b", "x"]).flatMap((key) => [0, 1, 2].map((i) => ({ key, i, one: slider({
    name: `${key} ${i + 1}`, min: key === "x" ? -2 : -3, max: key === "x" ? 2 : 3, step: 0.1, value: 0, onInput: (value) => view.set({ [key]: model.get(key).map((old, j) => (j === i ? value : old)) }) }) })));
  const words = h("p", { class: "mg-facts" });
  const descend = descender();
  view.body.append(...all.map(({ one }) => one.el), words);
  return view.show((/** @type {State} */ state) => {
    all.forEach(({ key, i, one }) => one.set(state[key][i]));
    const now = descend(state.challenge === "off" ? { ...state, steps: 0 } : state).at(-1) ?? state, { h1, h2, a } = forward(now, state.x);
    words.textContent = `h₁ = ${fmt(h1)}, h₂ = ${fmt(h2)}, a = ${fmt(a)}.${state.challenge === "off" ? "" : ` Loss ${fmt(loss(now, state.challenge), 3)}.`}`;
  });
}

export default { render };
