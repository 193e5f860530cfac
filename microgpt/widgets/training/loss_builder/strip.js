/** The chance of every letter as a bar; that of the right one stands out. */

import { h } from "../../kit/dom.js";
import { shown } from "./words.js";

/** @typedef {import("../loss_builder.js").Now} Now */

const END = "·"; // how the end of the name is written here
const NAMED = 4;

export function strip() {
  const el = h("div", { class: "mg-built-strip", role: "img" });
  const note = h("p", { class: "mg-built-note" }, `${END} is the end of the name.`);
  let bars = /** @type {HTMLElement[]} */ ([]);

  /** @param {Now} now */
  function set({ letters }) {
    if (!bars.length) {
      const cells = letters.map(({ letter, right }) => cell(letter, right));
      bars = cells.map((one) => one.bar);
      el.replaceChildren(...cells.map((one) => one.el));
    }
    letters.forEach(({ chance }, i) => bars[i].style.setProperty("--share", String(chance)));
    const first = letters.slice().sort((a, b) => b.chance - a.chance);
    const said = first.slice(0, NAMED).map(({ letter, chance }) => `${letter} ${shown(chance)}`);
    el.setAttribute("aria-label", `chances, the largest first: ${said.join(", ")}`);
  }
  return { el: h("div", {}, el, note), set };
}

/**
 * @param {string} letter
 * @param {boolean} right
 */
function cell(letter, right) {
  const bar = h("span", { class: "mg-built-bar" });
  const name = h("span", { class: "mg-built-letter" }, letter === "end" ? END : letter);
  const el = h(
    "span",
    { class: right ? "mg-built-cell mg-built-right" : "mg-built-cell" },
    h("span", { class: "mg-built-room" }, bar),
    name,
  );
  return { el, bar };
}
