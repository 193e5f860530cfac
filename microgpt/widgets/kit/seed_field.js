/** The field for the seed of what is drawn or shuffled, with its label. */

import { h } from "./dom.js";
import { numberField } from "./number_field.js";

/** @param {{ value: number, max: number, onInput: (seed: number) => void }} options */
export function seedField(options) {
  const typed = numberField({ name: "seed", min: 0, step: 1, whole: true, ...options });
  return { el: h("label", { class: "mg-seed" }, "seed", typed.el), set: typed.set };
}
