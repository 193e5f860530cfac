/** A query that is dragged among keys: the soft dictionary of attention, in two dimensions. */

import { plane } from "../draw/plane.js";
import { button, choice, row, slider } from "../kit/controls.js";
import { h, symbol } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { fmt, list } from "../kit/format.js";
import { clamp, tidy } from "../kit/numbers.js";
import { distinct } from "./labels.js";
import { lookupTable } from "./lookup_table.js";
import { tell } from "./lookup_words.js";
import { compute } from "./soft_lookup.js";
import { valuePlane } from "./value_plane.js";

/** @typedef {import("./soft_lookup.js").Lookup & { labels: string[] }} State */

const REACH = 3;
const STEP = 0.25;
const LOOKS = /** @type {const} */ (["softly", "exactly"]);

/**
 * The query `factor` times as long, in the same direction, as far as the plane goes.
 * @param {number[]} q
 * @param {number} factor
 */
export function stretched(q, factor) {
  const farthest = Math.max(...q.map(Math.abs));
  const by = farthest ? clamp(factor, 0, REACH / farthest) : 1;
  return q.map((x) => tidy(x * by));
}

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
  const names = distinct(first.labels);
  const keys = keyPlane(names, (q) => view.set({ q }));
  const values = valuePlane({ reach: REACH, labels: names });
  const controls = queryControls(view, first.q);
  const look = choice({
    name: "look up",
    options: LOOKS.map((value) => ({ value, label: value })),
    value: first.look,
    onInput: (value) => view.set({ look: value }),
  });
  const table = lookupTable(names);
  const out = h("p", { class: "mg-sum mg-drag-out" });
  const words = h("p", { class: "mg-facts mg-drag-words" });
  view.body.append(
    look.el,
    h(
      "div",
      { class: "mg-drag-planes" },
      part("mg-c-q", "the query q among the keys", keys.el, controls.el),
      h("div", {}, table.el, out, words),
      part("mg-c-v", "the values, and their blend out", values.el),
    ),
  );

  return view.show((/** @type {State} */ state) => {
    const found = compute(state);
    look.set(state.look);
    controls.set(state.q);
    keys.set(state, found.weights);
    values.set(state.v, found.weights, found.out);
    table.set(state, found);
    out.replaceChildren(
      h("span", { class: "mg-c-data" }, "out"),
      " = ",
      h("b", { class: "mg-c-data" }, found.out ? list(found.out) : "none"),
    );
    words.textContent = tell(state, found, names);
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
 * The keys as fixed arrows, the query as one that is dragged. A key is as strong as its weight.
 * @param {string[]} names
 * @param {(q: number[]) => void} onMove
 */
function keyPlane(names, onMove) {
  const picture = plane({
    name: "the query and the keys as arrows",
    reach: REACH,
    step: STEP,
    angle: false,
    arrows: [
      { name: "q", colour: "q" },
      ...names.map((name) => ({ name, colour: "k", fixed: true })),
    ],
    onMove: (_, x, y) => onMove([x, y]),
  });
  const shafts = picture.el.querySelectorAll(".mg-arrow-fixed");
  /**
   * @param {State} state
   * @param {number[] | null} weights
   */
  function set({ q, k }, weights) {
    picture.set([q, ...k]);
    shafts.forEach((shaft, i) =>
      /** @type {SVGElement} */ (shaft).style.setProperty("--weight", String(weights?.[i] ?? 0)),
    );
  }
  return { el: picture.el, set };
}

/**
 * The two numbers of the query, and what makes it longer or shorter.
 * @param {{ read: () => State, set: (changes: Partial<State>) => void }} view
 * @param {number[]} q
 */
function queryControls(view, q) {
  const sliders = q.map((value, i) =>
    slider({
      name: `q ${i + 1}`,
      label: symbol("q", i + 1),
      min: -REACH,
      max: REACH,
      step: STEP,
      value,
      colour: "q",
      onInput: (x) => view.set({ q: view.read().q.with(i, x) }),
    }),
  );
  const stretch = (/** @type {number} */ factor) =>
    view.set({ q: stretched(view.read().q, factor) });
  const length = h("span", { class: "mg-drag-length" });
  const el = h(
    "div",
    {},
    h("div", { class: "mg-group" }, ...sliders.map((one) => one.el)),
    row(
      length,
      button("half", () => stretch(1 / 2), { small: true, describe: "half as long a query" }),
      button("double", () => stretch(2), {
        small: true,
        describe: "double the length of the query",
      }),
    ),
  );
  /** @param {number[]} now */
  function set(now) {
    sliders.forEach((one, i) => one.set(now[i]));
    length.textContent = `length of q: ${fmt(Math.hypot(...now))}`;
  }
  return { el, set };
}

export default { render };
