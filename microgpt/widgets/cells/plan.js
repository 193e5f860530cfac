/** Which cells have to run before another, and which of them answers an exercise. */

/** A code cell of the chapter that runs in its page. @typedef {{ id: string, source: string }} Cell */

/**
 * The exercise that a cell answers, as in "ex-01-1"; empty for any other cell.
 * @param {string} id
 */
export function exerciseOf(id) {
  const [exercise] = /^ex-\d\d-\d+(?=-stub$)/.exec(id) ?? [""];
  return exercise;
}

/**
 * The cells that have to run before the cell `id`: those above it that this Python has not run.
 * @param {Cell[]} cells
 * @param {string} id
 * @param {Set<string>} ran
 */
export function before(cells, id, ran) {
  const at = cells.findIndex((cell) => cell.id === id);
  return cells.slice(0, at).filter((cell) => !ran.has(cell.id));
}
