/** The loss of each round, and the mean of fifty; what rises too high stands at the edge. */

import { lineChart } from "../../draw/line.js";
import { ROUNDS, levelsOfNames } from "./run.js";

/** @typedef {import("./run.js").Log} Log */

const WINDOW = 50;
const RANGE = /** @type {[number, number]} */ ([1, 6]);

/**
 * The mean of each value and those before it, fifty at most.
 * @param {number[]} losses
 */
export function means(losses) {
  return losses.map((_, i) => {
    const some = losses.slice(Math.max(0, i + 1 - WINDOW), i + 1);
    return some.reduce((a, b) => a + b) / some.length;
  });
}

export function lossChart() {
  const { uniform, unigram, bigram } = levelsOfNames();
  const chart = lineChart({
    name: "loss at each round",
    xName: "round",
    yName: "loss",
    last: ROUNDS,
    range: RANGE,
    digits: 2,
    series: [{ name: "each round", faint: true }, { name: `mean of ${WINDOW}` }],
    baselines: [
      { name: "uniform", value: uniform },
      { name: "unigram", value: unigram },
      { name: "bigram", value: bigram },
    ],
  });
  return {
    el: chart.el,
    /** @param {Log | null} log */
    set(log) {
      chart.select(null);
      chart.set(log ? [log.losses, means(log.losses)] : [[], []]);
    },
  };
}
