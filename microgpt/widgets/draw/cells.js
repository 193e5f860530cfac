/** A small matrix as a grid of numbers, tinted by their size. */

import { h } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { led } from "../kit/keys.js";
import { clamp } from "../kit/numbers.js";

const FAR = 8;

/**
 * How strongly a value is tinted, in whole percent, and the end of the scale it leans to.
 * @param {number} value
 * @param {number} limit the magnitude that gets the full tint
 */
export function tint(value, limit) {
  const share = Number.isFinite(value) && limit > 0 ? Math.min(1, Math.abs(value) / limit) : 0;
  return { percent: Math.round(100 * share), end: value < 0 ? "neg" : "pos" };
}

/**
 * @param {HTMLElement | SVGElement} element
 * @param {number} value
 * @param {number} limit
 */
export function paint(element, value, limit) {
  const { percent, end } = tint(value, limit);
  const key = `${end}${percent}`;
  if (element.dataset.tint === key) return;
  element.dataset.tint = key;
  element.style.setProperty("--tint", `${percent}%`);
  element.style.setProperty("--end", `var(--${end})`);
}

/**
 * Where an arrow key (Home, End, Page keys) leads from a cell, or null for any other key.
 * @param {KeyboardEvent} event
 * @param {[number, number]} at row and column
 * @param {[number, number]} size
 * @returns {[number, number] | null}
 */
export function go(event, [row, column], [rows, columns]) {
  const to = led(event, {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
    PageUp: [row - FAR, column],
    PageDown: [row + FAR, column],
  });
  return to && [clamp(to[0], 0, rows - 1), clamp(to[1], 0, columns - 1)];
}

/**
 * A matrix as a grid of numbers, one stop of the Tab key; the arrow keys move in it. Numbers keep
 * enough contrast on any tint. The caller puts `rows` (grid rows, each with its cells) on the page
 * and decides what stands around them.
 *
 * @param {{ rows: number, columns: number, limit: number, tinted?: boolean,
 *   nameOf: (row: number, column: number) => string, onPick: (row: number, column: number) => void,
 *   onEnter?: (row: number, column: number) => void, write?: (value: number) => string }} options
 *   write: how a number stands in its cell; onPick: a cell was pressed or reached with the keyboard;
 *   onEnter: Enter was pressed on it
 */
export function cells({
  rows,
  columns,
  limit,
  tinted = true,
  nameOf,
  onPick,
  onEnter,
  write = fmt,
}) {
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      cell(tinted, () => onPick(row, column), onEnter && (() => onEnter(row, column))),
    ),
  );
  /**
   * @param {number[][]} values
   * @param {[number, number]} current row and column; a row of -1: none
   */
  function set(values, [row, column]) {
    grid.forEach((line, i) =>
      line.forEach((one, j) => {
        const text = write(values[i][j]);
        if (one.textContent !== text) {
          one.textContent = text;
          one.setAttribute("aria-label", `${nameOf(i, j)}: ${text}`);
        }
        if (tinted) paint(one, values[i][j], limit);
        one.setAttribute("aria-selected", String(i === row && j === column));
      }),
    );
  }
  return { grid, set };
}

/**
 * @param {boolean} tinted
 * @param {() => void} onPick
 * @param {(() => void) | undefined} onEnter
 */
function cell(tinted, onPick, onEnter) {
  const el = h("div", {
    class: tinted ? "mg-cell mg-tinted" : "mg-cell",
    role: "gridcell",
    tabindex: -1,
    onfocus: onPick,
  });
  el.addEventListener("pointerdown", (event) => {
    if (event.isPrimary) onPick();
  });
  el.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !onEnter) return;
    event.preventDefault();
    onEnter();
  });
  return el;
}
