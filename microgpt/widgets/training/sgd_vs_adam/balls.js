/** Two balls on a landscape: what SGD and Adam have visited, and how each stands. */

import { adamVisits, sgdVisits } from "../../engine/descents.js";
import { LANDSCAPES, LIMIT } from "../../engine/landscapes.js";

/** @typedef {import("../../engine/descents.js").Visit} Visit */
/** @typedef {import("../sgd_vs_adam.js").State} State */
/** @typedef {ReturnType<typeof ballOf>} Ball */
/** @typedef {ReturnType<typeof compute>} Now */

export const MOST = 200; // steps
const NEAR = 0.01; // of the lowest loss: a ball so low is down

/**
 * Both balls after so many steps.
 * @param {Pick<State, "landscape" | "start" | "lr_sgd" | "lr_adam" | "steps">} state
 */
export function compute({ landscape, start, lr_sgd, lr_adam, steps }) {
  const land = LANDSCAPES[landscape];
  return {
    sgd: ballOf(sgdVisits(land, start, lr_sgd, steps), land.lowest),
    adam: ballOf(adamVisits(land, start, lr_adam, steps), land.lowest),
    steps,
  };
}

/**
 * What a ball has visited, and how it stands. `since` is the step since which it is down; null: it
 * is not.
 * @param {Visit[]} visits
 * @param {number} lowest
 */
function ballOf(visits, lowest) {
  const now = visits[visits.length - 1];
  const high = visits.findLastIndex(({ loss }) => loss > lowest + NEAR);
  const since = high + 1 < visits.length ? high + 1 : null;
  return { visits, now, taken: visits.length - 1, since, diverged: now.loss > LIMIT };
}
