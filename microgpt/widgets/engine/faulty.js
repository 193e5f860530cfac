/**
 * Training with one fault in it, made of the pieces of the right one: what a mistake in a line of the
 * loop, or in a setting, does to a run.
 */

import { Random } from "./random.js";
import { Training } from "./train.js";

/** @typedef {typeof FAULTS[number]} Fault */
/**
 * `gradient` and `move` are the lengths of the gradient and of the step: the roots of the sums of
 * all squares.
 * @typedef {{ step: number, loss: number, lr: number, gradient: number, move: number }} Record
 */

export const FAULTS = /** @type {const} */ ([
  "none",
  "large",
  "small",
  "grads",
  "targets",
  "sign",
  "decay",
]);

/** @type {{ [fault: string]: Partial<import("./train.js").TrainingOptions> }} */
const SETTINGS = {
  large: { learningRate: 0.1 }, // ten times too large
  small: { learningRate: 0.0002 }, // fifty times too small
  decay: { decay: false },
};

/** @param {Float64Array} numbers */
function length(numbers) {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] * numbers[i];
  return Math.sqrt(sum);
}

/**
 * A run with a fault; "none" is a healthy one.
 *
 *     const run = new FaultyTraining("sign", { docs, steps: 1000 });
 *     while (!run.done) console.log(run.step().gradient);
 */
export class FaultyTraining extends Training {
  /**
   * @param {Fault} fault
   * @param {import("./train.js").TrainingOptions} options
   */
  constructor(fault, options) {
    super({ ...options, ...SETTINGS[fault] });
    this.fault = fault;
    this.dice = new Random(options.seed ?? 0); // for what a fault leaves to chance
    this.old = new Float64Array(this.model.weights.length); // gradients that were not set back to 0
  }

  /** @returns {Record} */
  step() {
    const lr = this.rate();
    const before = this.model.weights.slice();
    const loss = this.blame(this.tokenizer.encode(this.docs[this.stepsDone % this.docs.length]));
    const gradient = length(this.gradient.grads);
    this.stepsDone++;
    this.adjust(this.fault === "sign" ? -lr : lr);
    const move = length(this.model.weights.map((w, i) => w - before[i]));
    return { step: this.stepsDone, loss, lr, gradient, move };
  }

  /** The loss of a document, its gradient left where the right loop has it. @param {number[]} tokens */
  blame(tokens) {
    const targets = tokens.slice(1);
    if (this.fault === "targets") this.dice.shuffle(targets);
    const loss = this.gradient.of(tokens, targets);
    if (this.fault === "grads") {
      const { grads } = this.gradient;
      for (let i = 0; i < grads.length; i++) this.old[i] = grads[i] += this.old[i];
    }
    return loss;
  }
}
