/** What LossBuilder says of a prediction. */

import { fixed } from "../../kit/format.js";

/** @typedef {import("../loss_builder.js").Now} Now */

const BLIND = 1 / 27; // 26 letters and the end, all alike
const SURE = 0.5;

/** A chance: what is small has a digit more. @param {number} p */
export const shown = (p) => fixed(p, p > 0 && p < 0.01 ? 4 : 3);

/** @param {number} loss */
export const nats = (loss) => fixed(loss, 3);

/** @param {number} choices */
export const many = (choices) => fixed(choices, choices < 100 ? 1 : 0);

/**
 * What does not count, and what the chance costs.
 * @param {Now} now
 */
export function tell(now) {
  return [restWords(now), costWords(now)];
}

/** @param {Now} now */
function restWords({ p, rest, loss, letters }) {
  const left = shown(1 - p);
  const stays = `The loss is ${nats(loss)} all the same.`;
  if (p === 1) return "Nothing is left for the other 26.";
  if (rest === "evenly") {
    const each = letters.find(({ right }) => !right)?.chance ?? 0;
    return `The other 26 share ${left}: each has ${shown(each)}. ${stays}`;
  }
  if (rest === "one") return `The letter a has all the rest, ${left}. ${stays}`;
  const first = letters
    .filter(({ right }) => !right)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, 3)
    .map(({ letter, chance }) => `${letter} ${shown(chance)}`);
  return `The other 26 share ${left}, most of it ${first.join(", ")}. ${stays}`;
}

/** @param {Now} now */
function costWords({ p, rest, loss }) {
  if (p >= SURE) return "To be right and sure costs little: 0.9 costs 0.105, and 1 costs nothing.";
  if (Math.abs(p - BLIND) < 1e-6)
    return "1/27 each is the blind guess: 3.296. It costs less than to be sure of a wrong letter.";
  if (p < BLIND && rest === "one")
    return (
      `The model is sure of a, and it is wrong. It pays ${nats(loss)}, ` +
      "more than the 3.296 of a blind guess: to be wrong and sure is what costs most."
    );
  if (p < BLIND)
    return (
      "m has less than in a blind guess, 1/27. To be sure against the right letter " +
      `costs more than to guess: ${nats(loss)}, not 3.296.`
    );
  return "Each time p falls to a tenth, the loss grows by 2.303: 1 costs 0, 0.1 costs 2.303, 0.01 costs 4.605.";
}
