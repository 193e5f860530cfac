/** What can be reached without a network: three losses to compare a model with. */

export const END = "";

/**
 * Three losses, each in nats per token: the mean of -log p over every prediction that training on
 * these documents makes. A document of n symbols makes n + 1 predictions (its symbols, then the
 * end), the first `blockSize` of them if there are more; every prediction counts alike.
 *
 * `uniform` gives every symbol and the end the same chance. `unigram` gives each its share in these
 * documents. `bigram` gives each its share after the symbol before it, the beginning of a document
 * being a symbol of its own. The shares are counted in the very documents that are then predicted,
 * with no smoothing: no model that knows only so much can do better on them.
 * @param {string[]} docs
 * @param {number} blockSize
 * @returns {{ uniform: number, unigram: number, bigram: number }}
 */
export function baselines(docs, blockSize) {
  const { symbols, pairs } = countPairs(docs, blockSize);
  const singles = /** @type {Map<string, number>} */ (new Map());
  for (const row of pairs.values())
    for (const [symbol, n] of row) singles.set(symbol, (singles.get(symbol) ?? 0) + n);
  const total = sum(singles.values());
  const rows = [...pairs.values()].reduce((nats, row) => nats + surprise(row), 0);
  return {
    uniform: Math.log(symbols.size + 1),
    unigram: surprise(singles) / total,
    bigram: rows / total,
  };
}

/**
 * How often each symbol follows each other one, as training predicts them; END stands at both ends
 * of every document.
 * @param {string[]} docs
 * @param {number} blockSize
 */
export function countPairs(docs, blockSize) {
  const symbols = /** @type {Set<string>} */ (new Set());
  const pairs = /** @type {Map<string, Map<string, number>>} */ (new Map());
  /**
   * @param {string} before
   * @param {string} after
   */
  function add(before, after) {
    const row = pairs.get(before) ?? new Map();
    if (row.size === 0) pairs.set(before, row);
    row.set(after, (row.get(after) ?? 0) + 1);
  }
  for (const doc of docs) {
    let before = END;
    let done = 0;
    for (const symbol of doc) {
      symbols.add(symbol);
      if (done < blockSize) add(before, symbol);
      before = symbol;
      done++;
    }
    if (done < blockSize) add(before, END);
  }
  return { symbols, pairs };
}

/** @param {Iterable<number>} numbers */
function sum(numbers) {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
}

/**
 * The surprise at all that was counted, when each has the share it has there.
 * @param {Map<string, number>} counts
 */
function surprise(counts) {
  const total = sum(counts.values());
  let nats = 0;
  for (const n of counts.values()) nats -= n * Math.log(n / total);
  return nats;
}
