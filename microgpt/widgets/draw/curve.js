/** A function of x, looked at in many places: what to show of it, and its line. */

import { clamp } from "../kit/numbers.js";

const QUANTILE = 0.05;
const WILD = 4;
const AIR = 0.06;
const NEAR = 0.4;

/** @typedef {{ x: number, y: number }} Sample  y is NaN where the function has no value */

/**
 * The function at `count` + 1 places from low to high, and right at the edges of where it has
 * values.
 * @param {(x: number) => number} f NaN: no value
 * @param {number} low
 * @param {number} high
 * @param {number} [count]
 * @returns {Sample[]}
 */
export function sample(f, low, high, count = 400) {
  const grid = Array.from(
    { length: count + 1 },
    (_, i) => (low * (count - i) + high * i) / count,
  ).map((x) => ({ x, y: f(x) }));
  return grid.flatMap((one, i) =>
    i && Number.isNaN(grid[i - 1].y) !== Number.isNaN(one.y)
      ? [edge(f, grid[i - 1].x, one.x), one]
      : [one],
  );
}

/**
 * The last place with a value, between one that has and one that has not.
 * @param {(x: number) => number} f
 * @param {number} from
 * @param {number} to
 */
function edge(f, from, to) {
  let [inside, outside] = Number.isNaN(f(to)) ? [from, to] : [to, from];
  for (let i = 0; i < 40; i++) {
    const middle = (inside + outside) / 2;
    if (Number.isNaN(f(middle))) outside = middle;
    else inside = middle;
  }
  return { x: inside, y: f(inside) };
}

/**
 * The heights to show: all of them where one unit can be as long as on the other axis (`equal`
 * units fit); else those of the inner half, without what shoots away. `more` is always inside.
 * @param {Sample[]} samples
 * @param {number} equal
 * @param {number[]} [more]
 * @returns {[number, number]}
 */
export function heights(samples, equal, more = []) {
  const shown = telling(samples, equal);
  const at = (/** @type {number} */ share) => shown[Math.round(share * (shown.length - 1))];
  const wild = at(1) - at(0) > WILD * (at(1 - QUANTILE) - at(QUANTILE)) && at(1) > at(0);
  const core = wild ? [at(QUANTILE), at(1 - QUANTILE)] : [at(0), at(1)];
  const wanted = [...core, ...more.filter(Number.isFinite)];
  let low = wanted.reduce((a, b) => Math.min(a, b));
  let high = wanted.reduce((a, b) => Math.max(a, b));
  const air = Math.max(AIR * (high - low), wild ? 0.3 * (high - low) : 0);
  [low, high] = [low - air, high + air];
  if (low > 0 && low < NEAR * (high - low)) low = -AIR * high; // the axis, where it costs little
  if (high < 0 && -high < NEAR * (high - low)) high = -AIR * low;
  const lacking = Math.max(0, equal - (high - low)) / 2;
  return [low - lacking, high + lacking];
}

/**
 * The heights that decide what is shown, in order.
 * @param {Sample[]} samples
 * @param {number} equal
 */
function telling(samples, equal) {
  const [first, last] = [samples[0].x, samples[samples.length - 1].x];
  const quarter = (last - first) / 4;
  const all = inOrder(samples);
  const inner = inOrder(samples.filter(({ x }) => x >= first + quarter && x <= last - quarter));
  if (!all.length) return [0];
  return all[all.length - 1] - all[0] <= equal || !inner.length ? all : inner;
}

/** @param {Sample[]} samples */
function inOrder(samples) {
  return samples
    .map((one) => one.y)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
}

/**
 * The curve as an SVG path; a gap where there is no value, and where it jumps from below the
 * picture to above it.
 * @param {Sample[]} samples
 * @param {(x: number) => number} px
 * @param {(y: number) => number} py
 * @param {[number, number]} shown
 */
export function curve(samples, px, py, [low, high]) {
  const far = high - low;
  let text = "";
  let before = NaN;
  for (const { x, y } of samples) {
    const jumps = (before < low && y > high) || (before > high && y < low);
    const pen = Number.isNaN(before) || jumps ? "M" : "L";
    const near = clamp(y, low - far, high + far);
    if (!Number.isNaN(y)) text += `${pen}${px(x).toFixed(2)} ${py(near).toFixed(2)}`;
    before = y;
  }
  return text;
}
