/** The fold of the settings: every number of the run. */

import { choice, slider } from "../kit/controls.js";
import { freshId, h } from "../kit/dom.js";
import { numberField } from "../kit/number_field.js";
import { HEADS, LEARNING_RATE } from "./train_here_plan.js";
import { thousands } from "./train_here_words.js";

/** @typedef {import("./train_here_plan.js").Settings} Settings */

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

/** @param {{ onChange: (changes: Partial<Settings>) => void }} options */
export function settingsFold({ onChange }) {
  const summary = h("summary", {});
  const parameters = h("p", { class: "mg-train-facts" });
  let current = /** @type {Settings | null} */ (null);
  const seed = labelled("seed", { min: 0, max: 1e9, step: 1, whole: true }, (value) =>
    onChange({ seed: value }),
  );
  const steps = labelled("steps", { min: 1, max: 10000, step: 1, whole: true }, (value) =>
    onChange({ steps: value }),
  );
  const rate = labelled("learning rate", { min: 0.0001, max: 100, step: 0.1, log: true }, (value) =>
    onChange({ learning_rate: value }),
  );
  const width = slider({
    name: "width",
    min: 4,
    max: 64,
    step: HEADS,
    value: 16,
    onInput: (value) => onChange({ n_embd: Math.round(value / HEADS) * HEADS }),
  });
  const optimiser = choice({
    name: "optimiser",
    options: [
      { value: /** @type {"adam" | "sgd"} */ ("adam"), label: "Adam" },
      { value: "sgd", label: "SGD" },
    ],
    value: "adam",
    // A learning rate that was left alone follows the optimiser.
    onInput: (value) =>
      onChange({
        optimiser: value,
        ...(current && current.learning_rate === LEARNING_RATE[current.optimiser]
          ? { learning_rate: LEARNING_RATE[value] }
          : {}),
      }),
  });
  const el = h(
    "details",
    { class: "mg-train-fold" },
    summary,
    h("div", { class: "mg-train-numbers" }, seed.el, steps.el, rate.el),
    width.el,
    optimiser.el,
    parameters,
  );

  /**
   * @param {Settings} settings
   * @param {number} many parameters
   */
  function set(settings, many) {
    current = settings;
    seed.set(settings.seed);
    steps.set(settings.steps);
    rate.set(settings.learning_rate);
    width.set(settings.n_embd);
    optimiser.set(settings.optimiser);
    summary.textContent = `Settings: ${thousands(many)} parameters, ${thousands(settings.steps)} ${settings.steps === 1 ? "step" : "steps"}`;
    parameters.textContent = `${thousands(many)} parameters: vectors of ${settings.n_embd} numbers, shared by ${HEADS} heads. A change takes the training back to its start.`;
  }
  return { el, set };
}
