/** The program of a rung by itself, region by region. */

import { codeLine } from "../../draw/code.js";
import { h } from "../../kit/dom.js";
import { count } from "../../kit/format.js";
import { folds } from "./folds.js";

const MARKER = /^ *# --- (\w+): /;
const BEGINNING = "beginning";

/**
 * The regions with their lines, each from its marker on; what stands before the first is the
 * beginning. Empty lines at the end of a region are left out.
 * @param {string[]} lines
 */
export function regionsOf(lines) {
  const found = [{ name: BEGINNING, first: 1, lines: /** @type {string[]} */ ([]) }];
  lines.forEach((line, i) => {
    const name = MARKER.exec(line)?.[1];
    if (name) found.push({ name, first: i + 1, lines: [] });
    found[found.length - 1].lines.push(line);
  });
  for (const region of found) while (!region.lines.at(-1)?.trim()) region.lines.pop();
  return found;
}

/** @param {import("../ladder.js").Now} now */
export function listing(now) {
  return folds(
    regionsOf(now.lines).map(({ name, first, lines }) => ({
      name,
      status: count(lines.length, "line"),
      open: name === now.region,
      body: h(
        "pre",
        { class: "mg-code" },
        ...lines.map((line, i) =>
          h("span", { class: "mg-code-line" }, ...codeLine(line, first + i), "\n"),
        ),
      ),
    })),
  );
}
