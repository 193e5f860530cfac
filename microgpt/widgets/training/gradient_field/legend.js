/** What the shades mean. */

import { h, s } from "../../kit/dom.js";
import { SHADES, classOf } from "./scale.js";

const SIZE = 12;

/** @param {...Element} inside */
const swatch = (...inside) =>
  s(
    "svg",
    { viewBox: `0 0 ${SIZE} ${SIZE}`, class: "mg-field-swatch", "aria-hidden": "true" },
    ...inside,
  );

/** @param {number} shade @param {boolean} minus */
const cell = (shade, minus) =>
  swatch(s("rect", { class: classOf(shade, minus), width: SIZE, height: SIZE }));

export function legend() {
  const shades = SHADES.map((name, i) => h("li", {}, cell(i, false), cell(i, true), name));
  const none = swatch(
    s("rect", { class: "mg-field-frame", x: 0.5, y: 0.5, width: SIZE - 1, height: SIZE - 1 }),
    s("path", { class: "mg-field-none", d: `M2 ${SIZE - 2}L${SIZE - 2} 2` }),
  );
  return h(
    "div",
    { class: "mg-field-legend" },
    h(
      "p",
      {},
      "Size of the gradient, a shade for each factor of ten; blue: above 0, orange: below",
    ),
    h("ul", {}, ...shades, h("li", {}, none, "exactly 0")),
  );
}
