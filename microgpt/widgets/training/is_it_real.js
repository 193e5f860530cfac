/**
 * A change to a run, a prediction, one pair of runs, then more of them with further seeds: is the
 * difference real, or do the seeds differ by as much?
 */

import { changes } from "../data/changes.js";
import { compareFinished, ruleWords, spread } from "../engine/evidence.js";
import { Experiment, statusWords } from "../engine/experiment.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { questions } from "./is_it_real/questions.js";
import { strips } from "./is_it_real/strips.js";
import { pairsTable } from "./is_it_real/table.js";
import { evidenceWords, finding } from "./is_it_real/words.js";

/** @typedef {keyof typeof changes} ChangeName */
/** @typedef {import("../engine/evidence.js").Verdict} Verdict */
/** @typedef {import("../engine/experiment.js").Results} Results */
/**
 * @typedef {{ change: ChangeName | null, guess: "" | Verdict, belief: "" | "yes" | "no",
 *   seeds: number, rounds: number, results: Results | {}, conclusion: "" | Verdict }} State
 */
/** @typedef {{ seed: number, before: number, after: number, difference: number }} Pair */
/** @typedef {ReturnType<typeof compute>} Now */

const KEYS = ["change", "guess", "belief", "seeds", "rounds", "results", "conclusion"];
const CAPTION =
  "Left: a line for each seed, from its loss before the change to its loss after it, on names that " +
  "no run was trained on (held out). Right: the same differences; below 0 is better. The thick mark " +
  "is their mean, its bar three of its errors; the band is the spread of single runs before the change.";
const RULE =
  "Both runs of a pair have the same seed: the same first weights where the sizes allow it, and the " +
  "same order of names. So they are compared seed by seed.";

/**
 * The pairs that are finished, what they come to, and how far the reader has come.
 * @param {State} state
 */
export function compute(state) {
  const { before = [], after = [] } = "losses" in state.results ? state.results.losses : {};
  const pairs = before.flatMap((loss, i) => {
    const other = after[i];
    return loss === null || other === null || other === undefined
      ? []
      : [{ seed: i + 1, before: loss, after: other, difference: other - loss }];
  });
  return {
    pairs,
    planned: before.length,
    numbers: compareFinished(before, after),
    spread: spread(pairs.map((pair) => pair.before)),
    stage: stageOf(state, before.length, pairs.length),
  };
}

/**
 * @param {State} state
 * @param {number} planned pairs
 * @param {number} finished pairs
 */
function stageOf({ change, guess, belief, conclusion }, planned, finished) {
  if (change === null || guess === "") return "choose";
  if (finished === 0) return "pair";
  if (belief === "") return "believe";
  if (planned < 2 || finished < 2) return "repeat";
  return conclusion === "" ? "conclude" : "done";
}

/**
 * Both runs of each pair.
 * @param {State} state
 * @param {number} seeds
 */
export function planOf({ change, rounds }, seeds) {
  const { options = {}, further = 0 } = change === null ? {} : changes[change];
  const models = {
    before: () => ({}),
    after: (/** @type {number} */ seed) => ({
      .../** @type {{}} */ (options),
      seed: seed + further,
    }),
  };
  return { models, seeds, rounds };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Is it real?",
    caption: CAPTION,
    onReset: () => experiment.clear(),
  });
  const experiment = new Experiment({
    onResults: (results) => view.set({ results, conclusion: "" }),
    onChange: () => paint(view.read()),
    onEnd: () => {
      const now = compute(view.read());
      paint(view.read());
      view.say([statusWords(experiment), evidenceWords(now)].join(" "));
    },
  });
  const form = questions({
    onChange(changed) {
      if ("change" in changed) experiment.clear();
      view.set(changed);
      if (changed.conclusion) view.say(finding(view.read(), compute(view.read())).join(" "));
    },
    onRun(seeds) {
      if (experiment.running) return experiment.stop();
      experiment.start(planOf(view.read(), seeds));
    },
  });
  const picture = strips();
  const table = pairsTable();
  const evidence = h("p", { class: "mg-real-evidence" });
  const shown = h("div", { class: "mg-real-shown" }, picture.el, evidence, table.el);
  const found = h("div", { class: "mg-real-found" });
  view.body.append(form.first, shown, form.second, found, rule());

  /** @param {State} state */
  function paint(state) {
    const now = compute(state);
    form.set(state, now, experiment.running, statusWords(experiment));
    picture.set(now);
    table.set(now);
    setText(evidence, evidenceWords(now));
    shown.hidden = now.pairs.length === 0;
    const words = now.stage === "done" && !experiment.running ? finding(state, now) : [];
    found.replaceChildren(...words.map((text) => h("p", {}, text)));
  }
  return view.show(paint, () => experiment.stop());
}

/** How a verdict is reached, for who wants to know. */
function rule() {
  return h(
    "details",
    { class: "mg-real-fold" },
    h("summary", {}, "How a conclusion is checked"),
    h("p", {}, `${ruleWords("the runs before the change")} ${RULE}`),
  );
}

export default { render };
