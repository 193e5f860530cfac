/** A small drawing of `emma` for each stage of the way, in the colour of the text around it. */

import { s } from "../kit/dom.js";

const WIDTH = 72;
const HEIGHT = 32;
const AXIS = 17;
const STROKE = { fill: "none", stroke: "currentColor", "stroke-width": 1.5 };

export const NAME = "emma";
export const IDS = [4, 12, 12, 0]; // a test compares them with the tokenizer's

const TINTS = [
  [0.9, 0.2, 0.5],
  [0.3, 0.7, 0.15],
  [0.3, 0.7, 0.15],
  [0.6, 0.35, 0.95],
];
const HEIGHTS = [4, -6, 10, 2, -9, 12, -3, 6, -11];

/** @type {Record<string, () => SVGSVGElement>} */
export const drawings = {
  letters: () => picture(words(NAME, "mg-journey-letters")),
  ids: () => picture(words(IDS.join(" "), "mg-journey-ids")),
  vectors: () =>
    picture(
      ...TINTS.flatMap((column, i) =>
        column.map((tint, j) =>
          s("rect", {
            x: 12 + 13 * i,
            y: 3 + 9 * j,
            width: 9,
            height: 9,
            fill: "currentColor",
            "fill-opacity": tint,
          }),
        ),
      ),
    ),
  attended: () =>
    picture(
      line("M58 24Q51 8 44 24M58 24Q44 -1 30 24M58 24Q37 -10 15 24"),
      ...[15, 30, 44, 58].map((cx) => s("circle", { cx, cy: 25, r: 3, fill: "currentColor" })),
    ),
  logits: () =>
    picture(
      line(`M8 ${AXIS}H64`),
      ...HEIGHTS.map((up, i) =>
        s("rect", {
          x: 10 + 6 * i,
          y: up > 0 ? AXIS - up : AXIS,
          width: 4,
          height: Math.abs(up),
          fill: "currentColor",
        }),
      ),
    ),
  loss: () =>
    picture(
      line("M14 2V29H64"),
      line("M16 4C20 19 30 26 62 27"),
      s("circle", { cx: 24, cy: 18.5, r: 3.5, fill: "currentColor" }),
    ),
  sampled: () =>
    picture(
      line("M8 9H22V25H8ZM29 9H43V25H29Z"),
      s("path", { ...STROKE, "stroke-dasharray": "3 2", d: "M50 9H64V25H50Z" }),
      s("path", { fill: "currentColor", d: "M12 14H18V20H12ZM33 14H39V20H33Z" }),
    ),
};

/** @param {...Node} parts */
function picture(...parts) {
  return s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" }, ...parts);
}

/** @param {string} d */
const line = (d) => s("path", { ...STROKE, d });

/**
 * @param {string} text
 * @param {string} kind
 */
function words(text, kind) {
  return s("text", { class: kind, x: WIDTH / 2, y: 21, "text-anchor": "middle" }, text);
}
