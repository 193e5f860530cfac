/** Numbers in a row: dot products, shares, one size. */

import { pairs } from "../../../draw/arithmetic.js";
import { rmsnorm, softmax } from "../../../engine/nn.js";
import { TOY_TOKENS, toyModel } from "../../../engine/toy.js";
import { fixed, fmt } from "../../../kit/format.js";

/** @typedef {import("../scene.js").SceneStep} SceneStep */

const LOGITS = [2, 1, 0, -1];
const LETTERS = ["a", "b", "c", "d"];
const VECTOR = [3, -1, 2, 0.5];
const X = [1.5, 0.5];

/** The last matrix of the toy model, row by row. @returns {SceneStep[]} */
export function linearSteps() {
  const flat = Array.from(toyModel().state_dict.lm_head);
  const rows = TOY_TOKENS.map((_, i) => flat.slice(2 * i, 2 * i + 2));
  const results = rows.map((row) => row[0] * X[0] + row[1] * X[1]);
  const upTo = (/** @type {number} */ n) => ({
    labels: TOY_TOKENS,
    values: results.map((y, i) => (i < n ? y : 0)),
    limit: 0.8,
    signed: true,
  });
  return [
    {
      bars: upTo(0),
      says: `\`x\` is [${X.join(", ")}]; \`w\` is the \`lm_head\` of the toy model: a row for each of its tokens.`,
    },
    ...rows.map((row, i) => ({
      bars: upTo(i + 1),
      line: "return [sum(w_i * x_i",
      sum: `${pairs(row, X)} = ${fmt(results[i])}`,
      says: `The row of ${TOY_TOKENS[i]}: pair by pair, then added. One number.`,
    })),
  ];
}

/** @returns {SceneStep[]} */
export function softmaxSteps() {
  const highest = Math.max(...LOGITS);
  const exps = LOGITS.map((x) => Math.exp(x - highest));
  const total = exps.reduce((sum, e) => sum + e, 0);
  const bars = (/** @type {number[]} */ values, limit = 1, signed = false) => ({
    ...{ labels: LETTERS, values, limit, signed },
  });
  return [
    {
      bars: bars(LOGITS, 3, true),
      says: "Four logits, as they come: positive, negative, any size.",
    },
    {
      bars: bars(LOGITS, 3, true),
      line: "highest = max(",
      says: `The highest is ${fmt(highest)}.`,
    },
    {
      bars: bars(
        LOGITS.map((x) => x - highest),
        3,
        true,
      ),
      line: "exps = [(logit - highest)",
      says: "It is taken away from all. The distances stay; the highest is now 0.",
    },
    {
      bars: bars(exps),
      line: "exps = [(logit - highest)",
      says: "exp makes each of them positive. The highest becomes 1, one step lower is 0.37.",
    },
    {
      bars: bars(exps),
      line: "total = sum(exps)",
      sum: `${exps.map((e) => fixed(e, 3)).join(" + ")} = ${fixed(total, 3)}`,
      says: "All of them together.",
    },
    {
      bars: bars(Array.from(softmax(LOGITS))),
      line: "return [e / total",
      says: "Each divided by the total: shares that add up to 1.",
    },
  ];
}

/** @returns {SceneStep[]} */
export function rmsnormSteps() {
  const squares = VECTOR.map((x) => x * x);
  const mean = squares.reduce((sum, x) => sum + x, 0) / VECTOR.length;
  const out = Float64Array.from(VECTOR);
  rmsnorm(out, out);
  const bars = (/** @type {ArrayLike<number>} */ values) => ({
    labels: VECTOR.map((_, i) => `x${"₀₁₂₃"[i]}`),
    values: Array.from(values),
    limit: 3.4,
    signed: true,
  });
  return [
    { bars: bars(VECTOR), says: "A vector of four numbers. How large is it?" },
    {
      bars: bars(VECTOR),
      line: "mean_square = sum(",
      sum: `(${squares.map((x) => fmt(x)).join(" + ")}) / 4 = ${fmt(mean)}`,
      says: "The squares, whatever the signs, and their mean.",
    },
    {
      bars: bars(VECTOR),
      line: "scale = (mean_square",
      sum: `1 / √${fmt(mean)} = ${fixed(1 / Math.sqrt(mean + 1e-5))}`,
      says: "One divided by the root of that: by this every number is to be multiplied.",
    },
    {
      bars: bars(out),
      line: "return [x_i * scale",
      says: "All bars shrink alike. The signs and the proportions stay, the size is 1.",
    },
  ];
}
