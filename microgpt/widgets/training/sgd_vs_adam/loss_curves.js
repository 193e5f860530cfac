/** The losses of both balls over the steps. What shoots out of the picture is left to the words. */

import { lineChart } from "../../draw/line.js";
import { MOST } from "./balls.js";

/** @typedef {import("./balls.js").Ball} Ball */
/** @typedef {import("./balls.js").Now} Now */

const AXES = [10, 25, 50, 100, MOST];
const ROOM = 2; // times the loss at the start

export function lossCurves() {
  const chart = lineChart({
    name: "loss of both after each step",
    xName: "step",
    yName: "loss",
    series: [{ name: "SGD" }, { name: "Adam", colour: "position", dash: "7 4" }],
    first: 0,
    last: AXES[0],
    digits: 4,
  });
  /** @param {Now} now */
  function set({ sgd, adam, steps }) {
    const most = ROOM * sgd.visits[0].loss;
    const line = (/** @type {Ball} */ { visits }) =>
      visits.map(({ loss }) => (loss > most ? NaN : loss));
    chart.set([line(sgd), line(adam)], AXES.find((end) => end >= steps) ?? MOST);
    chart.select(steps);
  }
  return { el: chart.el, set };
}
