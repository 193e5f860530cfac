/** The two scales of a control: equal steps, or equal factors. */

import { clamp, tidy } from "./numbers.js";

/** @typedef {{ min: number, max: number, step: number, log?: boolean }} Limits */

/** @param {Limits} limits */
export function scaleOf(limits) {
  return limits.log ? factors(limits) : steps(limits);
}

/** Equal ways are equal steps. @param {Limits} limits */
function steps({ min, max, step }) {
  return {
    place: (/** @type {number} */ x) => x,
    found: (/** @type {number} */ at) => at,
    share: (/** @type {number} */ x) => (max > min ? (x - min) / (max - min) : 0),
    next: (/** @type {number} */ x, /** @type {number} */ by) =>
      clamp(tidy(x + by * step), min, max),
  };
}

/**
 * Equal ways are equal factors: `step` counts powers of ten. Values have two digits, and the last
 * step ends at max.
 * @param {Limits} limits
 */
function factors({ min, max, step }) {
  const last = Math.round(Math.log10(max / min) / step);
  const factor = (max / min) ** (1 / last);
  const round = (/** @type {number} */ x) => clamp(Number(x.toPrecision(2)), min, max);
  const place = (/** @type {number} */ x) => (last * Math.log(x / min)) / Math.log(max / min);
  return {
    place,
    found: (/** @type {number} */ at) => round(min * factor ** at),
    share: (/** @type {number} */ x) => place(x) / last,
    next: (/** @type {number} */ x, /** @type {number} */ by) => round(x * factor ** by),
  };
}
