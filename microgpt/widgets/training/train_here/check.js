/** Check this page: the course's own run, trained again in the reader's browser, beside its record. */

import { losses as recorded, samples } from "../../data/recorded_run.js";
import { GPT } from "../../engine/gpt.js";
import { Training } from "../../engine/train.js";
import { startTrainer } from "../../engine/trainer.js";
import { written } from "./words.js";

/** @typedef {import("./plan.js").Plan["options"]} Options */

const TOLERANCE = 1e-9; // browsers may differ in the last bits of exp and log

/**
 * The losses and names of a whole run beside the recorded ones.
 * @param {number[]} losses
 * @param {string[]} drawn
 */
export function beside(losses, drawn) {
  const measured = recorded.map(([step, loss]) => ({
    name: `round ${step}`,
    recorded: loss,
    computed: losses[step - 1],
  }));
  const maxDifference = measured.reduce(
    (most, one) => Math.max(most, Math.abs(one.recorded - one.computed)),
    0,
  );
  const names = samples.map((name, i) => ({ recorded: name, drawn: drawn[i] }));
  const agree = maxDifference <= TOLERANCE && names.every((one) => one.recorded === one.drawn);
  return { agree, maxDifference, samples: names, losses: measured };
}

/** Trains the run again, beside whatever else goes on. */
export function runChecker() {
  let trainer = /** @type {ReturnType<typeof startTrainer> | null} */ (null);
  function stop() {
    trainer?.stop();
    trainer = null;
  }

  /**
   * @param {Options} options of the course's own run
   * @returns {Promise<ReturnType<typeof beside>>}
   */
  function run({ docs, seed, steps, config }) {
    stop();
    const losses = /** @type {number[]} */ ([]);
    return new Promise((resolve, reject) => {
      const mine = startTrainer({
        ...{ docs, seed, steps, config },
        onRecords: (records) => losses.push(...records.map(({ loss }) => loss)),
        onDone: async () => {
          const weights = await mine.weights();
          stop();
          const begin = new Training({ docs, seed, steps, config });
          const engine = {
            model: new GPT(config, begin.tokenizer.size, weights),
            tokenizer: begin.tokenizer,
          };
          const { random } = begin.snapshot();
          const texts = written(engine, random, new Set(), samples.length);
          resolve(
            beside(
              losses,
              texts.map(({ text }) => text),
            ),
          );
        },
        onError: (message) => reject(new Error(message)),
      });
      trainer = mine;
      mine.run();
    });
  }
  return { run, stop };
}
