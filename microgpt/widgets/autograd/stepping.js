/** A graph that is stepped through, forward and backward: picture, order, words and buttons. */

import { formulasOf } from "../draw/graph/words.js";
import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { player } from "../kit/player.js";
import { comparison } from "./comparison.js";
import { factsAt, lifeOf } from "./moments.js";
import { orderList } from "./order_list.js";
import { graphViewer } from "./viewer.js";
import { tell } from "./words.js";

/** @typedef {import("../engine/graph.js").Graph} Graph */
/** @typedef {import("./moments.js").Life} Life */
/** @typedef {import("./moments.js").Order} Order */

/**
 * `onStep` is told the step to go to; what is drawn comes back through `set`.
 * @param {{ name: string, say: (text: string) => void, onStep: (step: number) => void }} options
 */
export function stepping({ name, say, onStep }) {
  const viewer = graphViewer({ name, say });
  const order = orderList();
  const words = h("div", { class: "mg-auto-words" });
  const compared = comparison();
  let life = /** @type {Life | null} */ (null);
  let kind = /** @type {Order} */ ("right");
  let at = 0;
  const last = () => (life ? life.moments.length - 1 : 0);
  const play = player({
    name: "steps through the graph",
    speedMs: 1300,
    onReset: () => onStep(0),
    onStep: () => {
      onStep(Math.min(at + 1, last()));
      return at < last();
    },
  });
  const back = button("Back", () => {
    play.stop();
    if (at > 0) onStep(at - 1);
  });
  play.el.append(back);
  const count = h("span", { class: "mg-auto-count" });
  const above = h("div", { class: "mg-auto-bar" }, play.el, count);
  const columns = h("div", { class: "mg-auto-columns" }, viewer.picture, order.el);

  /**
   * @param {Graph} graph
   * @param {number} step beyond the last one it is the last
   * @param {Order} [which]
   */
  function set(graph, step, which = "right") {
    if (life?.graph !== graph || kind !== which) life = lifeOf(graph, which);
    kind = which;
    at = Math.min(step, last());
    const about = viewer.set(graph, sceneAt(life, at, which));
    const moment = life.moments[at];
    const lines = tell(about, life, at);
    words.replaceChildren(
      ...lines.map((line, i) => h("p", { class: i ? "mg-auto-part" : "" }, line)),
    );
    showOrder(about, life, at, which);
    compared.set(about, life, moment.kind === "done", which !== "right");
    count.textContent = `step ${at} of ${last()}`;
    back.setAttribute("aria-disabled", String(at === 0));
    play.setEnd(at >= last());
    return lines.join(" ");
  }

  /**
   * @param {ReturnType<typeof viewer.set>} about
   * @param {Life} life
   * @param {number} at
   * @param {Order} which
   */
  function showOrder(about, { moments, computed, turns }, at, which) {
    const { kind } = moments[at];
    const texts = formulasOf(about);
    if (kind === "inputs" || kind === "forward") {
      order.set(
        "Forward: children first",
        computed.map((i) => texts[i]),
        at - 1,
      );
      return;
    }
    const heading = which === "right" ? "Backward: parents first" : "Backward, in a wrong order";
    order.set(
      heading,
      turns.map(({ node }) => texts[node]),
      at - computed.length - 2,
    );
  }

  return {
    above,
    els: [columns, words, compared.el, viewer.panel, viewer.table],
    set,
    stop: play.stop,
    clear: viewer.clear,
  };
}

/**
 * @param {Life} life
 * @param {number} at
 * @param {Order} which
 */
function sceneAt(life, at, which) {
  const { moments, grads, right, graph } = life;
  const { kind, node, turn } = moments[at];
  const lit = /** @type {Map<number, "forward" | "backward">} */ (new Map());
  if (kind === "forward") graph.edges.forEach(({ to }, i) => to === node && lit.set(i, "forward"));
  turn?.passes.forEach(({ edge }) => lit.set(edge, "backward"));
  const wrong =
    kind === "done" && which !== "right"
      ? grads.flatMap((grad, i) => (grad === right[i] ? [] : [i]))
      : [];
  return { facts: factsAt(life, at), now: node, lit, wrong };
}
