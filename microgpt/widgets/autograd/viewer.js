/** The graph in its three forms: the picture, the value that was picked, and the table. */

import { graphPicture } from "../draw/graph.js";
import { graphTable } from "../draw/graph/table.js";
import { nudgePanel } from "./panel.js";
import { described, shown } from "./shown.js";

/** @typedef {import("../engine/graph.js").Graph} Graph */
/** @typedef {import("./shown.js").Scene} Scene */

/**
 * `set` takes the graph and what is known of it. Without `onPick` a value that is clicked becomes
 * the one that is looked at.
 * @param {{ name: string, say: (text: string) => void, onPick?: (node: number) => void }} options
 */
export function graphViewer({ name, say, onPick }) {
  let picked = /** @type {number | null} */ (null);
  let about = /** @type {ReturnType<typeof described> | null} */ (null);
  let scene = /** @type {Scene | null} */ (null);
  const picture = graphPicture({ name, onPick: onPick ?? pick, pressed: !onPick });
  const panel = nudgePanel(say);
  const table = graphTable("The same as a table");

  /** @param {number} node */
  function pick(node) {
    picked = picked === node ? null : node;
    draw();
    if (about && scene && picked !== null) say(panel.el.firstChild?.textContent ?? "");
  }

  function draw() {
    if (!about || !scene) return;
    const { nodes, edges, rows } = shown(about, scene);
    picture.set({ nodes, edges, picked });
    table.set(rows, (scene.now ?? -1) >= 0 ? /** @type {number} */ (scene.now) : null);
    panel.set(about, scene.facts, picked);
  }

  return {
    picture: picture.el,
    panel: panel.el,
    table: table.el,
    /** Nothing is picked any more. */
    clear() {
      picked = null;
      panel.clear();
    },
    /**
     * @param {Graph} graph the same object as long as it is the same graph
     * @param {Scene} next
     */
    set(graph, next) {
      if (about?.graph !== graph) {
        about = described(graph);
        picked = null;
        picture.setGraph(graph.nodes, about.operands);
      }
      scene = next;
      draw();
      return about;
    },
  };
}
