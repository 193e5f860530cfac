/** The two numbers of the query, and what makes it longer or shorter. */

import { button, row, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { clamp, tidy } from "../kit/numbers.js";

/**
 * The query `factor` times as long, in the same direction, as far as the plane goes.
 * @param {number[]} q
 * @param {number} factor
 * @param {number} reach
 */
export function stretched(q, factor, reach) {
  const farthest = Math.max(...q.map(Math.abs));
  const by = farthest ? clamp(factor, 0, reach / farthest) : 1;
  return q.map((x) => tidy(x * by));
}

/**
 * @param {{ reach: number, step: number, q: number[], onInput: (q: number[]) => void }} options
 */
export function queryControls({ reach, step, q, onInput }) {
  let now = q;
  const sliders = q.map((value, i) =>
    slider({
      name: `q ${i + 1}`,
      label: symbol("q", i + 1),
      min: -reach,
      max: reach,
      step,
      value,
      colour: "q",
      onInput: (x) => onInput(now.with(i, x)),
    }),
  );
  const stretch = (/** @type {number} */ factor) => onInput(stretched(now, factor, reach));
  const length = h("span", { class: "mg-drag-length" });
  const el = h(
    "div",
    {},
    h("div", { class: "mg-group" }, ...sliders.map((one) => one.el)),
    row(
      length,
      button("half", () => stretch(1 / 2), { small: true, describe: "half as long a query" }),
      button("double", () => stretch(2), {
        small: true,
        describe: "double the length of the query",
      }),
    ),
  );
  /** @param {number[]} next */
  function set(next) {
    now = next;
    sliders.forEach((one, i) => one.set(now[i]));
    length.textContent = `length of q: ${fmt(Math.hypot(...now))}`;
  }
  return { el, set };
}
