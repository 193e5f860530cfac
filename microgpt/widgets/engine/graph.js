/**
 * A graph of Values: what `microgpt/graph.py` writes of one, and what each operation computes.
 *
 * The nodes stand in topological order, each after its operands; the last one is the result.
 */

import { Undefined, valueOf } from "./expression_value.js";

/**
 * `op` is "" for a value that was given; `by` the plain number of `x * 3`, else null. `grad` is
 * null where it has not been computed. `more`: how many of its edges are left out.
 * @typedef {{ label: string, op: string, by: number | null, data: number, grad: number | null,
 *   more?: number }} GraphNode
 */
/** `local` is the local gradient: d(to)/d(from). @typedef {{ from: number, to: number, local: number }} GraphEdge */
/** @typedef {{ nodes: GraphNode[], edges: GraphEdge[] }} Graph */

const NUDGE = 1e-5;
const TOO_LARGE = "the result is too large for a computer's numbers";

/**
 * A graph as it came from Python: "inf", "-inf" and "nan" become numbers.
 * @param {{ nodes: Record<string, any>[], edges: Record<string, any>[] }} written
 * @returns {Graph}
 */
export function readGraph({ nodes, edges }) {
  return {
    nodes: nodes.map((node) => ({
      ...{ label: node.label, op: node.op, more: node.more ?? 0 },
      by: node.by === null ? null : readNumber(node.by),
      data: readNumber(node.data),
      grad: node.grad === null ? null : readNumber(node.grad),
    })),
    edges: edges.map(({ from, to, local }) => ({ from, to, local: readNumber(local) })),
  };
}

/** @param {number | string} x */
function readNumber(x) {
  if (typeof x === "number") return x;
  return { inf: Infinity, "-inf": -Infinity }[x] ?? NaN;
}

/**
 * For each node, the edges that lead to it, in the order of its operands.
 * @param {Graph} graph
 */
export function edgesInto({ nodes, edges }) {
  const into = nodes.map(() => /** @type {number[]} */ ([]));
  edges.forEach(({ to }, i) => into[to].push(i));
  return into;
}

/** For each node, its operands. @param {Graph} graph */
export function operandsOf(graph) {
  return edgesInto(graph).map((some) => some.map((i) => graph.edges[i].from));
}

/**
 * What an operation gives. Throws Undefined where it gives nothing.
 * @param {GraphNode} node
 * @param {number[]} xs the data of its operands
 */
export function apply({ op, by }, xs) {
  const value = applied(op, xs[0], by ?? xs[1], xs);
  if (!Number.isFinite(value) && xs.every(Number.isFinite)) throw new Undefined(TOO_LARGE);
  return value;
}

/**
 * @param {string} op
 * @param {number} a
 * @param {number} b
 * @param {number[]} xs
 */
function applied(op, a, b, xs) {
  if (op === "by-") return b - a;
  if (op === "by/") return valueOf("/", b, a);
  if (op === "dot") return pairs(xs).reduce((sum, [x, y]) => sum + x * y, 0);
  if (op === "relu") return a <= 0 ? 0 : a;
  return valueOf(op, a, b);
}

/**
 * The local gradient of each operand.
 * @param {GraphNode} node
 * @param {number[]} xs the data of its operands
 * @param {number} value its own
 * @returns {number[]}
 */
export function slopes({ op, by }, xs, value) {
  const [a] = xs;
  const b = by ?? xs[1];
  switch (op) {
    case "+":
      return xs.map(() => 1);
    case "-":
      return [1, -1].slice(0, xs.length);
    case "*":
      return [b, a].slice(0, xs.length);
    case "/":
      return [1 / b, -(b ** -2) * a].slice(0, xs.length);
    case "by-":
    case "neg":
      return [-1];
    case "by/":
      return [-(a ** -2) * b];
    case "**":
      return [powerSlope(a, b)];
    case "log":
      return [1 / a];
    case "exp":
      return [value];
    case "relu":
      return [a > 0 ? 1 : a <= 0 ? 0 : NaN];
    case "dot":
      return pairs(xs).flatMap(([x, y]) => [y, x]);
    default:
      throw new Error(`no operation is called ${op}`);
  }
}

/**
 * As `Value.__pow__` has it: at 0 the slope is 0 for the power 0, and infinite for one below 1.
 * @param {number} x
 * @param {number} power
 */
function powerSlope(x, power) {
  if (x === 0 && power < 1) return power ? Infinity : 0;
  return power * x ** (power - 1);
}

/** @param {number[]} xs @returns {[number, number][]} */
function pairs(xs) {
  return xs.flatMap((x, i) => (i % 2 ? [] : [/** @type {[number, number]} */ ([x, xs[i + 1]])]));
}

/**
 * The data of each node, computed from those that were given. `held` is a node that keeps the data
 * it is given here, whatever its operands are. Throws Undefined where an operation gives nothing.
 * @param {Graph} graph
 * @param {{ node: number, data: number }} [held]
 */
export function forward(graph, held) {
  const data = graph.nodes.map((node) => node.data);
  operandsOf(graph).forEach((some, i) => {
    if (held?.node === i) data[i] = held.data;
    else if (graph.nodes[i].op !== "")
      data[i] = apply(
        graph.nodes[i],
        some.map((one) => data[one]),
      );
  });
  return data;
}

/** Whether every operation is known and all of its operands are there. @param {Graph} graph */
export function isWhole({ nodes }) {
  return nodes.every(({ op, more }) => op !== "?" && !more);
}

/**
 * How fast the result moves when one node is nudged and all after it follow: from a little below to
 * a little above. NaN where there is no result on one of the sides.
 * @param {Graph} graph
 * @param {number} node
 */
export function difference(graph, node) {
  const { data } = graph.nodes[node];
  const step = NUDGE * Math.max(1, Math.abs(data));
  const result = (/** @type {number} */ at) =>
    /** @type {number} */ (forward(graph, { node, data: at }).at(-1));
  try {
    const [above, below] = [result(data + step), result(data - step)];
    const noise = 8 * Number.EPSILON * Math.max(Math.abs(above), Math.abs(below));
    return Math.abs(above - below) <= noise ? 0 : (above - below) / (2 * step);
  } catch (error) {
    if (!(error instanceof Undefined)) throw error;
    return NaN;
  }
}
