/** The settings of a run, and the button that starts and stops it. */

import { button, choice, row, slider } from "../../kit/controls.js";
import { h, setText } from "../../kit/dom.js";

/** @typedef {import("../fine_tune.js").State} State */
/** @typedef {(changes: Partial<State>) => void} Set */

const STEPS = { min: 10, max: 1000, step: 10, whole: true };
const RATE = { min: 0.0005, max: 0.05, step: 0.1, log: true };
const SEED = { min: 1, max: 20, step: 1, whole: true, typed: { min: 0, max: 1e9 } };
const MIX = [
  { value: "0", label: "none" },
  { value: "25", label: "25 %" },
  { value: "50", label: "50 %" },
];

/**
 * @param {Set} set
 * @param {() => void} onPress
 */
export function controls(set, onPress) {
  const numbers = sliders(set);
  const mix = choice({
    name: "old names mixed in:",
    options: MIX,
    value: "0",
    onInput: (value) => set({ mix: Number(value) }),
  });
  const start = button("Start", onPress, { primary: true });
  const status = h("p", { class: "mg-tune-status" });
  return {
    el: h("div", { class: "mg-tune-knobs" }, ...numbers.els, mix.el, row(start, status)),
    /** @param {State} state */
    set(state) {
      numbers.set(state);
      mix.set(String(state.mix));
    },
    /**
     * @param {import("./tuning.js").Tuning} tuning
     * @param {string} words how it stands
     */
    tell(tuning, words) {
      const again = tuning.last.step ? "Start again" : "Start";
      setText(start, tuning.running ? "Stop" : again);
      setText(status, words);
    },
  };
}

/** @param {Set} set */
function sliders(set) {
  const steps = slider({
    name: "rounds",
    ...STEPS,
    value: 200,
    onInput: (to) => set({ steps: to }),
  });
  const rate = slider({
    name: "learning rate",
    ...RATE,
    value: 0.005,
    onInput: (to) => set({ learning_rate: to }),
  });
  const seed = slider({ name: "seed", ...SEED, value: 1, onInput: (to) => set({ seed: to }) });
  return {
    els: [steps.el, rate.el, seed.el],
    /** @param {State} state */
    set(state) {
      steps.set(state.steps);
      rate.set(state.learning_rate);
      seed.set(state.seed);
    },
  };
}
