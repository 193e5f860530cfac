/** The arithmetic of one number of a block, as one would write it by hand. */

import { pairs } from "../../draw/arithmetic.js";
import { fixed, fmt } from "../../kit/format.js";
import { MATRICES } from "../flow.js";

/** @typedef {import("../forward_pass.js").Now} Now */

/** What is added up in a block. */
export const ADDS = /** @type {Record<string, string[]>} */ ({
  sum: ["token", "position"],
  attn_add: ["norm", "wo"],
  mlp_add: ["attn_add", "fc2"],
});
/** What the block's matrix is multiplied with, or its rmsnorm or ReLU is taken of. */
const SOURCE = /** @type {Record<string, string>} */ ({
  norm: "sum",
  attn_norm: "norm",
  q: "attn_norm",
  k: "attn_norm",
  v: "attn_norm",
  wo: "blend",
  mlp_norm: "attn_add",
  fc1: "mlp_norm",
  relu: "fc1",
  fc2: "relu",
  logits: "mlp_add",
});

/** A number as it stands on the page. @param {string} block @param {number} x */
export const written = (block, x) => fixed(x, block === "probs" ? 3 : 2);

/**
 * What a number of a block is called: a place in a vector, a letter, a head and the letter it looks
 * at.
 * @param {string} block
 * @param {number} i
 * @param {Pick<Now, "letters" | "guesses" | "at">} now
 */
export function called(block, i, { letters, guesses, at }) {
  if (block === "logits" || block === "probs") return guesses[i];
  if (block !== "scores" && block !== "weights") return `number ${i}`;
  const [head, t] = headAnd(i, at);
  return `head ${head} on ${letters[t]}`;
}

/** Scores and weights lie head by head. @param {number} i @param {number} at */
const headAnd = (i, at) => [Math.floor(i / (at + 1)), i % (at + 1)];

/**
 * How number `index` of the block on view comes about.
 * @param {Now} now
 */
export function arithmetic(now) {
  const { block, index, numbers } = now;
  const result = written(block, numbers[block][index]);
  return `${called(block, index, now)} = ${middle(now)}${result}`;
}

/** What stands between the two equals signs. @param {Now} now */
function middle(now) {
  const { block, index: i, numbers, ids, at } = now;
  const source = numbers[SOURCE[block]];
  if (block === "token") return `wte[${ids[at]}][${i}] = `;
  if (block === "position") return `wpe[${at}][${i}] = `;
  if (ADDS[block]) {
    const [a, b] = ADDS[block].map((one) => fmt(numbers[one][i]));
    return `${a} + ${b.startsWith("−") ? `(${b})` : b} = `;
  }
  if (MATRICES[block]) return `${product(now)} = `;
  if (block === "relu") return `max(0, ${fmt(source[i])}) = `;
  if (source) return `${fmt(source[i])} / √(${fmt(meanSquare(source), 3)} + 0.00001) = `;
  return attended(now);
}

/** The block's row of its matrix, times what goes in; what is 0 is left out. @param {Now} now */
function product({ block, index, numbers, model }) {
  const x = numbers[SOURCE[block]];
  const start = index * x.length;
  const row = model.state_dict[MATRICES[block]].subarray(start, start + x.length);
  const on = Array.from(x.keys()).filter((j) => x[j] !== 0);
  return on.length
    ? pairs(
        on.map((j) => row[j]),
        on.map((j) => x[j]),
      )
    : "nothing is on";
}

/** Scores, weights, the blend, and the probabilities. @param {Now} now */
function attended({ block, index: i, numbers, steps, at, model }) {
  const { n_embd, n_head } = model.config;
  const size = n_embd / n_head;
  const [head, t] = headAnd(i, at);
  const slice = (/** @type {Float64Array} */ xs, /** @type {number} */ h, long = at + 1) =>
    Array.from(xs.subarray(h * long, (h + 1) * long));
  if (block === "scores") {
    const key = steps[t].layers[0].k;
    return `(${pairs(slice(numbers.q, head, size), slice(key, head, size))}) / √${size} = `;
  }
  if (block === "weights") return share(slice(numbers.scores, head), t);
  if (block === "probs") return share(Array.from(numbers.logits), i);
  const values = steps.slice(0, at + 1).map(({ layers: [{ v }] }) => v[i]);
  return `${pairs(slice(numbers.weights, Math.floor(i / size)), values)} = `;
}

/** Softmax of one of some scores. @param {number[]} scores @param {number} i */
function share(scores, i) {
  const exps = scores.map(Math.exp);
  const total = fmt(exps.reduce((sum, x) => sum + x, 0));
  const all =
    scores.length > 4 ? "all of them added" : scores.map((x) => `e^${fmt(x)}`).join(" + ");
  return `e^${fmt(scores[i])} / (${all}) = ${fmt(exps[i])} / ${total} = `;
}

/** @param {Float64Array} xs */
const meanSquare = (xs) => xs.reduce((sum, x) => sum + x * x, 0) / xs.length;
