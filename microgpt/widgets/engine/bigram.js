/**
 * The bigram table: which token follows which, as `microgpt/baselines.py` counts it. A table has a
 * row for each token that may stand before, in the order of the ids; BOS is the last.
 */

import { END, countPairs } from "./baselines.js";
import { pick } from "./random.js";

/** @typedef {import("./random.js").Random} Random */

/**
 * @param {string[]} docs of these characters alone
 * @param {string[]} chars in the order of their ids
 * @param {number} [blockSize]
 * @returns {number[][]} counts[before][after]
 */
export function countTable(docs, chars, blockSize = 16) {
  const { pairs } = countPairs(docs, blockSize);
  const tokens = [...chars, END];
  return tokens.map((before) => tokens.map((after) => pairs.get(before)?.get(after) ?? 0));
}

/**
 * Each row divided by its sum; a row in which nothing was counted stays all zeros.
 * @param {number[][]} counts
 */
export function probabilities(counts) {
  return counts.map((row) => {
    const total = row.reduce((sum, n) => sum + n, 0);
    return row.map((n) => (total ? n / total : 0));
  });
}

/**
 * The loss in nats per token: the mean of -log p over every prediction that was counted.
 * @param {number[][]} table
 * @param {number[][]} counts
 */
export function meanSurprise(table, counts) {
  let nats = 0;
  let total = 0;
  counts.forEach((row, before) =>
    row.forEach((n, after) => {
      if (n) nats -= n * Math.log(table[before][after]);
      total += n;
    }),
  );
  return nats / total;
}

/**
 * The ids of one name, drawn row by row, BOS at the front, and at the end where it came to one.
 * @param {number[][]} table
 * @param {Random} random
 * @param {number} [longest] how many letters there may be
 */
export function walk(table, random, longest = 16) {
  const BOS = table.length - 1;
  const ids = [BOS];
  while (ids.length <= longest) {
    ids.push(pick(table[ids[ids.length - 1]], random.random()));
    if (ids[ids.length - 1] === BOS) break;
  }
  return ids;
}
