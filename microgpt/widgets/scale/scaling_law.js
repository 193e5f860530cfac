/**
 * The loss of models of several sizes, over their parameters: the reader predicts where a model
 * lands, trains it, and draws a straight line through the smallest.
 */

import { Experiment, statusWords } from "../engine/experiment.js";
import { powerLaw, stepBetween } from "../engine/sizes.js";
import { choice } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { ask } from "./scaling_law/ask.js";
import { legend } from "./scaling_law/legend.js";
import { picture } from "./scaling_law/picture.js";
import { chosenOf, isChosen, ownSizes, paramsOf, planOf, withRun } from "./scaling_law/runs.js";
import { numbers } from "./scaling_law/table.js";
import { captionWords, findings, lineWords, outcome } from "./scaling_law/words.js";

/** @typedef {import("../engine/sizes.js").Size} Size */
/** @typedef {"short" | "long" | "card"} Show */
/**
 * @typedef {{ width: number, layers: number, rate: number, rounds: number,
 *   losses: (number | null)[] }} Run
 */
/** @typedef {[number, number, number, number, number[]]} Row */
/**
 * @typedef {{ rounds: number, batch?: number, names?: number, law: Row[], deep: Row[],
 *   plain: Row[], levels: [string, number][] }} Record
 */
/**
 * @typedef {{ show: Show, n_embd: number, n_layer: number, rate: number, guess: number | null,
 *   committed: boolean, revealed: boolean, seeds: number, runs: Run[], fitted: 2 | 3 | 4 | "all" }} State
 */
/** @typedef {ReturnType<typeof compute>} Now */

const KEYS = [
  "show",
  "n_embd",
  "n_layer",
  "rate",
  "guess",
  "committed",
  "revealed",
  "seeds",
  "runs",
  "fitted",
];
const SHOWN = /** @type {const} */ ([
  { value: "short", label: "built-in list, 1,000 rounds" },
  { value: "long", label: "5,000 rounds" },
  { value: "card", label: "26,545 names, on a graphics card" },
]);
const ASIDE = { guess: null, committed: false };

/** @param {Row} row @returns {Size} */
const sizeOf = ([width, layers, params, rate, losses]) => ({ width, layers, params, rate, losses });

/**
 * What is seen, and what follows from it.
 * @param {State} state
 * @param {{ [show in Show]: Record }} records
 */
export function compute(state, records) {
  const { show, fitted } = state;
  const record = records[show];
  const chosen = chosenOf(state);
  const params = paramsOf(chosen);
  const all = show === "card" || state.revealed;
  const seen = (/** @type {Row[]} */ rows) =>
    rows.map(sizeOf).filter((size) => all || size.params < params);
  const law = seen(record.law);
  const inLine = fitted === "all" ? law : law.slice(0, fitted);
  const own = show === "card" ? [] : ownSizes(state, record.rounds);
  return {
    show,
    record,
    params,
    start: record.levels[0][1], // where a prediction waits
    all,
    law,
    deep: seen(record.deep),
    plain: all ? record.plain.map(sizeOf) : [],
    own,
    current: own.find((size) => isChosen(size, chosen)) ?? null,
    inLine,
    line: inLine.length > 1 ? powerLaw(inLine) : null,
    steps: law.slice(1).map((size, i) => stepBetween(law[i], size)),
  };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const { records } = /** @type {any} */ (model).get("content");
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "A scaling law",
    caption: " ",
    onReset: () => experiment.clear(),
  });
  let trained = /** @type {Omit<Run, "losses"> | null} */ (null);
  const experiment = new Experiment({
    onResults: ({ losses }) => {
      if (trained)
        view.set({ runs: withRun(view.read().runs, { ...trained, losses: losses.own }) });
    },
    onChange: () => form.setRunning(experiment.running, statusWords(experiment)),
    onEnd: () => {
      const state = view.read();
      view.say(`${statusWords(experiment)} ${outcome(compute(state, records), state)}`);
    },
  });
  const shown = choice({
    name: "Shown",
    options: [...SHOWN],
    value: /** @type {Show} */ ("short"),
    onInput: (show) => view.set({ show, ...ASIDE }),
  });
  const form = ask({
    onModel: (changed) => view.set({ ...changed, ...ASIDE }),
    onChange: view.set,
    onCommit: () => view.set({ committed: true, revealed: true }),
    onRun: () => {
      if (experiment.running) return experiment.stop();
      const state = /** @type {State} */ (view.read());
      trained = { ...chosenOf(state), rounds: records[state.show].rounds };
      experiment.start(planOf(trained, state.seeds));
    },
  });
  const chart = picture((guess) => view.set({ guess }));
  const key = legend();
  const own = h("p", { class: "mg-law-outcome" });
  const found = h("ul", { class: "mg-law-found" });
  const fitted = choice({
    name: "A straight line through the smallest",
    options: ["2", "3", "4", "all"].map((value) => ({ value, label: value })),
    value: "3",
    onInput: (value) => view.set({ fitted: value === "all" ? value : Number(value) }),
  });
  const line = h("p", { class: "mg-law-line-words" });
  const table = numbers();
  view.body.append(shown.el, form.el, key.el, chart.el, own, found, fitted.el, line, table.el);

  return view.show(
    (/** @type {State} */ state) => {
      const now = compute(state, records);
      shown.set(state.show);
      form.set(state, now);
      key.set(now);
      chart.set(now, state);
      setText(own, outcome(now, state));
      found.replaceChildren(...findings(now).map((text) => h("li", {}, text)));
      fitted.set(String(state.fitted));
      setText(line, lineWords(now));
      table.set(now);
      view.caption(captionWords(now));
    },
    () => experiment.stop(),
  );
}

export default { render };
