/** Several models trained with the same seeds, to be compared: runs that are started and stopped. */

import { names } from "../data/names.js";
import { count } from "../kit/format.js";
import { startRuns } from "./runs.js";
import { everyNth } from "./split.js";

/** @typedef {Partial<import("./train.js").TrainingOptions>} Options */
/**
 * What the runs came to: for each model a loss for each seed, null where a run is not finished.
 * @typedef {{ rounds: number, losses: { [name: string]: (number | null)[] } }} Results
 */

const FIRST_SEED = 1;

export class Experiment {
  #on;
  #runs = /** @type {ReturnType<typeof startRuns> | null} */ (null);
  total = 0; // runs
  finished = 0;
  share = 0; // of all steps, from 0 to 1
  problem = "";

  /**
   * @param {{ onResults: (results: Results) => void, onChange: () => void, onEnd: () => void }} on
   *   onResults hears of a copy of all results, after each run; onEnd when no run is left
   */
  constructor(on) {
    this.#on = on;
  }

  get running() {
    return this.#runs !== null;
  }

  /**
   * Trains each model once for each seed, on the names that are not held out.
   * @param {{ models: { [name: string]: (seed: number) => Options }, seeds: number,
   *   rounds: number }} plan
   *   models: the options of each one's run with a seed
   */
  start({ models, seeds, rounds }) {
    this.stop();
    const all = Object.keys(models);
    const plan = Array.from({ length: seeds }, (_, i) => all.map((name) => ({ name, i }))).flat();
    const losses = Object.fromEntries(
      all.map((name) => [name, /** @type {(number | null)[]} */ (Array(seeds).fill(null))]),
    );
    const tell = () => this.#on.onResults({ rounds, losses: structuredClone(losses) });
    this.total = plan.length;
    this.finished = 0;
    this.share = 0;
    this.problem = "";
    tell();
    this.#runs = startRuns({
      ...everyNth(names.split(" ")),
      runs: plan.map(({ name, i }) => ({
        seed: FIRST_SEED + i,
        steps: rounds,
        ...models[name](FIRST_SEED + i),
      })),
      onProgress: (steps) => {
        this.share = steps / (rounds * this.total);
        this.#on.onChange();
      },
      onResult: (index, loss) => {
        const { name, i } = plan[index];
        losses[name][i] = loss;
        this.finished++;
        tell();
      },
      onDone: () => this.#end(),
      onError: (message) => {
        this.problem = message;
        this.#end();
      },
    });
    this.#on.onChange();
  }

  /** At once; what is finished stays. */
  stop() {
    if (!this.#runs) return;
    this.#runs.stop();
    this.#end();
  }

  /** As if nothing had been run. */
  clear() {
    this.stop();
    this.total = this.finished = 0;
    this.problem = "";
    this.#on.onChange();
  }

  #end() {
    this.#runs = null;
    this.#on.onChange();
    this.#on.onEnd();
  }
}

/**
 * How the runs stand, in words.
 * @param {{ running: boolean, total: number, finished: number, share: number, problem: string }} run
 */
export function statusWords({ running, total, finished, share, problem }) {
  if (problem) return problem;
  if (running)
    return `${finished} of ${count(total, "run")} finished; ${Math.floor(100 * share)} %.`;
  if (finished < total) return `Stopped after ${finished} of ${count(total, "run")}.`;
  return total ? `All ${count(total, "run")} finished.` : "";
}
