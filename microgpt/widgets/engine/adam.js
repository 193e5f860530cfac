/** Adam for one weight, with every number kept: what `microgpt/optim.py` does to each. */

/** Its settings, as in Python. */
export const ADAM = { lr: 0.01, beta1: 0.85, beta2: 0.99, eps: 1e-8 };

/** @typedef {{ m: number, v: number, t: number }} Averages  after t steps */

/** Before the first step. @type {Averages} */
export const START = { m: 0, v: 0, t: 0 };

/**
 * The next step: both averages, both corrected, and what is taken away from the weight.
 * @param {number} g the gradient
 * @param {Averages} before
 * @param {number} [lr]
 */
export function adamStep(g, before, lr = ADAM.lr) {
  const { beta1, beta2, eps } = ADAM;
  const t = before.t + 1;
  const m = beta1 * before.m + (1 - beta1) * g;
  const v = beta2 * before.v + (1 - beta2) * (g * g);
  const mHat = m / (1 - beta1 ** t);
  const vHat = v / (1 - beta2 ** t); // the averages began at 0
  return { t, m, v, mHat, vHat, step: (lr * mHat) / (Math.sqrt(vHat) + eps) };
}
