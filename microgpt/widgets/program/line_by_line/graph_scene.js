/** The picture of a step in a graph of Values, drawn as chapter 05 draws them. */

import { described, shown } from "../../autograd/shown.js";
import { graphPicture } from "../../draw/graph.js";

/** @typedef {import("../../engine/graph.js").Graph} Graph */
/**
 * @typedef {import("./stage.js").Step & { graph: Graph } &
 *   import("../../autograd/shown.js").Scene} GraphStep
 */

/** @param {string} name */
export function graphScene(name) {
  const picture = graphPicture({ name, onPick: () => {}, pressed: false });
  let about = /** @type {ReturnType<typeof described> | null} */ (null);

  /** @param {GraphStep} step */
  function show({ graph, ...now }) {
    if (about?.graph !== graph) {
      about = described(graph);
      picture.setGraph(graph.nodes, about.operands);
    }
    picture.set({ ...shown(about, now), picked: null });
  }
  return { el: picture.el, show };
}
