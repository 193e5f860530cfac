/** SGD and Adam on a landscape, with every number kept: `training/sgd_vs_adam.py` in JavaScript. */

import { START, adamStep } from "./adam.js";
import { LIMIT } from "./landscapes.js";

/** @typedef {import("./landscapes.js").Landscape} Landscape */
/** @typedef {{ step: number, m?: number, v?: number, mHat?: number, vHat?: number }} Move */
/**
 * A place on the way: its loss, its slopes, and for each parameter what the next step takes away.
 * @typedef {{ at: number[], loss: number, slopes: number[], moves: Move[] }} Visit
 */

/**
 * The places that SGD visits, the start first; it ends early where the loss passes LIMIT.
 * @param {Landscape} ground
 * @param {number[]} start
 * @param {number} lr
 * @param {number} steps
 */
export function sgdVisits(ground, start, lr, steps) {
  return visits(ground, start, steps, (slopes) => slopes.map((g) => ({ step: lr * g })));
}

/**
 * The same for Adam.
 * @param {Landscape} ground
 * @param {number[]} start
 * @param {number} lr
 * @param {number} steps
 */
export function adamVisits(ground, start, lr, steps) {
  let before = start.map(() => START);
  return visits(ground, start, steps, (slopes) => {
    const moves = slopes.map((g, i) => adamStep(g, before[i], lr));
    before = moves;
    return moves;
  });
}

/**
 * @param {Landscape} ground
 * @param {number[]} start
 * @param {number} steps
 * @param {(slopes: number[]) => Move[]} movesFor
 */
function visits({ loss, gradient }, start, steps, movesFor) {
  let at = start;
  const all = /** @type {Visit[]} */ ([]);
  for (;;) {
    const slopes = gradient(at[0], at[1]);
    const visit = { at, loss: loss(at[0], at[1]), slopes, moves: movesFor(slopes) };
    all.push(visit);
    if (all.length > steps || visit.loss > LIMIT) return all;
    at = at.map((w, i) => w - visit.moves[i].step);
  }
}
