/** The fold in which a second run is set up: the same but for one thing. */

import { choice } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";
import { KNOBS, knobOf, otherSettings, unlike } from "./knobs.js";
import { HEADS } from "./plan.js";
import { RATE, SEED, WIDTH } from "./settings.js";

/** @typedef {import("../train_here.js").Choices} Choices */
/** @typedef {import("./knobs.js").Change} Change */
/** @typedef {import("./knobs.js").Knob} Knob */

const TITLE = "Compare: two runs, one thing changed";

/** @param {{ onChange: (changes: { compare: Change }) => void }} options */
export function compareFold({ onChange }) {
  let state = /** @type {Choices | null} */ (null);
  const tell = (/** @type {Change} */ compare) => onChange({ compare });
  const summary = h("summary", {}, TITLE);
  const facts = h("p", { class: "mg-train-facts" });
  const knobs = choice({
    name: "change",
    options: [
      { value: /** @type {Knob | "nothing"} */ ("nothing"), label: "nothing" },
      ...Object.entries(KNOBS).map(([value, { label }]) => ({
        value: /** @type {Knob} */ (value),
        label: `the ${label}`,
      })),
    ],
    value: "nothing",
    onInput: (knob) => {
      if (state)
        onChange({ compare: knob === "nothing" ? {} : { [knob]: KNOBS[knob].next(state) } });
    },
  });
  const values = {
    learning_rate: valueField("learning rate of B", RATE, (learning_rate) =>
      tell({ learning_rate }),
    ),
    n_embd: valueField("width of B", { ...WIDTH, whole: true }, (value) =>
      tell({ n_embd: Math.round(value / HEADS) * HEADS }),
    ),
    seed: valueField("seed of B", SEED, (seed) => tell({ seed })),
  };
  const fields = Object.values(values).map(({ el }) => el);
  const el = h("details", { class: "mg-train-fold" }, summary, knobs.el, ...fields, facts);

  /** @param {Choices} next */
  function set(next) {
    state = next;
    const knob = knobOf(next.compare);
    const other = otherSettings(next);
    knobs.set(knob ?? "nothing");
    for (const [name, field] of Object.entries(values)) {
      field.el.hidden = name !== knob;
      const value = next.compare[/** @type {keyof typeof values} */ (name)];
      if (value !== undefined) field.set(value);
    }
    const pair = other && `A: ${unlike(next, other)}; B: ${unlike(other, next)}`;
    setText(summary, pair ? `Compare: ${pair}` : TITLE);
    setText(facts, pairWords(knob, other !== null));
  }
  return { el, set };
}

/**
 * What Train does now.
 * @param {Knob | null} knob
 * @param {boolean} two
 */
function pairWords(knob, two) {
  if (two && knob === "seed") return "Train trains both: the same settings, from two starts.";
  if (two) return "Train trains both: the same documents in the same order, one thing changed.";
  if (knob) return "B is the same as A: give it another value.";
  return "A second run beside the first shows what one change does.";
}

/**
 * @param {string} label
 * @param {{ min: number, max: number, step: number, log?: boolean, whole?: boolean }} limits
 * @param {(value: number) => void} onInput
 */
function valueField(label, limits, onInput) {
  const id = freshId();
  const { el, set } = numberField({ id, onInput, ...limits });
  return {
    el: h("div", { class: "mg-train-number mg-train-b" }, h("label", { for: id }, label), el),
    set,
  };
}
