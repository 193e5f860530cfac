/** What happens on the two sides at each step, and what the comparison says. */

import { count } from "../../kit/format.js";

/** @typedef {import("../cache_is_mask.js").Now} Now */

/** Four letters, or four operations; then one picture is laid on the other. */
export const LAST = 5;

/** @param {Now} now */
export function leftWords({ letters, step }) {
  if (step === 0) return "The cache is empty. No letter has come.";
  if (step === LAST) return "Nothing stood above the stairs at any time: nothing had to be hidden.";
  if (step > letters.length) return "All letters have come.";
  const letter = letters[step - 1];
  if (step === 1) return `${letter} comes first. The cache holds its key alone: weight 1.`;
  return `${letter} comes. The cache now holds ${count(step, "key")}; it looks at those.`;
}

/** @param {Now} now */
export function rightWords({ letters, step }) {
  const n = letters.length;
  return [
    `All ${count(n, "letter")} lie ready.`,
    `Every query meets every key: ${count(n * n, "score")}, also of letters that come later.`,
    "The mask: what comes later gets the score minus infinity.",
    "Softmax, row by row. What was minus infinity gets exactly 0.",
    "Every row blends all values. Those with weight 0 add nothing.",
    "Without the zeros above the stairs, this is the picture on the other side.",
  ][step];
}

/**
 * How far two results are apart, in writing: 0 only where it is.
 * @param {number} gap
 */
export function gapText(gap) {
  return gap === 0 ? "0" : gap.toExponential(1).replace("e-", "e−");
}

/** @param {Now["name"]} name */
export function verdict({ text, numbers, gap }) {
  const begin = `For ${text}: ${numbers} numbers after attention, computed both ways.`;
  if (gap === 0) return `${begin} The largest difference is exactly 0.`;
  return (
    `${begin} The largest difference is ${gapText(gap)}: the sums were rounded differently ` +
    "in the last digit."
  );
}
