/** Rounds of training on one name, as `microgpt/optim.py` takes them, with every number kept. */

import { ADAM, adamStep } from "./adam.js";
import { Gradient } from "./gradient.js";
import { GPT } from "./gpt.js";
import { see } from "./seen.js";

/** @typedef {import("./seen.js").Seen} Seen */
/** @typedef {"adam" | "sgd"} Optimiser */
/**
 * One number in one round: `m0` and `v0` are the averages before it.
 * @typedef {{ value: number, g: number, m0: number, v0: number, m: number, v: number,
 *   mHat: number, vHat: number, step: number, next: number }} Numbers
 */
/** @typedef {{ before: Seen, after: Seen, numbers: Numbers[] }} Round */

export const MOST = 5; // rounds

/** Adam without averages: what is left is SGD. @param {number} g */
const sgd = (g) => ({ m: 0, v: 0, mHat: 0, vHat: 0, step: ADAM.lr * g });

/**
 * The last of `count` rounds. The model stays as it is.
 * @param {GPT} start
 * @param {number[]} tokens
 * @param {Optimiser} optimiser
 * @param {number} count
 * @param {(number | null)[]} [targets] as for `Gradient.of`
 * @returns {Round}
 */
export function rounds(start, tokens, optimiser, count, targets) {
  const model = new GPT(start.config, start.vocabSize, start.weights.slice());
  const gradient = new Gradient(model);
  const look = () => see(gradient, tokens, targets);
  let round = oneRound(model.weights, look(), look, optimiser, 1, []);
  for (let t = 2; t <= count; t++)
    round = oneRound(model.weights, round.after, look, optimiser, t, round.numbers);
  return round;
}

/**
 * @param {Float64Array} weights they are moved
 * @param {Seen} before
 * @param {() => Seen} look at the document with the weights as they are
 * @param {Optimiser} optimiser
 * @param {number} t which round it is, from 1
 * @param {Numbers[]} last those of the round before
 * @returns {Round}
 */
function oneRound(weights, before, look, optimiser, t, last) {
  const numbers = Array.from(weights, (value, i) => {
    const g = before.grads[i];
    const { m: m0 = 0, v: v0 = 0 } = last[i] ?? {};
    const moved = optimiser === "adam" ? adamStep(g, { m: m0, v: v0, t: t - 1 }) : sgd(g);
    return { value, g, m0, v0, ...moved, next: value - moved.step };
  });
  numbers.forEach(({ next }, i) => {
    weights[i] = next;
  });
  return { before, after: look(), numbers };
}
