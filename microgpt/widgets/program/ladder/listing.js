/** The program of a rung by itself. */

import { codeLine } from "../../draw/code.js";
import { h } from "../../kit/dom.js";

/** @param {import("../ladder.js").Now} now */
export function listing({ lines }) {
  const rows = lines.map((line, i) =>
    h("span", { class: "mg-code-line" }, ...codeLine(line, i + 1), "\n"),
  );
  return h("pre", { class: "mg-code" }, ...rows);
}
