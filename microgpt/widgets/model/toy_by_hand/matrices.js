/**
 * The matrices of a stage: their weights in fields, the gradient beside them, the moved weights. A
 * click, Enter, or typing chooses a weight.
 */

import { h, setText } from "../../kit/dom.js";
import { numberField } from "../../kit/number_field.js";
import { count } from "../../kit/format.js";
import { gradientLines } from "./backward.js";
import { short } from "../flow.js";
import { blockOf, done } from "./stages.js";
import { four } from "./written.js";

/** @typedef {import("../toy_by_hand.js").Now} Now */
/**
 * @typedef {{ onPick: (name: string, cell: [number, number]) => void,
 *   onWeight: (name: string, cell: [number, number], value: number) => void }} Hears
 */

const LIMIT = 2; // beyond it a probability could become too small for the computer
const STEP = 0.05;
const NOT_YET = "not yet";

/** @param {Now["shapes"]} shapes @param {Hears} hears */
export function matrices(shapes, hears) {
  const views = new Map(shapes.map((shape) => [shape.name, matrixView(shape, hears)]));
  const box = h("div", { class: "mg-hand-matrices" });
  const none = h("p", { class: "mg-hand-none" }, "No matrix takes part here.");
  const title = h("p", { class: "mg-hand-title" });
  const sums = h("div", { class: "mg-hand-sums" });
  const own = h("div", {}, title, sums);
  const el = h("div", { class: "mg-hand-tables" }, box, own);
  let shown = "";

  /** @param {Now} now */
  function set(now) {
    const { names, picked } = now;
    const key = names.join();
    if (key !== shown || !box.firstChild)
      box.replaceChildren(
        ...(names.length ? names.map((name) => views.get(name)?.el ?? none) : [none]),
      );
    shown = key;
    names.forEach((name) => views.get(name)?.set(now));
    const reached = names.length > 0 && done(now.index, "backward", blockOf(picked.name));
    own.hidden = !reached;
    if (!reached) return;
    setText(title, `The gradient of ${now.nameOf(picked)}`);
    sums.replaceChildren(...gradientLines(now, picked).map((line) => h("p", {}, line)));
  }
  return { el, set };
}

/** @param {Now["shapes"][number]} shape @param {Hears} hears */
function matrixView({ name, rows, cols, rowNames }, { onPick, onWeight }) {
  const label = `${short(name)}, ${count(rows, "row")} of ${count(cols, "number")}`;
  const cellName = (/** @type {number} */ i, /** @type {number} */ j) =>
    `${short(name)}, row ${rowNames[i]}, column ${j}`;
  const fields = grid(rows, cols, (i, j) =>
    numberField({
      name: cellName(i, j),
      of: cellName(i, j),
      min: -LIMIT,
      max: LIMIT,
      step: STEP,
      onInput: (value) => onWeight(name, [i, j], value),
    }),
  );
  fields.flat().forEach((field, k) => {
    const cell = /** @type {[number, number]} */ ([Math.floor(k / cols), k % cols]);
    field.field.addEventListener("click", () => onPick(name, cell));
    field.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") onPick(name, cell);
    });
  });
  const [gradients, moved] = [0, 1].map(() => grid(rows, cols, () => ({ field: h("span") })));
  const weights = table(`${label}: the weights`, "weights", rowNames, fields);
  const grads = table(`${label}: the gradient`, "gradient", rowNames, gradients);
  const after = table(`${label}: after the step`, "after the step", rowNames, moved);
  const notes = h("div", {}, ...fields.flat().map(({ note }) => note));
  const el = h(
    "div",
    { class: "mg-hand-matrix" },
    h("p", { class: "mg-hand-name" }, short(name)),
    h("div", { class: "mg-hand-beside" }, weights.el, grads.el, after.el),
    notes,
  );

  /** @param {Now} now */
  function set(now) {
    const known = done(now.index, "backward", blockOf(name));
    const taken = done(now.index, "adam", "");
    each(fields, (field, k) => field.set(now.model.state_dict[name][k]));
    each(gradients, ({ field }, k) => setText(field, four(now.step.gradients[name][k])));
    each(moved, ({ field }, k) => setText(field, four(now.step.weights[name][k])));
    grads.show(known ? "" : NOT_YET);
    after.el.hidden = !taken;
    for (const one of [weights, grads, after]) one.mark(now, name);
  }
  return { el, set };
}

/**
 * @template C
 * @param {number} rows
 * @param {number} columns
 * @param {(row: number, column: number) => C} make
 */
const grid = (rows, columns, make) =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => make(i, j)));

/**
 * @template C
 * @param {C[][]} cells
 * @param {(cell: C, k: number) => void} act
 */
const each = (cells, act) => cells.flat().forEach(act);

/**
 * Rows of cells with their names; what is in use is marked.
 * @param {string} label
 * @param {string} head
 * @param {string[]} rowNames
 * @param {{ field: HTMLElement }[][]} cells
 */
function table(label, head, rowNames, cells) {
  const waits = h("p", { class: "mg-not-yet" });
  const lines = cells.map((line, i) => {
    const row = line.map(({ field }) => h("span", { class: "mg-hand-cell" }, field));
    const name = h("span", { class: "mg-hand-row-name" }, rowNames[i]);
    return {
      row,
      el: h("div", { class: "mg-hand-row" }, name, h("div", { class: "mg-hand-cells" }, ...row)),
    };
  });
  const rows = h("div", {}, ...lines.map((line) => line.el));
  const el = h(
    "div",
    { class: "mg-hand-table", role: "group", "aria-label": label },
    h("p", { class: "mg-hand-head" }, head),
    waits,
    rows,
  );
  el.style.setProperty("--columns", String(Math.min(4, cells[0].length)));

  /** @param {string} instead of the numbers: "" shows them */
  function show(instead) {
    setText(waits, instead);
    waits.hidden = !instead;
    rows.hidden = Boolean(instead);
  }
  /** @param {Now} now @param {string} name */
  function mark({ picked, use, names }, name) {
    const column = names.length > 1 ? picked.column : picked.name === name ? picked.column : -1;
    lines.forEach((line, i) => {
      line.el.classList.toggle(
        "mg-hand-used",
        use === "row" && picked.name === name && i === picked.row,
      );
      line.row.forEach((cell, j) => {
        cell.classList.toggle("mg-hand-used", use === "column" && j === column);
        cell.classList.toggle(
          "mg-hand-picked",
          picked.name === name && i === picked.row && j === picked.column,
        );
      });
    });
  }
  show("");
  return { el, show, mark };
}
