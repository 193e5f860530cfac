/** The vectors of tokens and positions, as the course's run began and ended with them. */

import * as trained from "../data/trained.js";
import { GPT } from "./gpt.js";
import { decodeFloats } from "./parameters.js";
import { Random } from "./random.js";
import { initialise } from "./train.js";

/** @typedef {{ wte: Float64Array[], wpe: Float64Array[] }} Embeddings */

const SIZE = trained.chars.length + 1; // of the vocabulary

/** @param {Float64Array} weights @returns {Embeddings} */
function embeddingsOf(weights) {
  const { config } = trained;
  const { state_dict } = new GPT(config, SIZE, weights);
  const rows = (/** @type {Float64Array} */ matrix) =>
    Array.from({ length: matrix.length / config.n_embd }, (_, i) =>
      matrix.slice(i * config.n_embd, (i + 1) * config.n_embd),
    );
  return { wte: rows(state_dict.wte), wpe: rows(state_dict.wpe) };
}

/** After the last step. */
export const afterTraining = () => embeddingsOf(decodeFloats(trained.weights));

/** Before the first: the run shuffled its documents, then drew its weights. */
export function beforeTraining() {
  const random = new Random(trained.run.seed);
  random.shuffle(new Uint32Array(trained.run.num_docs));
  return embeddingsOf(initialise(random, trained.config, SIZE));
}

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
