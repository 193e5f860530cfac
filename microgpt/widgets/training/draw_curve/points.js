/**
 * A drawn curve as points in order of rounds; from one to the next it goes straight. Nothing here
 * changes a list: each function gives a new one.
 */

import { clamp, tidy } from "../../kit/numbers.js";

/** @typedef {import("../drawn_curve.js").Point} Point */

export const TOP = 4; // nats, the largest loss that can be drawn
export const FIELDS = 10; // parts between the rounds that have a number field
const PLACES = 100; // parts between the rounds to which a stroke is drawn
const DIGITS = 2;

/**
 * The rounds at which something may stand, from 0 to the last.
 * @param {number} steps
 * @param {number} [parts]
 */
export function rounds(steps, parts = PLACES) {
  return Array.from({ length: parts + 1 }, (_, i) => Math.round((i * steps) / parts));
}

/**
 * The height of the curve; NaN before its first and after its last point.
 * @param {Point[]} points
 * @param {number} round
 */
export function heightAt(points, round) {
  const next = points.findIndex(([at]) => at >= round);
  if (next < 0) return NaN;
  const [to, high] = points[next];
  if (to === round) return high;
  if (next === 0) return NaN;
  const [from, low] = points[next - 1];
  return low + ((round - from) / (to - from)) * (high - low);
}

/**
 * The curve after a piece of a stroke, from one place to another: what it passes is drawn anew.
 * @param {Point[]} points
 * @param {Point} from
 * @param {Point} to
 * @param {number} steps
 * @returns {Point[]}
 */
export function stroke(points, from, to, steps) {
  const all = rounds(steps);
  const place = (/** @type {number} */ round) =>
    clamp(Math.round((round / steps) * PLACES), 0, PLACES);
  const [a, b] = [place(from[0]), place(to[0])];
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  const drawn = all.slice(first, last + 1).map((round, i) => {
    const share = a === b ? 1 : (first + i - a) / (b - a);
    return point(round, from[1] + share * (to[1] - from[1]));
  });
  return [
    ...points.filter(([round]) => round < all[first]),
    ...drawn,
    ...points.filter(([round]) => round > all[last]),
  ];
}

/**
 * The curve with this loss at one of the rounds that have a field; null takes the point away. What
 * was drawn up to the next fields gives way, and the curve goes straight.
 * @param {Point[]} points
 * @param {number} round
 * @param {number | null} loss
 * @param {number} steps
 * @returns {Point[]}
 */
export function placed(points, round, loss, steps) {
  const all = rounds(steps, FIELDS);
  const i = all.indexOf(round);
  const [before, after] = [all[i - 1] ?? -1, all[i + 1] ?? steps + 1];
  const own = loss === null ? [] : [point(round, loss)];
  return [
    ...points.filter(([at]) => at <= before),
    ...corner(points, before, [before, round]),
    ...own,
    ...corner(points, after, [round, after]),
    ...points.filter(([at]) => at >= after),
  ];
}

/**
 * The point that the curve keeps at a field, where what was drawn between two places is taken away.
 * @param {Point[]} points
 * @param {number} round
 * @param {[number, number]} between
 */
function corner(points, round, [from, to]) {
  const gone = points.some(([at]) => at > from && at < to);
  const height = heightAt(points, round);
  if (!gone || Number.isNaN(height) || points.some(([at]) => at === round)) return [];
  return [point(round, height)];
}

/**
 * @param {number} round
 * @param {number} loss
 * @returns {Point}
 */
const point = (round, loss) => [round, tidy(clamp(loss, 0, TOP), DIGITS)];
