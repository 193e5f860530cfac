/** How large a model is, what its training takes, and how much memory it needs. */

import {
  cacheBytes,
  changed,
  cost,
  memory,
  parameters,
  total,
  trainingDays,
  trainingFlops,
} from "../engine/scale.js";
import { button } from "../kit/controls.js";
import { attributes, h, setText } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { sizeSliders, trainingFields } from "./scale_table/controls.js";
import { allModels, facts, partTable } from "./scale_table/tables.js";
import { thousands, title, trouble } from "./scale_table/words.js";

/** @typedef {import("../engine/scale.js").Sizes} Sizes */
/**
 * @typedef {{ model: string, sizes: Partial<Sizes>, tokens: number, cards: number, peak: number,
 *   share: number, price: number }} State `tokens` 0: as the source has it; `price` 0: none
 */
/**
 * @typedef {{ name: string, source: string, tokens: number | null, sizes: Sizes }} Known
 */

const CAPTION =
  "Memory: 2 bytes a parameter, 16 while it is trained with Adam (Rajbhandari and others, ZeRO, " +
  "2020). Work: 6 operations a parameter and token (Kaplan and others, 2020). A card: 989 " +
  "teraflops with numbers of 16 bits, an H100 by its data sheet (NVIDIA, 2022). Share: 38 to " +
  "43 % were reached with Llama 3 405B (its paper, 2024).";
const KEYS = ["model", "sizes", "tokens", "cards", "peak", "share", "price"];

/**
 * Everything that follows from the sizes; null where it takes what is not known.
 * @param {State} state
 * @param {Record<string, Known>} models
 */
export function compute(state, models) {
  const known = models[state.model];
  const sizes = changed(known.sizes, state.sizes);
  const tokens = state.tokens || known.tokens;
  const flops = tokens ? trainingFlops(sizes, tokens) : null;
  const days = flops && trainingDays(flops, state.cards, state.peak * 1e12, state.share);
  return {
    known,
    sizes,
    tokens,
    counts: parameters(sizes),
    total: total(sizes),
    active: total(sizes, true),
    memory: memory(sizes),
    perToken: cacheBytes(sizes),
    flops,
    days,
    cost: days && state.price ? cost(days, state.cards, state.price) : null,
  };
}

/** @param {(Known & { key: string })[]} models */
export const byKey = (models) =>
  /** @type {Record<string, Known>} */ (Object.fromEntries(models.map((one) => [one.key, one])));

/** @type {import("@anywidget/types").Render<State>} */
export function render({ model, el }) {
  const { models: listed } = /** @type {any} */ (model).get("content");
  const models = byKey(listed);
  const view = figure({
    model,
    el,
    keys: KEYS,
    name: "Models by size",
    caption: CAPTION,
  });
  const first = /** @type {State} */ (view.read());
  const buttons = modelButtons(models, (name) => view.set({ model: name, sizes: {}, tokens: 0 }));
  const paper = h("p", { class: "mg-on-paper" });
  const head = h("b", { class: "mg-scale-total" });
  const source = h("span", { class: "mg-scale-source" });
  const wrong = h("p", { class: "mg-scale-wrong", role: "status" });
  const parts = partTable();
  const sliders = sizeSliders(changed(models[first.model].sizes, first.sizes), (change) =>
    view.set({ sizes: { ...view.read().sizes, ...change } }),
  );
  const fields = trainingFields(first, (change) => view.set(change));
  const needs = facts("What it needs");
  const training = facts("Its training");
  const all = allModels(models);
  view.body.append(
    buttons.el,
    paper,
    h("p", { class: "mg-scale-head" }, head, " parameters ", source),
    parts.el,
    fold("Change its sizes", sliders.el),
    wrong,
    h(
      "div",
      { class: "mg-columns mg-scale-facts" },
      needs.el,
      h("div", {}, training.el, fields.el),
    ),
    fold("All models in a table", all.el),
  );

  return view.show((/** @type {State} */ state) => {
    const found = compute(state, models);
    buttons.set(state.model);
    setText(paper, `Shown is ${found.known.name}. All models are in the table at the end.`);
    setText(head, thousands(found.total));
    setText(source, title(state, found));
    setText(wrong, trouble(found.sizes));
    parts.set(found);
    sliders.set(found.sizes);
    fields.set(state, found.tokens);
    needs.set(found, "memory");
    training.set(found, "training");
    all.set(state.model);
    view.say(`${found.known.name}: ${thousands(found.total)} parameters`);
  });
}

/** @param {string} title @param {Node} inside */
const fold = (title, inside) =>
  h("details", { class: "mg-scale-own" }, h("summary", {}, title), inside);

/**
 * @param {Record<string, Known>} models
 * @param {(name: string) => void} onPick
 */
function modelButtons(models, onPick) {
  const names = Object.keys(models);
  const all = names.map((name) => button(models[name].name, () => onPick(name), { small: true }));
  const el = h(
    "div",
    { class: "mg-row mg-scale-models", role: "group", "aria-label": "model" },
    ...all,
  );
  /** @param {string} now */
  const set = (now) =>
    all.forEach((one, i) => attributes(one, { "aria-pressed": String(names[i] === now) }));
  return { el, set };
}

export default { render };
