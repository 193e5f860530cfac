/** The real model, trained in the page by SGD and by Adam from the same start, when asked to. */

import { names } from "../../data/names.js";
import { lineChart } from "../../draw/line.js";
import { runningMean } from "../../draw/series.js";
import { baselines } from "../../engine/baselines.js";
import { button, choice, row } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";
import { seedField } from "../../kit/seed_field.js";
import { ADAM_RATE, ModelRuns, ROUNDS } from "./model_runs.js";
import { conclusion, heads, lines, statusWords } from "./model_words.js";

/** @typedef {import("../sgd_vs_adam.js").State} State */
/** @typedef {ReturnType<typeof import("../../kit/figure.js").figure>} Figure */

const RATES = ["0.01", "0.1", "0.5", "1", "3"];
const WINDOW = 50; // rounds of the running mean
const BLOCK = 16;
const MOST_SEED = 10 ** 9;
const CAPTION =
  `The first ${ROUNDS} of 1,000 rounds, from the same weights, on the same names in the same order. ` +
  "Both learning rates fall towards 0 as in the program.";

/** @param {Figure} view */
export function modelView(view) {
  const form = settings(view, () => {
    if (runs.running) return runs.stop();
    const { seed, model_rate } = view.read();
    runs.start(seed, model_rate);
  });
  const place = h("div", { class: "mg-race-chart" });
  const table = runTable();
  const words = h("p", { class: "mg-race-words" });
  let chart = /** @type {ReturnType<typeof lineChart> | null} */ (null);
  let state = /** @type {State} */ (view.read());
  const runs = new ModelRuns({
    onChange: paint,
    onEnd: () =>
      view.say(`${statusWords(runs, state.model_rate)} ${conclusion(runs, state.model_rate)}`),
  });
  const el = h("div", {}, form.el, place, table.el, words);

  function paint() {
    const shown = [runs.find("sgd", state.model_rate), runs.find("adam", ADAM_RATE)];
    const losses = shown.map((run) => run?.losses ?? []);
    chart?.set(losses.flatMap((line) => [line, runningMean(line, WINDOW)]));
    form.setRunning(runs.running, statusWords(runs, state.model_rate));
    table.set(runs);
    setText(words, runs.running ? "" : conclusion(runs, state.model_rate));
  }

  /** @param {State} next */
  function set(next) {
    const renewed = next.seed !== state.seed;
    state = next;
    if (renewed) runs.clear(); // another seed is another comparison
    if (!chart) {
      chart = lossChart();
      place.replaceChildren(chart.el);
    }
    form.set(next);
    paint();
  }
  return { el, set, stop: () => runs.stop(), clear: () => runs.clear(), caption: CAPTION };
}

function lossChart() {
  const { uniform, bigram } = baselines(names.split(" "), BLOCK);
  return lineChart({
    name: "loss of both at each round",
    xName: "round",
    yName: "loss",
    last: ROUNDS,
    range: [1, uniform * 1.3],
    digits: 2,
    series: [
      { name: "SGD, each round", faint: true },
      { name: `SGD, mean of ${WINDOW}` },
      { name: "Adam, each round", colour: "position", faint: true },
      { name: `Adam, mean of ${WINDOW}`, colour: "position", dash: "7 4" },
    ],
    baselines: [
      { name: "all alike", value: uniform },
      { name: "counted pairs", value: bigram },
    ],
  });
}

/**
 * The rate of SGD, the seed, and the button that runs.
 * @param {Figure} view
 * @param {() => void} onRun
 */
function settings(view, onRun) {
  const first = view.read();
  const rate = choice({
    name: "Learning rate of SGD",
    options: RATES.map((value) => ({ value, label: value })),
    value: String(first.model_rate),
    onInput: (value) => view.set({ model_rate: Number(value) }),
  });
  const seed = seedField({
    value: first.seed,
    max: MOST_SEED,
    onInput: (value) => view.set({ seed: value }),
  });
  const run = button("Train", onRun, { primary: true });
  const status = h("p", { class: "mg-race-status" });
  /** @param {State} state */
  function set(state) {
    rate.set(String(state.model_rate));
    seed.set(state.seed);
  }
  /** @param {boolean} running @param {string} words */
  function setRunning(running, words) {
    setText(run, running ? "Stop" : "Train both");
    setText(status, words);
  }
  return { el: h("div", {}, rate.el, row(run, seed.el, status)), set, setRunning };
}

/** What each run came to, for this seed. */
function runTable() {
  const body = h("tbody");
  const el = h(
    "table",
    { class: "mg-race-runs" },
    h("caption", {}, "Your runs"),
    h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, name)))),
    body,
  );
  let shown = "";
  /** @param {ModelRuns} runs */
  function set(runs) {
    const all = lines(runs);
    el.hidden = all.length === 0;
    if (all.join() === shown) return;
    shown = all.join();
    body.replaceChildren(
      ...all.map(([name, ...cells]) =>
        h("tr", {}, h("th", { scope: "row" }, name), ...cells.map((text) => h("td", {}, text))),
      ),
    );
  }
  return { el, set };
}
