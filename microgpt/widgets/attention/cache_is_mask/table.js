/** The results of both ways, position by position, and how far they are apart. */

import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { NOT_YET } from "../not_yet.js";
import { LAST, gapText } from "./words.js";

/** @typedef {import("../cache_is_mask.js").Now} Now */

const DIGITS = 8;
const HEADS = ["letter", "with a cache", "with a mask", "difference"];

/** @param {number} size */
export function comparison(size) {
  const rows = Array.from({ length: size }, () => {
    const name = h("th", { scope: "row" });
    const cells = Array.from({ length: 3 }, () => h("td"));
    return { el: h("tr", {}, name, ...cells), name, cells };
  });
  const el = h(
    "table",
    { class: "mg-mask-table" },
    h("caption", {}, "After attention: x + wo · blend, two numbers for each letter"),
    h("thead", {}, h("tr", {}, ...HEADS.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...rows.map((row) => row.el)),
  );

  /** @param {Now} now */
  function set({ letters, one, all, gaps, step }) {
    const masked = step >= LAST - 1; // all rows have been blended
    rows.forEach((row, i) => {
      row.el.hidden = i >= letters.length;
      if (row.el.hidden) return;
      const vector = (/** @type {ArrayLike<number>} */ numbers) =>
        Array.from(numbers, (x) => fixed(x, DIGITS)).join("\n");
      const texts = [
        i < step ? vector(one[i].added) : null,
        masked ? vector(all[i].added) : null,
        masked ? gaps[i].map(gapText).join("\n") : null,
      ];
      setText(row.name, letters[i]);
      row.cells.forEach((cell, k) => {
        setText(cell, texts[k] ?? NOT_YET);
        cell.classList.toggle("mg-not-yet", texts[k] === null);
      });
    });
  }
  return { el, set };
}
