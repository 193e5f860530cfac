/** Numbers, products and sums as one writes them on paper, with four digits. */

import { fixed, fmt } from "../../kit/format.js";

export const DIGITS = 4;

/** @param {number} x */
export const four = (x) => fixed(x, DIGITS);

/** A weight has the digits it was given, up to four. @param {number} w */
export const weight = (w) => fmt(w, DIGITS);

/** A negative number stands in brackets, except at the front. @param {string} text @param {boolean} [front] */
export const bracketed = (text, front = false) =>
  text.startsWith("−") && !front ? `(${text})` : text;

/** @param {number} i */
export const sub = (i) => String(i).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]);

/** @param {ArrayLike<number>} xs */
export const vector = (xs) => `[${Array.from(xs, four).join(", ")}]`;

/** @param {number} a @param {number} b @param {(x: number) => string} [first] */
const times = (a, b, first = four) => `${bracketed(first(a))} × ${bracketed(four(b))}`;

/**
 * Pairs multiplied and added.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 * @param {(x: number) => string} [first] how the numbers of `a` are written
 */
export function products(a, b, first = four) {
  const text = Array.from(a, (x, i) => times(x, b[i], first)).join(" + ");
  return text.startsWith("(") ? text.replace(/^\((.*?)\)/, "$1") : text;
}

/** Numbers added. @param {ArrayLike<number>} xs */
export const sum = (xs) => Array.from(xs, (x, i) => bracketed(four(x), i === 0)).join(" + ");
