/**
 * The derivative of an expression as an expression: the rules of school, then tidied, then written
 * as Python writes it.
 */

import { hasX, node, number } from "../engine/expression.js";

/** @typedef {import("../engine/expression.js").Tree} Tree */

const LONGEST = 60;

/**
 * @param {Tree} tree
 * @param {number} value
 */
const is = (tree, value) => tree.op === "number" && tree.value === value;

/**
 * The number that two numbers make, where it is a short one: 2*0.5 is 1, but 2*pi stays.
 * @param {Tree} a
 * @param {Tree} b
 * @param {number} value
 */
const folded = (a, b, value) =>
  a.op === "number" && b.op === "number" && String(value).length <= 8 ? number(value) : null;

// ---- sums and products without what changes nothing ----

/**
 * Without the minus sign it begins with; null: it has none.
 * @param {Tree} tree
 * @returns {Tree | null}
 */
function unsigned(tree) {
  if (tree.op === "neg") return tree.parts[0];
  if (tree.op === "number") return tree.value < 0 ? number(-tree.value) : null;
  const first = tree.op === "*" || tree.op === "/" ? unsigned(tree.parts[0]) : null;
  return (
    first && (is(first, 1) && tree.op === "*" ? tree.parts[1] : node(tree.op, first, tree.parts[1]))
  );
}

/**
 * @param {Tree} a
 * @param {Tree} b
 * @returns {Tree}
 */
function plus(a, b) {
  if (is(a, 0)) return b;
  if (is(b, 0)) return a;
  const without = unsigned(b);
  return folded(a, b, a.value + b.value) ?? (without ? minus(a, without) : node("+", a, b));
}

/**
 * @param {Tree} a
 * @param {Tree} b
 * @returns {Tree}
 */
function minus(a, b) {
  if (is(b, 0)) return a;
  if (is(a, 0)) return negative(b);
  const without = unsigned(b);
  return folded(a, b, a.value - b.value) ?? (without ? plus(a, without) : node("-", a, b));
}

/** @param {Tree} a @returns {Tree} */
function negative(a) {
  if (a.op === "number") return number(-a.value);
  return a.op === "neg" ? a.parts[0] : node("neg", a);
}

/**
 * @param {Tree} a
 * @param {Tree} b
 * @returns {Tree}
 */
function times(a, b) {
  if (is(a, 0) || is(b, 0)) return number(0);
  if (is(a, 1)) return b;
  if (is(b, 1)) return a;
  if (is(a, -1)) return negative(b);
  if (a.op === "neg") return negative(times(a.parts[0], b));
  if (b.op === "neg") return negative(times(a, b.parts[0]));
  const product = folded(a, b, a.value * b.value);
  if (product) return product;
  if (b.op === "number" && a.op !== "number") return times(b, a);
  if (a.op === "number" && b.op === "*" && b.parts[0].op === "number")
    return times(times(a, b.parts[0]), b.parts[1]);
  return node("*", a, b);
}

/**
 * @param {Tree} a
 * @param {Tree} b
 * @returns {Tree}
 */
function over(a, b) {
  if (is(a, 0) || is(b, 1)) return a;
  const without = unsigned(a);
  return without ? negative(over(without, b)) : node("/", a, b);
}

/**
 * @param {Tree} a
 * @param {Tree} b
 * @returns {Tree}
 */
function power(a, b) {
  return is(b, 0) ? number(1) : is(b, 1) ? a : node("**", a, b);
}

/**
 * Its derivative. `step` and `sign` stand for the slopes of relu and abs; `write` spells them out.
 * @param {Tree} tree
 * @returns {Tree}
 */
export function derive(tree) {
  if (!hasX(tree)) return number(0);
  if (tree.op === "x") return number(1);
  const [a, b] = tree.parts;
  const da = derive(a);
  const db = b ? derive(b) : number(0);
  switch (tree.op) {
    case "+":
      return plus(da, db);
    case "-":
      return minus(da, db);
    case "*":
      return plus(times(da, b), times(a, db));
    case "/":
      return hasX(b) ? over(minus(times(da, b), times(a, db)), power(b, number(2))) : over(da, b);
    case "**":
      if (!hasX(b)) {
        const fixed = b.op === "neg" ? negative(b.parts[0]) : b; // -1, not the opposite of 1
        return times(
          times(
            fixed,
            power(a, fixed.op === "number" ? number(fixed.value - 1) : minus(fixed, number(1))),
          ),
          da,
        );
      }
      if (is(a, 0)) return number(0);
      return times(
        tree,
        plus(times(db, is(a, Math.E) ? number(1) : node("log", a)), times(b, over(da, a))),
      );
    case "neg":
      return negative(da);
    case "sin":
      return times(node("cos", a), da);
    case "cos":
      return negative(times(node("sin", a), da));
    case "exp":
      return times(tree, da);
    case "log":
      return over(da, a);
    case "sqrt":
      return over(da, times(number(2), tree));
    case "tanh":
      return times(minus(number(1), power(tree, number(2))), da);
    case "relu":
      return times(node("step", a), da);
    default:
      return times(node("sign", a), da); // abs
  }
}

// ---- writing ----

const BINDS = /** @type {Record<string, number>} */ ({
  "+": 1,
  "-": 1,
  "*": 2,
  "/": 2,
  neg: 3,
  "**": 4,
});

/** @param {Tree} tree how tightly it holds together @returns {number} */
function binds(tree) {
  if (tree.op === "number") return tree.value < 0 ? BINDS.neg : 9;
  if (tree.op === "neg" && binds(tree.parts[0]) === BINDS["*"]) return BINDS["*"];
  return BINDS[tree.op] ?? 9;
}

/** @param {number} value */
function digits(value) {
  if (Math.abs(value) === Math.PI) return value < 0 ? "-pi" : "pi";
  if (Math.abs(value) === Math.E) return value < 0 ? "-e" : "e";
  return String(value).replace("e+", "e");
}

/** @param {Tree} tree @returns {string} */
export function write(tree) {
  const {
    op,
    parts: [a, b],
  } = tree;
  const inside = (/** @type {Tree} */ part, /** @type {number} */ least) =>
    binds(part) < least ? `(${write(part)})` : write(part);
  switch (op) {
    case "number":
      return digits(tree.value);
    case "x":
      return "x";
    case "+":
      return `${write(a)} + ${inside(b, 2)}`;
    case "-":
      return `${write(a)} - ${inside(b, 2)}`;
    case "*":
      return `${inside(a, 2)}*${inside(b, 3)}`;
    case "/":
      return `${inside(a, 2)}/${inside(b, 3)}`;
    case "neg":
      return `-${inside(a, 2)}`;
    case "**":
      return `${inside(a, 5)}**${inside(b, 3)}`;
    case "step":
      return `(1 if ${write(a)} > 0 else 0)`;
    case "sign":
      return `(1 if ${write(a)} > 0 else -1)`;
    default:
      return `${op}(${write(a)})`;
  }
}

/** The derivative as text, or null where it is too long to be of use. @param {Tree} tree */
export function formula(tree) {
  const text = write(derive(tree)).replace(/^\((1 if [^()]*)\)$/, "$1");
  return text.length > LONGEST ? null : text;
}
