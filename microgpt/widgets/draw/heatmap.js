/**
 * A matrix to look at: `cells` shows a small one as tinted numbers, `heatmap` a large one as a
 * picture.
 */

import { h, s } from "../kit/dom.js";
import { fmt } from "../kit/format.js";

const UNIT = 12;
const MARGIN = 18;
const FAR = 8;
const WIDEST = 1.3; // WIDEST: of a cell on the page, in rem

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
 * Where an arrow key (Home, End, Page keys) leads from a cell, or null for any other key.
 * @param {KeyboardEvent} event
 * @param {[number, number]} at row and column
 * @param {[number, number]} size
 * @returns {[number, number] | null}
 */
export function go({ key, ctrlKey, altKey, metaKey }, [row, column], [rows, columns]) {
  const moves = /** @type {Record<string, [number, number]>} */ ({
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
    PageUp: [row - FAR, column],
    PageDown: [row + FAR, column],
  });
  if (!moves[key] || ctrlKey || altKey || metaKey) return null;
  const inside = (/** @type {number} */ i, /** @type {number} */ n) =>
    Math.min(n - 1, Math.max(0, i));
  return [inside(moves[key][0], rows), inside(moves[key][1], columns)];
}

/**
 * @param {HTMLElement | SVGElement} element
 * @param {number} value
 * @param {number} limit
 */
function paint(element, value, limit) {
  const { percent, end } = tint(value, limit);
  const key = `${end}${percent}`;
  if (element.dataset.tint === key) return;
  element.dataset.tint = key;
  element.style.setProperty("--tint", `${percent}%`);
  element.style.setProperty("--end", `var(--${end})`);
}

/**
 * A matrix as a grid of numbers, one stop of the Tab key; the arrow keys move in it. Numbers keep
 * enough contrast on any tint. The caller puts `rows` (grid rows, each with its cells) on the page
 * and decides what stands around them.
 *
 * @param {{ rows: number, columns: number, limit: number, tinted?: boolean,
 *   nameOf: (row: number, column: number) => string, onPick: (row: number, column: number) => void,
 *   onEnter?: (row: number, column: number) => void }} options
 *   onPick: a cell was pressed or reached with the keyboard; onEnter: Enter was pressed on it
 */
export function cells({ rows, columns, limit, tinted = true, nameOf, onPick, onEnter }) {
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = h("div", {
        class: tinted ? "mg-cell mg-tinted" : "mg-cell",
        role: "gridcell",
        tabindex: -1,
      });
      cell.addEventListener("pointerdown", (event) => {
        if (event.isPrimary) onPick(row, column);
      });
      cell.addEventListener("focus", () => onPick(row, column));
      cell.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && onEnter) {
          event.preventDefault();
          onEnter(row, column);
        }
      });
      return cell;
    }),
  );
  /**
   * @param {number[][]} values
   * @param {[number, number]} current row and column; a row of -1: none
   */
  function set(values, [row, column]) {
    grid.forEach((line, i) =>
      line.forEach((cell, j) => {
        const text = fmt(values[i][j]);
        const here = i === row && j === column;
        if (cell.textContent !== text) {
          cell.textContent = text;
          cell.setAttribute("aria-label", `${nameOf(i, j)}: ${text}`);
        }
        if (tinted) paint(cell, values[i][j], limit);
        cell.setAttribute("aria-selected", String(here));
      }),
    );
  }
  return { grid, set };
}

/**
 * A large matrix as a picture: hover, tap, or press the arrow keys, and the cell's value stands
 * below as text.
 *
 *     const map = heatmap({ name: "counts", rows: letters, columns: letters, describe: (row,
 *     column, value) => "..." }); map.set(values);
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
  describe,
  onPick,
}) {
  const width = MARGIN + columns.length * UNIT;
  const height = MARGIN + rows.length * UNIT;
  const squares = rows.map((_, row) =>
    columns.map((_, column) =>
      s("rect", {
        class: "mg-heat-cell",
        x: MARGIN + column * UNIT,
        y: MARGIN + row * UNIT,
        width: UNIT,
        height: UNIT,
      }),
    ),
  );
  const rowNames = rows.map((text, i) =>
    s(
      "text",
      {
        class: "mg-heat-name",
        x: MARGIN - 5,
        y: MARGIN + (i + 0.5) * UNIT,
        dy: ".35em",
        "text-anchor": "end",
      },
      text,
    ),
  );
  const columnNames = columns.map((text, i) =>
    s(
      "text",
      {
        class: "mg-heat-name",
        x: MARGIN + (i + 0.5) * UNIT,
        y: MARGIN - 6,
        "text-anchor": "middle",
      },
      text,
    ),
  );
  const mark = s("rect", { class: "mg-heat-mark", width: UNIT, height: UNIT });
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
    mark,
  );
  const words = h("p", { class: "mg-heat-words" }, hint);
  const el = h(
    "div",
    { class: "mg-heatmap", style: { "max-width": `${(width / UNIT) * WIDEST}rem` } },
    picture,
    words,
  );
  let values = /** @type {ArrayLike<number>[]} */ (rows.map(() => columns.map(() => 0)));
  let at = /** @type {[number, number] | null} */ (null);

  function show() {
    const [row, column] = at ?? [0, 0];
    const value = values[row][column];
    const text = describe
      ? describe(row, column, value)
      : `row ${rows[row]}, column ${columns[column]}: ${fmt(value, digits)}`;
    mark.setAttribute("x", String(MARGIN + column * UNIT));
    mark.setAttribute("y", String(MARGIN + row * UNIT));
    mark.toggleAttribute("hidden", !at);
    rowNames.forEach((one, i) => one.classList.toggle("mg-now", at?.[0] === i));
    columnNames.forEach((one, i) => one.classList.toggle("mg-now", at?.[1] === i));
    picture.setAttribute("aria-valuenow", String(row * columns.length + column));
    picture.setAttribute("aria-valuetext", text);
    words.textContent = at ? text : hint;
  }

  /**
   * @param {number} row
   * @param {number} column the cell to mark; a row of -1: none
   */
  function select(row, column) {
    at = row < 0 ? null : [row, column];
    show();
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  function pick(row, column) {
    if (at && at[0] === row && at[1] === column) return;
    select(row, column);
    onPick?.(row, column);
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const box = picture.getBoundingClientRect();
    const perPixel = width / box.width;
    const column = Math.floor(((event.clientX - box.left) * perPixel - MARGIN) / UNIT);
    const row = Math.floor(((event.clientY - box.top) * perPixel - MARGIN) / UNIT);
    if (row >= 0 && column >= 0 && row < rows.length && column < columns.length) pick(row, column);
  }
  picture.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.pressure > 0) point(event);
  });
  picture.addEventListener("pointerdown", point);
  picture.addEventListener("focus", () => {
    if (!at) pick(0, 0);
  });
  picture.addEventListener("keydown", (event) => {
    const to = go(event, at ?? [0, 0], [rows.length, columns.length]);
    if (!to) return;
    event.preventDefault();
    pick(...to);
  });

  /** @param {ArrayLike<number>[]} next one list of values for each row */
  function set(next) {
    values = next;
    const top =
      limit ??
      next
        .flatMap((row) => Array.from(row))
        .filter(Number.isFinite)
        .reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    squares.forEach((line, i) => line.forEach((square, j) => paint(square, next[i][j], top)));
    show();
  }
  show();
  return { el, set, select };
}
