/** What TrainHere says: about the round, and about what the model writes. */

import { sample } from "../../engine/sampling.js";
import { Random } from "../../engine/random.js";
import { count, fixed, fmt } from "../../kit/format.js";
import { isolated } from "../../kit/isolated.js";

/** @param {number} n */
export const thousands = (n) => n.toLocaleString("en");

/** A loss as a number of equally likely choices. @param {number} loss */
export function choices(loss) {
  const many = Math.exp(loss);
  return many >= 1e6
    ? "a million symbols or more"
    : count(Number(fmt(many, many < 100 ? 1 : 0)), "symbol");
}

/**
 * The state of a run in one or two sentences.
 * @param {{ step: number, losses: number[], means: number[], heldOut: number[], document: string,
 *   slow: boolean, problem: string, diverged: boolean, options: { steps: number } }} run
 */
export function statusWords(run) {
  const { step, options } = run;
  if (step === 0) return run.problem || "Not trained yet: all the numbers are small and random.";
  const [loss, mean, heldOut] = [run.losses, run.means, run.heldOut].map((line) => line[step - 1]);
  const at = `Round ${thousands(step)} of ${thousands(options.steps)}`;
  const held = Number.isFinite(heldOut) && `On held-out documents ${fixed(heldOut)}.`;
  const sentences = [
    `${at}: the document “${isolated(shorten(run.document))}” had loss ${fixed(loss)}.`,
    `On average now ${fixed(mean)}: as unsure as among ${choices(mean)}.`,
    held,
    run.problem || (step === options.steps && "All rounds are done."),
  ];
  return sentences.filter(Boolean).join(" ");
}

/**
 * What the three dashed lines are.
 * @param {{ uniform: number, unigram: number, bigram: number }} levels
 */
export function baselineWords({ uniform, unigram, bigram }) {
  return (
    `The dashed lines only count. Uniform: every symbol alike, ${fixed(uniform)}. ` +
    `Unigram: how often each one comes, ${fixed(unigram)}. ` +
    `Bigram: which one follows which, ${fixed(bigram)}.`
  );
}

/** @param {string} text */
function shorten(text) {
  const symbols = Array.from(text);
  return symbols.length > 24 ? `${symbols.slice(0, 23).join("")}…` : text;
}

/**
 * What a model writes, each text with whether the list has it. The numbers drawn are always the
 * same ones, those that Python's run would go on with: so what changes from round to round is the
 * model's doing. They are the generator's own copy, and training never sees them used. Empty where
 * the model cannot be drawn from.
 * @param {import("../../engine/checkpoint.js").Engine} engine
 * @param {import("../../engine/train.js").RandomState} state
 * @param {Set<string>} list
 * @param {number} count
 */
export function written({ model, tokenizer }, { state, index, nextGauss }, list, count) {
  const random = Object.assign(new Random(0), { state: state.slice(), index, nextGauss });
  try {
    return Array.from({ length: count }, () => sample(model, tokenizer, random)).map((text) => ({
      text,
      listed: list.has(text),
    }));
  } catch {
    return []; // weights so large that no probability is left
  }
}
