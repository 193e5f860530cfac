/** The value that the reader picked: its numbers, and what a nudge of it does to the result. */

import { number } from "../draw/graph/words.js";
import { difference, isWhole } from "../engine/graph.js";
import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { NOT_YET } from "./shown.js";

const HINT =
  "Pick a value in the picture to nudge it: click, or move with the arrow keys and press Enter.";

/** @typedef {import("./shown.js").Described} Described */
/** @typedef {import("./moments.js").Fact} Fact */

/** @param {(text: string) => void} say */
export function nudgePanel(say) {
  const words = h("p", { class: "mg-auto-picked" });
  const nudge = button("Nudge it", press, { small: true });
  const el = h("div", { class: "mg-auto-panel" }, words, nudge);
  let nudged = /** @type {number | null} */ (null);
  let now = /** @type {{ described: Described, facts: Fact[], picked: number | null } | null} */ (
    null
  );

  function press() {
    if (!now || now.picked === null || !isWhole(now.described.graph)) return;
    nudged = now.picked;
    show();
    say(words.textContent ?? "");
  }

  function show() {
    if (!now) return;
    const { described, facts, picked } = now;
    const known = picked !== null && facts[picked].data !== null;
    nudge.textContent = known ? `Nudge ${described.names[picked]}` : "Nudge it";
    nudge.setAttribute("aria-disabled", String(!known || !isWhole(described.graph)));
    const text =
      picked === null ? HINT : aboutOne(described, facts[picked], picked, nudged === picked);
    if (words.textContent !== text) words.textContent = text;
    el.classList.toggle("mg-on-screen", picked === null);
  }

  return {
    el,
    clear: () => (nudged = null),
    /**
     * @param {Described} described
     * @param {Fact[]} facts
     * @param {number | null} picked
     */
    set(described, facts, picked) {
      if (picked !== nudged || described.graph !== now?.described.graph) nudged = null;
      now = { described, facts, picked };
      show();
    },
  };
}

/**
 * @param {Described} described
 * @param {Fact} fact
 * @param {number} node
 * @param {boolean} nudged
 */
export function aboutOne({ graph, names }, { data, grad }, node, nudged) {
  const name = names[node];
  if (data === null) return `${name} is not computed yet.`;
  const has = `${name} is ${number(data)}; its gradient: ${grad === null ? NOT_YET : number(grad)}.`;
  if (graph.nodes.some(({ op }) => op === "?"))
    return `${has} An operation of this graph is not known, so nothing can be nudged.`;
  if (!isWhole(graph)) return `${has} In a part of a graph nothing can be nudged.`;
  if (!nudged) return has;
  const slope = difference(graph, node);
  if (!Number.isFinite(slope))
    return `${has} Beside ${number(data)} there is no result to compare.`;
  const root = names[graph.nodes.length - 1];
  const result = node === graph.nodes.length - 1 ? "it" : root;
  const moves = `So many times as far moves ${result} when ${name} is nudged a little.`;
  return `${has} Finite difference: ${number(slope)}. ${moves}`;
}
