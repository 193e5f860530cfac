/** A square of letters that look and letters that are looked at, a number in each place. */

import { paint } from "../../draw/cells.js";
import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { NOT_YET } from "../not_yet.js";

/** @typedef {{ kind: string, value?: number, text?: string }} Cell */

const LIMIT = 1; // of a weight or a score: full tint

/**
 * @param {string} title
 * @param {number} size
 */
export function square(title, size) {
  const columns = Array.from({ length: size }, () => h("th", { scope: "col" }));
  const rows = Array.from({ length: size }, () => {
    const name = h("th", { scope: "row" });
    const cells = Array.from({ length: size }, () => h("td", { class: "mg-tinted" }));
    return { el: h("tr", {}, name, ...cells), name, cells };
  });
  const el = h(
    "table",
    { class: "mg-square" },
    h("caption", {}, title),
    h("thead", {}, h("tr", {}, h("td"), ...columns)),
    h("tbody", {}, ...rows.map((row) => row.el)),
  );

  /**
   * @param {string[]} letters
   * @param {Cell[][]} cells
   */
  function set(letters, cells) {
    columns.forEach((column, j) => {
      column.hidden = j >= letters.length;
      setText(column, letters[j] ?? "");
    });
    rows.forEach((row, i) => {
      row.el.hidden = i >= letters.length;
      setText(row.name, letters[i] ?? "");
      row.cells.forEach((cell, j) => {
        cell.hidden = j >= letters.length;
        if (!row.el.hidden && !cell.hidden) show(cell, cells[i][j]);
      });
    });
  }
  return { el, set };
}

/**
 * @param {HTMLElement} element
 * @param {Cell} cell
 */
function show(element, { kind, value = 0, text = "" }) {
  const texts = /** @type {Record<string, string>} */ ({
    later: NOT_YET,
    none: "",
    masked: "−∞",
    score: fixed(value),
    weight: text,
  });
  setText(element, texts[kind]);
  paint(element, kind === "weight" || kind === "score" ? value : 0, LIMIT);
  element.className = `mg-tinted mg-square-${kind}`;
}
