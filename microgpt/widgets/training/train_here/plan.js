/** What a run is made of: from the settings and the documents to the options of the trainer. */

import { baselines } from "../../engine/baselines.js";
import { corpusOf } from "../../engine/corpus.js";
import { parameterCount } from "../../engine/parameters.js";
import { Random } from "../../engine/random.js";

export const HEADS = 4;
export const BLOCK = 16;
export const LEARNING_RATE = { adam: 0.01, sgd: 0.1 }; // as in Python
export const LONG = 2000; // rounds beyond which single ones are no longer told apart
export const WINDOW = 50; // rounds of the running mean
const LONG_WINDOW = 200; // the same in a long run
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
/** @typedef {{ docs: string[], heldOut: string[], note: string }} Split */

/** A list as a seed shuffles it. @param {string[]} docs @param {number} seed */
function shuffled(docs, seed) {
  const order = docs.slice();
  new Random(seed).shuffle(order);
  return order;
}

/**
 * Only so many documents of a list, chosen by the seed, and others of it that are held out: those
 * that the same symbols write. Null: the list has no more than those.
 * @param {Corpus} corpus
 * @param {number} only 0: all of them
 * @param {number} seed
 */
export function takeOnly(corpus, only, seed) {
  if (only === 0 || only >= corpus.docs.length) return null;
  const order = shuffled(corpus.docs, seed);
  const taken = corpusOf(order.slice(0, only));
  const known = new Set([...taken.docs, ...taken.symbols]);
  const heldOut = order
    .slice(only)
    .filter((doc) => !known.has(doc) && Array.from(doc).every((symbol) => known.has(symbol)))
    .slice(0, MOST_HELD_OUT);
  const note = `Held out: ${heldOut.length} other documents of the list.`;
  return { corpus: taken, split: { docs: taken.docs, heldOut, note } };
}

/**
 * Which documents are trained on and which are held out. Where the runs of one seed or two leave
 * enough of the list unreached, some of those are held out, and the training is the same as without;
 * else a tenth of the list is put aside first.
 * @param {string[]} docs
 * @param {number} seed
 * @param {number} steps
 * @param {number} [other] the second seed
 * @returns {Split}
 */
export function holdOut(docs, seed, steps, other = seed) {
  const order = shuffled(docs, seed);
  const reached = new Set([...order.slice(0, steps), ...shuffled(docs, other).slice(0, steps)]);
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
 * @param {Split} [split]
 */
export function makePlan(settings, corpus, split) {
  const { seed, steps, n_embd, learning_rate, optimiser } = settings;
  const { docs, heldOut, note } = split ?? holdOut(corpus.docs, seed, steps);
  const levels = baselines(corpus.docs, BLOCK);
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
    window: steps > LONG ? LONG_WINDOW : WINDOW,
  };
  return {
    options,
    note,
    parameters: parametersOf(n_embd, corpus),
    levels,
    // where all of the list is met again and again, the loss may fall below all counting
    low: levels.bigram > 2 && steps <= docs.length ? 1 : 0,
  };
}
