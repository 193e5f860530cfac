/** Runs of the real model from one start: by Adam, and by SGD at rates of the reader's choice. */

import { names } from "../../data/names.js";
import { startTrainer } from "../../engine/trainer.js";

/** @typedef {import("../../engine/train.js").Step} Step */
/** @typedef {ReturnType<typeof startTrainer>} Trainer */
/**
 * `bad`: the round at which the loss was no longer a number; 0: none.
 * @typedef {{ optimiser: "sgd" | "adam", rate: number, losses: number[], bad: number }} Run
 */

export const ROUNDS = 300; // the first ones
const SCHEDULE = 1000; // rounds in which the rate falls to 0, as in the program
export const ADAM_RATE = 0.01;

export class ModelRuns {
  #onChange;
  #onEnd;
  #trainers = /** @type {Set<Trainer>} */ (new Set());
  #seed = NaN;
  all = /** @type {Run[]} */ ([]);
  problem = "";

  /** @param {{ onChange: () => void, onEnd: () => void }} on */
  constructor({ onChange, onEnd }) {
    this.#onChange = onChange;
    this.#onEnd = onEnd;
  }

  get running() {
    return this.#trainers.size > 0;
  }

  /** @param {"sgd" | "adam"} optimiser @param {number} rate */
  find(optimiser, rate) {
    return this.all.find((run) => run.optimiser === optimiser && run.rate === rate);
  }

  /** Both at once; what has been run with this seed is not run again. @param {number} seed @param {number} rate */
  start(seed, rate) {
    this.stop();
    if (seed !== this.#seed) this.all = [];
    this.#seed = seed;
    this.problem = "";
    this.all = this.all.filter(finished);
    this.#open("adam", ADAM_RATE);
    this.#open("sgd", rate);
    this.#onChange();
    if (!this.running) this.#onEnd();
  }

  /** @param {Run["optimiser"]} optimiser @param {number} rate */
  #open(optimiser, rate) {
    if (this.find(optimiser, rate)) return;
    const run = { optimiser, rate, losses: /** @type {number[]} */ ([]), bad: 0 };
    this.all.push(run);
    /** @type {Trainer} */
    const trainer = startTrainer({
      docs: names.split(" "),
      seed: this.#seed,
      steps: SCHEDULE,
      optimiser,
      learningRate: rate,
      onRecords: (records) => {
        take(run, records);
        if (finished(run)) this.#close(trainer);
        this.#onChange();
        if (!this.running) this.#onEnd();
      },
      onError: (message) => {
        this.problem = `The training stopped: ${message}`;
        this.stop();
      },
    });
    this.#trainers.add(trainer);
    trainer.step(ROUNDS);
  }

  /** @param {Trainer} trainer */
  #close(trainer) {
    trainer.stop();
    this.#trainers.delete(trainer);
  }

  /** At once; what has been run stays. */
  stop() {
    for (const trainer of this.#trainers) this.#close(trainer);
    this.#onChange();
  }

  /** As if nothing had been run. */
  clear() {
    this.all = [];
    this.problem = "";
    this.stop();
  }
}

/** @param {Run} run @param {Step[]} records */
function take(run, records) {
  for (const { step, loss } of records) {
    if (run.bad) return;
    if (Number.isFinite(loss)) run.losses.push(loss);
    else run.bad = step;
  }
}

/** @param {Run} run */
export const finished = (run) => run.bad > 0 || run.losses.length >= ROUNDS;
