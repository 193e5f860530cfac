/** The reader's own runs: the whole model and some without a part, with the same seeds. */

import { names } from "../../data/names.js";
import { startRuns } from "../../engine/runs.js";
import { everyTenth } from "../../engine/split.js";

/** @typedef {import("../ablation.js").Results} Results */
/** @typedef {import("../ablation.js").State} State */

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

  /** @param {Pick<State, "without" | "seeds" | "rounds">} state */
  start({ without, seeds, rounds }) {
    this.stop();
    const variants = /** @type {const} */ (["whole", ...without]);
    const plan = Array.from({ length: seeds }, (_, i) =>
      variants.map((name) => ({ name, i })),
    ).flat();
    const losses = Object.fromEntries(
      variants.map((name) => [name, /** @type {(number | null)[]} */ (Array(seeds).fill(null))]),
    );
    const tell = () => this.#on.onResults({ rounds, losses: structuredClone(losses) });
    this.total = plan.length;
    this.finished = 0;
    this.share = 0;
    this.problem = "";
    tell();
    this.#runs = startRuns({
      ...everyTenth(names.split(" ")),
      runs: plan.map(({ name, i }) => ({
        without: name === "whole" ? null : name,
        seed: FIRST_SEED + i,
        steps: rounds,
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
