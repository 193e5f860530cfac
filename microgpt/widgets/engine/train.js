/**
 * Training in JavaScript: the same draws, losses and adjustments as `microgpt/training.py` and
 * `microgpt/optim.py`.
 */

import { GPT, lossOf } from "./gpt.js";
import { Gradient } from "./gradient.js";
import { initialise } from "./parameters.js";
import { Random } from "./random.js";
import { Tokenizer } from "./tokenizer.js";

/** @typedef {import("./gpt.js").Part} Part */
/** @typedef {import("./parameters.js").Config} Config */
/**
 * @typedef {{ step: number, loss: number, lr: number, heldOut?: number,
 *   weights?: Float64Array }} Step
 *   as in Python; `heldOut`, and a copy of the `weights` after it, where they were asked for
 */
/** @typedef {{ state: Uint32Array, index: number, nextGauss: number | null }} RandomState */
/**
 * @typedef {{ steps: number, weights: Float64Array, m: Float64Array, v: Float64Array,
 *   random: RandomState }} Snapshot
 */

/**
 * What a run is made of. `docs` are shuffled by the seed and taken one for each step, from the
 * front again after the last; `steps` is how many the learning rate needs to fall from
 * `learningRate` to 0; without `decay` it stays. `beta1` is how much of its average of gradients Adam
 * keeps. `heldOut` documents are never trained on. `without` is a part that the model lacks. With
 * `from` the run goes on from a trained model, its symbols and its weights, and takes the documents
 * in the order in which they are given.
 * @typedef {{ docs: string[], heldOut?: string[], seed?: number, config?: Config, steps?: number,
 *   optimiser?: "adam" | "sgd", learningRate?: number, decay?: boolean, beta1?: number,
 *   without?: Part | null, from?: Trained | null }} TrainingOptions
 */
/** @typedef {{ chars: string, weights: Float64Array }} Trained */

const CONFIG = { n_layer: 1, n_embd: 16, n_head: 4, block_size: 16 };
const LEARNING_RATE = { adam: 0.01, sgd: 0.1 };
const BETA1 = 0.85;

/**
 * Every character of the documents once, in the order of their code points.
 * @param {string[]} docs
 */
function characters(docs) {
  const chars = /** @type {Set<string>} */ (new Set());
  for (const doc of docs) for (const char of doc) chars.add(char);
  const code = (/** @type {string} */ char) => char.codePointAt(0) ?? 0;
  return [...chars].sort((a, b) => code(a) - code(b));
}

/**
 * One run: the documents shuffled, the weights drawn, and as many steps as are asked for.
 * Everything follows from the options. `model` shares the weights that the steps change; `random`
 * is the generator as the start left it, from which Python's runs draw their samples at the end.
 *
 *     const training = new Training({ docs: ["emma", "ava"], steps: 20 });
 *     while (!training.done) console.log(training.step().loss);
 */
export class Training {
  /** @param {TrainingOptions} options */
  constructor({
    docs,
    heldOut = [],
    seed = 42,
    config = CONFIG,
    steps = 1000,
    optimiser = "adam",
    learningRate = LEARNING_RATE[optimiser],
    decay = true,
    beta1 = BETA1,
    without = null,
    from = null,
  }) {
    if (docs.length === 0) throw new Error("There is no document to train on.");
    if (!(Number.isInteger(steps) && steps > 0))
      throw new Error(`The number of steps is a whole number above 0, not ${steps}.`);
    if (!(optimiser in LEARNING_RATE))
      throw new Error(`The optimiser is "adam" or "sgd", not ${JSON.stringify(optimiser)}.`);
    if (!Number.isFinite(learningRate))
      throw new Error(`The learning rate is a number, not ${learningRate}.`);
    for (const [name, size] of Object.entries(config)) {
      if (!(Number.isInteger(size) && size > 0))
        throw new Error(`${name} is a whole number above 0, not ${size}.`);
    }
    const chars = from ? [...from.chars] : characters([...docs, ...heldOut]);
    if (chars.length === 0) throw new Error("There is no character to learn from.");
    this.random = new Random(seed);
    this.docs = docs.slice();
    if (!from) this.random.shuffle(this.docs);
    this.tokenizer = new Tokenizer(chars);
    const { size } = this.tokenizer;
    const weights = from ? from.weights.slice() : initialise(this.random, config, size);
    this.model = new GPT(config, size, weights, without);
    this.gradient = new Gradient(this.model);
    this.heldOut = heldOut;
    this.steps = steps;
    this.optimiser = optimiser;
    this.learningRate = learningRate;
    this.decay = decay;
    this.beta1 = beta1;
    this.stepsDone = 0;
    /** Adam's running averages: of the gradient, and of its square. */
    this.m = new Float64Array(this.model.weights.length);
    this.v = new Float64Array(this.model.weights.length);
  }

  /** Are all steps done? */
  get done() {
    return this.stepsDone >= this.steps;
  }

  /**
   * One document: predict, trace the blame, adjust. The loss is that before the adjustment.
   * @returns {Step}
   */
  step() {
    if (this.done) throw new Error(`All ${this.steps} steps are done.`);
    const lr = this.rate();
    const loss = this.gradient.of(
      this.tokenizer.encode(this.docs[this.stepsDone % this.docs.length]),
    );
    this.stepsDone++;
    this.adjust(lr);
    return { step: this.stepsDone, loss, lr };
  }

  /** The learning rate of the next step. */
  rate() {
    return this.decay ? this.learningRate * (1 - this.stepsDone / this.steps) : this.learningRate;
  }

  /** Every weight moves, against its gradient. @param {number} lr */
  adjust(lr) {
    if (this.optimiser === "adam") this.adam(lr);
    else this.sgd(lr);
  }

  /**
   * @param {number} lr
   * @param {number} beta1
   * @param {number} beta2
   * @param {number} eps
   */
  adam(lr, beta1 = this.beta1, beta2 = 0.99, eps = 1e-8) {
    const { m, v } = this;
    const { weights } = this.model;
    const { grads } = this.gradient;
    const new1 = 1 - beta1;
    const new2 = 1 - beta2;
    const correction1 = 1 - beta1 ** this.stepsDone;
    const correction2 = 1 - beta2 ** this.stepsDone; // the averages began at 0
    for (let i = 0; i < weights.length; i++) {
      const g = grads[i];
      m[i] = beta1 * m[i] + new1 * g;
      v[i] = beta2 * v[i] + new2 * (g * g);
      weights[i] -= (lr * (m[i] / correction1)) / (Math.sqrt(v[i] / correction2) + eps);
    }
  }

  /** @param {number} lr */
  sgd(lr) {
    const { weights } = this.model;
    const { grads } = this.gradient;
    for (let i = 0; i < weights.length; i++) weights[i] -= lr * grads[i];
  }

  /**
   * The mean surprise at the documents held out, in nats per token, every token counted alike; NaN
   * when there are none.
   * @returns {number}
   */
  heldOutLoss() {
    const measuring = this.measure();
    let state = measuring.next();
    while (!state.done) state = measuring.next();
    return state.value;
  }

  /**
   * The same, document by document: after each it yields, so that something else may have its turn.
   * @returns {Generator<void, number, void>}
   */
  *measure() {
    let sum = 0;
    let count = 0;
    for (const doc of this.heldOut) {
      const tokens = this.tokenizer.encode(doc);
      const n = Math.min(this.model.config.block_size, tokens.length - 1);
      sum += n * lossOf(this.model, tokens);
      count += n;
      yield;
    }
    return sum / count;
  }

  /** All that changes in a run, to go back to. @returns {Snapshot} */
  snapshot() {
    const { state, index, nextGauss } = this.random;
    return {
      steps: this.stepsDone,
      weights: this.model.weights.slice(),
      m: this.m.slice(),
      v: this.v.slice(),
      random: { state: state.slice(), index, nextGauss },
    };
  }

  /** Back to a snapshot of this run; `model` stays the same object. @param {Snapshot} snapshot */
  restore({ steps, weights, m, v, random }) {
    this.model.weights.set(weights);
    this.m.set(m);
    this.v.set(v);
    this.random.state.set(random.state);
    Object.assign(this.random, { index: random.index, nextGauss: random.nextGauss });
    this.stepsDone = steps;
  }
}
