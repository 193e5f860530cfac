/**
 * The field for an expression of one's own: what is wrong is named, and a caret points at the
 * character.
 */

import { ExpressionError, FUNCTIONS, LONGEST, parse } from "../engine/expression.js";
import { freshId, h } from "../kit/dom.js";

const AROUND = 14;
const HINT = `There are + - * / ** and ( ), pi and e, ${FUNCTIONS.join(", ")}.`;

/**
 * What is wrong with a text: a sentence, and two lines that show the place; null where nothing is.
 * @param {string} text
 */
export function mistake(text) {
  try {
    parse(text);
    return null;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
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

/** @param {(text: string) => void} onInput gets only what can be read */
export function expressionField(onInput) {
  const id = freshId();
  const notes = freshId();
  const input = h("input", {
    type: "text",
    id,
    class: "mg-text",
    "aria-describedby": notes,
    autocomplete: "off",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
    maxlength: 2 * LONGEST,
  });
  const place = h("pre", { class: "mg-own-place", "aria-hidden": "true" });
  const words = h("span", { role: "status" });
  const note = h("div", { class: "mg-own-note", id: notes }, place, words);
  const el = h(
    "div",
    { class: "mg-field mg-own" },
    h("label", { for: id }, "Your f(x), as Python writes it: x**2 is a power, 2*x a product"),
    input,
    note,
  );
  // what stands in the field while it cannot be read
  let draft = /** @type {string | null} */ (null);

  /** @param {ReturnType<typeof mistake>} wrong */
  function tell(wrong) {
    input.setAttribute("aria-invalid", String(wrong !== null));
    place.textContent = wrong ? `${wrong.piece}\n${wrong.caret}` : "";
    words.textContent = wrong ? `${wrong.words} The last curve stays.` : HINT;
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
