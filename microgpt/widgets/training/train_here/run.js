/**
 * One run and all that is known of it: the losses so far, and copies of the weights to look back
 * at. Draws nothing.
 */

import { GPT } from "../../engine/gpt.js";
import { Training } from "../../engine/train.js";
import { startTrainer } from "../../engine/trainer.js";

export const SLOW = 4; // rounds per second that an eye can follow

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("../../engine/train.js").Step} Step */
/** @typedef {{ step: number, weights: Float64Array }} Kept */

/**
 * A run to start, pause, step and rewind. Nothing is trained before it is asked for. `onChange` is
 * called when something is new; what is new stands in the object.
 *
 * `kept` are copies of the weights, one every `keepEvery` rounds; `latest` is the copy after the
 * last round that is known (while it runs at full speed: the latest of `kept`).
 */
export class Run {
  /** @type {ReturnType<typeof startTrainer> | null} */ #trainer = null;
  #begin;
  #first;
  #onChange;
  losses = /** @type {number[]} */ ([]);
  means = /** @type {number[]} */ ([]);
  heldOut = /** @type {number[]} */ ([]);
  kept = /** @type {Kept[]} */ ([]);
  slow = false;
  running = false;
  problem = "";
  diverged = false;
  #total = 0; // of the losses that the running mean is made of
  #life = 0; // counts the rewinds: what was asked for before one is not taken after it

  /**
   * @param {Plan} plan
   * @param {() => void} onChange
   */
  constructor({ options }, onChange) {
    // the same documents, weights and random numbers as in the worker; never stepped here
    this.#begin = new Training(options);
    this.#first = { step: 0, weights: this.#begin.model.weights };
    this.#onChange = onChange;
    this.options = options;
    this.tokenizer = this.#begin.tokenizer;
    this.random = this.#begin.snapshot().random;
    this.order = this.#begin.docs;
    this.latest = /** @type {Kept} */ (this.#first);
    this.#clear();
  }

  /** As it was before its first round. */
  #clear() {
    this.losses = [];
    this.means = [];
    this.heldOut = [];
    this.kept = [this.#first];
    this.latest = this.#first;
    this.running = false;
    this.problem = "";
    this.diverged = false;
    this.#total = 0;
  }

  get step() {
    return this.losses.length;
  }

  get done() {
    return this.step >= this.options.steps;
  }

  /** The document of the last round. */
  get document() {
    return this.order[(this.step - 1) % this.order.length] ?? "";
  }

  /** A model with the weights of a copy. @param {Kept} copy */
  modelOf(copy) {
    return new GPT(this.options.config, this.tokenizer.size, copy.weights);
  }

  go() {
    if (this.done || this.diverged) return;
    this.running = true;
    this.#open().run(this.slow ? SLOW : null);
    this.#onChange();
  }

  pause() {
    this.running = false;
    this.#trainer?.pause();
    this.#ask();
    this.#onChange();
  }

  one() {
    if (this.done || this.diverged) return;
    this.running = false;
    this.#open().step(); // the weights are asked for when it has been done
  }

  /** @param {boolean} slow */
  pace(slow) {
    this.slow = slow;
    if (this.running) this.go();
  }

  rewind() {
    this.#life++;
    this.#trainer?.rewind();
    this.#clear();
    this.#onChange();
  }

  stop() {
    this.#life++;
    this.running = false;
    this.#trainer?.stop();
    this.#trainer = null;
  }

  #open() {
    this.#trainer ??= startTrainer({
      ...this.options,
      onRecords: (records) => this.#take(records),
      onDone: () => {
        this.running = false;
        this.#ask();
        this.#onChange();
      },
      onError: (message) => this.#fail(`The training stopped: ${message}`),
    });
    return this.#trainer;
  }

  /** The weights after the last round, where no copy of them came along. */
  #ask() {
    const asked = this.#life;
    this.#trainer?.weights().then((weights) => {
      if (asked !== this.#life) return;
      this.#keep({ step: this.step, weights });
      this.#onChange();
    });
  }

  /** @param {Kept} copy */
  #keep(copy) {
    if (copy.step <= this.latest.step || !copy.weights.every(Number.isFinite)) return;
    this.latest = copy;
    if (copy.step % this.options.keepEvery === 0) this.kept.push(copy);
  }

  /** @param {Step[]} records */
  #take(records) {
    const last = records.findIndex(({ loss }) => !Number.isFinite(loss));
    records.slice(0, last < 0 ? undefined : last).forEach((record) => this.#add(record));
    if (last >= 0) {
      this.diverged = true;
      const where = `after round ${records[last].step - 1}`;
      const why = `the learning rate ${this.options.learningRate} is too large`;
      this.problem =
        `The loss is no longer a number ${where}: ${why}. ` +
        "Choose a smaller one and train again.";
      this.running = false;
    }
    if (this.slow || !this.running) this.#ask();
    this.#onChange();
  }

  /** @param {Step} record */
  #add({ step, loss, heldOut, weights }) {
    this.losses.push(loss);
    const { window } = this.options;
    this.#total += loss - (this.losses[step - 1 - window] ?? 0);
    this.means.push(this.#total / Math.min(step, window));
    const before = this.heldOut[step - 2] ?? NaN; // the one measured last
    this.heldOut.push(Number.isFinite(heldOut) ? Number(heldOut) : before);
    if (weights) this.#keep({ step, weights });
  }

  /** @param {string} problem */
  #fail(problem) {
    this.running = false;
    this.problem = problem;
    this.#onChange();
  }
}

/**
 * What can be shown of a run: the copies kept, and the latest one.
 * @param {{ kept: Kept[], latest: Kept }} run
 * @returns {Kept[]}
 */
export function stops({ kept, latest }) {
  return kept[kept.length - 1] === latest ? kept : [...kept, latest];
}
