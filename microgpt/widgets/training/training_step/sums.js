/** The arithmetic of a stage, in lines as one writes them on paper. */

import { ADAM } from "../../engine/adam.js";
import { brief, fixed, fmt } from "../../kit/format.js";

/** @typedef {import("../../engine/rounds.js").Numbers} Numbers */
/** @typedef {import("../../engine/rounds.js").Round} Round */

const EPS = "0.00000001";
const POWERS = ["", "", "²", "³", "⁴", "⁵"];
const { lr, beta1, beta2 } = ADAM;

/** A negative number stands in brackets. @param {number} x @param {(x: number) => string} [write] */
function inside(x, write = brief) {
  const text = write(x);
  return text.startsWith("−") ? `(${text})` : text;
}

/** @param {number} x */
export const four = (x) => fixed(x, 4);

/** @param {number} beta @param {number} t */
const divisor = (beta, t) => `(1 − ${beta}${POWERS[t]})`;

/** @param {Round} round */
export function lossLines({ before: { positions, loss } }) {
  const terms = positions.map(({ surprise }) => four(surprise)).join(" + ");
  return [`loss = (${terms}) / ${positions.length} = ${four(loss)}`];
}

/** @param {Numbers} one */
export function averageLines({ g, m0, v0, m, v }) {
  return [
    `m = ${beta1} × ${inside(m0)} + ${fmt(1 - beta1)} × ${inside(g)} = ${brief(m)}`,
    `v = ${beta2} × ${brief(v0)} + ${fmt(1 - beta2)} × ${inside(g)}² = ${brief(v)}`,
  ];
}

/** @param {Numbers} one @param {number} t the round */
export function correctedLines({ m, v, mHat, vHat }, t) {
  return [
    `m̂ = m / ${divisor(beta1, t)} = ${brief(m)} / ${brief(1 - beta1 ** t)} = ${brief(mHat)}`,
    `v̂ = v / ${divisor(beta2, t)} = ${brief(v)} / ${brief(1 - beta2 ** t)} = ${brief(vHat)}`,
  ];
}

/** @param {Numbers} one @param {import("../../engine/rounds.js").Optimiser} optimiser */
export function moveLines({ value, g, mHat, vHat, step, next }, optimiser) {
  const adam = `${lr} × ${inside(mHat)} / (√${brief(vHat)} + ${EPS})`;
  const how = optimiser === "adam" ? adam : `${lr} × ${inside(g)}`;
  return [
    `move = ${how} = ${brief(step)}`,
    `new value = ${four(value)} − ${inside(step)} = ${four(next)}`,
  ];
}

/** @param {Round} round */
export function againLines({ before, after }) {
  const change = after.loss - before.loss;
  const text = `${change > 0 ? "+" : ""}${four(change)}`;
  return [`change of the loss = ${four(after.loss)} − ${four(before.loss)} = ${text}`];
}
