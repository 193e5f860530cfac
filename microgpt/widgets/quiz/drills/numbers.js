/** Numbers as a question writes them, and as it draws them: the same as in `numbers.py`. */

import { fixed, fmt } from "../../kit/format.js";
import { tidy } from "../../kit/numbers.js";

/** @typedef {import("../../engine/random.js").Random} Random */

/**
 * A whole number from `low` to `high`, both included.
 * @param {Random} random
 * @param {number} low
 * @param {number} high
 */
export const between = (random, low, high) => random.randrange(low, high + 1);

/**
 * The same, and never 0.
 * @param {Random} random
 * @param {number} low
 * @param {number} high
 */
export function nonzero(random, low, high) {
  let number = 0;
  while (number === 0) number = between(random, low, high);
  return number;
}

/** With a real minus sign, and no more digits than needed. @param {number} x */
export const written = (x) => String(Number(x.toPrecision(10)) + 0).replace("-", "−");

/** "a, b and c". @param {string[]} texts */
export const listed = (texts) => `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;

/** Two decimals; a half that binary fractions have shaved goes up. @param {number} x */
export const hundredths = (x) => fixed(tidy(x, 9));

/** Four digits, however large or small the number. @param {number} x */
export const precise = (x) =>
  x === 0 ? "0" : fmt(x, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(x)))));

/**
 * As a factor or a term: a negative number stands in parentheses.
 * @param {number} x
 * @param {(x: number) => string} [write]
 */
export const inside = (x, write = written) => (x < 0 ? `(${write(x)})` : write(x));
