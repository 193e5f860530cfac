/**
 * Expressions in x, written as Python writes them: read without running them, with their value and
 * exact slope. The twin of `calculus/expression.py`: the same texts are accepted, the same mistakes
 * named, the same numbers computed.
 */

import { DASHES } from "../kit/read_number.js";

/** @typedef {{ op: string, parts: Tree[], value: number }} Tree  `value` is that of a number */

export const LONGEST = 80;
const DEEPEST = 20;
const CONSTANTS = /** @type {Record<string, number>} */ ({ pi: Math.PI, e: Math.E });
export const FUNCTIONS = ["sin", "cos", "exp", "log", "sqrt", "relu", "tanh", "abs"];
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
const NAMES = /** @type {Record<string, string>} */ ({
  ln: "The natural logarithm is called log, as in Python.",
  tan: "Write tan(x) as sin(x)/cos(x).",
  max: "There is no max here: relu(x) is max(x, 0).",
  min: "There is no min here: -relu(-x) is min(x, 0).",
  y: "The only variable is x.",
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

/** An expression that has no value at some x; the message is the reason. */
export class Undefined extends Error {}

/** @param {string} text @returns {{ kind: string, word: string, at: number }[]} the end included */
function tokenize(text) {
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
    : `“${character}” has no meaning here.`;
}

/**
 * @param {string} op
 * @param {...Tree} parts
 * @returns {Tree}
 */
export const node = (op, ...parts) => ({ op, parts, value: 0 });

/** @param {number} value @returns {Tree} */
export const number = (value) => ({ op: "number", parts: [], value });

/**
 * The tree of an expression. Throws ExpressionError, which says what is wrong and where.
 * @param {string} text
 * @returns {Tree}
 */
export function parse(text) {
  const long = Array.from(text).length;
  if (long > LONGEST)
    throw new ExpressionError(`At most ${LONGEST} characters fit; these are ${long}.`, LONGEST);
  const tokens = tokenize(text);
  if (tokens.length === 1)
    throw new ExpressionError("Type an expression with x, such as x**2 + 1.", 0);
  let place = 0; // of the next token
  let depth = 0; // open parentheses around it

  /** @param {...string} signs */
  function take(...signs) {
    const { kind, word } = tokens[place];
    if (kind !== "sign" || !signs.includes(word)) return null;
    place++;
    return word;
  }

  /**
   * @param {string[]} signs
   * @param {() => Tree} part
   * @returns {Tree}
   */
  function chain(signs, part) {
    let left = part();
    for (let sign = take(...signs); sign; sign = take(...signs)) left = node(sign, left, part());
    return left;
  }
  const total = () => chain(["+", "-"], product);
  const product = () => chain(["*", "/"], signed);

  /** @returns {Tree} */
  function signed() {
    const sign = take("+", "-");
    return sign === "-" ? node("neg", signed()) : sign ? signed() : power();
  }

  /** @returns {Tree} */
  function power() {
    const base = atom();
    return take("**") ? node("**", base, signed()) : base;
  }

  /** @returns {Tree} */
  function atom() {
    const { kind, word, at } = tokens[place];
    if (kind === "number") {
      const value = Number(word.replaceAll("_", ""));
      if (!Number.isFinite(value)) throw new ExpressionError("This number is too large.", at);
      place++;
      return number(value);
    }
    if (kind === "name") {
      place++;
      return named(word, at);
    }
    if (word !== "(") throw missing();
    return group();
  }

  /**
   * @param {string} word
   * @param {number} at
   * @returns {Tree}
   */
  function named(word, at) {
    if (word === "x") return node("x");
    if (Object.hasOwn(CONSTANTS, word)) return number(CONSTANTS[word]);
    if (!FUNCTIONS.includes(word)) throw new ExpressionError(unknown(word), at);
    if (tokens[place].word !== "(")
      throw new ExpressionError(`${word} needs parentheses: ${word}(x).`, at);
    return node(word, group());
  }

  /** @returns {Tree} */
  function group() {
    const opening = tokens[place].at;
    take("(");
    if (++depth > DEEPEST)
      throw new ExpressionError(`At most ${DEEPEST} parentheses fit inside each other.`, opening);
    const inner = total();
    if (!take(")"))
      throw tokens[place].kind === "end"
        ? new ExpressionError("This parenthesis is never closed.", opening)
        : noSign();
    depth--;
    return inner;
  }

  function missing() {
    const { word: before, at: earlier } = place ? tokens[place - 1] : { word: "", at: 0 };
    const { kind, word, at } = tokens[place];
    if (word === ",") return comma();
    if (kind === "end")
      return new ExpressionError(`Something is missing after ${before}.`, earlier);
    if (word === ")" && !depth)
      return new ExpressionError("This parenthesis closes nothing: no ( stands before it.", at);
    if (before === "" || before === "(")
      return new ExpressionError(`Something is missing before ${word}.`, at);
    return new ExpressionError(`Something is missing between ${before} and ${word}.`, at);
  }

  function noSign() {
    const { word, at } = tokens[place];
    if (word === ",") return comma();
    const how =
      word === "(" ? "put * before this parenthesis" : `write ${tokens[place - 1].word}*${word}`;
    return new ExpressionError(`A sign is missing. To multiply, ${how}.`, at);
  }

  function comma() {
    const around = tokens.slice(Math.max(place - 1, 0), place + 2).map(({ kind }) => kind);
    const says =
      String(around) === "number,sign,number"
        ? "A decimal point is written as a dot: 0.5."
        : "A comma has no meaning here: a function takes one value.";
    return new ExpressionError(says, tokens[place].at);
  }

  const tree = total();
  if (tokens[place].kind !== "end") throw tokens[place].word === ")" ? missing() : noSign();
  return tree;
}

/** What to say of a name that means nothing. @param {string} word */
function unknown(word) {
  const small = word.toLowerCase();
  if (Object.hasOwn(NAMES, word)) return NAMES[word];
  if (small === "x" || Object.hasOwn(CONSTANTS, small) || FUNCTIONS.includes(small))
    return `Write it in small letters: ${small}.`;
  if (/^x[0-9]+$/.test(word))
    return `To multiply, write x*${word.slice(1)}; for a power, x**${word.slice(1)}.`;
  return `“${word}” is not known here. There are x, pi, e, ${FUNCTIONS.slice(0, -1).join(", ")} and ${FUNCTIONS.at(-1)}.`;
}

/** @param {Tree} tree @returns {boolean} */
export function hasX(tree) {
  return tree.op === "x" || tree.parts.some(hasX);
}

/**
 * [value, slope] at x by the exact rules; the slope is not finite where there is none.
 *
 * At a kink the slope is the one towards `side`: -1 left, 1 right; 0 takes 0 for relu and abs, as
 * `Value.relu` does. Throws Undefined where there is no value.
 *
 * @param {Tree} tree
 * @param {number} x
 * @param {number} [side]
 * @returns {[number, number]}
 */
export function evaluate(tree, x, side = 0) {
  const { op, parts } = tree;
  if (op === "number") return [tree.value, 0];
  if (op === "x") return [x, 1];
  const [a, da] = evaluate(parts[0], x, side);
  const [b, db] = parts.length > 1 ? evaluate(parts[1], x, side) : [0, 0];
  const value = valueOf(op, a, b);
  if (!Number.isFinite(value))
    throw new Undefined("the result is too large for a computer's numbers");
  const fixed = parts.map((part) => !hasX(part));
  return [value, slopeOf(op, a, da, b, db, value, side, fixed)];
}

/**
 * @param {string} op
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
function valueOf(op, a, b) {
  if (op === "log" && a <= 0) throw new Undefined("only positive numbers have a logarithm");
  if (op === "sqrt" && a < 0) throw new Undefined("a negative number has no square root");
  if ((op === "/" && b === 0) || (op === "**" && a === 0 && b < 0))
    throw new Undefined("nothing can be divided by 0");
  if (op === "**" && a < 0 && !Number.isInteger(b))
    throw new Undefined("a negative number has whole powers only");
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "**":
      return a ** b;
    case "neg":
      return -a;
    case "relu":
      return Math.max(0, a);
    default:
      return /** @type {Record<string, (x: number) => number>} */ (/** @type {unknown} */ (Math))[
        op
      ](a);
  }
}

/**
 * The rules of differentiation, one line each; `fixed`: for each part whether it has no x in it.
 * @param {string} op
 * @param {number} a
 * @param {number} da
 * @param {number} b
 * @param {number} db
 * @param {number} value
 * @param {number} side
 * @param {boolean[]} fixed
 * @returns {number}
 */
function slopeOf(op, a, da, b, db, value, side, fixed) {
  const towards = side * da; // where the input of the kink goes
  switch (op) {
    case "+":
      return da + db;
    case "-":
      return da - db;
    case "*":
      return da * b + a * db;
    case "/":
      return (da - value * db) / b;
    case "**":
      if (fixed[1]) return b ? b * a ** (b - 1) * da : 0;
      if (a === 0 && fixed[0]) return b > 0 ? 0 : NaN;
      return a > 0 ? value * (db * Math.log(a) + (b * da) / a) : NaN;
    case "neg":
      return -da;
    case "sin":
      return Math.cos(a) * da;
    case "cos":
      return -Math.sin(a) * da;
    case "exp":
      return value * da;
    case "log":
      return da / a;
    case "sqrt":
      return da / (2 * value);
    case "tanh":
      return (1 - value ** 2) * da;
    case "relu":
      return a > 0 || (a === 0 && towards > 0) ? da : a < 0 ? 0 : 0 * da;
    default:
      return a > 0 || (a === 0 && towards > 0) ? da : a < 0 || towards < 0 ? -da : 0 * da; // abs
  }
}
