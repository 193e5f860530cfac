/** Fine-tuning: what a trained model goes on training on, and what is measured, as in `microgpt/finetune.py`. */

import { run } from "../data/course_run.js";
import { namesInOrder, trainedModel } from "./canonical.js";
import { mean, spread } from "./evidence.js";
import { GPT, lossOf } from "./gpt.js";
import { Random } from "./random.js";
import { everyNth } from "./split.js";
import { Tokenizer } from "./tokenizer.js";

const FIFTH = 5;
const NEVER_SEEN = 100;

/** @typedef {"trained" | "heldBack" | "general"} What */
/** @typedef {Record<What, number[]>} Losses  of each name, in nats per token */
/**
 * @typedef {{ before: number, after: number, difference: number, error: number, count: number }} Change
 *   of so many names; of one alone there is no error: it is 0
 */
/** @typedef {ReturnType<typeof planOf>} Plan */

/** The names to train on, and those held back: every fifth one. @param {string[]} names */
export function holdBack(names) {
  const { docs: trained, heldOut: heldBack } = everyNth(names, FIFTH);
  return { trained, heldBack };
}

/**
 * The name of each step: `mix` percent of them old ones, evenly spread; each list in an order that
 * the seed draws.
 * @param {string[]} own
 * @param {string[]} old
 * @param {{ steps: number, mix: number, seed: number }} choices
 */
function documents(own, old, { steps, mix, seed }) {
  const random = new Random(seed);
  const lists = [own.slice(), old.slice()];
  for (const list of lists) random.shuffle(list);
  return Array.from({ length: steps }, (_, step) => {
    const used = Math.floor((mix * step) / 100); // old names so far
    const isOld = Math.floor((mix * (step + 1)) / 100) > used;
    return isOld ? lists[1][used % old.length] : lists[0][(step - used) % own.length];
  });
}

/**
 * A run from the course's trained model on: the names measured, and the options of the training.
 * @param {string[]} names the reader's list
 * @param {{ steps: number, learning_rate: number, mix: number, seed: number }} choices
 */
export function planOf(names, choices) {
  const { model, tokenizer } = trainedModel();
  const order = namesInOrder();
  const own = new Set(names);
  const { trained, heldBack } = holdBack(names);
  const never = order.slice(run.steps).filter((name) => !own.has(name));
  return {
    measured: { trained, heldBack, general: never.slice(0, NEVER_SEEN) },
    options: {
      docs: documents(trained, order.slice(0, run.steps), choices),
      steps: choices.steps,
      learningRate: choices.learning_rate,
      config: model.config,
      from: { chars: tokenizer.chars.join(""), weights: model.weights },
    },
  };
}

/**
 * The loss of every name with these weights.
 * @param {Plan} plan
 * @param {Float64Array} weights
 * @returns {Losses}
 */
export function measure({ measured, options }, weights) {
  const tokenizer = new Tokenizer(options.from.chars);
  const model = new GPT(options.config, tokenizer.size, weights);
  const losses = (/** @type {string[]} */ names) =>
    names.map((name) => lossOf(model, tokenizer.encode(name)));
  return {
    trained: losses(measured.trained),
    heldBack: losses(measured.heldBack),
    general: losses(measured.general),
  };
}

/**
 * The mean loss of some names before and after, and how far the difference may be off, measured on
 * so few.
 * @param {number[]} before
 * @param {number[]} after
 * @returns {Change}
 */
export function changeOf(before, after) {
  const differences = after.map((loss, i) => loss - before[i]);
  return {
    before: mean(before),
    after: mean(after),
    difference: mean(differences),
    error: spread(differences) / Math.sqrt(differences.length),
    count: differences.length,
  };
}
