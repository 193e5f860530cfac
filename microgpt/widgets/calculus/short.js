/** Numbers of a descent, which may be very large. */

import { fixed, fmt } from "../kit/format.js";

/**
 * A number as the reader's cell prints it, with four decimals; a very large one in powers of ten.
 * @param {number} x
 */
export function four(x) {
  return Math.abs(x) < 1e4 ? fixed(x, 4) : x.toExponential(1).replace("e+", "e").replace("-", "−");
}

/**
 * In brackets where it is negative, as after a sign of operation.
 * @param {number} x
 * @param {number} [digits]
 */
export function factor(x, digits = 4) {
  const text = short(x, digits);
  return text.startsWith("−") ? `(${text})` : text;
}

/**
 * At most four decimals; a very large number in powers of ten.
 * @param {number} x
 * @param {number} [digits]
 */
export function short(x, digits = 4) {
  return Math.abs(x) < 1e4 ? fmt(x, digits) : four(x);
}
