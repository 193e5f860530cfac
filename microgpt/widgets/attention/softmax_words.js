/** What softmax has done, in words. */

import { brief, fmt } from "../kit/format.js";

/** @typedef {import("./softmax_steps.js").Steps} Steps */
/** @typedef {ReturnType<typeof import("./softmax_steps.js").compute>} Result */

const REMEDY = "Tick “subtract the largest first”.";

/**
 * @param {Steps} state
 * @param {Result} result
 */
export function tell(state, result) {
  const { fails, shifted } = result;
  const largest = fmt(Math.max(...shifted), 4);
  if (fails === "overflow")
    return (
      `Nothing usable. In Python, math.exp(${largest}) stops with an OverflowError: a float ends ` +
      `at 1.80 × 10³⁰⁸, and exp is larger than that from 709.79 on. ${REMEDY}`
    );
  if (fails === "sum")
    return (
      "Nothing usable. Each exp still fits into a float, their sum does not: Python makes it inf, " +
      `and each exp divided by inf is 0.0. ${REMEDY}`
    );
  if (fails === "zero")
    return (
      `Nothing usable. Even exp(${largest}) is too small for a float: Python makes it 0.0. ` +
      `The sum is 0.0 too, and dividing by it stops with a ZeroDivisionError. ${REMEDY}`
    );
  if (fails === "digits")
    return (
      "Wrong. Exps as small as these have lost most of their digits, and so have their shares. " +
      REMEDY
    );
  return state.subtract ? subtracted(state) : added(state);
}

/** @param {Steps} state */
function subtracted({ shift }) {
  return (
    "The largest logit becomes 0, and its exp 1. No exp can be larger, so none can overflow. " +
    (shift ? `The ${fmt(shift, 4)} that you added is gone again. ` : "") +
    "The probabilities are the same as without."
  );
}

/** @param {Steps} state */
function added({ shift }) {
  if (shift === 0)
    return "Each exp is above 0. Each probability is that exp’s share of the sum of all.";
  return (
    `Each exp is now exp(${fmt(shift, 4)}) = ${brief(Math.exp(shift))} times what it was, ` +
    "and so is the sum. The shares, which are the probabilities, have not changed."
  );
}
