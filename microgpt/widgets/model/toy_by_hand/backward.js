/** The arithmetic of each block on the way back: a line for each gradient. */

import { rmsOf } from "../../engine/by_hand_backward.js";
import { numberName, SYMBOLS } from "./forward.js";
import { bracketed, four, products, sub, weight } from "./written.js";

/** @typedef {import("../toy_by_hand.js").Now} Now */

/** @type {Record<string, (now: Now) => string[]>} */
const LINES = {
  loss: () => ["loss.grad = 1"],
  probs: ({ mine: { target, out, grad }, step, vocabulary }) =>
    vocabulary.map((token, i) =>
      i === target
        ? `P(${token}).grad = −1 / (${step.positions.length} × ${four(out.probs[i])}) = ${four(grad.probs[i])}`
        : `P(${token}).grad = 0`,
    ),
  logits: (now) =>
    grads(now, "logits", (i) => {
      const right = i === now.mine.target ? " − 1" : "";
      const p = four(now.mine.out.probs[i]);
      return `${right ? `(${p}${right})` : p} / ${now.step.positions.length}`;
    }),
  mlp_add: (now) => columnsTimes(now, "mlp_add", now.model.state_dict.lm_head, "logits"),
  fc2: (now) => same(now, "fc2", "mlp_add"),
  relu: (now) => columnsTimes(now, "relu", now.model.layers[0].fc2, "fc2"),
  fc1: ({ mine: { out, grad } }) =>
    Array.from(grad.fc1, (x, i) =>
      out.fc1[i] > 0
        ? `h${sub(i)}.grad = r${sub(i)}.grad = ${four(x)} (open)`
        : `h${sub(i)}.grad = 0 (shut)`,
    ),
  mlp_norm: (now) => columnsTimes(now, "mlp_norm", now.model.layers[0].fc1, "fc1"),
  attn_add: (now) => twice(now, "attn_add", "mlp_norm", "mlp_add"),
  wo: (now) => same(now, "wo", "attn_add"),
  blend: (now) => columnsTimes(now, "blend", now.model.layers[0].wo, "wo"),
  v: (now) =>
    grads(now, "v", (i) => {
      const users = now.step.positions.slice(now.at);
      return products(
        users.map(({ out }) => out.weights[now.at]),
        users.map(({ grad }) => grad.blend[i]),
      );
    }),
  weights: (now) =>
    grads(now, "weights", (s) => products(now.step.positions[s].out.v, now.mine.grad.blend)),
  scores: scoreLines,
  k: (now) =>
    grads(now, "k", (i) => {
      const users = now.step.positions.slice(now.at);
      const pairs = products(
        users.map(({ grad }) => grad.scores[now.at]),
        users.map(({ out }) => out.q[i]),
      );
      return `(${pairs}) / √2`;
    }),
  q: (now) =>
    grads(now, "q", (i) => {
      const keys = Array.from(now.mine.grad.scores, (_, s) => now.step.positions[s].out.k[i]);
      return `(${products(now.mine.grad.scores, keys)}) / √2`;
    }),
  attn_norm: (now) => {
    const { wq, wk, wv } = now.model.layers[0];
    const each = Object.entries({ q: wq, k: wk, v: wv });
    return grads(now, "attn_norm", (j) =>
      each.map(([block, w]) => columnTimes(now, w, block, j)).join(" + "),
    );
  },
  norm: (now) => twice(now, "norm", "attn_norm", "attn_add"),
  sum: (now) => {
    const { first, through } = throughNorm(now, "sum", "norm");
    return [first, ...grads(now, "sum", through)];
  },
  position: (now) => same(now, "position", "sum"),
  token: (now) => same(now, "token", "sum"),
};

/** @param {Now} now @param {string} block */
export const backwardLines = (now, block) => LINES[block](now);

/**
 * A line for each number's gradient.
 * @param {Now} now
 * @param {string} block
 * @param {(i: number) => string} how
 */
function grads(now, block, how) {
  return Array.from(
    now.mine.grad[block],
    (x, i) => `${numberName(now, block, i)}.grad = ${how(i)} = ${four(x)}`,
  );
}

/** @param {Now} now @param {string} block @param {string} above */
const same = (now, block, above) => grads(now, block, (i) => `${SYMBOLS[above]}${sub(i)}.grad`);

/**
 * A column of a matrix times the gradients of the block that it makes.
 * @param {Now} now
 * @param {Float64Array} matrix
 * @param {string} made
 * @param {number} column
 */
function columnTimes({ mine }, matrix, made, column) {
  const dy = mine.grad[made];
  const columns = matrix.length / dy.length;
  const numbers = Array.from(dy, (_, i) => matrix[i * columns + column]);
  return products(numbers, dy, weight);
}

/** @param {Now} now @param {string} block @param {Float64Array} matrix @param {string} made */
const columnsTimes = (now, block, matrix, made) =>
  grads(now, block, (j) => columnTimes(now, matrix, made, j));

/**
 * Back through a rmsnorm from `block` to what went in: a first line, and how each number is
 * written.
 * @param {Now} now
 * @param {string} from
 * @param {string} block
 */
function throughNorm({ mine }, from, block) {
  const [y, dy, x] = [mine.out[block], mine.grad[block], mine.out[from]];
  const mean = y.reduce((total, one, i) => total + one * dy[i], 0) / y.length;
  const size = four(rmsOf(x));
  const c = bracketed(four(mean));
  return {
    first: `c = (${products(y, dy)}) / ${y.length} = ${four(mean)}`,
    through: (/** @type {number} */ i) =>
      `(${four(dy[i])} − ${bracketed(four(y[i]))} × ${c}) / ${size}`,
  };
}

/**
 * A block that went straight on and into a rmsnorm.
 * @param {Now} now
 * @param {string} block
 * @param {string} norm
 * @param {string} straight
 */
function twice(now, block, norm, straight) {
  const { first, through } = throughNorm(now, block, norm);
  return [
    first,
    ...grads(now, block, (i) => `${four(now.mine.grad[straight][i])} + ${through(i)}`),
  ];
}

/** @param {Now} now */
function scoreLines(now) {
  const { out, grad } = now.mine;
  const mean = out.weights.reduce((total, w, s) => total + w * grad.weights[s], 0);
  return [
    `c = ${products(out.weights, grad.weights)} = ${four(mean)}`,
    ...grads(
      now,
      "scores",
      (s) => `${four(out.weights[s])} × (${four(grad.weights[s])} − ${bracketed(four(mean))})`,
    ),
  ];
}

/**
 * How the gradient of one weight comes about, each position adding its part.
 * @param {Now} now
 * @param {{ name: string, row: number, column: number }} picked
 */
export function gradientLines({ step, called, made }, { name, row, column }) {
  const columns = step.gradients[name].length / made(name).rows;
  const i = row * columns + column;
  const { block, from } = made(name);
  const total = `together ${four(step.gradients[name][i])}`;
  const lines = step.positions.flatMap(({ grad, out, parts, token }, t) => {
    const looked = name === "wte" ? token === row : name === "wpe" ? t === row : true;
    if (!looked) return [];
    const part = from ? `${four(grad[block][row])} × ${bracketed(four(out[from][column]))} = ` : "";
    return [`${called[t]}: ${part}${four(parts[name][i])}`];
  });
  if (!lines.length) return ["This row was not looked up, so its gradient is exactly 0."];
  const signed = lines.map((line, k) => (k ? `+= ${line}` : line));
  return lines.length > 1 ? [...signed, total] : signed;
}
