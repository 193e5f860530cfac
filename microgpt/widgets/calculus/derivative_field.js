/**
 * Which function: one of a few, or one of the reader's own. What is wrong with that is named, and a
 * caret points at the character.
 */

import { FUNCTIONS, LONGEST, parse } from "../engine/expression.js";
import { ExpressionError } from "../engine/expression_tokens.js";
import { choice } from "../kit/controls.js";
import { expressionField, mistakeIn } from "../kit/expression_field.js";

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
export const mistake = (text) => mistakeIn(text, parse, ExpressionError);

/**
 * Which function: one of a few, or the reader's own.
 * @param {(f: string) => void} onInput
 * @param {() => void} redraw
 */
export function functionChooser(onInput, redraw) {
  let own = false;
  const field = expressionField({
    label: "Your f(x), as Python writes it: x**2 is a power, 2*x a product",
    hint: HINT,
    stays: "The last curve stays.",
    longest: LONGEST,
    mistake,
    onInput,
  });
  field.el.classList.add("mg-own");
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
