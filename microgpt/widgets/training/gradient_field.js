/** The gradient of every parameter for one name, as a picture: which rows take part, and how much. */

import { nameField } from "../attention/name_field.js";
import { chars } from "../data/course_run.js";
import { modelBefore } from "../engine/model_before.js";
import { Gradient } from "../engine/gradient.js";
import { Tokenizer } from "../engine/tokenizer.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { clamp } from "../kit/numbers.js";
import { shapeOf } from "../model/parameter_matrices/changes.js";
import { MATRICES, sides } from "../model/parameter_matrices/meaning.js";
import { legend } from "./gradient_field/legend.js";
import { gradientMap } from "./gradient_field/map.js";
import { matrixTable } from "./gradient_field/table.js";
import {
  chosenWords,
  countWords,
  emptyWords,
  hereWords,
  partWords,
  titleOf,
  whyWords,
} from "./gradient_field/words.js";
import { placePickers } from "./place_pickers.js";
import { see } from "../engine/seen.js";

/** @typedef {import("../engine/gpt.js").GPT} GPT */
/** @typedef {import("../engine/seen.js").Seen} Seen */
/** @typedef {import("./taking_part.js").Place} Place */
/** @typedef {{ name: string, matrix: string, row: number, column: number }} State */
/** @typedef {ReturnType<typeof matrixOf>} Matrix */
/** @typedef {ReturnType<typeof compute>} Now */

const LONGEST = 15; // letters: BOS is the sixteenth token
const LETTERS = Array.from(chars);
const LETTERED = ["wte", "lm_head"]; // their rows have letters

/**
 * The gradients of one name, matrix by matrix.
 * @param {Gradient} gradient of the model before its first round
 * @param {string} name
 */
export function field(gradient, name) {
  const seen = see(gradient, new Tokenizer(chars).encode(name));
  return { seen, matrices: MATRICES.map((matrix) => matrixOf(gradient.model, seen, matrix)) };
}

/** @param {GPT} model @param {Seen} seen @param {string} name */
function matrixOf(model, seen, name) {
  const shape = shapeOf(model, name);
  const { rows, cols, offset } = shape;
  const gradients = seen.grads.subarray(offset, offset + rows * cols);
  const all = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => i);
  const taken = (/** @type {number} */ row, /** @type {number} */ column) =>
    gradients[row * cols + column] !== 0;
  return {
    name,
    rows,
    cols,
    rowNames: sides(name, shape, LETTERS).rows,
    columnNames: sides(name, shape, LETTERS).columns,
    gradients,
    taking: gradients.filter((g) => g !== 0).length,
    emptyRows: all(rows).filter((row) => !all(cols).some((column) => taken(row, column))),
    emptyColumns: all(cols).filter((column) => !all(rows).some((row) => taken(row, column))),
  };
}

/**
 * The field, and the number of it that is chosen.
 * @param {State} state
 * @param {ReturnType<typeof field>} shown
 * @param {GPT} model
 */
export function compute({ matrix, ...cell }, { seen, matrices }, model) {
  const chosen = Math.max(0, MATRICES.indexOf(matrix));
  const { name, rows, cols } = matrices[chosen];
  const [row, column] = [clamp(cell.row, 0, rows - 1), clamp(cell.column, 0, cols - 1)];
  const place = /** @type {Place} */ ([name, row, column]);
  const value = model.weights[shapeOf(model, name).offset + row * cols + column];
  return { seen, matrices, chosen, place, value };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const gradient = new Gradient(modelBefore());
  const view = figure({
    model,
    el,
    keys: ["name", "matrix", "row", "column"],
    name: "The gradients of one name",
    caption:
      "The model before its first round, and one name. Each cell is one parameter; its shade is the " +
      "size of its gradient. A cell that is crossed out has the gradient 0, exactly.",
    onReset: () => input.clear(),
  });
  const input = nameField({
    label: `Type a name, of up to ${LONGEST} letters`,
    shows: "The picture still shows",
    longest: LONGEST,
    known: LETTERS,
    onName: (name) => view.set({ name }),
  });
  const counted = h("p", { class: "mg-field-count" });
  const parts = h("p", { class: "mg-field-parts" });
  const pickers = placePickers((place) => view.set(place));
  const chosen = h("p", { class: "mg-field-chosen" });
  const because = h("p", { class: "mg-field-why" });
  const info = h("div", { class: "mg-field-info" }, chosen, because, pickers.el);
  const start = gradient.model;
  const maps = MATRICES.map((matrix) => mapOf(start, matrix, view));
  const table = matrixTable();
  view.body.append(
    input.el,
    counted,
    parts,
    legend(),
    h("div", { class: "mg-field-maps" }, ...maps.map((map) => map.el), info),
    table.el,
  );
  let name = "";
  let shown = field(gradient, view.read().name);

  /** A new name: all cells are drawn anew. @param {State} state */
  function redraw(state) {
    name = state.name;
    shown = field(gradient, name);
    shown.matrices.forEach((matrix, i) =>
      maps[i].fill(matrix, { title: titleOf(matrix), says: emptyWords(matrix) }),
    );
    const now = compute(state, shown, start);
    input.set(name);
    setText(counted, countWords(now));
    setText(parts, partWords(now));
    table.set(shown.matrices);
    view.say(`${countWords(now)} ${partWords(now)}`);
  }

  return view.show((/** @type {State} */ state) => {
    if (state.name !== name) redraw(state);
    const now = compute(state, shown, start);
    const [, row, column] = now.place;
    const said = chosenWords(now);
    const short = hereWords(now);
    maps.forEach((map, i) => map.choose(i === now.chosen ? [row, column] : null, said, short));
    const { rowNames, columnNames } = now.matrices[now.chosen];
    pickers.set(now.place, { rows: rowNames, columns: columnNames });
    setText(chosen, said);
    setText(because, whyWords(now));
  });
}

/**
 * @param {GPT} model
 * @param {string} matrix
 * @param {ReturnType<typeof figure>} view
 */
function mapOf(model, matrix, view) {
  const shape = shapeOf(model, matrix);
  return gradientMap({
    name: matrix,
    rows: sides(matrix, shape, LETTERS).rows,
    columns: shape.cols,
    lettered: LETTERED.includes(matrix),
    onPick: ([row, column]) => view.set({ matrix, row, column }),
  });
}

export default { render };
