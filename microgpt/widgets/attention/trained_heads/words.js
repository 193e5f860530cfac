/** What is said of the heads: what they look at on average, and what the pinned letter does. */

import { lean } from "../../data/heads.js";
import { count } from "../../kit/format.js";

/** @typedef {import("../trained_heads.js").Now} Now */
/**
 * @typedef {{ role: string, start: number[], itself: number[], before: number[],
 *   same: number[] }} Measured
 *   of each place: the mean weight there, and what an even share would be
 */

const PLACES = /** @type {Record<string, { leans: string, at: string }>} */ ({
  start: { leans: "leans to the start", at: "on BOS" },
  itself: { leans: "leans to itself", at: "on the letter itself" },
  before: { leans: "leans to the letter before", at: "on the letter before" },
  same: { leans: "leans to the same letter", at: "on the same letter earlier" },
});

/**
 * A head's role as it was measured over many names, with its figure.
 * @param {Measured} head
 */
export function roleOf(head) {
  const place = PLACES[head.role];
  if (!place) {
    return { title: "spread out", figure: `on average no place gets ${lean} above an even share` };
  }
  const [weight, even] = head[/** @type {"start"} */ (head.role)];
  return {
    title: place.leans,
    figure: `on average ${weight.toFixed(2)} ${place.at}; an even share is ${even.toFixed(2)}`,
  };
}

/** @param {Now} now */
export function pinnedWords({ letters, pinned }) {
  if (pinned === null) return "No row is pinned yet. Pin one, and its numbers stand here.";
  const who = `${letters[pinned]}, at position ${pinned},`;
  if (pinned === 0) return `${who} has nothing before it: every head gives BOS itself exactly 1.`;
  return `${who} looks at itself and at ${count(pinned, "token")} before it.`;
}

/**
 * For a screen reader: where each head looks most from the pinned letter.
 * @param {Now} now
 */
export function spoken({ letters, printed, steps, pinned }) {
  if (pinned === null) return `${letters.join(" ")}: no row is pinned`;
  const most = printed.map((rows, head) => {
    const { weights } = steps[pinned].heads[head];
    const at = weights.indexOf(Math.max(...weights));
    return `head ${head} most at ${letters[at]}, ${rows[pinned][at]}`;
  });
  return `${letters[pinned]} looks: ${most.join("; ")}`;
}
