/**
 * Several runs of training, shared out among the processor's cores: each core takes the next run
 * that nobody has taken yet.
 */

import { startTrainer } from "./trainer.js";

/** @typedef {import("./train.js").TrainingOptions} TrainingOptions */
/** @typedef {Omit<TrainingOptions, "docs" | "heldOut"> & { seed: number, steps: number }} Run */

/** How many runs are worth having at once. @param {number} runs */
function lanesFor(runs) {
  return Math.min(runs, Math.max(1, globalThis.navigator?.hardwareConcurrency ?? 1));
}

/**
 * Starts them all; everything happens later, and nothing after `stop`.
 *
 * `onResult` hears of each run that is finished: which it was, and its loss on the documents held
 * out. `onProgress` hears now and then how many steps are done, of all runs together. `onDone` comes
 * at the end; `onError` in its place, with a sentence, where something does not work.
 *
 *     const all = startRuns({ runs, docs, heldOut, onResult: (i, loss) => draw(i, loss) });
 *     all.stop();
 * @param {{ runs: Run[], docs: string[], heldOut: string[], lanes?: number,
 *   onResult: (index: number, loss: number) => void, onProgress?: (steps: number) => void,
 *   onDone?: () => void, onError?: (message: string) => void }} options
 */
export function startRuns({
  runs,
  docs,
  heldOut,
  lanes = lanesFor(runs.length),
  onResult,
  onProgress = () => {},
  onDone = () => {},
  onError = () => {},
}) {
  const steps = runs.map(() => 0); // done in each
  const waiting = runs.map((_, index) => index);
  const trainers = /** @type {Set<ReturnType<typeof startTrainer>>} */ (new Set());

  function stop() {
    for (const trainer of trainers) trainer.stop();
    trainers.clear();
  }

  /** @param {string} message */
  function fail(message) {
    stop();
    onError(message);
  }

  /** @param {number} index */
  const optionsOf = (index) => ({ ...runs[index], docs, heldOut, evaluateEvery: Infinity });

  /** A core, with the first run that waits. */
  function open() {
    let index = /** @type {number} */ (waiting.shift());

    /** @param {import("./train.js").Step[]} records */
    function onRecords(records) {
      const { step, loss, heldOut: result = 0 } = records[records.length - 1];
      if (!Number.isFinite(loss + result))
        return fail("The numbers of a run have grown beyond all bounds.");
      steps[index] = step;
      onProgress(steps.reduce((a, b) => a + b));
      if (step < runs[index].steps) return;
      onResult(index, result);
      if (trainers.has(trainer)) goOn(); // it may have been stopped in the meantime
    }

    function goOn() {
      const next = waiting.shift();
      if (next !== undefined) {
        index = next;
        trainer.begin(optionsOf(index));
        return trainer.run();
      }
      trainer.stop();
      trainers.delete(trainer);
      if (trainers.size === 0) onDone();
    }
    const trainer = startTrainer({ ...optionsOf(index), onRecords, onError: fail });
    trainers.add(trainer);
    trainer.run();
  }
  for (let i = 0; i < Math.min(lanes, runs.length); i++) open();
  return { stop };
}
