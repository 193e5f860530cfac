/** Which question it is: the level, the seed, the number. */

import { choice } from "../../kit/controls.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";
import { KINDS, LEVELS, MOST } from "./kinds.js";

/** @typedef {import("../drill.js").State} State */

/** @param {(changes: Partial<State>) => void} onInput */
export function questionControls(onInput) {
  const level = choice({
    name: "Level",
    options: LEVELS.map((n) => ({ value: String(n), label: String(n) })),
    value: "1",
    onInput: (value) => onInput({ level: Number(value), number: 1 }),
  });
  const seed = whole("Seed", (value) => onInput({ seed: value, number: 1 }));
  const number = whole("Question", (value) => onInput({ number: value }));
  const brings = h("p", { class: "mg-drill-brings" });
  const el = h(
    "div",
    { class: "mg-drill-head" },
    h("div", { class: "mg-drill-controls" }, level.el, seed.el, number.el),
    // in one place, so that no button moves away from under a finger when a sentence appears
    h("div", { class: "mg-drill-line" }, brings, seed.note, number.note),
  );
  /** @param {State} state */
  function set(state) {
    level.set(String(state.level));
    seed.set(state.seed);
    number.set(state.number);
    setText(brings, `Level ${state.level}: ${KINDS[state.kind].levels[state.level - 1]}.`);
  }
  return { el, set };
}

/**
 * @param {string} label
 * @param {(value: number) => void} onInput
 */
function whole(label, onInput) {
  const id = freshId();
  const limits = { min: 1, max: MOST, step: 1, whole: true };
  const { field, note, set } = numberField({ id, ...limits, value: 1, of: label, onInput });
  const el = h("div", { class: "mg-field mg-drill-which" }, h("label", { for: id }, label), field);
  return { el, note, set };
}
