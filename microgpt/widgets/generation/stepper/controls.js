/** What the reader sets: the beginning, the temperature, the rule, and the random number. */

import { choice, slider } from "../../kit/controls.js";
import { freshId, h } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";
import { prefixField } from "../prefix_field.js";
import { temperatureSlider } from "../temperature_slider.js";
import { HIGHEST } from "./words.js";

/** @typedef {import("../stepper.js").State} State */
/** @typedef {import("../stepper.js").Now} Now */

const RULES = /** @type {{ value: State["rule"], label: string }[]} */ ([
  { value: "all", label: "all 27" },
  { value: "greedy", label: "greedy" },
  { value: "top-k", label: "top-k" },
  { value: "top-p", label: "top-p" },
]);

/**
 * @param {State} state
 * @param {{ onChange: (changes: Partial<State>) => void, onNumber: (u: number) => void }} options
 */
export function controls(state, { onChange, onNumber }) {
  const prefix = prefixField({
    label: "Beginning of a name, or empty",
    onPrefix: (next) => {
      if (next !== shown.prefix) onChange({ prefix: next, steps: 0, own: [] });
    },
  });
  const heat = temperatureSlider(state.temperature, (temperature) => onChange({ temperature }));
  const rule = choice({
    name: "Letters that may be chosen",
    options: RULES,
    value: state.rule,
    onInput: (next) => onChange({ rule: next }),
  });
  const k = slider({
    name: "k: how many of the likeliest stay",
    min: 1,
    max: 27,
    step: 1,
    whole: true,
    value: state.top_k,
    onInput: (top_k) => onChange({ top_k }),
  });
  const p = slider({
    name: "p: the likeliest stay until they reach it",
    min: 0.05,
    max: 1,
    step: 0.05,
    typed: { min: 0.01, max: 1 },
    value: state.top_p,
    onInput: (top_p) => onChange({ top_p }),
  });
  const number = numberRow(onNumber);
  let shown = state;

  /**
   * @param {State} next
   * @param {Now} now
   */
  function set(next, now) {
    shown = next;
    prefix.set(next.prefix);
    heat.set(next.temperature);
    rule.set(next.rule);
    k.set(next.top_k);
    p.set(next.top_p);
    k.el.hidden = next.rule !== "top-k";
    p.el.hidden = next.rule !== "top-p";
    number.set(now);
  }
  return {
    top: h("div", { class: "mg-stepper-top" }, prefix.el, heat.el),
    rules: h("div", { class: "mg-stepper-rules" }, rule.el, k.el, p.el),
    number: number.el,
    set,
    clear: prefix.clear,
  };
}

/** The random number as a field, and whose it is. @param {(u: number) => void} onNumber */
function numberRow(onNumber) {
  const id = freshId();
  const field = numberField({
    id,
    min: 0,
    max: HIGHEST,
    step: 0.01,
    optional: true,
    onInput: onNumber,
  });
  const whose = h("span", { class: "mg-stepper-whose" });
  const label = h("label", { for: id }, "Random number u");
  const el = h("div", { class: "mg-stepper-number" }, label, field.el, whose);

  /** @param {Now} now */
  function set({ drawn, round }) {
    field.set(drawn ? round.u : null);
    whose.textContent = drawn
      ? round.mine
        ? "chosen by you"
        : "drawn with the seed"
      : "choose it";
  }
  return { el, set };
}
