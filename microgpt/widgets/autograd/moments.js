/**
 * The moments of a graph's life: its inputs are given, each operation computes its value, backward
 * begins with 1 at the result, each node passes its gradient on, and all is added up.
 */

import { edgesInto } from "../engine/graph.js";
import { backward, earlyOrder, recursiveOrder, rightOrder } from "../engine/graph_backward.js";

/** @typedef {import("../engine/graph.js").Graph} Graph */
/** @typedef {import("../engine/graph_backward.js").Turn} Turn */
/**
 * @typedef {{ kind: "inputs" | "forward" | "seed" | "backward" | "done", node: number,
 *   turn: Turn | null }} Moment
 */
/**
 * What is known of a value: null is "not yet". `parts` are what came along each path and is not
 * added up yet.
 * @typedef {{ data: number | null, grad: number | null, parts: number[] }} Fact
 */

const ORDERS = { right: rightOrder, early: earlyOrder, recursive: recursiveOrder };

/** @typedef {keyof typeof ORDERS} Order */

/**
 * @param {Graph} graph
 * @param {Order | number[]} order one of the orders by its name, or the nodes themselves
 */
export function lifeOf(graph, order) {
  const nodes = typeof order === "string" ? ORDERS[order](graph) : order;
  const { turns, grads } = backward(graph, nodes);
  const right = order === "right" ? grads : backward(graph, rightOrder(graph)).grads;
  const root = graph.nodes.length - 1;
  const computed = edgesInto(graph).flatMap((some, node) => (some.length ? [node] : []));
  /** @type {Moment[]} */
  const moments = [
    { kind: "inputs", node: -1, turn: null },
    ...computed.map((node) => ({ kind: /** @type {const} */ ("forward"), node, turn: null })),
    { kind: "seed", node: root, turn: null },
    ...turns.map((turn) => ({ kind: /** @type {const} */ ("backward"), node: turn.node, turn })),
    { kind: "done", node: -1, turn: null },
  ];
  return { graph, moments, computed, turns, grads, right };
}

/** @typedef {ReturnType<typeof lifeOf>} Life */

/**
 * What is known of each value at a moment. A part that arrives now stands beside what is there;
 * from the next moment on it is added.
 * @param {Life} life
 * @param {number} at
 * @returns {Fact[]}
 */
export function factsAt({ graph, moments }, at) {
  const facts = graph.nodes.map(({ op, data }) => ({
    data: op === "" ? data : /** @type {number | null} */ (null),
    grad: /** @type {number | null} */ (null),
    parts: /** @type {number[]} */ ([]),
  }));
  moments.slice(0, at + 1).forEach(({ kind, node, turn }, i) => {
    if (kind === "forward") facts[node].data = graph.nodes[node].data;
    if (kind === "seed") facts[node].grad = 1;
    for (const { to, product, before, after } of turn?.passes ?? []) {
      const fact = facts[to];
      const first = fact.grad === null;
      if (i === at)
        fact.parts.push(...(first || fact.parts.length ? [product] : [before, product]));
      fact.grad = after;
    }
  });
  return facts;
}
