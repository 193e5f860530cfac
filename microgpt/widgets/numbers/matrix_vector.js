/** A matrix times a vector: each row of the matrix meets the vector, and gives one number. */

import { add, products as multiply, pairs, sumNodes } from "../draw/arithmetic.js";
import { cells, go } from "../draw/cells.js";
import { slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt, list } from "../kit/format.js";

/** @typedef {{ w: number[][], x: number[], row: number }} State */

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
      "Each row of w meets x and gives one number of y. Choose any number of w or x and change it.",
    onReset: () => {
      at = [Math.max(0, view.read().row) + 1, 0];
      hovered = -1;
      draw(view.read());
    },
  });
  /**
   * The number that can be changed: its row in the grid, where 0 is x and 1 the first row of w; and
   * its column.
   * @type {[number, number]}
   */
  let at = [Math.max(0, model.get("row")) + 1, 0];
  let hovered = -1;
  let drawn = "";
  let table = /** @type {ReturnType<typeof build> | null} */ (null);
  const holder = h("div", { class: "mg-matvec-holder" });
  const sum = h("p", { class: "mg-sum mg-matvec-sum" });
  const whole = h("p", { class: "mg-matvec-whole" });
  const label = h("span");
  const editor = slider({
    name: "the chosen number",
    label,
    min: -REACH,
    max: REACH,
    step: STEP,
    value: 0,
    onInput: change,
  });
  view.body.append(holder, h("div", { class: "mg-matvec-editor" }, editor.el), sum, whole);

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

  /** The grid, made anew only when the shape changes. @param {State} state */
  function build({ w, x }) {
    const onEnter = () => {
      editor.field.focus();
      editor.field.select();
    };
    const top = cells({
      rows: 1,
      columns: x.length,
      limit: REACH,
      tinted: false,
      nameOf: (_, j) => `x ${j + 1}`,
      onPick: (_, j) => choose(0, j),
      onEnter,
    });
    const body = cells({
      rows: w.length,
      columns: x.length,
      limit: REACH,
      nameOf: (i, j) => `w ${i + 1} ${j + 1}`,
      onPick: (i, j) => choose(i + 1, j),
      onEnter,
    });
    const all = [...top.grid, ...body.grid];
    const results = w.map(() =>
      h("div", { class: "mg-cell mg-matvec-result", role: "gridcell", "aria-readonly": "true" }),
    );
    const yName = h(
      "div",
      { class: "mg-matvec-name mg-c-data", role: "columnheader" },
      symbol("y"),
    );
    const lines = all.map((line, i) =>
      h(
        "div",
        { class: i ? "mg-matvec-line" : "mg-matvec-line mg-matvec-x", role: "row" },
        h(
          "div",
          { class: i ? "mg-matvec-name" : "mg-matvec-name mg-c-data", role: "rowheader" },
          i ? symbol("w", i) : symbol("x"),
        ),
        ...line,
        i ? results[i - 1] : yName,
      ),
    );
    lines.slice(1).forEach((line, i) => {
      line.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") hover(i);
      });
      results[i].addEventListener("click", () => choose(i + 1, at[0] === i + 1 ? at[1] : 0));
    });
    const grid = h(
      "div",
      {
        class: "mg-matvec",
        role: "grid",
        "aria-label": "w, a matrix, with x above it and y beside it",
        style: { "--columns": String(x.length) },
      },
      ...lines,
    );
    grid.addEventListener("pointerleave", () => hover(-1));
    grid.addEventListener("keydown", (event) => {
      const to = go(event, at, [all.length, x.length]);
      if (!to) return;
      event.preventDefault();
      all[to[0]][to[1]].focus();
    });
    holder.replaceChildren(grid);
    return { top, body, all, lines, results };
  }

  /** @param {State} state */
  function draw(state) {
    if (!table || shape(state) !== drawn) {
      drawn = shape(state);
      at = [Math.min(at[0], state.w.length), Math.min(at[1], state.x.length - 1)];
      table = build(state);
    }
    const { products, y, spelled } = compute(hovered < 0 ? state : { ...state, row: hovered });
    table.top.set([state.x], at[0] ? [-1, 0] : at);
    table.body.set(state.w, [at[0] - 1, at[1]]);
    table.all.forEach((line, i) =>
      line.forEach((cell, j) => {
        cell.tabIndex = i === at[0] && j === at[1] ? 0 : -1;
      }),
    );
    table.lines.forEach((line, i) => line.classList.toggle("mg-now", i > 0 && i - 1 === spelled));
    table.lines[0].classList.toggle("mg-with", spelled >= 0);
    table.results.forEach((cell, i) => {
      const text = fmt(y[i]);
      if (cell.textContent === text) return;
      cell.textContent = text;
      cell.setAttribute("aria-label", `y ${i + 1}: ${text}`);
    });
    const [row, column] = at;
    const name = row ? `w ${row} ${column + 1}` : `x ${column + 1}`;
    label.className = row ? "" : "mg-c-data";
    label.replaceChildren(row ? symbol("w", `${row},${column + 1}`) : symbol("x", column + 1));
    editor.range.setAttribute("aria-label", name);
    editor.field.setAttribute("aria-label", `${name}, as a number`);
    editor.set(row ? state.w[row - 1][column] : state.x[column]);
    if (spelled < 0)
      sum.replaceChildren(
        h(
          "span",
          { class: "mg-matvec-hint" },
          "Point at a row of w, or choose one of its numbers.",
        ),
      );
    else {
      sum.replaceChildren(
        h(
          "span",
          {},
          h("span", { class: "mg-c-data" }, symbol("y", spelled + 1)),
          " = ",
          symbol("w", spelled + 1),
          " · ",
          h("span", { class: "mg-c-data" }, symbol("x")),
        ),
        h("span", {}, `= ${pairs(state.w[spelled], state.x)}`),
        h("span", {}, "= ", ...sumNodes(products[spelled])),
        h("span", {}, "= ", h("b", {}, fmt(y[spelled]))),
      );
    }
    whole.replaceChildren(h("code", {}, "linear(x, w)"), ` = ${list(y)}`);
    view.say(spelled < 0 ? "" : `y ${spelled + 1} is ${fmt(y[spelled])}`);
  }

  return view.show(draw);
}

export default { render };
