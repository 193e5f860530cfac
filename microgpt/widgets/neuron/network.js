/**
 * The playground's network: forward, loss, gradient, descent. `network.py` is its twin, digit for
 * digit.
 */

import { CHALLENGES, GRID } from "./challenges.js";

/** @typedef {{ w: number[], b: number[] }} Parameters  three weights and three biases */

export const REACH = 3; // a knob goes from -REACH to REACH; descent stops there too
export const GOAL = 0.02;

/** @param {number} z */
export const relu = (z) => (z > 0 ? z : 0);

/**
 * h1 = ReLU(w1 x1 + w2 x2 + b1), h2 = ReLU(w3 x3 + b2), a = ReLU(h1 + h2 + b3); the z are what the
 * gates are given.
 * @param {Parameters} parameters
 * @param {ArrayLike<number>} x
 */
export function forward({ w, b }, x) {
  const z1 = w[0] * x[0] + w[1] * x[1] + b[0];
  const z2 = w[2] * x[2] + b[1];
  const h1 = relu(z1);
  const h2 = relu(z2);
  const z3 = h1 + h2 + b[2];
  return { z1, z2, z3, h1, h2, a: relu(z3) };
}

/**
 * The height of a challenge's surface.
 * @param {string} challenge
 * @param {ArrayLike<number>} x
 */
export const target = (challenge, x) => forward(CHALLENGES[challenge], x).a;

/**
 * The mean squared error between the network and a challenge's surface, over `points`.
 * @param {Parameters} parameters
 * @param {string} challenge
 * @param {number[][]} [points]
 */
export function loss(parameters, challenge, points = GRID) {
  let total = 0;
  for (const x of points) {
    const error = forward(parameters, x).a - target(challenge, x);
    total += error * error;
  }
  return total / points.length;
}

/**
 * The slope of the loss in each parameter, by the chain rule.
 * @param {Parameters} parameters
 * @param {string} challenge
 * @returns {Parameters}
 */
export function gradient(parameters, challenge) {
  const w = [0, 0, 0];
  const b = [0, 0, 0];
  for (const x of GRID) {
    const { h1, h2, a } = forward(parameters, x);
    if (!(a > 0)) continue; // the output is off and passes no blame back
    const blame = (2 * (a - target(challenge, x))) / GRID.length;
    b[2] += blame;
    if (h1 > 0) {
      w[0] += blame * x[0];
      w[1] += blame * x[1];
      b[0] += blame;
    }
    if (h2 > 0) {
      w[2] += blame * x[2];
      b[1] += blame;
    }
  }
  return { w, b };
}

/**
 * One step against the gradient.
 * @param {Parameters} parameters
 * @param {string} challenge
 * @param {number} rate
 * @returns {Parameters}
 */
export function step({ w, b }, challenge, rate) {
  const slope = gradient({ w, b }, challenge);
  const move = (/** @type {number[]} */ old, /** @type {number[]} */ slopes) =>
    old.map((p, i) => Math.min(REACH, Math.max(-REACH, p - rate * slopes[i])));
  return { w: move(w, slope.w), b: move(b, slope.b) };
}

/**
 * Descent that remembers its last path: `path(start, steps)` is every point from the start on,
 * `steps` + 1 of them. Asking for one step more costs one step.
 */
export function descender() {
  let key = "";
  let points = /** @type {Parameters[]} */ ([]);
  /**
   * @param {{ w: number[], b: number[], challenge: string, learning_rate: number,
   *   steps: number }} state
   */
  return ({ w, b, challenge, learning_rate, steps }) => {
    const now = JSON.stringify([w, b, challenge, learning_rate]);
    if (now !== key) [key, points] = [now, [{ w, b }]];
    while (points.length <= steps)
      points.push(step(points[points.length - 1], challenge, learning_rate));
    return points.slice(0, steps + 1);
  };
}

/**
 * The loss along a path whose points are kept: each is computed once, so that a step more costs one
 * loss more.
 */
export function lossKeeper() {
  const known = /** @type {WeakMap<Parameters, number>} */ (new WeakMap());
  return (/** @type {Parameters} */ point, /** @type {string} */ challenge) => {
    const found = known.get(point) ?? loss(point, challenge);
    known.set(point, found);
    return found;
  };
}
