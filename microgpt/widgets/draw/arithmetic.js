/** Sums and products written out, the way a reader would write them by hand. */

import { h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

/**
 * 1·2 + 2·1 + (−1)·0.5
 * @param {number[]} a
 * @param {number[]} b
 * @param {number} [digits]
 */
export function pairs(a, b, digits = 2) {
  const one = (/** @type {number} */ x) => {
    const text = fmt(x, digits);
    return text.startsWith("−") ? `(${text})` : text;
  };
  return a.map((x, i) => `${one(x)}·${one(b[i])}`).join(" + ");
}

/**
 * The terms of a sum, each with the sign before it: 2 + 2 − 0.5.
 * @param {number[]} terms
 * @param {number} [digits]
 */
function signed(terms, digits = 2) {
  return terms.map((x, i) => {
    const negative = fmt(x, digits).startsWith("−");
    return {
      before: i ? (negative ? " − " : " + ") : negative ? "−" : "",
      text: fmt(Math.abs(x), digits),
      negative,
    };
  });
}

/**
 * The same as text.
 * @param {number[]} terms
 * @param {number} [digits]
 */
export function sumText(terms, digits = 2) {
  return signed(terms, digits)
    .map(({ before, text }) => before + text)
    .join("");
}

/**
 * The same for the page: each term in the colour of its sign.
 * @param {number[]} terms
 * @param {number} [digits]
 */
export function sumNodes(terms, digits = 2) {
  return signed(terms, digits).flatMap(({ before, text, negative }) =>
    negative
      ? [h("span", { class: "mg-c-neg" }, before + text)]
      : [before, h("span", { class: "mg-c-pos" }, text)],
  );
}

/**
 * a and b, pair by pair.
 * @param {number[]} a
 * @param {number[]} b
 */
export function products(a, b) {
  return Array.from({ length: Math.min(a.length, b.length) }, (_, i) => a[i] * b[i]);
}

/** Added up from left to right, as Python's loop does. @param {number[]} xs */
export function add(xs) {
  return xs.reduce((total, x) => total + x, 0);
}
