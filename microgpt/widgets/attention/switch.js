/** Something that is on or off, as a check box with its words. */

import { freshId, h } from "../kit/dom.js";

/**
 * @param {string} words
 * @param {(on: boolean) => void} onInput
 */
export function checkSwitch(words, onInput) {
  const id = freshId();
  const input = h("input", { type: "checkbox", id, onchange: () => onInput(input.checked) });
  const label = h("label", { for: id }, input, h("span", {}, words));
  return {
    el: h("div", { class: "mg-choice" }, label),
    /** @param {boolean} on */
    set(on) {
      input.checked = on;
    },
  };
}
