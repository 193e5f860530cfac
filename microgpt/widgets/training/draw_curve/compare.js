/** How a drawn curve and the losses of a run differ. */

import { heightAt, rounds } from "./points.js";

/** @typedef {import("../drawn_curve.js").Point} Point */
/** @typedef {"rising" | "level" | "jump" | "straight" | "late" | "fast" | "bends"} Shape */
/** @typedef {ReturnType<typeof compare>} Comparison */

const WINDOW = 50; // rounds of the running mean
const LEVEL = 0.2; // nats: less is no fall
const JUMP = 0.5; // of the whole fall, within a twentieth of the rounds
const STRAIGHT = 0.15; // of the whole fall: how far from a straight line it may be

/**
 * At each round the mean of the losses of the last 50.
 * @param {number[]} losses
 */
function runningMeans(losses) {
  let total = 0;
  return losses.map((loss, i) => {
    total += loss - (losses[i - WINDOW] ?? 0);
    return total / Math.min(i + 1, WINDOW);
  });
}

/**
 * The run beside the drawing; `comparison` is null until the run is at its end.
 * @param {Point[]} points
 * @param {number[]} losses so far
 * @param {number} steps
 * @param {number} blind the loss of a blind guess
 */
export function beside(points, losses, steps, blind) {
  const means = runningMeans(losses);
  const done = losses.length === steps && losses.every(Number.isFinite) && points.length > 0;
  return { means, comparison: done ? compare(points, means, blind) : null };
}

/**
 * Where they are furthest apart, the shape that was drawn, how far the run had come after a tenth of
 * its rounds, and both ends.
 * @param {Point[]} points a curve that is drawn to both ends
 * @param {number[]} means of a run, one for each round
 * @param {number} blind the loss of a blind guess
 */
function compare(points, means, blind) {
  const steps = means.length;
  const at = (/** @type {number} */ round) => means[Math.max(1, round) - 1];
  const pairs = rounds(steps)
    .map((round) => ({ round, expected: heightAt(points, round), was: at(round) }))
    .filter(({ expected }) => !Number.isNaN(expected));
  const apart = (/** @type {typeof pairs[0]} */ { expected, was }) => Math.abs(expected - was);
  const end = at(steps);
  return {
    widest: pairs.reduce((a, b) => (apart(b) > apart(a) ? b : a)),
    shape: shapeOf(pairs.map(({ expected }) => expected)),
    early: (blind - at(Math.round(steps / 10))) / (blind - end),
    expectedEnd: pairs[pairs.length - 1].expected,
    end,
  };
}

/**
 * What a curve looks like, from its heights at equal distances.
 * @param {number[]} heights
 * @returns {Shape}
 */
export function shapeOf(heights) {
  const last = heights.length - 1;
  const [start, end] = [heights[0], heights[last]];
  const fall = start - end;
  if (fall < -LEVEL) return "rising";
  if (fall <= LEVEL) return "level";
  const span = Math.round(last / 20);
  const jumps = heights.some(
    (height, i) => i >= 2 * span && height - heights[Math.min(last, i + span)] > JUMP * fall,
  );
  if (jumps) return "jump";
  const off = heights.map((height, i) => Math.abs(start - (fall * i) / last - height));
  if (off.every((distance) => distance < STRAIGHT * fall)) return "straight";
  const half = (start - heights[Math.round(last / 2)]) / fall;
  if (half < 0.4) return "late";
  return half > 0.6 ? "fast" : "bends";
}
