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

/**
 * Whole numbers that add up to `units` and stand to each other nearly as `parts` do: all are rounded
 * down, and the largest remainders get what is left. Equal parts differ by one at most, the first
 * ones first. Parts that add up to nothing get nothing.
 * @param {ArrayLike<number>} parts none below 0
 * @param {number} units
 */
export function apportion(parts, units) {
  const sum = (/** @type {number[]} */ xs) => xs.reduce((a, b) => a + b, 0);
  const total = sum(Array.from(parts));
  if (!(total > 0)) return Array.from(parts, () => 0);
  const exact = Array.from(parts, (x) => (units * x) / total);
  const whole = exact.map(Math.floor);
  const remainders = exact.map((x, i) => tidy(x - whole[i], 9));
  const first = exact.map((_, i) => i).sort((a, b) => remainders[b] - remainders[a]);
  for (const i of first.slice(0, units - sum(whole))) whole[i] += 1;
  return whole;
}
