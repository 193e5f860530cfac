/** The reader picks the order of the backward pass, and sees what it computes. */

import { formulasOf } from "../draw/graph/words.js";
import { button, choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { comparison } from "./comparison.js";
import { PUZZLES } from "./graphs.js";
import { factsAt } from "./moments.js";
import { orderList } from "./order_list.js";
import { compute } from "./order_of_turns.js";
import { graphViewer } from "./viewer.js";
import { tell } from "./words.js";

/** @typedef {import("./order_of_turns.js").State} State */

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["graph", "order"],
    name: "Pick the order",
    caption: "A value that has its turn passes on the gradient that it has by then, and once only.",
    actions: [button("Undo", undo, { small: true })],
    onReset: () => {
      refused = "";
      draw(view.read());
    },
  });
  let refused = "";
  const puzzles = choice({
    name: "graph",
    options: Object.entries(PUZZLES).map(([value, { title }]) => ({ value, label: title })),
    value: /** @type {string} */ (model.get("graph")),
    onInput: (graph) => put({ graph: /** @type {State["graph"]} */ (graph), order: [] }),
  });
  const viewer = graphViewer({
    name: "The graph: press a value to give it its turn",
    say: view.say,
    onPick: pick,
  });
  const list = orderList();
  const words = h("div", { class: "mg-auto-words" });
  const compared = comparison();
  const columns = h("div", { class: "mg-auto-columns" }, viewer.picture, list.el);
  view.body.append(puzzles.el, columns, words, compared.el, viewer.table);

  /** @param {Partial<State>} changes */
  function put(changes) {
    refused = "";
    view.set(changes);
    view.say(words.textContent ?? "");
  }

  function undo() {
    const { order } = view.read();
    if (order.length > 0) put({ order: order.slice(0, -1) });
  }

  /** @param {number} node */
  function pick(node) {
    const { order } = view.read();
    const { label, op } = compute(view.read()).graph.nodes[node];
    if (op && !order.includes(label)) return put({ order: [...order, label] });
    refused = op
      ? `${label} has had its turn.`
      : `${label} is given: it has nobody to pass anything on to.`;
    draw(view.read());
    view.say(refused);
  }

  /** @param {State} state */
  function draw(state) {
    const found = compute(state);
    const { graph, life, at, done, picked } = found;
    puzzles.set(state.graph);
    const { turn, node } = life.moments[at];
    const about = viewer.set(graph, {
      facts: factsAt(life, done ? at + 1 : at),
      now: picked.length > 0 ? node : -1,
      lit: new Map(turn?.passes.map(({ edge }) => [edge, /** @type {const} */ ("backward")])),
      wrong: found.wrong,
      badges: graph.nodes.map((_, i) => (picked.includes(i) ? String(picked.indexOf(i) + 1) : "")),
    });
    const texts = formulasOf(about);
    list.set(
      "Your order",
      picked.map((i) => texts[i]),
      picked.length - 1,
    );
    words.replaceChildren(
      ...linesOf(about, found, refused).map((line, i) =>
        h("p", { class: i ? "mg-auto-part" : "" }, line),
      ),
    );
    compared.set(about, life, done, true);
  }
  return view.show(draw);
}

/**
 * @param {import("./shown.js").Described} about
 * @param {ReturnType<typeof compute>} found
 * @param {string} refused
 */
function linesOf(about, { life, at, done, picked, wrong }, refused) {
  if (refused) return [refused];
  if (picked.length === 0)
    return [
      "Forward is done, and the result has the gradient 1. Which value passes its gradient on first? Press it.",
    ];
  const lines = tell(about, life, at);
  if (!done) return lines;
  const why = tell(about, life, at + 1).slice(1);
  return wrong.length > 0
    ? ["This order is wrong.", ...why]
    : ["This order is right: every value heard from all its parents first.", ...lines];
}

export default { render };
