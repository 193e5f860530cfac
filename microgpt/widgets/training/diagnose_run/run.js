/** The run of a case, done in short slices so that the page stays free, and what is kept of it. */

import { names } from "../../data/names.js";
import { baselines } from "../../engine/baselines.js";
import { FaultyTraining } from "../../engine/faulty.js";
import { sample } from "../../engine/sampling.js";

/** @typedef {import("../../engine/faulty.js").Fault} Fault */
/** @typedef {import("../../engine/faulty.js").Record} Record */
/** @typedef {{ uniform: number, unigram: number, bigram: number }} Levels */
/**
 * `rows`: the mean of the last ten rounds, at a few rounds; `last`: the mean loss of the last
 * hundred.
 * @typedef {{ round: number, loss: number, gradient: number, move: number }} Row
 * @typedef {{ losses: number[], rows: Row[], last: number, samples: string[], levels: Levels }} Log
 */

export const ROUNDS = 1000;
export const LOGGED = [1, 10, 20, 50, 200, 500, 1000];
const MEAN_OF = 10;
const LAST = 100;
const SAMPLES = 5;
const SLICE = 10; // ms of rounds before the page has its turn
const BLOCK = 16;

const docs = names.split(" ");
let levels = /** @type {Levels | null} */ (null);

/** What a model comes to that knows less: counted once. */
export function levelsOfNames() {
  levels ??= baselines(docs, BLOCK);
  return levels;
}

/**
 * @param {Record[]} records
 * @param {"loss" | "gradient" | "move"} key
 */
const meanOf = (records, key) => records.reduce((sum, one) => sum + one[key], 0) / records.length;

/**
 * @param {Record[]} records of all rounds
 * @param {string[]} samples
 * @returns {Log}
 */
function logOf(records, samples) {
  const rows = LOGGED.map((round) => {
    const some = records.slice(round === 1 ? 0 : round - MEAN_OF, round);
    const [loss, gradient, move] = /** @type {const} */ (["loss", "gradient", "move"]).map((key) =>
      meanOf(some, key),
    );
    return { round, loss, gradient, move };
  });
  return {
    losses: records.map(({ loss }) => loss),
    rows,
    last: meanOf(records.slice(-LAST), "loss"),
    samples,
    levels: levelsOfNames(),
  };
}

/**
 * Round by round; the log comes at the end.
 * @param {Fault} fault
 * @param {number} seed
 * @returns {Generator<number, Log>}
 */
function* rounds(fault, seed) {
  const training = new FaultyTraining(fault, { docs, seed, steps: ROUNDS });
  const records = /** @type {Record[]} */ ([]);
  while (!training.done) {
    records.push(training.step());
    yield training.stepsDone;
  }
  const { model, tokenizer, random } = training;
  const samples = Array.from({ length: SAMPLES }, () => sample(model, tokenizer, random));
  return logOf(records, samples);
}

/**
 * The whole run at once.
 * @param {Fault} fault
 * @param {number} seed
 */
export function runAtOnce(fault, seed) {
  const all = rounds(fault, seed);
  let next = all.next();
  while (!next.done) next = all.next();
  return next.value;
}

/**
 * The same in slices. `onRound` hears after each slice how far it is; nothing is heard after `stop`.
 * @param {Fault} fault
 * @param {number} seed
 * @param {{ onRound: (round: number) => void, onLog: (log: Log) => void }} on
 */
export function startRun(fault, seed, { onRound, onLog }) {
  const all = rounds(fault, seed);
  let timer = setTimeout(slice);
  function slice() {
    const until = performance.now() + SLICE;
    let next = all.next();
    while (!next.done && performance.now() < until) next = all.next();
    if (next.done) return onLog(next.value);
    timer = setTimeout(slice);
    onRound(next.value);
  }
  return { stop: () => clearTimeout(timer) };
}
