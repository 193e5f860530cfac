/** What DrawCurve says: what is still to draw, and how the run went beside the drawing. */

import { fixed, fmt } from "../../kit/format.js";

/** @typedef {import("../drawn_curve.js").Point} Point */
/** @typedef {import("./compare.js").Comparison} Comparison */

const SLACK = 0.05; // of the axis, that may be missing at its ends
const TREMBLES = 0.15; // nats: as much as the mean of 50 goes up and down by itself
const NEAR = 0.25; // nats, at the end

/** @param {number} n */
export const thousands = (n) => n.toLocaleString("en");

/**
 * Why a curve cannot be committed yet; else nothing.
 * @param {Point[]} points
 * @param {number} steps
 */
export function missing(points, steps) {
  if (!points.length) return "Draw a curve first.";
  const [first, last] = [points[0][0], points[points.length - 1][0]];
  if (first > SLACK * steps)
    return `Your curve begins at round ${thousands(first)}: draw it from round 0 on.`;
  if (last < (1 - SLACK) * steps)
    return `Your curve ends at round ${thousands(last)}: draw on to round ${thousands(steps)}.`;
  return "";
}

/**
 * How the two curves differ, in up to three sentences.
 * @param {Comparison} comparison
 * @param {number} steps
 */
export function tell(comparison, steps) {
  return [widestWords(comparison), shapeWords(comparison, steps), endWords(comparison)];
}

/** @param {Comparison} comparison */
function widestWords({ widest: { round, expected, was } }) {
  const apart = Math.abs(expected - was);
  if (apart <= TREMBLES)
    return (
      `You come within ${fixed(apart)} everywhere. ` +
      "The line itself goes up and down by as much: no one can expect it better."
    );
  return (
    `You expected ${fixed(expected)} at round ${thousands(round)}; it was ${fixed(was)}. ` +
    `Here the two are furthest apart: ${fixed(apart)}.`
  );
}

/**
 * @param {Comparison} comparison
 * @param {number} steps
 */
function shapeWords({ shape, early }, steps) {
  const tenth = thousands(Math.round(steps / 10));
  const fact =
    `by round ${tenth}, a tenth of the way, ` +
    `the loss had come ${fmt(100 * early, 0)} % of its way down from the blind guess`;
  const opening = {
    rising: "You drew a loss that rises. The run learns, and its loss falls",
    level: "You drew a loss that stays where it is. The run's falls",
    jump: "You drew a sudden drop. In this run there is none, but a fast beginning",
    straight: "You drew nearly a straight line. The run falls fast at first, then slowly",
    late: "You drew most of the fall late. In the run most of it comes early",
    fast: "Fast at first, then slow: that is the run's shape too",
    bends: "You drew several bends. The run falls fast at first, then slowly",
  }[shape];
  return `${opening}: ${fact}.`;
}

/** @param {Comparison} comparison */
function endWords({ expectedEnd, end }) {
  const unsure =
    `${fixed(end)} is as unsure as among ${fmt(Math.exp(end), 1)} choices; ` +
    "a blind guess is among 27.";
  if (expectedEnd < end - NEAR)
    return (
      `At the end you expected ${fixed(expectedEnd)}. The run stops falling sooner: ` +
      `no one can know all of a new name. ${unsure}`
    );
  if (expectedEnd > end + NEAR) return `The run comes further down than you expected. ${unsure}`;
  return `Where it ends you expected well: ${fixed(expectedEnd)}. ${unsure}`;
}
