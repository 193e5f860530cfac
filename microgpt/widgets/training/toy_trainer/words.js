/** In words: the last round, and how far the model has come. */

import { ROUNDS } from "../../engine/toy_training.js";
import { fixed } from "../../kit/format.js";

/** @typedef {import("../toy_trainer.js").Now} Now */

const NEAR = 0.02; // nats above the floor: by heart

/** @param {Now} now @param {number} steps how many rounds are wanted */
export function sentences({ at, word, next, losses, mean, floor, words }, steps) {
  if (at < steps) return `Computing: round ${at} of ${steps}.`;
  const last = at
    ? `Round ${at} was ${word}: its loss was ${fixed(losses[at - 1], 3)} before the step.`
    : `Nothing has been learned yet. Press Step: the first word is ${next}.`;
  return [
    last,
    together(mean, floor),
    lengths(words),
    at === ROUNDS ? "The rate has fallen to 0." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {number} mean @param {number} floor */
function together(mean, floor) {
  const now = `All words together: loss ${fixed(mean, 3)}`;
  const least = `the least that any model could reach is ${fixed(floor, 3)}`;
  return mean - floor < NEAR
    ? `${now}, and ${least}: it knows them by heart.`
    : `${now}; ${least}.`;
}

/** @param {string[]} words */
function lengths(words) {
  const same = words.every((word) => word.length === words[0].length);
  return same
    ? ""
    : "A word's loss is a mean, so each letter of a longer word weighs less; the shares count it so.";
}
