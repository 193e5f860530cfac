/** A Value, built up in four stages: its code, and what it knows of a calculation. */

import { codeLine } from "../draw/code.js";
import { graphPicture } from "../draw/graph.js";
import { graphOf } from "../engine/graph_build.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { GRAPHS } from "./graphs.js";
import { factsAt, lifeOf } from "./moments.js";
import { described, shown } from "./shown.js";

/** `fresh`: the line is new in this stage. @typedef {{ text: string, fresh: boolean }} Line */
/** @typedef {{ title: string, says: string, lines: Line[] }} Stage */
/** @typedef {{ stage: number, content: { stages: Stage[] } }} State */
/** @typedef {import("../engine/graph.js").Graph} Graph */

/** The graph that a Value of this stage could tell of. @param {number} stage @returns {Graph} */
export function compute(stage) {
  const { nodes, edges } = graphOf(GRAPHS.shared.inputs, GRAPHS.shared.lines);
  const given = nodes.filter(({ op }) => !op);
  if (stage === 1) return { nodes: given, edges: [] };
  if (stage === 2) return { nodes: [...given, { ...nodes[3], op: "" }], edges: [] };
  return { nodes, edges };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["stage"],
    name: "Value in four stages",
    caption: "Lines that are new in a stage are marked with +.",
    onReset: () => show(null),
  });
  const { stages } = model.get("content");
  const buttons = stages.map(({ title }, i) =>
    h(
      "button",
      { type: "button", class: "mg-auto-stage", onclick: () => view.set({ stage: i + 1 }) },
      h("b", {}, String(i + 1)),
      ` ${title}`,
    ),
  );
  const words = h("p", { class: "mg-auto-says" });
  const code = h("pre", { class: "mg-code mg-auto-code" });
  const picture = graphPicture({ name: "What the Values know", onPick: (node) => show(node) });
  const scenes = stages.map((_, i) => sceneOf(i + 1));
  let picked = /** @type {number | null} */ (null);
  let drawn = 0;
  view.body.append(
    h("div", { class: "mg-auto-stages", role: "group", "aria-label": "Stage" }, ...buttons),
    words,
    h("div", { class: "mg-auto-two" }, code, picture.el),
  );

  /** @param {number | null} node */
  function show(node) {
    picked = picked === node ? null : node;
    const { nodes, edges } = scenes[view.read().stage - 1].view;
    picture.set({ nodes, edges, picked });
    if (picked !== null) view.say(nodes[picked].says);
  }

  return view.show((/** @type {State} */ { stage }) => {
    buttons.forEach((one, i) => one.setAttribute("aria-pressed", String(i + 1 === stage)));
    if (drawn === stage) return;
    drawn = stage;
    const { says, lines } = stages[stage - 1];
    words.textContent = says;
    code.replaceChildren(...lines.map(line));
    const { graph, about } = scenes[stage - 1];
    picture.setGraph(graph.nodes, about.operands);
    picked = null;
    show(null);
    view.say(`Stage ${stage}. ${says}`);
  });
}

/** The picture of a stage: in the last one each edge has its local gradient. @param {number} stage */
function sceneOf(stage) {
  const graph = compute(stage);
  const about = described(graph);
  const life = lifeOf(graph, "right");
  const facts = factsAt(life, stage < 4 ? life.computed.length : life.moments.length - 1);
  const lit = new Map(
    stage < 4 ? [] : graph.edges.map((_, i) => [i, /** @type {const} */ ("backward")]),
  );
  const view = shown(about, { facts, lit });
  return { graph, about, view };
}

/**
 * @param {Line} line
 * @param {number} i
 */
function line({ text, fresh }, i) {
  const mark = h("span", { class: "mg-auto-mark" }, fresh ? "+" : " ");
  const row = h(
    "span",
    { class: `mg-code-line mg-auto-line${fresh ? " mg-auto-fresh" : ""}` },
    mark,
  );
  row.append(codeLine(text, i + 1)[1]);
  return row;
}

export default { render };
