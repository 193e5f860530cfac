/** What an order of the backward pass computes, as the reader picks it. */

import { graphOf } from "../engine/graph_build.js";
import { PUZZLES } from "./graphs.js";
import { lifeOf } from "./moments.js";

/** @typedef {{ graph: keyof typeof PUZZLES, order: string[] }} State */

const graphs = Object.fromEntries(
  Object.entries(PUZZLES).map(([name, { inputs, lines }]) => [name, graphOf(inputs, lines)]),
);

/**
 * What the order has computed so far; with every node it is done.
 * @param {State} state
 */
export function compute({ graph: name, order }) {
  const graph = graphs[name];
  const picked = order.map((label) => graph.nodes.findIndex((node) => node.label === label));
  const life = lifeOf(graph, picked);
  const done = picked.length === life.computed.length;
  const at = life.computed.length + 1 + picked.length; // after the forward pass and the seed
  const wrong = graph.nodes.flatMap((_, i) => (life.grads[i] === life.right[i] ? [] : [i]));
  return { graph, picked, life, at, done, wrong: done ? wrong : [] };
}
