/** The arithmetic of Adam's first step for one weight, and of the loss after it. */

import { ADAM, adam } from "../../engine/optim.js";
import { fixed, fmt } from "../../kit/format.js";
import { bracketed, DIGITS, four, weight } from "./written.js";

/** @typedef {import("../toy_by_hand.js").Now} Now */

/**
 * Squares of gradients are small: four digits, however small the number.
 * @param {number} x
 */
function small(x) {
  if (x === 0) return "0";
  return fmt(x, DIGITS - 1 - Math.floor(Math.log10(Math.abs(x))));
}

/** @param {Now} now */
export function adamLines({ picked, step, model }) {
  const { name, index } = picked;
  const { lr, beta1, beta2 } = ADAM;
  const g = step.gradients[name][index];
  const old = model.state_dict[name][index];
  const { m, v, mHat, vHat, step: move } = adam(g);
  if (g === 0) return ["g = 0, so the step is 0", `weight: ${weight(old)} stays`];
  const [new1, new2] = [1 - beta1, 1 - beta2].map((x) => fmt(x));
  return [
    `g = ${small(g)}`,
    `m = ${new1} × g = ${small(m)}, then m / ${new1} = ${small(mHat)}: g again`,
    `v = ${new2} × g² = ${small(v)}, then v / ${new2} = ${small(vHat)}: g² again`,
    `step = ${lr} × ${small(mHat)} / √${small(vHat)} = ${four(move)}`,
    `weight: ${weight(old)} − ${bracketed(four(move))} = ${four(old - move)}`,
  ];
}

/** @param {Now} now */
export function afterLines({ step: { loss, after } }) {
  return [
    `loss before: ${four(loss)}`,
    `loss after: ${four(after)}`,
    `change: ${fixed(after - loss, DIGITS)}`,
  ];
}
