/** What is said of a box, in each of the three designs. */

import { h } from "../../kit/dom.js";
import { rich } from "../../kit/text.js";
import { boxOf, DESIGNS } from "./boxes.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("../block_diagram.js").State} State */

/**
 * @param {State} state
 * @param {ReturnType<typeof import("../block_diagram.js").compute>} shown
 */
export function boxWords(state, { box, lit }) {
  if (box) return factsOf(box, state.design);
  if (!state.region) return [h("p", {}, "No box is chosen yet.")];
  const names = lit.map((id) => boxOf(id)?.[state.design].label);
  return [
    h("p", { class: "mg-block-title" }, h("code", {}, state.region)),
    h("p", { class: "mg-block-says" }, `Does the work of: ${names.join(", ")}.`),
  ];
}

/**
 * What this design has there, then the two others.
 * @param {Box} box
 * @param {State["design"]} design
 */
function factsOf(box, design) {
  const { label, says, absent } = box[design];
  const none = Object.keys(box.code).length === 0;
  return [
    h("p", { class: "mg-block-title" }, label, absent ? h("small", {}, " not in this design") : ""),
    h("p", { class: "mg-block-says" }, ...rich(says)),
    h(
      "dl",
      { class: "mg-block-others" },
      ...DESIGNS.filter((one) => one !== design).map((one) =>
        h("div", {}, h("dt", {}, one), h("dd", {}, ...rich(box[one].says))),
      ),
    ),
    none ? h("p", { class: "mg-block-none" }, "No line of the program does this.") : "",
  ];
}
