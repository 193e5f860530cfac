/**
 * The way back of `by_hand.js`: d(loss) / d(each number), block by block, at all positions at once.
 *
 * At each block every position has the gradients it needs: those of the block above it and, for
 * keys and values, those of all later positions.
 */

/** @typedef {import("./by_hand.js").Blocks} Blocks */
/** @typedef {import("./by_hand.js").Matrices} Matrices */
/** @typedef {import("./gpt.js").GPT} GPT */
/**
 * @typedef {{ token: number, target: number, out: Blocks }} Read
 *   what the way forward has left of a position
 */

/** Each matrix, the block it makes, and the block it is multiplied with. */
export const PRODUCTS = [
  { name: "lm_head", block: "logits", from: "mlp_add" },
  { name: "layer0.attn_wq", block: "q", from: "attn_norm" },
  { name: "layer0.attn_wk", block: "k", from: "attn_norm" },
  { name: "layer0.attn_wv", block: "v", from: "attn_norm" },
  { name: "layer0.attn_wo", block: "wo", from: "blend" },
  { name: "layer0.mlp_fc1", block: "fc1", from: "mlp_norm" },
  { name: "layer0.mlp_fc2", block: "fc2", from: "relu" },
];

/**
 * The gradient of each block, and the part of each matrix's gradient, of every position.
 * @param {GPT} model
 * @param {Read[]} read
 */
export function backward(model, read) {
  const grads = read.map((_, t) => fromLoss(model, read, t));
  grads.forEach((grad, t) => Object.assign(grad, throughAttention(read, grad, t)));
  grads.forEach((grad, t) => Object.assign(grad, toCache(read, grads, t)));
  grads.forEach((grad, t) => Object.assign(grad, toEmbeddings(model, read[t].out, grad)));
  return { grads, parts: read.map((one, t) => partsOf(model, one, grads[t], t)) };
}

/**
 * From the loss to the blend: here a position needs no other.
 * @param {GPT} model
 * @param {Read[]} read
 * @param {number} t
 * @returns {Blocks}
 */
function fromLoss({ state_dict, layers: [{ wo, fc1, fc2 }] }, read, t) {
  const { out, target } = read[t];
  const n = read.length; // the loss is the mean of n surprises
  const probs = out.probs.map((p, i) => (i === target ? -1 / (n * p) : 0));
  const logits = out.probs.map((p, i) => (p - (i === target ? 1 : 0)) / n);
  const mlp_add = columns(state_dict.lm_head, logits);
  const relu = columns(fc2, mlp_add);
  const hidden = relu.map((d, i) => (out.fc1[i] > 0 ? d : 0));
  const mlp_norm = columns(fc1, hidden);
  const attn_add = plus(mlp_add, normBack(mlp_norm, out.attn_add, out.mlp_norm));
  const blend = columns(wo, attn_add);
  // What is added passes its gradient on, unchanged, to both terms of the sum.
  return {
    probs,
    logits,
    mlp_add,
    fc2: mlp_add,
    relu,
    fc1: hidden,
    mlp_norm,
    attn_add,
    wo: attn_add,
    blend,
  };
}

/**
 * From the blend to weights, scores and query: what this position has asked of the others.
 * @param {Read[]} read
 * @param {Blocks} grad
 * @param {number} t
 * @returns {Blocks}
 */
function throughAttention(read, { blend }, t) {
  const { q, weights } = read[t].out;
  const dweights = weights.map((_, s) => dot(read[s].out.v, blend));
  const mean = dot(weights, dweights);
  // softmax: a share grows only at the others' cost
  const scores = weights.map((w, s) => w * (dweights[s] - mean));
  const asked = Array.from(scores, (d, s) => times(read[s].out.k, d / Math.sqrt(q.length)));
  return { weights: dweights, scores, q: asked.reduce(plus) };
}

/**
 * The gradients of the key and value that a position has left in the cache: all later positions and
 * it itself add to them.
 * @param {Read[]} read
 * @param {Blocks[]} grads
 * @param {number} s
 * @returns {Blocks}
 */
function toCache(read, grads, s) {
  const users = read.map((_, t) => t).slice(s);
  const root = Math.sqrt(read[s].out.q.length);
  return {
    k: users.map((t) => times(read[t].out.q, grads[t].scores[s] / root)).reduce(plus),
    v: users.map((t) => times(grads[t].blend, read[t].out.weights[s])).reduce(plus),
  };
}

/**
 * From query, key and value back to the two rows that came in.
 * @param {GPT} model
 * @param {Blocks} out
 * @param {Blocks} grad
 * @returns {Blocks}
 */
function toEmbeddings({ layers: [{ wq, wk, wv }] }, out, { q, k, v, attn_add }) {
  const attn_norm = [columns(wq, q), columns(wk, k), columns(wv, v)].reduce(plus);
  const norm = plus(attn_add, normBack(attn_norm, out.norm, out.attn_norm));
  const sum = normBack(norm, out.sum, out.norm);
  return { attn_norm, norm, sum, position: sum, token: sum };
}

/**
 * What position t adds to the gradient of each matrix: gradient times input for a product, the
 * gradient itself for a row that was looked up.
 * @param {GPT} model
 * @param {Read} read
 * @param {Blocks} grad
 * @param {number} t
 * @returns {Matrices}
 */
function partsOf({ state_dict }, { token, out }, grad, t) {
  const parts = Object.fromEntries(
    Object.entries(state_dict).map(([name, matrix]) => [name, zeros(matrix)]),
  );
  parts.wte.set(grad.token, token * grad.token.length);
  parts.wpe.set(grad.position, t * grad.position.length);
  for (const { name, block, from } of PRODUCTS) {
    const [dy, x] = [grad[block], out[from]];
    parts[name].forEach((_, i) => {
      parts[name][i] = dy[Math.floor(i / x.length)] * x[i % x.length];
    });
  }
  return parts;
}

// ---- the pieces ----

/** @param {Float64Array} like */
const zeros = (like) => new Float64Array(like.length);

/** @param {Float64Array} a @param {Float64Array} b */
const plus = (a, b) => a.map((x, i) => x + b[i]);

/** @param {Float64Array} a @param {number} by */
const times = (a, by) => a.map((x) => x * by);

/** @param {Float64Array} a @param {Float64Array} b */
const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

/**
 * y = w x, backward: each number of x is in every row, so it gets its column of w times dy.
 * @param {Float64Array} w
 * @param {Float64Array} dy
 */
function columns(w, dy) {
  const n = w.length / dy.length;
  return new Float64Array(n).map((_, j) => dy.reduce((sum, d, i) => sum + w[i * n + j] * d, 0));
}

/**
 * y = x / rms(x), backward: dx = (dy - y mean(y dy)) / rms.
 * @param {Float64Array} dy
 * @param {Float64Array} x
 * @param {Float64Array} y
 */
function normBack(dy, x, y) {
  const mean = dot(y, dy) / x.length;
  const rms = rmsOf(x);
  return dy.map((d, i) => (d - y[i] * mean) / rms);
}

/** The root of the mean square, with the program's 1e-5 in it. @param {Float64Array} x */
export const rmsOf = (x) => Math.sqrt(dot(x, x) / x.length + 1e-5);
