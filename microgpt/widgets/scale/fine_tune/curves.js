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
const HIGHEST = 12; // of the losses that are shown
const LEAST = 4;

/**
 * A line for each quantity, from step 0 to the last one measured. Between two measurements it keeps
 * the first.
 * @param {Measured[]} measured
 */
export function linesOf(measured) {
  const { step: last } = measured[measured.length - 1];
  let at = 0;
  const means = Array.from({ length: last + 1 }, (_, step) => {
    if (measured[at + 1]?.step === step) at++;
    const { trained, heldBack, general } = measured[at].losses;
    return [trained, heldBack, general];
  });
  return SERIES.map((_, i) => means.map((losses) => mean(losses[i])));
}

export function curves() {
  const el = h("div", { class: "mg-tune-chart" });
  const chart = lineChart({
    name: "loss at each step",
    xName: "step",
    yName: "loss",
    first: 0,
    last: 200,
    digits: 2,
    series: SERIES,
    range: [0, LEAST],
    baselines: [{ name: "uniform", value: UNIFORM }],
    hint: "Uniform: every letter alike, 3.30. Point at the chart, or use the arrow keys.",
  });
  el.append(chart.el);
  /** @param {import("./tuning.js").Tuning} tuning */
  function set({ measured, steps }) {
    const lines = linesOf(measured);
    const top = Math.ceil(Math.max(LEAST, ...lines.flat()));
    chart.set(lines, steps, [0, Math.min(top, HIGHEST)]);
  }
  return { el, set };
}
