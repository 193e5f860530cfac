/** A large matrix as a picture: one tinted square for each value. */

import { attributes, h, s, setText } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { go, paint } from "./cells.js";
import { pointer } from "./handle.js";

const UNIT = 12;
const MARGIN = 18;
const WIDEST = 1.3; // of a cell on the page, in rem

/**
 * Hover, tap, or press the arrow keys, and the cell's value stands below as text.
 *
 *     const map = heatmap({ name: "counts", rows: letters, columns: letters });
 *     map.set(values);
 *
 * @param {{ name: string, rows: string[], columns: string[], limit?: number, digits?: number,
 *   hint?: string, describe?: (row: number, column: number, value: number) => string,
 *   onPick?: (row: number, column: number) => void }} options
 *   limit: the magnitude that gets the full tint (the largest one present, if not given); hint:
 *   what stands below first
 */
export function heatmap({
  name,
  rows,
  columns,
  limit,
  digits = 3,
  hint = "Point at a cell, or use the arrow keys.",
  describe = (row, column, value) =>
    `row ${rows[row]}, column ${columns[column]}: ${fmt(value, digits)}`,
  onPick,
}) {
  const { picture, squares, mark } = map(name, rows, columns);
  const words = h("p", { class: "mg-heat-words" }, hint);
  const wide = `${(widthOf(columns) / UNIT) * WIDEST}rem`;
  const el = h("div", { class: "mg-heatmap", style: { "max-width": wide } }, picture, words);
  let values = /** @type {ArrayLike<number>[]} */ (rows.map(() => columns.map(() => 0)));
  let at = /** @type {[number, number] | null} */ (null);

  function show() {
    const [row, column] = at ?? [0, 0];
    const text = describe(row, column, values[row][column]);
    mark(row, column, at !== null);
    attributes(picture, {
      "aria-valuenow": row * columns.length + column,
      "aria-valuetext": text,
    });
    setText(words, at ? text : hint);
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  function pick(row, column) {
    if (at && at[0] === row && at[1] === column) return;
    at = [row, column];
    show();
    onPick?.(row, column);
  }
  listen(picture, rows.length, columns.length, () => at, pick);

  /** @param {ArrayLike<number>[]} next one list of values for each row */
  function set(next) {
    values = next;
    const top = limit ?? largest(next);
    squares.forEach((line, i) => line.forEach((square, j) => paint(square, next[i][j], top)));
    show();
  }
  /**
   * Mark a cell without saying so; one that is not there: none.
   * @param {number} row
   * @param {number} column
   */
  function select(row, column) {
    at = row in rows && column in columns ? [row, column] : null;
    show();
  }
  show();
  return { el, set, select };
}

/** @param {string[]} columns */
const widthOf = (columns) => MARGIN + columns.length * UNIT;

/** The magnitude of the largest number present. @param {ArrayLike<number>[]} values */
function largest(values) {
  const numbers = values.flatMap((row) => Array.from(row)).filter(Number.isFinite);
  return numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

/**
 * The picture: squares, the names at its sides, and a frame that marks one square.
 * @param {string} name
 * @param {string[]} rows
 * @param {string[]} columns
 */
function map(name, rows, columns) {
  const width = widthOf(columns);
  const height = MARGIN + rows.length * UNIT;
  const place = (/** @type {number} */ i) => MARGIN + i * UNIT;
  const middle = (/** @type {number} */ i) => MARGIN + (i + 0.5) * UNIT;
  const square = { class: "mg-heat-cell", width: UNIT, height: UNIT };
  const squares = rows.map((_, row) =>
    columns.map((_, column) => s("rect", { ...square, x: place(column), y: place(row) })),
  );
  const left = { class: "mg-heat-name", x: MARGIN - 5, dy: ".35em", "text-anchor": "end" };
  const above = { class: "mg-heat-name", y: MARGIN - 6, "text-anchor": "middle" };
  const rowNames = rows.map((text, i) => s("text", { ...left, y: middle(i) }, text));
  const columnNames = columns.map((text, i) => s("text", { ...above, x: middle(i) }, text));
  const frame = s("rect", { class: "mg-heat-mark", width: UNIT, height: UNIT });
  const picture = s(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      class: "mg-heat",
      tabindex: 0,
      role: "slider",
      "aria-label": name,
      "aria-valuemin": 0,
      "aria-valuemax": rows.length * columns.length - 1,
    },
    ...squares.flat(),
    s("rect", {
      class: "mg-grid",
      x: MARGIN,
      y: MARGIN,
      width: width - MARGIN,
      height: height - MARGIN,
    }),
    ...rowNames,
    ...columnNames,
    frame,
  );

  /**
   * @param {number} row
   * @param {number} column
   * @param {boolean} shown
   */
  function mark(row, column, shown) {
    attributes(frame, { x: place(column), y: place(row), hidden: !shown });
    rowNames.forEach((one, i) => one.classList.toggle("mg-now", shown && row === i));
    columnNames.forEach((one, i) => one.classList.toggle("mg-now", shown && column === i));
  }
  return { picture, squares, mark };
}

/**
 * Pointer and keys choose a cell.
 * @param {SVGSVGElement} picture
 * @param {number} rows
 * @param {number} columns
 * @param {() => [number, number] | null} at
 * @param {(row: number, column: number) => void} pick
 */
function listen(picture, rows, columns, at, pick) {
  /** @param {PointerEvent} event */
  function point(event) {
    const [x, y] = pointer(event, picture, MARGIN + columns * UNIT);
    const column = Math.floor((x - MARGIN) / UNIT);
    const row = Math.floor((y - MARGIN) / UNIT);
    if (row >= 0 && column >= 0 && row < rows && column < columns) pick(row, column);
  }
  picture.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.pressure > 0) point(event);
  });
  picture.addEventListener("pointerdown", point);
  picture.addEventListener("focus", () => {
    if (!at()) pick(0, 0);
  });
  picture.addEventListener("keydown", (event) => {
    const to = go(event, at() ?? [0, 0], [rows, columns]);
    if (to) pick(...to);
  });
}
