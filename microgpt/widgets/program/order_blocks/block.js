/** One block: its letter to drag it by, its lines, and the buttons that move it. */

import { button } from "../../kit/controls.js";
import { attributes, h } from "../../kit/dom.js";
import { codeOf } from "./text.js";
import { letterOf, nameOf, placeOf } from "./words.js";

/** @typedef {import("./text.js").Block} Block */
/** What a press asks for. @typedef {"up" | "down" | "in" | "out"} Way */
/** @typedef {ReturnType<typeof blockView>} View */

const SIGNS = /** @type {const} */ ({ up: "↑", down: "↓", in: "in", out: "out" });
const WAYS = /** @type {Way[]} */ (["up", "down", "in", "out"]);

/**
 * A line of code with the place of its number. Where it is too long it goes on further in.
 * @param {string} line
 */
function codeLine(line) {
  const indent = line.length - line.trimStart().length;
  const number = h("span", { class: "mg-sort-number", "aria-hidden": "true" });
  const code = h("code", { style: { "--in": `${indent}ch` } }, line.trimStart());
  return { el: h("span", { class: "mg-sort-line" }, number, code), number };
}

/**
 * @param {{ id: string, blocks: Block[], hint: string, onWay: (way: Way) => void, onPress: () => void }} options
 *   hint: the id of what says which keys there are
 */
export function blockView({ id, blocks, hint, onWay, onPress }) {
  const name = nameOf(id, blocks);
  const said = `${letterOf(id, blocks)}: ${codeOf(id, blocks).replace(/\s+/g, " ")}`; // what is seen, in full
  const lines = codeOf(id, blocks).split("\n").map(codeLine);
  const main = h(
    "div",
    { class: "mg-sort-code", role: "button", "aria-describedby": hint, onclick: onPress },
    ...lines.flatMap((line) => [line.el, " "]), // the space is between words that are read
  );
  const grip = h(
    "span",
    { class: "mg-sort-grip mg-handle", "aria-hidden": "true" },
    letterOf(id, blocks),
  );
  const buttons = Object.fromEntries(
    WAYS.map((way) => [
      way,
      button(SIGNS[way], () => onWay(way), { small: true, describe: `${way}: ${name}` }),
    ]),
  );
  const tools = h("span", { class: "mg-sort-tools" }, ...WAYS.map((way) => buttons[way]));
  const el = h("li", { class: "mg-sort-item", "data-block": id }, grip, main, tools);

  return {
    id,
    el,
    main,
    /**
     * @param {{ order: string[], first: number, active: boolean, taken: boolean }} state
     *   first: the number of its first line; active: Tab comes to it
     */
    set({ order, first, active, taken }) {
      const at = order.indexOf(id);
      const inside = at >= 0;
      lines.forEach(({ number }, i) => {
        number.textContent = inside ? String(first + i) : "";
      });
      buttons.in.hidden = inside;
      for (const way of ["up", "down", "out"]) buttons[way].hidden = !inside;
      attributes(buttons.up, { "aria-disabled": at === 0 && "true" });
      attributes(buttons.down, { "aria-disabled": at === order.length - 1 && "true" });
      const tab = active ? 0 : -1;
      [main, ...Object.values(buttons)].forEach((one) => one.setAttribute("tabindex", String(tab)));
      attributes(main, {
        "aria-label": `${said}, ${placeOf(id, order)}`,
        "aria-pressed": String(taken),
      });
      el.classList.toggle("mg-sort-inside", inside);
      el.classList.toggle("mg-sort-active", active);
      el.classList.toggle("mg-sort-taken", taken);
    },
  };
}
