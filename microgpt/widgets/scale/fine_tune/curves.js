/** The loss on the reader's list, and on names that the model should not forget, step by step. */

import { lineChart } from "../../draw/line.js";
import { mean } from "../../engine/evidence.js";
import { h } from "../../kit/dom.js";

/** @typedef {import("./tuning.js").Measured} Measured */

const SERIES = [
  { name: "your list, trained on", colour: "data" },
  { name: "your list, held back", colour: "data", dash: "5 4" },
  { name: "the course’s names, never seen", colour: "token" },
];
const UNIFORM = Math.log(27);
const NOTE =
  "Uniform: every letter alike. The losses are measured at 25 places of a run; the lines between are " +
  "straight.";
const HIGHEST = 12; // of the losses that are shown
const LEAST = 4;

/**
 * The mean losses at every step up to the last one measured; straight between two measurements.
 * @param {Measured[]} measured
 */
export function linesOf(measured) {
  const points = measured.map(({ step, losses: { trained, heldBack, general } }) => ({
    step,
    means: [trained, heldBack, general].map(mean),
  }));
  return SERIES.map((_, i) => points.flatMap((to, at) => between(points[at - 1] ?? to, to, i)));
}

/**
 * @typedef {{ step: number, means: number[] }} Point
 * @param {Point} from not included, unless it is the point itself
 * @param {Point} to
 * @param {number} i which line
 */
function between(from, to, i) {
  const steps = to.step - from.step;
  const slope = (to.means[i] - from.means[i]) / Math.max(1, steps);
  if (steps === 0) return [to.means[i]];
  return Array.from({ length: steps }, (_, k) => from.means[i] + slope * (k + 1));
}

export function curves() {
  const el = h("div", { class: "mg-tune-chart" });
  const chart = lineChart({
    name: "loss at each round",
    xName: "round",
    yName: "loss",
    first: 0,
    last: 200,
    digits: 2,
    series: SERIES,
    range: [0, LEAST],
    baselines: [{ name: "uniform", value: UNIFORM }],
  });
  el.append(chart.el, h("p", { class: "mg-tune-note" }, NOTE));
  /** @param {import("./tuning.js").Tuning} tuning */
  function set({ measured, steps }) {
    const lines = linesOf(measured);
    const top = Math.ceil(Math.max(LEAST, ...lines.flat()));
    chart.set(lines, steps, [0, Math.min(top, HIGHEST)]);
  }
  return { el, set };
}
