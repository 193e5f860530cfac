/**
 * The backward pass, one node after another, in any order: the right one, and wrong ones, which
 * give wrong numbers.
 *
 * A node that has its turn passes on the gradient that it has by then: to each operand the local
 * gradient times its own. The operand adds that to what it has.
 */

import { edgesInto, operandsOf } from "./graph.js";

/** @typedef {import("./graph.js").Graph} Graph */
/**
 * What one operand gets: `product` is local times incoming; `before` and `after` are what the
 * operand has then.
 * @typedef {{ edge: number, to: number, local: number, product: number, before: number,
 *   after: number }} Pass
 */
/** `grad` is what came in. @typedef {{ node: number, grad: number, passes: Pass[] }} Turn */

const LONGEST = 200; // turns of an order that meets nodes again and again

/**
 * The turns of a backward pass, and the gradients at its end. A node that nobody told anything has
 * the gradient 0 when its turn comes, as in Python; `told` says which were.
 * @param {Graph} graph
 * @param {number[]} order the nodes that pass something on
 */
export function backward(graph, order) {
  const into = edgesInto(graph);
  const grads = graph.nodes.map(() => 0);
  const told = graph.nodes.map(() => false);
  const root = graph.nodes.length - 1;
  grads[root] = 1;
  told[root] = true;
  const turns = order.map((node) => {
    const grad = grads[node];
    const passes = into[node].map((edge) => {
      const { from: to, local } = graph.edges[edge];
      const [product, before] = [local * grad, grads[to]];
      grads[to] += product;
      told[to] = true;
      return { edge, to, local, product, before, after: grads[to] };
    });
    return { node, grad, passes };
  });
  return { turns, grads, told };
}

/** The nodes that have something to pass on. @param {Graph} graph */
const passing = (graph) => operandsOf(graph).flatMap((some, i) => (some.length ? [i] : []));

/** Reverse topological order: each node after all that use it. @param {Graph} graph */
export function rightOrder(graph) {
  return passing(graph).reverse();
}

/**
 * The nodes in the order in which a walk along one path after the other first meets them. A node
 * that is used twice has its turn after its first user, too early.
 * @param {Graph} graph
 */
export function earlyOrder(graph) {
  return [...new Set(recursiveOrder(graph))];
}

/**
 * What a backward() does that calls itself for each operand: a node that is used twice passes on
 * twice, the second time all that it has by then. At most 200 turns.
 * @param {Graph} graph
 */
export function recursiveOrder(graph) {
  const operands = operandsOf(graph);
  const order = /** @type {number[]} */ ([]);
  const waiting = [graph.nodes.length - 1];
  while (waiting.length > 0 && order.length < LONGEST) {
    const node = /** @type {number} */ (waiting.pop());
    if (operands[node].length === 0) continue;
    order.push(node);
    waiting.push(...[...operands[node]].reverse());
  }
  return order;
}
