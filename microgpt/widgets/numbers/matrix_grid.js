/** The grid of MatrixVector: x above w, and y beside it. */

import { cells, go } from "../draw/cells.js";
import { h, symbol } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

/** @typedef {import("./matrix_vector.js").State} State */
/**
 * Row and column in the grid, where row 0 is x and 1 the first row of w.
 * @typedef {[number, number]} Place
 */

/**
 * `onPick`: a number of x or w was chosen; `onEnter`: to be typed. `onHover` hears of the row of w
 * under the pointer; -1: none.
 * @param {State} state
 * @param {number} limit the magnitude that gets the full tint
 * @param {{ onPick: (row: number, column: number) => void, onEnter: () => void,
 *   onHover: (row: number) => void }} on
 */
export function matrixGrid({ w, x }, limit, { onPick, onEnter, onHover }) {
  const same = { columns: x.length, limit, onEnter };
  const top = cells({
    ...same,
    rows: 1,
    tinted: false,
    nameOf: (_, j) => `x ${j + 1}`,
    onPick: (_, j) => onPick(0, j),
  });
  const body = cells({
    ...same,
    rows: w.length,
    nameOf: (i, j) => `w ${i + 1} ${j + 1}`,
    onPick: (i, j) => onPick(i + 1, j),
  });
  const results = w.map(() =>
    h("div", { class: "mg-cell mg-matvec-result", role: "gridcell", "aria-readonly": "true" }),
  );
  const first = xLine(top.grid[0]);
  const lines = body.grid.map((line, i) => wLine(line, i, results[i]));
  const all = [...top.grid, ...body.grid];
  const name = "w, a matrix, with x above it and y beside it";
  const el = h("div", { class: "mg-matvec", role: "grid", "aria-label": name }, first, ...lines);
  el.style.setProperty("--columns", String(x.length));
  let at = /** @type {Place} */ ([0, 0]);

  lines.forEach((line, i) => {
    line.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") onHover(i);
    });
    results[i].addEventListener("click", () => onPick(i + 1, at[0] === i + 1 ? at[1] : 0));
  });
  el.addEventListener("pointerleave", () => onHover(-1));
  el.addEventListener("keydown", (event) => {
    const to = go(event, at, [all.length, x.length]);
    if (to) all[to[0]][to[1]].focus();
  });

  /**
   * @param {State} state
   * @param {Place} current
   * @param {{ y: number[], spelled: number }} result
   */
  function set({ w, x }, current, { y, spelled }) {
    at = current;
    top.set([x], at[0] ? [-1, 0] : at);
    body.set(w, [at[0] - 1, at[1]]);
    all.forEach((line, i) =>
      line.forEach((cell, j) => {
        cell.tabIndex = i === at[0] && j === at[1] ? 0 : -1;
      }),
    );
    first.classList.toggle("mg-with", spelled >= 0);
    lines.forEach((line, i) => line.classList.toggle("mg-now", i === spelled));
    results.forEach((cell, i) => showResult(cell, i, fmt(y[i])));
  }
  return { el, set };
}

/** @param {HTMLElement[]} cells */
function xLine(cells) {
  return h(
    "div",
    { class: "mg-matvec-line mg-matvec-x", role: "row" },
    h("div", { class: "mg-matvec-name mg-c-data", role: "rowheader" }, symbol("x")),
    ...cells,
    h("div", { class: "mg-matvec-name mg-c-data", role: "columnheader" }, symbol("y")),
  );
}

/**
 * @param {HTMLElement[]} cells
 * @param {number} i
 * @param {HTMLElement} result
 */
function wLine(cells, i, result) {
  return h(
    "div",
    { class: "mg-matvec-line", role: "row" },
    h("div", { class: "mg-matvec-name", role: "rowheader" }, symbol("w", i + 1)),
    ...cells,
    result,
  );
}

/**
 * @param {HTMLElement} cell
 * @param {number} i
 * @param {string} text
 */
function showResult(cell, i, text) {
  if (cell.textContent === text) return;
  cell.textContent = text;
  cell.setAttribute("aria-label", `y ${i + 1}: ${text}`);
}
