/** The marks of the picture: one shape for each kind of point, so that colour is not the only sign. */

import { s } from "../../kit/dom.js";

const SHAPES = {
  law: "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1 -4.5 0Z",
  deep: "M-4 -4H4V4H-4Z",
  plain: "M-4 -4L4 4M4 -4L-4 4",
  own: "M0 -6L6 0L0 6L-6 0Z",
};

/**
 * @param {string} kind
 * @param {number} x
 * @param {number} y
 */
export function mark(kind, x, y) {
  const d = SHAPES[/** @type {keyof typeof SHAPES} */ (kind)];
  return s("path", { class: `mg-law-mark mg-law-${kind}`, d, transform: `translate(${x} ${y})` });
}
