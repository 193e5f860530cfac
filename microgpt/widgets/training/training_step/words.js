/** What happens at each stage, in a few sentences. */

import { count, brief } from "../../kit/format.js";
import { ADAM } from "../../engine/adam.js";
import { why } from "../taking_part.js";
import { MOST } from "../../engine/rounds.js";
import { STAGES } from "./stages.js";
import { four } from "./sums.js";

/** @typedef {import("../training_step.js").Now} Now */

/** @type {Record<import("./stages.js").Stage, (now: Now) => string>} */
const SAYS = {
  tokens: ({ name, tokens, positions, round }) =>
    round > 1
      ? `Round ${round}: the same name again, with the parameters that round ${round - 1} has left.`
      : `“${name}” is one document. With BOS before and after it, it is ${tokens.length} tokens. ` +
        `The model reads ${positions} of them, and predicts what comes after each. Press Step.`,
  forward: ({ round }) =>
    "At each position the model gives every one of the 27 tokens a probability. P is the one of " +
    "the token that does come next. The surprise is −log P." +
    (round > 1 ? "" : " Each P is near 1/27 = 0.037: the parameters are still random."),
  loss: ({ positions }) =>
    `The loss is the mean of the ${positions} surprises. If every token had P = 1/27, it would be ` +
    `log 27 = ${four(Math.log(27))}.`,
  backward: ({ all }) =>
    `Each of the ${all} parameters gets its gradient: how fast the loss grows when the parameter ` +
    "grows. Below stand a few of them.",
  averages: ({ round }) =>
    "Adam keeps two running averages for each parameter: m, of its gradient, and v, of the " +
    "gradient’s square. " +
    (round > 1
      ? `They go on from where round ${round - 1} left them.`
      : "Both begin at 0, so this first time they are much too small."),
  corrected: ({ round, correction }) =>
    round > 1
      ? `In round ${round}, m is divided by ${correction[0]} and v by ${correction[1]}: what is still ` +
        "missing because both began at 0. The more rounds, the nearer both divisors come to 1."
      : "Divided by 0.15 and 0.01, the averages are no longer too small. In round 1 that gives back " +
        "the gradient itself, and its square.",
  move: (now) => (now.optimiser === "adam" ? adamWords(now) : sgdWords()),
  again: ({ last, moved, all, round }) =>
    `The same name, read with the new parameters: ${moved} of ${all} have moved. ` +
    (last.after.loss < last.before.loss ? "The loss has fallen. " : "The loss has not fallen. ") +
    (round < MOST ? "Step goes on to the next round." : "This was the last round here."),
};

/** @param {Now} now */
const adamWords = ({ round }) =>
  "m̂ is divided by √v̂, the usual size of the gradient; eps, very small, keeps the division possible " +
  `where both are 0. The learning rate is ${ADAM.lr}. ` +
  (round > 1
    ? "Where the gradients of the rounds agree the move is near 0.01; where they do not, it is smaller."
    : "In round 1, m̂ / √v̂ is 1 or −1: with a large gradient or a small one, the move is about 0.01.");

const sgdWords = () =>
  `SGD keeps no averages. The move is the gradient times the learning rate ${ADAM.lr}: a small ` +
  "gradient makes a small move.";

/** @param {Now} now */
export const sentence = (now) => SAYS[now.stage](now);

/** @param {Now} now */
export const title = ({ stage, round }) =>
  `Round ${round}, ${STAGES.find(({ name }) => name === stage)?.label}`;

/** What the gradient of the chosen number means. @param {Now} now */
export function meaningLines({ last, picked, chosen, rowNames }) {
  const because = why(last.before, picked, rowNames(picked[0]));
  if (chosen.g === 0) return [because];
  const change = brief(0.01 * chosen.g);
  const grows = chosen.g > 0 ? "rise" : "fall";
  return [
    because,
    `gradient ${brief(chosen.g)}: were the number larger by 0.01, the loss would ${grows} by about ` +
      `${change.replace("−", "")}.`,
  ];
}

/** Both losses, as far as they are known. @param {Now} now */
export function lossWords({ last, index, positions }) {
  const known = (/** @type {number} */ from, /** @type {number} */ x) =>
    index >= from ? four(x) : "not yet";
  return (
    `Loss over ${count(positions, "position")}: ${known(2, last.before.loss)}; ` +
    `after the move: ${known(STAGES.length - 1, last.after.loss)}.`
  );
}
