/** A question with a button for each answer: a press is the answer. */

import { button } from "../kit/controls.js";
import { freshId, h, setText } from "../kit/dom.js";

/**
 * @template {string} V
 * @param {{ question: string, options: { value: V, label: string }[],
 *   onPick: (value: V) => void }} options
 */
export function answers({ question, options, onPick }) {
  const id = freshId();
  const words = h("p", { id, class: "mg-answers-ask" }, question);
  const buttons = options.map(({ value, label }) => button(label, () => onPick(value)));
  const el = h(
    "div",
    { class: "mg-answers", role: "group", "aria-labelledby": id },
    words,
    h("div", { class: "mg-row" }, ...buttons),
    h("p", { class: "mg-on-paper" }, options.map(({ label }) => `○ ${label}`).join("\u2003")),
  );
  /**
   * @param {string[]} picked those that count as pressed
   * @param {string[]} [closed] those that cannot be picked any more
   */
  function set(picked, closed = []) {
    options.forEach(({ value }, i) => {
      buttons[i].setAttribute("aria-pressed", String(picked.includes(value)));
      buttons[i].setAttribute("aria-disabled", String(closed.includes(value)));
    });
  }
  set([]);
  return { el, set, ask: (/** @type {string} */ text) => setText(words, text) };
}
