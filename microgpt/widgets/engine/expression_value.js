/** The value and the exact slope of an expression: the same numbers as in Python. */

import { hasX } from "./expression.js";

/** @typedef {import("./expression.js").Tree} Tree */

/** An expression that has no value at some x; the message is the reason. */
export class Undefined extends Error {}

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
  const pairs = parts.map((part) => evaluate(part, x, side));
  const value = valueOf(op, pairs[0][0], pairs[1]?.[0] ?? 0);
  if (!Number.isFinite(value))
    throw new Undefined("the result is too large for a computer's numbers");
  const [a, b = { value: 0, slope: 0, fixed: true }] = pairs.map(([one, slope], i) => ({
    value: one,
    slope,
    fixed: !hasX(parts[i]),
  }));
  return [value, slopeOf(op, a, b, value, side)];
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
 * A part of an expression: its value and slope, and whether it has no x in it.
 * @typedef {{ value: number, slope: number, fixed: boolean }} Part
 */

/**
 * The rules of differentiation, one line each.
 * @param {string} op
 * @param {Part} a
 * @param {Part} b
 * @param {number} value of the whole
 * @param {number} side
 * @returns {number}
 */
function slopeOf(op, a, b, value, side) {
  const way = a.value || side * a.slope; // where the input of a kink is; at the kink, where it goes
  switch (op) {
    case "+":
      return a.slope + b.slope;
    case "-":
      return a.slope - b.slope;
    case "*":
      return a.slope * b.value + a.value * b.slope;
    case "/":
      return (a.slope - value * b.slope) / b.value;
    case "**":
      return slopeOfPower(a, b, value);
    case "neg":
      return -a.slope;
    case "sin":
      return Math.cos(a.value) * a.slope;
    case "cos":
      return -Math.sin(a.value) * a.slope;
    case "exp":
      return value * a.slope;
    case "log":
      return a.slope / a.value;
    case "sqrt":
      return a.slope / (2 * value);
    case "tanh":
      return (1 - value ** 2) * a.slope;
    case "relu":
      if (way > 0) return a.slope;
      return a.value < 0 ? 0 : 0 * a.slope;
    default: // abs
      if (way > 0) return a.slope;
      return way < 0 ? -a.slope : 0 * a.slope;
  }
}

/**
 * @param {Part} base
 * @param {Part} exponent
 * @param {number} value
 */
function slopeOfPower({ value: a, slope: da, fixed }, { value: b, slope: db, ...exponent }, value) {
  if (exponent.fixed) return b ? b * a ** (b - 1) * da : 0;
  if (a === 0 && fixed) return b > 0 ? 0 : NaN;
  return a > 0 ? value * (db * Math.log(a) + (b * da) / a) : NaN;
}
