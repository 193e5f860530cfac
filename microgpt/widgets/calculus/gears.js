/** The chain rule as a chain of belts: x turns u, u turns y; the rates multiply. */

import { slider } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt } from "../kit/format.js";

/** @typedef {{ x: number, first: number, second: number, nudge: number }} State */

/** @param {State} state */
export function compute({ x, first, second, nudge }) {
  const u = first * x, y = second * u;
  return { before: [x, u, y], change: [nudge, first * nudge, second * first * nudge], rate: first * second };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({ model, el, keys: ["x", "first", "second", "nudge"], name: "Gears", caption: "x turns u, and u turns y." });
  const sliders = /** @type {const} */ (["x", "first", "second", "nudge"]).map((key) => slider({ name: key, min: key === "nudge" ? -1 : -5, max: key === "nudge" ? 1 : 5, step: 0.5, value: model.get(key), onInput: (value) => view.set({ [key]: value }) }));
  const words = h("p", { class: "mg-facts" });
  view.body.append(...sliders.map((one) => one.el), words);
  return view.show((/** @type {State} */ state) => {
    sliders.forEach((one, i) => one.set(state[/** @type {const} */ (["x", "first", "second", "nudge"])[i]]));
    const { change, rate } = compute(state);
    words.textContent = `x moves by ${fmt(change[0])}, u by ${fmt(change[1])}, y by ${fmt(change[2])}: rate ${fmt(rate)}.`;
  });
}

export default { render };
