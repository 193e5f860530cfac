/** What the letters of a document are called where each must be told from the others. */

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/**
 * A letter that comes more than once carries its position: m₂ and m₃ in BOS e m m a.
 * @param {string[]} tokens
 * @returns {string[]}
 */
export function called(tokens) {
  return tokens.map((token, position) =>
    tokens.indexOf(token) === tokens.lastIndexOf(token) ? token : token + subscript(position),
  );
}

/** @param {number} position */
const subscript = (position) =>
  Array.from(String(position), (digit) => SUBSCRIPTS[Number(digit)]).join("");
