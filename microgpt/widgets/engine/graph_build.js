/**
 * From an expression to its graph: the very Values that Python makes of it, in the same order. A
 * plain number is no node. Negation, subtraction and division are made of the six operations.
 */

import { OF_VALUES, parse } from "./expression.js";
import { ExpressionError } from "./expression_tokens.js";
import { valueOf } from "./expression_value.js";
import { apply, slopes } from "./graph.js";

const MOST = 60; // nodes in one picture
const MOST_LETTERS = 8;

/** @typedef {import("./expression.js").Tree} Tree */
/** @typedef {import("./graph.js").Graph} Graph */
/** A node of the graph, or a plain number. @typedef {{ node: number } | { plain: number }} Part */

/**
 * The graph of some lines, such as y = a*b + a. The last one is the result.
 * @param {Record<string, number>} inputs the values that are given
 * @param {[string, string][]} lines names, and what they are equal to
 */
export function graphOf(inputs, lines) {
  const builder = new Builder(inputs);
  for (const [name, text] of lines) builder.line(name, readLine(text, builder.names()));
  return builder.graph;
}

/**
 * @param {string} text
 * @param {string[]} variables
 */
function readLine(text, variables) {
  return parse(text, { ...OF_VALUES, variables });
}

/**
 * The graph of one expression with letters.
 * @param {Tree} tree
 * @param {Record<string, number>} inputs
 */
export function expressionGraph(tree, inputs) {
  const letters = lettersOf(tree);
  if (letters.length === 0)
    throw new ExpressionError(`There is no letter in it. ${OF_VALUES.example}`, 0);
  if (letters.length > MOST_LETTERS)
    throw new ExpressionError(
      `At most ${MOST_LETTERS} letters fit; these are ${letters.length}.`,
      0,
    );
  const builder = new Builder(inputs);
  builder.line("", tree);
  const { length } = builder.graph.nodes;
  if (length > MOST)
    throw new ExpressionError(`This makes ${length} values; ${MOST} fit in the picture.`, 0);
  return builder.graph;
}

/** The letters of an expression, in the order of reading. @param {Tree} tree @returns {string[]} */
export function lettersOf(tree) {
  const found = tree.op === "name" ? [tree.name] : tree.parts.flatMap(lettersOf);
  return [...new Set(found)];
}

/** Adds node after node, as Python runs an expression: operands first, from left to right. */
class Builder {
  graph = /** @type {Graph} */ ({ nodes: [], edges: [] });
  #named = /** @type {Map<string, number>} */ (new Map());
  #inputs;

  /** @param {Record<string, number>} inputs */
  constructor(inputs) {
    this.#inputs = inputs;
  }

  names() {
    return [...Object.keys(this.#inputs), ...this.#named.keys()];
  }

  /**
   * @param {string} name
   * @param {Tree} tree
   */
  line(name, tree) {
    const part = this.#part(tree);
    if (!("node" in part) || !name) return;
    this.graph.nodes[part.node].label = name;
    this.#named.set(name, part.node);
  }

  /** @param {Tree} tree @returns {Part} */
  #part(tree) {
    if (tree.op === "number") return { plain: tree.value };
    if (tree.op === "name") return { node: this.#input(tree.name) };
    const parts = tree.parts.map((part) => this.#part(part));
    const plain = parts.flatMap((part) => ("plain" in part ? [part.plain] : []));
    if (plain.length === parts.length) return { plain: valueOf(tree.op, plain[0], plain[1]) };
    return { node: this.#operation(tree.op, parts) };
  }

  /** @param {string} name */
  #input(name) {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const data = this.#inputs[name] ?? 1; // a letter without a number is 1
    const node = this.graph.nodes.push({ label: name, op: "", by: null, data, grad: null }) - 1;
    this.#named.set(name, node);
    return node;
  }

  /**
   * @param {string} op
   * @param {Part[]} parts at least one of them a node
   * @returns {number}
   */
  #operation(op, parts) {
    const [left, right] = parts;
    if (op === "neg") return this.#add("*", nodeOf(left), -1);
    if (!right) return this.#add(op, nodeOf(left));
    if ("plain" in left) return this.#from(left.plain, op, nodeOf(right));
    if ("plain" in right && op === "/")
      return this.#add("*", left.node, valueOf("/", 1, right.plain));
    if ("plain" in right) return this.#add(op, left.node, right.plain);
    if (op === "-") return this.#add("+", left.node, null, this.#add("*", right.node, -1));
    if (op === "/") return this.#add("*", left.node, null, this.#add("**", right.node, -1));
    return this.#add(op, left.node, null, right.node);
  }

  /**
   * A plain number on the left.
   * @param {number} plain
   * @param {string} op
   * @param {number} node
   */
  #from(plain, op, node) {
    if (op === "-") return this.#add("+", this.#add("*", node, -1), plain);
    if (op === "/") return this.#add("*", this.#add("**", node, -1), plain);
    return this.#add(op, node, plain);
  }

  /**
   * @param {string} op
   * @param {number} from
   * @param {number | null} [by]
   * @param {number} [second]
   */
  #add(op, from, by = null, second) {
    const { nodes, edges } = this.graph;
    const operands = second === undefined ? [from] : [from, second];
    const xs = operands.map((one) => nodes[one].data);
    const node = { label: "", op, by, data: 0, grad: null };
    node.data = apply(node, xs);
    const to = nodes.push(node) - 1;
    const locals = slopes(node, xs, node.data);
    operands.forEach((one, i) => edges.push({ from: one, to, local: locals[i] }));
    return to;
  }
}

/** @param {Part} part */
const nodeOf = (part) => /** @type {{ node: number }} */ (part).node;
