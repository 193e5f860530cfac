/** The numbers of the playground: the three neurons written out, and a slider for each number. */

import { pairs } from "../draw/arithmetic.js";
import { slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { tidy } from "../kit/numbers.js";
import { REACH, forward } from "./network.js";

export const SQUARE = 2; // x1 and x2 go from -2 to 2
export const STEP = 0.1;

/**
 * The three lines of arithmetic, as text.
 * @param {{ w: number[], b: number[] }} now
 * @param {number[]} x
 */
export function spelled({ w, b }, x) {
  const { h1, h2, a } = forward({ w, b }, x);
  const plus = (/** @type {number} */ v) => (v < 0 ? ` − ${fmt(-v)}` : ` + ${fmt(v)}`);
  return [
    ["h", 1, `ReLU(${pairs(w.slice(0, 2), x.slice(0, 2))}${plus(b[0])})`, h1],
    ["h", 2, `ReLU(${pairs([w[2]], [x[2]])}${plus(b[1])})`, h2],
    ["a", undefined, `ReLU(${fmt(h1)} + ${fmt(h2)}${plus(b[2])})`, a],
  ];
}

/** The three neurons, line by line. */
export function arithmetic() {
  const nothing = { w: [0, 0, 0], b: [0, 0, 0] };
  const lines = spelled(nothing, [0, 0, 0]).map(([letter, index]) => ({
    name: symbol(String(letter), index),
    sum: h("span"),
    value: h("b"),
  }));
  const el = h(
    "div",
    { class: "mg-net-lines" },
    ...lines.map(({ name, sum, value }) =>
      h("p", {}, name, h("span", {}, sum, h("span", {}, "= ", value))),
    ),
  );
  /**
   * @param {{ w: number[], b: number[] }} now
   * @param {number[]} x
   */
  function set(now, x) {
    spelled(now, x).forEach(([, , text, value], i) => {
      lines[i].sum.textContent = `= ${text}`;
      lines[i].value.textContent = fmt(Number(value));
    });
  }
  return { el, set };
}

/** @param {(key: "x" | "w" | "b", i: number, value: number) => void} onInput */
export function numbersFold(onInput) {
  const keys = /** @type {const} */ (["x", "w", "b"]);
  const fields = keys.map((key) =>
    [0, 1, 2].map((i) =>
      slider({
        name: `${key} ${i + 1}`,
        label: symbol(key, i + 1),
        min: key === "x" ? -SQUARE : -REACH,
        max: key === "x" ? SQUARE : REACH,
        step: STEP,
        value: 0,
        colour: key === "x" ? "data" : "ink",
        onInput: (value) => onInput(key, i, value),
      }),
    ),
  );
  const groups = fields.map((some) => h("div", {}, ...some.map((one) => one.el)));
  const el = h(
    "details",
    { class: "mg-net-fold" },
    h("summary", {}, "All the numbers, as sliders and fields"),
    h("div", { class: "mg-net-fields" }, ...groups),
  );
  /** @param {{ x: number[], w: number[], b: number[] }} numbers */
  function set(numbers) {
    keys.forEach((key, k) => fields[k].forEach((one, i) => one.set(tidy(numbers[key][i], 2))));
  }
  return { el, set };
}
