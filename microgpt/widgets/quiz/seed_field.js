/** The field for the seed that draws and shuffles, with its label. */

import { h } from "../kit/dom.js";
import { numberField } from "../kit/number_field.js";
import { LAST_SEED } from "./bank.js";

/**
 * @param {number} value
 * @param {(seed: number) => void} onInput
 */
export function seedField(value, onInput) {
  const typed = numberField({
    name: "seed",
    min: 0,
    max: LAST_SEED,
    step: 1,
    whole: true,
    value,
    onInput,
  });
  return { el: h("label", { class: "mg-quiz-seed" }, "seed", typed.el), set: typed.set };
}

/** The seed after this one. @param {number} seed */
export const nextSeed = (seed) => (seed + 1) % (LAST_SEED + 1);
