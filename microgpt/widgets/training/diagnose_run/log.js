/** The log of a run: a few of its rounds, in numbers. */

import { h, setText } from "../../kit/dom.js";
import { LOGGED } from "./run.js";
import { loss, size } from "./signs.js";

/** @typedef {import("./run.js").Log} Log */

const HEADS = ["round", "loss", "gradient", "step"];

/** @param {string} caption */
export function logTable(caption) {
  const cells = LOGGED.map(() => HEADS.slice(1).map(() => h("td", {}, "–")));
  const rows = LOGGED.map((round, i) =>
    h("tr", {}, h("th", { scope: "row" }, round.toLocaleString("en")), ...cells[i]),
  );
  const heads = HEADS.map((name) => h("th", { scope: "col" }, name));
  const el = h(
    "table",
    { class: "mg-table mg-diag-table" },
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows),
  );
  /** @param {Log | null} log */
  function set(log) {
    cells.forEach((row, i) => {
      const one = log?.rows[i];
      const texts = one ? [loss(one.loss), size(one.gradient), size(one.move)] : ["–", "–", "–"];
      row.forEach((cell, k) => setText(cell, texts[k]));
    });
  }
  return { el, set };
}
