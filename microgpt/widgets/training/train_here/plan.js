/** What a run is made of: from the settings and the documents to the options of the trainer. */

import { baselines } from "../../engine/baselines.js";
import { parameterCount } from "../../engine/parameters.js";
import { Random } from "../../engine/random.js";

export const HEADS = 4;
export const BLOCK = 16;
export const LEARNING_RATE = { adam: 0.01, sgd: 0.1 }; // as in Python
const MOST_HELD_OUT = 100;
const ENOUGH = 20;
const SHARE = 0.1;
const EVALUATIONS = 20;
const KEPT = 50;

/** @typedef {import("../../engine/corpus.js").Corpus} Corpus */
/**
 * @typedef {{ seed: number, steps: number, n_embd: number, learning_rate: number,
 *   optimiser: "adam" | "sgd" }} Settings
 */
/** @typedef {ReturnType<typeof makePlan>} Plan */

/**
 * Which documents are trained on and which are held out. Where the run leaves enough of the list
 * unreached, some of those are held out, and the training is the same as without; else a tenth of
 * the list is put aside first.
 * @param {string[]} docs
 * @param {number} seed
 * @param {number} steps
 * @returns {{ docs: string[], heldOut: string[], note: string }}
 */
export function holdOut(docs, seed, steps) {
  const order = docs.slice();
  new Random(seed).shuffle(order);
  const reached = new Set(order.slice(0, steps));
  const unreached = order.slice(steps).filter((doc) => !reached.has(doc));
  if (unreached.length >= ENOUGH) {
    const heldOut = unreached.slice(0, MOST_HELD_OUT);
    return {
      docs,
      heldOut,
      note: `Held out: ${heldOut.length} documents that this run never reaches.`,
    };
  }
  const wanted = Math.min(MOST_HELD_OUT, Math.floor(SHARE * docs.length));
  const aside = new Set(order.slice(docs.length - wanted));
  const rest = docs.filter((doc) => !aside.has(doc));
  if (wanted < 1 || rest.length < 2)
    return { docs, heldOut: [], note: "Nothing is held out: the list is too short for that." };
  return {
    docs: rest,
    heldOut: [...aside],
    note:
      `Held out: ${aside.size} of the ${docs.length} documents, put aside before the training, ` +
      "because the run reaches all of the list.",
  };
}

/**
 * How many numbers the model has.
 * @param {number} n_embd
 * @param {Corpus} corpus
 */
export function parametersOf(n_embd, corpus) {
  return parameterCount(
    { n_layer: 1, n_embd, n_head: HEADS, block_size: BLOCK },
    corpus.symbols.length + 1,
  );
}

/**
 * @param {Settings} settings
 * @param {Corpus} corpus
 */
export function makePlan({ seed, steps, n_embd, learning_rate, optimiser }, corpus) {
  const { docs, heldOut, note } = holdOut(corpus.docs, seed, steps);
  const options = {
    docs,
    heldOut,
    seed,
    steps,
    optimiser,
    learningRate: learning_rate,
    config: { n_layer: 1, n_embd, n_head: HEADS, block_size: BLOCK },
    evaluateEvery: Math.ceil(steps / EVALUATIONS),
    keepEvery: Math.ceil(steps / KEPT),
  };
  return {
    options,
    note,
    parameters: parametersOf(n_embd, corpus),
    levels: baselines(corpus.docs, BLOCK),
  };
}
