/**
 * The whole program to read: the code in one pane, where it stays; in the other what the chosen
 * region does, in plain words, technical ones or both, with a picture that moves when asked.
 */

import { words } from "../data/region_words.js";
import { regions } from "../data/program.js";
import { choice } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { figure } from "../kit/figure.js";
import { openStore } from "../kit/store.js";
import { article } from "./line_by_line/article.js";
import { codePane } from "./line_by_line/code_pane.js";
import { followLinks, fromLink, toLink } from "./line_by_line/link.js";
import { VIEWS } from "./line_by_line/names.js";
import { regionList } from "./line_by_line/region_list.js";

/** @typedef {import("./line_by_line/names.js").View} View */
/** @typedef {{ region: string, view: View }} State */
/** @typedef {State & { regions: string[], links?: Record<string, string> }} Traits */
/** @typedef {ReturnType<typeof compute>} Shown */

const KEPT = /** @type {const} */ (["setting", "line-by-line"]);
const CAPTION = "Choose a region in the code or in the list; the arrow keys walk through them.";

/**
 * The region with its words, its place among those that are here, and what is shown of its words.
 * @param {State & { regions: string[] }} state
 */
export function compute({ region, view, regions: names }) {
  const at = Math.max(0, names.indexOf(region));
  const which = regions.findIndex((one) => one.name === names[at]);
  return {
    ...regions[which],
    told: words[which],
    at,
    plain: view !== "technical",
    technical: view !== "plain",
  };
}

/** What is kept of the switch, if it is one of its places. @param {any} kept @returns {Partial<State>} */
export const remembered = (kept) => (VIEWS.includes(kept) ? { view: kept } : {});

/** @type {import("@anywidget/types").Render<Traits>} */
export function render({ model, el }) {
  const names = model.get("regions");
  const store = openStore();
  const linked = fromLink(location.hash, names);
  take(model, { ...remembered(store.read(...KEPT)), ...linked });
  const view = figure({
    model,
    el,
    keys: ["region", "view"],
    name: "The program, line by line",
    caption: CAPTION,
    onReset: () => page.restart(),
  });
  const go = (/** @type {string} */ region) => view.set({ region });
  const list = regionList(names, go);
  const code = codePane(names, go);
  const page = article(model.get("links") ?? {}, code.mark);
  const which = choice({
    name: "words",
    options: VIEWS.map((value) => ({ value, label: value })),
    value: model.get("view"),
    onInput(chosen) {
      view.set({ view: chosen });
      store.write(...KEPT, chosen);
    },
  });
  // only in the book the address is one of ours
  const inBook = document.getElementById("mg-state") !== null;
  const link = h("a", { class: "mg-lines-link", hidden: !inBook }, "Link to what is shown");
  view.body.append(
    h("div", { class: "mg-lines-bar" }, list.el, which.el),
    h("div", { class: "mg-lines-panes" }, code.el, page.el),
    link,
  );

  const unfollow = followLinks(names, view.set);
  // who opens such a link wants to come here
  if (linked.region) requestAnimationFrame(() => el.scrollIntoView());
  // every part of the program on the page has the same switch
  store.watch((kind, id) => {
    if (kind === KEPT[0] && id === KEPT[1]) view.set(remembered(store.read(...KEPT)));
  });
  const draw = (/** @type {State} */ state) => {
    const shown = compute({ ...state, regions: names });
    list.set(shown.at);
    which.set(state.view);
    code.set(shown.name);
    page.set(shown);
    link.setAttribute("href", toLink(state));
    view.say(`${shown.name}: ${shown.told.title}`);
  };
  return view.show(draw, () => {
    unfollow();
    page.stop();
    store.close();
  });
}

/**
 * What Reset will come back to as well.
 * @param {import("@anywidget/types").AnyModel<Traits>} model
 * @param {Partial<State>} found
 */
function take(model, found) {
  if (found.region) model.set("region", found.region);
  if (found.view) model.set("view", found.view);
  model.save_changes();
}

export default { render };
