/** The lines of the program that do the work of a box. */

import { codeLine } from "../../draw/code.js";
import { h } from "../../kit/dom.js";

/** @typedef {import("./boxes.js").Part} Part */

/** @param {Part[]} parts */
export function listing(parts) {
  return parts.flatMap(({ name, lines }) => [
    h("p", { class: "mg-textbook-code-name" }, h("code", {}, name)),
    h("pre", { class: "mg-code" }, ...lines.flatMap((line, i) => rows(line, lines[i - 1]))),
  ]);
}

/**
 * A line, after a sign for the lines left out before it.
 * @param {Part["lines"][number]} line
 * @param {Part["lines"][number]} [before]
 */
function rows({ number, text, lit }, before) {
  const row = h(
    "span",
    { class: `mg-code-line${lit ? " mg-textbook-lit" : ""}` },
    ...codeLine(text, number),
    "\n",
  );
  const left = before && number - before.number > 1;
  return left
    ? [h("span", { class: "mg-textbook-gap", "aria-label": "lines left out" }, "⋮\n"), row]
    : [row];
}
