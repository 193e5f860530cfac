/** How large models are, as `microgpt/scale.py` counts it. */

/**
 * @typedef {{ style: string, vocab: number, context: number, width: number, layers: number,
 *   heads: number, kv_heads: number, hidden: number, experts: number, active: number }} Sizes
 */

const BYTES = 2; // of a number with 16 bits
const TRAINING_BYTES = 16; // for each parameter, with Adam
const DAY = 24 * 60 * 60;

/** Numbers in the keys, and in the values, of one token in a layer. @param {Sizes} sizes */
const keyWidth = ({ width, heads, kv_heads }) => Math.floor((kv_heads * width) / heads);

/**
 * How many parameters each part has; with `active`, those that one token uses.
 * @param {Sizes} sizes
 */
export function parameters(sizes, active = false) {
  const { style, vocab, context, width: n, layers, hidden } = sizes;
  const [llama, gpt2] = [style === "llama", style === "gpt2"];
  const kv = keyWidth(sizes);
  const one = (llama ? 3 : 2) * n * hidden;
  const experts = active ? sizes.active : sizes.experts;
  const router = sizes.experts > 1 ? n * sizes.experts : 0;
  const norm = { microgpt: 0, llama: n, gpt2: 2 * n }[style] ?? 0;
  const biases = gpt2 ? n + 2 * kv + n + hidden + n : 0;
  return {
    "tokens in": vocab * n,
    positions: llama ? 0 : context * n,
    attention: layers * (2 * n * n + 2 * kv * n),
    MLP: layers * (experts * one + router),
    "norms, biases": layers * (2 * norm + biases) + norm,
    "tokens out": gpt2 ? 0 : vocab * n,
  };
}

/** @param {Sizes} sizes */
export function total(sizes, active = false) {
  return Object.values(parameters(sizes, active)).reduce((sum, count) => sum + count, 0);
}

/** @param {Sizes} sizes @param {number} tokens */
export const trainingFlops = (sizes, tokens) => 6 * total(sizes, true) * tokens;

/** The keys and values of one token, in all layers. @param {Sizes} sizes */
export const cacheBytes = ({ layers, kv_heads, width, heads }) =>
  2 * layers * kv_heads * Math.floor(width / heads) * BYTES;

/** Bytes. @param {Sizes} sizes */
export function memory(sizes) {
  const count = total(sizes);
  return {
    weights: BYTES * count,
    training: TRAINING_BYTES * count,
    cache: cacheBytes(sizes) * sizes.context,
  };
}

/**
 * @param {number} flops
 * @param {number} cards
 * @param {number} peak operations a second
 * @param {number} share of it that is reached
 */
export const trainingDays = (flops, cards, peak, share) => flops / (cards * peak * share) / DAY;

/** @param {number} days @param {number} cards @param {number} price of a card for an hour */
export const cost = (days, cards, price) => days * 24 * cards * price;

/**
 * The sizes of a model after some of them were changed. The MLP grows with the width, and there are
 * never more keys than heads, unless these too are chosen.
 * @param {Sizes} sizes
 * @param {Partial<Sizes>} changes
 * @returns {Sizes}
 */
export function changed(sizes, changes) {
  const next = { ...sizes, ...changes };
  if (changes.hidden === undefined)
    next.hidden = Math.max(1, Math.floor((sizes.hidden * next.width) / sizes.width));
  const own = sizes.kv_heads === sizes.heads ? next.heads : sizes.kv_heads;
  next.kv_heads = Math.min(changes.kv_heads ?? own, next.heads);
  next.active = Math.min(next.active, next.experts);
  return next;
}
