/**
 * Four lower triangles on one scale. A row is pinned in all of them at once: press it, or use the
 * arrow keys; Escape lets go.
 */

import { attributes, h, setText } from "../../kit/dom.js";
import { led } from "../../kit/keys.js";
import { clamp } from "../../kit/numbers.js";

/** @typedef {import("../trained_heads.js").Now} Now */

const FAR = 8;

/**
 * @param {{ heads: number, longest: number, onPin: (position: number | null) => void }} options
 *   longest: tokens
 */
export function triangles({ heads, longest, onPin }) {
  const parts = Array.from({ length: heads }, (_, head) => triangle(head, longest));
  const grid = h("div", { class: "mg-heads-grid" }, ...parts.map((one) => one.el));
  const panel = h(
    "div",
    {
      class: "mg-heads-panel",
      role: "slider",
      tabindex: 0,
      "aria-label": "the letter that looks, for all heads",
      "aria-valuemin": -1,
    },
    grid,
  );
  const el = h("div", { class: "mg-heads-picture" }, panel, legend());
  let count = 0;
  let pinned = /** @type {number | null} */ (null);

  panel.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[data-row]");
    if (row) onPin(Number(row.getAttribute("data-row")));
  });
  panel.addEventListener("keydown", (event) => {
    const at = pinned ?? -1;
    const to = led(event, {
      ArrowDown: at + 1,
      ArrowUp: pinned === null ? count - 1 : at - 1,
      PageDown: at + FAR,
      PageUp: at - FAR,
      Home: 0,
      End: count - 1,
      ...(pinned === null ? {} : { Escape: null }),
    });
    if (to !== null) onPin(clamp(to, 0, count - 1));
    else if (event.key === "Escape" && pinned !== null) onPin(null);
  });

  /**
   * @param {Now} now
   * @param {{ title: string, figure: string }[]} roles
   */
  function set(now, roles) {
    count = now.letters.length;
    pinned = now.pinned;
    grid.style.setProperty("--n", String(count));
    parts.forEach((one, head) => one.set(now, head, roles[head]));
    attributes(panel, {
      "aria-valuemax": count - 1,
      "aria-valuenow": pinned ?? -1,
      "aria-valuetext":
        pinned === null ? "no row is pinned" : `${now.letters[pinned]}, position ${pinned}`,
    });
  }
  return { el, set, focus: () => panel.focus() };
}

/**
 * One head: its role, its rows, the names of its columns.
 * @param {number} head
 * @param {number} longest
 */
function triangle(head, longest) {
  const role = h("b");
  const figure = h("span", { class: "mg-head-figure" });
  const rows = Array.from({ length: longest }, (_, i) => triangleRow(i));
  const columns = Array.from({ length: longest }, () => h("span", { class: "mg-tri-name" }));
  const picture = h(
    "div",
    { class: "mg-tri" },
    h("span", { class: "mg-tri-not-yet" }, "not there yet"),
    ...rows.map((one) => one.el),
    h("div", { class: "mg-tri-row" }, h("span", { class: "mg-tri-name" }), ...columns),
  );
  const el = h(
    "div",
    { class: "mg-head" },
    h("p", { class: "mg-head-title" }, `Head ${head}: `, role, " ", figure),
    h("div", { class: "mg-tri-room" }, picture),
  );

  /**
   * @param {Now} now
   * @param {number} which
   * @param {{ title: string, figure: string }} measured
   */
  function set({ letters, steps, pinned }, which, measured) {
    setText(role, measured.title);
    setText(figure, measured.figure);
    rows.forEach((row, i) =>
      row.set(letters[i], steps[i]?.heads[which].weights ?? [], i === pinned),
    );
    columns.forEach((name, i) => {
      name.hidden = i >= letters.length;
      setText(name, letters[i] ?? "");
    });
  }
  return { el, set };
}

/**
 * The letter that looks, and a cell for each it can look at. A cell is as opaque as its weight is
 * large: the browser can change that without choosing styles anew.
 * @param {number} position
 */
function triangleRow(position) {
  const name = h("span", { class: "mg-tri-name" });
  const cells = Array.from({ length: position + 1 }, (_, i) =>
    h("span", { class: "mg-tri-cell", style: { "grid-column": String(i + 2) } }),
  );
  const there = h("span", {
    class: "mg-tri-there",
    style: { "grid-column": `2 / span ${position + 1}` },
  });
  const el = h("div", { class: "mg-tri-row", "data-row": position }, name, there, ...cells);

  /**
   * @param {string | undefined} letter none: the row is not there
   * @param {ArrayLike<number>} weights
   * @param {boolean} pinned
   */
  function set(letter, weights, pinned) {
    el.hidden = letter === undefined;
    el.classList.toggle("mg-pinned", pinned);
    if (letter === undefined) return;
    setText(name, letter);
    cells.forEach((cell, i) => {
      cell.style.opacity = weights[i].toFixed(3);
    });
  }
  return { el, set };
}

/** One scale for all heads. */
function legend() {
  return h(
    "p",
    { class: "mg-heads-legend" },
    "weight 0 ",
    h("span", { class: "mg-heads-scale", role: "img", "aria-label": "pale to full colour, up to" }),
    " 1, the same colours in all heads",
  );
}
