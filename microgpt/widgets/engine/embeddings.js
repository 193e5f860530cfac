/** The vectors of tokens and positions, as the course's run began and ended with them. */

import { modelAfter } from "./model_after.js";
import { modelBefore } from "./model_before.js";

/** @typedef {{ wte: Float64Array[], wpe: Float64Array[] }} Embeddings */

/** @param {import("./gpt.js").GPT} model @returns {Embeddings} */
function embeddingsOf({ config, state_dict }) {
  const rows = (/** @type {Float64Array} */ matrix) =>
    Array.from({ length: matrix.length / config.n_embd }, (_, i) =>
      matrix.slice(i * config.n_embd, (i + 1) * config.n_embd),
    );
  return { wte: rows(state_dict.wte), wpe: rows(state_dict.wpe) };
}

/** After the last step. */
export const afterTraining = () => embeddingsOf(modelAfter());

/** Before the first. */
export const beforeTraining = () => embeddingsOf(modelBefore());

/**
 * From -1 to 1; 0 where one of them has no direction.
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
export function cosine(a, b) {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return aa && bb ? dot / Math.sqrt(aa * bb) : 0;
}
