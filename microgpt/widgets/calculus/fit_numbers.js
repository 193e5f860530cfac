/**
 * FitLine's numbers, each with how it is computed; and the steps of descent, as table and chart.
 */

import { lineChart } from "../draw/line.js";
import { h } from "../kit/dom.js";
import { factor, short } from "./short.js";
import { stepsTable } from "./steps_table.js";

/** @typedef {import("./fit_line.js").State} State */
/** @typedef {import("./fit_line.js").Result} Result */

const AXES = [10, 25, 50, 100, 200]; // the last step that the chart shows

/** The prediction, the miss and the loss, each with how it is computed. */
export function lineNumbers() {
  const el = h("div", { class: "mg-fit-numbers" });
  /**
   * @param {State} state
   * @param {Result} result
   */
  function set({ x, target }, { now, miss }) {
    const y = short(now.prediction);
    el.replaceChildren(
      equation("y", `= ${short(now.w)}·${factor(x)} ${plus(now.b)}`, y, "data"),
      equation("miss", `= ${y} − ${factor(target)}`, short(miss), "ink"),
      equation("loss", `= ${factor(miss)}²`, short(now.loss), "loss"),
    );
  }
  return { el, set };
}

/** The sign before a number that is added. @param {number} x */
function plus(x) {
  const text = short(x);
  return text.startsWith("−") ? `− ${text.slice(1)}` : `+ ${text}`;
}

/** The step written out, a table of the last ones, and a chart of all. */
export function fitHistory() {
  const slopes = h("div", { class: "mg-fit-slopes" });
  const table = stepsTable({
    columns: [
      { name: "w", colour: "data" },
      { name: "b", colour: "data" },
      { name: "y", colour: "data" },
      { name: "loss", colour: "loss" },
    ],
  });
  const chart = lineChart({
    name: "prediction after each step",
    xName: "step",
    yName: "y",
    series: [
      { name: "prediction", colour: "data" },
      { name: "target", colour: "ink", faint: true },
    ],
    first: 0,
    last: AXES[0],
    digits: 4,
  });
  const below = h("div", { class: "mg-columns" }, table.el, chart.el);

  /**
   * @param {State} state
   * @param {Result} result
   */
  function set(state, result) {
    const { rows, taken } = result;
    slopes.replaceChildren(...stepWritten(state, result));
    chart.set(
      [rows.map((one) => one.prediction), rows.map(() => state.target)],
      AXES.find((end) => end >= taken) ?? AXES[AXES.length - 1],
    );
    table.set(rows.map((one) => [one.w, one.b, one.prediction, one.loss]));
  }
  return { el: h("div", { class: "mg-fit-history" }, slopes, below), set };
}

/**
 * The step that comes next, with its slopes; at the end, the one that was last.
 * @param {State} state
 * @param {Result} result
 */
function stepWritten({ x, target, learning_rate }, { rows, taken, ended }) {
  const over = ended && taken > 0;
  const step = over ? taken : taken + 1;
  const at = rows[step - 1];
  const moved = (/** @type {number} */ from, /** @type {number} */ slope) =>
    `← ${short(from)} − ${short(learning_rate)} × ${factor(slope)}`;
  const w = rows[step]?.w ?? at.w - learning_rate * at.slope_w;
  const b = rows[step]?.b ?? at.b - learning_rate * at.slope_b;
  const { slope_y, slope_w, slope_b } = at;
  const miss = factor(at.prediction - target);
  const along = `= dloss/dy · x = ${short(slope_y)}·${factor(x)}`;
  return [
    h(
      "span",
      { class: "mg-update-title" },
      over ? `The last step, ${step}` : `The next step, ${step}`,
    ),
    equation("dloss/dy", `= 2·(y − target) = 2·${miss}`, short(slope_y), "grad"),
    equation("dloss/dw", along, short(slope_w), "grad"),
    equation("dloss/db", "= dloss/dy", short(slope_b), "grad"),
    equation("w", moved(at.w, slope_w), short(w), "data"),
    equation("b", moved(at.b, slope_b), short(b), "data"),
  ];
}

/**
 * A name, how it is computed, and its value.
 * @param {string} name
 * @param {string} how
 * @param {string} value
 * @param {string} colour
 */
function equation(name, how, value, colour) {
  const kind = { class: colour === "ink" ? null : `mg-c-${colour}` };
  return h(
    "p",
    { class: "mg-update mg-fit-equation" },
    h("span", kind, name),
    h("span", {}, `${how} = `, h("b", kind, value)),
  );
}
