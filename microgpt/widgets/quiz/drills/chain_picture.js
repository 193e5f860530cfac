/** The graph of a question: its values and local gradients, and the gradients as far as they are known. */

import { graphPicture } from "../../draw/graph.js";
import { operandsOf } from "../../engine/graph.js";
import { graphOf } from "../../engine/graph_build.js";
import { h } from "../../kit/dom.js";
import { written } from "./numbers.js";

const UNKNOWN = "?";

/**
 * @param {import("./chain.js").Facts} facts
 * @param {number} _level
 * @param {(id: string) => void} onPick a value that is pressed
 */
export function chainPicture({ inputs, lines }, _level, onPick) {
  const graph = graphOf(inputs, lines);
  const names = graph.nodes.map(({ label }) => label);
  const picture = graphPicture({
    name: "The graph, with the local gradient on each line",
    onPick: (node) => onPick(names[node]),
    pressed: false,
  });
  picture.setGraph(graph.nodes, operandsOf(graph));
  const edges = graph.edges.map(({ local }) => ({ text: `×${written(local)}`, lit: "" }));
  const el = h("div", { class: "mg-drill-beside" }, picture.el, localsTable(graph, names));

  /** @param {{ [name: string]: number | undefined }} known gradients */
  function set(known) {
    const nodes = graph.nodes.map(({ data }, i) => {
      const grad = names[i] === "y" ? 1 : known[names[i]];
      return {
        data: written(data),
        grad: grad === undefined ? UNKNOWN : written(grad),
        known: true,
        blamed: grad !== undefined,
        dataShare: 0,
        gradShare: grad === undefined ? 0 : 0.6,
        state: "",
        says: `${names[i]}: value ${written(data)}, gradient ${grad === undefined ? "asked for" : written(grad)}`,
        badge: "",
      };
    });
    picture.set({ nodes, edges, picked: null });
  }
  return { el, set };
}

/**
 * The numbers on the lines once more, in a fold: for who does not see the picture.
 * @param {import("../../engine/graph.js").Graph} graph
 * @param {string[]} names
 */
function localsTable({ edges }, names) {
  const lines = edges.map(({ from, to, local }) =>
    h("li", {}, `from ${names[to]} to ${names[from]}: ${written(local)}`),
  );
  return h(
    "details",
    { class: "mg-graph-fold" },
    h("summary", {}, "The local gradients as a list"),
    h("ul", {}, ...lines),
  );
}
