/** What a list of words says about each next token: the best that any model could learn from it. */

import { TOY_TOKENS } from "./toy.js";
import { idsOf } from "./toy_training.js";

/**
 * For each beginning of a word, the shortest first, the share of each token that comes next. A word
 * of n letters has n + 1 predictions, and its loss is their mean: so each of them weighs
 * 1 / (n + 1). With these shares as probabilities the loss is as low as it can be.
 * @param {string[]} words
 */
export function sharesOf(words) {
  const weights = /** @type {Map<string, number[]>} */ (new Map());
  for (const word of words) {
    idsOf(word)
      .slice(1)
      .forEach((next, i) => {
        const beginning = word.slice(0, i);
        const row = weights.get(beginning) ?? TOY_TOKENS.map(() => 0);
        row[next] += 1 / (word.length + 1);
        weights.set(beginning, row);
      });
  }
  const rows = [...weights].map(([beginning, row]) => {
    const total = row.reduce((a, b) => a + b);
    return { beginning, total, shares: row.map((x) => x / total) };
  });
  return rows.sort(
    (a, b) => a.beginning.length - b.beginning.length || (a.beginning < b.beginning ? -1 : 1),
  );
}

/** The loss that no model can go below: that of the shares themselves. @param {string[]} words */
export function floorOf(words) {
  const nats = sharesOf(words).map(
    ({ total, shares }) =>
      total * shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0),
  );
  return nats.reduce((a, b) => a + b, 0) / words.length;
}
