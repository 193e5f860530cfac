/** What comes after the heads: their outputs end to end, through wo, added to x. */

import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";

/** @typedef {import("../../engine/attention.js").Step} Step */

const SIZE = 16;

/**
 * Four vectors, number by number: a bar up from the middle line where it is above zero, down where
 * it is below.
 * @param {number} heads
 */
export function endToEnd(heads) {
  const each = SIZE / heads;
  const sizes = Array.from({ length: heads }, () => String(each)).join(" + ");
  const title = h("p", { class: "mg-heads-subtitle" });
  const rows = [
    vector(`the heads end to end: ${sizes} = ${SIZE}`, each, "mg-vector-heads"),
    vector(`after wo, which mixes all ${SIZE}`, 0, ""),
    vector("x, as it came in", 0, ""),
    vector("x plus what attention adds", 0, "mg-vector-sum"),
  ];
  const el = h("div", { class: "mg-heads-end" }, title, ...rows.map((row) => row.el));

  /**
   * @param {Step} step
   * @param {string} letter
   */
  function set({ blend, output, x, added }, letter) {
    setText(title, `What becomes of it: the vector of ${letter}, before attention and after`);
    const all = [blend, output, x, added];
    const limit = Math.max(...all.flatMap((one) => Array.from(one, Math.abs))) || 1;
    rows.forEach((row, i) => row.set(all[i], limit));
  }
  return { el, set };
}

/**
 * @param {string} name
 * @param {number} each numbers to a head; 0: they belong to none
 * @param {string} kind
 */
function vector(name, each, kind) {
  const cells = Array.from({ length: SIZE }, (_, i) => {
    const value = h("span", { class: "mg-vector-value" });
    const bar = h("span", { class: "mg-vector-bar" });
    const begins = each > 0 && i % each === 0;
    const el = h(
      "li",
      { class: begins ? "mg-vector-begins" : "", "data-head": begins ? `head ${i / each}` : null },
      begins && h("span", { class: "mg-hidden" }, `head ${i / each}: `),
      value,
      h("span", { class: "mg-vector-room" }, bar),
    );
    return { el, value, bar };
  });
  const list = h("ol", { "aria-label": name }, ...cells.map((cell) => cell.el));
  const el = h("div", { class: `mg-vector ${kind}` }, h("p", {}, name), list);

  /**
   * @param {ArrayLike<number>} numbers
   * @param {number} limit the magnitude that fills half the height
   */
  function set(numbers, limit) {
    cells.forEach(({ value, bar }, i) => {
      setText(value, fixed(numbers[i]));
      bar.style.setProperty("--share", String(Math.abs(numbers[i]) / limit));
      bar.classList.toggle("mg-below", numbers[i] < 0);
    });
  }
  return { el, set };
}
