/**
 * Expressions in x, written as Python writes them: read without running them. The twin of
 * `calculus/expression.py`: the same texts are accepted, the same mistakes named.
 */

import { isolated } from "../kit/isolated.js";
import { ExpressionError, tokenize } from "./expression_tokens.js";

/**
 * `value` is that of a number, `name` that of a variable where there are several.
 * @typedef {{ op: string, parts: Tree[], value: number, name: string }} Tree
 */
/**
 * Which names an expression may have in it, and what is said of others.
 * @typedef {{ variables: string[], constants: Record<string, number>, functions: string[],
 *   names: Record<string, string>, example: string, listed: string }} Words
 */

export const LONGEST = 80;
const DEEPEST = 20;
const CONSTANTS = /** @type {Record<string, number>} */ ({ pi: Math.PI, e: Math.E });
export const FUNCTIONS = ["sin", "cos", "exp", "log", "sqrt", "relu", "tanh", "abs"];

/** @type {Words} */
const OF_X = {
  variables: ["x"],
  constants: CONSTANTS,
  functions: FUNCTIONS,
  names: {
    ln: "The natural logarithm is called log, as in Python.",
    tan: "Write tan(x) as sin(x)/cos(x).",
    max: "There is no max here: relu(x) is max(x, 0).",
    min: "There is no min here: -relu(-x) is min(x, 0).",
    y: "The only variable is x.",
  },
  example: "Type an expression with x, such as x**2 + 1.",
  listed: `There are x, pi, e, ${FUNCTIONS.slice(0, -1).join(", ")} and ${FUNCTIONS.at(-1)}.`,
};

/** @type {Words} */
export const OF_VALUES = {
  variables: [..."abcdfghijklmnopqrstuvwxyz"],
  constants: {},
  functions: ["log", "exp", "relu"],
  names: {
    ln: "The natural logarithm is called log, as in Python.",
    sqrt: "Write sqrt(a) as a**0.5.",
    abs: "Write abs(a) as relu(a) + relu(-a).",
    max: "There is no max here: relu(a) is max(a, 0).",
    min: "There is no min here: -relu(-a) is min(a, 0).",
    pi: "Write pi as 3.14159.",
    e: "The letter e is no variable here: write exp(1) for the number.",
  },
  example: "Type an expression with letters, such as a*b + a.",
  listed: "There are letters from a to z, log, exp and relu.",
};

/**
 * @param {string} op
 * @param {...Tree} parts
 * @returns {Tree}
 */
export const node = (op, ...parts) => ({ op, parts, value: 0, name: "" });

/** @param {number} value @returns {Tree} */
export const number = (value) => ({ op: "number", parts: [], value, name: "" });

/**
 * The tree of an expression. Throws ExpressionError, which says what is wrong and where. With other
 * words than those of x a power is a plain number, as for a Value.
 * @param {string} text
 * @param {Words} [words]
 * @returns {Tree}
 */
export function parse(text, words = OF_X) {
  const long = Array.from(text).length;
  if (long > LONGEST)
    throw new ExpressionError(`At most ${LONGEST} characters fit; these are ${long}.`, LONGEST);
  const tokens = tokenize(text);
  if (tokens.length === 1) throw new ExpressionError(words.example, 0);
  return new Parser(tokens, words).whole();
}

/** One method for each rule of the grammar; each reads as many tokens as its rule takes. */
class Parser {
  #place = 0; // of the next token
  #depth = 0; // open parentheses around it
  #tokens;
  #words;

  /**
   * @param {import("./expression_tokens.js").Token[]} tokens
   * @param {Words} words
   */
  constructor(tokens, words) {
    this.#tokens = tokens;
    this.#words = words;
  }

  get #next() {
    return this.#tokens[this.#place];
  }

  whole() {
    const tree = this.#total();
    if (this.#next.kind !== "end") throw this.#next.word === ")" ? this.#missing() : this.#noSign();
    return tree;
  }

  /** The next token, where it is one of these signs; else null. @param {...string} signs */
  #take(...signs) {
    const { kind, word } = this.#next;
    if (kind !== "sign" || !signs.includes(word)) return null;
    this.#place++;
    return word;
  }

  /**
   * @param {string[]} signs
   * @param {() => Tree} part
   * @returns {Tree}
   */
  #chain(signs, part) {
    let left = part();
    for (let sign = this.#take(...signs); sign; sign = this.#take(...signs))
      left = node(sign, left, part());
    return left;
  }

  /** @returns {Tree} */
  #total() {
    return this.#chain(["+", "-"], () => this.#product());
  }

  #product() {
    return this.#chain(["*", "/"], () => this.#signed());
  }

  /** @returns {Tree} */
  #signed() {
    const sign = this.#take("+", "-");
    if (sign === "-") return node("neg", this.#signed());
    return sign ? this.#signed() : this.#power();
  }

  /** @returns {Tree} */
  #power() {
    const base = this.#atom();
    if (!this.#take("**")) return base;
    const { at } = this.#next;
    const exponent = this.#signed();
    if (this.#words !== OF_X && hasName(exponent))
      throw new ExpressionError("A power is a plain number here, as in a**2.", at);
    return node("**", base, exponent);
  }

  /** @returns {Tree} */
  #atom() {
    const { kind, word, at } = this.#next;
    if (kind === "number") return this.#number(word, at);
    if (kind === "name") return this.#named(word, at);
    if (word !== "(") throw this.#missing();
    return this.#group();
  }

  /**
   * @param {string} word
   * @param {number} at
   */
  #number(word, at) {
    const value = Number(word.replaceAll("_", ""));
    if (!Number.isFinite(value)) throw new ExpressionError("This number is too large.", at);
    this.#place++;
    return number(value);
  }

  /**
   * @param {string} word
   * @param {number} at
   * @returns {Tree}
   */
  #named(word, at) {
    this.#place++;
    const { variables, constants, functions } = this.#words;
    if (variables.includes(word))
      return this.#words === OF_X ? node("x") : { ...node("name"), name: word };
    if (Object.hasOwn(constants, word)) return number(constants[word]);
    if (!functions.includes(word)) throw new ExpressionError(unknown(word, this.#words), at);
    if (this.#next.word !== "(")
      throw new ExpressionError(`${word} needs parentheses: ${word}(${variables[0]}).`, at);
    return node(word, this.#group());
  }

  /** @returns {Tree} */
  #group() {
    const opening = this.#next.at;
    this.#take("(");
    if (++this.#depth > DEEPEST)
      throw new ExpressionError(`At most ${DEEPEST} parentheses fit inside each other.`, opening);
    const inner = this.#total();
    if (!this.#take(")"))
      throw this.#next.kind === "end"
        ? new ExpressionError("This parenthesis is never closed.", opening)
        : this.#noSign();
    this.#depth--;
    return inner;
  }

  /** What is wrong where a number, a name or a parenthesis should stand. */
  #missing() {
    const before = this.#place ? this.#tokens[this.#place - 1] : { word: "", at: 0 };
    const { kind, word, at } = this.#next;
    if (word === ",") return this.#comma();
    if (kind === "end")
      return new ExpressionError(`Something is missing after ${before.word}.`, before.at);
    if (word === ")" && !this.#depth)
      return new ExpressionError("This parenthesis closes nothing: no ( stands before it.", at);
    if (before.word === "" || before.word === "(")
      return new ExpressionError(`Something is missing before ${word}.`, at);
    return new ExpressionError(`Something is missing between ${before.word} and ${word}.`, at);
  }

  /** What is wrong where a sign should stand. */
  #noSign() {
    const { word, at } = this.#next;
    if (word === ",") return this.#comma();
    const left = this.#tokens[this.#place - 1].word;
    const how = word === "(" ? "put * before this parenthesis" : `write ${left}*${word}`;
    return new ExpressionError(`A sign is missing. To multiply, ${how}.`, at);
  }

  #comma() {
    const around = this.#tokens.slice(Math.max(this.#place - 1, 0), this.#place + 2);
    const decimal = around.map(({ kind }) => kind).join() === "number,sign,number";
    const says = decimal
      ? "A decimal point is written as a dot: 0.5."
      : "A comma has no meaning here: a function takes one value.";
    return new ExpressionError(says, this.#next.at);
  }
}

/**
 * What to say of a name that means nothing.
 * @param {string} word
 * @param {Words} words
 */
function unknown(word, { variables, constants, functions, names, listed }) {
  const small = word.toLowerCase();
  const [first, ...rest] = word;
  if (Object.hasOwn(names, word)) return names[word];
  if (variables.includes(small) || Object.hasOwn(constants, small) || functions.includes(small))
    return `Write it in small letters: ${small}.`;
  if (/^[a-z][0-9]+$/.test(word) && variables.includes(first))
    return `To multiply, write ${first}*${rest.join("")}; for a power, ${first}**${rest.join("")}.`;
  if (/^[a-z]{2}$/.test(word) && [...word].every((letter) => variables.includes(letter)))
    return `To multiply, write ${first}*${rest[0]}.`;
  return `“${isolated(word)}” is not known here. ${listed}`;
}

/** @param {Tree} tree @returns {boolean} */
function hasName(tree) {
  return tree.op === "name" || tree.parts.some(hasName);
}

/** @param {Tree} tree @returns {boolean} */
export function hasX(tree) {
  return tree.op === "x" || tree.parts.some(hasX);
}
