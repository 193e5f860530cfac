/** Why a number has a gradient, or exactly 0: where in the name it took part. */

/** @typedef {import("../engine/seen.js").Seen} Seen */
/** @typedef {[string, number, number]} Place matrix, row, column */

/** "position 2", "positions 2 and 3", "positions 0, 2 and 3". @param {number[]} at */
function atPositions(at) {
  if (at.length === 1) return `position ${at[0]}`;
  return `positions ${at.slice(0, -1).join(", ")} and ${at[at.length - 1]}`;
}

/** @param {Seen} seen @param {(one: Seen["positions"][number]) => boolean} test */
const where = ({ positions }, test) => positions.flatMap((one, t) => (test(one) ? [t] : []));

/** @param {string} token @param {number[]} at */
function lookedUp(token, at) {
  if (!at.length) return `${token} is not read, so its row takes no part: exactly 0.`;
  const adds = at.length > 1 ? ` Each adds its part.` : "";
  return `${token} is read at ${atPositions(at)}.${adds}`;
}

/** @param {string} token @param {number[]} at */
function wanted(token, at) {
  const what = token === "end" ? "The end" : token;
  const begin = "Every position computes the logit of every token, so every row takes part.";
  if (!at.length) return `${begin} ${what} is never right here: its logit is pushed down.`;
  return `${begin} ${what} is right at ${atPositions(at)}: there its logit is pushed up.`;
}

/** @param {number} unit @param {number} open @param {number} all */
function unitWords(unit, open, all) {
  if (!open) return `ReLU shuts unit ${unit} at every position, so it takes no part: exactly 0.`;
  const often = open === all ? "every position" : `${open} of ${all} positions`;
  return `ReLU lets unit ${unit} through at ${often}.`;
}

/**
 * @param {Seen} seen
 * @param {Place} place
 * @param {string[]} rowNames what the rows of its matrix are called
 */
export function why(seen, [matrix, row, column], rowNames) {
  const all = seen.positions.length;
  if (matrix === "wte")
    return lookedUp(
      rowNames[row],
      where(seen, ({ token }) => token === row),
    );
  if (matrix === "wpe")
    return row < all
      ? `The row of position ${row}: one token stands there.`
      : `No token stands at position ${row}, so its row takes no part: exactly 0.`;
  if (matrix === "lm_head")
    return wanted(
      rowNames[row],
      where(seen, ({ target }) => target === row),
    );
  if (matrix === "fc1") return unitWords(row, seen.open[row], all);
  if (matrix === "fc2") return unitWords(column, seen.open[column], all);
  return "Every position goes through the whole matrix, and each adds its part.";
}
