/**
 * Which function: one of a few, or one of the reader's own. What is wrong with that is named, and a
 * caret points at the character.
 */

import { FUNCTIONS, LONGEST, parse } from "../engine/expression.js";
import { ExpressionError } from "../engine/expression_tokens.js";
import { VERBATIM, choice } from "../kit/controls.js";
import { freshId, h, setText } from "../kit/dom.js";

const AROUND = 14;
const HINT = `There are + - * / ** and ( ), pi and e, ${FUNCTIONS.join(", ")}.`;
const OWN = "own";
const PRESETS = [
  { value: "x**2", label: "x²" },
  { value: "x**3", label: "x³" },
  { value: "sin(x)", label: "sin x" },
  { value: "exp(x)", label: "eˣ" },
  { value: "log(x)", label: "log x" },
  { value: "relu(x)", label: "relu x" },
  { value: OWN, label: "your own" },
];

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

/**
 * Which function: one of a few, or the reader's own.
 * @param {(f: string) => void} onInput
 * @param {() => void} redraw
 */
export function functionChooser(onInput, redraw) {
  let own = false;
  const field = expressionField(onInput);
  const presets = choice({ name: "f(x)", options: PRESETS, value: "x**2", onInput: pick });

  /** @param {string} value */
  function pick(value) {
    own = value === OWN;
    field.clear();
    if (own) redraw();
    else onInput(value);
    field.el.hidden = !own;
  }
  return {
    els: [presets.el, field.el],
    clear() {
      own = false;
      field.clear();
    },
    /** @param {string} f */
    set(f) {
      const preset = PRESETS.some((one) => one.value === f) && !own;
      presets.set(preset ? f : OWN);
      field.el.hidden = preset;
      field.set(f);
    },
  };
}

/** @param {(text: string) => void} onInput gets only what can be read */
function expressionField(onInput) {
  const id = freshId();
  const notes = freshId();
  const input = h("input", {
    type: "text",
    id,
    class: "mg-text",
    "aria-describedby": notes,
    ...VERBATIM,
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
    setText(words, wrong ? `${wrong.words} The last curve stays.` : HINT);
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
