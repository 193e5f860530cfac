/** From what is known of a graph to what its picture and its table show. */

import { namesOf, number, short, sign } from "../draw/graph/words.js";
import { edgesInto, operandsOf } from "../engine/graph.js";

/** @typedef {import("../engine/graph.js").Graph} Graph */
/** @typedef {import("./moments.js").Fact} Fact */

export const NOT_YET = "not yet";

/** What stays the same as long as the graph does. @param {Graph} graph */
export function described(graph) {
  const operands = operandsOf(graph);
  return { graph, operands, into: edgesInto(graph), ...namesOf(graph.nodes, operands) };
}

/** @typedef {ReturnType<typeof described>} Described */

/**
 * `now`: the node whose turn it is; `lit`: the edges that carry something, and which way; `wrong`:
 * nodes whose gradient is not right; `badges`: a word above a box.
 * @typedef {{ facts: Fact[], now?: number, lit?: Map<number, "forward" | "backward">,
 *   wrong?: number[], badges?: string[] }} Scene
 */

/**
 * @param {Described} described
 * @param {Scene} scene
 */
export function shown(described, { facts, now = -1, lit = new Map(), wrong = [], badges = [] }) {
  const { graph, names, formulas, into } = described;
  const most = (/** @type {(number | null)[]} */ xs) =>
    Math.max(1e-300, ...xs.map((x) => (Number.isFinite(x) ? Math.abs(x ?? 0) : 0)));
  const [mostData, mostGrad] = [
    most(facts.map((one) => one.data)),
    most(facts.map((one) => one.grad)),
  ];
  const share = (/** @type {number | null} */ x, /** @type {number} */ all) =>
    Number.isFinite(x) ? Math.abs(x ?? 0) / all : 0;
  const nodes = facts.map((fact, i) => ({
    data: fact.data === null ? NOT_YET : short(fact.data),
    grad: gradText(fact, short),
    known: fact.data !== null,
    blamed: fact.grad !== null,
    dataShare: share(fact.data, mostData),
    gradShare: share(fact.grad, mostGrad),
    state: i === now ? "now" : wrong.includes(i) ? "wrong" : "",
    says: says(described, fact, i, wrong.includes(i)),
    badge: badges[i] ?? "",
  }));
  const rows = facts.map((fact, i) => ({
    name: names[i],
    formula: operationText(graph.nodes[i], names[i], formulas[i]),
    data: fact.data === null ? NOT_YET : number(fact.data),
    locals: facts[i].data === null ? NOT_YET : localsText(described, into[i]),
    grad: gradText(fact, number),
  }));
  const edges = graph.edges.map(({ local }, i) => ({
    text: lit.get(i) === "backward" ? `×${short(local)}` : "",
    lit: lit.get(i) ?? "",
  }));
  return { nodes, edges, rows };
}

/**
 * How a value was computed; where that is its name already, the sign alone.
 * @param {import("../engine/graph.js").GraphNode} node
 * @param {string} name
 * @param {string} formula
 */
function operationText(node, name, formula) {
  if (!formula) return "given";
  return name === formula ? sign(node) : formula;
}

/**
 * The gradient; or the parts that arrived, before they are added.
 * @param {Fact} fact
 * @param {(x: number) => string} write
 */
function gradText({ grad, parts }, write) {
  if (grad === null) return NOT_YET;
  if (parts.length < 2) return write(grad);
  return parts
    .map((x, i) => (i && x < 0 ? `− ${write(-x)}` : i ? `+ ${write(x)}` : write(x)))
    .join(" ");
}

/**
 * @param {Described} described
 * @param {number[]} edges
 */
function localsText({ graph, names }, edges) {
  return edges
    .map((i) => `${names[graph.edges[i].from]}: ${number(graph.edges[i].local)}`)
    .join("; ");
}

/**
 * A box in words, for a screen reader.
 * @param {Described} described
 * @param {Fact} fact
 * @param {number} node
 * @param {boolean} wrong
 */
function says({ names, formulas }, fact, node, wrong) {
  const name =
    names[node] === formulas[node] || !formulas[node]
      ? names[node]
      : `${names[node]} = ${formulas[node]}`;
  const data = fact.data === null ? NOT_YET : number(fact.data);
  return `${name}: value ${data}, gradient ${gradText(fact, number)}${wrong ? ", which is wrong" : ""}`;
}
