/** The course's own run, made in the page: its losses, round by round. */

import { names } from "../../data/names.js";
import { baselines } from "../../engine/baselines.js";
import { startTrainer } from "../../engine/trainer.js";

const BLOCK = 16;

/** What can be reached by counting alone, on the built-in list. */
export function levels() {
  return baselines(names.split(" "), BLOCK);
}

/**
 * Trains on the built-in list. `onLosses` hears of all the losses so far, now and then; `onDone` at
 * the end; `onError`, in its place, gets a sentence.
 * @param {{ steps: number, onLosses: (losses: number[]) => void, onDone: () => void,
 *   onError: (message: string) => void }} options
 */
export function startRun({ steps, onLosses, onDone, onError }) {
  const losses = /** @type {number[]} */ ([]);
  const trainer = startTrainer({
    docs: names.split(" "),
    steps,
    evaluateEvery: Infinity,
    onRecords(records) {
      losses.push(...records.map(({ loss }) => loss));
      onLosses(losses);
    },
    onDone() {
      trainer.stop();
      onDone();
    },
    onError(message) {
      trainer.stop();
      onError(`The training stopped: ${message}`);
    },
  });
  trainer.run();
  return { stop: trainer.stop };
}
