/** The program in a box that scrolls by itself; the line just done and the next one are marked. */

import { lines } from "../../data/program.js";
import { codeLine } from "../../draw/code.js";
import { h, setText } from "../../kit/dom.js";
import { led } from "../../kit/keys.js";

const SIGNS = { done: "✓", next: "→" };
const WORDS = { done: "done", next: "next" };

/** @typedef {Record<string, () => void>} Ways what keys do in the box */

/** @param {Ways} ways */
export function codeBox(ways) {
  const rows = lines.map((line, i) => codeRow(line, i + 1));
  const el = h(
    "div",
    { class: "mg-trace-code", tabindex: "0", role: "region", "aria-label": "lines of the program" },
    ...rows.map((row) => row.el),
  );
  el.addEventListener("keydown", (event) => led(event, ways)?.());

  /**
   * @param {{ done: number, next: number | null, region: { mark: number, last: number } }} marks
   *   numbers of lines; 0 is none
   */
  function set({ done, next, region }) {
    rows.forEach((row, i) => {
      const number = i + 1;
      row.set({
        done: number === done,
        next: number === next,
        here: number >= region.mark && number <= region.last,
      });
    });
    const near = (/** @type {number | null} */ line) =>
      line !== null && line >= region.mark && line <= region.last;
    const shown = [done, next].filter(near).map((line) => rows[Number(line) - 1].el);
    if (shown.length) intoView(el, shown);
  }
  return { el, set };
}

/**
 * Scrolls the box alone, and only where a marked line is not in it: so the code stays where it is.
 * @param {HTMLElement} box
 * @param {HTMLElement[]} rows
 */
function intoView(box, rows) {
  const tops = rows.map((row) => row.offsetTop);
  const bottoms = rows.map((row, i) => tops[i] + row.offsetHeight);
  const [top, bottom] = [Math.min(...tops), Math.max(...bottoms)];
  const inView = top >= box.scrollTop && bottom <= box.scrollTop + box.clientHeight;
  if (!inView) box.scrollTop = top - Math.max(0, (box.clientHeight - (bottom - top)) / 3);
}

/** @param {string} line @param {number} number */
function codeRow(line, number) {
  const sign = h("span", { class: "mg-trace-sign", "aria-hidden": "true" });
  const word = h("span", { class: "mg-hidden" });
  const el = h("div", { class: "mg-trace-line" }, sign, ...codeLine(line, number), word);

  /** @param {{ done: boolean, next: boolean, here: boolean }} marks */
  function set({ done, next, here }) {
    const kinds = /** @type {("done" | "next")[]} */ (
      [done && "done", next && "next"].filter(Boolean)
    );
    el.classList.toggle("mg-trace-done", done);
    el.classList.toggle("mg-trace-next-line", next);
    el.classList.toggle("mg-trace-here", here);
    setText(sign, kinds.map((kind) => SIGNS[kind]).join(""));
    setText(word, kinds.map((kind) => ` (${WORDS[kind]})`).join(""));
  }
  return { el, set };
}
