/** A field in which only what a model knows stays; a sentence says what was left out. */

import { VERBATIM } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";

/** @typedef {{ prefix: string, message: string }} Cleaned */

/**
 * @param {{ input: import("../kit/dom.js").Props, note: import("../kit/dom.js").Props,
 *   clean: (text: string) => Cleaned, onPrefix: (prefix: string) => void }} options
 *   input, note: further attributes of the two; clean: what may stand there, and a sentence about
 *   what was left out
 */
export function lettersInput({ input: props, note: noteProps, clean, onPrefix }) {
  const input = h("input", { type: "text", ...VERBATIM, enterkeyhint: "done", ...props });
  const note = h("p", { role: "status", ...noteProps });
  // while a phone's keyboard or an accent composes, the field is read but not rewritten
  let composing = false;

  /** Takes over what the field holds. */
  function read() {
    const { prefix, message } = clean(input.value);
    if (input.value !== prefix && !composing) {
      const place = clean(input.value.slice(0, input.selectionStart ?? 0)).prefix.length;
      input.value = prefix;
      input.setSelectionRange(place, place);
    }
    setText(note, composing ? "" : message);
    onPrefix(prefix);
  }
  input.addEventListener("compositionstart", () => {
    composing = true;
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    read();
  });
  input.addEventListener("input", read);

  /** @param {string} prefix */
  function set(prefix) {
    if (input.value !== prefix && !composing) input.value = prefix;
  }
  function clear() {
    note.textContent = "";
  }
  return { input, note, set, clear };
}
