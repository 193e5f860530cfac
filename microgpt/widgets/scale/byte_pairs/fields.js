/** What the reader types: the text to learn from, and a word to split. */

import { VERBATIM } from "../../kit/controls.js";
import { freshId, h } from "../../kit/dom.js";
import { piece } from "./pieces.js";

const LONGEST = { text: 5000, word: 60 }; // characters

/**
 * A field may hold half a character of an emoji for a moment; a trait may not.
 * @param {string} text
 */
const whole = (text) => text.replace(/\p{Cs}/gu, "");

/**
 * @template {HTMLInputElement | HTMLTextAreaElement} Field
 * @param {Field} field
 * @param {(text: string) => void} onText
 */
function typed(field, onText) {
  field.addEventListener("input", () => onText(whole(field.value)));
  /** @param {string} text */
  return (text) => {
    if (whole(field.value) !== text) field.value = text;
  };
}

/** @param {(text: string) => void} onText */
export function textField(onText) {
  const area = h("textarea", {
    id: freshId(),
    class: "mg-text mg-pairs-text",
    rows: 4,
    maxlength: LONGEST.text,
    dir: "auto",
    ...VERBATIM,
  });
  const label = h("label", { for: area.id }, "The text to learn from");
  return { el: h("div", { class: "mg-field" }, label, area), set: typed(area, onText) };
}

/** @param {(text: string) => void} onText */
export function wordField(onText) {
  const input = h("input", {
    type: "text",
    id: freshId(),
    class: "mg-text",
    maxlength: LONGEST.word,
    dir: "auto",
    ...VERBATIM,
  });
  const label = h("label", { for: input.id }, "Split a new word");
  const tokens = h("p", { class: "mg-pairs-split", role: "status" });
  const put = typed(input, onText);
  /**
   * @param {string} text
   * @param {string[]} split
   */
  function set(text, split) {
    put(text);
    const many = `${split.length} ${split.length === 1 ? "token" : "tokens"}`;
    tokens.replaceChildren(...split.flatMap((one) => [piece(one), " "]), many);
  }
  return { el: h("div", { class: "mg-field mg-pairs-word" }, label, input, tokens), set };
}
