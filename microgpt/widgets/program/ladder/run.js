/** The recorded run of a rung: its losses as a curve, the first of them as numbers, its names. */

import { held, runs, seeds } from "../../data/ladder_runs.js";
import { lineChart } from "../../draw/line.js";
import { extent, runningMean } from "../../draw/series.js";
import { h } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { guessing } from "./guess.js";

/** @typedef {keyof typeof runs} Rung */
/**
 * @typedef {{ loss: number, difference?: number, error?: number, verdict?: string }} Held on names
 *   held out: the loss, and how it differs from that of the rung before
 */

const WINDOW = 50;
const HUNDREDTH = 100;
const TOKENS = 27;
const names = /** @type {Rung[]} */ (Object.keys(runs));

/** A rung's losses, and their running mean. @param {Rung} rung */
export function curves(rung) {
  const losses = runs[rung].curve.map((loss) => loss / HUNDREDTH);
  return { losses, mean: runningMean(losses, WINDOW) };
}

/** What the rung comes to on names held out. @param {Rung} rung */
export function heldWords(rung) {
  const before = names[names.indexOf(rung) - 1];
  const { loss, difference = 0, error = 0, verdict } = /** @type {Held} */ (held[rung]);
  const list = `On names held out from the course’s own list, ${seeds} seeds: ${fixed(loss, 3)} nats`;
  if (!before) return `${list}.`;
  if (difference === 0) return `${list}, the same as ${before}.`;
  const side = difference < 0 ? "below" : "above";
  return `${list}, ${fixed(Math.abs(difference), 3)} ± ${fixed(error, 3)} ${side} ${before}: ${verdict}.`;
}

/** A run as it was recorded. */
export function recordedRun() {
  const all = names.map((name) => curves(name).losses);
  const chart = lineChart({
    name: "The recorded losses",
    xName: "round",
    yName: "loss (nats)",
    series: [
      { name: "loss", faint: true },
      { name: `mean of ${WINDOW}` },
      { name: `the same, rung before`, colour: "grad", dash: "5 4" },
    ],
    last: all[0].length,
    range: extent(all, []),
    baselines: [{ name: "blind guess", value: Math.log(TOKENS) }],
    digits: 2,
  });
  const keyOfBefore = /** @type {HTMLElement} */ (
    chart.el.querySelector(".mg-chart-key:last-child")
  );
  const facts = h("dl", { class: "mg-ladder-facts" });
  const el = h("div", { class: "mg-ladder-shown" }, chart.el, facts);

  /** @param {{ name: string, before: string }} now */
  function set({ name, before }) {
    const rung = /** @type {Rung} */ (name);
    keyOfBefore.hidden = !before;
    const { losses, mean } = curves(rung);
    chart.set([losses, mean, before ? curves(/** @type {Rung} */ (before)).mean : []]);
    const { first, last, samples } = runs[rung];
    facts.replaceChildren(
      ...fact("first losses", first.map((loss) => fixed(loss, 4)).join(", ")),
      ...fact("mean of the last 100", fixed(last, 4)),
      ...fact("names", h("code", {}, samples.join(" "))),
      ...fact("held out", heldWords(rung)),
    );
  }
  return { el, set };
}

/**
 * The run after a guess.
 * @param {(rung: Rung, guess: import("./guess.js").Guess) => void} onGuess
 */
export function foretoldRun(onGuess) {
  const guess = guessing(onGuess);
  const run = recordedRun();
  const el = h("div", { class: "mg-ladder-run" }, guess.el, run.el);

  /**
   * @param {{ name: string, before: string }} now
   * @param {import("../ladder.js").State["guesses"]} guesses
   */
  function set(now, guesses) {
    const { name, before } = now;
    guess.set(/** @type {Rung} */ (name), /** @type {Rung | ""} */ (before), guesses[name]);
    run.el.hidden = before !== "" && !guesses[name];
    run.set(now);
  }
  return { el, set };
}

/**
 * @param {string} name
 * @param {Node | string} value
 */
const fact = (name, value) => [h("dt", {}, name), h("dd", {}, value)];
