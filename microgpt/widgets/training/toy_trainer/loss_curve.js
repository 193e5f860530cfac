/** The loss of each round and its running mean, with the least that is possible. */

import { lineChart } from "../../draw/line.js";
import { ROUNDS } from "../../engine/toy_training.js";
import { TOY_TOKENS } from "../../engine/toy.js";
import { h } from "../../kit/dom.js";

/** @typedef {import("../toy_trainer.js").Now} Now */

const TOP = 2.5; // nats

export function lossCurve() {
  const el = h("div", { class: "mg-learn-chart" });
  let chart = /** @type {ReturnType<typeof lineChart> | null} */ (null);
  let drawn = NaN; // the floor

  /** @param {Now} now */
  function set({ losses, means, floor }) {
    if (!chart || floor !== drawn) {
      drawn = floor;
      chart = chartWith(floor);
      el.replaceChildren(chart.el);
    }
    chart.set([losses, means]);
  }
  return { el, set };
}

/** @param {number} floor */
function chartWith(floor) {
  return lineChart({
    name: "loss of each round",
    xName: "round",
    yName: "loss",
    last: ROUNDS,
    range: [0, TOP],
    series: [{ name: "each round", faint: true }, { name: "mean of 24" }],
    baselines: [
      { name: "all alike", value: Math.log(TOY_TOKENS.length) },
      { name: "the least", value: floor },
    ],
  });
}
