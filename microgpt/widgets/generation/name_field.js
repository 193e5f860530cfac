/** The large field in which a name is typed; what the model adds stands behind it in grey. */

import { VERBATIM } from "../kit/controls.js";
import { freshId, h, setText } from "../kit/dom.js";
import { ems } from "./chat_words.js";

/** @typedef {{ prefix: string, message: string }} Cleaned */

/**
 * @param {{ clean: (text: string) => Cleaned, onPrefix: (prefix: string) => void }} options
 *   clean: what may stand there, and a sentence about what was left out
 */
export function nameField({ clean, onPrefix }) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-name-input",
    ...VERBATIM,
    enterkeyhint: "done",
  });
  const typed = h("span", { class: "mg-name-typed" });
  const ghost = h("span", { class: "mg-name-ghost" });
  const caret = h("span", { class: "mg-name-caret" });
  const mirror = h("div", { class: "mg-name-mirror", "aria-hidden": "true" }, typed, caret, ghost);
  const el = h("div", { class: "mg-name" }, mirror, input);
  const note = h("p", { class: "mg-name-note", role: "status" });
  const label = "Type the beginning of a name. The model continues it in grey.";
  const head = h("div", { class: "mg-name-head" }, h("label", { for: input.id }, label), note);
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

  return {
    el,
    head,
    clear: () => {
      note.textContent = "";
    },
    /**
     * @param {string} prefix
     * @param {string} name
     */
    set(prefix, name) {
      if (input.value !== prefix && !composing) input.value = prefix;
      typed.textContent = prefix;
      ghost.textContent = name.slice(prefix.length);
      el.style.setProperty("--ems", String(ems(name)));
    },
  };
}
