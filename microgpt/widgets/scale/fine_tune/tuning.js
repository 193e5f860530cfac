/** One run of fine-tuning, and what is measured on its way. Draws nothing. */

import { measure, planOf } from "../../engine/finetune.js";
import { startTrainer } from "../../engine/trainer.js";

const MEASUREMENTS = 25; // of a run, beside the one before it

/** @typedef {import("../../engine/finetune.js").Losses} Losses */
/** @typedef {import("../../engine/finetune.js").Plan} Plan */
/** @typedef {ReturnType<typeof startTrainer>} Trainer */
/** @typedef {{ step: number, losses: Losses, weights: Float64Array }} Measured */

/**
 * A run to start and to stop; it always begins with the trained weights. `measured` has what was
 * measured, from step 0 on. `onChange` is called when something is new, `onEnd` when a run ends.
 */
export class Tuning {
  /** @type {Trainer | null} */ #trainer = null;
  #on;
  plan = /** @type {Plan} */ (/** @type {unknown} */ (null));
  measured = /** @type {Measured[]} */ ([]);
  running = false;
  problem = "";

  /** @param {{ onChange: () => void, onEnd: () => void }} on */
  constructor(on) {
    this.#on = on;
  }

  /**
   * What the next start trains; nothing runs yet.
   * @param {string[]} names
   * @param {Parameters<typeof planOf>[1]} choices
   */
  begin(names, choices) {
    this.stop();
    this.plan = planOf(names, choices);
    this.#clear();
  }

  #clear() {
    const { weights } = this.plan.options.from;
    this.measured = [{ step: 0, losses: measure(this.plan, weights), weights }];
    this.problem = "";
  }

  get first() {
    return this.measured[0];
  }

  get last() {
    return this.measured[this.measured.length - 1];
  }

  get steps() {
    return this.plan.options.steps;
  }

  get done() {
    return this.last.step === this.steps;
  }

  start() {
    this.stop();
    this.#clear();
    this.running = true;
    const every = Math.ceil(this.steps / MEASUREMENTS);
    /** @type {Trainer} */
    const trainer = startTrainer({
      ...this.plan.options,
      onRecords: (records) => {
        const { step, loss } = records[records.length - 1];
        if (!Number.isFinite(loss)) this.#end("The loss is no longer a number: take a lower rate.");
        else if (step % every === 0 || step === this.steps) this.#look(trainer, step, every);
      },
      onError: (message) => this.#end(`The training stopped: ${message}`),
    });
    this.#trainer = trainer;
    trainer.step(every);
    this.#on.onChange();
  }

  /**
   * Measures, and goes on: so the training never runs away from what the page can show.
   * @param {Trainer} trainer
   * @param {number} step
   * @param {number} every
   */
  async #look(trainer, step, every) {
    const weights = await trainer.weights();
    if (trainer !== this.#trainer) return; // stopped meanwhile
    if (!weights.every(Number.isFinite)) return this.#end("The weights are no longer numbers.");
    this.measured.push({ step, losses: measure(this.plan, weights), weights });
    if (step === this.steps) return this.#end();
    trainer.step(every);
    this.#on.onChange();
  }

  /** @param {string} [problem] */
  #end(problem = "") {
    this.problem = problem;
    this.stop();
    this.#on.onChange();
    this.#on.onEnd();
  }

  /** At once; what was measured stays. */
  stop() {
    this.running = false;
    this.#trainer?.stop();
    this.#trainer = null;
  }
}
