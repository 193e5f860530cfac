/**
 * A field for an expression. What is wrong with it is named, and a caret points at the character.
 */

import { VERBATIM } from "./controls.js";
import { freshId, h, setText } from "./dom.js";

const AROUND = 14; // characters shown on each side of the place

/** @typedef {{ at: number, words: string, piece: string, caret: string }} Mistake */

/**
 * What is wrong with a text: a sentence, and two lines that show the place; null where nothing is.
 * @param {string} text
 * @param {(text: string) => unknown} read throws an error with a `position`
 * @param {new (...args: any[]) => Error & { position: number }} kind of that error
 * @returns {Mistake | null}
 */
export function mistakeIn(text, read, kind) {
  try {
    read(text);
    return null;
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    const at = error.position;
    const from = Math.max(0, at - AROUND);
    const before = from ? "…" : "";
    const piece =
      before +
      text.slice(from, at + AROUND).replace(/\s/g, " ") +
      (at + AROUND < text.length ? "…" : "");
    return {
      at,
      words: `Character ${at + 1}: ${error.message}`,
      piece,
      caret: `${" ".repeat(before.length + at - from)}^`,
    };
  }
}

/**
 * `onInput` gets only what can be read; `stays` says what is shown meanwhile.
 * @param {{ label: string, hint: string, stays: string, longest: number,
 *   mistake: (text: string) => Mistake | null, onInput: (text: string) => void }} options
 */
export function expressionField({ label, hint, stays, longest, mistake, onInput }) {
  const id = freshId();
  const notes = freshId();
  const input = h("input", {
    type: "text",
    id,
    class: "mg-text",
    "aria-describedby": notes,
    ...VERBATIM,
    maxlength: 2 * longest,
  });
  const place = h("pre", { class: "mg-own-place", "aria-hidden": "true" });
  const words = h("span", { role: "status" });
  const note = h("div", { class: "mg-own-note", id: notes }, place, words);
  const el = h("div", { class: "mg-field" }, h("label", { for: id }, label), input, note);
  // what stands in the field while it cannot be read
  let draft = /** @type {string | null} */ (null);

  /** @param {Mistake | null} wrong */
  function tell(wrong) {
    input.setAttribute("aria-invalid", String(wrong !== null));
    place.textContent = wrong ? `${wrong.piece}\n${wrong.caret}` : "";
    setText(words, wrong ? `${wrong.words} ${stays}` : hint);
    note.classList.toggle("mg-own-wrong", wrong !== null);
  }
  tell(null);
  input.addEventListener("input", () => {
    const wrong = mistake(input.value);
    draft = wrong ? input.value : null;
    tell(wrong);
    if (!wrong) onInput(input.value);
  });

  return {
    el,
    /** @param {string} text */
    set(text) {
      if (draft === null && input.value !== text) input.value = text;
    },
    /** Forget what cannot be read. */
    clear() {
      draft = null;
      tell(null);
    },
  };
}
