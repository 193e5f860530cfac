/** What was wrong at the first try, from all chapters, once more: until it is right at the first. */

import { button, row } from "../kit/controls.js";
import { h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { count } from "../kit/format.js";
import { seedField } from "../kit/seed_field.js";
import { openStore } from "../kit/store.js";
import { LAST_SEED, mixed } from "./bank.js";
import { chapterLink, labelOf } from "./chapter_links.js";
import { askedAnew } from "./redo/item.js";
import { missed, nextAfter } from "./redo/missed.js";
import { cardPanel } from "./redo/panel.js";

/** @typedef {import("./chapter_links.js").Links} Links */
/** @typedef {import("./bank.js").Mixed} Mixed */
/** @typedef {import("../kit/store.js").Entry} Entry */

const CAPTION =
  "The seed shuffles the items and their options. An item that is right at the first try leaves.";

/**
 * The missed items in the order of the seed, and what is said of the list.
 * @param {{ all: Mixed[], entries: Entry[], lasting: boolean }} state
 */
export function compute({ all, entries, lasting }) {
  const list = missed(all, entries);
  return {
    list,
    words: list.length ? `${count(list.length, "item")} to redo.` : empty(entries, lasting),
  };
}

/**
 * @param {Entry[]} entries
 * @param {boolean} lasting
 */
function empty(entries, lasting) {
  if (!lasting)
    return (
      "This browser keeps nothing, so what you answer in a chapter cannot come here. " +
      "The cards of whole chapters work all the same."
    );
  const answered = entries.some(({ kind }) => kind === "quiz" || kind === "predict");
  return answered
    ? "Nothing to redo: each first answer that this browser keeps is right."
    : "Nothing yet. Answer the predictions and the quiz of a chapter: what is wrong at the first try comes here.";
}

/** @type {import("@anywidget/types").Render<{ seed: number, links?: Links }>} */
export function render({ model, el }) {
  const links = model.get("links") ?? {};
  const store = openStore();
  const lasting = store.lasting();
  let all = /** @type {Mixed[]} */ ([]);
  let mixedBy = NaN;
  let shown = /** @type {Mixed | null} */ (null);
  let begun = () => false;
  const now = () => compute({ all, entries: store.all(), lasting });

  const view = figure({
    model,
    el,
    keys: ["seed"],
    name: "What I missed",
    caption: CAPTION,
    onReset: () => {
      panel.reset();
      begin(view.read().seed);
    },
  });
  const seed = seedField({
    value: model.get("seed"),
    max: LAST_SEED,
    onInput: (next) => view.set({ seed: next }),
  });
  const words = h("p", { class: "mg-redo-count", role: "status" });
  const place = h("div", { class: "mg-redo-item" });
  const next = button("Next", () => show(nextAfter(all, now().list, shown?.item.id), true));
  const steps = row(next, seed.el);
  const panel = cardPanel(() => now().list.map(({ item }) => item));
  view.body.append(h("div", { class: "mg-item mg-redo" }, words, place, steps, panel.el));

  /**
   * @param {Mixed | null} one
   * @param {boolean} [moves] whether the reader asked for it: then the keys go on there
   */
  function show(one, moves = false) {
    shown = one;
    place.replaceChildren();
    begun = () => false;
    if (one) {
      const card = askedAnew(one, store, view.say);
      begun = card.begun;
      place.append(
        h("p", { class: "mg-redo-from" }, chapterLink(labelOf(one.item), links)),
        card.el,
      );
      if (moves) focusIn(place);
    }
    draw();
  }
  function draw() {
    const state = now();
    const left = state.list.length;
    setText(
      words,
      shown && !left ? "That was the last one. Nothing is left to redo." : state.words,
    );
    steps.hidden = shown === null;
    next.disabled = left === 0;
    panel.draw();
  }
  /** @param {number} by */
  function begin(by) {
    mixedBy = by;
    all = mixed(by);
    show(nextAfter(all, now().list));
  }
  store.watch(() => {
    const { list } = now();
    if (begun() || (shown && list.includes(shown))) draw();
    else show(nextAfter(all, list));
  });
  return view.show(({ seed: by }) => {
    seed.set(by);
    if (by !== mixedBy) begin(by);
  }, store.close);
}

/** @param {Element} el */
function focusIn(el) {
  /** @type {HTMLElement | null} */ (el.querySelector("button, input"))?.focus();
}

export default { render };
