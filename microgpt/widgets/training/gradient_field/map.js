/**
 * One matrix as a map of its gradients. The cells of one shade are one path, so that 4,192 cells
 * are drawn at once; a cell whose gradient is exactly 0 is crossed out.
 */

import { go } from "../../draw/cells.js";
import { pointer } from "../../draw/handle.js";
import { attributes, h, s, setText } from "../../kit/dom.js";
import { SHADES, classOf, shadeOf } from "./scale.js";

/** @typedef {import("../gradient_field.js").Matrix} Matrix */
/** @typedef {[number, number]} Cell row and column */

const UNIT = 9;
const GAP = 0.6; // between two cells
const MARGIN = 20; // for the names of the rows
const PATHS = [false, true].flatMap((minus) => SHADES.map((_, shade) => ({ shade, minus })));

/** Where a square stands. @param {number} row @param {number} column */
const square = (row, column) =>
  `M${column * UNIT} ${row * UNIT}h${UNIT - GAP}v${UNIT - GAP}h${GAP - UNIT}z`;

/** A stroke across a cell. @param {number} row @param {number} column */
const crossed = (row, column) =>
  `M${column * UNIT + 1.5} ${(row + 1) * UNIT - 2}l${UNIT - 4} ${4 - UNIT}`;

/**
 * The outlines of all cells: of each shade in the order of PATHS, and of those that are crossed out.
 * @param {Matrix} matrix
 */
export function paths({ gradients, cols }) {
  const shades = PATHS.map(() => "");
  let none = "";
  gradients.forEach((g, i) => {
    const [row, column] = [Math.floor(i / cols), i % cols];
    const shade = shadeOf(g);
    if (shade === null) none += crossed(row, column);
    else shades[shade + (g < 0 ? SHADES.length : 0)] += square(row, column);
  });
  return { shades, none };
}

/**
 * @param {{ name: string, rows: string[], columns: number, lettered: boolean,
 *   onPick: (cell: Cell) => void }} options lettered: the names of the rows stand beside it
 */
export function gradientMap({ name, rows, columns, lettered, onPick }) {
  const left = lettered ? MARGIN : 0;
  const [width, height] = [columns * UNIT, rows.length * UNIT];
  const shades = PATHS.map(({ shade, minus }) => s("path", { class: classOf(shade, minus) }));
  const none = s("path", { class: "mg-field-none" });
  const mark = s("rect", { class: "mg-field-mark", width: UNIT + 2, height: UNIT + 2 });
  const frame = s("rect", {
    class: "mg-field-frame",
    x: -1.5,
    y: -1.5,
    width: width + 2,
    height: height + 2,
  });
  const letters = lettered ? rows.map(rowName) : [];
  const picture = s(
    "svg",
    {
      viewBox: `${-left - 2} -2 ${width + left + 4} ${height + 4}`,
      class: "mg-field-picture",
      tabindex: 0,
      role: "slider",
      "aria-label": `the gradients of ${name}`,
      "aria-valuemin": 0,
      "aria-valuemax": rows.length * columns - 1,
    },
    frame,
    ...shades,
    none,
    ...letters,
    mark,
  );
  const says = h("p", { class: "mg-field-says" });
  const title = h("p", { class: "mg-field-title" });
  const here = h("p", { class: "mg-field-here" });
  const el = h("div", { class: `mg-field-matrix mg-field-${name}` }, title, picture, says, here);
  el.style.setProperty("--units", String(picture.viewBox.baseVal.width));
  let at = /** @type {Cell} */ ([0, 0]);
  listen(picture, { rows: rows.length, columns }, () => at, onPick);

  /**
   * New gradients.
   * @param {Matrix} matrix
   * @param {{ title: string, says: string }} words
   */
  function fill(matrix, words) {
    const outlines = paths(matrix);
    shades.forEach((one, i) => attributes(one, { d: outlines.shades[i] }));
    attributes(none, { d: outlines.none });
    letters.forEach((one, i) =>
      one.classList.toggle("mg-field-empty", matrix.emptyRows.includes(i)),
    );
    setText(title, words.title);
    setText(says, words.says);
  }

  /**
   * Frames the chosen cell; null: it is in another matrix.
   * @param {Cell | null} cell
   * @param {string} spoken
   * @param {string} short
   */
  function choose(cell, spoken, short) {
    at = cell ?? at;
    attributes(mark, { x: at[1] * UNIT - 1.3, y: at[0] * UNIT - 1.3, hidden: cell === null });
    letters.forEach((one, i) => one.classList.toggle("mg-field-now", cell?.[0] === i));
    attributes(picture, {
      "aria-valuenow": at[0] * columns + at[1],
      "aria-valuetext": cell ? spoken : says.textContent,
    });
    setText(here, cell ? short : "");
  }
  return { el, fill, choose };
}

/** @param {string} text @param {number} i */
const rowName = (text, i) =>
  s("text", { class: "mg-field-name", x: -5, y: (i + 0.5) * UNIT, dy: ".33em" }, text);

/**
 * Pointer and keys choose a cell.
 * @param {SVGSVGElement} picture
 * @param {{ rows: number, columns: number }} size
 * @param {() => Cell} at
 * @param {(cell: Cell) => void} pick
 */
function listen(picture, { rows, columns }, at, pick) {
  const box = picture.viewBox.baseVal;
  /** @param {PointerEvent} event */
  function point(event) {
    const [x, y] = pointer(event, picture, box.width);
    const cell = /** @type {Cell} */ ([
      Math.floor((y + box.y) / UNIT),
      Math.floor((x + box.x) / UNIT),
    ]);
    const inside = cell[0] >= 0 && cell[1] >= 0 && cell[0] < rows && cell[1] < columns;
    if (inside && cell.join() !== at().join()) pick(cell);
  }
  picture.addEventListener("pointermove", (event) => {
    // A page that moves under a still pointer chooses nothing.
    const still = event.movementX === 0 && event.movementY === 0;
    if (!still && (event.pointerType === "mouse" || event.pressure > 0)) point(event);
  });
  picture.addEventListener("pointerdown", (event) => point(event));
  picture.addEventListener("keydown", (event) => {
    const to = go(event, at(), [rows, columns]);
    if (to) pick(to);
  });
}
