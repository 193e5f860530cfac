/** Small arithmetic that controls and pictures share. */

/**
 * Inside low..high.
 * @param {number} x
 * @param {number} low
 * @param {number} high
 */
export function clamp(x, low, high) {
  return Math.max(low, Math.min(high, x));
}

/**
 * On a multiple of `step` from `low`, never outside low..high.
 * @param {number} x
 * @param {number} low
 * @param {number} high
 * @param {number} step
 */
export function snap(x, low, high, step) {
  const steps = Math.round((clamp(x, low, high) - low) / step);
  return tidy(Math.min(high, low + steps * step));
}

/**
 * Without the noise of binary fractions: 0.1 + 0.2 is 0.3; and never -0.
 * @param {number} x
 * @param {number} [digits]
 */
export function tidy(x, digits = 6) {
  return Number(x.toFixed(digits)) + 0;
}
