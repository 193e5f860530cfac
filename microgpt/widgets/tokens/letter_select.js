/** A choice among the 27 tokens: the browser's own list, with a label. */

import { freshId, h } from "../kit/dom.js";

/**
 * @param {{ label: string, tokens: string[], value: string, onInput: (token: string) => void }}
 *   options
 */
export function letterSelect({ label, tokens, value, onInput }) {
  const id = freshId();
  const select = h(
    "select",
    { id, class: "mg-select", onchange: () => onInput(select.value) },
    ...tokens.map((token) => h("option", { value: token }, token)),
  );
  /** @param {string} next */
  function set(next) {
    if (select.value !== next) select.value = next;
  }
  set(value);
  return {
    el: h("div", { class: "mg-letter-select" }, h("label", { for: id }, label), select),
    set,
  };
}
