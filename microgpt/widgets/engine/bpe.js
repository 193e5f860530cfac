/** Tokens that are pieces of words, as `microgpt/bpe.py` learns them. */

/** @typedef {[string, string]} Pair */

const WORD = /[ \n\r\t]?[^ \n\r\t]+|[ \n\r\t]/g;

/** The text in words, each with the space in front of it. @param {string} text */
export const wordsOf = (text) => text.match(WORD) ?? [];

/** How often each word occurs, in the order in which they are first seen. @param {string} text */
export function countWords(text) {
  const times = /** @type {Map<string, number>} */ (new Map());
  for (const word of wordsOf(text)) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}

/**
 * How often each pair of neighbours occurs, in the order in which they are first seen.
 * @param {Map<string, string[]>} splits the tokens of each word
 * @param {Map<string, number>} times how often each word occurs
 */
export function countPairs(splits, times) {
  const counts = /** @type {Map<string, { pair: Pair, count: number }>} */ (new Map());
  for (const [word, tokens] of splits) {
    const often = times.get(word) ?? 0;
    for (let i = 0; i + 1 < tokens.length; i++) {
      const key = `${tokens[i].length} ${tokens[i]}${tokens[i + 1]}`; // one text for each pair
      const seen = counts.get(key);
      if (seen) seen.count += often;
      else counts.set(key, { pair: [tokens[i], tokens[i + 1]], count: often });
    }
  }
  return [...counts.values()];
}

/**
 * The tokens, with each occurrence of the pair made one token, from left to right.
 * @param {string[]} tokens
 * @param {Pair} pair
 */
function merge(tokens, [first, second]) {
  const merged = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = tokens[i] === first && tokens[i + 1] === second;
    merged.push(found ? first + second : tokens[i]);
    if (found) i++;
  }
  return merged;
}

/** @param {Map<string, string[]>} splits @param {Pair} pair */
export const mergeAll = (splits, pair) =>
  new Map([...splits].map(([word, tokens]) => [word, merge(tokens, pair)]));

/** Every word in single characters. @param {Map<string, number>} times */
export const inCharacters = (times) =>
  new Map([...times.keys()].map((word) => [word, Array.from(word)]));

/**
 * The first `n` merges of a text; fewer where no pair occurs twice. Of pairs that occur equally
 * often, the one that is seen first is taken.
 * @param {string} text
 * @param {number} n
 */
export function learnMerges(text, n) {
  const times = countWords(text);
  let splits = inCharacters(times);
  const merges = /** @type {{ pair: Pair, count: number }[]} */ ([]);
  while (merges.length < n) {
    const counts = countPairs(splits, times);
    const most = counts.reduce((a, b) => (b.count > a.count ? b : a), counts[0]);
    if (!most || most.count < 2) break;
    merges.push(most);
    splits = mergeAll(splits, most.pair);
  }
  return merges;
}

/**
 * The tokens of a word: the merges, in the order in which they were learned.
 * @param {string} word
 * @param {Pair[]} merges
 */
export function splitWord(word, merges) {
  return merges.reduce((tokens, pair) => merge(tokens, pair), Array.from(word));
}
