/** A small table of numbers to look up, beside a question. */

import { h } from "../../kit/dom.js";

/**
 * @param {string} name of the numbers in the first row
 * @param {string[]} heads
 * @param {[string, string[]][]} rows
 */
export function numbersTable(name, heads, rows) {
  const table = h(
    "table",
    { class: "mg-drill-table" },
    h("tr", {}, h("th", { scope: "row" }, name), ...heads.map((x) => h("th", { scope: "col" }, x))),
    ...rows.map(([label, numbers]) =>
      h("tr", {}, h("th", { scope: "row" }, label), ...numbers.map((x) => h("td", {}, x))),
    ),
  );
  const group = { tabindex: 0, role: "group", "aria-label": `${name} and ${rows[0]?.[0]}` };
  const el = h("div", { class: "mg-drill-scroll", ...group }, table);
  el.hidden = heads.length === 0;
  return { el, set() {} };
}
