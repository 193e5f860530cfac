/** What stands beside tokens: a letter that comes more than once carries its position, as in m₂. */

const LOW = "₀₁₂₃₄₅₆₇₈₉";

/**
 * @param {string[]} labels
 * @param {number} [first] the position of the first
 */
export function distinct(labels, first = 1) {
  const low = (/** @type {number} */ n) => String(n).replace(/\d/g, (d) => LOW[Number(d)]);
  return labels.map((label, i) =>
    labels.indexOf(label) === labels.lastIndexOf(label) ? label : label + low(first + i),
  );
}
