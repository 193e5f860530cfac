/** Shares of 1 that still add to 1 as they are printed. */

import { fixed } from "./format.js";

/**
 * Shares with `digits` decimals, as texts: each is rounded down, and what is missing to 1 goes, a
 * last digit each, to those that lost most. Of two that lost the same, the first gets it.
 *
 *     addToOne([1 / 3, 1 / 3, 1 / 3]); // ["0.34", "0.33", "0.33"]
 *
 * @param {ArrayLike<number>} numbers from 0 up, together 1
 * @param {number} [digits]
 * @returns {string[]}
 */
export function addToOne(numbers, digits = 2) {
  const units = 10 ** digits;
  const exact = Array.from(numbers, (x) => x * units);
  const whole = exact.map((x) => Math.floor(x + 1e-9)); // 0.29 * 100 is a little below 29
  const missing = units - whole.reduce((sum, x) => sum + x, 0);
  const lost = exact.map((x, i) => x - whole[i]);
  const order = exact.map((_, i) => i).sort((i, j) => lost[j] - lost[i] || i - j);
  for (const i of order.slice(0, Math.max(0, missing))) whole[i]++;
  return whole.map((x) => fixed(x / units, digits));
}
