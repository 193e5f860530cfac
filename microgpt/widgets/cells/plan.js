/** Which cells have to run before another, and which belong to an exercise. */

/** A code cell of the chapter that runs in its page. @typedef {{ id: string, source: string }} Cell */

const STUB = "-stub";
const CHECK = "-check";

/**
 * The exercise that a cell belongs to, as in "ex-01-1"; empty for any other cell.
 * @param {string} id
 */
export function exerciseOf(id) {
  const [exercise] = /^ex-\d\d-\d+(?=-stub$|-check$)/.exec(id) ?? [""];
  return exercise;
}

/** @param {string} exercise */
export const stubOf = (exercise) => exercise + STUB;
/** @param {string} exercise */
export const checkOf = (exercise) => exercise + CHECK;

/**
 * The cells that have to run before the cell `id`: those above it that this Python has not run. A check is never
 * among them: it prepares nothing, and an answer that takes its time would be tried again and again.
 * @param {Cell[]} cells
 * @param {string} id
 * @param {Set<string>} ran
 */
export function before(cells, id, ran) {
  const above = cells.slice(
    0,
    cells.findIndex((cell) => cell.id === id),
  );
  return above.filter((cell) => !ran.has(cell.id) && !cell.id.endsWith(CHECK));
}
