/** What is taken away, how many seeds, how many rounds; and the button that runs it. */

import { parts } from "../../data/ablations.js";
import { button, row, slider } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";

/** @typedef {import("../ablation.js").PartName} PartName */
/** @typedef {import("../ablation.js").State} State */

const MOST_SEEDS = 10;
const MOST_ROUNDS = 20_000;

/** @param {{ onChange: (changes: Partial<State>) => void, onRun: () => void }} on */
export function settings({ onChange, onRun }) {
  const choices = partChoices((without) => onChange({ without }));
  const seeds = slider({
    name: "seeds",
    min: 1,
    max: MOST_SEEDS,
    step: 1,
    whole: true,
    value: 1,
    onInput: (value) => onChange({ seeds: value }),
  });
  const rounds = slider({
    name: "rounds",
    min: 1,
    max: MOST_ROUNDS,
    step: 0.1,
    log: true,
    whole: true,
    value: 1,
    onInput: (value) => onChange({ rounds: value }),
  });
  const run = button("Run", onRun, { primary: true });
  const sliders = h("div", { class: "mg-columns mg-ablation-sliders" }, seeds.el, rounds.el);
  const status = h("p", { class: "mg-ablation-status" });
  let state = /** @type {State | null} */ (null);
  let running = false;

  function paint() {
    if (!state) return;
    const runs = state.seeds * (1 + state.without.length);
    setText(run, running ? "Stop" : `Run ${runs} ${runs === 1 ? "model" : "models"}`);
    run.disabled = !running && state.without.length === 0;
  }
  return {
    el: h("div", {}, choices.el, sliders, row(run, status)),
    /** @param {State} next */
    set(next) {
      state = next;
      choices.set(next.without);
      seeds.set(next.seeds);
      rounds.set(next.rounds);
      paint();
    },
    /**
     * @param {boolean} next whether runs are under way
     * @param {string} words how they stand
     */
    setRunning(next, words) {
      running = next;
      setText(status, words);
      paint();
    },
  };
}

/**
 * A check box for each part, and a fold that says what each one means.
 * @param {(without: PartName[]) => void} onInput
 */
function partChoices(onInput) {
  const all = /** @type {[PartName, { label: string, words: string }][]} */ (Object.entries(parts));
  const read = () => onInput(all.map(([name]) => name).filter((_, i) => boxes[i].checked));
  const ids = all.map(() => freshId());
  const boxes = ids.map((id) => h("input", { type: "checkbox", id, onchange: read }));
  const labels = all.map(([, { label }], i) =>
    h("label", { for: ids[i] }, boxes[i], h("span", {}, label)),
  );
  const terms = all.flatMap(([, { label, words }]) => [h("dt", {}, label), h("dd", {}, words)]);
  const el = h(
    "div",
    {},
    h(
      "fieldset",
      { class: "mg-choice mg-ablation-parts" },
      h("legend", {}, "Beside the whole model, train one with"),
      ...labels,
    ),
    h(
      "details",
      { class: "mg-ablation-fold" },
      h("summary", {}, "What each of these means"),
      h("dl", {}, ...terms),
    ),
  );
  /** @param {PartName[]} without */
  const set = (without) =>
    boxes.forEach((box, i) => {
      box.checked = without.includes(all[i][0]);
    });
  return { el, set };
}
