/** What Derivative says: the slopes at a point, the secant's way, and how far apart they are. */

import { fmt } from "../kit/format.js";
import { clamp } from "../kit/numbers.js";

/** @typedef {import("./derivative.js").State} State */
/** @typedef {import("./derivative.js").Result} Result */

const FEWEST = 4; // decimals
const MOST = 7;

/** Enough decimals to tell the two slopes apart. @param {Result} result */
export function decimals({ difference }) {
  if (!difference) return FEWEST;
  return clamp(1 - Math.floor(Math.log10(Math.abs(difference))), FEWEST, MOST) || FEWEST;
}

/** What is not zero never reads as zero. @param {number} x */
export function small(x, digits = MOST) {
  const text = fmt(x, digits);
  if (text !== "0" || x === 0) return text;
  const least = 10 ** -digits < 1e-6 ? "0.0000001" : String(10 ** -digits);
  return x < 0 ? `above −${least}` : `under ${least}`;
}

/**
 * In sentences.
 * @param {State} state
 * @param {Result} result
 */
export function tell({ f, x, h }, result) {
  const at = `x = ${fmt(x, 4)}`;
  if (result.reason) return `${f} is not defined at ${at}: ${result.reason}.`;
  const odd = oddPlace(at, result);
  if (result.gap) {
    const where = `x + h = ${fmt(x + h, 4)}`;
    return `${odd}There is no secant: ${f} is not defined at ${where}: ${result.gap}.`;
  }
  const measured = secantWords(h, result);
  if (odd) return odd + measured;
  if (result.difference === 0) return `${measured} The tangent has the same slope.`;
  const digits = decimals(result);
  const apart = small(Math.abs(result.difference), digits);
  return `${measured} The tangent's slope is ${small(result.slope, digits)}: ${apart} apart.`;
}

/**
 * A place where the curve has two slopes, or none; else nothing.
 * @param {string} at
 * @param {Result} result
 */
function oddPlace(at, { left, right, slope }) {
  if (left !== right && Number.isFinite(left + right)) {
    const sides = `the slope is ${fmt(left, 4)} from the left and ${fmt(right, 4)} from the right`;
    return `At the kink at ${at}, ${sides}; this course uses ${fmt(slope, 4)}. `;
  }
  return Number.isNaN(slope) ? `The curve has no slope at ${at}. ` : "";
}

/**
 * The secant: its rise over its run.
 * @param {number} run
 * @param {Result} result
 */
function secantWords(run, result) {
  const { value, rise, secant } = result;
  const digits = decimals(result);
  const fine = digits + Math.max(0, Math.ceil(-Math.log10(run)));
  const way = `${rise < 0 ? "falls" : "rises"} by ${fmt(Math.abs(rise), fine)}`;
  const slope = `over a run of ${small(run)}: slope ${small(secant, digits)}`;
  return `From the height ${fmt(value, 4)} the secant ${way} ${slope}.`;
}
