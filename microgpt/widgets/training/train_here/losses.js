/** The loss at each round as a chart, made anew when its axes or lines change. */

import { lineChart } from "../../draw/line.js";
import { h } from "../../kit/dom.js";
import { drawnGhost } from "./ghosts.js";
import { linesOf } from "./lines.js";
import { stops } from "./run.js";
import { baselineWords, choices } from "./words.js";

/** @typedef {import("./lines.js").Line} Line */
/** @typedef {import("./session.js").Session} Session */

const SHARE = 1 / 25; // ms between two drawings of long lines, for each round: they take their time

const HIGHEST = 12; // of the losses that are shown

/**
 * @param {{ look: (step: number | null) => void, soon: () => void }} on
 *   look: a round is pointed out, null: the latest; soon: paint at the next frame
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
  function prepare({ plan, run }, lines) {
    const series = lines.map(({ name, colour, faint, dash }) => ({ name, colour, faint, dash }));
    const key = JSON.stringify([run.options.steps, plan.levels, series]);
    if (key === charted) return;
    charted = key;
    inked = -Infinity;
    back = null; // the new one marks no round yet
    chart = chartFor(plan, series, point);
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
      chart?.set(
        lines.map(({ values }) => values),
        Math.max(2, steps),
        rangeOf(session),
      );
    }
    if (session.back === back) return;
    back = session.back;
    chart?.select(back === null || back === 0 ? null : back - 1);
  }
  return {
    el,
    set,
    /** No round is pointed out. */
    forget() {
      back = null;
      chart?.select(null);
    },
    close: drawn.close,
  };
}

/**
 * The losses that the chart shows. Two runs are told apart by their means, which keep closer together
 * than single documents. Where names are learned by heart, the loss of others climbs out of the
 * picture: it makes room, a whole number at a time.
 * @param {Session} session
 * @returns {[number, number]}
 */
function rangeOf({ plan: { levels, low }, runs, other }) {
  const { uniform, bigram } = levels;
  const [from, to] = other && low > 0 ? [bigram - 0.5, uniform + 0.4] : [low, uniform * 1.25];
  const climbed = runs
    .flatMap(({ heldOut }) => heldOut)
    .reduce((most, loss) => (loss > most ? loss : most), 0);
  return [from, climbed > to ? Math.min(Math.ceil(climbed), HIGHEST) : to];
}

/**
 * @param {import("./plan.js").Plan} plan
 * @param {import("../../draw/line.js").Series[]} series
 * @param {(index: number, pressed: boolean) => void} onPick
 */
function chartFor({ levels, options }, series, onPick) {
  const { uniform, unigram, bigram } = levels;
  const mean = series.findIndex(({ name }) => name === `mean of ${options.window}`);
  return lineChart({
    name: "loss at each round",
    xName: "round",
    yName: "loss",
    last: Math.max(2, options.steps),
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
