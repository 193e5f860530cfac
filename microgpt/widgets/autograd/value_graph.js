/** A graph of Values that the reader built in Python. */

import { readGraph } from "../engine/graph.js";
import { fold } from "../engine/graph_fold.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { programSwitch } from "./program_switch.js";
import { graphViewer } from "./viewer.js";

/** @typedef {{ graph: Parameters<typeof readGraph>[0], program: boolean }} State */

/** @param {State["graph"]} written */
export function compute(written) {
  const program = readGraph(written);
  return { program, folded: fold(program) };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["graph", "program"],
    name: "The graph of a Value",
    onReset: () => {
      viewer.clear();
      draw(view.read());
    },
  });
  const viewer = graphViewer({ name: "The graph", say: view.say });
  const asProgram = programSwitch((program) => view.set({ program }));
  view.body.append(viewer.picture, viewer.panel, viewer.table, asProgram.el);
  let written = model.get("graph");
  let made = compute(written);

  /** @param {State} state */
  function draw(state) {
    if (state.graph !== written) made = compute((written = state.graph));
    const graph = state.program ? made.program : made.folded;
    asProgram.set(state.program, made.folded.nodes.length < made.program.nodes.length);
    viewer.set(graph, { facts: graph.nodes.map(({ data, grad }) => ({ data, grad, parts: [] })) });
    view.caption(captionOf(graph));
  }
  return view.show(draw);
}

/** @param {import("../engine/graph.js").Graph} graph */
function captionOf({ nodes }) {
  const values = `A graph of ${count(nodes.length, "value")}. In each box: above the value, below its gradient`;
  const walked = nodes.some(({ grad }) => grad !== null);
  return walked ? `${values}.` : `${values}. No backward() has run yet.`;
}

export default { render };
