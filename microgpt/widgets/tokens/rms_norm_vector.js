/** A vector of two numbers and its normed twin: the same direction, always the same length. */

import { plane } from "../draw/plane.js";
import { rmsnorm } from "../engine/nn.js";
import { button, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt, list } from "../kit/format.js";

/** @typedef {{ x: number[] }} State */

const REACH = 4;
const STEP = 0.5;
const EPSILON = 1e-5; // as in the program
const LENGTH = Math.SQRT2; // of a list of two numbers whose mean square is 1
const NEARLY = 0.01; // how much shorter is said to be shorter
const SHORT = [0.002, 0.001]; // a vector in which epsilon counts

/**
 * The mean of the squares, what everything is divided by, and the normed list.
 * @param {State} state
 */
export function compute({ x }) {
  const normed = new Float64Array(x.length);
  rmsnorm(Float64Array.from(x), normed);
  const meanSquare = x.reduce((sum, one) => sum + one * one, 0) / x.length;
  return {
    meanSquare,
    rms: Math.sqrt(meanSquare),
    divisor: Math.sqrt(meanSquare + EPSILON),
    normed: Array.from(normed),
    length: Math.hypot(...normed),
  };
}

/**
 * In a sentence: what has become of the vector.
 * @param {ReturnType<typeof compute>} result
 */
export function tell({ rms, length }) {
  if (rms === 0)
    return "All zeros: there is no direction to keep, so y is zero. The 0.00001 keeps the division possible.";
  if (length < LENGTH - NEARLY)
    return (
      `x is so short that the 0.00001 counts. y has the direction of x, ` +
      `but the length ${fmt(length)}, not ${fmt(LENGTH)}.`
    );
  return `y has the direction of x. Its length is ${fmt(length)}, the square root of 2, so its RMS is 1.`;
}

/** A number in a sum, small ones too. @param {number} x */
const precise = (x) =>
  x !== 0 && Math.abs(x) < 0.1 ? fmt(Number(x.toPrecision(3)), 9) : fmt(x, 3);

/**
 * The three lines of the arithmetic.
 * @param {State} state
 * @param {ReturnType<typeof compute>} result
 */
export function spelled({ x }, { meanSquare, divisor, normed }) {
  const square = (/** @type {number} */ one) => `${one < 0 ? `(${precise(one)})` : precise(one)}²`;
  return [
    `mean square: (${x.map(square).join(" + ")}) / ${x.length} = ${precise(meanSquare)}`,
    `divide by √(${precise(meanSquare)} + 0.00001) = ${precise(divisor)}`,
    `y = rmsnorm(x) = ${list(normed, 3)}`,
  ];
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["x"],
    name: "RMSNorm of a vector",
    caption:
      "Drag the tip of x, or use the sliders. " +
      "y is x after rmsnorm. On the dotted circle, of radius √2, every y ends.",
  });
  let now = /** @type {number[]} */ (model.get("x"));
  const sliders = now.map((value, i) =>
    slider({
      name: `x ${i + 1}`,
      label: symbol("x", i + 1),
      min: -REACH,
      max: REACH,
      step: STEP,
      value,
      colour: "data",
      onInput: (one) => view.set({ x: now.with(i, one) }),
    }),
  );
  const picture = plane({
    name: "x, and y = rmsnorm(x)",
    reach: REACH,
    step: STEP,
    circle: LENGTH,
    arrows: [
      { name: "x", colour: "data" },
      { name: "y", colour: "token", fixed: true },
    ],
    onMove: (_, x, y) => view.set({ x: [x, y] }),
  });
  const lines = Array.from({ length: 3 }, () => h("span", {}));
  const words = h("p", { class: "mg-facts mg-norm-words" });
  const jumps = h(
    "div",
    { class: "mg-row" },
    button("all zeros", () => view.set({ x: [0, 0] })),
    button("very short", () => view.set({ x: [...SHORT] })),
  );
  view.body.append(
    h(
      "div",
      { class: "mg-columns" },
      picture.el,
      h(
        "div",
        {},
        h("div", { class: "mg-group" }, ...sliders.map((one) => one.el)),
        jumps,
        h("p", { class: "mg-norm-lines" }, ...lines),
        words,
      ),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    now = state.x;
    const result = compute(state);
    sliders.forEach((one, i) => one.set(now[i]));
    picture.set([now, result.normed]);
    spelled(state, result).forEach((text, i) => {
      lines[i].textContent = text;
    });
    words.textContent = tell(result);
    view.say(`rmsnorm ${list(result.normed)}`);
  });
}

export default { render };
