/** The arithmetic of each block on the way forward: a line for each number. */

import { rmsOf } from "../../engine/by_hand_backward.js";
import { addToOne } from "../../kit/rounding.js";
import { bracketed, DIGITS, four, products, sub, sum, vector, weight } from "./written.js";

/** @typedef {import("../toy_by_hand.js").Now} Now */

/** What a block's numbers are called in a line. */
export const SYMBOLS = /** @type {Record<string, string>} */ ({
  token: "t",
  position: "p",
  sum: "e",
  norm: "x",
  attn_norm: "n",
  q: "q",
  k: "k",
  v: "v",
  scores: "score",
  weights: "weight",
  blend: "blend",
  wo: "o",
  attn_add: "y",
  mlp_norm: "m",
  fc1: "h",
  relu: "r",
  fc2: "f",
  mlp_add: "z",
  logits: "logit",
  probs: "P",
});

/** What one number of a block is called. @param {Now} now @param {string} block @param {number} i */
export function numberName({ vocabulary, called }, block, i) {
  if (block === "logits") return `logit ${vocabulary[i]}`;
  if (block === "probs") return `P(${vocabulary[i]})`;
  if (block === "scores" || block === "weights") return `${SYMBOLS[block]} ${called[i]}`;
  return SYMBOLS[block] + sub(i);
}

/** @type {Record<string, (now: Now) => string[]>} */
const LINES = {
  token: ({ mine, vocabulary }) => [
    `t = row ${vocabulary[mine.token]} of wte = ${vector(mine.out.token)}`,
  ],
  position: ({ mine, at }) => [`p = row ${at} of wpe = ${vector(mine.out.position)}`],
  sum: (now) => added(now, "sum", "token", "position"),
  norm: (now) => normed(now, "norm", "sum"),
  attn_norm: (now) => normed(now, "attn_norm", "norm"),
  q: (now) => rowsTimes(now, "q", now.model.layers[0].wq, "attn_norm"),
  k: (now) => rowsTimes(now, "k", now.model.layers[0].wk, "attn_norm"),
  v: (now) => rowsTimes(now, "v", now.model.layers[0].wv, "attn_norm"),
  scores: (now) =>
    results(
      now,
      "scores",
      (s) => `(${products(now.mine.out.q, now.step.positions[s].out.k)}) / √2`,
    ),
  weights: (now) => softmax(now, "weights", "scores"),
  blend: (now) =>
    results(now, "blend", (i) => {
      const column = now.mine.out.weights.map((_, s) => now.step.positions[s].out.v[i]);
      return products(now.mine.out.weights, column);
    }),
  wo: (now) => rowsTimes(now, "wo", now.model.layers[0].wo, "blend"),
  attn_add: (now) => added(now, "attn_add", "norm", "wo"),
  mlp_norm: (now) => normed(now, "mlp_norm", "attn_add"),
  fc1: (now) => rowsTimes(now, "fc1", now.model.layers[0].fc1, "mlp_norm"),
  relu: (now) => results(now, "relu", (i) => `max(0, ${four(now.mine.out.fc1[i])})`),
  fc2: (now) => rowsTimes(now, "fc2", now.model.layers[0].fc2, "relu"),
  mlp_add: (now) => added(now, "mlp_add", "attn_add", "fc2"),
  logits: (now) => rowsTimes(now, "logits", now.model.state_dict.lm_head, "mlp_add"),
  probs: (now) => softmax(now, "probs", "logits"),
  loss: lossLines,
};

/** @param {Now} now @param {string} block */
export const forwardLines = (now, block) => LINES[block](now);

/**
 * A line for each number of a block.
 * @param {Now} now
 * @param {string} block
 * @param {(i: number) => string} how
 */
function results(now, block, how) {
  return Array.from(
    now.mine.out[block],
    (x, i) => `${numberName(now, block, i)} = ${how(i)} = ${four(x)}`,
  );
}

/** @param {Now} now @param {string} block @param {Float64Array} matrix @param {string} from */
function rowsTimes(now, block, matrix, from) {
  const x = now.mine.out[from];
  const row = (/** @type {number} */ i) => matrix.subarray(i * x.length, (i + 1) * x.length);
  return results(now, block, (i) => products(row(i), x, weight));
}

/** @param {Now} now @param {string} block @param {string} a @param {string} b */
const added = (now, block, a, b) =>
  results(now, block, (i) => sum([now.mine.out[a][i], now.mine.out[b][i]]));

/** @param {Now} now @param {string} block @param {string} from */
function normed(now, block, from) {
  const x = now.mine.out[from];
  const squares = Array.from(x, (one) => `${bracketed(four(one))}²`).join(" + ");
  const size = four(rmsOf(x));
  return [
    `size of ${SYMBOLS[from]} = √((${squares}) / ${x.length} + 0.00001) = ${size}`,
    ...results(now, block, (i) => `${four(x[i])} / ${size}`),
  ];
}

/** @param {Now} now @param {string} block @param {string} from */
function softmax(now, block, from) {
  const { out } = now.mine;
  const exps = Array.from(out[from], Math.exp);
  const total = four(exps.reduce((a, b) => a + b, 0));
  const printed = addToOne(out[block], DIGITS);
  return [
    ...exps.map(
      (exp, i) => `exp(${numberName(now, from, i)}) = exp(${four(out[from][i])}) = ${four(exp)}`,
    ),
    `together ${total}`,
    ...exps.map(
      (exp, i) => `${numberName(now, block, i)} = ${four(exp)} / ${total} = ${printed[i]}`,
    ),
  ];
}

/** @param {Now} now */
function lossLines({ step: { positions, loss }, called, vocabulary }) {
  const terms = positions.map(({ surprise }) => surprise);
  return [
    ...positions.map(({ target, surprise, out }, t) => {
      const next = vocabulary[target];
      return `after ${called[t]} comes ${next}: −log(${four(out.probs[target])}) = ${four(surprise)}`;
    }),
    `loss = (${sum(terms)}) / ${terms.length} = ${four(loss)}`,
  ];
}
