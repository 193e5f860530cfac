/** What the picture of the gradients says. */

import { brief, fixed } from "../../kit/format.js";
import { why } from "../taking_part.js";

/** @typedef {import("../gradient_field.js").Now} Now */
/** @typedef {import("../gradient_field.js").Matrix} Matrix */

/** @param {number} n */
export const thousands = (n) => n.toLocaleString("en");

/** @param {Matrix} matrix */
export const titleOf = ({ name, rows, cols }) =>
  `${name} ${rows} × ${cols} = ${thousands(rows * cols)}`;

/** Which rows or columns of a matrix take no part. @param {Matrix} matrix */
export function emptyWords({ name, rows, cols, emptyRows, emptyColumns }) {
  if (emptyRows.length) return `${emptyRows.length} of ${rows} rows of ${name}: no gradient`;
  if (emptyColumns.length)
    return `${emptyColumns.length} of ${cols} columns of ${name}: no gradient`;
  return "every row takes part";
}

/** How many there are. @param {Now} now */
export function countWords({ matrices }) {
  const all = matrices.reduce((sum, { gradients }) => sum + gradients.length, 0);
  const some = matrices.reduce((sum, { taking }) => sum + taking, 0);
  return (
    `${thousands(some)} of ${thousands(all)} have a gradient; ` +
    `${thousands(all - some)} are exactly 0.`
  );
}

/** Which rows of the two tables take part. @param {Now} now */
export function partWords({ matrices, seen }) {
  const rowsOf = (/** @type {string} */ name) => {
    const { rowNames, emptyRows } = matrices.find((one) => one.name === name) ?? matrices[0];
    return rowNames.filter((_, i) => !emptyRows.includes(i));
  };
  return (
    `Rows of wte that take part: ${rowsOf("wte").join(", ")}. ` +
    `Rows of wpe: 0 to ${seen.positions.length - 1}.`
  );
}

/** The gradient of the chosen number. @param {Now} now */
function gradientText({ place: [, row, column], chosen, matrices }) {
  const g = matrices[chosen].gradients[row * matrices[chosen].cols + column];
  return g === 0 ? "exactly 0" : brief(g);
}

/** The chosen number. @param {Now} now */
export function chosenWords(now) {
  const [name, row, column] = now.place;
  const where = `${name}, row ${now.matrices[now.chosen].rowNames[row]}, column ${column}`;
  return `${where}: value ${fixed(now.value, 4)}, gradient ${gradientText(now)}.`;
}

/** The same below its matrix. @param {Now} now */
export const hereWords = (now) =>
  `[${now.matrices[now.chosen].rowNames[now.place[1]]}][${now.place[2]}]: ${gradientText(now)}`;

/** @param {Now} now */
export const whyWords = ({ seen, place, matrices, chosen }) =>
  why(seen, place, matrices[chosen].rowNames);
