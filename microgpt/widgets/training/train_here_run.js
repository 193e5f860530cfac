/**
 * One run and all that is known of it: the losses so far, and copies of the weights to look back
 * at. Draws nothing.
 */

import { GPT } from "../engine/gpt.js";
import { Training } from "../engine/train.js";
import { startTrainer } from "../engine/trainer.js";

export const WINDOW = 50; // steps of the running mean
export const SLOW = 4; // steps per second that an eye can follow

/** @typedef {import("./train_here_plan.js").Plan} Plan */
/** @typedef {{ step: number, weights: Float64Array }} Kept */

/**
 * A run to start, pause, step and rewind. Nothing is trained before it is asked for. `onChange` is
 * called when something is new; what is new stands in the object.
 *
 * `kept` are copies of the weights, one every `keepEvery` steps; `latest` is the copy after the
 * last step that is known (while it runs at full speed: the latest of `kept`).
 * @param {Plan} plan
 * @param {() => void} onChange
 */
export function makeRun({ options }, onChange) {
  // the same documents, weights and random numbers as in the worker; never stepped here
  const begin = new Training(options);
  const first = { step: 0, weights: begin.model.weights };
  /** @type {ReturnType<typeof startTrainer> | null} */ let trainer = null;
  let total = 0;
  let life = 0;

  const run = {
    options,
    tokenizer: begin.tokenizer,
    random: begin.snapshot().random,
    order: begin.docs,
    losses: /** @type {number[]} */ ([]),
    means: /** @type {number[]} */ ([]),
    heldOut: /** @type {number[]} */ ([]),
    kept: /** @type {Kept[]} */ ([first]),
    latest: first,
    running: false,
    slow: false,
    problem: "",
    diverged: false,
    get step() {
      return run.losses.length;
    },
    get done() {
      return run.step >= options.steps;
    },
    /** The document of the last step. */
    get document() {
      return begin.docs[(run.step - 1) % begin.docs.length] ?? "";
    },
    /** A model with the weights of a copy. @param {Kept} copy */
    modelOf: (copy) => new GPT(options.config, begin.tokenizer.size, copy.weights),

    go() {
      if (run.done || run.diverged) return;
      run.running = true;
      open().run(run.slow ? SLOW : null);
      onChange();
    },
    pause() {
      run.running = false;
      trainer?.pause();
      ask();
      onChange();
    },
    one() {
      if (run.done || run.diverged) return;
      run.running = false;
      open().step(); // the weights are asked for when it has been done
    },
    /** @param {boolean} slow */
    pace(slow) {
      run.slow = slow;
      if (run.running) run.go();
    },
    rewind() {
      life++;
      trainer?.rewind();
      [run.losses, run.means, run.heldOut, run.kept, run.latest, total] = [
        [],
        [],
        [],
        [first],
        first,
        0,
      ];
      Object.assign(run, { running: false, problem: "", diverged: false });
      onChange();
    },
    stop() {
      life++;
      run.running = false;
      trainer?.stop();
      trainer = null;
    },
  };

  function open() {
    trainer ??= startTrainer({
      ...options,
      onRecords: take,
      onDone: () => {
        run.running = false;
        ask();
        onChange();
      },
      onError: fail,
    });
    return trainer;
  }

  /** The weights after the last step, where no copy of them came along. */
  function ask() {
    const asked = life;
    trainer?.weights().then((weights) => {
      if (asked === life) keep({ step: run.step, weights });
      if (asked === life) onChange();
    });
  }

  /** @param {Kept} copy */
  function keep(copy) {
    if (copy.step <= run.latest.step || !copy.weights.every(Number.isFinite)) return;
    run.latest = copy;
    if (copy.step % options.keepEvery === 0) run.kept.push(copy);
  }

  /** @param {import("../engine/train.js").Step[]} records */
  function take(records) {
    for (const { step, loss, heldOut, weights } of records) {
      if (!Number.isFinite(loss)) {
        run.running = false;
        run.diverged = true;
        run.problem = `The loss is no longer a number after step ${step - 1}: the learning rate ${options.learningRate} is too large. Choose a smaller one and train again.`;
        break;
      }
      run.losses.push(loss);
      total += loss - (run.losses[step - 1 - WINDOW] ?? 0);
      run.means.push(total / Math.min(step, WINDOW));
      // the one measured last
      run.heldOut.push(Number.isFinite(heldOut) ? Number(heldOut) : (run.heldOut[step - 2] ?? NaN));
      if (weights) keep({ step, weights });
    }
    if (run.slow || !run.running) ask();
    onChange();
  }

  /** @param {string} message */
  function fail(message) {
    run.running = false;
    run.problem = `The training stopped: ${message}`;
    onChange();
  }
  return run;
}

/**
 * What can be shown of a run: the copies kept, and the latest one.
 * @param {{ kept: Kept[], latest: Kept }} run
 * @returns {Kept[]}
 */
export function stops({ kept, latest }) {
  return kept[kept.length - 1] === latest ? kept : [...kept, latest];
}
