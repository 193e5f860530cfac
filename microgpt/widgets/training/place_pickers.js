/** Three lists to choose a number of the model from: its matrix, its row, its column. */

import { h } from "../kit/dom.js";
import { MATRICES } from "../model/parameter_matrices/meaning.js";
import { picker } from "../model/picker.js";

/** @typedef {import("./taking_part.js").Place} Place */

/** @param {(changes: { matrix?: string, row?: number, column?: number }) => void} onPick */
export function placePickers(onPick) {
  const matrix = picker("Matrix", (i) => onPick({ matrix: MATRICES[i], row: 0, column: 0 }));
  const row = picker("Row", (i) => onPick({ row: i }));
  const column = picker("Column", (i) => onPick({ column: i }));
  const el = h("div", { class: "mg-row mg-round-pickers" }, matrix.el, row.el, column.el);

  /**
   * @param {Place} place
   * @param {{ rows: string[], columns: string[] }} names
   */
  function set([name, i, j], names) {
    matrix.set(MATRICES, MATRICES.indexOf(name));
    row.set(names.rows, i);
    column.set(names.columns, j);
  }
  return { el, set };
}
