/** One matrix as a heat map whose cells have one size, in a box that scrolls where it is too large. */

import { heatmap } from "../../draw/heatmap.js";
import { h, scaleOf } from "../../kit/dom.js";

/**
 * The chosen cell stays marked when the pointer or the keyboard leaves.
 * @param {{ name: string, rows: string[], columns: string[],
 *   onPress: (row: number, column: number) => void }} options
 */
export function matrixMap(options) {
  const map = heatmap({ ...options, hint: "Press a cell, or use the arrow keys." });
  const picture = /** @type {SVGSVGElement} */ (map.el.querySelector("svg"));
  const mark = /** @type {SVGElement} */ (picture.querySelector(".mg-heat-mark"));
  const box = h("div", { class: "mg-matrix-box" });
  picture.before(box);
  box.append(picture);
  picture.style.setProperty("--units", String(picture.viewBox.baseVal.width));
  let at = /** @type {[number, number]} */ ([0, 0]);
  const markAgain = () => map.select(...at);
  picture.addEventListener("blur", markAgain);
  picture.addEventListener("pointerleave", markAgain);

  /** Scrolls the box, and never the page, so far that the mark is seen. */
  function reveal() {
    const [a, b] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
    const right = Math.max(0, a.right - b.right + a.width);
    const left = Math.max(0, b.left - a.left + a.width);
    const down = Math.max(0, a.bottom - b.bottom + a.height);
    const up = Math.max(0, b.top - a.top + a.height);
    const scale = scaleOf(box);
    box.scrollLeft += (right - left) / scale;
    box.scrollTop += (down - up) / scale;
  }

  /**
   * @param {Float64Array[]} values
   * @param {number} limit
   * @param {[number, number]} cell the chosen one
   */
  function set(values, limit, cell) {
    const moved = cell.join() !== at.join();
    at = cell;
    map.set(values, limit);
    markAgain();
    if (moved) reveal();
  }
  return { el: map.el, set };
}
