/** One query looked up among keys: softly, each key a little; or exactly, as in a Python dict. */

import { softmax } from "../engine/nn.js";

/**
 * @typedef {{ q: number[], k: number[][], v: number[][], look: "softly" | "exactly" }} Lookup
 *   the query, the keys, the values
 */

/**
 * The products of one pair of vectors, added up.
 * @param {number[]} a
 * @param {number[]} b
 */
const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

/**
 * Looking exactly, there are no weights and no blend where no key equals the query.
 * @param {Lookup} state
 */
export function compute({ q, k, v, look }) {
  const dots = k.map((key) => dot(q, key));
  const scaled = dots.map((x) => x / Math.sqrt(q.length));
  const found = k.findLastIndex((key) => key.every((x, i) => x === q[i]));
  const weights = look === "softly" ? Array.from(softmax(scaled)) : exactly(k.length, found);
  const products = weights && v.map((value, i) => value.map((x) => weights[i] * x));
  return {
    dots,
    scaled,
    exps: scaled.map(Math.exp),
    found,
    weights,
    products,
    out: products && products[0].map((_, d) => products.reduce((sum, one) => sum + one[d], 0)),
  };
}

/**
 * In a dict, the last of several equal keys counts.
 * @param {number} n
 * @param {number} found
 */
function exactly(n, found) {
  return found < 0 ? null : Array.from({ length: n }, (_, i) => Number(i === found));
}
