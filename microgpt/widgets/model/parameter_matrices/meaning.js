/** What the rows and the columns of each matrix stand for. */

/** The matrices in the order of the program, by their short names. */
export const MATRICES = ["wte", "wpe", "lm_head", "wq", "wk", "wv", "wo", "fc1", "fc2"];

const FROM_X = "multiplied with number # of x, after rmsnorm.";
const OWN = "number # of that vector.";
/** Of each matrix: a row, and a column; # is its name, @ the head it belongs to. */
const SAYS = /** @type {Record<string, [string, string]>} */ ({
  wte: ["the vector of #, where it comes in.", OWN],
  wpe: ["the vector of position #.", OWN],
  lm_head: ["the logit of #: how well it would come next.", "multiplied with number # of x."],
  wq: ["makes number # of the query, for head @.", FROM_X],
  wk: ["makes number # of the key, for head @.", FROM_X],
  wv: ["makes number # of the value, for head @.", FROM_X],
  wo: [
    "makes number # of what attention adds.",
    "multiplied with number # of the blend, from head @.",
  ],
  fc1: ["makes unit #.", FROM_X],
  fc2: ["makes number # of what the MLP adds.", "multiplied with unit #, after ReLU."],
});

/**
 * What the rows of a matrix are called, and its columns.
 * @param {string} matrix
 * @param {{ rows: number, cols: number }} shape
 * @param {string[]} chars
 */
export function sides(matrix, { rows, cols }, chars) {
  const numbered = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => String(i));
  const letters = { wte: [...chars, "BOS"], lm_head: [...chars, "end"] };
  return {
    rows: letters[/** @type {"wte"} */ (matrix)] ?? numbered(rows),
    columns: numbered(cols),
  };
}

/**
 * What the row stands for, and the column: the end of a sentence each.
 * @param {string} matrix
 * @param {{ name: string, index: number }[]} place the row, and the column
 * @param {number} each numbers to a head
 */
export function meaning(matrix, place, each) {
  return SAYS[matrix].map((text, i) =>
    text
      .replace("#", place[i].name === "end" ? "the end" : place[i].name)
      .replace("@", String(Math.floor(place[i].index / each))),
  );
}
