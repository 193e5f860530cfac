/** The same as the picture, as a table: for each value its operation, number, slopes, gradient. */

import { h } from "../../kit/dom.js";

const HEADS = ["name", "operation", "value", "local gradients", "gradient"];

/** @typedef {{ name: string, formula: string, data: string, locals: string, grad: string }} Row */

/** @param {string} title what can be unfolded */
export function graphTable(title) {
  const body = h("tbody");
  const el = h(
    "details",
    { class: "mg-graph-fold" },
    h("summary", {}, title),
    h(
      "table",
      { class: "mg-graph-table" },
      h("thead", {}, h("tr", {}, ...HEADS.map((text) => h("th", { scope: "col" }, text)))),
      body,
    ),
  );
  let lines = /** @type {{ line: HTMLElement, cells: HTMLElement[] }[]} */ ([]);

  function addLine() {
    const cells = HEADS.map((_, i) => (i ? h("td") : h("th", { scope: "row" })));
    const line = h("tr", {}, ...cells);
    body.append(line);
    return { line, cells };
  }

  /**
   * @param {Row[]} rows in topological order
   * @param {number | null} current
   */
  function set(rows, current) {
    while (lines.length > rows.length) lines.pop()?.line.remove();
    while (lines.length < rows.length) lines.push(addLine());
    rows.forEach(({ name, formula, data, locals, grad }, i) => {
      [name, formula, data, locals, grad].forEach((text, k) => {
        if (lines[i].cells[k].textContent !== text) lines[i].cells[k].textContent = text;
      });
      const { line } = lines[i];
      if (i !== current) line.removeAttribute("aria-current");
      else if (!line.hasAttribute("aria-current")) line.setAttribute("aria-current", "true");
    });
  }
  return { el, set };
}
