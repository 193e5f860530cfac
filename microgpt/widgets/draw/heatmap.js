/** A large matrix as a picture: one tinted square for each value. */

import { attributes, h, s, setText } from "../kit/dom.js";
import { fmt } from "../kit/format.js";
import { go, paint } from "./cells.js";
import { pointer } from "./handle.js";

const UNIT = 12;
const LEAST_MARGIN = 18;
const LETTER = 5.5; // how wide a letter of a name is
const WIDEST = 1.3; // of a cell on the page, in rem

/**
 * Hover, tap, or press the arrow keys, and the cell's value stands below as text.
 *
 *     const map = heatmap({ name: "counts", rows: letters, columns: letters });
 *     map.set(values);
 *
 * @param {{ name: string, rows: string[], columns: string[], limit?: number, digits?: number,
 *   hint?: string, describe?: (row: number, column: number, value: number) => string,
 *   onPick?: (row: number, column: number) => void,
 *   onPress?: (row: number, column: number) => void }} options
 *   onPick: a cell is pointed at, or reached with a key; onPress: it is pressed, or reached with a
 *   key; limit: the magnitude that gets the full tint (the largest one present, if not given); hint:
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
  onPress,
}) {
  const { picture, squares, mark, pin } = map(name, rows, columns);
  const words = h("p", { class: "mg-heat-words" }, hint);
  const wide = `${(widthOf(rows, columns) / UNIT) * WIDEST}rem`;
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
   * @param {boolean} pressed
   */
  function pick(row, column, pressed) {
    if (pressed) onPress?.(row, column);
    if (at && at[0] === row && at[1] === column) return;
    at = [row, column];
    show();
    onPick?.(row, column);
  }
  const [left, top] = [marginFor(rows), marginFor(columns)];
  listen(picture, { rows: rows.length, columns: columns.length, left, top }, () => at, pick);

  /**
   * @param {ArrayLike<number>[]} next one list of values for each row
   * @param {number} [top] the magnitude that gets the full tint
   */
  function set(next, top = limit ?? largest(next)) {
    values = next;
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
  // What the keyboard chose is let go with it; what the caller marked comes after.
  picture.addEventListener("blur", () => select(-1, -1));
  show();
  return { el, set, select, pin };
}

/** The room that the names at the sides need. @param {string[]} names */
const marginFor = (names) =>
  Math.max(LEAST_MARGIN, ...names.map((name) => 8 + Array.from(name).length * LETTER));

/**
 * @param {string[]} rows
 * @param {string[]} columns
 */
const widthOf = (rows, columns) => marginFor(rows) + columns.length * UNIT;

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
  const [left, top] = [marginFor(rows), marginFor(columns)];
  const width = left + columns.length * UNIT;
  const height = top + rows.length * UNIT;
  const px = (/** @type {number} */ column) => left + column * UNIT;
  const py = (/** @type {number} */ row) => top + row * UNIT;
  const square = { class: "mg-heat-cell", width: UNIT, height: UNIT };
  const squares = rows.map((_, row) =>
    columns.map((_, column) => s("rect", { ...square, x: px(column), y: py(row) })),
  );
  const rowNames = rows.map((text, i) => nameAt(text, left - 5, py(i + 0.5)));
  const columnNames = columns.map((text, i) => nameAbove(text, px(i + 0.5), top - 6));
  const frame = s("rect", { class: "mg-heat-mark", width: UNIT, height: UNIT });
  const band = s("rect", { class: "mg-heat-pin", x: left, width: width - left, height: UNIT });
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
      x: left,
      y: top,
      width: width - left,
      height: height - top,
    }),
    ...rowNames,
    ...columnNames,
    band,
    frame,
  );

  /**
   * @param {number} row
   * @param {number} column
   * @param {boolean} shown
   */
  function mark(row, column, shown) {
    attributes(frame, { x: px(column), y: py(row), hidden: !shown });
    rowNames.forEach((one, i) => one.classList.toggle("mg-now", shown && row === i));
    columnNames.forEach((one, i) => one.classList.toggle("mg-now", shown && column === i));
  }
  /** Frame a whole row; one that is not there: none. @param {number} row */
  function pin(row) {
    attributes(band, { y: py(row), hidden: !(row in rows) });
    rowNames.forEach((one, i) => one.classList.toggle("mg-pinned", i === row));
  }
  pin(-1);
  return { picture, squares, mark, pin };
}

/**
 * The name of a row, ending at a point.
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
function nameAt(text, x, y) {
  return s("text", { class: "mg-heat-name", x, y, dy: ".35em", "text-anchor": "end" }, text);
}

/**
 * The name of a column, standing on a point; one of several letters stands upright there.
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
function nameAbove(text, x, y) {
  if (Array.from(text).length < 2)
    return s("text", { class: "mg-heat-name", x, y, "text-anchor": "middle" }, text);
  const turned = `translate(${x} ${y + 2}) rotate(-90)`;
  return s("text", { class: "mg-heat-name", dy: ".35em", transform: turned }, text);
}

/**
 * Pointer and keys choose a cell.
 * @param {SVGSVGElement} picture
 * @param {{ rows: number, columns: number, left: number, top: number }} size
 * @param {() => [number, number] | null} at
 * @param {(row: number, column: number, pressed: boolean) => void} pick
 */
function listen(picture, { rows, columns, left, top }, at, pick) {
  /**
   * @param {PointerEvent} event
   * @param {boolean} pressed
   */
  function point(event, pressed) {
    const [x, y] = pointer(event, picture, left + columns * UNIT);
    const column = Math.floor((x - left) / UNIT);
    const row = Math.floor((y - top) / UNIT);
    if (row >= 0 && column >= 0 && row < rows && column < columns) pick(row, column, pressed);
  }
  picture.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.pressure > 0) point(event, event.pressure > 0);
  });
  picture.addEventListener("pointerdown", (event) => point(event, true));
  picture.addEventListener("focus", () => {
    if (!at()) pick(0, 0, false);
  });
  picture.addEventListener("keydown", (event) => {
    const to = go(event, at() ?? [0, 0], [rows, columns]);
    if (to) pick(...to, true);
  });
}
