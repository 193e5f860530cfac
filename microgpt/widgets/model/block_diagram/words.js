/** What is said of a box, in each of the three designs; and of a region. */

import { h } from "../../kit/dom.js";
import { rich } from "../../kit/text.js";
import { boxOf, DESIGNS } from "./boxes.js";

/** @typedef {import("../block_diagram.js").State} State */
/** @typedef {ReturnType<typeof import("../block_diagram.js").compute>} Shown */

/**
 * The sentence about what is chosen.
 * @param {State} state
 * @param {Shown} shown
 */
export function nowWords({ design, region }, { box, lit }) {
  if (box) {
    const { label, says, absent } = box[design];
    return [
      h("p", { class: "mg-block-title" }, label, absent && h("small", {}, `: not in ${design}`)),
      h("p", { class: "mg-block-says" }, ...rich(says)),
    ];
  }
  if (!region) return [h("p", { class: "mg-block-title" }, "No box is chosen.")];
  return [
    h("p", { class: "mg-block-title" }, h("code", {}, region)),
    h("p", { class: "mg-block-says" }, `Its boxes: ${counted(labels(lit, design))}.`),
  ];
}

/** @param {string[]} lit @param {State["design"]} design */
function labels(lit, design) {
  return lit.map((id) => boxOf(id)?.[design].label ?? "");
}

/**
 * add, add, softmax: 2 × add, softmax
 * @param {string[]} words
 */
export function counted(words) {
  return [...new Set(words)]
    .map((word) => {
      const many = words.filter((one) => one === word).length;
      return many > 1 ? `${many} × ${word}` : word;
    })
    .join(", ");
}

/**
 * What the two other designs have there.
 * @param {State} state
 * @param {Shown} shown
 */
export function others({ design }, { box }) {
  if (!box) return [];
  const rest = DESIGNS.filter((one) => one !== design);
  return [
    h(
      "dl",
      { class: "mg-block-others" },
      ...rest.map((one) => h("div", {}, h("dt", {}, one), h("dd", {}, ...rich(box[one].says)))),
    ),
  ];
}

/** What stands over the code. @param {Shown} shown */
export function whereWords({ box, code }) {
  if (!box) return [];
  const words = code.length
    ? `${box.microgpt.absent ? "What the program has instead" : "In the program"}:`
    : "No line of the program does this.";
  return [h("p", { class: "mg-block-where" }, words)];
}
