/** The words of an expression: numbers, names and signs, each with its place in the text. */

import { isolated } from "../kit/isolated.js";
import { DASHES } from "../kit/read_number.js";

/** @typedef {{ kind: string, word: string, at: number }} Token */

const SPACES = String.raw`[ \t\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]*`;
const DIGITS = "[0-9](?:_?[0-9])*"; // Python reads 1_000 as 1000
const NUMBER = String.raw`(?:${DIGITS}\.?(?:${DIGITS})?|\.${DIGITS})(?:[eE][+${DASHES}]?[0-9]+)?`;
const KINDS = [
  `(?<number>${NUMBER})`,
  "(?<name>[A-Za-z_][A-Za-z_0-9]*)",
  String.raw`(?<sign>\*\*|[+*/(),${DASHES}])`,
  "(?<end>$)",
  "(?<other>.)",
];
const DASH = new RegExp(`[${DASHES}]`, "u");
const TOKEN = new RegExp(`${SPACES}(?:${KINDS.join("|")})`, "suy");
const CHARACTERS = /** @type {Record<string, string>} */ ({
  "^": "In Python, a power is written **, as in x**2.",
  "²": "In Python, a power is written **, as in x**2.",
  "³": "In Python, a power is written **, as in x**3.",
  "×": "In Python, times is written *.",
  "·": "In Python, times is written *.",
  "÷": "In Python, division is written /.",
  "=": "Only what f(x) is equal to belongs here, without the = sign.",
  "[": "Only round parentheses group: ( and ).",
  "]": "Only round parentheses group: ( and ).",
});

/** A text that is no expression; `position` is the index of the character where it goes wrong. */
export class ExpressionError extends Error {
  /**
   * @param {string} message
   * @param {number} position
   */
  constructor(message, position) {
    super(message);
    this.position = position;
  }
}

/** @param {string} text @returns {Token[]} the end included */
export function tokenize(text) {
  const tokens = [];
  const pattern = new RegExp(TOKEN);
  do {
    const match = /** @type {RegExpExecArray} */ (pattern.exec(text));
    const [kind, word] = /** @type {[string, string]} */ (
      Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)
    );
    const at = pattern.lastIndex - word.length;
    if (kind === "other") throw new ExpressionError(strange(word), at);
    tokens.push({ kind, word: word.replace(DASH, "-"), at });
  } while (tokens[tokens.length - 1].kind !== "end");
  return tokens;
}

/**
 * What to say of a character that means nothing.
 * @param {string} character
 */
function strange(character) {
  if (/[\p{C}\p{Z}]/u.test(character)) {
    const code = Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
    return `A sign that cannot be seen stands here (U+${code}): delete it.`;
  }
  return Object.hasOwn(CHARACTERS, character)
    ? CHARACTERS[character]
    : `“${isolated(character)}” has no meaning here.`;
}
