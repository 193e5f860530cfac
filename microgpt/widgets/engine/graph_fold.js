/**
 * A graph as one reads it: a - b is one node, where the program has b times -1 and a sum; a / b is
 * one; what only adds 0 is none.
 *
 * A value with a name of its own, or one that is used twice, stays.
 */

import { edgesInto } from "./graph.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").GraphNode} GraphNode */
/** @typedef {{ from: number, local: number }[]} Operands */

/** @param {Graph} graph @returns {Graph} */
export function fold(graph) {
  const into = edgesInto(graph);
  const nodes = graph.nodes.map((node) => ({ ...node }));
  const operands = into.map((some) =>
    some.map((i) => ({ from: graph.edges[i].from, local: graph.edges[i].local })),
  );
  const uses = nodes.map(() => 0);
  graph.edges.forEach(({ from }) => uses[from]++);
  const gone = nodes.map(() => false);
  const mayGo = (/** @type {number} */ i) => !nodes[i].label && uses[i] === 1 && !nodes[i].more;

  nodes.forEach((node, i) => {
    const folded = joined(node, operands[i], nodes, mayGo);
    if (!folded) return;
    const hidden = operands[i][folded.at];
    const [inner] = operands[hidden.from];
    operands[i][folded.at] = { from: inner.from, local: hidden.local * inner.local };
    gone[hidden.from] = true;
    Object.assign(node, { op: folded.op });
  });
  nodes.forEach((node) => {
    if (node.op === "*" && node.by === -1) Object.assign(node, { op: "neg", by: null });
  });
  skipZeros(nodes, operands, gone);
  return compact(nodes, operands, gone);
}

/**
 * What an operation and one of its operands are together: the operation, and which operand.
 * @param {GraphNode} node
 * @param {Operands} operands
 * @param {GraphNode[]} nodes
 * @param {(node: number) => boolean} mayGo
 */
function joined({ op, by }, operands, nodes, mayGo) {
  const at = operands.length - 1;
  if (at < 0 || (op !== "+" && op !== "*") || !mayGo(operands[at].from)) return null;
  const inner = nodes[operands[at].from];
  const wanted = op === "+" ? "*" : "**";
  if (inner.op !== wanted || inner.by !== -1) return null;
  if (at === 1) return { op: op === "+" ? "-" : "/", at };
  return by === null ? null : { op: op === "+" ? "by-" : "by/", at };
}

/**
 * What only adds 0 passes its place on to its operand.
 * @param {GraphNode[]} nodes
 * @param {Operands[]} operands
 * @param {boolean[]} gone
 */
function skipZeros(nodes, operands, gone) {
  const stands = nodes.map((_, i) => i); // for each node, the one that stands for it
  nodes.forEach((node, i) => {
    operands[i].forEach((one) => (one.from = stands[one.from]));
    const idle = !node.label && !node.more && (node.op === "+" || node.op === "-");
    if (!idle || node.by !== 0 || i === nodes.length - 1) return;
    gone[i] = true;
    stands[i] = operands[i][0].from;
  });
}

/**
 * @param {GraphNode[]} nodes
 * @param {Operands[]} operands
 * @param {boolean[]} gone
 * @returns {Graph}
 */
function compact(nodes, operands, gone) {
  const places = /** @type {number[]} */ ([]);
  let count = 0;
  gone.forEach((left) => places.push(left ? -1 : count++));
  return {
    nodes: nodes.filter((_, i) => !gone[i]),
    edges: operands.flatMap((some, to) =>
      gone[to]
        ? []
        : some.map(({ from, local }) => ({ from: places[from], to: places[to], local })),
    ),
  };
}
