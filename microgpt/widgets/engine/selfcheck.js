/**
 * Check this page: computes the recorded numbers of the course's trained model again, in the
 * reader's own browser.
 */
import { config, run } from "../data/course_run.js";
import { samples } from "../data/recorded_run.js";
import { checks } from "../data/recorded_run.js";
import { trainedModel } from "./canonical.js";
import { lossOf } from "./gpt.js";
import { parameterCount } from "./parameters.js";
import { sample } from "./sampling.js";
import { Random } from "./random.js";

const TOLERANCE = 1e-9; // browsers may differ in the last bits of exp and log

/**
 * The generator as the training run left it: the run shuffled the list, drew the initial weights,
 * and went on from there.
 * @param {number} vocabSize
 * @returns {Random}
 */
function randomAfterTraining(vocabSize) {
  const random = new Random(run.seed);
  random.shuffle(new Uint32Array(run.num_docs));
  for (let i = parameterCount(config, vocabSize); i > 0; i--) random.gauss();
  return random;
}

/**
 * Draws the recorded samples again and measures the recorded losses again.
 * `agree`: all samples are the same and no loss is off by more than a billionth.
 * @returns {{ agree: boolean, maxDifference: number,
 *   samples: { recorded: string, drawn: string }[],
 *   losses: { name: string, recorded: number, computed: number }[] }}
 */
export function checkPage() {
  const { model, tokenizer } = trainedModel();
  const random = randomAfterTraining(tokenizer.size);
  const drawn = samples.map((recorded) => ({
    recorded,
    drawn: sample(model, tokenizer, random, { temperature: run.temperature }),
  }));
  const measured = checks.map(({ name, loss }) => ({
    name,
    recorded: loss,
    computed: lossOf(model, tokenizer.encode(name)),
  }));
  const maxDifference = Math.max(
    ...measured.map(({ recorded, computed }) => Math.abs(recorded - computed)),
  );
  const agree = maxDifference <= TOLERANCE && drawn.every((s) => s.recorded === s.drawn);
  return { agree, maxDifference, samples: drawn, losses: measured };
}
