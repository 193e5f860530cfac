/** The loss at each step as a chart, made anew when its axes change. */

import { lineChart } from "../../draw/line.js";
import { h } from "../../kit/dom.js";
import { baselineWords } from "./words.js";

/** @typedef {{ uniform: number, unigram: number, bigram: number }} Levels */

const SHARE = 1 / 25; // ms between two drawings of long lines, for each step: they take their time

export function lossHistory() {
  const el = h("div", { class: "mg-train-chart" });
  let chart = /** @type {ReturnType<typeof lineChart> | null} */ (null);
  let charted = "";
  let inked = -Infinity;

  /**
   * For a run of so many steps, and with these lines to compare.
   * @param {number} steps
   * @param {Levels} levels
   */
  function begin(steps, levels) {
    const needed = JSON.stringify([steps, levels]);
    if (needed === charted) return;
    charted = needed;
    chart = chartFor(steps, levels);
    el.replaceChildren(chart.el);
  }

  /**
   * @param {import("./run.js").Run} run
   * @param {number | null} back the step that is looked back at
   */
  function set(run, back) {
    if (!run.running || performance.now() - inked >= run.options.steps * SHARE) {
      inked = performance.now();
      chart?.set([run.losses, run.means, run.heldOut]);
    }
    chart?.select(back === null || back === 0 ? null : back - 1);
  }
  return { el, begin, set };
}

/**
 * @param {number} steps
 * @param {Levels} levels
 */
function chartFor(steps, levels) {
  const { uniform, unigram, bigram } = levels;
  return lineChart({
    name: "loss at each step",
    xName: "step",
    yName: "loss",
    last: Math.max(2, steps),
    range: [bigram > 2 ? 1 : 0, uniform * 1.25],
    digits: 2,
    series: [
      { name: "each document", faint: true },
      { name: "mean of 50" },
      { name: "held out", colour: "token" },
    ],
    baselines: [
      { name: "uniform", value: uniform },
      { name: "unigram", value: unigram },
      { name: "bigram", value: bigram },
    ],
    hint: baselineWords(levels),
  });
}
