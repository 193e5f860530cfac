/** The blocks of a model of one layer, and the numbers of each, as one step of it computed them. */

import { softmax } from "./nn.js";

/** @typedef {import("./gpt.js").Trace} Trace */

/** What is computed at each position, in this order. */
export const BLOCKS = [
  ..."token position sum norm attn_norm q k v scores weights blend wo attn_add".split(" "),
  ..."mlp_norm fc1 relu fc2 mlp_add logits probs".split(" "),
];

/**
 * The numbers of every block, for a model of one layer.
 * @param {Trace} trace
 * @returns {Record<string, Float64Array>}
 */
export function numbersOf(trace) {
  const [layer] = trace.layers;
  const all = (/** @type {Float64Array[]} */ heads) =>
    Float64Array.from(heads.flatMap((head) => Array.from(head)));
  return {
    token: trace.tokenEmbedding,
    position: trace.positionEmbedding,
    sum: trace.embedding,
    norm: trace.norm,
    attn_norm: layer.attnNorm,
    q: layer.q,
    k: layer.k,
    v: layer.v,
    scores: all(layer.scores),
    weights: all(layer.weights),
    blend: layer.blend,
    wo: layer.attnOut,
    attn_add: layer.afterAttention,
    mlp_norm: layer.mlpNorm,
    fc1: layer.mlpPre,
    relu: layer.mlpPost,
    fc2: layer.mlpOut,
    mlp_add: layer.afterMlp,
    logits: trace.logits,
    probs: softmax(trace.logits),
  };
}
