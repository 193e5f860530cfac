/** Vectors and matrices in writing: numbers between brackets. */

import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { NOT_YET } from "../not_yet.js";

/** A vector that stands upright between brackets, or "not yet". @param {string} [colour] */
export function upright(colour = "") {
  const el = h("span", { class: `mg-vec ${colour}` });
  /**
   * @param {ArrayLike<number> | null} numbers
   * @param {boolean} fresh whether they have just been computed
   */
  function set(numbers, fresh) {
    setText(el, numbers ? Array.from(numbers, (x) => fixed(x)).join("\n") : NOT_YET);
    el.classList.toggle("mg-not-yet", !numbers);
    el.classList.toggle("mg-fresh", fresh);
  }
  return { el, set };
}

/**
 * A matrix times a vector, and what comes of it.
 * @param {{ name: string, matrix: Float64Array, x: ArrayLike<number>, result: ArrayLike<number> }}
 *   product the matrix lies row by row
 */
export function matrixTimes({ name, matrix, x, result }) {
  const column = (/** @type {ArrayLike<number>} */ numbers) =>
    Array.from(numbers, (number) => fixed(number)).join("\n");
  const rows = Array.from({ length: matrix.length / x.length }, (_, i) =>
    Array.from(matrix.subarray(i * x.length, (i + 1) * x.length), (w) => fixed(w).padStart(5)),
  );
  const vec = (/** @type {string} */ text) => h("span", { class: "mg-vec" }, text);
  return h(
    "p",
    { class: "mg-step-product" },
    h("span", { class: "mg-vec-name" }, name),
    vec(rows.map((row) => row.join(" ")).join("\n")),
    "·",
    vec(column(x)),
    "=",
    vec(column(result)),
  );
}
