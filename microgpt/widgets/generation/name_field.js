/** The large field in which a name is typed; what the model adds stands behind it in grey. */

import { freshId, h } from "../kit/dom.js";
import { ems } from "./chat_words.js";
import { lettersInput } from "./letters_input.js";

/** @typedef {import("./letters_input.js").Cleaned} Cleaned */

/**
 * @param {{ clean: (text: string) => Cleaned, onPrefix: (prefix: string) => void }} options
 */
export function nameField({ clean, onPrefix }) {
  const id = freshId();
  const letters = lettersInput({
    input: { id, class: "mg-name-input" },
    note: { class: "mg-name-note" },
    clean,
    onPrefix,
  });
  const typed = h("span", { class: "mg-name-typed" });
  const ghost = h("span", { class: "mg-name-ghost" });
  const caret = h("span", { class: "mg-name-caret" });
  const mirror = h("div", { class: "mg-name-mirror", "aria-hidden": "true" }, typed, caret, ghost);
  const el = h("div", { class: "mg-name" }, mirror, letters.input);
  const label = "Type the beginning of a name. The model continues it in grey.";
  const head = h("div", { class: "mg-name-head" }, h("label", { for: id }, label), letters.note);

  /**
   * @param {string} prefix
   * @param {string} name
   */
  function set(prefix, name) {
    letters.set(prefix);
    typed.textContent = prefix;
    ghost.textContent = name.slice(prefix.length);
    el.style.setProperty("--ems", String(ems(name)));
  }
  return { el, head, clear: letters.clear, set };
}
