/** The weights: all in the diagram, those of one matrix as numbers; each with its last change. */

import { IDS } from "../../draw/blocks.js";
import { paint } from "../../draw/cells.js";
import { TOY_TOKENS } from "../../engine/toy.js";
import { freshId, h, setText } from "../../kit/dom.js";
import { fixed } from "../../kit/format.js";
import { MATRICES, short } from "../../model/flow.js";

/** @typedef {import("../toy_trainer.js").Now} Now */

const LIMIT = 2; // the weight that gets the full tint
const BY_TOKEN = ["wte", "lm_head"]; // their rows are named after tokens

/** The block of a matrix. @param {string} name */
export const blockOf = (name) => Object.keys(MATRICES).find((id) => MATRICES[id] === name) ?? "";

/**
 * Where a matrix lies among all weights, and its shape.
 * @param {Now} now
 * @param {string} name
 */
function placeOf({ model }, name) {
  let start = 0;
  for (const { rows, cols, ...shape } of model.shapes) {
    if (shape.name === name) return { start, rows, cols, end: start + rows * cols };
    start += rows * cols;
  }
  throw new Error(`There is no matrix ${name}.`);
}

/** The blocks of the diagram. @param {Now} now */
export function itemsOf(now) {
  return IDS.map((id) => {
    if (!(id in MATRICES)) return { id, pale: "no weights" };
    const { start, end, rows, cols } = placeOf(now, MATRICES[id]);
    return {
      id,
      matrix: short(MATRICES[id]),
      shape: `${rows}×${cols}`,
      values: now.model.weights.subarray(start, end),
      changes: now.changes.subarray(start, end),
      per: cols,
    };
  });
}

/** One matrix: its weights, and below each what the last round has added to it. */
export function matrixView() {
  const title = h("p", { class: "mg-learn-title", id: freshId() });
  const body = h("div", { role: "table", "aria-labelledby": title.id });
  const el = h("div", { class: "mg-learn-matrix" }, title, body);
  let cells = /** @type {ReturnType<typeof cellOf>[]} */ ([]);
  let shown = "";

  /** @param {Now} now @param {string} name */
  function set(now, name) {
    const { start, rows, cols } = placeOf(now, name);
    if (name !== shown) {
      shown = name;
      cells = Array.from({ length: rows * cols }, cellOf);
      const lines = Array.from({ length: rows }, (_, i) =>
        lineOf(
          BY_TOKEN.includes(name) ? TOY_TOKENS[i] : String(i),
          cells.slice(i * cols, (i + 1) * cols),
        ),
      );
      body.replaceChildren(...lines);
      setText(title, `${short(name)}: each weight, and what the last round added to it`);
    }
    cells.forEach((cell, i) => cell.set(now.model.weights[start + i], now.changes[start + i]));
  }
  return { el, set };
}

/**
 * A row of the matrix; a long one goes on in the next line.
 * @param {string} name
 * @param {ReturnType<typeof cellOf>[]} cells
 */
function lineOf(name, cells) {
  return h(
    "div",
    { role: "row", class: "mg-learn-line" },
    h("span", { role: "rowheader", class: "mg-learn-row" }, name),
    h("span", { role: "presentation", class: "mg-learn-cells" }, ...cells.map(({ el }) => el)),
  );
}

function cellOf() {
  const weight = h("b");
  const change = h("span", { class: "mg-learn-change" });
  const el = h("span", { role: "cell", class: "mg-tinted mg-learn-cell" }, weight, " ", change);
  /** @param {number} w @param {number} by */
  function set(w, by) {
    const text = fixed(by, 3);
    paint(el, w, LIMIT);
    setText(weight, fixed(w, 3));
    setText(change, by > 0 && Number(text) !== 0 ? `+${text}` : text);
  }
  return { el, set };
}
