/** Forward and backward through a graph of the course, one node after another. */

import { fold } from "../engine/graph_fold.js";
import { graphOf } from "../engine/graph_build.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { GRAPHS } from "./graphs.js";
import { programSwitch } from "./program_switch.js";
import { stepping } from "./stepping.js";

/** @typedef {{ graph: string, step: number, order: import("./moments.js").Order, program: boolean }} State */

const CAPTION = "In each box: above the value, below its gradient.";
const NOT_YET = "A gradient reads “not yet” until something arrives.";
const ORDERS = [
  { value: "right", label: "parents first" },
  { value: "early", label: "as they are met" },
  { value: "recursive", label: "each calls the next" },
];

/** The graph as the program has it, and as one reads it. @param {string} name */
export function compute(name) {
  const { inputs, lines } = GRAPHS[name];
  const program = graphOf(inputs, lines);
  return { program, folded: fold(program) };
}

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["graph", "step", "order", "program"],
    name: "Backpropagation, step by step",
    onReset: () => {
      steps.stop();
      steps.clear();
      draw(view.read());
    },
  });
  const graphs = choice({
    name: "graph",
    options: Object.entries(GRAPHS).map(([value, { title }]) => ({ value, label: title })),
    value: model.get("graph"),
    onInput: (graph) => {
      steps.stop();
      view.set({ graph, step: 0, order: "right" });
    },
  });
  const orders = choice({
    name: "order of the backward pass",
    options: ORDERS,
    value: model.get("order"),
    onInput: (order) => {
      steps.stop();
      view.set({ order, step: firstTurn() });
    },
  });
  orders.el.classList.add("mg-auto-choice");
  const steps = stepping({
    name: "The graph",
    say: view.say,
    onStep: (step) => {
      view.set({ step });
      view.say(said);
    },
  });
  const asProgram = programSwitch((program) => view.set({ program, step: 0 }));
  // each graph once: the picture is drawn anew for another one
  const made = Object.fromEntries(Object.keys(GRAPHS).map((name) => [name, compute(name)]));
  let said = "";
  const notYet = h("span", { class: "mg-on-screen" }, " ", NOT_YET);
  view.caption(h("span", {}, CAPTION, notYet));
  view.body.append(graphs.el, orders.el, steps.above, ...steps.els, asProgram.el);

  /** The step at which backward begins, if it has begun; else where we are. */
  function firstTurn() {
    const { graph, step, program } = view.read();
    const computed = current(graph, program).nodes.filter(({ op }) => op).length;
    return Math.min(step, computed + 1);
  }

  /**
   * @param {string} name
   * @param {boolean} program
   */
  const current = (name, program) => (program ? made[name].program : made[name].folded);

  /** @param {State} state */
  function draw({ graph, step, order, program }) {
    const diamond = graph === "diamond";
    graphs.set(graph);
    orders.set(order);
    orders.el.hidden = !diamond;
    asProgram.set(program, made[graph].folded.nodes.length < made[graph].program.nodes.length);
    said = steps.set(current(graph, program), step, diamond ? order : "right");
  }
  return view.show(draw, steps.stop);
}

export default { render };
