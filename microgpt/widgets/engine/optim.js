/** How one number moves, given its gradient: the arithmetic of `microgpt/optim.py`, every part kept. */

/** Adam's settings. */
export const ADAM = { lr: 0.01, beta1: 0.85, beta2: 0.99, eps: 1e-8 };

/**
 * A step of Adam for one number: both averages, both corrected, and what is taken away from the
 * number. Without more than a gradient it is the first step.
 * @param {number} g the gradient
 * @param {number} m0 the average of the gradient before the step
 * @param {number} v0 that of its square
 * @param {number} t which step it is, from 1
 */
export function adam(g, m0 = 0, v0 = 0, t = 1) {
  const { lr, beta1, beta2, eps } = ADAM;
  const m = beta1 * m0 + (1 - beta1) * g;
  const v = beta2 * v0 + (1 - beta2) * (g * g);
  const mHat = m / (1 - beta1 ** t); // the averages began at 0
  const vHat = v / (1 - beta2 ** t);
  return { m, v, mHat, vHat, step: (lr * mHat) / (Math.sqrt(vHat) + eps) };
}
