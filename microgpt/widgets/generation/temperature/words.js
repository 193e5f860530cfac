/** What is said of the temperature. */

import { fixed, fmt, percent } from "../../kit/format.js";
import { LETTERS, called } from "../letter_bars.js";

/** @typedef {import("../temperature.js").Now} Now */

/** The temperature's effect on the likeliest letter, and what stays. @param {Now} now */
export function neverChanges({ order, probs, plain, temperature }) {
  const [first] = order;
  const last = order[order.length - 1];
  const kept =
    `The order never changes: ${called(first)} is the likeliest and ${called(last)} the least ` +
    `likely at every temperature. The logits stay as they are too.`;
  if (temperature === 1) return `At T = 1 the model speaks as it was trained. ${kept}`;
  const moved = temperature < 1 ? "rises" : "falls";
  const [before, after] = [plain[first], probs[first]].map(percent);
  const change = `The probability of ${called(first)} ${moved} from ${before} to ${after}`;
  return `${change}${extreme(probs, order)}. ${kept}`;
}

/**
 * @param {Float64Array} probs
 * @param {number[]} order
 */
function extreme(probs, order) {
  const [most, least] = [probs[order[0]], probs[order[order.length - 1]]];
  if (most > 0.995) return ": hardly anything else is ever drawn";
  if (most < 1.1 * least) return `: nearly an equal chance, 1 in ${LETTERS.length}, for each`;
  return "";
}

/** For a screen reader. @param {Now} now */
export function spoken({ order, probs, bits, temperature }) {
  const top = order.slice(0, 3).map((i) => `${called(i)} ${percent(probs[i])}`);
  return `Temperature ${fmt(temperature)}: ${top.join(", ")}; entropy ${fixed(bits)} bits`;
}
