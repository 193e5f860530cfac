/** After the commitment: the model is trained, and its curve is seen beside the drawn one. */

import { lineChart } from "../../draw/line.js";
import { h } from "../../kit/dom.js";
import { still } from "../../kit/player.js";
import { beside } from "./compare.js";
import { curveTable } from "./fields.js";
import { TOP, heightAt } from "./points.js";
import { levels, startRun } from "./run.js";
import { tell, thousands } from "./words.js";

/** @typedef {import("../drawn_curve.js").Point} Point */

/**
 * It is made once a curve is committed.
 * @param {number} steps
 * @param {number} blind the loss of a blind guess
 * @param {(text: string) => void} say
 */
export function reply(steps, blind, say) {
  const status = h("p", { class: "mg-drawn-status", tabindex: -1 });
  const place = h("div");
  const words = h("ul", { class: "mg-drawn-words" });
  const table = curveTable();
  let run = /** @type {ReturnType<typeof startRun> | null} */ (null);
  let losses = /** @type {number[]} */ ([]);
  let points = /** @type {Point[]} */ ([]);
  let chart = /** @type {ReturnType<typeof lineChart> | null} */ (null);
  let awaited = false; // by a reader who has pressed the button

  function draw() {
    const { means, comparison } = beside(points, losses, steps, blind);
    const sentences = comparison ? tell(comparison, steps) : [];
    chart?.set([[NaN, ...losses], [NaN, ...means], drawnLine(points, steps)]);
    words.replaceChildren(...sentences.map((text) => h("li", {}, text)));
    table.set(points, means, steps);
    return sentences;
  }
  function start() {
    chart = chartFor(steps);
    place.replaceChildren(chart.el);
    status.textContent = "The model trains, here in your browser.";
    if (awaited) status.focus({ preventScroll: true }); // the button that was pressed is gone
    run = startRun({
      steps,
      onLosses(sofar) {
        losses = sofar;
        if (!still()) draw();
      },
      onDone() {
        status.textContent = `${thousands(steps)} rounds, trained in your browser.`;
        const sentences = draw();
        if (awaited) say([status.textContent, ...sentences].join(" "));
      },
      onError(message) {
        status.textContent = message;
      },
    });
  }
  function stop() {
    run?.stop();
    run = null;
    losses = [];
    awaited = false;
  }
  return {
    el: h("div", {}, status, place, words, table.el),
    stop,
    await: () => {
      awaited = true;
    },
    /**
     * @param {Point[]} next
     * @param {boolean} committed
     */
    set(next, committed) {
      points = next;
      if (!committed) return stop();
      if (!run) start();
      draw();
    },
  };
}

/**
 * The drawing as a value for each round.
 * @param {Point[]} points
 * @param {number} steps
 */
function drawnLine(points, steps) {
  return Array.from({ length: steps + 1 }, (_, round) => heightAt(points, round));
}

/** @param {number} steps */
function chartFor(steps) {
  const { uniform, unigram, bigram } = levels();
  return lineChart({
    name: "the run's loss and what you expected",
    xName: "round",
    yName: "loss",
    first: 0,
    last: steps,
    range: [0, TOP],
    digits: 2,
    series: [
      { name: "each round", faint: true },
      { name: "mean of 50" },
      { name: "you expected", colour: "ink", dash: "6 4" },
    ],
    baselines: [
      { name: "blind guess", value: uniform },
      { name: "unigram", value: unigram },
      { name: "bigram", value: bigram },
    ],
  });
}
