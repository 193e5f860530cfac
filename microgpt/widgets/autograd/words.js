/** What happens at a moment, in sentences with its numbers. */

import { factor, number, written } from "../draw/graph/words.js";

/** @typedef {import("./moments.js").Life} Life */
/** @typedef {import("./shown.js").Described} Described */

/**
 * One or more lines; the first says what happens.
 * @param {Described} described
 * @param {Life} life
 * @param {number} at
 * @returns {string[]}
 */
export function tell(described, life, at) {
  const { graph, names } = described;
  const { kind, node, turn } = life.moments[at];
  const root = graph.nodes.length - 1;
  switch (kind) {
    case "inputs": {
      const given = graph.nodes.flatMap(({ op, data }, i) =>
        op ? [] : [`${names[i]} = ${number(data)}`],
      );
      return [
        `Given: ${given.join(", ")}. Press Step, and the first operation computes its value.`,
      ];
    }
    case "forward":
      return forwardWords(described, node);
    case "seed":
      return [
        `Forward is done: the result is ${number(graph.nodes[root].data)}. Backward begins there, with 1: ` +
          "the result moves 1 for each 1 that it moves itself.",
      ];
    case "backward":
      return backwardWords(
        described,
        /** @type {import("../engine/graph_backward.js").Turn} */ (turn),
        life,
      );
    default:
      return ["Every part is added. Backward is done.", ...whatWentWrong(described, life)];
  }
}

/**
 * @param {Described} described
 * @param {number} node
 */
function forwardWords({ graph, names, formulas, operands, into }, node) {
  const one = graph.nodes[node];
  const numbers = operands[node].map((i) => factor(graph.nodes[i].data));
  const name = names[node] === formulas[node] ? "" : `${names[node]} = `;
  const locals = into[node].map(
    (i) => `${number(graph.edges[i].local)} for ${names[graph.edges[i].from]}`,
  );
  const plural = locals.length > 1 ? "gradients" : "gradient";
  return [
    `Forward: ${name}${formulas[node]} = ${written(one, numbers)} = ${number(one.data)}.`,
    `Local ${plural}: ${locals.join(", ")}.`,
  ];
}

/**
 * @param {Described} described
 * @param {import("../engine/graph_backward.js").Turn} turn
 * @param {Life} life
 */
function backwardWords({ names }, { node, grad, passes }, life) {
  const told = new Set([life.graph.nodes.length - 1]);
  for (const turn of life.turns) {
    if (turn.node === node && turn.passes === passes) break;
    turn.passes.forEach(({ to }) => told.add(to));
  }
  const nothing = told.has(node) ? "" : " Nobody has told it anything yet.";
  const lines = passes.map(({ to, local, product, before, after }) => {
    const part = `${names[to]} gets ${factor(grad)} × ${factor(local)} = ${number(product)}`;
    const more = told.has(to)
      ? `, beside the ${number(before)} it has: ${number(after)} in all.`
      : ".";
    told.add(to);
    return part + more;
  });
  return [
    `Backward: ${names[node]} has the gradient ${number(grad)} and passes it on.${nothing}`,
    ...lines,
  ];
}

/**
 * In a wrong order: what never went on, or went on twice.
 * @param {Described} described
 * @param {Life} life
 */
function whatWentWrong({ names, operands }, { turns }) {
  const times = new Map();
  const lines = /** @type {string[]} */ ([]);
  for (const { node, passes } of turns) {
    times.set(node, (times.get(node) ?? 0) + 1);
    for (const { to, product } of passes) {
      const again = turns.slice(turns.findIndex((turn) => turn.passes === passes) + 1);
      const late = times.has(to) && !again.some((turn) => turn.node === to);
      if (late && operands[to].length > 0 && product !== 0)
        lines.push(
          `${names[to]} had its turn before ${names[node]} told it its part: ` +
            `${number(product)} went no further.`,
        );
    }
  }
  for (const [node, count] of times)
    if (count > 1)
      lines.push(
        `${names[node]} had ${count} turns, and each time passed on all that it had by then.`,
      );
  return lines;
}
