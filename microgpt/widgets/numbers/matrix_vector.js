/** A matrix times a vector: each row of the matrix meets the vector, and gives one number. */

import { add, products as multiply, pairs, sumNodes } from "../draw/arithmetic.js";
import { slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt, list } from "../kit/format.js";
import { matrixGrid } from "./matrix_grid.js";

/** @typedef {{ w: number[][], x: number[], row: number }} State */
/** @typedef {import("./matrix_grid.js").Place} Place */

const REACH = 3;
const STEP = 0.5;

/** `spelled` is the row whose dot product is written out, or -1. @param {State} state */
export function compute({ w, x, row }) {
  const products = w.map((line) => multiply(line, x));
  return { products, y: products.map(add), spelled: row < w.length ? row : -1 };
}

/** @param {State} state */
const shape = ({ w, x }) => `${w.length} by ${x.length}`;

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["w", "x", "row"],
    name: "Matrix times vector",
    caption:
      "Each row of w meets x and gives one number of y. " +
      "Choose any number of w or x and change it.",
    onReset: () => {
      at = [Math.max(0, view.read().row) + 1, 0];
      hovered = -1;
      draw(view.read());
    },
  });
  let at = /** @type {Place} */ ([Math.max(0, model.get("row")) + 1, 0]);
  let hovered = -1;
  const editor = numberEditor(change);
  const grid = gridHolder({ onPick: choose, onEnter: editor.focus, onHover: hover });
  const words = rowWritten();
  view.body.append(grid.el, editor.el, words.sum, words.whole);

  /** @param {number} value */
  function change(value) {
    const { w, x } = /** @type {State} */ (structuredClone(view.read()));
    (at[0] ? w[at[0] - 1] : x)[at[1]] = value;
    view.set(at[0] ? { w } : { x });
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  function choose(row, column) {
    hovered = -1;
    if (at[0] === row && at[1] === column && (!row || view.read().row === row - 1)) return;
    at = [row, column];
    if (row && view.read().row !== row - 1) view.set({ row: row - 1 });
    else draw(view.read());
  }

  /** @param {number} row */
  function hover(row) {
    if (hovered === row) return;
    hovered = row;
    draw(view.read());
  }

  /** @param {State} state */
  function draw(state) {
    const result = compute(hovered < 0 ? state : { ...state, row: hovered });
    const { y, spelled } = result;
    at = [Math.min(at[0], state.w.length), Math.min(at[1], state.x.length - 1)];
    grid.of(state).set(state, at, result);
    editor.set(state, at);
    words.set(state, result);
    view.say(spelled < 0 ? "" : `y ${spelled + 1} is ${fmt(y[spelled])}`);
  }
  return view.show(draw);
}

/**
 * The grid, made anew only when the shape changes.
 * @param {Parameters<typeof matrixGrid>[2]} on
 */
function gridHolder(on) {
  const el = h("div", { class: "mg-matvec-holder" });
  let drawn = "";
  let grid = /** @type {ReturnType<typeof matrixGrid> | null} */ (null);
  return {
    el,
    /** @param {State} state */
    of(state) {
      if (grid && shape(state) === drawn) return grid;
      drawn = shape(state);
      grid = matrixGrid(state, REACH, on);
      el.replaceChildren(grid.el);
      return grid;
    },
  };
}

/** The slider of the chosen number. @param {(value: number) => void} onInput */
function numberEditor(onInput) {
  const label = h("span");
  const { el, set, range, field, putBack } = slider({
    name: "the chosen number",
    label,
    min: -REACH,
    max: REACH,
    step: STEP,
    value: 0,
    onInput,
  });
  return {
    el: h("div", { class: "mg-matvec-editor" }, el),
    focus() {
      field.focus();
      field.select();
    },
    /**
     * @param {State} state
     * @param {Place} at
     */
    set({ w, x }, [row, column]) {
      const name = row ? `w ${row} ${column + 1}` : `x ${column + 1}`;
      const another = range.getAttribute("aria-label") !== name;
      label.className = row ? "" : "mg-c-data";
      label.replaceChildren(row ? symbol("w", `${row},${column + 1}`) : symbol("x", column + 1));
      range.setAttribute("aria-label", name);
      field.setAttribute("aria-label", `${name}, as a number`);
      set(row ? w[row - 1][column] : x[column]);
      if (another) putBack(); // what was typed for the number before
    },
  };
}

/** The dot product of one row, and all of y. */
function rowWritten() {
  const sum = h("p", { class: "mg-sum mg-matvec-sum" });
  const whole = h("p", { class: "mg-matvec-whole" });
  const inData = (/** @type {Node} */ node) => h("span", { class: "mg-c-data" }, node);
  const hint = () =>
    h("span", { class: "mg-matvec-hint" }, "Point at a row of w, or choose one of its numbers.");

  /**
   * @param {State} state
   * @param {ReturnType<typeof compute>} result
   */
  function set({ w, x }, { products, y, spelled: i }) {
    whole.replaceChildren(h("code", {}, "linear(x, w)"), ` = ${list(y)}`);
    if (i < 0) return sum.replaceChildren(hint());
    const name = inData(symbol("y", i + 1));
    sum.replaceChildren(
      h("span", {}, name, " = ", symbol("w", i + 1), " · ", inData(symbol("x"))),
      h("span", {}, `= ${pairs(w[i], x)}`),
      h("span", {}, "= ", ...sumNodes(products[i])),
      h("span", {}, "= ", h("b", {}, fmt(y[i]))),
    );
  }
  return { sum, whole, set };
}

export default { render };
