/**
 * The attention of one layer, taken apart: one letter at a time with a cache, as the program does
 * it, and all letters at once with a mask, as larger programs do it.
 */

import { add, linear, rmsnorm, softmaxRange } from "./nn.js";

/** @typedef {import("./gpt.js").GPT} GPT */

/**
 * One head at one position: its slice of the query times that of each key; divided by the root of
 * head_dim; after softmax; and its blend of the values.
 * @typedef {{ products: Float64Array, scores: Float64Array, weights: Float64Array,
 *   blend: Float64Array }} Head
 */
/**
 * One position. `x` enters the layer, `normed` is what q, k and v are computed from; `blend` is the
 * blends of all heads, end to end; `output` comes after wo, `added` is output plus x.
 * @typedef {{ x: Float64Array, normed: Float64Array, q: Float64Array, k: Float64Array,
 *   v: Float64Array, heads: Head[], blend: Float64Array, output: Float64Array,
 *   added: Float64Array }} Step
 */

/**
 * The program's way: token after token, each against the cache of those before it and its own.
 * @param {GPT} model
 * @param {number[]} tokens
 * @param {number} [layer]
 * @returns {Step[]}
 */
export function attentionSteps(model, tokens, layer = 0) {
  const cache = model.start();
  return tokens.map((token) => {
    const { norm, layers } = model.step(cache, token, { trace: true });
    const { attnNorm, attnOut, afterAttention, q, k, v, blend, ...rows } = layers[layer];
    return {
      x: layer ? layers[layer - 1].afterMlp : norm,
      normed: attnNorm,
      q,
      k,
      v,
      heads: rows.weights.map((weights, h) => ({
        products: rows.products[h],
        scores: rows.scores[h],
        weights,
        blend: part(blend, h, rows.weights.length),
      })),
      blend,
      output: attnOut,
      added: afterAttention,
    };
  });
}

/**
 * A head's slice of a vector.
 * @param {Float64Array} vector
 * @param {number} head
 * @param {number} n_head
 */
function part(vector, head, n_head) {
  const size = vector.length / n_head;
  return vector.slice(head * size, (head + 1) * size);
}

/**
 * All letters at once, in the first layer: every query meets every key, also those of later
 * letters; what may not be seen becomes minus infinity before the softmax, and so gets the weight
 * 0. Each head also has `masked`: its scores with the upper half taken out.
 * @param {GPT} model
 * @param {number[]} tokens
 * @returns {(Step & { heads: (Head & { masked: Float64Array })[] })[]}
 */
export function attentionAtOnce(model, tokens) {
  const { n_head, n_embd } = model.config;
  const { wq, wk, wv, wo } = model.layers[0];
  const xs = tokens.map((token, position) => entering(model, token, position));
  const normed = xs.map((x) => filled(n_embd, (out) => rmsnorm(x, out)));
  const times = (/** @type {Float64Array} */ matrix) =>
    normed.map((x) => filled(n_embd, (out) => linear(x, matrix, out)));
  const [qs, ks, vs] = [wq, wk, wv].map(times);
  return tokens.map((_, position) => {
    const heads = Array.from({ length: n_head }, (_, h) => {
      const slice = (/** @type {Float64Array} */ vector) => part(vector, h, n_head);
      return maskedHead(slice(qs[position]), ks.map(slice), vs.map(slice), position);
    });
    const blend = Float64Array.from(heads.flatMap((head) => Array.from(head.blend)));
    const output = filled(n_embd, (out) => linear(blend, wo, out));
    return {
      x: xs[position],
      normed: normed[position],
      q: qs[position],
      k: ks[position],
      v: vs[position],
      heads,
      blend,
      output,
      added: filled(n_embd, (out) => add(output, xs[position], out)),
    };
  });
}

/**
 * One query against the keys of all letters; those after `position` are masked.
 * @param {Float64Array} q
 * @param {Float64Array[]} keys
 * @param {Float64Array[]} values
 * @param {number} position
 */
function maskedHead(q, keys, values, position) {
  const scale = 1 / Math.sqrt(q.length);
  const products = Float64Array.from(keys, (k) => dot(q, k));
  const scores = products.map((product) => product * scale);
  const masked = scores.map((score, t) => (t > position ? -Infinity : score));
  const weights = filled(keys.length, (out) => softmaxRange(masked, 0, keys.length, 1, out));
  const blend = q.map((_, i) =>
    dot(
      weights,
      values.map((v) => v[i]),
    ),
  );
  return { products, scores, masked, weights, blend };
}

/**
 * What enters the first layer: the token's row plus the position's, brought to size.
 * @param {GPT} model
 * @param {number} token
 * @param {number} position
 */
function entering({ config: { n_embd }, state_dict: { wte, wpe } }, token, position) {
  const sum = wte
    .slice(token * n_embd, (token + 1) * n_embd)
    .map((number, i) => number + wpe[position * n_embd + i]);
  return filled(n_embd, (out) => rmsnorm(sum, out));
}

/**
 * A new array that a function fills.
 * @param {number} length
 * @param {(out: Float64Array) => void} fill
 */
function filled(length, fill) {
  const out = new Float64Array(length);
  fill(out);
  return out;
}

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
