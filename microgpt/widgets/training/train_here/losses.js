/** The loss at each step as a chart, made anew when its axes or lines change. */

import { lineChart } from "../../draw/line.js";
import { h } from "../../kit/dom.js";
import { drawnGhost } from "./ghosts.js";
import { linesOf } from "./lines.js";
import { stops } from "./run.js";
import { baselineWords, choices } from "./words.js";

/** @typedef {import("./lines.js").Line} Line */
/** @typedef {import("./session.js").Session} Session */

const SHARE = 1 / 25; // ms between two drawings of long lines, for each step: they take their time

/**
 * @param {{ look: (step: number | null) => void, soon: () => void }} on
 *   look: a step is pointed out, null: the latest; soon: paint at the next frame
 */
export function lossHistory({ look, soon }) {
  const el = h("div", { class: "mg-train-chart" });
  const drawn = drawnGhost(soon);
  let chart = /** @type {ReturnType<typeof lineChart> | null} */ (null);
  let charted = "";
  let inked = -Infinity;
  let back = /** @type {number | null} */ (null);
  let all = /** @type {{ step: number }[]} */ ([]);

  /**
   * The cursor stays where it is put; the copy next to it is on view.
   * @param {number} index
   * @param {boolean} pressed
   */
  function point(index, pressed) {
    if (!pressed) return;
    const nearest = all.reduce((best, one) => (away(one) < away(best) ? one : best));
    function away(/** @type {{ step: number }} */ { step }) {
      return Math.abs(step - index - 1);
    }
    back = nearest === all[all.length - 1] ? null : nearest.step;
    look(back);
  }

  /**
   * Made anew where it has other axes or lines than before.
   * @param {Session} session
   * @param {Line[]} lines
   */
  function prepare({ plan, run, other }, lines) {
    const series = lines.map(({ name, colour, faint, dash }) => ({ name, colour, faint, dash }));
    const range = rangeOf(plan, other !== null);
    const key = JSON.stringify([run.options.steps, plan.levels, range, series]);
    if (key === charted) return;
    charted = key;
    inked = -Infinity;
    chart = chartFor(plan, range, series, point);
    el.replaceChildren(chart.el);
  }

  /** @param {Session} session */
  function set(session) {
    const { run } = session;
    const { steps } = run.options;
    const lines = linesOf(session, [...session.ghost.ghosts, ...drawn.ghosts(steps)]);
    all = stops(session.furthest);
    prepare(session, lines);
    if (!session.running || performance.now() - inked >= steps * SHARE) {
      inked = performance.now();
      chart?.set(lines.map(({ values }) => values));
    }
    if (session.back === back) return;
    back = session.back;
    chart?.select(back === null || back === 0 ? null : back - 1);
  }
  return {
    el,
    set,
    /** No step is pointed out. */
    forget() {
      back = null;
      chart?.select(null);
    },
    close: drawn.close,
  };
}

/**
 * The losses that the chart shows: two runs are told apart by their means, which keep closer
 * together than single documents.
 * @param {import("./plan.js").Plan} plan
 * @param {boolean} two
 * @returns {[number, number]}
 */
function rangeOf({ levels: { uniform, bigram }, low }, two) {
  return two && low > 0 ? [bigram - 0.5, uniform + 0.4] : [low, uniform * 1.25];
}

/**
 * @param {import("./plan.js").Plan} plan
 * @param {[number, number]} range
 * @param {import("../../draw/line.js").Series[]} series
 * @param {(index: number, pressed: boolean) => void} onPick
 */
function chartFor({ levels, options }, range, series, onPick) {
  const { uniform, unigram, bigram } = levels;
  const mean = series.findIndex(({ name }) => name === "mean of 50");
  return lineChart({
    name: "loss at each step",
    xName: "step",
    yName: "loss",
    last: Math.max(2, options.steps),
    range,
    digits: 2,
    series,
    baselines: [
      { name: "uniform", value: uniform },
      { name: "unigram", value: unigram },
      { name: "bigram", value: bigram },
    ],
    describe: (_, values) =>
      values[mean] >= 0 ? `The mean is as unsure as among ${choices(values[mean])}.` : "",
    hint: baselineWords(levels),
    onPick,
  });
}
