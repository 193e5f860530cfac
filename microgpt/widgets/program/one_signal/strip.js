/** A vector as a row of coloured cells, each with its number, and a name above where it has one. */

import { paint } from "../../draw/cells.js";
import { h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";

/**
 * `limit` gets the full tint; `names` stand in the cells, above the numbers; `marked` is outlined.
 * A dense strip has no room for numbers.
 * @typedef {{ limit?: number, names?: string[], marked?: number }} Look
 */

/** @param {string} name @param {{ dense?: boolean, note?: string }} [options] */
export function strip(name, { dense = false, note = "" } = {}) {
  const cells = /** @type {HTMLElement[]} */ ([]);
  const row = h("div", { class: `mg-strip-cells${dense ? " mg-strip-dense" : ""}`, role: "img" });
  const label = h("p", { class: "mg-strip-name" }, h("strong", {}, name), note && ` ${note}`);
  const el = h("div", { class: "mg-strip" }, label, row);

  /** @param {ArrayLike<number>} values @param {Look} [look] */
  function set(values, { limit = 1, names = [], marked = -1 } = {}) {
    while (cells.length < values.length) cells.push(row.appendChild(cell()));
    while (cells.length > values.length) cells.pop()?.remove();
    const texts = Array.from(values, written);
    cells.forEach((one, i) => {
      setText(one.children[0], names[i] ?? "");
      setText(one.children[1], dense ? "" : texts[i]);
      paint(one, values[i], limit);
      one.classList.toggle("mg-strip-marked", i === marked);
      one.classList.toggle("mg-strip-on", values[i] > 0 && !names[i]);
    });
    const said = texts.map((text, i) => (names[i] ? `${names[i]} ${text}` : text));
    row.setAttribute("aria-label", `${name}: ${said.join(", ")}`);
  }
  return { el, set };
}

/** Two decimals, but never more than a cell has room for. @param {number} x */
const written = (x) => fixed(x, Math.abs(x) < 9.995 ? 2 : 1);

const cell = () =>
  h(
    "span",
    { class: "mg-strip-cell" },
    h("span", { class: "mg-strip-letter" }),
    h("span", { class: "mg-strip-number" }),
  );
