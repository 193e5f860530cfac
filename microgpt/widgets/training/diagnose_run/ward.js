/** Runs that are asked for: one at a time, each made once. */

import { ROUNDS, startRun } from "./run.js";

/** @typedef {import("./run.js").Log} Log */
/** @typedef {import("../../engine/faulty.js").Fault} Fault */

/** @param {() => void} onChange */
export function ward(onChange) {
  const logs = /** @type {Map<string, Log>} */ (new Map());
  let run = /** @type {ReturnType<typeof startRun> | null} */ (null);
  let running = "";
  let share = 0;

  /**
   * @param {Fault} fault
   * @param {number} seed
   */
  const keyOf = (fault, seed) => `${fault} ${seed}`;

  function stop() {
    run?.stop();
    run = null;
    running = "";
    share = 0;
  }

  /**
   * Its log, or null: then it is run, if it is not already.
   * @param {Fault} fault
   * @param {number} seed
   */
  function ask(fault, seed) {
    const key = keyOf(fault, seed);
    const known = logs.get(key);
    if (known) {
      if (running !== key) stop();
      return known;
    }
    if (running === key) return null;
    stop();
    running = key;
    run = startRun(fault, seed, {
      onRound(round) {
        share = round / ROUNDS;
        onChange();
      },
      onLog(log) {
        logs.set(key, log);
        stop();
        onChange();
      },
    });
    return null;
  }
  return {
    ask,
    share: () => share,
    stop,
  };
}
