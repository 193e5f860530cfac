/** The field for the beginning of a name, in widgets that show what comes next. */

import { freshId, h } from "../kit/dom.js";
import { clean } from "./chat_words.js";
import { lettersInput } from "./letters_input.js";

const LONGEST = 15; // letters: the model reads BOS before them, and 16 tokens in all

/** @param {{ label: string, onPrefix: (prefix: string) => void }} options */
export function prefixField({ label, onPrefix }) {
  const id = freshId();
  const letters = lettersInput({
    input: { id, class: "mg-text mg-prefix-input" },
    note: { class: "mg-prefix-note" },
    clean: (text) => clean(text, LONGEST),
    onPrefix,
  });
  const el = h("div", { class: "mg-field" }, h("label", { for: id }, label), letters.input);
  el.append(letters.note);
  /** What may stand in the field. @param {string} text */
  const cleaned = (text) => clean(text, LONGEST).prefix;
  return { el, set: letters.set, clear: letters.clear, cleaned };
}
