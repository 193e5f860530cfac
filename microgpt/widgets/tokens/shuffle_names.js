/** The list of names, shuffled with a seed: the same seed gives the same order. */

import { names as written } from "../data/names.js";
import { Random } from "../engine/random.js";
import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { seedField } from "../kit/seed_field.js";

/** @typedef {{ seed: number }} State */

const SHOWN = 10;
const LAST_SEED = 1e9;

/**
 * Where each name stood before: the places in the list, in the order that the seed gives, as
 * `random.Random(seed).shuffle` does.
 * @param {State} state
 * @param {number} length
 */
export function compute({ seed }, length) {
  const order = Array.from({ length }, (_, i) => i);
  new Random(seed).shuffle(order);
  return order;
}

/**
 * Whether two orders put every name in the same place.
 * @param {number[]} a
 * @param {number[]} b
 */
export const same = (a, b) => a.length === b.length && a.every((place, i) => place === b[i]);

/** @param {number} n */
const thousands = (n) => n.toLocaleString("en");

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const names = written.split(" ");
  const all = thousands(names.length);
  let times = 1;
  let last = { seed: NaN, order: /** @type {number[]} */ ([]) };
  const view = figure({
    model,
    el,
    keys: ["seed"],
    name: "Shuffled names",
    caption: `The first ${SHOWN} of ${all} names. A small number says where a name stood before.`,
    onReset: () => shuffle(),
  });
  const typed = seedField({
    value: model.get("seed"),
    max: LAST_SEED,
    onInput: (seed) => view.set({ seed }),
  });
  const again = button("Shuffle again", () => {
    const before = last.order;
    const { seed } = view.read();
    last = { seed, order: compute({ seed }, names.length) };
    times += 1;
    show();
    tell(same(before, last.order));
  });
  const plain = column("The list as it is");
  const mixed = column("Shuffled");
  const words = h("p", { class: "mg-facts", role: "status" });
  view.body.append(
    h("div", { class: "mg-row mg-shuffle-row" }, typed.el, again),
    h("div", { class: "mg-shuffle" }, plain.el, mixed.el),
    words,
  );
  plain.set(names.slice(0, SHOWN).map((name) => ({ name, was: "" })));

  function show() {
    const places = last.order.slice(0, SHOWN);
    mixed.set(places.map((i) => ({ name: names[i], was: thousands(i + 1) })));
    mixed.title(`Shuffled with seed ${last.seed}`);
  }

  /** @param {boolean} equal */
  function tell(equal) {
    words.textContent = equal
      ? `Shuffled ${times} times with seed ${last.seed}: each time all ${all} names in the same order.`
      : "The order has changed.";
  }

  /** With the seed as it is, for the first time. */
  function shuffle() {
    const { seed } = view.read();
    times = 1;
    last = { seed, order: compute({ seed }, names.length) };
    show();
    words.textContent = `Shuffled once with seed ${seed}. Shuffle again: what changes?`;
  }

  return view.show((/** @type {State} */ { seed }) => {
    typed.set(seed);
    if (seed !== last.seed) shuffle();
  });
}

/** A list of names with a title. @param {string} text */
function column(text) {
  const title = h("p", { class: "mg-shuffle-title" }, text);
  const items = Array.from({ length: SHOWN }, () => {
    const parts = { name: h("span", { class: "mg-shuffle-name" }), was: h("span") };
    const el = h(
      "li",
      {},
      parts.name,
      " ",
      h(
        "span",
        { class: "mg-shuffle-was" },
        h("span", { class: "mg-hidden" }, ", was "),
        parts.was,
      ),
    );
    return { ...parts, el };
  });
  const el = h("div", {}, title, h("ol", {}, ...items.map((one) => one.el)));
  return {
    el,
    /** @param {string} next */
    title: (next) => {
      title.textContent = next;
    },
    /** @param {{ name: string, was: string }[]} rows */
    set: (rows) =>
      rows.forEach(({ name, was }, i) => {
        items[i].name.textContent = name;
        items[i].was.textContent = was;
        items[i].was.parentElement?.toggleAttribute("hidden", !was);
      }),
  };
}

export default { render };
