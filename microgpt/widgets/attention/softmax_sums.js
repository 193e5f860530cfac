/** The two lines below the logits: the exps add up to the sum, the probabilities to 1. */

import { h } from "../kit/dom.js";
import { brief } from "../kit/format.js";

/** @typedef {import("./softmax_words.js").Result} Result */

/** @param {Result} result */
export function sumLine({ exps, total, fails }) {
  if (fails === "overflow") return h("span", {}, "sum: none");
  const parts = exps.map(brief).join(" + ");
  const sum = fails === "sum" ? "too large" : brief(total);
  return h("span", {}, `sum = ${parts} = `, h("b", {}, sum));
}

/** @param {string[] | null} texts the probabilities as they are printed */
export function probabilitiesLine(texts) {
  if (!texts) return h("span", {}, "probabilities: none");
  return h(
    "span",
    {},
    "probabilities: ",
    h("span", { class: "mg-c-token" }, texts.join(" + ")),
    " = ",
    h("b", {}, "1"),
  );
}
