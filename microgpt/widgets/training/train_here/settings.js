/** The fold of the settings: every number of the run. */

import { choice, slider } from "../../kit/controls.js";
import { freshId, h } from "../../kit/dom.js";
import { HEADS, LEARNING_RATE } from "./plan.js";
import { thousands } from "./words.js";

/** @typedef {import("./plan.js").Settings} Settings */

/**
 * A number to type, kept in its limits; what is no number is put back when the field is left. Both
 * are told in a sentence.
 * @param {string} label
 * @param {{ min: number, max: number, whole: boolean }} limits
 * @param {(value: number) => void} onInput
 * @param {(words: string) => void} tell
 */
function numberField(label, { min, max, whole }, onInput, tell) {
  const id = freshId();
  const input = h("input", {
    type: "number",
    id,
    class: "mg-number",
    min,
    max,
    step: whole ? 1 : "any",
  });
  let current = min;
  input.addEventListener("input", () => {
    const typed = input.valueAsNumber;
    if (!Number.isFinite(typed)) return;
    const used = Math.min(max, Math.max(min, whole ? Math.round(typed) : typed));
    onInput(used);
    tell(
      typed < min || typed > max
        ? `The ${label} can be ${min} to ${max.toLocaleString("en")}: ${used.toLocaleString("en", { maximumFractionDigits: 10 })} is used.`
        : "",
    );
  });
  input.addEventListener("blur", () => {
    if (!Number.isFinite(input.valueAsNumber))
      tell(`That was no number: the ${label} is ${current} as before.`);
    input.value = String(current);
  });
  const set = (/** @type {number} */ value) => {
    current = value;
    if (input.valueAsNumber !== value && document.activeElement !== input)
      input.value = String(value);
  };
  return {
    el: h("div", { class: "mg-train-number" }, h("label", { for: id }, label), input),
    set,
    input,
  };
}

/** @param {{ onChange: (changes: Partial<Settings>) => void }} options */
export function settingsFold({ onChange }) {
  const summary = h("summary", {});
  const parameters = h("p", { class: "mg-train-facts" });
  const message = h("p", { class: "mg-train-note", role: "status" });
  const tell = (/** @type {string} */ words) => {
    message.textContent = words;
  };
  let current = /** @type {Settings | null} */ (null);
  const seed = numberField(
    "seed",
    { min: 0, max: 1e9, whole: true },
    (value) => onChange({ seed: value }),
    tell,
  );
  const steps = numberField(
    "steps",
    { min: 1, max: 10000, whole: true },
    (value) => onChange({ steps: value }),
    tell,
  );
  const rate = numberField(
    "learning rate",
    { min: 0.0001, max: 100, whole: false },
    (value) => onChange({ learning_rate: value }),
    tell,
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
    message,
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
    const long = `${thousands(settings.steps)} ${settings.steps === 1 ? "step" : "steps"}`;
    summary.textContent = `Settings: ${thousands(many)} parameters, ${long}`;
    parameters.textContent =
      `${thousands(many)} parameters: vectors of ${settings.n_embd} numbers, ` +
      `shared by ${HEADS} heads. A change takes the training back to its start.`;
  }
  return { el, set, clear: () => tell("") };
}
