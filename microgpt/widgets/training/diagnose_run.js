/** A run with one fault in it, or none: its curve, its log, its names. What is wrong with it? */

import { FAULTS } from "../engine/faulty.js";
import { Random } from "../engine/random.js";
import { button, choice, row } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { openStore } from "../kit/store.js";
import { answers } from "./answers.js";
import { lossChart } from "./diagnose_run/chart.js";
import { found } from "./diagnose_run/found.js";
import { logTable } from "./diagnose_run/log.js";
import { ward } from "./diagnose_run/ward.js";
import {
  LABELS,
  NAMES,
  itIs,
  notThis,
  paperWords,
  samplesWords,
  scoreWords,
} from "./diagnose_run/words.js";

/** @typedef {import("../engine/faulty.js").Fault} Fault */
/** @typedef {{ case: string, seed: number }} State */
/** @typedef {{ [letter: string]: Fault[] }} Tries what was answered, case by case */

const CASES = ["a", "b", "c", "d", "e", "f", "g"];
const APART = 10; // seeds of the runs of one drawing and the next
const MOST_SEED = 9999;
const HEALTHY_SEED = 5; // of the run to compare with, which is in no drawing
const CAPTION =
  `A thousand rounds on the list of ${NAMES} names. Gradient and step are lengths: the root of the sum of ` +
  "the squares of all 4,192 numbers. A line of the log is the mean of the ten rounds up to it. " +
  "A loss above 6 stands at the chart’s edge; ∞ means a probability of 0 for what came.";

/** The faults of the cases, in the order that the seed gives them. @param {number} seed */
export function order(seed) {
  const all = FAULTS.slice();
  new Random(seed).shuffle(all);
  return all;
}

/**
 * The case on view, what was answered to it, and how the reader does.
 * @param {State} state
 * @param {any} kept what the page keeps of this drawing
 */
export function compute(state, kept) {
  const faults = order(state.seed);
  const place = CASES.indexOf(state.case);
  const all = CASES.map((letter, i) => triesOf(kept?.[letter], faults[i]));
  const solved = all.filter((tries, i) => tries.includes(faults[i]));
  const fault = faults[place];
  const tries = all[place];
  return {
    fault,
    seed: state.seed * APART + place,
    tries,
    solved: tries.includes(fault),
    score: {
      solved: solved.length,
      atOnce: solved.filter((one) => one.length === 1).length,
      of: CASES.length,
    },
  };
}

/**
 * Each answer once, none after the right one.
 * @param {any} kept
 * @param {Fault} fault
 */
function triesOf(kept, fault) {
  const tries = /** @type {Fault[]} */ ([]);
  for (const one of Array.isArray(kept) ? kept : [])
    if (FAULTS.includes(one) && !tries.includes(one) && !tries.includes(fault)) tries.push(one);
  return tries;
}

/** Where the answers of a drawing are kept. @param {number} seed */
const placeOf = (seed) => `diagnose-${seed}`;

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const store = openStore();
  let begun = false; // nothing runs before the reader asks
  const read = () => view.read();
  const kept = () => store.read("score", placeOf(read().seed)) ?? {};
  const view = figure({
    model,
    el,
    keys: ["case", "seed"],
    name: "Diagnose the run",
    caption: CAPTION,
    onReset() {
      store.remove("score", placeOf(read().seed));
      begun = false;
      runs.stop();
      paint(read());
    },
  });
  const runs = ward(() => paint(read()));
  const others = ward(() => paint(read()));
  const cases = choice({
    name: "Case",
    options: CASES.map((value) => ({ value, label: value })),
    value: "a",
    onInput: (value) => view.set({ case: value }),
  });
  const start = button("", begin, { primary: true });
  const another = button("Draw new cases", () => {
    view.set({ seed: (read().seed % MOST_SEED) + 1, case: "a" });
    begin();
  });
  const status = h("p", { class: "mg-diag-status" });
  const paper = h("p", { class: "mg-on-paper" });
  const chart = lossChart();
  const log = logTable("The log");
  const names = h("p", { class: "mg-diag-names" });
  const healthy = healthyFold(() => paint(read()));
  const question = answers({
    question: "What is wrong with this run?",
    options: FAULTS.map((value) => ({ value, label: LABELS[value] })),
    onPick: answer,
  });
  const said = found();
  const shown = h("div", { class: "mg-diag-shown" }, paper, chart.el, log.el, names, healthy.el);
  view.body.append(cases.el, row(start, another, status), shown, question.el, said.el);

  function begin() {
    begun = true;
    paint(read());
    /** @type {HTMLElement | null} */ (cases.el.querySelector(":checked"))?.focus();
  }
  /** @param {Fault} fault */
  function answer(fault) {
    const state = read();
    const now = compute(state, kept());
    const seen = runs.ask(now.fault, now.seed);
    if (now.solved || now.tries.includes(fault) || !seen) return;
    const tries = { ...kept(), [state.case]: [...now.tries, fault] };
    store.write("score", placeOf(state.seed), tries);
    view.say(fault === now.fault ? itIs(fault, seen) : notThis(fault, seen));
  }
  /** @param {State} state */
  function paint(state) {
    const now = compute(state, kept());
    const seen = begun ? runs.ask(now.fault, now.seed) : null;
    cases.set(state.case);
    setText(start, `Run case ${state.case}`);
    start.hidden = begun;
    setText(
      status,
      begun && !seen ? `Running: ${Math.floor(100 * runs.share())} %.` : scoreWords(now.score),
    );
    // of a reader who has solved none it says nothing on paper
    status.classList.toggle("mg-on-screen", now.score.solved === 0);
    setText(paper, paperWords(state.case, now.score.of));
    shown.hidden = question.el.hidden = !seen;
    if (!seen) return said.set(null, now);
    chart.set(seen);
    log.set(seen);
    setText(names, samplesWords(seen));
    question.set(now.tries, now.solved ? FAULTS.filter((one) => one !== now.fault) : now.tries);
    said.set(seen, now);
    if (healthy.el.open) healthy.set(others.ask("none", HEALTHY_SEED));
  }
  store.watch((kind) => {
    if (kind === null || kind === "score") paint(read());
  });
  return view.show(paint, () => {
    runs.stop();
    others.stop();
    store.close();
  });
}

/** The log of a healthy run, made when the fold is opened. @param {() => void} onOpen */
function healthyFold(onOpen) {
  const table = logTable("A healthy run of another seed");
  const el = h(
    "details",
    { class: "mg-diag-fold", ontoggle: onOpen },
    h("summary", {}, "A healthy run, to compare with"),
    table.el,
  );
  return { el, set: table.set };
}

export default { render };
