/** The fold of the settings: every number of the run. */

import { button, choice, row, slider } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";
import { rateLeftAlone } from "./knobs.js";
import { HEADS, LEARNING_RATE } from "./plan.js";
import { thousands } from "./words.js";

/** @typedef {import("./plan.js").Settings} Settings */
/** @typedef {Settings & { only: number }} Chosen */
/** @typedef {(changes: Partial<Chosen>) => void} Change */

const FEW = { only: 200, steps: 10000 }; // met often enough to be learned by heart
const ALL = { only: 0, steps: 1000 };
export const SEED = { min: 0, max: 1e9, step: 1, whole: true };
const STEPS = { min: 1, max: 10000, step: 1, whole: true };
export const RATE = { min: 0.0001, max: 100, step: 0.1, log: true };
export const WIDTH = { min: 4, max: 64, step: HEADS };

/** @param {{ onChange: Change }} options */
export function settingsFold({ onChange }) {
  const summary = h("summary", {});
  const parameters = h("p", { class: "mg-train-facts" });
  const seed = labelled("seed", SEED, (value) => onChange({ seed: value }));
  const steps = labelled("rounds", STEPS, (value) => onChange({ steps: value }));
  const rate = labelled("learning rate", RATE, (value) => onChange({ learning_rate: value }));
  const width = slider({
    name: "width",
    ...WIDTH,
    value: 16,
    onInput: (value) => onChange({ n_embd: Math.round(value / HEADS) * HEADS }),
  });
  const optimiser = optimiserChoice(onChange);
  let few = false;
  const preset = button("", () => onChange(few ? ALL : FEW), { small: true });
  const el = h(
    "details",
    { class: "mg-train-fold" },
    summary,
    h("div", { class: "mg-train-numbers" }, seed.el, steps.el, rate.el),
    width.el,
    optimiser.el,
    row(preset),
    parameters,
  );

  /**
   * @param {Chosen} settings
   * @param {number} many parameters
   */
  function set(settings, many) {
    const long = `${thousands(settings.steps)} ${settings.steps === 1 ? "round" : "rounds"}`;
    seed.set(settings.seed);
    steps.set(settings.steps);
    rate.set(settings.learning_rate);
    width.set(settings.n_embd);
    optimiser.set(settings);
    few = settings.only > 0;
    setText(preset, few ? "All documents, 1,000 rounds" : "Only 200 documents, 10,000 rounds");
    const only = few ? `, only ${thousands(settings.only)} documents` : "";
    summary.textContent = `Settings: ${thousands(many)} parameters, ${long}${only}`;
    parameters.textContent =
      `${thousands(many)} parameters: vectors of ${settings.n_embd} numbers, ` +
      `shared by ${HEADS} heads. A change takes the training back to its start.`;
  }
  return { el, set };
}

/**
 * A number to type, with its label.
 * @param {string} label
 * @param {{ min: number, max: number, step: number, log?: boolean, whole?: boolean }} limits
 * @param {(value: number) => void} onInput
 */
function labelled(label, limits, onInput) {
  const id = freshId();
  const { el, set } = numberField({ id, onInput, ...limits });
  return {
    el: h("div", { class: "mg-train-number" }, h("label", { for: id }, label), el),
    set,
  };
}

/** A learning rate that was left alone follows the optimiser. @param {Change} onChange */
function optimiserChoice(onChange) {
  let alone = false;
  const { el, set } = choice({
    name: "optimiser",
    options: [
      { value: /** @type {"adam" | "sgd"} */ ("adam"), label: "Adam" },
      { value: "sgd", label: "SGD" },
    ],
    value: "adam",
    onInput: (optimiser) => {
      const rate = alone ? { learning_rate: LEARNING_RATE[optimiser] } : {};
      onChange({ optimiser, ...rate });
    },
  });
  return {
    el,
    /** @param {Settings} settings */
    set(settings) {
      alone = rateLeftAlone(settings);
      set(settings.optimiser);
    },
  };
}
