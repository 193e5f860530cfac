/** What is said of a box, in each of the three designs; and of a region. */

import { h } from "../../kit/dom.js";
import { rich } from "../../kit/text.js";
import { BOXES, boxOf, DESIGNS } from "./boxes.js";

/** @typedef {import("../block_diagram.js").State} State */
/** @typedef {ReturnType<typeof import("../block_diagram.js").compute>} Shown */

const DESIGN = {
  2017:
    "The decoder of the first Transformer, which translates. " +
    "Each half of a layer is normed after its addition.",
  "GPT-2":
    "A decoder alone, which continues a text. " +
    "Each half of a layer is normed before it begins: pre-norm.",
  microgpt: "GPT-2’s design with fewer parts: pre-norm, one layer, no numbers beside the matrices.",
};

/**
 * The sentence about what is chosen; about the design, where nothing is.
 * @param {State} state
 * @param {Shown} shown
 */
export function nowWords({ design, region }, { box, lit }) {
  if (box) {
    const { label, says, absent } = box[design];
    return [title(label, absent && h("small", {}, `: not in ${design}`)), sentence(...rich(says))];
  }
  if (!region) return [title(design), sentence(DESIGN[design], ` Struck out: ${gone(design)}.`)];
  return [title(h("code", {}, region)), sentence(`Its boxes: ${counted(labels(lit, design))}.`)];
}

/** @param {...import("../../kit/dom.js").Child} words */
const title = (...words) => h("p", { class: "mg-textbook-title" }, ...words);

/** @param {...import("../../kit/dom.js").Child} words */
const sentence = (...words) => h("p", { class: "mg-textbook-says" }, ...words);

/** What a design lacks. @param {State["design"]} design */
function gone(design) {
  return BOXES.filter((box) => box[design].absent)
    .map((box) => box[design].label)
    .join(", ");
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
      { class: "mg-textbook-others" },
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
  return [h("p", { class: "mg-textbook-where" }, words)];
}
