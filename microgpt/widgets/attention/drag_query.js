/** A query that is dragged among keys: the soft dictionary of attention, in two dimensions. */

import { choice } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { list } from "../kit/format.js";
import { keyPlane } from "./key_plane.js";
import { called } from "./letters.js";
import { lookupTable } from "./lookup_table.js";
import { tell } from "./lookup_words.js";
import { queryControls } from "./query_controls.js";
import { compute } from "./soft_lookup.js";
import { valuePlane } from "./value_plane.js";

/** @typedef {import("./soft_lookup.js").Lookup & { labels: string[] }} State */

const REACH = 3;
const STEP = 0.25;
const LOOKS = /** @type {const} */ (["softly", "exactly"]);

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const view = figure({
    model,
    el,
    keys: ["q", "k", "v", "labels", "look"],
    name: "A query among keys",
    caption:
      "Drag the tip of q, or move it with the arrow keys: everything that follows from it is " +
      "computed again. Weights are rounded so that they add to 1.",
  });
  const first = /** @type {State} */ (view.read());
  const onInput = (/** @type {number[]} */ q) => view.set({ q });
  const pictures = picturesOf(onInput);
  const controls = queryControls({ reach: REACH, step: STEP, q: first.q, onInput });
  const look = choice({
    name: "look up",
    options: LOOKS.map((value) => ({ value, label: value })),
    value: first.look,
    onInput: (value) => view.set({ look: value }),
  });
  const out = h("b", {});
  const words = h("p", { class: "mg-facts mg-drag-words" });
  const { keys, table, values } = pictures.places;
  const line = h("p", { class: "mg-sum mg-drag-out mg-c-data" }, "out = ", out);
  view.body.append(
    look.el,
    h(
      "div",
      { class: "mg-drag-planes" },
      part("mg-c-q", "the query q among the keys", keys, controls.el),
      h("div", {}, table, line, words),
      part("mg-c-v", "the values, and their blend out", values),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    const found = compute(state);
    // position 0 is that of BOS
    const names = called(["", ...state.labels]).slice(1);
    look.set(state.look);
    controls.set(state.q);
    pictures.set(state, found, names);
    out.textContent = found.out ? list(found.out) : "none";
    setText(words, tell(state, found, names));
    view.say(found.out ? `out ${list(found.out)}` : "KeyError");
  });
}

/**
 * @param {string} colour
 * @param {string} title
 * @param {...Element} content
 */
function part(colour, title, ...content) {
  return h("div", {}, h("p", { class: `mg-drag-title ${colour}` }, title), ...content);
}

/**
 * The two planes and the table, anew when there are other keys.
 * @param {(q: number[]) => void} onMove
 */
function picturesOf(onMove) {
  const places = { keys: h("div", {}), table: h("div", {}), values: h("div", {}) };
  let drawn = drawnFor([], onMove);
  let shown = "";

  /** @param {string[]} names */
  function build(names) {
    const wanted = JSON.stringify(names);
    if (wanted === shown) return;
    shown = wanted;
    drawn = drawnFor(names, onMove);
    places.keys.replaceChildren(drawn.keys.el);
    places.table.replaceChildren(drawn.table.el);
    places.values.replaceChildren(drawn.values.el);
  }
  /**
   * @param {State} state
   * @param {ReturnType<typeof compute>} found
   * @param {string[]} names
   */
  function set(state, found, names) {
    build(names);
    drawn.keys.set(state, found.weights);
    drawn.table.set(state, found);
    drawn.values.set(state.v, found.weights, found.out);
  }
  return { places, set };
}

/**
 * @param {string[]} names
 * @param {(q: number[]) => void} onMove
 */
function drawnFor(names, onMove) {
  return {
    keys: keyPlane({ reach: REACH, step: STEP, names, onMove }),
    table: lookupTable(names),
    values: valuePlane({ reach: REACH, labels: names }),
  };
}

export default { render };
